//! The lessons against what the official images have printed: `tests/corpus/official/SOURCE/LESSON.txt`.
//!
//! Where the tests run, the images may be others that do the same. What these files hold comes from the training, from Docker's
//! documentation and from what people have reported, so a lesson that holds on both is not made for the stand-ins.

#![allow(clippy::unwrap_used, reason = "a test fails where something is not as it should be")]

#[path = "corpus/recording.rs"]
mod recording;

use netdojo::check::{TaskRun, compare_best};
use netdojo::lesson::{self, Line, Task};
use recording::Recording;

/// By the lesson's id.
fn official() -> Vec<(String, Recording)> {
    let sources = recording::files("official").into_iter();
    let files = sources.flat_map(|source| {
        let name = source.file_name().unwrap().to_str().unwrap();
        recording::files(&format!("official/{name}"))
    });
    files
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), recording::read(path)))
        .collect()
}

/// Calls with each recorded task: its name, the task of the lesson, what was printed, and the recording.
fn for_each_task(check: impl Fn(&str, &Task, &TaskRun, &Recording)) {
    let course = lesson::load();
    for (id, recording) in official() {
        let lesson = course.lessons.iter().find(|lesson| lesson.id == id).unwrap();
        assert!(!recording.tasks.is_empty(), "{}", recording.path.display());
        for ((step, number), run) in &recording.tasks {
            let name = format!("{} {step} {}", recording.path.display(), number + 1);
            let found = lesson.steps.iter().find(|found| found.id == *step);
            let task = found.and_then(|step| step.tasks.get(*number));
            check(&name, task.unwrap_or_else(|| panic!("{name}: no such task")), run, &recording);
        }
    }
}

#[test]
fn what_official_images_print_is_what_the_lessons_expect() {
    for_each_task(|name, task, run, recording| {
        let comparison = compare_best(&task.expected, run, &recording.values);
        assert!(comparison.matches(), "{name}: {comparison:#?}");
    });
}

/// Otherwise the test above would say nothing.
#[test]
fn what_they_do_not_print_is_not() {
    for_each_task(|name, task, run, recording| {
        let failed = TaskRun { exit: Some(run.exit.unwrap() + 1), ..run.clone() };
        assert!(!compare_best(&task.expected, &failed, &recording.values).matches(), "{name}: exit code");
        assert!(
            task.expected[0].lines.iter().any(|line| matches!(line, Line::Text(_))),
            "{name}: the lesson expects nothing in particular"
        );
        let silent = TaskRun { lines: Vec::new(), ..run.clone() };
        assert!(!compare_best(&task.expected, &silent, &recording.values).matches(), "{name}: silence");
    });
}
