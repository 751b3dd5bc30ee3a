//! Keys: to the container while its terminal has them, else to the overlay, the search or the prompt.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::{
    bringing, commands, complete, container, editor, enter, find, multiline, overlay, predict, quit,
    readline, running, say, scroll, select, showing, sight,
};
use crate::app::commands::Action;
use crate::app::offer::{Offer, ghost, offer};
use crate::app::{Confirm, Effect, Model, Overlay, Screen, Tone, layout};
use crate::i18n::phrase;
use crate::text::{self, grapheme};

/// A key was pressed.
pub(super) fn key(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) {
    if key.kind != KeyEventKind::Press {
        return;
    }
    if !model.front.is_lines() && layout::areas(model).is_none() && !passes_unseen(model, key) {
        return;
    }
    if showing::key(model, out, key) {
        return;
    }
    model.notice = None;
    if select::key(model, out, key) || sight::key(model, key) {
        return;
    }
    find::overlay_closed(model);
    let confirm = model.confirm.take();
    if model.editor.is_some() && model.overlay.is_none() {
        editor::key(model, out, key);
    } else if model.editor.is_none() && container::is_attached(model) {
        container::key(model, out, key);
    } else if model.editor.is_none() && is_bracket(key) {
        container::attach(model, out);
    } else if model.overlay.is_some() && !model.front.is_lines() {
        overlay::key(model, out, key);
    } else if model.prompt.search.is_some() {
        in_search(model, out, key);
    } else if !find::at_prompt(model, key) && !global(model, out, key, confirm) && !predicts(model, out, key)
    {
        at_prompt(model, key);
    }
}

/// Nobody types what they cannot see on a terminal that is too small; but stopping, saving and leaving must be
/// possible.
fn passes_unseen(model: &Model, key: KeyEvent) -> bool {
    let passing = if model.editor.is_some() { ['s', 'q'] } else { ['c', 'd'] };
    passing.into_iter().any(|letter| is_control(key, letter))
}

/// A digit at the empty prompt answers the open question, also a full-width one; whether it did.
fn predicts(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) -> bool {
    let digit = typed(key).filter(|_| model.prompt.text.is_empty()).and_then(|c| c.to_digit(10));
    digit.is_some_and(|number| predict::digit(model, out, number as usize))
}

/// The character that a key types, half-width, so that an answer can be given with an input method left on.
pub(super) fn typed(key: KeyEvent) -> Option<char> {
    let KeyCode::Char(c) = key.code else { return None };
    text::fold(c.encode_utf8(&mut [0; 4])).chars().next().filter(|_| !is_command(key))
}

/// Whether a key is Ctrl and that letter, without Alt: together they are `AltGr`, and type.
pub(super) fn is_control(key: KeyEvent, letter: char) -> bool {
    is_command(key)
        && key.modifiers.contains(KeyModifiers::CONTROL)
        && matches!(key.code, KeyCode::Char(c) if c.eq_ignore_ascii_case(&letter))
}

/// Ctrl-]; terminals without a newer keyboard protocol report its control character as Ctrl-5.
pub(super) fn is_bracket(key: KeyEvent) -> bool {
    is_control(key, ']') || is_control(key, '5')
}

/// Enter, also as Ctrl-J and Ctrl-M.
pub(super) fn is_enter(key: KeyEvent) -> bool {
    key.code == KeyCode::Enter || is_control(key, 'j') || is_control(key, 'm')
}

/// Keys that mean the same whatever stands in the prompt; whether this was one.
fn global(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent, confirm: Option<Confirm>) -> bool {
    match key.code {
        KeyCode::F(1) => commands::run(model, out, Action::Help, ""),
        KeyCode::F(2) => commands::run(model, out, Action::Lang, ""),
        KeyCode::F(3) if key.modifiers.contains(KeyModifiers::SHIFT) => scroll::focus_next(model, out, true),
        KeyCode::F(3) => commands::run(model, out, Action::Pane, ""),
        KeyCode::F(4) => commands::run(model, out, Action::Zoom, ""),
        KeyCode::F(5) => commands::run(model, out, Action::Fold, ""),
        KeyCode::Esc if complete::close(model) => {}
        // It says no to what was asked, and that is all.
        KeyCode::Esc if confirm.is_some() => {}
        KeyCode::Esc => model.overlay = Some(Overlay::Palette { query: String::new(), selected: 0 }),
        KeyCode::PageUp => scroll::page(model, true),
        KeyCode::PageDown => scroll::page(model, false),
        KeyCode::Up if key.modifiers.contains(KeyModifiers::SHIFT) => scroll::focused(model, -1),
        KeyCode::Down if key.modifiers.contains(KeyModifiers::SHIFT) => scroll::focused(model, 1),
        KeyCode::Up if selects_lesson(model) => select(model, -1),
        KeyCode::Down if selects_lesson(model) => select(model, 1),
        KeyCode::Home if selects_lesson(model) => select(model, isize::MIN),
        KeyCode::End if selects_lesson(model) => select(model, isize::MAX),
        KeyCode::Enter if key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SHIFT) => {
            multiline::open_row(model);
        }
        _ if is_enter(key) => {
            if complete::accept(model) {
                enter::enter(model, out, confirm);
            }
        }
        _ if is_control(key, 'l') => {
            commands::run(model, out, Action::Clear, "");
            out.push(Effect::Repaint);
        }
        _ if is_control(key, 'c') => interrupt(model, out),
        _ if is_control(key, 'd') && model.prompt.text.is_empty() => end_of_input(model, out, confirm),
        _ => return false,
    }
    true
}

