//! Changes of the text, which can all be taken back.

use super::super::columns::STOP;
use super::Buffer;
use crate::text::grapheme;

/// So many changes can be taken back.
const UNDO: usize = 10_000;

/// A part of the text that was replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    at: usize,
    removed: String,
    inserted: String,
    /// The cursor before.
    before: usize,
}

impl Buffer {
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
}
