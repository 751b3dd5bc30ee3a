//! Predictions, challenges and the glossary, through `update` alone.

mod app_driver;

use std::path::Path;

use app_driver::{Driver, failed, passed};
use crossterm::event::KeyCode;
use netdojo::app::offer::{Offer, ghost, offer};
use netdojo::app::questions::{Standing, standings};
use netdojo::app::{Confirm, Effect, Follow, Msg, Outcome, Overlay, Pane, Progress, Screen};
use netdojo::check::Verdict;
use netdojo::i18n::phrase;
use netdojo::lesson::{self, Course, Values};
use netdojo::runtime::lessons;

fn course() -> Course {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let files = lessons::files(Some(&folder)).expect("a folder");
    assert_eq!(lesson::lint(&files), []);
    lesson::course(&files)
}

fn with(progress: Progress) -> Driver {
    let mut driver = Driver::of(course(), progress).connected();
    driver.enter();
    driver.opened();
    driver
}

fn begun() -> Driver {
    with(Progress::default())
}

fn standing(driver: &Driver, question: usize) -> Standing {
    standings(&driver.model, driver.lesson())[question]
}

/// The container runs; the second command is next.
fn before_the_ping() -> Driver {
    let mut driver = begun();
    driver.enter();
    driver.end(Outcome::Exited(0));
    driver
}

#[test]
fn a_digit_at_the_empty_prompt_predicts_and_may_be_changed() {
    let mut driver = before_the_ping();
    assert_eq!(standing(&driver, 0), Standing { open: true, ..Standing::default() });
    driver.press(KeyCode::Char('3'));
    assert_eq!(driver.notice(), Some("app-predicted"));
    assert!(driver.effects.iter().any(|effect| matches!(effect, Effect::Save(_))), "it is kept");
    assert_eq!(driver.model.prompt.text, "");
    driver.press(KeyCode::Char('１'));
    let first = standing(&driver, 0);
    assert_eq!((first.predicted, first.open, first.revealed, first.followed), (Some(0), true, false, true));
    assert_eq!(standing(&driver, 1), Standing::default(), "one after the other");
    driver.press(KeyCode::Char('4'));
    assert_eq!(
        (driver.model.prompt.text.as_str(), standing(&driver, 0).predicted),
        ("4", Some(0)),
        "no such answer"
    );
    driver.press(KeyCode::Char('2'));
    assert_eq!(driver.model.prompt.text, "42", "within a line it is a digit");
}

#[test]
fn the_command_slash_predict_doubles_the_digits() {
    let mut driver = before_the_ping();
    driver.line("/predict 2");
    assert_eq!(standing(&driver, 0).predicted, Some(1));
    for wrong in ["/predict", "/predict 0", "/predict 9", "/predict x"] {
        driver.line(wrong);
        assert_eq!(
            (driver.notice(), standing(&driver, 0).predicted),
            (Some("app-predict-which"), Some(1)),
            "{wrong}"
        );
    }
}

#[test]
fn enter_asks_for_the_prediction_once() {
    let mut driver = before_the_ping();
    assert_eq!(driver.enter(), []);
    assert_eq!(
        (driver.notice(), driver.model.confirm),
        (Some("app-predict-first"), Some(Confirm::Unpredicted))
    );
    assert_eq!(driver.lesson().follow, Follow::Question(0), "it is shown");
    driver.press(KeyCode::Right);
    driver.control('u');
    assert_eq!(driver.enter(), [], "any other key takes the confirmation away");
    driver.enter();
    assert_eq!(driver.run(), Some("docker exec predict_a ping -c 1 nobody"));
    driver.press(KeyCode::Char('2'));
    assert_eq!(standing(&driver, 0).predicted, None, "it runs: too late");
}

#[test]
fn after_a_prediction_enter_runs_at_once_and_the_end_reveals_it() {
    let mut driver = before_the_ping();
    driver.press(KeyCode::Char('1'));
    driver.enter();
    assert!(driver.run().is_some());
    assert!(!standing(&driver, 0).open);
    driver.print("ping: bad address 'nobody'\r\n");
    driver.end(Outcome::Exited(1));
    let now = standing(&driver, 0);
    assert_eq!((now.predicted, now.revealed, now.followed), (Some(0), true, true));
    driver.judged(passed());
    assert_eq!(driver.lesson().follow, Follow::Question(0), "the explanation does not hide it");
}

/// The lesson, with a second command in the block that answers the first question.
fn with_two_commands() -> Driver {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let mut files = lessons::files(Some(&folder)).expect("a folder");
    for lang in ["predict/en.md", "predict/ja.md"] {
        let text = String::from_utf8(files[lang].clone()).expect("it is text");
        let more = "? 1\n$ docker exec predict_a ping -c 1 nobody.invalid\nping: bad address 'nobody.invalid'\n? 1\n";
        files.insert(lang.to_owned(), text.replacen("? 1\n", more, 1).into_bytes());
    }
    let mut driver = Driver::of(lesson::course(&files), Progress::default()).connected();
    driver.enter();
    driver.opened();
    driver.enter();
    driver.end(Outcome::Exited(0));
    driver
}

