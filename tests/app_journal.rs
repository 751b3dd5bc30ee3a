//! What goes into a lesson's journal, through `update` alone, and the story that it tells.

mod app_driver;

use app_driver::{Driver, failed, passed};
use crossterm::event::KeyCode;
use netdojo::app::{Effect, Msg, Outcome};
use netdojo::i18n::phrase;
use netdojo::report::{Deed, End, Entry, Event, Judged, Story, tell};

fn story(driver: &Driver) -> Story {
    let entry = |event: &Event| Entry { at: String::new(), by: "x".into(), event: event.clone() };
    tell(&driver.noted.iter().map(entry).collect::<Vec<_>>())
}

fn deeds(driver: &Driver, step: &str) -> Vec<Deed> {
    story(driver).attempts.last().expect("an attempt").steps[step].deeds.clone()
}

fn text(deed: &Deed) -> String {
    let Deed::Command(command) = deed else { panic!("{deed:?}") };
    let lines = command.printed.head.iter();
    lines.map(|line| line.iter().map(|piece| piece.text.as_str()).collect::<String>() + "\n").collect()
}

#[test]
fn commands_outputs_and_verdicts_are_written_in_order() {
    let mut driver = Driver::in_lesson();
    driver.line("docker stop nobody");
    driver.print("\x1b[31mred\x1b[0m and\r\nplain\r\n");
    driver.end(Outcome::Exited(1));
    driver.judged(failed());
    driver.enter();
    driver.end(Outcome::Exited(0));
    driver.judged(passed());
    let deeds = deeds(&driver, "first");
    assert_eq!(deeds.len(), 4, "{deeds:?}");
    assert_eq!(text(&deeds[0]), "red and\nplain\n");
    let Deed::Command(command) = &deeds[0] else { panic!() };
    assert_eq!(
        (command.line.as_str(), command.end.clone()),
        ("docker stop nobody", Some(End::Exited { code: 1 }))
    );
    assert!(command.printed.head[0][0].style.fg.is_some(), "colours are kept");
    assert!(matches!(deeds[1], Deed::Judged(Judged::Failed { .. })));
    assert!(matches!(&deeds[2], Deed::Command(command) if command.line.contains("alpine_01")));
    assert_eq!(deeds[3], Deed::Judged(Judged::Passed));
}

#[test]
fn a_verdict_that_stays_the_same_is_written_once() {
    let mut driver = Driver::in_lesson();
    driver.line("docker ps");
    driver.end(Outcome::Exited(0));
    driver.judged(failed());
    for _ in 0..3 {
        driver.line("/check");
        driver.judged(failed());
    }
    let judged = driver.noted.iter().filter(|event| matches!(event, Event::Judged { .. })).count();
    assert_eq!(judged, 1);
}

#[test]
fn every_way_in_which_a_line_ends_is_written() {
    let mut driver = Driver::in_lesson();
    for (outcome, end) in [
        (Outcome::Exited(7), End::Exited { code: 7 }),
        (Outcome::Detached, End::Detached),
        (Outcome::Lost, End::Lost),
        (
            Outcome::Refused(phrase("check-engine-lost"), 2),
            End::Refused { code: 2, reason: (&phrase("check-engine-lost")).into() },
        ),
    ] {
        driver.line("docker logs x");
        driver.end(outcome);
        let last = driver.noted.iter().rev().find_map(|event| match event {
            Event::Ended { end, .. } => Some(end.clone()),
            _ => None,
        });
        assert_eq!(last, Some(end));
    }
}

#[test]
fn a_flood_is_written_within_bounds() {
    let mut driver = Driver::in_lesson();
    driver.line("docker logs x");
    let lines = (0..20_000).flat_map(|n| [format!("{n:0>60}"), "\r\n".to_owned()]).collect::<String>();
    driver.print(&lines.repeat(2));
    driver.end(Outcome::Exited(0));
    let Some(Event::Ended { printed, .. }) =
        driver.noted.iter().find(|event| matches!(event, Event::Ended { .. }))
    else {
        panic!("it has ended")
    };
    assert!(printed.cut && printed.omitted > 1000 && !printed.tail.is_empty());
    assert!(serde_json::to_string(printed).expect("JSON").len() < 64 * 1024);
}

#[test]
fn predictions_and_solve_are_written() {
    let mut driver = Driver::in_lesson();
    driver.line("/solve");
    driver.end(Outcome::Exited(0));
    driver.judged(passed());
    driver.line("/predict 1");
    let story = story(&driver);
    assert!(story.attempts[0].steps["first"].solved);
    assert_eq!(story.attempts[0].steps["first"].predictions.len(), 0, "nothing is asked there");
}

#[test]
fn a_reset_begins_a_new_attempt_and_loses_nothing() {
    let mut driver = Driver::in_lesson();
    driver.line("docker stop nobody");
    driver.end(Outcome::Exited(0));
    driver.judged(failed());
    driver.line("/reset");
    driver.press(KeyCode::Enter);
    let generation = driver.effects.iter().find_map(|effect| match effect {
        Effect::Reset { generation, .. } => Some(*generation),
        _ => None,
    });
    driver.send(Msg::Reset(generation.expect("it is asked for"), Ok(())));
    driver.line("docker ps -a");
    driver.end(Outcome::Exited(0));
    let story = story(&driver);
    assert_eq!(story.attempts.len(), 2);
    assert_eq!(story.attempts[0].steps["first"].deeds.len(), 2);
    assert!(
        matches!(&story.attempts[1].steps["first"].deeds[0], Deed::Command(command) if command.line == "docker ps -a")
    );
}

#[test]
fn what_happens_outside_of_lessons_is_nobodys_business() {
    let mut driver = Driver::new();
    driver.line("docker ps");
    driver.end(Outcome::Exited(0));
    driver.line("/quit");
    assert_eq!(driver.noted, []);
}

#[test]
fn values_are_written_when_they_change() {
    let mut driver = Driver::in_lesson();
    let values =
        |driver: &Driver| driver.noted.iter().filter(|event| matches!(event, Event::Values { .. })).count();
    assert_eq!(values(&driver), 1);
    let same = driver.lesson().values.clone();
    driver.send(Msg::Values(same.clone()));
    assert_eq!(values(&driver), 1);
    let mut other = same;
    other.named.insert("first".into(), "172.17.0.99".into());
    driver.send(Msg::Values(other));
    assert_eq!(values(&driver), 2);
    assert_eq!(story(&driver).attempts.len(), 0, "values alone are no story");
}
