//! What stood at the top of a pane that was scrolled, so that it stands there again when the text has been laid out
//! anew: in other columns, or in another language.

use super::Measure;

/// The top of a pane as it was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    /// The row that was asked for; the anchor holds as long as it is that one.
    row: usize,
    /// The columns in which it was laid out; 0 where the text itself is another by now.
    cols: usize,
    /// Letters of the content before that row, and in all.
    before: usize,
    all: usize,
}

impl Anchor {
    /// At the first row that was drawn.
    pub fn of(measure: &Measure) -> Self {
        Self { row: measure.first, cols: measure.cols, before: measure.before, all: measure.letters }
    }

    /// Whether it is about that row.
    pub fn is_at(&self, row: usize) -> bool {
        self.row == row
    }

    /// Whether the content is the one of then, in as many columns.
    pub fn is_as_drawn(&self, cols: usize) -> bool {
        self.cols == cols
    }

    /// The text is another one from now on.
    pub fn lose_text(&mut self) {
        self.cols = 0;
    }

    /// The row where the same stands in content of `rows` rows, of which so many letters come `before` each of them, and
    /// `before(rows)` in all.
    pub fn row_in(&self, rows: usize, before: impl Fn(usize) -> usize) -> usize {
        if self.all == 0 {
            return self.row;
        }
        let wanted = u128::try_from(self.before).unwrap_or(0) * u128::try_from(before(rows)).unwrap_or(0);
        let wanted = usize::try_from(wanted / u128::try_from(self.all).unwrap_or(1)).unwrap_or(usize::MAX);
        let (mut low, mut high) = (0, rows);
        while low < high {
            let middle = low + (high - low) / 2;
            if before(middle) <= wanted { low = middle + 1 } else { high = middle }
        }
        low.saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Letters before each row of a text of `letters` letters, with so many in each row.
    fn laid_out(letters: usize, cols: usize) -> (usize, impl Fn(usize) -> usize) {
        (letters.div_ceil(cols), move |row| (row * cols).min(letters))
    }

    proptest! {
        #[test]
        fn the_same_letters_are_at_the_top(letters in 1usize..5000, cols in 1usize..100, other in 1usize..100, row in 0usize..5000) {
            let (rows, before) = laid_out(letters, cols);
            let row = row % rows;
            let measure = Measure { rows, shown: 1, first: row, cols, before: before(row), letters };
            let anchor = Anchor::of(&measure);
            prop_assert_eq!(anchor.row_in(rows, &before), row);
            let (rows, there) = laid_out(letters, other);
            let found = anchor.row_in(rows, &there);
            prop_assert!(there(found) <= before(row) && before(row) < there(found) + other);
        }
    }

    #[test]
    fn what_has_no_letters_stays_at_its_row() {
        let anchor = Anchor::of(&Measure { first: 3, cols: 80, ..Measure::default() });
        assert_eq!(anchor.row_in(9, |_| 0), 3);
    }
}
