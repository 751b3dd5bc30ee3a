//! The prompt line: editing, history, completion, ghost text.

/// The prompt line's state.
#[derive(Debug, Default)]
pub struct Prompt {
    /// The text typed so far.
    pub text: String,
    /// The cursor, in bytes into `text`, at a grapheme's boundary.
    pub cursor: usize,
}
