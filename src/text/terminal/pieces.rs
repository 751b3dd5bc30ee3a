//! A terminal's rows read back as lines of text that looks like something.

use alacritty_terminal::grid::{Dimensions, Grid};
use alacritty_terminal::index::{Column, Line};
use alacritty_terminal::term::cell::{Cell as GridCell, Flags};
use serde::{Deserialize, Serialize};

use super::cell::{CellStyle, cells};
use super::lines::last_used_line;

/// Text that looks alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The text, without control characters.
    pub text: String,
    /// How it looks.
    #[serde(flatten)]
    pub style: CellStyle,
}

/// The logical lines, as `lines::logical_lines` has them.
pub(super) fn styled_lines(grid: &Grid<GridCell>) -> Vec<Vec<Piece>> {
    let mut lines = Vec::new();
    let mut line: Vec<Piece> = Vec::new();
    let last = last_used_line(grid);
    for row in grid.topmost_line().0..=last {
        let row_cells = &grid[Line(row)];
        push_row(&row_cells[..], &mut line);
        let wrapped = row_cells[Column(grid.columns() - 1)].flags.contains(Flags::WRAPLINE);
        if !wrapped || row == last {
            trim(&mut line);
            lines.push(std::mem::take(&mut line));
        }
    }
    lines
}

fn push_row(row: &[GridCell], line: &mut Vec<Piece>) {
    for (column, cell) in columns(row) {
        // Before a wide character that did not fit, the last column is left empty.
        if row[column].flags.contains(Flags::LEADING_WIDE_CHAR_SPACER) {
            continue;
        }
        match line.last_mut() {
            Some(piece) if piece.style == cell.style => piece.text.push_str(&cell.symbol()),
            _ => line.push(Piece { text: cell.symbol(), style: cell.style }),
        }
    }
}

/// The cells with the columns in which they begin.
fn columns(row: &[GridCell]) -> impl Iterator<Item = (usize, super::Cell<'_>)> {
    cells(row).scan(0, |column, cell| {
        let at = *column;
        *column += usize::from(cell.cols);
        Some((at, cell))
    })
}

fn trim(line: &mut Vec<Piece>) {
    while let Some(last) = line.last_mut() {
        last.text.truncate(last.text.trim_end_matches(' ').len());
        if !last.text.is_empty() {
            return;
        }
        line.pop();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Color, Size, Terminal};
    use super::*;

    fn lines(cols: u16, printed: &str) -> Vec<Vec<Piece>> {
        let mut terminal = Terminal::new(Size { cols, rows: 4 });
        terminal.feed_lines(printed.as_bytes());
        terminal.styled_lines()
    }

    fn plain(text: &str) -> Piece {
        Piece { text: text.into(), style: CellStyle::default() }
    }

    #[test]
    fn what_looks_alike_is_one_piece_also_where_it_wraps() {
        let red = CellStyle { fg: Some(Color::Indexed(1)), bold: true, ..CellStyle::default() };
        assert_eq!(
            lines(6, "a\x1b[1;31mコンテナ\x1b[0m b  \n\nc"),
            [
                vec![plain("a"), Piece { text: "コンテナ".into(), style: red }, plain(" b")],
                vec![],
                vec![plain("c")]
            ]
        );
    }

    #[test]
    fn a_style_is_kept_briefly() {
        let style =
            CellStyle { fg: Some(Color::Rgb(1, 2, 3)), bg: Some(Color::Indexed(4)), ..CellStyle::default() };
        let piece = Piece { text: "x".into(), style };
        let kept = serde_json::to_string(&piece).unwrap();
        assert_eq!(kept, r#"{"text":"x","fg":[1,2,3],"bg":4}"#);
        assert_eq!(serde_json::from_str::<Piece>(&kept).unwrap(), piece);
        assert_eq!(serde_json::to_string(&plain("x")).unwrap(), r#"{"text":"x"}"#);
    }

    proptest! {
        #[test]
        fn the_text_is_that_of_the_plain_lines(bytes in proptest::collection::vec(
            prop_oneof![any::<u8>(), Just(b'a'), Just(b'\n'), Just(b' '), Just(0x1b), Just(b'['), Just(b'm'), Just(b'3')],
            0..200,
        )) {
            let mut terminal = Terminal::new(Size { cols: 7, rows: 3 });
            terminal.feed_lines(&bytes);
            let styled: Vec<String> = terminal
                .styled_lines()
                .iter()
                .map(|line| line.iter().map(|piece| piece.text.as_str()).collect())
                .collect();
            prop_assert_eq!(styled.len(), terminal.logical_lines().len());
            prop_assert!(styled.iter().all(|line| !line.contains(char::is_control)));
        }
    }
}
