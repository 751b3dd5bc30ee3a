//! The text being edited: graphemes, a cursor, and all changes, which can be taken back.

use memchr::memchr_iter;

use super::columns::{self, STOP};
use crate::text::grapheme;

/// So many changes can be taken back.
const UNDO: usize = 10_000;

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

/// A part of the text that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Change {
    at: usize,
    removed: String,
    inserted: String,
    /// The cursor before.
    before: usize,
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

    /// Puts text in at the cursor.
    pub fn insert(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let at = self.cursor;
        match self.done.last_mut() {
            Some(last) if self.typing && last.at + last.inserted.len() == at => {
                self.text.insert_str(at, text);
                last.inserted.push_str(text);
                self.place(at + text.len());
                self.undone.clear();
            }
            _ => self.replace(at..at, text),
        }
        // A word at a time: a blank ends what one undo takes back.
        self.typing = !text.ends_with(char::is_whitespace);
    }

    /// Puts pasted text, whose lines end with `\n`, in at the cursor, as a change of its own.
    pub fn paste(&mut self, text: &str) {
        self.typing = false;
        self.insert(&text.replace('\n', self.line_break(self.cursor)));
        self.typing = false;
    }

    /// A new line, indented as the one before it.
    pub fn newline(&mut self) {
        let before = &self.text[self.line_start(self.cursor)..self.cursor];
        let indent = before.len() - before.trim_start_matches([' ', '\t']).len();
        let text = format!("{}{}", self.line_break(self.cursor), &before[..indent]);
        self.typing = false;
        self.insert(&text);
    }

    /// To the next stop: with a tab in a file that is indented with tabs, else with blanks.
    pub fn tab(&mut self) {
        let tabs = self.text.starts_with('\t') || self.text.contains("\n\t");
        let blanks = if tabs { "\t".to_owned() } else { " ".repeat(STOP - self.cursor_column() % STOP) };
        self.typing = false;
        self.insert(&blanks);
    }

    /// Removes the grapheme before the cursor.
    pub fn backspace(&mut self) {
        self.remove(grapheme::before(&self.text, self.cursor), self.cursor);
    }

    /// Removes the grapheme under the cursor.
    pub fn delete(&mut self) {
        self.remove(self.cursor, grapheme::after(&self.text, self.cursor));
    }

    /// Removes the rest of the line; at its end, the newline.
    pub fn delete_to_end(&mut self) {
        let end = self.line_end(self.cursor);
        self.remove(self.cursor, if end == self.cursor { grapheme::after(&self.text, end) } else { end });
    }

    /// Removes back to the beginning of the word.
    pub fn delete_word(&mut self) {
        self.remove(self.word_left(), self.cursor);
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

    /// Takes the last change back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(change) = self.done.pop() else { return false };
        self.text.replace_range(change.at..change.at + change.inserted.len(), &change.removed);
        self.go(change.before);
        self.undone.push(change);
        true
    }

    /// Makes the change again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(change) = self.undone.pop() else { return false };
        self.text.replace_range(change.at..change.at + change.removed.len(), &change.inserted);
        self.go(change.at + change.inserted.len());
        self.done.push(change);
        true
    }

    /// The first place at or after byte `from` where `wanted` stands, around at the end. Capitals matter only where
    /// `wanted` has some.
    pub fn find(&self, wanted: &str, from: usize) -> Option<usize> {
        let places = self.places(wanted);
        places.iter().copied().find(|at| *at >= from).or_else(|| places.first().copied())
    }

    /// The last place before byte `before` where `wanted` stands, around at the beginning.
    pub fn find_back(&self, wanted: &str, before: usize) -> Option<usize> {
        let places = self.places(wanted);
        places.iter().copied().rfind(|at| *at < before).or_else(|| places.last().copied())
    }

    fn places(&self, wanted: &str) -> Vec<usize> {
        if wanted.is_empty() {
            return Vec::new();
        }
        // Only what keeps its length in bytes is lowered, so that places are those of the text.
        let (text, wanted) = if wanted.chars().any(char::is_uppercase) {
            (self.text.clone(), wanted.to_owned())
        } else {
            (self.text.to_ascii_lowercase(), wanted.to_ascii_lowercase())
        };
        text.match_indices(&wanted).map(|(at, _)| at).collect()
    }

    fn remove(&mut self, start: usize, end: usize) {
        if start < end {
            self.replace(start..end, "");
        }
    }

    fn replace(&mut self, range: std::ops::Range<usize>, text: &str) {
        let change = Change {
            at: range.start,
            removed: self.text[range.clone()].to_owned(),
            inserted: text.to_owned(),
            before: self.cursor,
        };
        self.text.replace_range(range.clone(), text);
        if self.done.len() == UNDO {
            self.done.remove(0);
        }
        self.done.push(change);
        self.undone.clear();
        self.go(range.start + text.len());
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn typed(text: &str) -> Buffer {
        let mut buffer = Buffer::default();
        for c in text.chars() {
            if c == '\n' { buffer.newline() } else { buffer.insert(c.encode_utf8(&mut [0; 4])) }
        }
        buffer
    }

    #[test]
    fn a_new_line_is_indented_as_the_one_before() {
        let buffer = typed("server {\n    listen 80;\nroot");
        assert_eq!(buffer.text(), "server {\n    listen 80;\n    root");
        let mut buffer = Buffer::new("\tx");
        buffer.newline();
        assert_eq!(buffer.text(), "\n\tx", "at the very beginning there is nothing to copy");
    }

    #[test]
    fn lines_keep_their_ends() {
        let mut buffer = Buffer::new("ab\r\ncd\n\r\nx");
        let lines =
            |buffer: &Buffer| buffer.lines_from(0).map(|(_, line)| line.to_owned()).collect::<Vec<_>>();
        assert_eq!(lines(&buffer), ["ab", "cd", "", "x"]);
        buffer.end();
        assert_eq!(buffer.cursor(), 2);
        buffer.newline();
        buffer.insert("é");
        assert_eq!(buffer.text(), "ab\r\né\r\ncd\n\r\nx", "as the line's own");
        buffer.vertical(1);
        buffer.paste("1\n2");
        assert_eq!(buffer.text(), "ab\r\né\r\nc1\n2d\n\r\nx");
        buffer.bottom();
        buffer.newline();
        buffer.backspace();
        assert_eq!(lines(&buffer), ["ab", "é", "c1", "2d", "", "x"]);
        buffer.top();
        buffer.end();
        buffer.delete_to_end();
        buffer.left();
        buffer.delete();
        assert_eq!(buffer.text(), "aé\r\nc1\n2d\n\r\nx", "an end goes as a whole");
        buffer.go_to(1, 0);
        buffer.left();
        assert_eq!(buffer.cursor(), "aé".len());
    }

    #[test]
    fn a_tab_goes_to_the_next_stop() {
        let mut buffer = typed("ab");
        buffer.tab();
        assert_eq!(buffer.text(), "ab  ");
        let mut buffer = Buffer::new("a:\n\tb");
        buffer.tab();
        assert_eq!(buffer.text(), "\ta:\n\tb", "a file that is indented with tabs stays so");
    }

    #[test]
    fn up_and_down_keep_to_their_column() {
        let mut buffer = Buffer::new("コンテナ\nab\nコンテナ\n");
        buffer.end();
        buffer.vertical(1);
        assert_eq!((buffer.line(), buffer.cursor_column()), (1, 2));
        buffer.vertical(1);
        assert_eq!((buffer.line(), buffer.cursor_column()), (2, 8));
        buffer.vertical(5);
        assert_eq!((buffer.line(), buffer.cursor()), (3, buffer.text().len()));
        buffer.vertical(-9);
        assert_eq!(buffer.cursor_column(), 8);
    }

    #[test]
    fn home_goes_to_the_first_letter_and_then_to_the_beginning() {
        let mut buffer = Buffer::new("    listen 80;");
        buffer.end();
        buffer.home();
        assert_eq!(buffer.cursor(), 4);
        buffer.home();
        assert_eq!(buffer.cursor(), 0);
        buffer.home();
        assert_eq!(buffer.cursor(), 4);
    }

    #[test]
    fn the_rest_of_a_line_and_then_its_end_go() {
        let mut buffer = Buffer::new("ab\ncd");
        buffer.right();
        buffer.delete_to_end();
        assert_eq!(buffer.text(), "a\ncd");
        buffer.delete_to_end();
        assert_eq!(buffer.text(), "acd");
    }

    #[test]
    fn undo_takes_back_a_word_at_a_time_and_redo_puts_it_back() {
        let mut buffer = typed("listen 80;");
        assert!(buffer.undo());
        assert_eq!(buffer.text(), "listen ");
        assert!(buffer.undo());
        assert_eq!(buffer.text(), "");
        assert!(!buffer.undo());
        assert!(buffer.redo() && buffer.redo() && !buffer.redo());
        assert_eq!((buffer.text(), buffer.cursor()), ("listen 80;", 10));
        buffer.backspace();
        buffer.undo();
        buffer.insert("x");
        assert!(!buffer.redo(), "a new change ends what could be made again");
    }

    #[test]
    fn words_are_found_in_both_directions() {
        let mut buffer = Buffer::new("proxy_pass http://tomcat-1:8080/;\nend");
        buffer.end();
        buffer.delete_word();
        assert_eq!(buffer.text(), "proxy_pass http://tomcat-1:\nend");
        buffer.right_by_word();
        assert_eq!(buffer.cursor(), buffer.text().len());
        buffer.left_by_word();
        assert_eq!(buffer.line(), 1);
        let mut buffer = Buffer::new("server alpine_01");
        buffer.bottom();
        buffer.left_by_word();
        assert_eq!(buffer.cursor(), "server alpine_".len(), "as at the prompt");
        buffer.top();
        buffer.right_by_word();
        buffer.right_by_word();
        assert_eq!(buffer.cursor(), "server alpine".len());
    }

    #[test]
    fn searching_goes_around_and_minds_capitals_only_where_they_are_asked_for() {
        let buffer = Buffer::new("Listen あ listen");
        assert_eq!(buffer.find("listen", 1), Some(11));
        assert_eq!(buffer.find("listen", 12), Some(0));
        assert_eq!(buffer.find("Listen", 1), Some(0));
        assert_eq!(buffer.find_back("listen", 11), Some(0));
        assert_eq!(buffer.find_back("listen", 0), Some(11));
        assert_eq!(buffer.find("none", 0), None);
        assert_eq!(buffer.find("", 0), None);
    }

    fn act(buffer: &mut Buffer, action: u8, text: &str) {
        match action {
            0..=5 => buffer.insert(text),
            6 => buffer.newline(),
            7 => buffer.tab(),
            8 => buffer.backspace(),
            9 => buffer.delete(),
            10 => buffer.delete_to_end(),
            11 => buffer.delete_word(),
            12 => buffer.left(),
            13 => buffer.right(),
            14 => buffer.left_by_word(),
            15 => buffer.right_by_word(),
            16 => buffer.home(),
            17 => buffer.end(),
            18 => buffer.vertical(1),
            19 => buffer.vertical(-2),
            20 => buffer.go_to(text.len(), 3),
            21 => drop(buffer.redo()),
            _ => drop(buffer.undo()),
        }
    }

    proptest! {
        /// Whatever is done, the cursor is at a grapheme's boundary, and taking all of it back gives the text
        /// that was there at first.
        #[test]
        fn any_edits_can_be_taken_back(
            first in "[ab\t\r\nあ\u{3099}\u{301}👨\u{200d}🇯🇵]{0,20}",
            actions in prop::collection::vec((0u8..24, "[a \t\r\nあ\u{3099}\u{301}\u{200d}👨🇯🇵]{0,4}"), 0..60),
        ) {
            let mut buffer = Buffer::new(first.clone());
            for (action, text) in actions {
                act(&mut buffer, action, &text);
                let cursor = buffer.cursor();
                let boundary = cursor == buffer.text().len()
                    || buffer.text().grapheme_indices(true).any(|(at, _)| at == cursor);
                prop_assert!(boundary, "{:?} at {cursor}", buffer.text());
                prop_assert!(buffer.line() < buffer.lines());
                prop_assert_eq!(buffer.lines_from(0).count(), buffer.lines());
            }
            let last = buffer.text().to_owned();
            let mut undone = 0;
            while buffer.undo() { undone += 1 }
            prop_assert_eq!(buffer.text(), &first);
            for _ in 0..undone { prop_assert!(buffer.redo()); }
            prop_assert_eq!(buffer.text(), &last);
        }
    }
}