#[test]
fn a_question_waits_for_all_commands_of_its_block() {
    let mut driver = with_two_commands();
    driver.press(KeyCode::Char('1'));
    driver.enter();
    driver.print("ping: bad address 'nobody'\r\n");
    driver.end(Outcome::Exited(1));
    let midway = standing(&driver, 0);
    assert_eq!((midway.predicted, midway.open, midway.revealed), (Some(0), false, false));
    driver.press(KeyCode::Char('2'));
    assert_eq!(standing(&driver, 0).predicted, Some(0), "a half is known: too late");
    assert_eq!((driver.notice(), driver.model.prompt.text.as_str()), (Some("app-predict-fixed"), ""));
    driver.line("/predict 2");
    assert_eq!((driver.notice(), standing(&driver, 0).predicted), (Some("app-predict-fixed"), Some(0)));
    driver.enter();
    assert_eq!(driver.run(), Some("docker exec predict_a ping -c 1 nobody.invalid"));
    driver.print("ping: bad address 'nobody.invalid'\r\n");
    driver.end(Outcome::Exited(1));
    let now = standing(&driver, 0);
    assert_eq!((now.revealed, now.followed), (true, true));
}

#[test]
fn a_question_that_was_passed_over_is_not_asked_in_the_midst_of_its_block() {
    let mut driver = with_two_commands();
    driver.enter();
    driver.enter();
    driver.print("ping: bad address 'nobody'\r\n");
    driver.end(Outcome::Exited(1));
    driver.enter();
    assert_eq!(driver.run(), Some("docker exec predict_a ping -c 1 nobody.invalid"));
}

#[test]
fn what_printed_otherwise_reveals_nothing_until_the_step_has_passed() {
    let mut driver = before_the_ping();
    driver.press(KeyCode::Char('1'));
    driver.enter();
    driver.print("ping: permission denied (are you root?)\r\n");
    driver.end(Outcome::Exited(1));
    assert!(!standing(&driver, 0).revealed, "it ended alike, and something else was seen");
    driver.judged(failed());
    assert!(!standing(&driver, 0).revealed);
    driver.line("docker ps");
    driver.end(Outcome::Exited(0));
    driver.judged(passed());
    assert!(standing(&driver, 0).revealed);
}

#[test]
fn what_ended_otherwise_reveals_nothing_but_a_passed_step_does() {
    let mut driver = before_the_ping();
    driver.press(KeyCode::Char('2'));
    driver.enter();
    driver.end(Outcome::Exited(126));
    driver.judged(failed());
    let now = standing(&driver, 0);
    assert!(!now.revealed && !now.open, "it has not been seen, but the check says what was meant");
    driver.line("docker ps");
    driver.end(Outcome::Exited(0));
    driver.judged(passed());
    assert!(standing(&driver, 0).revealed);
}

#[test]
fn a_question_without_a_command_is_revealed_by_its_answer() {
    let mut driver = before_the_ping();
    driver.press(KeyCode::Char('2'));
    driver.enter();
    driver.end(Outcome::Exited(1));
    driver.judged(passed());
    assert!(standing(&driver, 1).open && !standing(&driver, 1).revealed);
    assert_eq!(offer(&driver.model), Offer::Next);
    driver.enter();
    assert_eq!((driver.notice(), driver.lesson().step), (Some("app-answer-first"), 0));
    driver.press(KeyCode::Char('1'));
    assert!(standing(&driver, 1).revealed && !standing(&driver, 1).open);
    driver.enter();
    assert_eq!(driver.lesson().step, 1);
    driver.line("/back");
    driver.judged(passed());
    assert_eq!((standing(&driver, 0).predicted, standing(&driver, 1).predicted), (Some(1), Some(0)), "kept");
    driver.line("/predict 1");
    assert_eq!(driver.notice(), Some("app-predict-nothing"));
}

/// Answers the question that is open with its right answer, as long as there is one without.
fn answer(driver: &mut Driver) {
    loop {
        let all = standings(&driver.model, driver.lesson());
        let Some(open) = all.iter().position(|one| one.open && one.predicted.is_none()) else { return };
        let right = right(driver)[open] + 1;
        driver.type_text(&right.to_string());
        assert_eq!(standing(driver, open).predicted, Some(right - 1));
    }
}

/// The right answers of the current step.
fn right(driver: &Driver) -> Vec<usize> {
    let lesson = &driver.model.course.lessons[driver.lesson().lesson];
    lesson.steps[driver.lesson().step].questions.iter().map(|question| question.right).collect()
}

