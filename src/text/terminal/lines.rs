//! A terminal's rows read back as lines of text.

use alacritty_terminal::grid::{Dimensions, Grid};
use alacritty_terminal::index::{Column, Line};
use alacritty_terminal::term::cell::{Cell, Flags};

/// The logical lines: rows that were wrapped joined again, trailing blanks off, scrollback first.
///
/// The row in which the cursor waits is a line only when something stands in it or below it.
pub(super) fn logical_lines(grid: &Grid<Cell>) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let last = last_used_line(grid);
    let mut row = grid.topmost_line().0;
    while row <= last {
        let wrapped = push_row(grid, Line(row), &mut line);
        if !wrapped || row == last {
            line.truncate(line.trim_end_matches(' ').len());
            lines.push(std::mem::take(&mut line));
        }
        row += 1;
    }
    lines
}

/// The last row that counts, in the grid's own numbering; above the top where there is none.
pub(super) fn last_used_line(grid: &Grid<Cell>) -> i32 {
    let cursor = grid.cursor.point.line.0;
    let mut row = grid.bottommost_line().0;
    while row >= cursor && row >= 0 && is_blank(grid, Line(row)) {
        row -= 1;
    }
    row
}

fn is_blank(grid: &Grid<Cell>, line: Line) -> bool {
    (0..grid.columns()).all(|column| matches!(grid[line][Column(column)].c, ' ' | '\t'))
}

/// Appends a row to `text`; says whether it goes on in the next one.
fn push_row(grid: &Grid<Cell>, line: Line, text: &mut String) -> bool {
    let row = &grid[line];
    let columns = grid.columns();
    for column in 0..columns {
        let cell = &row[Column(column)];
        if cell.flags.intersects(Flags::WIDE_CHAR_SPACER | Flags::LEADING_WIDE_CHAR_SPACER) {
            continue;
        }
        // The emulator marks where a tab began; the cells up to its stop are blanks anyway.
        text.push(if cell.c.is_control() { ' ' } else { cell.c });
        text.extend(cell.zerowidth().unwrap_or_default());
    }
    goes_on(grid, line)
}

/// Whether a row was wrapped, so that its line goes on in the next one.
pub(super) fn goes_on(grid: &Grid<Cell>, line: Line) -> bool {
    grid[line][Column(grid.columns() - 1)].flags.contains(Flags::WRAPLINE)
}
