//! `netdojo report`: what was done, as a document to take home.

use std::io::Write;

use time::{OffsetDateTime, UtcOffset};

use super::args::ReportArgs;
use super::{Failure, Wanted};
use crate::app::Progress;
use crate::i18n::{Translator, phrase};
use crate::report::{self, Entry, Told};
use crate::session::{Home, Journal, Store};

/// Writes the report to standard output, or into a file.
pub fn run(args: &ReportArgs, wanted: &Wanted) -> Result<u8, Failure> {
    // Before there are threads: beside them the system's time zone may not be read safely.
    let offset = UtcOffset::current_local_offset().unwrap_or(UtcOffset::UTC);
    let home = Home::locate().map_err(|error| Failure::new(error.phrase()))?;
    let progress = Store::<Progress>::progress(&home).load().value;
    let course = super::start::course()?;
    if let Some(id) = args.told.iter().find(|id| course.lessons.iter().all(|lesson| lesson.id != **id)) {
        return Err(Failure::usage(phrase("cli-verify-no-lesson").with("id", id.as_str())));
    }
    let journal = Journal::<Entry>::new(&home);
    let mut told = Vec::new();
    for lesson in &course.lessons {
        let entries = journal.entries(&lesson.id).map_err(|error| Failure::new(error.phrase()))?;
        let story = report::tell(&entries);
        let chapter =
            if args.told.is_empty() { !story.attempts.is_empty() } else { args.told.contains(&lesson.id) };
        told.push(Told { lesson, story, done: progress.done(lesson), chapter });
    }
    let translator = Translator::new(&wanted.choose(progress.lang.as_deref()));
    let document = report::document(&told, &translator, OffsetDateTime::now_utc().to_offset(offset));
    let text = report::markdown(&document);
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(0)
}
