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

/// Puts what is wider than two columns, such as the joined consonants of a Devanagari syllable, into a cell for each of
/// its parts, as terminals do: of a cell that wide, only the first column would be drawn anew when it goes.
pub fn part(buffer: &mut Buffer) {
    let cols = usize::from(buffer.area.width);
    for at in 0..buffer.content.len() {
        let symbol = buffer.content[at].symbol();
        if symbol.is_ascii() || symbol.cell_width() <= 2 {
            continue;
        }
        let (parts, style) = (parts(symbol), buffer.content[at].style());
        let wide = symbol.cell_width();
        let room = cols - at % cols;
        if usize::from(wide) > room || parts.iter().map(|part| part.cell_width()).sum::<u16>() != wide {
            continue;
        }
        let mut place = at;
        for part in parts {
            buffer.content[place].set_symbol(&part).set_style(style);
            for half in 1..usize::from(part.cell_width()) {
                buffer.content[place + half].set_symbol(" ").set_style(style);
            }
            place += usize::from(part.cell_width());
        }
    }
}

/// Each character that takes columns, with those behind it that take none.
fn parts(symbol: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut piece = [0; 4];
    for c in symbol.chars() {
        match parts.last_mut() {
            Some(last) if c.encode_utf8(&mut piece).cell_width() == 0 => last.push(c),
            _ => parts.push(c.to_string()),
        }
    }
    parts
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
    fn a_syllable_of_several_columns_is_drawn_in_as_many_cells() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 7, 1));
        let area = buffer.area;
        row(&mut buffer, area, &Row::of("र्त्स्न्यx", Style::new().red()));
        part(&mut buffer);
        let symbols: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!(symbols, ["र्", "त्", "स्", "न्", "य", "x", " "]);
        let reds = buffer.content.iter().filter(|cell| cell.fg == ratatui::style::Color::Red).count();
        assert_eq!(reds, 6);
        let empty = Buffer::empty(buffer.area);
        assert_eq!(buffer.diff(&empty).len(), 6, "all of it goes at once");
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
