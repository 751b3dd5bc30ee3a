//! Text on a terminal: how wide it is, where it may break, what of it is safe to show.
//!
//! The only width function of the program is [`width()`], which counts as ratatui draws; anything else
//! would let a wide character and the cell under it drift apart.

mod find;
mod fold;
mod gauge;
pub mod grapheme;
mod keys;
mod kinsoku;
mod mouse;
mod sanitize;
mod terminal;
mod width;
mod wrap;

pub use find::{Finder, Found, Needle};
pub use fold::fold;
pub use gauge::{Amount, ascii_bar, bar, clock, count_bar};
pub use keys::{KeyModes, encode_key, encode_paste};
pub use kinsoku::{may_end_row, may_start_row};
pub use mouse::{MouseModes, MouseReport, encode_mouse};
pub use sanitize::sanitize;
pub use terminal::{Cell, CellStyle, Color, Cursor, Piece, Size, Terminal, with_returns};
pub use width::{expand_tabs, pad, truncate, width};
pub use wrap::{RowEnd, Span, wrap, wrap_hanging, wrap_plain, wrap_rows};
