//! The lesson "link" against what engines have really printed, recorded in `tests/corpus/recorded/`.
//!
//! The lesson must hold on each of them, and its expected output must still tell a wrong output from a right one.

#![allow(clippy::unwrap_used, reason = "a test fails where something is not as it should be")]

#[path = "corpus/recording.rs"]
mod recording;

use netdojo::check::{TaskRun, compare_best};
use netdojo::lesson::{self, Lesson, Line, Task, Values};
use recording::Recording;

fn recorded() -> Vec<Recording> {
    recording::files("recorded").into_iter().map(recording::read).collect()
}

fn link() -> Lesson {
    lesson::load().lessons.into_iter().find(|lesson| lesson.id == "link").unwrap()
}

fn task<'a>(lesson: &'a Lesson, step: &str, number: usize) -> &'a Task {
    &lesson.steps.iter().find(|found| found.id == step).unwrap().tasks[number]
}

#[test]
fn what_engines_print_is_what_the_lesson_expects() {
    let lesson = link();
    let records = recorded();
    assert!(records.len() >= 4);
    for record in records {
        for ((step, number), run) in &record.tasks {
            let comparison = compare_best(&task(&lesson, step, *number).expected, run, &record.values);
            assert!(comparison.matches(), "{} {step} {number}: {comparison:#?}", record.path.display());
        }
    }
}

#[test]
fn every_task_has_been_recorded_on_an_engine() {
    let lesson = link();
    for record in recorded().iter().filter(|record| record.path.to_string_lossy().contains("docker")) {
        for step in &lesson.steps {
            for number in 0..step.tasks.len() {
                assert!(record.tasks.contains_key(&(step.id.clone(), number)), "{} {number}", step.id);
            }
        }
    }
}

/// Output that lacks a line which the lesson names, or another address, is not taken for the right one.
#[test]
fn wrong_outputs_are_told_from_right_ones() {
    let lesson = link();
    for record in recorded() {
        for ((step, number), run) in &record.tasks {
            let expected = &task(&lesson, step, *number).expected;
            let failed = TaskRun { exit: Some(run.exit.unwrap() + 1), ..run.clone() };
            assert!(!compare_best(expected, &failed, &record.values).matches(), "{step}: exit code");
            if expected[0].lines.iter().any(|line| matches!(line, Line::Text(_))) {
                let silent = TaskRun { lines: Vec::new(), ..run.clone() };
                assert!(
                    !compare_best(expected, &silent, &record.values).matches(),
                    "{step}: nothing printed"
                );
            }
        }
        let other = Values { named: [("first".into(), "192.0.2.1".into())].into(), ..Values::default() };
        for step in ["address", "ping", "hosts"] {
            if let Some(run) = record.tasks.get(&(step.to_owned(), 0)) {
                assert!(
                    !compare_best(&task(&lesson, step, 0).expected, run, &other).matches(),
                    "{step}: address"
                );
            }
        }
        let run = &record.tasks[&("list".to_owned(), 0)];
        for name in ["alpine_01", "alpine_02"] {
            let lines = run.lines.iter().filter(|line| !line.ends_with(name)).cloned().collect();
            let without = TaskRun { lines, ..run.clone() };
            assert!(!compare_best(&task(&lesson, "list", 0).expected, &without, &record.values).matches());
        }
    }
}
