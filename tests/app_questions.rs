//! Predictions, through `update` alone.

mod app_driver;

use app_driver::questions::{self, begun, course, opened, with};
use app_driver::{Driver, failed, passed};
use crossterm::event::KeyCode;
use netdojo::app::offer::{Offer, offer};
use netdojo::app::questions::{Standing, standings};
use netdojo::app::{Confirm, Effect, Follow, Msg, Outcome, Progress, Screen};
use netdojo::check::Verdict;
use netdojo::i18n::phrase;
use netdojo::lesson::{self, Values};

fn standing(driver: &Driver, question: usize) -> Standing {
    standings(&driver.model, driver.lesson())[question]
}

/// The container runs; the second command is next.
fn before_the_ping() -> Driver {
    questions::before_the_ping(begun())
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
    let mut files = questions::files();
    for lang in ["predict/en.md", "predict/ja.md"] {
        let text = String::from_utf8(files[lang].clone()).expect("it is text");
        let more = "? 1\n$ docker exec predict_a ping -c 1 nobody.invalid\nping: bad address 'nobody.invalid'\n? 1\n";
        files.insert(lang.to_owned(), text.replacen("? 1\n", more, 1).into_bytes());
    }
    questions::before_the_ping(opened(lesson::course(&files), Progress::default()))
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
