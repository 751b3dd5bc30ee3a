//! An instructor's means through `update` alone: jumps and how they end, catching up, what the room sees.

mod app_driver;

use app_driver::{Driver, container, lesson_of_edits};
use crossterm::event::KeyCode;
use netdojo::app::teach::Teach;
use netdojo::app::{Effect, Headway, Msg, Pane, Progress, Screen};
use netdojo::i18n::{Phrase, phrase};
use netdojo::lesson::{Course, Values};
use netdojo::network::Snapshot;

fn teaching() -> Driver {
    let mut driver = Driver::in_lesson();
    driver.model.teach = Some(Box::new(Teach::default()));
    driver
}

/// What is to be brought: the generation and the step.
fn brings(driver: &Driver) -> Option<(u64, usize)> {
    driver.effects.iter().find_map(|effect| match effect {
        Effect::Bring { generation, step, .. } => Some((*generation, *step)),
        _ => None,
    })
}

/// The engine is there, or not, and the lesson's names have been looked at.
fn brought(driver: &mut Driver, generation: u64, result: Result<Values, Phrase>) {
    driver.send(Msg::Brought(generation, result));
    driver.opened();
}

fn working(step: usize) -> Headway {
    Headway::Working { done: 0, count: 2, step, line: "docker ps".into() }
}

#[test]
fn a_jump_opens_the_step_and_has_the_engine_brought_there() {
    let mut driver = teaching();
    driver.line("/jump 5");
    let (generation, step) = brings(&driver).expect("the engine is brought");
    assert_eq!((step, driver.lesson().step), (4, 4));
    // It can be read, but nothing else is begun.
    driver.line("docker ps");
    assert_eq!((driver.run(), driver.notice()), (None, Some("app-bringing")));
    driver.control('u');
    driver.send(Msg::Headway(generation, working(1)));
    brought(&mut driver, generation, Ok(Values::default()));
    assert_eq!((driver.lesson().step, driver.notice()), (4, Some("app-brought")));
    assert!(driver.lesson().bringing.is_none());
}

#[test]
fn a_step_is_named_by_its_number_or_id_and_chosen_from_a_list() {
    let mut driver = teaching();
    for (typed, step) in [("13", Some(12)), ("ping", Some(4)), ("0", None), ("14", None), ("nosuch", None)] {
        driver.line(&format!("/jump {typed}"));
        let asked = brings(&driver);
        assert_eq!(asked.map(|(_, step)| step), step, "{typed}");
        match asked {
            Some((generation, _)) => brought(&mut driver, generation, Ok(Values::default())),
            None => assert_eq!(driver.notice(), Some("app-no-such-step")),
        }
    }
    driver.line("/jump");
    driver.press(KeyCode::Home);
    driver.press(KeyCode::Down);
    driver.enter();
    assert_eq!(brings(&driver).map(|(_, step)| step), Some(1));
}

#[test]
fn what_is_stopped_or_fails_opens_the_step_in_which_the_engine_stands() {
    let mut driver = teaching();
    driver.line("/jump 9");
    let (generation, _) = brings(&driver).unwrap();
    driver.send(Msg::Headway(generation, working(1)));
    assert_eq!(driver.control('c'), [Effect::StopBringing]);
    assert_eq!(driver.control('c'), [], "once is enough");
    brought(&mut driver, generation, Err(phrase("app-busy")));
    assert_eq!((driver.lesson().step, driver.notice()), (1, Some("app-bringing-stopped")));

    driver.line("/jump 9");
    let (generation, _) = brings(&driver).unwrap();
    driver.control('c');
    brought(&mut driver, generation, Err(phrase("app-busy")));
    assert_eq!((driver.lesson().step, driver.notice()), (8, Some("app-bringing-stopped-early")));

    driver.line("/jump 9");
    let (generation, _) = brings(&driver).unwrap();
    driver.send(Msg::Headway(generation, working(2)));
    brought(&mut driver, generation, Err(phrase("app-busy")));
    assert_eq!((driver.lesson().step, driver.notice()), (2, Some("app-busy")), "and why");
}

