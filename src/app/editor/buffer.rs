//! The text being edited: lines, and a cursor that moves by graphemes.

mod change;
mod find;
#[cfg(test)]
mod tests;

use memchr::memchr_iter;

use self::change::Change;
use super::columns;
use crate::text::grapheme;

/// A text with a cursor. Lines end with `\n` or `\r\n`, each as it was; one that is added ends as its neighbour does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Buffer {
    text: String,
    /// In bytes, always at a grapheme's boundary.
    cursor: usize,
    /// The column that Up and Down keep to.
    column: Option<usize>,
    done: Vec<Change>,
    undone: Vec<Change>,
    /// Whether the next letter typed belongs to the last change.
    typing: bool,
}

impl Buffer {
    /// A text, with the cursor at its beginning.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the cursor is, in bytes.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// How many lines there are; what follows the last newline is one as well, be it empty.
    pub fn lines(&self) -> usize {
        1 + memchr_iter(b'\n', self.text.as_bytes()).count()
    }

    /// The number of the cursor's line, from 0.
    pub fn line(&self) -> usize {
        memchr_iter(b'\n', &self.text.as_bytes()[..self.cursor]).count()
    }

    /// The column of the cursor, from 0.
    pub fn cursor_column(&self) -> usize {
        let start = self.line_start(self.cursor);
        columns::column(self.line_at(start), self.cursor - start)
    }

    /// The lines from number `first` on, each with the byte at which it begins.
    pub fn lines_from(&self, first: usize) -> impl Iterator<Item = (usize, &str)> {
        let start = match first {
            0 => Some(0),
            _ => memchr_iter(b'\n', self.text.as_bytes()).nth(first - 1).map(|at| at + 1),
        };
        let mut next = start;
        std::iter::from_fn(move || {
            let at = next?;
            let line = self.line_at(at);
            let end = at + line.len();
            next = self.text[end..].find('\n').map(|newline| end + newline + 1);
            Some((at, line))
        })
    }

    /// What ends the line of byte `at`; at the text's end, the line before it.
    pub fn line_break(&self, at: usize) -> &'static str {
        let newline = self.text[at..].find('\n').map(|newline| at + newline);
        let newline = newline.or_else(|| self.text[..at].rfind('\n'));
        if newline.is_some_and(|newline| self.text[..newline].ends_with('\r')) { "\r\n" } else { "\n" }
    }

    /// One grapheme to the left, also into the line before.
    pub fn left(&mut self) {
        self.go(grapheme::before(&self.text, self.cursor));
    }

    /// One grapheme to the right, also into the line after.
    pub fn right(&mut self) {
        self.go(grapheme::after(&self.text, self.cursor));
    }

    /// To the beginning of the word.
    pub fn left_by_word(&mut self) {
        self.go(self.word_left());
    }

    /// Behind the word.
    pub fn right_by_word(&mut self) {
        self.go(grapheme::word_end(&self.text, self.cursor, char::is_alphanumeric));
    }

    /// To the first letter of the line, and from there to its very beginning.
    pub fn home(&mut self) {
        let start = self.line_start(self.cursor);
        let line = self.line_at(start);
        let first = start + line.len() - line.trim_start_matches([' ', '\t']).len();
        self.go(if self.cursor == first { start } else { first });
    }

    /// To the end of the line.
    pub fn end(&mut self) {
        self.go(self.line_end(self.cursor));
    }

    /// To the beginning of the text.
    pub fn top(&mut self) {
        self.go(0);
    }

    /// To the end of the text.
    pub fn bottom(&mut self) {
        self.go(self.text.len());
    }

    /// So many lines up or down, in the same column as far as there is one.
    pub fn vertical(&mut self, lines: isize) {
        let column = self.column.unwrap_or_else(|| self.cursor_column());
        let line = self.line().saturating_add_signed(lines).min(self.lines() - 1);
        self.go_to(line, column);
        self.column = Some(column);
    }

    /// To a line and a column, both from 0, as near as there is one.
    pub fn go_to(&mut self, line: usize, column: usize) {
        let last = self.lines() - 1;
        let place =
            self.lines_from(line.min(last)).next().map(|(start, line)| start + columns::at(line, column));
        self.go(place.unwrap_or(self.text.len()));
    }

    /// To a byte, or the next boundary behind it.
    pub fn go(&mut self, cursor: usize) {
        self.place(cursor);
        self.typing = false;
    }

    /// Moves the cursor to a byte, and on to a boundary: what was put in may join with what stands beside it.
    fn place(&mut self, cursor: usize) {
        self.column = None;
        self.cursor = grapheme::boundary(&self.text, cursor);
    }

    fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    fn line_end(&self, at: usize) -> usize {
        let Some(newline) = self.text[at..].find('\n') else { return self.text.len() };
        at + self.text[at..at + newline].strip_suffix('\r').map_or(newline, str::len)
    }

    fn line_at(&self, start: usize) -> &str {
        &self.text[start..self.line_end(start)]
    }

    fn word_left(&self) -> usize {
        grapheme::word_start(&self.text, self.cursor, char::is_alphanumeric)
    }
}
