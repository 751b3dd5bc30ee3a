//! `netdojo teach`: the terminal program for whoever teaches, and its notes on a second terminal.

use super::args::TeachArgs;
use super::start::{self, Asked, Manner};
use super::{Failure, Wanted};
use crate::app::{Progress, Scheme};
use crate::i18n::phrase;
use crate::lesson::Course;
use crate::runtime::{log, setup, tui};
use crate::session::{Home, Store};

/// Runs the program and gives its exit code.
pub fn run(args: &TeachArgs, wanted: &Wanted, asked: &Asked) -> Result<u8, Failure> {
    if asked.manner != Manner::Screen {
        return Err(Failure::usage(phrase("cli-teach-plain")).hint(phrase("cli-teach-plain-hint")));
    }
    if args.notes {
        return follow(wanted, asked);
    }
    let course = start::course()?;
    let lesson = args.lesson.as_deref().map(|typed| find(&course, typed)).transpose()?;
    start::begin(wanted, course, Some(setup::Teaching { lesson }), asked)
}

/// Shows the notes of the program that runs in this home.
fn follow(wanted: &Wanted, asked: &Asked) -> Result<u8, Failure> {
    start::needs_terminal()?;
    log::start();
    let home = Home::locate().map_err(|error| Failure::new(error.phrase()))?;
    let lang = wanted.said.is_some().then(|| wanted.choose(None));
    let mut look = start::look(&wanted.choose(None), asked.ascii);
    look.wear(Scheme::chosen(&Store::<Progress>::progress(&home).load().value));
    Ok(tui::follow(&home, look, lang)?)
}

/// The lesson of that id, or of that number in the list.
fn find(course: &Course, typed: &str) -> Result<usize, Failure> {
    let ids: Vec<&str> = course.lessons.iter().map(|lesson| lesson.id.as_str()).collect();
    let numbered = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let numbered = numbered.filter(|index| *index < ids.len());
    ids.iter().position(|id| *id == typed).or(numbered).ok_or_else(|| {
        Failure::usage(phrase("cli-no-such-lesson").with("lesson", typed))
            .hint(phrase("cli-hint-values").with("values", ids.join(", ")))
    })
}