fn selects_lesson(model: &Model) -> bool {
    matches!(model.screen, Screen::Start(_)) && model.prompt.text.is_empty()
}

fn select(model: &mut Model, by: isize) {
    let last = model.course.lessons.len().saturating_sub(1);
    if let Screen::Start(start) = &mut model.screen {
        start.selected = start.selected.saturating_add_signed(by).min(last);
    }
}

/// Ctrl-C: what stands in the prompt goes first, as in a shell, and then whatever runs.
fn interrupt(model: &mut Model, out: &mut Vec<Effect>) {
    if !(model.prompt.text.is_empty() && model.prompt.pasted.is_empty()) {
        model.prompt.take();
        model.prompt.pasted.clear();
        return;
    }
    // `/solve` may be waiting for a value before it goes on.
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.solving = false;
    }
    if model.running.is_some() {
        running::interrupt(model, out);
    } else if bringing::stop(model, out) {
        // That has said how it stands.
    } else {
        say(model, Tone::Info, phrase("app-how-to-leave"));
    }
}

/// Ctrl-D at the empty prompt: the end of what a line reads, or of the program; the latter is asked for
/// twice while something runs.
fn end_of_input(model: &mut Model, out: &mut Vec<Effect>, confirm: Option<Confirm>) {
    let reads = |running: &crate::app::Running| running.interactive && !running.terminal;
    if model.running.as_ref().is_some_and(reads) {
        out.push(Effect::Eof);
    } else {
        leave(model, out, confirm);
    }
}

/// Leaves; while something runs, only when it is asked for a second time.
pub(super) fn leave(model: &mut Model, out: &mut Vec<Effect>, confirm: Option<Confirm>) {
    if (model.running.is_some() || enter::is_bringing(model)) && confirm != Some(Confirm::Quit) {
        model.confirm = Some(Confirm::Quit);
        say(model, Tone::Warning, phrase("app-confirm-quit"));
    } else {
        quit(model, out);
    }
}

fn in_search(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) {
    let history = &model.progress.history;
    let prompt = &mut model.prompt;
    match key.code {
        _ if is_control(key, 'r') => prompt.search_older(history),
        _ if is_control(key, 's') => prompt.search_newer(history),
        _ if is_control(key, 'u') => prompt.search_anew(history),
        _ if is_control(key, 'h') => prompt.search_shorter(history),
        _ if is_control(key, 'g') || is_control(key, 'c') => prompt.search_cancel(),
        KeyCode::Esc => prompt.search_cancel(),
        KeyCode::Backspace => prompt.search_shorter(history),
        KeyCode::Char(c) if !is_command(key) => prompt.search_for(c.encode_utf8(&mut [0; 4]), history),
        _ if is_enter(key) => {
            prompt.search_accept();
            enter::enter(model, out, None);
        }
        _ => {
            prompt.search_accept();
            if !global(model, out, key, None) {
                at_prompt(model, key);
            }
        }
    }
}

/// Whether a character key is held with Ctrl or Alt; `AltGr` comes as both, and types.
pub(super) fn is_command(key: KeyEvent) -> bool {
    let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    held == KeyModifiers::CONTROL || held == KeyModifiers::ALT
}

fn at_prompt(model: &mut Model, key: KeyEvent) {
    match key.code {
        KeyCode::Tab => return tab(model, false),
        KeyCode::BackTab => return tab(model, true),
        KeyCode::Up if complete::step(model, true) => return,
        KeyCode::Down if complete::step(model, false) => return,
        _ if readline::is_word_right(key) && take_word_of_ghost(model) => return,
        KeyCode::Right | KeyCode::End if take_ghost(model) => return,
        _ if (is_control(key, 'f') || is_control(key, 'e')) && take_ghost(model) => return,
        _ => {}
    }
    let before = model.prompt.text.clone();
    readline::edit(model, key);
    if model.prompt.text != before {
        if typed(key).is_some() || readline::is_backspace(key) {
            complete::narrow(model);
        } else {
            complete::refresh(model);
        }
    } else if !matches!(key.code, KeyCode::Modifier(_)) {
        model.prompt.completion = None;
    }
}

fn tab(model: &mut Model, backwards: bool) {
    // At the empty prompt there is nothing to complete but what is offered.
    let empty = model.prompt.text.is_empty();
    if !(empty && (take_ghost(model) || matches!(offer(model), Offer::Open(_)))) {
        complete::tab(model, backwards);
    }
}

/// Takes over the rest of the offered line, if the cursor is at the end of what was typed of it.
fn take_ghost(model: &mut Model) -> bool {
    take_of_ghost(model, str::len)
}

/// Takes over one more word of it.
fn take_word_of_ghost(model: &mut Model) -> bool {
    take_of_ghost(model, |rest| grapheme::word_end(rest, 0, char::is_alphanumeric))
}

fn take_of_ghost(model: &mut Model, end: impl Fn(&str) -> usize) -> bool {
    if model.prompt.cursor < model.prompt.text.len() {
        return false;
    }
    let Some(rest) = ghost(model) else { return false };
    let line = format!("{}{}", model.prompt.text, &rest[..end(&rest)]);
    model.prompt.set(&line);
    model.prompt.completion = None;
    true
}
