//! `netdojo report`: what was done, as a document to take home.

use std::io::Write;

use time::{OffsetDateTime, UtcOffset};

use super::args::ReportArgs;
use super::{Failure, Wanted};
use crate::app::Progress;
use crate::i18n::{Translator, phrase};
use crate::runtime::report::{self, Format};
use crate::session::{Home, Store, put};

/// Writes the report to standard output, or into a file.
pub fn run(args: &ReportArgs, wanted: &Wanted) -> Result<u8, Failure> {
    // Before there are threads: beside them the system's time zone may not be read safely.
    let offset = UtcOffset::current_local_offset().unwrap_or(UtcOffset::UTC);
    let home = Home::locate().map_err(|error| Failure::new(error.phrase()))?;
    let progress = Store::<Progress>::progress(&home).load().value;
    let course = super::start::course()?;
    if let Some(id) = args.told.iter().find(|id| course.lessons.iter().all(|lesson| lesson.id != **id)) {
        let known: Vec<&str> = course.lessons.iter().map(|lesson| lesson.id.as_str()).collect();
        return Err(Failure::usage(phrase("cli-verify-no-lesson").with("id", id.as_str()))
            .hint(phrase("cli-hint-values").with("values", known.join(", "))));
    }
    let translator = Translator::new(&wanted.choose(progress.lang.as_deref()));
    let now = OffsetDateTime::now_utc().to_offset(offset);
    let text = report::make(&course, (&home, &progress), &args.told, (format(args), &translator), now)
        .map_err(Failure::new)?;
    match &args.output {
        Some(path) => put(path, text.as_bytes()).map_err(|error| Failure::new(error.phrase()))?,
        None => std::io::stdout().lock().write_all(text.as_bytes())?,
    }
    Ok(0)
}

fn format(args: &ReportArgs) -> Format {
    if args.html {
        Format::Html
    } else if args.md {
        Format::Markdown
    } else {
        args.output.as_deref().and_then(Format::of).unwrap_or(Format::Markdown)
    }
}
