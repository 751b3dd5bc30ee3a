//! The prompt's text in rows: a new one begins behind a newline, and where the row before is full.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Prompt;
use crate::text::{grapheme, width};

/// The rows of `text` where each has `cols` columns, in bytes, without newlines. There is always one; a last row that is
/// full has an empty one below it, where the cursor stands.
pub fn rows(text: &str, cols: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut taken) = (0, 0);
    for (at, grapheme) in text.grapheme_indices(true) {
        if grapheme == "\n" {
            rows.push(start..at);
            (start, taken) = (at + 1, 0);
            continue;
        }
        let own = width(grapheme);
        if taken + own > cols && at > start {
            rows.push(start..at);
            (start, taken) = (at, 0);
        }
        taken += own;
    }
    rows.push(start..text.len());
    if taken >= cols {
        rows.push(text.len()..text.len());
    }
    rows
}

/// The row in which byte `at` is; between two rows, the lower one.
pub fn row_of(rows: &[Range<usize>], at: usize) -> usize {
    rows.partition_point(|row| row.start <= at).saturating_sub(1)
}

impl Prompt {
    /// Moves a row up where each has `cols` columns; whether there was one.
    pub fn row_up(&mut self, cols: usize) -> bool {
        self.move_row(cols, |row| row.checked_sub(1))
    }

    /// Moves a row down where each has `cols` columns; whether there was one.
    pub fn row_down(&mut self, cols: usize) -> bool {
        self.move_row(cols, |row| row.checked_add(1))
    }

    /// Moves to a column of a row; beyond its end, to its end.
    pub fn place_at(&mut self, row: usize, column: usize, cols: usize) {
        let rows = rows(&self.text, cols);
        if row < rows.len() {
            self.place(self.at_column(&rows, row, column));
        }
    }

    /// Begins a new line at the cursor.
    pub fn newline(&mut self) {
        self.replace(self.cursor..self.cursor, "\n");
    }

    /// Where the line that the cursor is in begins: behind a newline.
    pub(super) fn line_start(&self) -> usize {
        self.text[..self.cursor].rfind('\n').map_or(0, |at| at + 1)
    }

    /// Where it ends: before a newline.
    pub(super) fn line_end(&self) -> usize {
        self.text[self.cursor..].find('\n').map_or(self.text.len(), |length| self.cursor + length)
    }

    fn move_row(&mut self, cols: usize, which: impl Fn(usize) -> Option<usize>) -> bool {
        let rows = rows(&self.text, cols);
        let row = row_of(&rows, self.cursor);
        let Some(target) = which(row).filter(|target| *target < rows.len()) else { return false };
        let column = width(&self.text[rows[row].start..self.cursor]);
        self.place(self.at_column(&rows, target, column));
        true
    }

    /// The place in that row that has at most `column` columns before it.
    fn at_column(&self, rows: &[Range<usize>], index: usize, column: usize) -> usize {
        let row = rows[index].clone();
        // Behind the last character of a full row is the next row.
        let is_full = rows.get(index + 1).is_some_and(|next| next.start == row.end);
        let last = if is_full { grapheme::before(&self.text, row.end) } else { row.end };
        let mut taken = 0;
        for (at, grapheme) in self.text[row.clone()].grapheme_indices(true) {
            taken += width(grapheme);
            if taken > column {
                return (row.start + at).min(last);
            }
        }
        last
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str, cols: usize) -> Vec<&str> {
        rows(text, cols).into_iter().map(|row| &text[row]).collect()
    }

    #[test]
    fn rows_end_at_newlines_and_where_they_are_full() {
        assert_eq!(shown("", 5), [""]);
        assert_eq!(shown("abcd", 5), ["abcd"]);
        assert_eq!(shown("abcde", 5), ["abcde", ""]);
        assert_eq!(shown("abcde\nf", 5), ["abcde", "f"]);
        assert_eq!(shown("あいう", 5), ["あい", "う"]);
        assert_eq!(shown("a\n\nb\n", 5), ["a", "", "b", ""]);
    }

    #[test]
    fn up_and_down_keep_the_column() {
        let mut prompt = Prompt::default();
        prompt.insert("docker run \\\n -d\nalpine");
        assert!(prompt.row_up(40));
        assert_eq!(prompt.cursor, 16, "the row is shorter");
        assert!(prompt.row_up(40));
        assert_eq!(prompt.cursor, 3);
        assert!(!prompt.row_up(40));
        assert!(prompt.row_down(5), "rows that are full are rows, too");
        assert_eq!(prompt.cursor, 8);
    }

    proptest! {
        /// All of the text is in the rows, none is wider than it may be but for a single character, and every place is in the row that it is found in.
        #[test]
        fn rows_hold_everything(text in "[a-c あ\u{3099}👨\u{200d}\n]{0,30}", cols in 2usize..9, column in 0usize..12) {
            let all = rows(&text, cols);
            let held: String = all.iter().map(|row| &text[row.clone()]).collect();
            prop_assert_eq!(held, text.replace('\n', ""));
            for (index, row) in all.iter().enumerate() {
                // Joined characters that make no sense together are one, however wide.
                let shown = &text[row.clone()];
                prop_assert!(width(shown) <= cols || shown.graphemes(true).count() == 1);
                prop_assert_eq!(row_of(&all, row.start), index);
                let mut prompt = Prompt::default();
                prompt.set(&text);
                prompt.place_at(index, column, cols);
                prop_assert_eq!(row_of(&all, prompt.cursor), index, "{:?} row {}", text, index);
            }
        }
    }
}
