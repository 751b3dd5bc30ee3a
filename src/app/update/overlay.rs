//! Keys while something lies over the screen: the palette, the help, the reasons.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::keys::is_control;
use super::{commands, complete, find, reading, scroll};
use crate::app::commands::Action;
use crate::app::{Effect, Model, Overlay, palette};

/// A key was pressed while an overlay is shown.
pub(super) fn key(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) {
    let text = !matches!(model.overlay, Some(Overlay::Palette { .. } | Overlay::List { .. }));
    if text && find::in_overlay(model, key) {
        return;
    }
    match key.code {
        KeyCode::F(2) => return commands::run(model, out, Action::Lang, ""),
        KeyCode::Esc => return model.overlay = None,
        _ if ['c', 'd', 'g'].into_iter().any(|letter| is_control(key, letter)) => {
            return model.overlay = None;
        }
        _ => {}
    }
    match &model.overlay {
        Some(Overlay::Palette { .. }) => in_palette(model, out, key),
        Some(Overlay::List { .. }) => reading::in_list(model, out, key),
        Some(Overlay::Word { id: Some(id), .. }) if key.code == KeyCode::Tab => {
            reading::show_links(model, Some(id.clone()));
        }
        _ => in_text(model, key),
    }
}

fn in_text(model: &mut Model, key: KeyEvent) {
    let page = isize::try_from(model.measured.overlay.shown.saturating_sub(1).max(1)).unwrap_or(1);
    match key.code {
        KeyCode::Up => scroll::overlay(model, -1),
        KeyCode::Down => scroll::overlay(model, 1),
        KeyCode::PageUp => scroll::overlay(model, -page),
        KeyCode::PageDown | KeyCode::Char(' ') => scroll::overlay(model, page),
        KeyCode::Home => scroll::overlay(model, isize::MIN),
        KeyCode::End => scroll::overlay(model, isize::MAX),
        KeyCode::Enter | KeyCode::F(1) | KeyCode::Char('q') => model.overlay = None,
        _ => {}
    }
}

fn in_palette(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) {
    let held = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Up | KeyCode::BackTab => step(model, false),
        KeyCode::Down | KeyCode::Tab => step(model, true),
        _ if is_control(key, 'p') => step(model, false),
        _ if is_control(key, 'n') => step(model, true),
        KeyCode::Enter => choose(model, out),
        _ if is_control(key, 'u') => change(model, String::clear),
        KeyCode::Backspace => change(model, |query| {
            query.pop();
        }),
        KeyCode::Char(c) if !held => change(model, |query| query.push(c)),
        _ => {}
    }
}

fn change(model: &mut Model, edit: impl FnOnce(&mut String)) {
    if let Some(Overlay::Palette { query, selected }) = &mut model.overlay {
        edit(query);
        *selected = 0;
    }
}

/// Moves the palette's cursor, around at the ends.
pub(super) fn step(model: &mut Model, down: bool) {
    let Some(Overlay::Palette { query, selected }) = &model.overlay else { return };
    let count = palette::found(model, query).len();
    let next = match count {
        0 => 0,
        _ if down => (selected + 1) % count,
        _ => (selected + count - 1) % count,
    };
    if let Some(Overlay::Palette { selected, .. }) = &mut model.overlay {
        *selected = next;
    }
}

fn choose(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Overlay::Palette { query, selected }) = &model.overlay else { return };
    // Where nothing is found, what was typed stays, to be mended.
    let Some(chosen) = palette::found(model, query).get(*selected).copied() else { return };
    let argument = palette::with_argument(query).map_or("", |(_, argument)| argument).to_owned();
    model.overlay = None;
    if chosen.needs_argument() && argument.is_empty() {
        // What it needs is to be typed.
        model.prompt.set(&format!("/{} ", chosen.name));
        complete::refresh(model);
    } else {
        commands::run(model, out, chosen.action, &argument);
    }
}
