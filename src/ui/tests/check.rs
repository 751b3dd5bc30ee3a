//! The check pane: what must hold and since when, what a wildcard stood for, and what to try next.

use std::sync::Arc;

use super::network::english;
use super::stage::{
    begun, container, failed, langs, lesson, linked, look, passed, snapshot as engine_with, stopped,
};
use super::{LARGE, NARROW, SMALL};
use crate::app::{Model, Msg, Pane, Screen, TaskState, advice, update};
use crate::check::{Outcome, StepResult, Verdict};
use crate::i18n::phrase;
use crate::network::Container;
use crate::text::width;
use crate::ui::panes::content;
use crate::ui::row::Row;

/// The pane's rows as text.
fn texts(model: &Model, cols: usize) -> Vec<String> {
    let Screen::Lesson(lesson) = &model.screen else { panic!("no lesson is open") };
    let text = |row: &Row| row.runs.iter().map(|run| run.text.as_str()).collect::<String>();
    content(model, lesson, Pane::Check, &look(&model.lang), cols).iter().map(text).collect()
}

fn next(model: &Model) -> Option<String> {
    let Screen::Lesson(lesson) = &model.screen else { panic!("no lesson is open") };
    advice::next(model, lesson).map(|next| look(&model.lang).say(&next))
}

/// The step has failed, with these containers on the engine.
fn with(containers: &[Container]) -> Model {
    let mut model = failed(&english(), NARROW);
    model.snapshot = Some(Arc::new(engine_with(containers)));
    model
}

const LINE: &str = "docker run -it -d --name alpine_02 --link alpine_01:other_container alpine";

#[test]
fn the_next_thing_to_try_is_what_mends_the_goal() {
    let (first, second) = (container("alpine_01", 2), container("alpine_02", 3));
    let try_this = |line: &str| Some(format!("Try this: {line}"));
    assert_eq!(next(&with(std::slice::from_ref(&first))), try_this(LINE), "it is missing");
    let anew = format!("docker rm -f alpine_02 and then {LINE}");
    assert_eq!(next(&with(&[first.clone(), second.clone()])), try_this(&anew), "its link is missing");
    let start = try_this("docker start alpine_01");
    assert_eq!(next(&with(&[stopped(first.clone()), second])), start, "there is nothing to link to");
    let ended = stopped(linked(container("alpine_02", 3)));
    assert_eq!(next(&with(&[first, ended])), try_this("docker start alpine_02"));
}

#[test]
fn what_is_still_to_run_comes_first() {
    let mut model = with(&[container("alpine_01", 2)]);
    let lesson = lesson(&mut model);
    (lesson.task, lesson.tasks) = (0, vec![TaskState::default(); 2]);
    assert_eq!(next(&model), Some(format!("Next, at the prompt: Enter runs {LINE}")));
    // What stands in the way of that line goes first.
    model.snapshot = Some(Arc::new(engine_with(&[container("alpine_01", 2), container("alpine_02", 3)])));
    assert_eq!(next(&model), Some(format!("Try this: docker rm -f alpine_02 and then {LINE}")));
}

#[test]
fn where_no_goal_says_what_to_do_there_are_hints_and_then_solve() {
    let mut model = with(&[container("alpine_01", 2), linked(container("alpine_02", 3))]);
    lesson(&mut model).result.goals = vec![Outcome::Holds];
    for (hints, said) in [
        (0, "Next: /hint shows a hint (2 are left)."),
        (1, "Next: /hint shows the last hint."),
        (2, "Next: /solve runs the step’s commands for you."),
    ] {
        lesson(&mut model).hints = hints;
        assert_eq!(next(&model).as_deref(), Some(said));
    }
    lesson(&mut model).judging = true;
    assert_eq!(next(&model), None, "it is not known how it stands");
    assert_eq!(next(&passed(&english(), NARROW)), None);
    assert_eq!(next(&begun(&english(), NARROW)), None, "nothing has failed");
}

/// A judgement comes out.
fn judged(model: &mut Model, goals: Vec<Outcome>, reaches: Vec<Outcome>) {
    let lesson = lesson(model);
    (lesson.judging, lesson.tried) = (true, true);
    let generation = lesson.judgement;
    let result =
        StepResult { goals, reaches, verdict: Verdict::Failed(vec![phrase("app-busy")]), tasks: Vec::new() };
    update(model, Msg::Judged(generation, Box::new(result)));
}

#[test]
fn a_condition_that_came_out_otherwise_says_so_until_the_next_line() {
    let fails = || Outcome::Fails(phrase("check-engine-lost"));
    let mut model = begun(&english(), LARGE);
    let said =
        |model: &Model, words: &str| texts(model, 70).iter().filter(|row| row.ends_with(words)).count();
    judged(&mut model, vec![fails()], vec![fails()]);
    assert_eq!(said(&model, "holds now"), 0, "nothing was known before");
    assert!(texts(&model, 70).iter().any(|row| row.contains("0 of 2")));
    judged(&mut model, vec![Outcome::Holds], vec![fails()]);
    assert_eq!((said(&model, "holds now"), said(&model, "no longer holds")), (1, 0));
    assert!(texts(&model, 70).iter().any(|row| row.contains("1 of 2")));
    judged(&mut model, vec![Outcome::Holds], vec![fails()]);
    assert_eq!(said(&model, "holds now"), 1, "the same once more");
    judged(&mut model, vec![fails()], vec![fails()]);
    assert_eq!((said(&model, "holds now"), said(&model, "no longer holds")), (0, 1));
    model.prompt.set("docker ps");
    update(&mut model, Msg::Key(crossterm::event::KeyEvent::from(crossterm::event::KeyCode::Enter)));
    assert_eq!(said(&model, "no longer holds"), 0);
}

#[test]
fn a_wildcard_says_what_it_stood_for() {
    let model = passed(&english(), NARROW);
    let rows = texts(&model, 100);
    let has = |text: &str| assert!(rows.iter().any(|row| row.contains(text)), "{text}: {rows:#?}");
    has("dd57496e7899c792e1d2d711d8982db45bbd7a060c113c27c9c97c9cace8412d  ← [ID]");
    has("time=0.067 ms  ← [N] 64  [MS] 0.067");
    has("time=0.060 ms  ← ...");
    let narrow = texts(&model, 58);
    assert!(narrow.iter().any(|row| row.ends_with("← [N]  [MS]")), "{narrow:#?}");
    assert_eq!(rows.iter().filter(|row| row.ends_with("← ...")).count(), 1, "{rows:#?}");
    // Beside each other, each wildcard stands where its text does.
    let wide = texts(&model, 150);
    assert!(
        wide.iter().any(|row| row.contains("time=[MS] ms") && row.contains("time=0.067 ms")),
        "{wide:#?}"
    );
    assert!(!wide.iter().any(|row| row.contains('←')), "{wide:#?}");
}

#[test]
fn every_row_of_the_check_fits() {
    for lang in langs() {
        for size in [SMALL, NARROW, LARGE] {
            for model in [failed(&lang, size), passed(&lang, size)] {
                for cols in 30..160 {
                    for row in texts(&model, cols) {
                        assert!(width(&row) <= cols, "{cols}: {row}");
                    }
                }
            }
        }
    }
}