#[test]
fn the_built_in_lesson_is_walked_with_its_questions_answered() {
    let mut course = lesson::load();
    course.lessons.retain(|lesson| lesson.id == "link");
    let steps = course.lessons[0].steps.clone();
    assert!(steps.iter().any(|step| !step.questions.is_empty()), "it asks");
    let mut driver = Driver::of(course, Progress::default()).connected();
    driver.enter();
    driver.opened();
    for (index, step) in steps.iter().enumerate() {
        assert_eq!(driver.lesson().step, index);
        for task in &step.tasks {
            answer(&mut driver);
            driver.enter();
            let line = driver.lesson().values.fill(&task.line);
            assert_eq!(driver.run(), Some(line.as_str()), "nothing is asked any more");
            driver.end(Outcome::Exited(task.expected.first().map_or(0, |expected| expected.exit)));
        }
        while driver.lesson().judging {
            driver.judged(passed());
        }
        answer(&mut driver);
        for (question, right) in right(&driver).into_iter().enumerate() {
            let now = standing(&driver, question);
            assert_eq!((now.predicted, now.revealed), (Some(right), true), "{}: {question}", step.id);
        }
        driver.enter();
    }
    assert!(matches!(driver.model.screen, Screen::Start(_)));
    assert_eq!(driver.notice(), Some("app-lesson-finished"));
}

#[test]
fn a_skipped_step_reveals_nothing_and_asks_nothing() {
    let mut driver = Driver::of(course(), Progress::default()).connected();
    driver.enter();
    let generation = driver.lesson().opening.expect("a lesson that is being opened");
    let lacking = vec![phrase("app-busy")];
    driver.send(Msg::Opened { generation, taken: vec![], lacking, values: Values::default() });
    assert!(matches!(driver.lesson().result.verdict, Verdict::Skipped(_)));
    assert_eq!(
        [standing(&driver, 0), standing(&driver, 1)],
        [Standing::default(); 2],
        "nothing has happened"
    );
    driver.press(KeyCode::Char('1'));
    assert_eq!(driver.model.prompt.text, "1", "there is nothing to predict");
    driver.press(KeyCode::Backspace);
    driver.enter();
    assert_eq!(driver.lesson().step, 1, "nothing is asked before one goes on");
}

#[test]
fn predictions_are_kept_from_one_start_to_the_next() {
    let mut driver = before_the_ping();
    driver.press(KeyCode::Char('3'));
    let read = |text: &str| with(serde_json::from_str(text).expect("progress"));
    let kept = serde_json::to_string(&driver.model.progress).expect("progress");
    let driver = read(&kept);
    assert_eq!(standing(&driver, 0).predicted, Some(2));
    let old =
        r#"{"lang":"en","lessons":{"predict":{"done":["ask"],"at":"alone"}},"history":[],"last":"predict"}"#;
    let driver = read(old);
    assert_eq!(driver.lesson().step, 1);
    let foreign = r#"{"lessons":{"predict":{"predictions":{"ask":[8,null,1]}}}}"#;
    let driver = read(foreign);
    assert_eq!(standing(&driver, 0).predicted, None, "an answer that there is not any more");
}

/// The progress as it is after it has been written and read again.
fn kept(driver: &Driver) -> Progress {
    serde_json::from_str(&serde_json::to_string(&driver.model.progress).expect("progress")).expect("progress")
}

#[test]
fn what_has_been_seen_is_kept_from_one_start_to_the_next() {
    let mut driver = before_the_ping();
    driver.press(KeyCode::Char('3'));
    driver.enter();
    driver.print("ping: permission denied\r\n");
    driver.end(Outcome::Exited(1));
    assert!(driver.effects.iter().any(|effect| matches!(effect, Effect::Save(_))));
    let mut again = with(kept(&driver));
    again.press(KeyCode::Char('2'));
    let now = standing(&again, 0);
    assert_eq!((now.predicted, now.open, now.revealed), (Some(2), false, false));
    // What was answered once is told when the step is opened again, whatever has become of it.
    driver.judged(passed());
    driver.line("/next");
    let mut again = with(kept(&driver));
    again.line("/goto 1");
    again.judged(failed());
    assert!(standing(&again, 0).revealed);
    // In front of a room it is asked again.
    let mut room = Driver::of(course(), kept(&driver)).connected();
    room.model.teach = Some(Box::default());
    room.send(Msg::OpenLesson(0));
    room.opened();
    room.line("/goto 1");
    room.judged(failed());
    let now = standing(&room, 0);
    assert!(!now.revealed && now.open);
}

#[test]
fn a_lesson_that_begins_anew_asks_anew() {
    let mut driver = before_the_ping();
    driver.press(KeyCode::Char('3'));
    driver.enter();
    driver.print("ping: bad address 'nobody'\r\n");
    driver.end(Outcome::Exited(1));
    assert!(standing(&driver, 0).revealed);
    driver.line("/reset");
    driver.enter();
    let generation = driver
        .effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Reset { generation, .. } => Some(*generation),
            _ => None,
        })
        .expect("a reset");
    driver.send(Msg::Reset(generation, Ok(())));
    let now = standing(&driver, 0);
    assert_eq!((now.predicted, now.open, now.revealed), (None, true, false));
}

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

#[test]
fn solve_needs_no_prediction() {
    let mut driver = begun();
    driver.line("/solve");
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.run(), Some("docker exec predict_a ping -c 1 nobody"));
    driver.print("ping: bad address 'nobody'\r\n");
    driver.end(Outcome::Exited(1));
    assert!(standing(&driver, 0).revealed);
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
