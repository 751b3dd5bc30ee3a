//! `/network WORD` and `/fold`: how much of the network pane is shown, by key and by mouse.

use crossterm::event::{KeyCode, KeyEvent};

use super::keys::{is_control, is_enter, typed};
use super::{fit_output, say, scroll};
use crate::app::sight::{Fold, Scope, Sight, has_keys};
use crate::app::{Effect, Model, Pane, Screen, Tone};
use crate::i18n::phrase;

/// What the pane is to show, as it stands behind `/network`.
pub(super) fn ask(model: &mut Model, asked: &str) {
    if let Some(sight) = sight(model) {
        sight.ask(asked);
    }
}

/// `/fold`: keys fold and unfold what the pane shows.
pub(super) fn begin(model: &mut Model, out: &mut Vec<Effect>) {
    if model.snapshot.is_none() {
        return say(model, Tone::Info, phrase("panes-nothing-to-fold"));
    }
    scroll::focus(model, Pane::Network);
    fit_output(model, out);
    if let Some(sight) = sight(model) {
        sight.keys = true;
    }
}

/// A click on a row of the pane.
pub(super) fn click(model: &mut Model, row: usize) {
    let Some(fold) = model.measured.folds.get(&row).cloned() else { return };
    if let Some(sight) = sight(model) {
        sight.at = Some(fold.block.clone());
        sight.turn_on(&fold);
    }
}

/// A key while keys fold; whether it was for that.
pub(super) fn key(model: &mut Model, key: KeyEvent) -> bool {
    if !has_keys(model) {
        return false;
    }
    match (key.code, typed(key)) {
        (KeyCode::Up, _) | (_, Some('k')) => step(model, false),
        (KeyCode::Down | KeyCode::Tab, _) | (_, Some('j')) => step(model, true),
        (KeyCode::Left, _) | (_, Some('h' | '-')) => turn(model, |sight, fold| sight.turn(fold, false)),
        (KeyCode::Right, _) | (_, Some('l' | '+')) => turn(model, |sight, fold| sight.turn(fold, true)),
        (_, Some(' ')) => turn(model, Sight::turn_on),
        _ if is_enter(key) => turn(model, Sight::turn_on),
        (_, Some('a')) => widen(model),
        (_, Some('/')) => {
            end(model);
            model.prompt.set("/network ");
        }
        (KeyCode::Esc, _) | (_, Some('q')) => end(model),
        _ if is_control(key, 'c') || is_control(key, 'g') => end(model),
        (KeyCode::PageUp | KeyCode::PageDown | KeyCode::F(_), _) => {
            if key.code == KeyCode::F(3) {
                end(model);
            }
            return false;
        }
        _ if is_control(key, ']') || is_control(key, '5') => {
            end(model);
            return false;
        }
        _ => {}
    }
    true
}

/// Keys are the prompt's again.
pub(super) fn end(model: &mut Model) {
    if let Some(sight) = sight(model) {
        (sight.keys, sight.at) = (false, None);
    }
}

fn sight(model: &mut Model) -> Option<&mut Sight> {
    match &mut model.screen {
        Screen::Lesson(lesson) => Some(&mut lesson.sight),
        Screen::Start(_) => None,
    }
}

/// The headings from top to bottom, each with the first row that folds it, and which of them is under the cursor.
fn headings(model: &mut Model) -> (Vec<(usize, Fold)>, usize) {
    let mut all: Vec<(usize, Fold)> = Vec::new();
    for (row, fold) in &model.measured.folds {
        if all.iter().all(|(_, other)| other.block != fold.block) {
            all.push((*row, fold.clone()));
        }
    }
    let at = sight(model).and_then(|sight| sight.at.clone());
    let index = all.iter().position(|(_, fold)| Some(&fold.block) == at.as_ref()).unwrap_or(0);
    (all, index)
}

fn step(model: &mut Model, down: bool) {
    let (all, at) = headings(model);
    let next = if down { (at + 1).min(all.len().saturating_sub(1)) } else { at.saturating_sub(1) };
    let Some((row, fold)) = all.into_iter().nth(next) else { return };
    if let Some(sight) = sight(model) {
        sight.at = Some(fold.block);
    }
    scroll::reveal(model, Pane::Network, row);
}

fn turn(model: &mut Model, how: impl FnOnce(&mut Sight, &Fold)) {
    let (all, at) = headings(model);
    let Some((_, fold)) = all.into_iter().nth(at) else { return };
    if let Some(sight) = sight(model) {
        sight.at = Some(fold.block.clone());
        how(sight, &fold);
    }
}

fn widen(model: &mut Model) {
    let Some(sight) = sight(model) else { return };
    sight.widen();
    let key = match sight.scope {
        Scope::Usual => "panes-scope-usual",
        Scope::Lesson => "panes-scope-lesson",
        Scope::Everything => "panes-scope-everything",
    };
    say(model, Tone::Info, phrase(key));
}
