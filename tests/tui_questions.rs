//! Predictions, a challenge and a word in the terminal program, on the real engine.

mod pty;
mod stage;

use std::fs;
use std::path::{Path, PathBuf};

use netdojo::i18n::{Lang, Translator, phrase};
use pty::{Pty, key};
use stage::Stage;

const PAGE_DOWN: &str = "\x1b[6~";

/// The lesson of these tests in a folder of its own, its container under a name of its own.
fn lessons(home: &Path, name: &str) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let to = home.join("own-lessons");
    for file in [
        "course.toml",
        "predict/lesson.toml",
        "predict/en.md",
        "predict/ja.md",
        "glossary/en.md",
        "glossary/ja.md",
    ] {
        let text = fs::read_to_string(from.join(file)).expect("a file of the lesson");
        let path = to.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text.replace("predict_a", name)).expect("written");
    }
    to
}

fn play(lang: &str, cols: u16, rows: u16) {
    let translator = Translator::new(&lang.parse::<Lang>().expect("a language"));
    let say = |key| translator.say(&phrase(key));
    let stage = Stage::somebody_else();
    let name = format!("predict-{lang}-{}", std::process::id());
    let lessons = lessons(&stage.home(), &name);
    let folder = lessons.to_str().expect("a path");
    let env = [("NETDOJO_LANG", lang), ("NETDOJO_LESSONS", folder)];
    let start = || Pty::start(cols, rows, &stage.home(), &env, &[]);
    let mut pty = start();
    pty.see("API");
    pty.keys(key::ENTER);
    pty.see(&say("ui-enter-run"));
    pty.keys(key::ENTER);
    pty.wait("the second command", |screen| {
        screen.lines().last().is_some_and(|prompt| prompt.contains("nobody"))
    });

    // Enter asks for a prediction first; a wrong one is no failure.
    pty.keys(key::ENTER);
    let asks = translator.say(&phrase("app-predict-first").with("last", 3_usize));
    let begin = asks.split(['3', '。']).next().unwrap_or_default();
    pty.see(begin);
    pty.keys("1");
    pty.see("▶ 1  ");
    pty.keys(key::ENTER);
    pty.see(&say("ui-question-happened"));
    pty.see("2  ping: bad address 'nobody'");
    pty.see(&say("ui-verdict-passed"));

    // A question at the end, then the challenge.
    pty.keys(key::ENTER);
    pty.keys("2");
    pty.see(&say("ui-question-well"));
    pty.keys(key::ENTER);
    pty.see(&say("ui-challenge-judged"));
    assert!(!pty.screen().contains("docker rm"), "{}", pty.screen());
    pty.line("/word bridge");
    pty.see(&say("ui-word-title"));
    pty.keys(key::ESC);
    pty.wait("the lesson again", |screen| !screen.contains(&say("ui-word-title")));

    // Every line is judged; another way than the solution's is as good.
    pty.line(&format!("docker stop -t 0 {name}"));
    pty.see(&say("ui-verdict-failed"));
    pty.line(&format!("docker container rm {name}"));
    pty.see(&say("ui-verdict-passed"));
    pty.see(&say("ui-challenge-solution"));
    pty.see(&say("ui-enter-finish"));
    pty.leave();

    // What was predicted is still there the next time, and what happened.
    let mut pty = start();
    pty.see("API");
    pty.keys(key::ENTER);
    pty.see(&translator.say(&phrase("ui-step").with("number", 2_usize).with("count", 2_usize)));
    pty.line("/back");
    pty.see(&translator.say(&phrase("ui-step").with("number", 1_usize).with("count", 2_usize)));
    pty.keys(PAGE_DOWN);
    pty.see(&say("ui-question-happened"));
    pty.see("1  ");
    pty.leave();
}

#[test]
fn in_japanese_on_a_small_screen() {
    play("ja", 80, 24);
}

#[test]
fn in_english_on_a_wide_screen() {
    play("en", 160, 45);
}
