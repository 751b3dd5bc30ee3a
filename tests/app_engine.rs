//! An engine that is lost, shared or old, through `update` alone: what a lesson makes of it.

mod app_driver;

use app_driver::{Driver, engine, failed, passed, snapshot};
use crossterm::event::KeyCode;
use netdojo::app::offer::{Offer, offer};
use netdojo::app::{Effect, Msg, Outcome};
use netdojo::check::Verdict;
use netdojo::i18n::phrase;
use netdojo::lesson::Values;
use netdojo::network::Connection;

#[test]
fn a_lost_engine_makes_verdicts_unknown_and_never_failed() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    driver.end(Outcome::Exited(0));
    let asked = driver.judge().unwrap();
    driver.judged(passed());
    driver.line("docker ps");
    let reason = phrase("app-line-lost");
    driver.send(Msg::Connection(Connection::Lost { info: engine(), reason: reason.clone() }));
    driver.end(Outcome::Lost);
    assert_eq!(driver.judge(), None);
    assert_eq!(driver.notice(), Some("app-line-lost"));
    assert_eq!(driver.lesson().result.verdict, Verdict::Unknown(reason));
    driver.send(Msg::Judged(asked, Box::new(failed())));
    assert!(matches!(driver.lesson().result.verdict, Verdict::Unknown(_)), "an old answer changes nothing");

    driver.send(Msg::Connection(Connection::Ready(engine())));
    driver.opened();
    assert!(driver.judge().is_some(), "it is judged anew");
}

#[test]
fn taken_names_keep_the_lesson_from_running_until_they_are_free() {
    let mut driver = Driver::new();
    driver.enter();
    let Some(Effect::Open { generation, .. }) =
        driver.effects.iter().find(|e| matches!(e, Effect::Open { .. }))
    else {
        panic!("the engine is looked at")
    };
    let taken = vec![phrase("app-busy")];
    let opened = Msg::Opened {
        generation: *generation,
        taken: taken.clone(),
        lacking: vec![],
        values: Values::default(),
    };
    driver.send(opened);
    assert_eq!(offer(&driver.model), Offer::Blocked(taken[0].clone()));
    assert_eq!(driver.enter(), []);
    let line = driver.model.course.lessons[0].steps[0].tasks[0].line.clone();
    assert_eq!(driver.line(&line), [], "typing it is no way around");
    driver.control('u');
    driver.line("docker ps");
    assert_eq!(driver.run(), Some("docker ps"));
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.judge(), None, "somebody else's containers must not pass a step");

    driver.send(Msg::Snapshot(snapshot(&["other"])));
    driver.opened();
    assert_eq!(driver.notice(), Some("app-names-free"));
    assert!(matches!(offer(&driver.model), Offer::Run { .. }));
}

#[test]
fn what_the_engine_lacks_skips_steps() {
    let mut driver = Driver::new();
    driver.enter();
    let generation = driver.lesson().opening.expect("a lesson that is being opened");
    let lacking = vec![phrase("app-busy")];
    driver.send(Msg::Opened {
        generation,
        taken: vec![],
        lacking: lacking.clone(),
        values: Values::default(),
    });
    assert_eq!(driver.lesson().result.verdict, Verdict::Skipped(lacking[0].clone()));
    assert_eq!(offer(&driver.model), Offer::Next);
    driver.enter();
    assert_eq!(driver.lesson().result.verdict, Verdict::Skipped(lacking[0].clone()));
}

#[test]
fn reset_is_asked_for_and_begins_anew() {
    let mut driver = Driver::in_lesson();
    driver.line("/next");
    driver.line("/reset");
    assert_eq!(driver.notice(), Some("app-confirm-reset"));
    driver.press(KeyCode::Left);
    driver.enter();
    assert!(driver.run().is_some(), "another key called it off");
    driver.end(Outcome::Exited(0));

    driver.line("/reset");
    let Some(&Effect::Reset { generation, .. }) = driver.enter().first() else { panic!("it is reset") };
    assert!(matches!(offer(&driver.model), Offer::Blocked(_)));
    driver.send(Msg::Reset(generation, Ok(())));
    driver.opened();
    assert_eq!((driver.lesson().step, &driver.lesson().result.verdict), (0, &Verdict::NotRun));
}

#[test]
fn a_change_that_the_step_is_about_is_judged_and_one_judgement_at_a_time() {
    let mut driver = Driver::in_lesson();
    driver.send(Msg::Snapshot(snapshot(&["nothing_to_do_with_it"])));
    assert_eq!(driver.judge(), None);
    driver.send(Msg::Snapshot(snapshot(&["alpine_01"])));
    let first = driver.judge().unwrap();
    driver.send(Msg::Snapshot(snapshot(&[])));
    assert_eq!(driver.judge(), None, "one is under way");
    driver.send(Msg::Judged(first, Box::new(failed())));
    assert!(driver.judge().is_some(), "and is repeated, as something happened meanwhile");
}
