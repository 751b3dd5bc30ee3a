//! The prompt line: editing, history, completion, ghost text.

use std::ops::Range;

use crate::i18n::Phrase;

/// The prompt line's state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prompt {
    /// The text typed so far.
    pub text: String,
    /// The cursor, in bytes into `text`, at a grapheme's boundary.
    pub cursor: usize,
    /// Ctrl-R: the search through the history, while it is on.
    pub search: Option<Search>,
    /// What may stand at the cursor, while it is offered.
    pub completion: Option<Completion>,
    /// Lines pasted besides the one in `text`: each comes into the prompt once the one before it was run.
    pub pasted: Vec<String>,
}

/// A search backwards through the history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// What is searched for; the line found is the prompt's text.
    pub query: String,
    /// Whether nothing was found.
    pub failed: bool,
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
