//! The whole lesson in the terminal program, from the start screen to the last verdict, on the real engine.

mod pty;
mod stage;

use std::path::Path;

use netdojo::i18n::{Lang, Translator, phrase};
use pty::{Pty, key};
use stage::Stage;

/// The steps of the lesson `link`.
const STEPS: usize = 13;

/// What the screen says, in one language.
struct Words {
    translator: Translator,
}

impl Words {
    fn new(lang: &str) -> Self {
        let lang: Lang = lang.parse().expect("a language");
        Self { translator: Translator::new(&lang) }
    }

    fn say(&self, key: &'static str) -> String {
        self.translator.say(&phrase(key))
    }

    /// A sentence up to the number of answers in it.
    fn until_number(&self, key: &'static str) -> String {
        let said = self.translator.say(&phrase(key).with("last", 9_usize));
        said.split('9').next().unwrap_or_default().to_owned()
    }

    fn step(&self, number: usize, count: usize) -> String {
        self.translator.say(&phrase("ui-step").with("number", number).with("count", count))
    }
}

/// The verdict line and the prompt.
fn bottom(screen: &str) -> String {
    let lines: Vec<&str> = screen.lines().collect();
    lines[lines.len().saturating_sub(2)..].join("\n")
}

/// Presses Enter and waits until something else is offered.
fn enter(pty: &mut Pty) -> String {
    let before = bottom(&pty.screen());
    pty.keys(key::ENTER);
    pty.wait("an answer to Enter", |screen| bottom(screen) != before)
}

/// Presses Enter and waits until the line that was offered runs, or a question is asked first. The verdict line alone
/// may change for another reason, and a second Enter would run the line past its question.
fn run_offered(pty: &mut Pty, asked: &[String]) {
    let prompt = |screen: &str| screen.lines().last().unwrap_or_default().to_owned();
    let before = prompt(&pty.screen());
    pty.keys(key::ENTER);
    pty.wait("its line runs, or a question", |screen| {
        prompt(screen) != before || asked.iter().any(|words| screen.contains(words))
    });
}

/// Presses Enter until this step has passed; gives the screen.
fn pass_step(pty: &mut Pty, words: &Words, number: usize) -> String {
    let run = words.say("ui-enter-run");
    let over = [words.say("ui-enter-next"), words.say("ui-enter-finish"), words.say("ui-enter-read")];
    let asked = ["app-predict-first", "app-answer-first"].map(|key| words.until_number(key));
    let failed = format!("✗ {}", words.say("ui-verdict-failed"));
    loop {
        let screen = pty.wait("something to do", |screen| {
            let bottom = bottom(screen);
            let asks = [&run, &failed].into_iter().chain(&over).any(|word| bottom.contains(word));
            let predicts = asked.iter().any(|words| screen.contains(words));
            (asks || predicts) && screen.contains(&words.step(number, STEPS))
        });
        if asked.iter().any(|words| screen.contains(words)) {
            // A question stands before what Enter would do: it is answered, and Enter goes on.
            pty.keys("1");
            pty.wait("the prediction", |screen| !asked.iter().any(|words| screen.contains(words)));
            continue;
        }
        assert!(!bottom(&screen).contains(&failed), "{screen}");
        if !bottom(&screen).contains(&run) {
            return screen;
        }
        let pings = bottom(&screen).contains("ping other_container") && !bottom(&screen).contains("-c");
        run_offered(pty, &asked);
        if pings {
            pty.see("seq=2");
            pty.keys(key::CTRL_C);
            pty.see("packets received");
        }
    }
}

fn play(lang: &str, cols: u16, rows: u16) {
    let stage = Stage::new();
    let words = Words::new(lang);
    let mut pty = Pty::start(cols, rows, &stage.home(), &[("NETDOJO_LANG", lang)], &[]);
    pty.see("API");
    enter(&mut pty);
    pty.wait("the first step, its line offered", |screen| {
        screen.contains(&words.step(1, STEPS)) && bottom(screen).contains("alpine_01")
    });
    let mut number = 1;
    loop {
        let screen = pass_step(&mut pty, &words, number);
        if bottom(&screen).contains(&words.say("ui-enter-read")) {
            // A step for reading is over with Enter, and so are its explanations.
            enter(&mut pty);
        } else {
            assert!(bottom(&screen).contains(&words.say("ui-verdict-passed")), "{screen}");
            let last = bottom(&screen).contains(&words.say("ui-enter-finish"));
            enter(&mut pty);
            if last {
                break;
            }
        }
        number += 1;
        if number > STEPS {
            break;
        }
    }
    pty.wait("the start screen again", |screen| screen.contains(&words.say("ui-start-tagline")));
    pty.see(&format!("{STEPS}/{STEPS}"));
    // It is the only lesson of the course, and so the end of that.
    let end = words.say("ui-finished-title");
    pty.see(&end);
    pty.keys(key::ESC);
    pty.wait("the lessons alone", |screen| !screen.contains(&end));
    pty.leave();
    stage.has_nothing_left();
}

/// The titles of the lessons as their files have them, in the order of `course.toml`.
fn titles(lang: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let read = |path: &str| std::fs::read_to_string(folder.join(path)).expect("a file of the course");
    let course: toml::Table = read("course.toml").parse().expect("a table");
    let ids = course["lessons"].as_array().expect("a list").iter().map(|id| id.as_str().expect("an id"));
    ids.map(|id| {
        let prose = read(&format!("{id}/{lang}.md"));
        prose.lines().next().and_then(|line| line.strip_prefix("# ")).expect("a title").to_owned()
    })
    .collect()
}

#[test]
fn without_a_folder_of_ones_own_the_built_in_course_is_offered() {
    for lang in ["ja", "en"] {
        let home = tempfile::tempdir().expect("a folder");
        let env = [("NETDOJO_LESSONS", ""), ("NETDOJO_LANG", lang)];
        let pty = Pty::start(120, 50, home.path(), &env, &[]);
        let titles = titles(lang);
        assert!(titles.len() >= 9, "{titles:?}");
        pty.wait("all titles, numbered", |screen| {
            titles.iter().zip(1..).all(|(title, number)| screen.contains(&format!("{number}. {title}")))
        });
        pty.leave();
    }
}

#[test]
fn in_japanese_on_a_small_screen() {
    play("ja", 80, 24);
}

#[test]
fn in_japanese_on_a_wide_screen() {
    play("ja", 160, 45);
}

#[test]
fn in_english_on_a_small_screen() {
    play("en", 80, 24);
}

#[test]
fn in_english_on_a_wide_screen() {
    play("en", 160, 45);
}
