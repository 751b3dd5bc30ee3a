//! The report on a course, made of what is kept.

use std::path::Path;

use time::OffsetDateTime;

use crate::app::Progress;
use crate::i18n::{Phrase, Translator};
use crate::lesson::Course;
use crate::report::{self, Entry, Told};
use crate::session::{Home, Journal};

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// As Markdown.
    Markdown,
    /// As one HTML file.
    Html,
}

impl Format {
    /// What a file's name asks for, if it does.
    pub fn of(path: &Path) -> Option<Self> {
        let end = path.extension()?.to_str()?.to_ascii_lowercase();
        match end.as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// The report on the lessons whose ids are `told`, or on all in which something was done where that is empty.
///
/// # Errors
/// What to tell the learner where a journal cannot be read.
pub fn make(
    course: &Course,
    (home, progress): (&Home, &Progress),
    told: &[String],
    (format, translator): (Format, &Translator),
    now: OffsetDateTime,
) -> Result<String, Phrase> {
    let journal = Journal::<Entry>::new(home);
    let mut lessons = Vec::new();
    for lesson in &course.lessons {
        let story = report::tell(&journal.entries(&lesson.id).map_err(|error| error.phrase())?);
        let chapter = if told.is_empty() { !story.attempts.is_empty() } else { told.contains(&lesson.id) };
        lessons.push(Told { lesson, story, done: progress.done(lesson), chapter });
    }
    let document = report::document(&lessons, translator, now);
    Ok(match format {
        Format::Markdown => report::markdown(&document),
        Format::Html => report::html(&document),
    })
}
