//! The lesson of questions and a challenge, with its glossary.

use std::path::Path;

use netdojo::app::{Outcome, Progress};
use netdojo::lesson::{self, Course, Files};
use netdojo::runtime::lessons;

use super::Driver;

/// The lesson's files, as they stand in `tests/questions`.
pub fn files() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let files = lessons::files(Some(&folder)).expect("a folder");
    assert_eq!(lesson::lint(&files), []);
    files
}

pub fn course() -> Course {
    lesson::course(&files())
}

/// The first lesson of the course, opened.
pub fn opened(course: Course, progress: Progress) -> Driver {
    let mut driver = Driver::of(course, progress).connected();
    driver.enter();
    driver.opened();
    driver
}

pub fn with(progress: Progress) -> Driver {
    opened(course(), progress)
}

pub fn begun() -> Driver {
    with(Progress::default())
}

/// The container runs; the command that the first question is about is next.
pub fn before_the_ping(mut driver: Driver) -> Driver {
    driver.enter();
    driver.end(Outcome::Exited(0));
    driver
}
