//! Challenges and the glossary, through `update` alone.

mod app_driver;

use app_driver::questions::{begun, course};
use app_driver::{Driver, failed, passed};
use crossterm::event::KeyCode;
use netdojo::app::offer::{Offer, ghost, offer};
use netdojo::app::{Outcome, Overlay, Pane, Progress, Screen};
use netdojo::lesson::{self, Course};

fn in_challenge() -> Driver {
    let mut driver = begun();
    driver.line("/next");
    driver
}

#[test]
fn a_challenge_offers_no_command_and_judges_every_line() {
    let mut driver = in_challenge();
    assert_eq!((ghost(&driver.model), offer(&driver.model)), (None, Offer::Check));
    assert_eq!(driver.lesson().tab, Pane::Check, "what is to be reached is in sight");
    driver.press(KeyCode::Tab);
    assert_eq!(driver.model.prompt.text, "");
    driver.line("/copy");
    assert_eq!(driver.notice(), Some("app-nothing-to-copy"));
    driver.line("docker stop predict_a");
    driver.end(Outcome::Exited(0));
    assert!(driver.judge().is_some());
    driver.judged(failed());
    driver.line("docker container rm predict_a");
    driver.end(Outcome::Exited(0));
    driver.judged(passed());
    assert_eq!(offer(&driver.model), Offer::Finish, "the solution itself need not run");
    assert!(!driver.lesson().solved);
}

#[test]
fn solve_runs_a_challenges_solution() {
    let mut driver = in_challenge();
    driver.line("/solve");
    assert_eq!(driver.run(), Some("docker rm -f predict_a"));
    assert!(driver.lesson().solved);
    driver.end(Outcome::Exited(0));
    driver.judged(passed());
    assert_eq!(offer(&driver.model), Offer::Finish);
    let mut driver = in_challenge();
    driver.enter();
    assert!(driver.judge().is_some(), "Enter has it judged");
    driver.judged(failed());
    driver.line("/solve");
    driver.end(Outcome::Exited(0));
    driver.judged(failed());
    driver.line("/solve");
    assert_eq!(driver.run(), Some("docker rm -f predict_a"), "once more");
}

fn shown(driver: &Driver) -> Option<&str> {
    match &driver.model.overlay {
        Some(Overlay::Word { id, .. }) => Some(id.as_deref().unwrap_or("all")),
        _ => None,
    }
}

#[test]
fn words_are_explained_on_every_screen() {
    let mut driver = Driver::of(course(), Progress::default());
    assert!(matches!(driver.model.screen, Screen::Start(_)));
    for (typed, id) in [
        ("/word", Some("all")),
        ("/word bridge", Some("bridge")),
        ("/word ブリッジ", Some("bridge")),
        ("／word　ポート", Some("port")),
        ("/word brdg", Some("bridge")),
        ("/word zzz", None),
    ] {
        driver.line(typed);
        assert_eq!(shown(&driver), id, "{typed}");
        if id.is_some() {
            driver.press(KeyCode::Esc);
        }
        assert_eq!(driver.model.overlay, None);
    }
    driver.line("/word zzz");
    assert_eq!(driver.notice(), Some("app-no-such-word"));
}

#[test]
fn words_are_completed_in_the_language_shown() {
    let mut driver = begun();
    driver.line("/lang ja");
    for typed in ["／ｗｏｒｄ　ｂｒ", "/word br"] {
        driver.control('u');
        driver.type_text(typed);
        let offered: Vec<_> = driver
            .model
            .prompt
            .completion
            .iter()
            .flat_map(|one| &one.candidates)
            .map(|one| one.text.clone())
            .collect();
        assert_eq!(offered, ["ブリッジ"], "{typed}");
    }
    driver.press(KeyCode::Tab);
    assert_eq!(driver.model.prompt.text, "/word ブリッジ");
    driver.enter();
    assert_eq!(shown(&driver), Some("bridge"));
    driver.press(KeyCode::Esc);
    driver.type_text("/word ");
    assert_eq!(driver.model.prompt.completion.as_ref().map(|one| one.candidates.len()), Some(2));
    driver.control('u');
    driver.type_text("/next b");
    assert_eq!(driver.model.prompt.completion, None);
}

#[test]
fn without_a_glossary_it_is_said() {
    let mut driver =
        Driver::of(Course { glossary: lesson::Glossary::default(), ..course() }, Progress::default());
    driver.line("/word");
    assert_eq!((driver.notice(), shown(&driver)), (Some("app-no-glossary"), None));
}
