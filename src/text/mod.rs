//! Text on a terminal: how wide it is, where it may break, what of it is safe to show.
//!
//! The only width function of the program is [`width`], the one that ratatui uses; anything else
//! would let a wide character and the cell under it drift apart.

mod terminal;

pub use terminal::{Size, Terminal};

/// Columns that `text` takes, by the rules that ratatui draws with.
pub fn width(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
