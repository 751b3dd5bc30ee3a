//! What may be wrong with a line before any command is looked at, said so that it can be put right.

use std::ops::Range;

use super::ShellError;
use crate::i18n::{Phrase, phrase};

/// Something in a line that cannot be run as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slip {
    /// What it is and what to do instead.
    pub phrase: Phrase,
    /// Where, in bytes of the line.
    pub span: Range<usize>,
}

impl From<Slip> for ShellError {
    fn from(slip: Slip) -> Self {
        line(slip.phrase, slip.span)
    }
}

/// A slip in the line, exit code 2 as a shell gives for a syntax error.
pub(crate) fn line(phrase: Phrase, span: Range<usize>) -> ShellError {
    ShellError::Line { phrase, span, code: 2 }
}

/// `{a,b}` or `{1..3}` outside quotes.
pub(super) fn braces(span: Range<usize>) -> Slip {
    Slip { phrase: phrase("shell-braces"), span }
}

/// `*` or `?` outside quotes.
pub(super) fn glob(span: Range<usize>, sign: char) -> Slip {
    Slip { phrase: phrase("shell-glob").with("sign", sign.to_string()), span }
}

/// `~` at a word's beginning.
pub(super) fn tilde(span: Range<usize>) -> Slip {
    Slip { phrase: phrase("shell-tilde"), span }
}

/// A quote that nothing closes.
pub(super) fn open_quote(span: Range<usize>, quote: char) -> Slip {
    Slip { phrase: phrase("shell-open-quote").with("quote", quote.to_string()), span }
}

/// A `\` at the very end.
pub(super) fn open_escape(span: Range<usize>) -> Slip {
    Slip { phrase: phrase("shell-open-escape"), span }
}

/// A variable or a command substitution.
pub(super) fn expansion(span: Range<usize>, text: &str) -> Slip {
    let phrase = if text.starts_with("$(") || text.starts_with('`') {
        let inner = text.trim_start_matches(['$', '(', '`']).trim_end_matches([')', '`']).trim();
        if inner.is_empty() {
            phrase("shell-substitution-empty")
        } else {
            phrase("shell-substitution").with("command", inner)
        }
    } else if matches!(text, "$") {
        phrase("shell-ansi-quote")
    } else {
        phrase("shell-variable").with("name", text)
    };
    Slip { phrase, span }
}

/// An operator of the shell that this prompt does not have.
pub(super) fn operator(span: Range<usize>, op: &str) -> Slip {
    let phrase = match op {
        "&&" | "||" | ";" | ";;" | ";&" | ";;&" => phrase("shell-op-sequence").with("op", op),
        "\n" => phrase("shell-op-newline"),
        "&" => phrase("shell-op-background"),
        "<<" | "<<-" | "<<<" => phrase("shell-op-heredoc").with("op", op),
        "<" | "<&" | "<>" => phrase("shell-op-input").with("op", op),
        _ => phrase("shell-op-subshell"),
    };
    Slip { phrase, span }
}
