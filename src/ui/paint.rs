//! Rows and cells put on the screen.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::row::Row;

/// Draws `row` at the top left of `area`, cut at its right edge.
pub fn row(buffer: &mut Buffer, area: Rect, row: &Row) {
    let area = area.intersection(buffer.area);
    if area.is_empty() {
        return;
    }
    if let Some(fill) = row.fill {
        buffer.set_style(Rect { height: 1, ..area }, fill);
    }
    let mut x = area.x;
    for run in &row.runs {
        let room = area.right().saturating_sub(x);
        x = buffer.set_stringn(x, area.y, &run.text, usize::from(room), run.style).0;
    }
}

/// Draws as many of `rows` as fit into `area`, from the top.
pub fn rows<'a>(buffer: &mut Buffer, area: Rect, rows: impl IntoIterator<Item = &'a Row>) {
    for (y, line) in (area.y..area.bottom()).zip(rows) {
        row(buffer, Rect { y, height: 1, ..area }, line);
    }
}

/// Empties `area` for something that lies over the rest. A wide character that reaches into it from
/// the left goes as well: half of it would be left standing.
pub fn clear(buffer: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buffer.area);
    for y in area.y..area.bottom() {
        if let Some(x) = area.x.checked_sub(1).filter(|&x| x >= buffer.area.x)
            && buffer[(x, y)].symbol().cell_width() > 1
        {
            buffer[(x, y)].set_symbol(" ");
        }
        for x in area.x..area.right() {
            buffer[(x, y)].reset();
            buffer[(x, y)].set_style(style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn no_half_of_a_wide_character_is_left_beside_an_overlay() {
        let mut buffer = Buffer::with_lines(["コンテナ間通信"]);
        clear(&mut buffer, Rect::new(3, 0, 4, 1), Style::new());
        row(&mut buffer, Rect::new(3, 0, 4, 1), &Row::of("abcd", Style::new()));
        let symbols: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(symbols, "コ  abcd 間 通 信 ");
    }

    #[test]
    fn a_row_stops_at_the_edge_and_cuts_nothing_in_half() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 5, 1));
        let line = Row::from(vec![Span::new("a", Style::new()), Span::new("コンテナ", Style::new())]);
        row(&mut buffer, Rect::new(0, 0, 4, 1), &line);
        assert_eq!(buffer[(1, 0)].symbol(), "コ");
        assert_eq!(buffer[(3, 0)].symbol(), " ");
    }
}
