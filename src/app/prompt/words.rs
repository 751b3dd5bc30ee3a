//! What is done to whole words.

use super::{Last, Prompt};
use crate::shell;
use crate::text::grapheme;

impl Prompt {
    /// Moves to the beginning of the word (letters and digits).
    pub fn word_left(&mut self) {
        self.go(self.word_start());
    }

    /// Moves to the end of the word.
    pub fn word_right(&mut self) {
        self.go(self.word_end());
    }

    /// Makes the rest of the word capital letters, and goes behind it.
    pub fn uppercase_word(&mut self) {
        self.change_word(str::to_uppercase);
    }

    /// Makes the rest of the word small letters, and goes behind it.
    pub fn lowercase_word(&mut self) {
        self.change_word(str::to_lowercase);
    }

    /// Makes the first letter of the rest of the word a capital one and the others small, and goes behind it.
    pub fn capitalize_word(&mut self) {
        self.change_word(|word| {
            let first = word.find(char::is_alphanumeric).unwrap_or(0);
            let end = grapheme::after(word, first);
            format!("{}{}{}", &word[..first], word[first..end].to_uppercase(), word[end..].to_lowercase())
        });
    }

    /// Changes over the word at the cursor, or the last one, and the word before it.
    pub fn transpose_words(&mut self) {
        let end = self.word_end();
        let start = self.word_start_before(end);
        let before = self.word_start_before(start);
        let before_end = grapheme::word_end(&self.text, before, char::is_alphanumeric);
        if before_end > start || before == start {
            return;
        }
        let text = &self.text;
        let end = grapheme::word_end(text, start, char::is_alphanumeric);
        let changed = [&text[start..end], &text[before_end..start], &text[before..before_end]].concat();
        self.replace(before..end, &changed);
    }

    /// Removes the blanks around the cursor.
    pub fn remove_blanks(&mut self) {
        let (before, after) = self.text.split_at(self.cursor);
        let is_blank = |c: char| matches!(c, ' ' | '\u{3000}');
        let start = before.trim_end_matches(is_blank).len();
        let end = self.text.len() - after.trim_start_matches(is_blank).len();
        if start < end {
            self.replace(start..end, "");
        }
    }

    /// Puts in the last word of the line before in the history; when repeated, that of the line before that (Alt-.).
    pub fn last_word(&mut self, history: &[String]) {
        let (range, end) = match self.last.clone() {
            Last::Recalled { range, at } => (range, at),
            _ => (self.cursor..self.cursor, history.len()),
        };
        let mut lines = history[..end.min(history.len())].iter().enumerate().rev();
        let found = lines.find_map(|(at, line)| Some((at, shell::last_word(line)?)));
        let Some((at, word)) = found else { return };
        let start = range.start;
        self.replace(range, word);
        self.last = Last::Recalled { range: start..start + word.len(), at };
    }

    pub(super) fn word_start(&self) -> usize {
        self.word_start_before(self.cursor)
    }

    pub(super) fn word_end(&self) -> usize {
        grapheme::word_end(&self.text, self.cursor, char::is_alphanumeric)
    }

    fn word_start_before(&self, at: usize) -> usize {
        grapheme::word_start(&self.text, at, char::is_alphanumeric)
    }

    fn change_word(&mut self, change: impl Fn(&str) -> String) {
        let range = self.cursor..self.word_end();
        let changed = change(&self.text[range.clone()]);
        if range.is_empty() || changed == self.text[range.clone()] {
            self.go(range.end);
        } else {
            self.replace(range, &changed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prompt(text: &str, cursor: usize) -> Prompt {
        let mut prompt = Prompt::of(text);
        prompt.place(cursor);
        prompt
    }

    #[test]
    fn words_change_their_letters() {
        let mut prompt = prompt("docker ps straße", 0);
        prompt.capitalize_word();
        prompt.uppercase_word();
        prompt.uppercase_word();
        assert_eq!((prompt.text.as_str(), prompt.cursor), ("Docker PS STRASSE", 17));
        prompt.home();
        prompt.lowercase_word();
        assert_eq!((prompt.text.as_str(), prompt.cursor), ("docker PS STRASSE", 6));
        prompt.capitalize_word();
        assert_eq!(prompt.text, "docker Ps STRASSE");
    }

    #[test]
    fn words_change_places() {
        for (cursor, text) in [(17, "docker alpine run"), (7, "run docker alpine"), (0, "docker run alpine")]
        {
            let mut prompt = prompt("docker run alpine", cursor);
            prompt.transpose_words();
            assert_eq!(prompt.text, text, "from {cursor}");
        }
        let mut prompt = prompt("docker run  ", 12);
        prompt.transpose_words();
        assert_eq!(prompt.text, "run docker  ");
    }

    #[test]
    fn blanks_go() {
        let mut prompt = prompt("docker   ps", 8);
        prompt.remove_blanks();
        assert_eq!((prompt.text.as_str(), prompt.cursor), ("dockerps", 6));
    }

    #[test]
    fn the_last_words_of_earlier_lines() {
        let history = ["docker rm alpine_01", "# note", "docker ps -a"].map(str::to_owned);
        let mut prompt = prompt("docker inspect ", 15);
        prompt.last_word(&history);
        assert_eq!(prompt.text, "docker inspect -a");
        prompt.last_word(&history);
        assert_eq!(prompt.text, "docker inspect alpine_01");
        prompt.last_word(&history);
        assert_eq!(prompt.text, "docker inspect alpine_01");
        prompt.undo();
        prompt.undo();
        assert_eq!(prompt.text, "docker inspect ");
    }
}
