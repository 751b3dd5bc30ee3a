//! A whole lesson line by line, from the list to the last verdict, on the real engine; and what goes wrong on the way.

mod pty;
mod stage;

use std::io::Write;
use std::process::Stdio;

use netdojo::i18n::{Lang, Translator, phrase};
use pty::{Pty, key};
use stage::Stage;

/// The steps of the lesson `link`.
const STEPS: usize = 13;

/// A terminal so long that nothing leaves it.
const ROWS: u16 = 900;

struct Words(Translator);

impl Words {
    fn new(lang: &str) -> Self {
        let lang: Lang = lang.parse().expect("a language");
        Self(Translator::new(&lang))
    }

    fn say(&self, key: &'static str) -> String {
        self.0.say(&phrase(key))
    }

    /// The beginning of what Enter runs.
    fn runs(&self) -> String {
        self.0.say(&phrase("plain-offer-run").with("line", ""))
    }

    fn step(&self, number: usize) -> String {
        self.0.say(&phrase("ui-step").with("number", number).with("count", STEPS))
    }

    /// What asks for an answer, up to the number of answers.
    fn question(&self) -> String {
        let said = self.0.say(&phrase("plain-question").with("last", 9_usize));
        said.split('9').next().unwrap_or_default().to_owned()
    }
}

/// What was told after the last Enter, once the program waits again.
fn settled(pty: &Pty) -> String {
    pty.wait("a prompt", |screen| screen.trim_end().ends_with("\n>")).trim_end().to_owned()
}

/// Types a line, and gives what is told then up to the next prompt.
fn say(pty: &mut Pty, line: &str) -> String {
    let before = settled(pty);
    pty.line(line);
    let after = pty.wait("an answer", |screen| {
        let screen = screen.trim_end();
        screen.len() > before.len() + 2 && screen.ends_with("\n>")
    });
    after.trim_end()[before.len()..].to_owned()
}

fn play(lang: &str) {
    let stage = Stage::new();
    let words = Words::new(lang);
    let mut pty = Pty::start(100, ROWS, &stage.home(), &[("NETDOJO_LANG", lang)], &["--plain"]);
    pty.see("API");
    let mut told = say(&mut pty, "");
    assert!(told.contains(&words.step(1)), "{told}");
    for step in 1..=STEPS {
        loop {
            if told.contains(&words.question()) {
                told = say(&mut pty, "1");
            }
            let Some((_, line)) = told.rsplit_once(&words.runs()) else { break };
            let pings = line.contains("ping other_container") && !line.contains("-c");
            if pings {
                pty.line("");
                pty.see("seq=2");
                let before = pty.screen().trim_end().len();
                pty.keys(key::CTRL_C);
                pty.see("packets received");
                settled(&pty)[before..].clone_into(&mut told);
            } else {
                told = say(&mut pty, "");
            }
        }
        // That it has passed may have been told already, before its last command ran.
        let over = ["ui-enter-read", "ui-enter-next", "ui-enter-finish"].map(|key| words.say(key));
        assert!(over.iter().any(|word| told.contains(word)), "step {step}: {told}");
        told = say(&mut pty, "");
    }
    assert!(told.contains(&words.say("ui-start-tagline")) && told.contains("13"), "{told}");
    pty.keys(key::CTRL_D);
    let ended = pty.ended();
    assert_eq!(ended.code, 0);
    assert!(ended.modes_restored);
    assert!(!ended.raw.contains('\u{1b}'), "nothing but text: {:?}", ended.raw);
    stage.has_nothing_left();
}

#[test]
fn in_english() {
    play("en");
}

#[test]
fn in_japanese() {
    play("ja");
}

