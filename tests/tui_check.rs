//! A check that takes its time, in the terminal program, on the real engine.

mod pty;
mod stage;

use std::fs;
use std::time::{Duration, Instant};

use netdojo::i18n::{Lang, Translator, phrase};
use pty::{Pty, key};
use stage::Stage;

const LESSON: &str = "# Ends by itself

You see what becomes of it.

## Start it
<!-- step: start -->

```console
$ docker run -d --name NAME alpine sh -c 'sleep 3; exit 3'
[ID]
```
";

const KEY: &str = r#"format = 1
images = ["alpine"]
minutes = 1

[[step.start.goal]]
container = "NAME"
state = "running"

[[step.start.reach]]
from = "NAME"
to = "NAME:81"
expect = "reply"
within = "300s"
"#;

/// As long as its process lives, netdojo goes on trying; then the check says at once what has become of it.
#[test]
fn trying_ends_with_the_container() {
    let stage = Stage::somebody_else();
    let name = format!("ends-{}", std::process::id());
    let lessons = stage.home().join("own-lessons");
    let write = |file: &str, text: &str| {
        let path = lessons.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text.replace("NAME", &name)).expect("written");
    };
    write("course.toml", "format = 1\nlessons = [\"ends\"]\n");
    write("ends/lesson.toml", KEY);
    write("ends/en.md", LESSON);
    write("ends/ja.md", LESSON);
    let translator = Translator::new(&"en".parse::<Lang>().expect("a language"));
    let say = |key| translator.say(&phrase(key));
    let env = [("NETDOJO_LANG", "en"), ("NETDOJO_LESSONS", lessons.to_str().expect("a path"))];
    let mut pty = Pty::start(120, 30, &stage.home(), &env, &[]);
    pty.see("Ends by itself");
    pty.keys(key::ENTER);
    pty.see(&say("ui-enter-run"));
    pty.keys(key::ENTER);
    let begun = Instant::now();
    pty.see("for up to 300 s");
    pty.see(&say("ui-verdict-failed"));
    assert!(begun.elapsed() < Duration::from_secs(60), "{}", pty.screen());
    pty.see("exit code 3");
    pty.see(&format!("docker logs {name}"));
    pty.leave();
}
