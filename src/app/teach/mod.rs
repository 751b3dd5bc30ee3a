//! The instructor's means: notes, minutes against plan, what the room sees.

mod notes;
mod pace;
mod page;

pub use notes::notes;
pub use pace::{Pace, plan};
pub use page::{Mood, Page, headway, page};

use super::{Model, Screen};

/// What an instructor has besides a learner.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Teach {
    /// The minutes spent.
    pub pace: Pace,
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
