//! What stands in a cell of a terminal.

use alacritty_terminal::term::cell::{Cell as GridCell, Flags};
use alacritty_terminal::vte::ansi::{Color as GridColor, NamedColor};
use serde::{Deserialize, Serialize};

/// A character on the grid; the second half of a wide one is no cell of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The character; a blank where nothing is.
    pub c: char,
    /// Combining marks on it.
    pub marks: &'a [char],
    /// Columns that it takes: 1 or 2.
    pub cols: u16,
    /// How it looks.
    pub style: CellStyle,
    /// Whether it only fills the last column, which a wide character did not fit into.
    pub filler: bool,
}

impl Cell<'_> {
    /// The character with its marks, or without where they would change how wide it is drawn.
    pub fn symbol(&self) -> String {
        let mut symbol = String::from(self.c);
        symbol.extend(self.marks);
        if symbol.len() > self.c.len_utf8() && crate::text::width(&symbol) != usize::from(self.cols) {
            symbol.truncate(self.c.len_utf8());
        }
        symbol
    }
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "a terminal's attributes are independent of each other")]
pub struct CellStyle {
    /// The text's colour; none is the terminal's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fg: Option<Color>,
    /// The background's colour; none is the terminal's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bg: Option<Color>,
    /// Bold.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bold: bool,
    /// Dim.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub dim: bool,
    /// Italic.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub italic: bool,
    /// Underlined, in any manner.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub underline: bool,
    /// Foreground and background changed over.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub inverse: bool,
    /// Not to be seen.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Struck through.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub strike: bool,
}

/// A colour as the program in the terminal named it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Color {
    /// One of the palette's 256; the first 16 are the user's own.
    Indexed(u8),
    /// Red, green, blue.
    Rgb(u8, u8, u8),
}

/// The cells of a row for drawing; the second halves of wide characters are not among them.
///
/// Deleting and inserting can part a wide character from its second half; what is left of it is a blank.
pub(super) fn cells(row: &[GridCell]) -> impl Iterator<Item = Cell<'_>> {
    (0..row.len()).filter_map(|column| {
        let is_wide = |cell: &GridCell| cell.flags.contains(Flags::WIDE_CHAR);
        let is_spacer = |cell: &GridCell| cell.flags.contains(Flags::WIDE_CHAR_SPACER);
        let wide = is_wide(&row[column]) && row.get(column + 1).is_some_and(is_spacer);
        let is_second_half =
            is_spacer(&row[column]) && column.checked_sub(1).is_some_and(|before| is_wide(&row[before]));
        (!is_second_half).then(|| cell(&row[column], wide))
    })
}

fn cell(cell: &GridCell, wide: bool) -> Cell<'_> {
    let flags = cell.flags;
    let broken = cell.c.is_control() || flags.contains(Flags::WIDE_CHAR) != wide;
    Cell {
        c: if broken { ' ' } else { cell.c },
        marks: if broken { &[] } else { cell.zerowidth().unwrap_or_default() },
        cols: if wide { 2 } else { 1 },
        filler: flags.contains(Flags::LEADING_WIDE_CHAR_SPACER),
        style: CellStyle {
            fg: color(cell.fg),
            bg: color(cell.bg),
            bold: flags.contains(Flags::BOLD),
            dim: flags.contains(Flags::DIM),
            italic: flags.contains(Flags::ITALIC),
            underline: flags.intersects(Flags::ALL_UNDERLINES),
            inverse: flags.contains(Flags::INVERSE),
            hidden: flags.contains(Flags::HIDDEN),
            strike: flags.contains(Flags::STRIKEOUT),
        },
    }
}

fn color(color: GridColor) -> Option<Color> {
    match color {
        GridColor::Indexed(index) => Some(Color::Indexed(index)),
        GridColor::Spec(rgb) => Some(Color::Rgb(rgb.r, rgb.g, rgb.b)),
        GridColor::Named(named) if (named as usize) < 16 => {
            u8::try_from(named as usize).ok().map(Color::Indexed)
        }
        GridColor::Named(named) => match named {
            NamedColor::DimBlack => Some(Color::Indexed(0)),
            NamedColor::DimRed => Some(Color::Indexed(1)),
            NamedColor::DimGreen => Some(Color::Indexed(2)),
            NamedColor::DimYellow => Some(Color::Indexed(3)),
            NamedColor::DimBlue => Some(Color::Indexed(4)),
            NamedColor::DimMagenta => Some(Color::Indexed(5)),
            NamedColor::DimCyan => Some(Color::Indexed(6)),
            NamedColor::DimWhite => Some(Color::Indexed(7)),
            _ => None,
        },
    }
}
