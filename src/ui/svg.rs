//! A screen as a picture: a buffer becomes an SVG in which every run stands where its cells are.

mod film;
mod shape;

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};

use super::{Theme, panes};
use crate::text::{Color as Named, Terminal};

pub use film::Film;
use shape::Shape;

/// Width of a column.
const COLUMN: u32 = 9;

/// Height of a row.
const ROW: u32 = 20;

/// Room around the screen.
const MARGIN: u32 = 12;

const GROUND: u32 = 0x0014_181f;
const TEXT: u32 = 0x00d5_dbe3;

/// What stands on a terminal as a picture, in the colours of the dark theme.
pub fn of_terminal(terminal: &Terminal) -> String {
    render(&panes::output::screen(terminal, &Theme::dark()))
}

/// The buffer as a picture. Runs are placed by their column, wide characters by their own, so that
/// fonts whose wide characters are not exactly two columns wide keep the grid.
pub fn render(buffer: &Buffer) -> String {
    let ground = ground_of(buffer);
    let mut svg = begin(buffer.area, ground);
    for y in buffer.area.y..buffer.area.bottom() {
        row(&mut svg, buffer, y, ground);
    }
    svg.push_str("</svg>\n");
    svg
}

/// The colour that the whole picture lies on: the prompt's row is the screen's own.
fn ground_of(buffer: &Buffer) -> u32 {
    Look::of(&buffer[(buffer.area.x, buffer.area.bottom() - 1)]).ground
}

/// The picture's beginning, an empty screen.
fn begin(area: Rect, ground: u32) -> String {
    let width = u32::from(area.width) * COLUMN + 2 * MARGIN;
    let height = u32::from(area.height) * ROW + 2 * MARGIN;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"'Sarasa Mono J', 'Noto Sans Mono CJK JP', \
         'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"16\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n",
        hex(ground)
    )
}

/// One row of the screen. Nothing is drawn where it is as empty as the picture's `own` ground.
fn row(svg: &mut String, buffer: &Buffer, y: u16, own: u32) {
    let runs = runs(buffer, y);
    for run in &runs {
        ground(svg, run, y - buffer.area.y, own);
    }
    for run in &runs {
        match run.shape {
            Some(shape) => {
                let at = corner(run.column, y - buffer.area.y);
                shape.draw(svg, at, u32::from(run.cols), &hex(run.look.text));
            }
            None => text(svg, run, y - buffer.area.y),
        }
    }
}

/// How a cell looks in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    text: u32,
    ground: u32,
    modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let (text, ground) = (rgb(cell.fg, TEXT), rgb(cell.bg, GROUND));
        let modifier = cell.modifier;
        let (text, ground) =
            if modifier.contains(Modifier::REVERSED) { (ground, text) } else { (text, ground) };
        Self { text, ground, modifier }
    }
}

/// Cells that are drawn in one go.
struct Run {
    column: u16,
    cols: u16,
    text: String,
    look: Look,
    /// Drawn instead of written.
    shape: Option<Shape>,
    /// Whether more cells that look alike may join it.
    grows: bool,
}

/// The runs of a row: cells that look alike, wide characters each on their own.
fn runs(buffer: &Buffer, y: u16) -> Vec<Run> {
    let area = buffer.area;
    let mut runs: Vec<Run> = Vec::new();
    let mut x = area.x;
    while x < area.right() {
        let cell = &buffer[(x, y)];
        let cols = cell.symbol().cell_width().clamp(1, area.right() - x);
        let look = Look::of(cell);
        let shape = Shape::of(cell.symbol());
        match runs.last_mut() {
            Some(run) if run.look == look && cols == 1 && run.grows && run.shape == shape => {
                run.text.push_str(cell.symbol());
                run.cols += 1;
            }
            _ => {
                let text = cell.symbol().to_owned();
                let grows = cols == 1 && text.chars().count() == 1;
                runs.push(Run { column: x - area.x, cols, text, look, shape, grows });
            }
        }
        x += cols;
    }
    runs
}

fn ground(svg: &mut String, run: &Run, row: u16, own: u32) {
    if run.look.ground == own {
        return;
    }
    let (x, y) = corner(run.column, row);
    let width = u32::from(run.cols) * COLUMN;
    // Writing into a string cannot fail.
    let _ = writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{ROW}\" fill=\"{}\" shape-rendering=\"crispEdges\"/>",
        hex(run.look.ground)
    );
}

fn text(svg: &mut String, run: &Run, row: u16) {
    let modifier = run.look.modifier;
    if run.text.trim().is_empty() || modifier.contains(Modifier::HIDDEN) {
        return;
    }
    let (x, y) = corner(run.column, row);
    // Blanks at either end would be stretched with the rest.
    let shown = run.text.trim_matches(' ');
    let blanks = |n: usize| u32::try_from(n).unwrap_or(0);
    let cols = u32::from(run.cols) - blanks(run.text.len() - shown.len());
    let x = x + blanks(run.text.len() - run.text.trim_start_matches(' ').len()) * COLUMN;
    let mut attributes = format!(" fill=\"{}\"", hex(run.look.text));
    if modifier.contains(Modifier::BOLD) {
        attributes.push_str(" font-weight=\"bold\"");
    }
    if modifier.contains(Modifier::ITALIC) {
        attributes.push_str(" font-style=\"italic\"");
    }
    if modifier.contains(Modifier::DIM) {
        attributes.push_str(" opacity=\"0.6\"");
    }
    match (modifier.contains(Modifier::UNDERLINED), modifier.contains(Modifier::CROSSED_OUT)) {
        (true, _) => attributes.push_str(" text-decoration=\"underline\""),
        (false, true) => attributes.push_str(" text-decoration=\"line-through\""),
        (false, false) => {}
    }
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\"{attributes}>{}</text>",
        y + ROW - 5,
        cols * COLUMN,
        escape(shown)
    );
}

fn corner(column: u16, row: u16) -> (u32, u32) {
    (MARGIN + u32::from(column) * COLUMN, MARGIN + u32::from(row) * ROW)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn hex(color: u32) -> String {
    format!("#{color:06x}")
}

/// A colour in red, green and blue.
fn rgb(color: Color, reset: u32) -> u32 {
    let index = match color {
        Color::Reset => return reset,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Rgb(r, g, b) => return Named::Rgb(r, g, b).rgb(),
        Color::Indexed(index) => index,
    };
    Named::Indexed(index).rgb()
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn wide_characters_stand_on_the_grid() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "ab<コン>c", Style::new());
        let svg = render(&buffer);
        for part in [
            "x=\"12\" y=\"27\" textLength=\"27\"",
            ">ab&lt;<",
            "x=\"39\"",
            ">コ<",
            "x=\"57\"",
            ">ン<",
            ">&gt;c<",
        ] {
            assert!(svg.contains(part), "{part} in {svg}");
        }
    }

    #[test]
    fn colours_of_every_kind_are_known() {
        assert_eq!(rgb(Color::Rgb(1, 2, 3), 0), 0x0001_0203);
        assert_eq!(rgb(Color::Indexed(16), 0), 0);
        assert_eq!(rgb(Color::Indexed(231), 0), 0x00ff_ffff);
        assert_eq!(rgb(Color::Indexed(255), 0), 0x00ee_eeee);
        assert_eq!(rgb(Color::Reset, 7), 7);
    }
}
