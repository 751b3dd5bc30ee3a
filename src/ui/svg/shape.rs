//! Signs that are drawn instead of written: fonts leave gaps between lines that should meet, and have discs that are
//! wider than a column.

use std::fmt::Write;

use super::{COLUMN, ROW};

/// What is drawn in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A line from the middle to the left, to the right, up, down.
    Line { left: bool, right: bool, up: bool, down: bool },
    /// A block of so many eighths of the cell's width, full or pale.
    Block { eighths: u32, pale: bool },
    /// A disc or a ring.
    Dot { filled: bool },
}

impl Shape {
    /// The shape that a character is, if it is one.
    pub fn of(symbol: &str) -> Option<Self> {
        let line = |arms: &str| {
            let has = |arm| arms.contains(arm);
            Some(Self::Line { left: has('l'), right: has('r'), up: has('u'), down: has('d') })
        };
        match symbol {
            "─" => line("lr"),
            "│" => line("ud"),
            "┌" => line("rd"),
            "┐" => line("ld"),
            "└" => line("ru"),
            "┘" => line("lu"),
            "├" => line("rud"),
            "┤" => line("lud"),
            "┬" => line("lrd"),
            "┴" => line("lru"),
            "┼" => line("lrud"),
            "█" => Some(Self::Block { eighths: 8, pale: false }),
            "░" => Some(Self::Block { eighths: 8, pale: true }),
            "▌" => Some(Self::Block { eighths: 4, pale: false }),
            "●" | "•" => Some(Self::Dot { filled: true }),
            "○" => Some(Self::Dot { filled: false }),
            _ => None,
        }
    }

    /// Draws it `cols` times, the first in the cell whose upper left corner is at `x` and `y`.
    pub fn draw(self, svg: &mut String, (x, y): (u32, u32), cols: u32, color: &str) {
        let (middle, center) = (COLUMN / 2, ROW / 2);
        match self {
            Self::Line { left: true, right: true, up: false, down: false } => {
                rect(svg, (x, y + center), (cols * COLUMN, 1), color, "");
            }
            Self::Block { eighths: 8, pale } => {
                let more = if pale { " opacity=\"0.25\"" } else { "" };
                rect(svg, (x, y + 4), (cols * COLUMN, ROW - 8), color, more);
            }
            Self::Block { eighths, .. } => {
                for x in columns(x, cols) {
                    rect(svg, (x, y), (COLUMN * eighths / 8, ROW), color, "");
                }
            }
            Self::Line { left, right, up, down } => {
                for x in columns(x, cols) {
                    let arms = [
                        (left, (x, y + center), (middle + 1, 1)),
                        (right, (x + middle, y + center), (COLUMN - middle, 1)),
                        (up, (x + middle, y), (1, center + 1)),
                        (down, (x + middle, y + center), (1, ROW - center)),
                    ];
                    for (_, at, size) in arms.into_iter().filter(|arm| arm.0) {
                        rect(svg, at, size, color, "");
                    }
                }
            }
            Self::Dot { filled } => {
                let (fill, stroke) = if filled { (color, "none") } else { ("none", color) };
                for x in columns(x, cols) {
                    // Writing into a string cannot fail.
                    let _ = writeln!(
                        svg,
                        "<circle cx=\"{}\" cy=\"{}\" r=\"3.5\" fill=\"{fill}\" stroke=\"{stroke}\"/>",
                        f64::from(x) + f64::from(COLUMN) / 2.0,
                        y + center
                    );
                }
            }
        }
    }
}

/// Where each of so many columns begins.
fn columns(x: u32, cols: u32) -> impl Iterator<Item = u32> {
    (0..cols).map(move |column| x + column * COLUMN)
}

fn rect(svg: &mut String, (x, y): (u32, u32), (width, height): (u32, u32), color: &str, more: &str) {
    let _ = writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{color}\" \
         shape-rendering=\"crispEdges\"{more}/>"
    );
}
