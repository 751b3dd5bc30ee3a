//! A pane's content, row by row, as it can be read back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::{Model, Pane, Screen};
use crate::text::{self, Terminal};
use crate::ui::row::Row;
use crate::ui::{Look, paint, panes};

/// A character as it stands in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glyph {
    /// Its first column.
    pub col: u16,
    /// Columns that it takes.
    pub cols: u16,
    /// The character with its marks.
    pub symbol: String,
    /// Whether it only fills a column that was too narrow for what comes next.
    pub filler: bool,
}

impl Glyph {
    /// Whether one of its columns is among these.
    pub fn touches(&self, from: u16, to: u16) -> bool {
        self.col <= to && from < self.col + self.cols
    }
}

/// What a pane shows, all of it.
pub(super) enum Source<'a> {
    /// Rows that were laid out for so many columns.
    Rows(Vec<Row>, u16, &'a Look),
    /// A terminal.
    Terminal(&'a Terminal),
}

impl<'a> Source<'a> {
    /// The content of a pane of so many columns.
    pub fn of(model: &'a Model, look: &'a Look, pane: Pane, cols: u16) -> Option<Self> {
        let rows = match (&model.screen, pane) {
            (_, Pane::Output) => return Some(Self::Terminal(&model.output)),
            (Screen::Lesson(lesson), pane) => panes::content(model, lesson, pane, look, usize::from(cols)),
            (Screen::Start(_), _) => return None,
        };
        Some(Self::Rows(rows, cols, look))
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        match self {
            Self::Rows(rows, ..) => rows.len(),
            Self::Terminal(terminal) => terminal.total_rows(),
        }
    }

    /// Whether the line in a row goes on in the next one.
    pub fn goes_on(&self, row: usize) -> bool {
        match self {
            Self::Rows(..) => false,
            Self::Terminal(terminal) => terminal.goes_on(row),
        }
    }

    /// The characters of a row from left to right.
    pub fn glyphs(&self, row: usize) -> Vec<Glyph> {
        match self {
            Self::Rows(rows, cols, look) => {
                rows.get(row).map_or_else(Vec::new, |row| drawn(row, *cols, look))
            }
            Self::Terminal(terminal) => {
                let mut col = 0;
                let glyph = |cell: text::Cell<'_>| {
                    let first = col;
                    col += cell.cols;
                    Glyph { col: first, cols: cell.cols, symbol: cell.symbol(), filler: cell.filler }
                };
                terminal.row(row).map(glyph).collect()
            }
        }
    }
}

/// A row as it is drawn.
fn drawn(row: &Row, cols: u16, look: &Look) -> Vec<Glyph> {
    let area = Rect::new(0, 0, cols, 1);
    let mut buffer = Buffer::empty(area);
    paint::row(&mut buffer, area, row);
    look.frames.apply(&mut buffer);
    let mut glyphs = Vec::new();
    let mut col = 0;
    while col < cols {
        let symbol = buffer[(col, 0)].symbol().to_owned();
        let wide = u16::try_from(text::width(&symbol)).unwrap_or(1).max(1);
        glyphs.push(Glyph { col, cols: wide, symbol, filler: false });
        col += wide;
    }
    glyphs
}
