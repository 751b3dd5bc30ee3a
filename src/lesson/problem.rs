//! What is wrong with a lesson: where, what, and what to do about it.

use std::ops::Range;

use crate::i18n::{Phrase, phrase};

/// Something wrong in a file of a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as its key in the [`super::Files`] that it came from; empty for a text without a file.
    pub file: String,
    /// The bytes concerned. Empty where something is missing at that place.
    pub span: Range<usize>,
    /// The line of the span's start, from 1.
    pub line: usize,
    /// The column of the span's start in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub what: Phrase,
    /// What to do about it.
    pub help: Option<Phrase>,
}

impl Problem {
    /// A problem with a whole file, or with one that is missing.
    pub(super) fn with_file(file: impl Into<String>, what: Phrase) -> Self {
        Self { file: file.into(), span: 0..0, line: 1, column: 1, what, help: None }
    }

    /// The problem as seen from the folder above.
    pub(super) fn within(mut self, folder: &str) -> Self {
        self.file = format!("{folder}/{}", self.file);
        self
    }

    /// The problem with advice: a phrase by its key.
    pub(super) fn help(self, key: &'static str) -> Self {
        self.advise(phrase(key))
    }

    /// The problem with advice.
    pub(super) fn advise(mut self, help: Phrase) -> Self {
        self.help = Some(help);
        self
    }
}

/// A file's name and text: what spans refer to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source<'a> {
    /// The file's name.
    pub file: &'a str,
    /// Its text.
    pub text: &'a str,
}

impl Source<'_> {
    /// A problem at those bytes of the text; a span that is out of the text or inside a character is
    /// moved to where it can be shown.
    pub fn problem(&self, span: Range<usize>, what: Phrase) -> Problem {
        let start = floor_boundary(self.text, span.start);
        let end = floor_boundary(self.text, span.end).max(start);
        let before = &self.text[..start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Problem {
            file: self.file.to_owned(),
            span: start..end,
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            what,
            help: None,
        }
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source { file: "ja.md", text: "一行目\n二「行」目" };
        let at = source
            .text
            .find('行')
            .map(|first| source.text[first + 3..].find('行').unwrap() + first + 3)
            .unwrap();
        let problem = source.problem(at..at + 3, phrase("lesson-html"));
        assert_eq!((problem.line, problem.column), (2, 3));
    }

    #[test]
    fn a_span_outside_the_text_is_moved_into_it() {
        let source = Source { file: "ja.md", text: "あ" };
        assert_eq!(source.problem(1..9, phrase("lesson-html")).span, 0..3);
    }
}
