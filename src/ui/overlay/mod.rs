//! What lies over the screen: help, palette, reasons, words.

pub(super) mod finished;
pub(super) mod help;
mod list;
mod palette;
pub(super) mod why;
mod word;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::row::Row;
use super::{Look, buttons, find, notes, paint};
use crate::app::button::{Button, Press};
use crate::app::find::Place;
use crate::app::links::links;
use crate::app::teach::page;
use crate::app::{Measure, Measured, Model, Overlay};
use crate::text::{Span, grapheme, sanitize, truncate, width};

/// The most columns that a sheet's text takes.
const WIDEST: u16 = 76;

/// Draws an overlay; gives where the cursor is, where it has one.
pub(super) fn draw(
    buffer: &mut Buffer,
    screen: Rect,
    model: &Model,
    overlay: &Overlay,
    look: &Look,
    measured: &mut Measured,
) -> Option<Position> {
    let cols = usize::from(area(screen, WIDEST, usize::MAX).width);
    let (title, content, scroll) = match overlay {
        Overlay::Palette { query, selected } => {
            return palette::draw(buffer, screen, model, query, *selected, look, measured);
        }
        Overlay::List { of, selected } => {
            list::draw(buffer, screen, model, of, *selected, look, measured);
            return None;
        }
        Overlay::Notes { scroll } => {
            ("teach-notes", notes::rows_of(&page(model, &look.translator), look, cols), *scroll)
        }
        Overlay::Help { scroll } => ("ui-help-title", help::content(model, look, cols), *scroll),
        Overlay::Finished { scroll } => ("ui-finished-title", finished::content(model, look, cols), *scroll),
        Overlay::Why { scroll } => ("ui-why-title", why::content(model, look, cols), *scroll),
        Overlay::Word { id, scroll } => {
            ("ui-word-title", word::content(model, id.as_deref(), look, cols), *scroll)
        }
    };
    let inner = area(screen, WIDEST, content.len());
    let mut measure = Measure {
        rows: content.len(),
        shown: usize::from(inner.height),
        first: scroll,
        ..Measure::default()
    };
    measure.first = scroll.min(measure.last_first());
    measured.overlay = measure;
    let linked = matches!(overlay, Overlay::Word { id: Some(id), .. } if !links(model, Some(id)).is_empty());
    let keys = match measure.rows > measure.shown {
        _ if linked => "ui-overlay-links",
        true => "ui-overlay-scroll",
        false => "ui-overlay-close",
    };
    let cursor = sheet(buffer, inner, model, (title, keys), (&content, measure), look, measured);
    if let Overlay::Word { id: Some(id), .. } = overlay {
        let links = links(model, Some(id));
        measured.buttons.extend(buttons::links(inner, &content, measure.first, &links));
    }
    find::in_content(buffer, inner, model, Place::Overlay, (&content, measure.first), look, measured);
    cursor
}

/// A sheet of rows that scrolls; gives where the cursor is while a word is written in its lower edge.
fn sheet(
    buffer: &mut Buffer,
    inner: Rect,
    model: &Model,
    (title, keys): (&'static str, &'static str),
    (content, measure): (&[Row], Measure),
    look: &Look,
    measured: &mut Measured,
) -> Option<Position> {
    let finds = model.find.is_in(Place::Overlay);
    let written = format!("/{}", sanitize(&model.find.word));
    let foot = if finds && model.find.typing {
        let cols = usize::from(inner.width).saturating_sub(12);
        format!("{}  {}/{}", tail(&written, cols), model.find.number, model.find.count)
    } else if finds {
        find::note(&model.find, usize::from(inner.width).saturating_sub(4), look)
    } else {
        look.word(keys)
    };
    boxed(buffer, inner, &look.word(title), &foot, look, measured);
    paint::rows(buffer, inner, &content[measure.first..]);
    let cols = usize::from(inner.width).saturating_sub(12);
    let x = u16::try_from(1 + width(tail(&written, cols))).unwrap_or(u16::MAX);
    (finds && model.find.typing).then(|| Position::new(inner.x.saturating_add(x), inner.bottom()))
}

/// The end of `text`, as much of it as fits into `cols` columns.
fn tail(text: &str, cols: usize) -> &str {
    let mut from = 0;
    while width(&text[from..]) > cols {
        from = grapheme::after(text, from);
    }
    &text[from..]
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

/// Clears `inner` with a border around it, a title in its upper edge and a note in its lower one, which says how it is
/// closed: a click there closes it, and one outside.
fn boxed(buffer: &mut Buffer, inner: Rect, title: &str, foot: &str, look: &Look, measured: &mut Measured) {
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
    let close = Press::Key(KeyEvent::from(KeyCode::Esc));
    let last = Rect { y: outer.bottom().saturating_sub(1), height: 1, ..outer };
    measured.buttons.push(Button { area: outer, press: Press::Stay });
    measured.buttons.push(Button { area: last, press: close });
    paint::row(buffer, last, &edge("└", foot, "┘", theme.dim));
    for y in inner.y..inner.bottom() {
        let side = Row::of("│", theme.frame);
        paint::row(buffer, Rect { y, width: 1, height: 1, ..outer }, &side);
        paint::row(buffer, Rect { x: outer.right() - 1, y, width: 1, height: 1 }, &side);
    }
}
