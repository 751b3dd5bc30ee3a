//! What is marked in a pane: shown on the screen, and read back as text.

mod source;
mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::{Look, within};
use crate::app::layout::{Areas, areas, inner};
use crate::app::selection::{Grain, Selection, Spot, Stage};
use crate::app::{Caret, Measured, Model};
use source::Source;
pub use words::count;

/// Shows what is marked; gives where the keyboard's mark is.
pub(super) fn draw(
    buffer: &mut Buffer,
    areas: &Areas,
    model: &Model,
    look: &Look,
    measured: &mut Measured,
) -> Option<Position> {
    let selection = model.selection?;
    let area = inner(areas.pane(selection.pane)?);
    let measure = *measured.panes.get(&selection.pane)?;
    let source = Source::of(model, look, selection.pane, area.width)?;
    let visible = measure.first..(measure.first + measure.shown).min(measure.rows);
    if let Some((start, end)) = grown(&source, &selection) {
        for row in visible.clone().filter(|row| (start.row..=end.row).contains(row)) {
            let (from, to) = columns(row, start, end);
            let y = area.y + u16::try_from(row - measure.first).unwrap_or(u16::MAX);
            for glyph in source.glyphs(row).iter().filter(|glyph| glyph.touches(from, to)) {
                let cells = Rect { x: area.x + glyph.col, y, width: glyph.cols, height: 1 };
                mark(buffer, cells.intersection(area), look);
            }
        }
    }
    if selection.stage != Stage::Keyboard {
        return None;
    }
    let glyphs = source.glyphs(selection.head.row);
    let end = glyphs.iter().rev().find(|glyph| glyph.symbol != " ").map_or(0, |glyph| glyph.col);
    let head = selection.head.col.min(end);
    let under = glyphs.iter().rev().find(|glyph| glyph.col <= head);
    let (first, cols) = under.map_or((head, 1), |glyph| (glyph.col, glyph.cols));
    measured.caret = Some(Caret { first, last: selection.head.col.max(first + cols.max(1) - 1), end });
    let y = selection.head.row.checked_sub(measure.first).and_then(|y| u16::try_from(y).ok())?;
    within(area, area.x + first, area.y.saturating_add(y))
}

/// What is marked, as text: rows that belong to one line joined, blanks at the ends of lines off.
pub fn selected(model: &Model, look: &Look) -> Option<String> {
    let selection = model.selection?;
    let area = inner(areas(model)?.pane(selection.pane)?);
    let source = Source::of(model, look, selection.pane, area.width)?;
    let (start, end) = grown(&source, &selection)?;
    let mut text = String::new();
    let mut line = String::new();
    for row in start.row..=end.row.min(source.rows().saturating_sub(1)) {
        let (from, to) = columns(row, start, end);
        let glyphs = source.glyphs(row);
        let marked = glyphs.iter().filter(|glyph| glyph.touches(from, to) && !glyph.filler);
        line.extend(marked.map(|glyph| glyph.symbol.as_str()));
        if row == end.row || !source.goes_on(row) {
            text.push_str(line.trim_end());
            text.push('\n');
            line.clear();
        }
    }
    text.truncate(text.trim_end().len());
    Some(text).filter(|text| !text.is_empty())
}

/// The ends of a selection, whole words or lines.
fn grown(source: &Source<'_>, selection: &Selection) -> Option<(Spot, Spot)> {
    let (start, end) = selection.ends()?;
    match selection.grain {
        Grain::Character => Some((start, end)),
        Grain::Word => Some((words::around(source, start).0, words::around(source, end).1)),
        Grain::Line => {
            let first = (0..start.row).rev().take_while(|&row| source.goes_on(row)).last();
            let last = (end.row..source.rows()).find(|&row| !source.goes_on(row));
            let start = Spot { row: first.unwrap_or(start.row), col: 0 };
            Some((start, Spot { row: last.unwrap_or(end.row), col: u16::MAX }))
        }
    }
}

/// The columns of `row` between the two, both included.
fn columns(row: usize, start: Spot, end: Spot) -> (u16, u16) {
    let from = if row == start.row { start.col } else { 0 };
    let to = if row == end.row { end.col } else { u16::MAX };
    (from, to)
}

/// Makes cells stand out, whatever they look like.
fn mark(buffer: &mut Buffer, cells: Rect, look: &Look) {
    let style = look.theme.selected;
    for x in cells.left()..cells.right() {
        let cell = &mut buffer[(x, cells.y)];
        let was_reversed = cell.modifier.contains(Modifier::REVERSED);
        cell.modifier.remove(Modifier::REVERSED | Modifier::DIM | Modifier::HIDDEN);
        cell.set_style(style);
        if was_reversed && style.add_modifier.contains(Modifier::REVERSED) {
            cell.modifier.remove(Modifier::REVERSED);
        }
    }
}
