//! `netdojo` without a command: the lessons on the whole terminal.

use std::io::{self, IsTerminal};
use std::path::Path;

use super::{Failure, Wanted};
use crate::app::Progress;
use crate::i18n::{Lang, phrase};
use crate::lesson::{self, Course};
use crate::runtime::{lessons, log, tui};
use crate::session::{Home, SessionError, Store};
use crate::ui::{Frames, Look, Theme};

/// Runs the terminal program and gives its exit code.
pub fn run(wanted: &Wanted, record: Option<&Path>) -> Result<u8, Failure> {
    begin(wanted, course()?, None, record)
}

/// Runs the terminal program with these lessons.
pub fn begin(
    wanted: &Wanted,
    course: Course,
    teaching: Option<tui::Teaching>,
    record: Option<&Path>,
) -> Result<u8, Failure> {
    needs_terminal()?;
    if let Some(path) = record.filter(|path| path.exists()) {
        return Err(Failure::usage(SessionError::Exists { path: path.to_owned() }.phrase()));
    }
    log::start();
    let home = Home::locate().map_err(|error| Failure::new(error.phrase()))?;
    let owner = home.owner().map_err(|error| Failure::new(error.phrase()))?;
    let kept = Store::<Progress>::progress(&home).load();
    let lang = wanted.choose(kept.value.lang.as_deref());
    let setup = tui::Setup {
        look: look(&lang),
        course,
        notice: kept.notice,
        progress: kept.value,
        lang,
        home,
        owner,
        record: record.map(|path| path.display().to_string()),
        teaching,
    };
    Ok(tui::run(setup)?)
}

/// Whether there is a terminal; an error where there is none.
pub fn needs_terminal() -> Result<(), Failure> {
    if io::stdin().is_terminal() && io::stdout().is_terminal() {
        return Ok(());
    }
    Err(Failure::usage(phrase("cli-start-no-terminal")).hint(phrase("cli-start-no-terminal-hint")))
}

/// The lessons that can be read; a folder in which there are none is an error.
pub fn course() -> Result<Course, Failure> {
    let folder = lessons::folder();
    let files = lessons::files(folder.as_deref())
        .map_err(|error| super::lint::no_folder(folder.as_deref(), &error))?;
    let course = lesson::course(&files);
    if course.lessons.is_empty() {
        return Err(Failure::new(phrase("cli-start-no-lessons")).hint(phrase("cli-start-no-lessons-hint")));
    }
    Ok(course)
}

/// The colours and signs that suit the terminal.
pub fn look(lang: &Lang) -> Look {
    let var = |name: &str| std::env::var(name).ok();
    let theme =
        Theme::suited(var("NO_COLOR").as_deref(), var("COLORTERM").as_deref(), var("COLORFGBG").as_deref());
    let locales = [var("LC_ALL"), var("LC_CTYPE"), var("LANG")];
    let frames = Frames::suited(locales.each_ref().map(Option::as_deref), var("TERM").as_deref());
    Look::new(lang, theme, frames)
}
