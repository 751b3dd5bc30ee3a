//! The prompt line: editing as in a shell, history, what may be completed.
//!
//! A small editor of our own: the widgets there are count in `char`s, and here the cursor must never
//! stand inside what a reader takes for one letter.

mod edit;
mod history;
mod kill;
mod rows;
mod undo;
mod words;

use std::ops::Range;

use crate::i18n::Phrase;

pub use history::{Search, push};
pub use rows::{row_of, rows};

/// The prompt's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prompt {
    /// The text typed so far, without control characters but newlines, which part its lines.
    pub text: String,
    /// The cursor, in bytes into `text`, at a grapheme's boundary.
    pub cursor: usize,
    /// Ctrl-R: the search through the history, while it is on.
    pub search: Option<Search>,
    /// What may stand at the cursor, while it is offered.
    pub completion: Option<Completion>,
    /// Lines pasted besides the one in `text`: each comes into the prompt once the one before it was run.
    pub pasted: Vec<String>,
    /// What was cut, the latest last: what Ctrl-Y puts back.
    cuts: Vec<String>,
    /// Earlier states for undo, and undone ones for redo.
    past: undo::Past,
    /// What was done last, where the next thing depends on it.
    last: Last,
    /// Where Up and Down are in the history.
    browsing: Option<history::Browsing>,
}

/// What was done last: some keys go on with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
enum Last {
    /// Anything else.
    #[default]
    Other,
    /// Typing, which undo takes back in one go.
    Typing,
    /// Cutting: what is cut next joins it.
    Cut,
    /// A cut was put back here; Alt-Y puts the one before it in its place.
    PutBack {
        /// In bytes.
        range: Range<usize>,
        /// Which one, from the latest.
        back: usize,
    },
    /// The last word of an earlier line was put in here; Alt-. puts that of the line before it in its place.
    Recalled {
        /// In bytes.
        range: Range<usize>,
        /// The line, as an index into the history.
        at: usize,
    },
}

/// What may stand at the cursor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completion {
    /// The part of the text that a candidate takes the place of, in bytes.
    pub range: Range<usize>,
    /// What was typed there.
    pub typed: String,
    /// What may stand there.
    pub candidates: Vec<Candidate>,
    /// The one under the cursor; none until one was chosen.
    pub selected: Option<usize>,
}

/// Something that may stand at the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The text put in.
    pub text: String,
    /// What it is, in a few words.
    pub about: Option<Phrase>,
    /// Whether a blank follows it where it is put in by itself.
    pub whole: bool,
}

impl Candidate {
    /// One that is described, with nothing behind it.
    pub fn of(text: impl Into<String>, about: Phrase) -> Self {
        Self { text: text.into(), about: Some(about), whole: false }
    }
}

#[cfg(test)]
impl Prompt {
    /// With that text typed, the cursor behind it.
    fn of(text: &str) -> Self {
        let mut prompt = Self::default();
        prompt.insert(text);
        prompt
    }
}
