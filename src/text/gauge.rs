//! How far something is, in a bar, and the time that it still takes.

use std::time::Duration;

/// How much of something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Bytes done, and in all where that is known.
    Bytes(u64, Option<u64>),
    /// The number of the step that is being done, from 1, and of all of them.
    Step(u64, u64),
}

/// A bar of `cols` columns that is full when `done` is `all`, and only then.
pub fn bar(done: u64, all: u64, cols: usize) -> String {
    let full = (u128::from(done.min(all)) * cols as u128).checked_div(u128::from(all)).unwrap_or(0);
    let full = usize::try_from(full).unwrap_or(cols).min(cols);
    format!("{}{}", "█".repeat(full), "░".repeat(cols - full))
}

/// The same for steps and pieces of work, which are counted.
pub fn count_bar(done: usize, all: usize, cols: usize) -> String {
    bar(u64::try_from(done).unwrap_or(u64::MAX), u64::try_from(all).unwrap_or(u64::MAX), cols)
}

/// The same without Unicode and between brackets, for a terminal that we know nothing of: `[##..]`.
pub fn ascii_bar(done: u64, all: u64, cols: usize) -> String {
    format!("[{}]", bar(done, all, cols).replace('█', "#").replace('░', "."))
}

/// A time as a clock that counts shows it: `0:07`, `12:30`, `1:02:30`.
pub fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_full_at_the_end_and_never_longer() {
        assert_eq!(bar(0, 0, 4), "░░░░");
        assert_eq!(bar(5, 5, 4), "████");
        assert_eq!(bar(9, 5, 4), "████");
        assert_eq!(bar(u64::MAX - 1, u64::MAX, 4), "███░");
        assert_eq!(count_bar(1, 2, 4), "██░░");
        assert_eq!(ascii_bar(1, 2, 4), "[##..]");
    }

    #[test]
    fn a_time_is_told_in_minutes_and_seconds() {
        assert_eq!(clock(Duration::from_millis(7_900)), "0:07");
        assert_eq!(clock(Duration::from_secs(750)), "12:30");
        assert_eq!(clock(Duration::from_secs(3_750)), "1:02:30");
    }
}
