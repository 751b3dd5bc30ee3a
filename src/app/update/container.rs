//! What goes to the container whose terminal the output pane shows: keys, pasted text, the mouse, focus.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::keys::{is_bracket, is_control, is_enter};
use super::scroll::{self, NOTCH};
use super::{fit_output, running, say};
use crate::app::layout::{self, inner};
use crate::app::{Effect, Model, Pane, Screen, Tone};
use crate::i18n::phrase;
use crate::text::{self, MouseReport};

/// Pasted text of more bytes than this is asked about before it goes to a container.
const LARGE: usize = 16 * 1024;

/// More is not taken at all.
const LARGEST: usize = 8 * 1024 * 1024;

/// Whether keys go to a container now.
pub(super) fn is_attached(model: &Model) -> bool {
    model.running.as_ref().is_some_and(|running| running.attached)
}

/// A key was pressed while keys go to the container.
pub(super) fn key(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) {
    let Some(running) = &mut model.running else { return };
    if let Some(pasted) = running.pasted.take() {
        return answered(model, out, key, &pasted);
    }
    if is_bracket(key) {
        running.attached = false;
        let said = if running.may_be_shell() { "app-detached-shell" } else { "app-detached-keys" };
        tell_focus(model, out, false);
        say(model, Tone::Info, phrase(said));
    } else if is_control(key, 'c') {
        running::interrupt(model, out);
    } else {
        send_key(model, out, key);
        if let Screen::Lesson(lesson) = &mut model.screen {
            lesson.scroll.remove(&Pane::Output);
        }
    }
}

fn send_key(model: &Model, out: &mut Vec<Effect>, key: KeyEvent) {
    send(out, text::encode_key(key, model.output.key_modes()));
}

fn send(out: &mut Vec<Effect>, bytes: Vec<u8>) {
    if !bytes.is_empty() {
        out.push(Effect::Send(bytes.into()));
    }
}

/// Lets keys go to the container again, where one runs on a terminal.
pub(super) fn attach(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(running) = model.running.as_mut().filter(|running| running.terminal && !running.detaching)
    else {
        return;
    };
    if std::mem::replace(&mut running.attached, true) {
        return;
    }
    model.overlay = None;
    model.prompt.search_cancel();
    model.prompt.completion = None;
    // Nobody types into what they do not see.
    scroll::focus(model, Pane::Output);
    fit_output(model, out);
    tell_focus(model, out, true);
}

/// The terminal got the focus, or lost it.
pub(super) fn focus(model: &Model, out: &mut Vec<Effect>, gained: bool) {
    if is_attached(model) {
        tell_focus(model, out, gained);
    }
}

/// Tells the program about focus, where it has asked.
fn tell_focus(model: &Model, out: &mut Vec<Effect>, gained: bool) {
    if model.output.key_modes().focus {
        send(out, if gained { b"\x1b[I".to_vec() } else { b"\x1b[O".to_vec() });
    }
}

/// Text was pasted while keys go to the container. Much of it is asked about first.
pub(super) fn paste(model: &mut Model, out: &mut Vec<Effect>, pasted: &str) {
    if pasted.len() > LARGEST {
        let limit = phrase("app-paste-too-large").with("kilobytes", pasted.len() / 1024);
        return say(model, Tone::Warning, limit.with("most", LARGEST / 1024));
    }
    if pasted.len() <= LARGE {
        return send_pasted(model, out, pasted);
    }
    let Some(running) = &mut model.running else { return };
    running.pasted = Some(pasted.to_owned());
    let asked = phrase("app-confirm-paste").with("kilobytes", pasted.len() / 1024);
    say(model, Tone::Warning, asked.with("lines", pasted.lines().count()));
}

fn answered(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent, pasted: &str) {
    if is_enter(key) {
        send_pasted(model, out, pasted);
    } else {
        say(model, Tone::Info, phrase("app-paste-dropped"));
    }
}

fn send_pasted(model: &Model, out: &mut Vec<Effect>, pasted: &str) {
    send(out, text::encode_paste(pasted, model.output.key_modes()));
}

/// The mouse did something; whether it was for the container.
pub(super) fn mouse(model: &mut Model, out: &mut Vec<Effect>, mouse: MouseEvent) -> bool {
    if !is_attached(model) || model.overlay.is_some() {
        return false;
    }
    let Some(area) = layout::areas(model).and_then(|areas| areas.output).map(inner) else { return false };
    let wanted = model.output.mouse_modes();
    let inside = area.contains(Position::new(mouse.column, mouse.row));
    let held = model.running.as_ref().is_some_and(|running| running.held);
    if wanted.report == MouseReport::Nothing {
        return inside && wanted.wheel_keys && wheel(model, out, mouse);
    }
    // With Shift the mouse is ours, as it is in every terminal.
    if !held && (!inside || mouse.modifiers.contains(KeyModifiers::SHIFT)) {
        return false;
    }
    let column =
        mouse.column.clamp(area.left(), area.right().saturating_sub(1).max(area.left())) - area.left();
    let row = mouse.row.clamp(area.top(), area.bottom().saturating_sub(1).max(area.top())) - area.top();
    let Some(row) = screen_row(model, row) else { return false };
    let at = (column.min(model.output.size().cols - 1), row);
    send(out, text::encode_mouse(mouse, at, wanted));
    if let Some(running) = &mut model.running {
        match mouse.kind {
            MouseEventKind::Down(_) => running.held = true,
            MouseEventKind::Up(_) => running.held = false,
            _ => {}
        }
    }
    true
}

/// The row of the program's screen that is shown in a row of the pane; none where older output is.
fn screen_row(model: &Model, row: u16) -> Option<u16> {
    let first = model.measured.panes.get(&Pane::Output)?.first;
    let screen = model.output.total_rows() - usize::from(model.output.size().rows);
    let row = (first + usize::from(row)).checked_sub(screen)?;
    u16::try_from(row).ok().map(|row| row.min(model.output.size().rows - 1))
}

/// The wheel as arrow keys; whether it was the wheel.
fn wheel(model: &Model, out: &mut Vec<Effect>, mouse: MouseEvent) -> bool {
    let code = match mouse.kind {
        MouseEventKind::ScrollUp => KeyCode::Up,
        MouseEventKind::ScrollDown => KeyCode::Down,
        _ => return false,
    };
    let key = text::encode_key(KeyEvent::from(code), model.output.key_modes());
    send(out, key.repeat(NOTCH.unsigned_abs()));
    true
}
