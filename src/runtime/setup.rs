//! What the program starts with, on a screen and line by line.

use crate::app::Progress;
use crate::i18n::{Lang, Phrase};
use crate::lesson::Course;
use crate::session::Home;
use crate::ui::Look;

/// What the program starts with.
#[derive(Debug)]
pub struct Setup {
    /// The lessons.
    pub course: Course,
    /// What is kept from the last time.
    pub progress: Progress,
    /// What the learner is to be told first.
    pub notice: Option<Phrase>,
    /// Where everything is kept.
    pub home: Home,
    /// Whose the things are that are made.
    pub owner: String,
    /// The language to begin with.
    pub lang: Lang,
    /// Colours and signs.
    pub look: Look,
    /// The file into which the session is to be recorded from the beginning.
    pub record: Option<String>,
    /// What is different for whoever teaches; none in the normal program.
    pub teaching: Option<Teaching>,
}

/// What is different for whoever teaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Teaching {
    /// The lesson to begin with: index into the course.
    pub lesson: Option<usize>,
}
