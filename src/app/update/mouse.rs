//! The mouse: the wheel scrolls what is under it, a click focuses or does what is written there, a drag marks what is to
//! be copied.

use crossterm::event::{KeyCode, KeyEvent, MouseButton, MouseEvent, MouseEventKind};

use super::scroll::{self, NOTCH};
use super::{commands, container, keys, reading, select, showing};
use crate::app::button::{Button, Press};
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
        MouseEventKind::Down(MouseButton::Left) => {
            let button = Button::at(model, mouse.column, mouse.row);
            match button.filter(|press| model.overlay.is_some() || !matches!(press, Press::Link(_))) {
                Some(press) => self::press(model, out, press),
                None if model.overlay.is_some() => model.overlay = None,
                None => {
                    select::end(model);
                    // As with a key: what was to be confirmed is not any more, and is not said to be.
                    if model.confirm.take().is_some() {
                        model.notice = None;
                    }
                    let Some(pane) = under else { return };
                    click(model, out, pane);
                    select::press(model, pane, mouse.column, mouse.row);
                }
            }
        }
        MouseEventKind::Down(MouseButton::Right) if !container::is_attached(model) => {
            press(model, out, Press::Palette);
        }
        MouseEventKind::Drag(MouseButton::Left) => select::drag(model, mouse.column, mouse.row),
        MouseEventKind::Up(MouseButton::Left) => {
            // A link is followed where the button comes up, as its words can be marked too.
            let link = Button::at(model, mouse.column, mouse.row);
            if select::release(model, out)
                && let Some(link @ Press::Link(_)) = link
            {
                press(model, out, link);
            }
        }
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

/// Does what a button is for.
fn press(model: &mut Model, out: &mut Vec<Effect>, press: Press) {
    select::end(model);
    match press {
        Press::Key(key) => keys::key(model, out, key),
        Press::Command(action) => {
            model.notice = None;
            commands::run(model, out, action, "");
        }
        Press::Tab(pane) => scroll::focus(model, pane),
        Press::Entry(index) => entry(model, out, index),
        Press::Link(index) => reading::follow_link(model, out, index),
        Press::Palette => model.overlay = Some(Overlay::Palette { query: String::new(), selected: 0 }),
        Press::Stay => {}
    }
}

/// An entry of what lies over the screen is chosen at once; a lesson is selected first, and opened when it is already.
fn entry(model: &mut Model, out: &mut Vec<Effect>, index: usize) {
    let enter = KeyEvent::from(KeyCode::Enter);
    match (&mut model.overlay, &mut model.screen) {
        (Some(Overlay::Palette { selected, .. } | Overlay::List { selected, .. }), _) => {
            *selected = index;
            keys::key(model, out, enter);
        }
        (None, Screen::Start(start)) if start.selected != index => start.selected = index,
        (None, Screen::Start(_)) if model.prompt.text.is_empty() => keys::key(model, out, enter),
        _ => {}
    }
}

fn click(model: &mut Model, out: &mut Vec<Effect>, pane: Pane) {
    scroll::focus(model, pane);
    if pane == Pane::Output {
        container::attach(model, out);
    }
}
