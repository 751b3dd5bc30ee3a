//! Medians, and the rows of the table.

use std::time::Duration;

/// A row of the table.
pub struct Row {
    /// What was measured.
    pub what: &'static str,
    /// The figure, with its spread.
    pub measured: String,
    /// What it is held against.
    pub budget: &'static str,
    /// How it was got.
    pub how: String,
}

/// Several measurements of one thing, sorted.
pub struct Figures(Vec<f64>);

impl Figures {
    /// Of durations, in milliseconds.
    pub fn millis(taken: impl IntoIterator<Item = Duration>) -> Self {
        Self::of(taken.into_iter().map(|one| one.as_secs_f64() * 1000.0))
    }

    /// Of numbers.
    pub fn of(numbers: impl IntoIterator<Item = f64>) -> Self {
        let mut sorted: Vec<f64> = numbers.into_iter().collect();
        sorted.sort_by(f64::total_cmp);
        assert!(!sorted.is_empty(), "nothing was measured");
        Self(sorted)
    }

    /// The value below which `part` of 100 lie.
    pub fn percentile(&self, part: usize) -> f64 {
        self.0[(self.0.len() - 1) * part / 100]
    }

    /// The median.
    pub fn median(&self) -> f64 {
        self.percentile(50)
    }

    /// `median (least–most)`, in milliseconds.
    pub fn spread(&self) -> String {
        format!("{:.1} ms ({:.1}–{:.1})", self.median(), self.percentile(0), self.percentile(100))
    }
}
