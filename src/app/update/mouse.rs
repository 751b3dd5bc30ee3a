//! The mouse: the wheel scrolls what is under it, a click focuses, a drag marks what is to be copied.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::scroll::{self, NOTCH};
use super::{container, select, showing};
use crate::app::{Effect, Model, Overlay, Pane, Screen, layout};

/// The mouse did something.
pub(super) fn mouse(model: &mut Model, out: &mut Vec<Effect>, mouse: MouseEvent) {
    if !model.mouse {
        return;
    }
    let Some(areas) = layout::areas(model) else { return };
    if model.editor.is_some() && model.overlay.is_none() {
        return super::editor::mouse(model, mouse);
    }
    if showing::mouse(model, &areas, mouse) {
        return;
    }
    if container::mouse(model, out, mouse) {
        return;
    }
    let under = areas.at(mouse.column, mouse.row);
    match mouse.kind {
        MouseEventKind::ScrollUp => wheel(model, under, -NOTCH),
        MouseEventKind::ScrollDown => wheel(model, under, NOTCH),
        MouseEventKind::Down(MouseButton::Left) if model.overlay.is_some() => model.overlay = None,
        MouseEventKind::Down(MouseButton::Left) => {
            select::end(model);
            let Some(pane) = under else { return };
            let on_title = areas.pane(pane).is_some_and(|area| area.y == mouse.row);
            click(model, out, pane, on_title && !areas.wide && pane != Pane::Lesson);
            select::press(model, pane, mouse.column, mouse.row);
        }
        MouseEventKind::Drag(MouseButton::Left) => select::drag(model, mouse.column, mouse.row),
        MouseEventKind::Up(MouseButton::Left) => select::release(model, out),
        _ => {}
    }
}

fn wheel(model: &mut Model, under: Option<Pane>, rows: isize) {
    match &mut model.overlay {
        Some(Overlay::Palette { .. }) => super::overlay::step(model, rows > 0),
        Some(Overlay::List { .. }) => super::reading::step(model, rows.signum()),
        Some(_) => scroll::overlay(model, rows),
        None => match (under, &mut model.screen) {
            (Some(pane), _) => scroll::pane(model, pane, rows),
            (None, Screen::Start(start)) => {
                let last = model.course.lessons.len().saturating_sub(1);
                start.selected = start.selected.saturating_add_signed(rows.signum()).min(last);
            }
            (None, Screen::Lesson(_)) => {}
        },
    }
}

fn click(model: &mut Model, out: &mut Vec<Effect>, pane: Pane, on_tabs: bool) {
    let zoomed = matches!(&model.screen, Screen::Lesson(lesson) if lesson.zoomed);
    if on_tabs && !zoomed {
        return scroll::next_tab(model);
    }
    scroll::focus(model, pane);
    if pane == Pane::Output {
        container::attach(model, out);
    }
}