#[test]
fn wrong_lines_and_a_failing_step_are_told() {
    let stage = Stage::new();
    let words = Words::new("en");
    let mut pty = Pty::start(80, ROWS, &stage.home(), &[("TERM", "dumb")], &[]);
    // Nobody asked for it: why is said.
    pty.see("TERM=dumb");
    pty.see("API");
    let told = say(&mut pty, "nosuchlesson");
    assert!(told.contains("nosuchlesson"), "{told}");
    let told = say(&mut pty, "link");
    assert!(told.contains(&words.step(1)), "{told}");
    let told = say(&mut pty, "/nosuch");
    assert!(told.contains("/nosuch"), "{told}");
    let told = say(&mut pty, "/zoom");
    assert!(told.contains("/zoom"), "{told}");
    // Over two lines, and not what the step wants: the container ends at once.
    say(&mut pty, "docker run -d \\");
    let told = say(&mut pty, "--name alpine_01 alpine");
    assert!(told.contains(&words.say("ui-verdict-failed")) && told.contains("-it"), "{told}");
    let told = say(&mut pty, "/why");
    assert!(told.contains("alpine_01"), "{told}");
    let told = say(&mut pty, "/network");
    assert!(told.contains("alpine_01"), "{told}");
    let told = say(&mut pty, "/check");
    assert!(told.contains(&words.say("plain-fails")), "{told}");
    say(&mut pty, "docker rm alpine_01");
    // A shell in a container: lines go to it, Ctrl-] comes back.
    let told = say(&mut pty, "docker run -it -d --name alpine_01 alpine");
    assert!(told.contains(&words.say("ui-verdict-passed")), "{told}");
    pty.line("docker exec -it alpine_01 sh");
    pty.see("/ #");
    pty.line("echo $((20+3))x");
    pty.see("23x");
    pty.keys(key::CTRL_CLOSE);
    let detached = words.say("app-detached-shell");
    let begin: String = detached.chars().take(30).collect();
    pty.see(&begin);
    pty.line("/detach");
    settled(&pty);
    pty.keys(key::CTRL_D);
    let ended = pty.ended();
    assert_eq!(ended.code, 0);
    assert!(ended.modes_restored);
    assert!(!ended.raw.contains('\u{1b}'), "nothing but text: {:?}", ended.raw);
}

/// What is told where these lines come from a pipe.
fn piped(stage: &Stage, lines: &str) -> String {
    let mut program = stage
        .netdojo(&["--plain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = program.stdin.take().expect("a pipe");
    stdin.write_all(lines.as_bytes()).expect("it reads");
    drop(stdin);
    let output = program.wait_with_output().expect("it ends");
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn what_the_last_line_of_a_pipe_asked_for_is_told() {
    let stage = Stage::new();
    let words = Words::new("en");
    for (name, after) in [("one", ""), ("two", "/quit\n")] {
        let file = stage.home().join(name);
        let told = piped(&stage, &format!("/report {}\n{after}", file.display()));
        let path = format!("{}.html", file.display());
        let said = words.0.say(&phrase("app-report-written").with("path", path.as_str()));
        assert!(told.contains(&said), "{told}");
        assert!(std::path::Path::new(&path).exists());
    }
}

#[test]
fn a_check_says_what_came_out() {
    let stage = Stage::new();
    let words = Words::new("en");
    let told = piped(&stage, "link\ndocker ps\n/check\n");
    let (checking, failed) = (words.say("plain-judging"), words.say("ui-verdict-failed"));
    assert_eq!(told.matches(&checking).count(), 1, "{told}");
    assert_eq!(told.matches(&words.say("app-judging")).count(), 1, "{told}");
    // Looking around is no attempt; whoever asks is told what is missing.
    let not_run = format!("{}.", words.say("ui-verdict-not-run"));
    assert_eq!((told.matches(&not_run).count(), told.matches(&failed).count()), (1, 1), "{told}");
}

#[test]
fn lines_from_a_pipe_wait_for_one_another() {
    let stage = Stage::new();
    let told = piped(&stage, "link\n\n\n\n/reset\n\n");
    let words = Words::new("en");
    assert!(!told.contains('\u{1b}'), "{told}");
    assert!(told.contains("\n$ docker run -it -d --name alpine_01 alpine\n"), "{told}");
    assert!(told.contains("--link alpine_01:other_container alpine\n"), "{told}");
    assert!(told.matches(&words.say("ui-verdict-passed")).count() >= 2, "{told}");
    assert!(!told.contains(&words.say("app-busy")), "{told}");
}
