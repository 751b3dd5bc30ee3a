//! The instructor's means: notes, minutes against plan, what the room sees.

mod notes;
mod pace;
mod page;

pub use notes::notes;
pub use pace::{Pace, plan};
pub use page::{Mood, Page, headway, page};

use super::layout::WIDE;
use super::{Model, Pane, Screen};

/// What an instructor has besides a learner.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Teach {
    /// The minutes spent.
    pub pace: Pace,
    /// Whether it is laid out for a projector; where nothing was said, small terminals are.
    pub projector: Option<bool>,
    /// Whether nothing is shown, until a key is pressed.
    pub blank: bool,
    /// Where the instructor points.
    pub point: Option<Point>,
}

/// A row that is pointed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The pane.
    pub pane: Pane,
    /// The row of its content.
    pub row: usize,
}

/// Whether the lesson is laid out for a projector: one pane at a time, with air around it.
pub fn projects(model: &Model) -> bool {
    let small = model.size.0 < WIDE;
    matches!(model.screen, Screen::Lesson(_))
        && model.teach.as_ref().is_some_and(|teach| teach.projector.unwrap_or(small))
}

/// The minute has changed: it is counted for where the instructor is.
pub(super) fn minute(model: &mut Model, clock: &str) {
    let at = place(model);
    if let Some(teach) = &mut model.teach {
        teach.pace.tick(clock, at);
    }
}

/// The lesson and the step that are open.
fn place(model: &Model) -> Option<(usize, usize)> {
    match &model.screen {
        Screen::Start(_) => None,
        Screen::Lesson(lesson) => Some((lesson.lesson, lesson.step)),
    }
}
