//! Editing: readline's commands, in graphemes.

use super::Prompt;
use crate::text::grapheme;

/// So many steps can be undone.
const UNDO: usize = 200;

impl Prompt {
    /// Puts text in at the cursor; control characters become blanks.
    pub fn insert(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if !self.typing {
            self.remember();
        }
        let clean = text.replace(char::is_control, " ");
        self.text.insert_str(self.cursor, &clean);
        self.cursor += clean.len();
        self.settle();
        // A word at a time: a blank ends what one undo takes back.
        self.typing = !clean.ends_with(' ');
    }

    /// Makes this the text, with the cursor at its end.
    pub fn set(&mut self, text: &str) {
        self.remember();
        self.text = text.replace(char::is_control, " ");
        self.cursor = self.text.len();
        self.browsing = None;
    }

    /// Puts `text` in the place of a part of the line (in bytes), the cursor after it.
    pub fn replace(&mut self, range: std::ops::Range<usize>, text: &str) {
        if self.text.get(range.clone()).is_none() {
            return;
        }
        self.remember();
        self.text.replace_range(range.clone(), text);
        self.cursor = range.start + text.len();
        self.settle();
    }

    /// Moves to a place in bytes, or to the next boundary after it.
    pub fn place(&mut self, cursor: usize) {
        self.cursor = cursor.min(self.text.len());
        self.settle();
        self.typing = false;
    }

    /// Takes the text out, as Enter does; nothing of it can be undone afterwards.
    pub fn take(&mut self) -> String {
        let text = std::mem::take(&mut self.text);
        self.cursor = 0;
        self.undo.clear();
        self.typing = false;
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

    /// Moves to the beginning.
    pub fn home(&mut self) {
        self.go(0);
    }

    /// Moves to the end.
    pub fn end(&mut self) {
        self.go(self.text.len());
    }

    /// Moves to the beginning of the word (letters and digits).
    pub fn word_left(&mut self) {
        self.go(self.word_start(char::is_alphanumeric));
    }

    /// Moves to the end of the word.
    pub fn word_right(&mut self) {
        self.go(self.word_end());
    }

    /// Removes the grapheme before the cursor.
    pub fn backspace(&mut self) {
        self.remove(self.before(self.cursor), self.cursor);
    }

    /// Removes the grapheme under the cursor.
    pub fn delete(&mut self) {
        self.remove(self.cursor, self.after(self.cursor));
    }

    /// Cuts what is after the cursor.
    pub fn kill_to_end(&mut self) {
        self.kill(self.cursor, self.text.len());
    }

    /// Cuts what is before the cursor.
    pub fn kill_to_start(&mut self) {
        self.kill(0, self.cursor);
    }

    /// Cuts back to a blank (Ctrl-W).
    pub fn kill_blank_word(&mut self) {
        self.kill(self.word_start(|c| !c.is_whitespace()), self.cursor);
    }

    /// Cuts back to the beginning of the word.
    pub fn kill_word_left(&mut self) {
        self.kill(self.word_start(char::is_alphanumeric), self.cursor);
    }

    /// Cuts up to the end of the word.
    pub fn kill_word_right(&mut self) {
        self.kill(self.cursor, self.word_end());
    }

    /// Puts back what was cut last.
    pub fn yank(&mut self) {
        self.typing = false;
        let killed = self.killed.clone();
        self.insert(&killed);
        self.typing = false;
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

    /// Takes back the last change.
    pub fn undo(&mut self) {
        if let Some((text, cursor)) = self.undo.pop() {
            self.text = text;
            self.cursor = cursor;
            self.typing = false;
            self.browsing = None;
        }
    }

    fn go(&mut self, cursor: usize) {
        self.cursor = cursor;
        self.typing = false;
    }

    fn remember(&mut self) {
        self.typing = false;
        self.browsing = None;
        if self.undo.len() == UNDO {
            self.undo.remove(0);
        }
        self.undo.push((self.text.clone(), self.cursor));
    }

    fn remove(&mut self, start: usize, end: usize) {
        if start < end {
            self.replace(start..end, "");
        }
    }

    fn kill(&mut self, start: usize, end: usize) {
        if start < end {
            self.killed = self.text[start..end].to_owned();
            self.remove(start, end);
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

    fn word_start(&self, in_word: impl Fn(char) -> bool) -> usize {
        grapheme::word_start(&self.text, self.cursor, in_word)
    }

    fn word_end(&self) -> usize {
        grapheme::word_end(&self.text, self.cursor, char::is_alphanumeric)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    fn prompt(text: &str) -> Prompt {
        let mut prompt = Prompt::default();
        prompt.insert(text);
        prompt
    }

    #[test]
    fn moves_and_removes_whole_graphemes() {
        let mut prompt = prompt("か\u{3099}👨‍👩‍👧x");
        prompt.left();
        prompt.backspace();
        assert_eq!((prompt.text.as_str(), prompt.cursor), ("か\u{3099}x", "か\u{3099}".len()));
        prompt.home();
        prompt.delete();
        assert_eq!(prompt.text, "x");
    }

    #[test]
    fn cuts_and_puts_back() {
        let mut prompt = prompt("docker run --name alpine_01");
        prompt.kill_word_left();
        assert_eq!(prompt.text, "docker run --name alpine_");
        prompt.kill_blank_word();
        assert_eq!(prompt.text, "docker run --name ");
        prompt.yank();
        assert_eq!(prompt.text, "docker run --name alpine_");
        prompt.home();
        prompt.kill_word_right();
        assert_eq!(prompt.text, " run --name alpine_");
        prompt.end();
        prompt.yank();
        assert_eq!(prompt.text, " run --name alpine_docker");
        prompt.kill_to_start();
        assert_eq!(prompt.text, "");
        prompt.yank();
        prompt.home();
        prompt.kill_to_end();
        assert_eq!(prompt.text, "");
    }

    #[test]
    fn undo_takes_back_a_word_at_a_time() {
        let mut prompt = Prompt::default();
        for c in "docker ps".chars() {
            prompt.insert(&c.to_string());
        }
        prompt.kill_to_start();
        prompt.undo();
        assert_eq!(prompt.text, "docker ps");
        prompt.undo();
        assert_eq!(prompt.text, "docker ");
        prompt.undo();
        assert_eq!(prompt.text, "");
        prompt.undo();
        assert_eq!(prompt.text, "");
    }

    #[test]
    fn transposes() {
        let mut prompt = prompt("pst");
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
        let mut prompt = prompt("\u{301}");
        prompt.home();
        prompt.insert("e");
        assert_eq!((prompt.text.as_str(), prompt.cursor), ("e\u{301}", 3));
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_at_a_boundary(edits in prop::collection::vec((0u8..18, "[ -~あが\u{3099}\u{301}\u{200d}👨👩🇯🇵\t\n]{0,4}"), 0..60)) {
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
                    _ => prompt.undo(),
                }
                let boundary = prompt.cursor == prompt.text.len()
                    || prompt.text.grapheme_indices(true).any(|(at, _)| at == prompt.cursor);
                prop_assert!(boundary, "{:?} at {}", prompt.text, prompt.cursor);
                prop_assert!(!prompt.text.contains(char::is_control));
            }
        }
    }
}
