//! `netdojo` without a command: the lessons on the whole terminal, or line by line.

use std::io::{self, IsTerminal};
use std::path::PathBuf;

use super::args::{Cli, Command, Shown};
use super::{Failure, Wanted};
use crate::app::Progress;
use crate::i18n::{Lang, Phrase, phrase};
use crate::lesson::{self, Course};
use crate::runtime::{lessons, log, plain, setup, tui};
use crate::session::{Home, SessionError, Store};
use crate::ui::{Frames, Look, Theme};

/// How the program is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Manner {
    /// On the whole terminal.
    Screen,
    /// Line by line; why, where nobody asked for it.
    Plain(Option<Phrase>),
}

impl Manner {
    fn chosen(plain: bool, screen: bool, term: Option<&str>) -> Self {
        match term {
            _ if plain => Self::Plain(None),
            Some(term @ "dumb") if !screen => Self::Plain(Some(phrase("plain-chosen").with("term", term))),
            _ => Self::Screen,
        }
    }
}

/// How the program is to be shown and recorded.
#[derive(Debug)]
pub struct Asked {
    /// What the command line asks for, else what suits the terminal.
    pub manner: Manner,
    /// ASCII instead of the signs that suit the terminal.
    pub ascii: bool,
    /// The file for a recording.
    record: Option<PathBuf>,
}

impl Asked {
    /// What the command line asks for, before the command or after it.
    pub fn of(cli: &Cli) -> Self {
        let teach = match &cli.command {
            Some(Command::Teach(args)) => Some(&args.shown),
            _ => None,
        };
        let said: Vec<&Shown> = std::iter::once(&cli.shown).chain(teach).collect();
        let any = |flag: fn(&Shown) -> bool| said.iter().any(|shown| flag(shown));
        let term = std::env::var("TERM").ok();
        Self {
            manner: Manner::chosen(any(|shown| shown.plain), any(|shown| shown.screen), term.as_deref()),
            ascii: any(|shown| shown.ascii),
            record: said.iter().rev().find_map(|shown| shown.record.clone()),
        }
    }
}

/// The first flag that says how the terminal program is shown, where there is one.
pub fn flag(cli: &Cli) -> Option<&'static str> {
    let Shown { record, plain, screen, ascii } = &cli.shown;
    let flags =
        [("--record", record.is_some()), ("--plain", *plain), ("--screen", *screen), ("--ascii", *ascii)];
    flags.into_iter().find(|(_, given)| *given).map(|(name, _)| name)
}

/// Runs the program and gives its exit code.
pub fn run(wanted: &Wanted, asked: &Asked) -> Result<u8, Failure> {
    begin(wanted, course()?, None, asked)
}

/// Runs the program with these lessons.
pub fn begin(
    wanted: &Wanted,
    course: Course,
    teaching: Option<setup::Teaching>,
    asked: &Asked,
) -> Result<u8, Failure> {
    if asked.manner == Manner::Screen {
        needs_terminal()?;
    }
    if let Some(path) = asked.record.as_ref().filter(|path| path.exists()) {
        return Err(Failure::usage(SessionError::Exists { path: path.clone() }.phrase()));
    }
    log::start();
    let home = Home::locate().map_err(|error| Failure::new(error.phrase()))?;
    let owner = home.owner().map_err(|error| Failure::new(error.phrase()))?;
    let kept = Store::<Progress>::progress(&home).load();
    let lang = wanted.choose(kept.value.lang.as_deref());
    let setup = setup::Setup {
        look: look(&lang, asked.ascii),
        course,
        notice: kept.notice,
        progress: kept.value,
        lang,
        home,
        owner,
        record: asked.record.as_ref().map(|path| path.display().to_string()),
        teaching,
    };
    Ok(match &asked.manner {
        Manner::Screen => tui::run(setup)?,
        Manner::Plain(why) => plain::run(setup, why.as_ref())?,
    })
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

/// The colours and signs that suit the terminal; `ascii` where the learner knows better.
pub fn look(lang: &Lang, ascii: bool) -> Look {
    let var = |name: &str| std::env::var(name).ok();
    let theme = Theme::suited(var);
    let locales = [var("LC_ALL"), var("LC_CTYPE"), var("LANG")];
    let suited = || Frames::suited(locales.each_ref().map(Option::as_deref), var("TERM").as_deref());
    let frames = if ascii { Frames::Ascii } else { suited() };
    Look::new(lang, theme, frames)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dumb_terminal_is_spoken_to_line_by_line_unless_the_screen_is_asked_for() {
        assert_eq!(Manner::chosen(false, false, Some("xterm")), Manner::Screen);
        assert_eq!(Manner::chosen(false, false, None), Manner::Screen);
        assert_eq!(Manner::chosen(true, false, Some("xterm")), Manner::Plain(None));
        assert_eq!(Manner::chosen(false, true, Some("dumb")), Manner::Screen);
        assert_eq!(Manner::chosen(true, false, Some("dumb")), Manner::Plain(None));
        assert!(matches!(Manner::chosen(false, false, Some("dumb")), Manner::Plain(Some(_))));
    }
}
