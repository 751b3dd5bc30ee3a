//! `netdojo lint [DIR]`: what is wrong with a folder of lessons.

use std::io::Write;
use std::path::Path;

use super::{Failure, failure, look};
use crate::i18n::{Translator, phrase};
use crate::lesson;
use crate::runtime::lessons;

/// Prints what is wrong; exit code 1 where something is.
pub fn run(folder: Option<&Path>, translator: &Translator) -> Result<u8, Failure> {
    let named = folder.map(Path::to_owned).or_else(lessons::folder);
    let files = lessons::files(named.as_deref()).map_err(|error| no_folder(named.as_deref(), &error))?;
    let found = lesson::lint(&files);
    let mut out = std::io::stdout().lock();
    out.write_all(lesson::report_graphical(&found, &files, translator, look::of_stdout()).as_bytes())?;
    let said = if found.is_empty() {
        phrase("cli-lint-well").with("files", files.len())
    } else {
        phrase("cli-lint-problems").with("problems", found.len())
    };
    writeln!(out, "{}", translator.say(&said))?;
    Ok(if found.is_empty() { 0 } else { failure::CHECK_FAILED })
}

/// A folder of lessons that cannot be read.
pub fn no_folder(folder: Option<&Path>, error: &std::io::Error) -> Failure {
    let folder = folder.unwrap_or(Path::new("")).display().to_string();
    Failure::usage(phrase("cli-lint-folder").with("folder", folder).with("detail", error.to_string()))
        .hint(phrase("cli-lint-folder-hint"))
}
