//! What was printed: the emulated terminal's cells, and the progress of what is being pulled.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::{progress, scrolled_to};
use crate::app::layout::{Areas, inner};
use crate::app::{Measure, Measured, Model, Pane, Screen};
use crate::text::{self, CellStyle, Terminal};
use crate::ui::theme::{Depth, Theme};
use crate::ui::{Look, find, paint, within};

/// Makes one emoji of two.
const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// Draws the output from the row on that it was scrolled to, in the lesson or on the start screen, or its tail.
pub(in crate::ui) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    model: &Model,
    look: &Look,
    measured: &mut Measured,
) -> Measure {
    let bars = progress::rows(model, look, usize::from(area.width), usize::from(area.height / 2));
    let bars_height = u16::try_from(bars.len()).unwrap_or(0);
    let cells = Rect { height: area.height - bars_height, ..area };
    let terminal = &model.output;
    let measure = measure(model, usize::from(cells.height));
    for (y, row) in (cells.y..cells.bottom()).zip(measure.first..measure.rows) {
        line(buffer, Rect { y, height: 1, ..cells }, terminal, row, &look.theme);
    }
    find::in_output(buffer, cells, model, measure.first, look, measured);
    paint::rows(buffer, Rect { y: cells.bottom(), height: bars_height, ..area }, &bars);
    measure
}

/// Which rows are shown. The tail is the screen itself where the pane has its size, so that programs
/// that draw all over it look right.
fn measure(model: &Model, shown: usize) -> Measure {
    let terminal = &model.output;
    let size = terminal.size();
    let rows = if shown >= usize::from(size.rows) { terminal.total_rows() } else { used_rows(terminal) };
    let cols = usize::from(size.cols);
    let first = match &model.screen {
        Screen::Start(start) => start.scroll,
        // Rows stand for letters: counting those of a long output would take its time.
        Screen::Lesson(lesson) => scrolled_to(lesson, Pane::Output, cols, rows, |row| row),
    };
    let mut measure = Measure { rows, shown, cols, letters: rows, ..Measure::default() };
    measure.first = first.map_or(measure.last_first(), |first| first.min(measure.last_first()));
    measure.before = measure.first;
    measure
}

/// Rows up to the last one with something in it, the cursor's included.
fn used_rows(terminal: &Terminal) -> usize {
    terminal.used_rows().max(terminal.cursor().row + 1)
}

/// The visible rows of a terminal, as they stand on it.
pub(in crate::ui) fn screen(terminal: &Terminal, theme: &Theme) -> Buffer {
    let size = terminal.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.cols, size.rows));
    let first = terminal.total_rows().saturating_sub(usize::from(size.rows));
    for (y, row) in (0..size.rows).zip(first..) {
        line(&mut buffer, Rect::new(0, y, size.cols, 1), terminal, row, theme);
    }
    buffer
}

fn line(buffer: &mut Buffer, area: Rect, terminal: &Terminal, row: usize, theme: &Theme) {
    let mut x = area.x;
    for cell in terminal.row(row) {
        if x + cell.cols > area.right() {
            break;
        }
        let style = style(cell.style, theme);
        buffer[(x, area.y)].set_symbol(unjoined(&cell.symbol())).set_style(style);
        for half in x + 1..x + cell.cols {
            buffer[(half, area.y)].reset();
            buffer[(half, area.y)].set_style(theme.base.patch(style));
        }
        x += cell.cols;
    }
}

/// A cell's symbol without what would join it with the next one: the emulator counts the parts of 👩‍👧 by themselves,
/// while the terminal around it may make one of them, whose place is then another.
fn unjoined(symbol: &str) -> &str {
    symbol.trim_end_matches(ZERO_WIDTH_JOINER)
}

/// Where the cursor is while keys go to a container's terminal.
pub(in crate::ui) fn cursor(model: &Model, areas: &Areas) -> Option<Position> {
    let attached = model.running.as_ref().is_some_and(|running| running.attached);
    let cursor = model.output.cursor();
    if !attached || !cursor.visible {
        return None;
    }
    let area = inner(areas.output?);
    let first = measure(model, usize::from(area.height)).first;
    let y = u16::try_from(cursor.row.checked_sub(first)?).ok()?;
    within(area, area.x.saturating_add(cursor.col), area.y.saturating_add(y))
}

/// A cell's style with colours that can be read on the theme's ground.
fn style(cell: CellStyle, theme: &Theme) -> Style {
    let mut style = Style::new();
    if theme.depth != Depth::None {
        style.fg = cell.fg.and_then(|fg| foreground(fg, cell.bg.is_some() || cell.inverse, theme));
        style.bg = cell.bg.and_then(|bg| color(bg, theme.depth));
    }
    let modifiers = [
        (cell.bold, Modifier::BOLD),
        (cell.dim, Modifier::DIM),
        (cell.italic, Modifier::ITALIC),
        (cell.underline, Modifier::UNDERLINED),
        (cell.inverse, Modifier::REVERSED),
        (cell.hidden, Modifier::HIDDEN),
        (cell.strike, Modifier::CROSSED_OUT),
    ];
    for (_, modifier) in modifiers.into_iter().filter(|(on, _)| *on) {
        style = style.add_modifier(modifier);
    }
    style
}

/// A colour for text: white on a light ground and black on a dark one would not be seen.
fn foreground(fg: text::Color, has_ground: bool, theme: &Theme) -> Option<Color> {
    let unseen = match fg {
        text::Color::Indexed(7 | 15) => theme.light,
        text::Color::Indexed(0) => !theme.light && theme.depth == Depth::Full,
        _ => false,
    };
    if unseen && !has_ground { theme.base.fg } else { color(fg, theme.depth) }
}

fn color(color: text::Color, depth: Depth) -> Option<Color> {
    match (color, depth) {
        (text::Color::Indexed(index), Depth::Full)
        | (text::Color::Indexed(index @ 0..=15), Depth::Sixteen) => Some(Color::Indexed(index)),
        (text::Color::Rgb(r, g, b), Depth::Full) => Some(Color::Rgb(r, g, b)),
        _ => None,
    }
}
