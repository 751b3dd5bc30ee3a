//! Editing: readline's commands, in graphemes.

use super::{Last, Prompt};
use crate::text::grapheme;

impl Prompt {
    /// Puts text in at the cursor; control characters but newlines become blanks.
    pub fn insert(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.last != Last::Typing {
            self.remember();
        }
        let text = clean(text);
        self.text.insert_str(self.cursor, &text);
        self.cursor += text.len();
        self.settle();
        // A word at a time: a blank ends what one undo takes back.
        self.last = if text.ends_with([' ', '\n']) { Last::Other } else { Last::Typing };
    }

    /// Makes this the text, with the cursor at its end.
    pub fn set(&mut self, text: &str) {
        self.remember();
        self.text = clean(text);
        self.cursor = self.text.len();
        self.browsing = None;
    }

    /// Puts `text` in the place of a part of the line (in bytes), the cursor after it.
    pub fn replace(&mut self, range: std::ops::Range<usize>, text: &str) {
        if self.text.get(range.clone()).is_none() {
            return;
        }
        self.remember();
        let text = &clean(text);
        self.text.replace_range(range.clone(), text);
        self.cursor = range.start + text.len();
        self.settle();
    }

    /// Moves to a place in bytes, or to the next boundary after it.
    pub fn place(&mut self, cursor: usize) {
        self.cursor = cursor.min(self.text.len());
        self.settle();
        self.last = Last::Other;
    }

    /// Takes the text out, as Enter does; nothing of it can be undone afterwards.
    pub fn take(&mut self) -> String {
        let text = std::mem::take(&mut self.text);
        self.cursor = 0;
        self.past = super::undo::Past::default();
        self.last = Last::Other;
        self.browsing = None;
        self.search = None;
        self.completion = None;
        text
    }

    /// Moves one grapheme to the left.
    pub fn left(&mut self) {
        self.go(self.before(self.cursor));
    }

    /// Moves one grapheme to the right.
    pub fn right(&mut self) {
        self.go(self.after(self.cursor));
    }

    /// Moves to the beginning of the line.
    pub fn home(&mut self) {
        self.go(self.line_start());
    }

    /// Moves to the end of the line.
    pub fn end(&mut self) {
        self.go(self.line_end());
    }

    /// Removes the grapheme before the cursor.
    pub fn backspace(&mut self) {
        self.remove(self.before(self.cursor), self.cursor);
    }

    /// Removes the grapheme under the cursor.
    pub fn delete(&mut self) {
        self.remove(self.cursor, self.after(self.cursor));
    }

    /// Changes over the graphemes on either side of the cursor.
    pub fn transpose(&mut self) {
        let right = if self.cursor == self.text.len() { self.cursor } else { self.after(self.cursor) };
        let middle = self.before(right);
        let left = self.before(middle);
        if left == middle {
            return;
        }
        let changed = format!("{}{}", &self.text[middle..right], &self.text[left..middle]);
        self.replace(left..right, &changed);
    }

    pub(super) fn go(&mut self, cursor: usize) {
        self.cursor = cursor;
        self.last = Last::Other;
    }

    fn remove(&mut self, start: usize, end: usize) {
        if start < end {
            self.replace(start..end, "");
        }
    }

    /// Moves the cursor on to a grapheme's boundary: what was put in may join with what follows it.
    fn settle(&mut self) {
        self.cursor = grapheme::boundary(&self.text, self.cursor);
    }

    fn before(&self, at: usize) -> usize {
        grapheme::before(&self.text, at)
    }

    fn after(&self, at: usize) -> usize {
        grapheme::after(&self.text, at)
    }
}

/// The text without what would not be seen.
fn clean(text: &str) -> String {
    text.replace(|c: char| c.is_control() && c != '\n', " ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    #[test]
    fn moves_and_removes_whole_graphemes() {
        let mut prompt = Prompt::of("か\u{3099}👨‍👩‍👧x");
        prompt.left();
        prompt.backspace();
        assert_eq!((prompt.text.as_str(), prompt.cursor), ("か\u{3099}x", "か\u{3099}".len()));
        prompt.home();
        prompt.delete();
        assert_eq!(prompt.text, "x");
    }

    #[test]
    fn transposes() {
        let mut prompt = Prompt::of("pst");
        prompt.transpose();
        assert_eq!(prompt.text, "pts");
        prompt.home();
        prompt.transpose();
        assert_eq!(prompt.text, "pts", "nothing is before the first");
        prompt.right();
        prompt.transpose();
        assert_eq!((prompt.text.as_str(), prompt.cursor), ("tps", 2));
    }

    #[test]
    fn what_joins_with_the_letter_after_it_takes_the_cursor_along() {
        let mut prompt = Prompt::of("\u{301}");
        prompt.home();
        prompt.insert("e");
        assert_eq!((prompt.text.as_str(), prompt.cursor), ("e\u{301}", 3));
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_at_a_boundary(edits in prop::collection::vec((0u8..27, "[ -~あが\u{3099}\u{301}\u{200d}👨👩🇯🇵\t\n]{0,4}"), 0..60)) {
            let mut prompt = Prompt::default();
            for (edit, text) in edits {
                match edit {
                    0..=3 => prompt.insert(&text),
                    4 => prompt.left(),
                    5 => prompt.right(),
                    6 => prompt.home(),
                    7 => prompt.word_left(),
                    8 => prompt.word_right(),
                    9 => prompt.backspace(),
                    10 => prompt.delete(),
                    11 => prompt.kill_to_end(),
                    12 => prompt.kill_blank_word(),
                    13 => prompt.kill_word_left(),
                    14 => prompt.kill_word_right(),
                    15 => prompt.yank(),
                    16 => prompt.transpose(),
                    17 => prompt.undo(),
                    18 => prompt.redo(),
                    19 => prompt.yank_earlier(),
                    20 => prompt.capitalize_word(),
                    21 => prompt.transpose_words(),
                    22 => prompt.remove_blanks(),
                    23 => prompt.kill_to_start(),
                    24 => _ = prompt.row_up(5),
                    25 => _ = prompt.row_down(5),
                    _ => prompt.last_word(&["docker 'か\u{3099} x'".to_owned()]),
                }
                let boundary = prompt.cursor == prompt.text.len()
                    || prompt.text.grapheme_indices(true).any(|(at, _)| at == prompt.cursor);
                prop_assert!(boundary, "{:?} at {}", prompt.text, prompt.cursor);
                prop_assert!(!prompt.text.contains(|c: char| c.is_control() && c != '\n'));
            }
        }
    }
}
