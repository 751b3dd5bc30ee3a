//! What lies over the screen: help, palette, reasons, words.

mod help;
mod palette;
mod why;
mod word;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::row::Row;
use super::{Look, paint};
use crate::app::{Measure, Measured, Model, Overlay};
use crate::text::{Span, truncate, width};

/// Draws an overlay; gives where the cursor is, where it has one.
pub(super) fn draw(
    buffer: &mut Buffer,
    screen: Rect,
    model: &Model,
    overlay: &Overlay,
    look: &Look,
    measured: &mut Measured,
) -> Option<Position> {
    match overlay {
        Overlay::Help { scroll } => {
            let inner = area(screen, 76, usize::from(screen.height));
            let content = help::content(look, usize::from(inner.width));
            measured.overlay = sheet(buffer, screen, "ui-help-title", &content, *scroll, look);
            None
        }
        Overlay::Why { scroll } => {
            let inner = area(screen, 76, usize::from(screen.height));
            let content = why::content(model, look, usize::from(inner.width));
            measured.overlay = sheet(buffer, screen, "ui-why-title", &content, *scroll, look);
            None
        }
        Overlay::Word { id, scroll } => {
            let inner = area(screen, 76, usize::from(screen.height));
            let content = word::content(model, id.as_deref(), look, usize::from(inner.width));
            measured.overlay = sheet(buffer, screen, "ui-word-title", &content, *scroll, look);
            None
        }
        Overlay::Palette { query, selected } => palette::draw(buffer, screen, model, query, *selected, look),
    }
}

/// A sheet of rows that scrolls, as high as it needs to be.
fn sheet(
    buffer: &mut Buffer,
    screen: Rect,
    title: &'static str,
    content: &[Row],
    scroll: usize,
    look: &Look,
) -> Measure {
    let inner = area(screen, 76, content.len());
    let mut measure = Measure { rows: content.len(), shown: usize::from(inner.height), first: scroll };
    measure.first = scroll.min(measure.last_first());
    let foot = if measure.rows > measure.shown { "ui-overlay-scroll" } else { "ui-overlay-close" };
    boxed(buffer, inner, &look.word(title), &look.word(foot), look);
    paint::rows(buffer, inner, &content[measure.first..]);
    measure
}

/// The inside of a box in the middle of the screen: at most `cols` columns and `rows` rows.
fn area(screen: Rect, cols: u16, rows: usize) -> Rect {
    let width = cols.min(screen.width.saturating_sub(4));
    let height = u16::try_from(rows).unwrap_or(u16::MAX).min(screen.height.saturating_sub(4));
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height.saturating_sub(height)) / 2,
        width,
        height,
    }
}

/// Clears `inner` with a border around it, a title in its upper edge and a note in its lower one.
fn boxed(buffer: &mut Buffer, inner: Rect, title: &str, foot: &str, look: &Look) {
    let theme = &look.theme;
    let outer = Rect {
        x: inner.x.saturating_sub(2),
        y: inner.y.saturating_sub(1),
        width: inner.width + 4,
        height: inner.height + 2,
    };
    paint::clear(buffer, outer, theme.overlay);
    let cols = usize::from(outer.width);
    let edge = |left: &str, text: &str, right: &str, style: Style| {
        let text = truncate(text, cols.saturating_sub(6)).into_owned();
        let line = "─".repeat(cols.saturating_sub(width(&text) + 5));
        Row::from(vec![
            Span::new(format!("{left}─ "), theme.frame),
            Span::new(text, style),
            Span::new(format!(" {line}{right}"), theme.frame),
        ])
    };
    paint::row(buffer, outer, &edge("┌", title, "┐", theme.accent));
    let last = Rect { y: outer.bottom().saturating_sub(1), height: 1, ..outer };
    paint::row(buffer, last, &edge("└", foot, "┘", theme.dim));
    for y in inner.y..inner.bottom() {
        let side = Row::of("│", theme.frame);
        paint::row(buffer, Rect { y, width: 1, height: 1, ..outer }, &side);
        paint::row(buffer, Rect { x: outer.right() - 1, y, width: 1, height: 1 }, &side);
    }
}
