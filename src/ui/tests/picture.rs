//! A drawn screen as text that a person can read and a snapshot can hold: the characters, then the
//! same grid with a letter for each cell's style, then what the letters mean.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

/// Characters, styles, legend; `cursor` is where the cursor is.
pub fn picture(buffer: &Buffer, cursor: Option<(u16, u16)>) -> String {
    let mut legend: Vec<String> = Vec::new();
    let mut text = String::new();
    let mut styles = String::new();
    for y in buffer.area.y..buffer.area.bottom() {
        let mut line = String::new();
        let mut marks = String::new();
        let mut x = buffer.area.x;
        while x < buffer.area.right() {
            let cell = &buffer[(x, y)];
            let cols = cell.symbol().cell_width().max(1);
            line.push_str(cell.symbol());
            let mark = letter(&mut legend, describe(cell));
            marks.extend(std::iter::repeat_n(mark, usize::from(cols)));
            x += cols;
        }
        let _ = writeln!(text, "{}", line.trim_end());
        let _ = writeln!(styles, "{}", marks.trim_end_matches('.'));
    }
    let mut out = format!("{text}── styles\n{styles}── legend\n");
    for (index, style) in legend.iter().enumerate() {
        let _ = writeln!(out, "{} {style}", name(index));
    }
    if let Some((x, y)) = cursor {
        let _ = writeln!(out, "cursor at {x},{y}");
    }
    out
}

fn letter(legend: &mut Vec<String>, style: String) -> char {
    if style == "base" {
        return '.';
    }
    let at = legend.iter().position(|known| *known == style).unwrap_or_else(|| {
        legend.push(style);
        legend.len() - 1
    });
    name(at)
}

fn name(index: usize) -> char {
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".chars().nth(index).unwrap_or('#')
}

/// A cell's style in words; `base` is the screen's own.
fn describe(cell: &Cell) -> String {
    let theme = crate::ui::Theme::dark();
    let mut parts = Vec::new();
    if Some(cell.fg) != theme.base.fg {
        parts.push(format!("fg {}", color(cell.fg)));
    }
    if Some(cell.bg) != theme.base.bg {
        parts.push(format!("bg {}", color(cell.bg)));
    }
    if cell.modifier != Modifier::empty() {
        parts.push(format!("{:?}", cell.modifier).to_lowercase());
    }
    if parts.is_empty() { "base".to_owned() } else { parts.join(", ") }
}

fn color(color: Color) -> String {
    match color {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        other => format!("{other:?}"),
    }
}
