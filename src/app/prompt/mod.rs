//! The prompt line: editing as in a shell, history, what may be completed.
//!
//! A small editor of our own: the widgets there are count in `char`s, and here the cursor must never
//! stand inside what a reader takes for one letter.

mod edit;
mod history;

use std::ops::Range;

use crate::i18n::Phrase;

pub use history::{Search, push};

/// The prompt line's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prompt {
    /// The text typed so far: one line, without control characters.
    pub text: String,
    /// The cursor, in bytes into `text`, at a grapheme's boundary.
    pub cursor: usize,
    /// Ctrl-R: the search through the history, while it is on.
    pub search: Option<Search>,
    /// What may stand at the cursor, while it is offered.
    pub completion: Option<Completion>,
    /// Lines pasted besides the one in `text`: each comes into the prompt once the one before it was run.
    pub pasted: Vec<String>,
    /// What Ctrl-Y puts back.
    killed: String,
    /// Earlier states for undo, oldest first.
    undo: Vec<(String, usize)>,
    /// Whether the last change was typing, which undo takes back in one go.
    typing: bool,
    /// Where Up and Down are in the history.
    browsing: Option<history::Browsing>,
}

/// What may stand at the cursor.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Completion {
    /// The part of the text that a candidate takes the place of, in bytes.
    pub range: Range<usize>,
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
}