#[test]
fn a_jump_asked_for_while_the_engine_is_looked_at_begins_right_after() {
    let mut driver = teaching();
    driver.line("/jump 5");
    let (generation, _) = brings(&driver).unwrap();
    driver.send(Msg::Brought(generation, Ok(Values::default())));
    let looked_at = std::mem::take(&mut driver.effects);
    let answered = |driver: &mut Driver| {
        driver.effects.clone_from(&looked_at);
        driver.opened();
    };

    driver.line("/jump 9");
    assert_eq!((brings(&driver), driver.lesson().step), (None, 8));
    driver.line("/jump 2");
    assert_eq!(driver.notice(), Some("app-bringing"));
    assert_eq!(driver.control('c'), [], "the engine was not asked yet");
    assert_eq!(driver.notice(), Some("app-bringing-stopped-before"));
    driver.line("/jump 9");
    answered(&mut driver);
    assert_eq!(brings(&driver).map(|(_, step)| step), Some(8));
}

#[test]
fn files_are_looked_at_anew_once_they_are_as_the_step_begins() {
    let course = Course { lessons: vec![lesson_of_edits()], ..Course::default() };
    let mut driver = Driver::of(course, Progress::default()).connected();
    driver.enter();
    driver.opened();
    driver.line("/catchup");
    let (generation, _) = brings(&driver).expect("nothing is there that could be removed");
    driver.send(Msg::Brought(generation, Ok(Values::default())));
    assert!(driver.effects.iter().any(|effect| matches!(effect, Effect::LookAtEdits { .. })));
}

#[test]
fn a_learner_is_asked_before_anything_of_theirs_is_removed() {
    let mut driver = Driver::in_lesson();
    driver.line("/jump 5");
    assert_eq!((brings(&driver), driver.notice()), (None, Some("app-only-teaching")));
    driver.line("/catchup 5");
    let (generation, _) = brings(&driver).expect("nothing is there that could be removed");
    brought(&mut driver, generation, Ok(Values::default()));

    let theirs = container("alpine_01");
    let containers = [(theirs.id.clone(), theirs)].into();
    driver.send(Msg::Snapshot(Snapshot { containers, ..Snapshot::default() }.into()));
    driver.line("/catchup");
    assert_eq!((brings(&driver), driver.notice()), (None, Some("app-confirm-catchup")));
    driver.press(KeyCode::Char('x'));
    driver.control('u');
    assert_eq!(driver.model.confirm, None, "another key takes it back");
    driver.line("/catchup");
    driver.enter();
    assert_eq!(brings(&driver).map(|(_, step)| step), Some(4));
}

#[test]
fn any_key_brings_a_blank_screen_back_and_does_nothing_else() {
    let mut driver = teaching();
    driver.line("/blank");
    let blank = |driver: &Driver| driver.model.teach.as_ref().unwrap().blank;
    assert!(blank(&driver));
    assert_eq!(driver.enter(), [], "it does not run the command");
    assert!(!blank(&driver));
}

#[test]
fn on_a_projector_what_is_new_is_shown() {
    let mut driver = teaching();
    driver.line("/projector");
    assert!(driver.model.teach.as_ref().unwrap().projector.is_some());
    driver.model.teach.as_mut().unwrap().projector = Some(true);
    driver.enter();
    assert_eq!(driver.lesson().focus, Pane::Output);
    driver.line("/point");
    let point = |driver: &Driver| driver.model.teach.as_ref().unwrap().point;
    assert_eq!(point(&driver).map(|point| point.pane), Some(Pane::Output));
    driver.press(KeyCode::Esc);
    assert_eq!(point(&driver), None);
    assert!(matches!(driver.model.screen, Screen::Lesson(_)));
}
