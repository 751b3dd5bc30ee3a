//! A line of a file in columns: where each grapheme stands, tabs and wide characters counted.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::{sanitize, width};

/// Columns between the stops of a tab, and of an indentation.
pub const STOP: usize = 4;

/// Stands for a character that cannot be seen or would disturb its line.
const HIDDEN: &str = "\u{fffd}";

/// A grapheme of a line, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Where it begins in the line, in bytes.
    pub at: usize,
    /// What is shown of it; blanks for a tab.
    pub text: Cow<'a, str>,
    /// The column at which it begins, from 0.
    pub column: usize,
    /// Its columns, at least one.
    pub cols: usize,
}

/// The graphemes of a line, which has no newline in it.
pub fn cells(line: &str) -> impl Iterator<Item = Cell<'_>> {
    let mut column = 0;
    line.grapheme_indices(true).map(move |(at, grapheme)| {
        let text = shown(grapheme, column);
        let cols = width(&text).max(1);
        let cell = Cell { at, text, column, cols };
        column += cols;
        cell
    })
}

fn shown(grapheme: &str, column: usize) -> Cow<'_, str> {
    if grapheme == "\t" {
        return Cow::Owned(" ".repeat(STOP - column % STOP));
    }
    let safe = sanitize(grapheme);
    if width(&safe) == 0 { Cow::Borrowed(HIDDEN) } else { safe }
}

/// The column of byte `at` of a line.
pub fn column(line: &str, at: usize) -> usize {
    cells(line).take_while(|cell| cell.at < at).last().map_or(0, |cell| cell.column + cell.cols)
}

/// The byte of the grapheme that stands in `column` of a line; the line's end where it is shorter.
pub fn at(line: &str, column: usize) -> usize {
    cells(line).find(|cell| cell.column + cell.cols > column).map_or(line.len(), |cell| cell.at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tabs_and_wide_characters_count() {
        assert_eq!(column("\tあx", 1), 4);
        assert_eq!(column("\tあx", 4), 6);
        assert_eq!(at("\tあx", 2), 0, "within the tab");
        assert_eq!(at("\tあx", 5), 1, "the right half of the wide one");
        assert_eq!(at("\tあx", 6), 4);
        assert_eq!(at("x", 9), 1);
    }

    #[test]
    fn what_cannot_be_seen_has_a_place() {
        let shown: Vec<_> = cells("a\u{200b}b").map(|cell| (cell.text.into_owned(), cell.cols)).collect();
        assert_eq!(shown.iter().map(|(_, cols)| cols).sum::<usize>(), width("a\u{fffd}b"), "{shown:?}");
    }

    proptest! {
        #[test]
        fn there_and_back(line in "[ab\tあ\u{3099}👨\u{200d}\u{200b}]{0,20}") {
            for cell in cells(&line) {
                prop_assert_eq!(at(&line, column(&line, cell.at)), cell.at);
                prop_assert_eq!(width(&cell.text), cell.cols);
            }
        }
    }
}
