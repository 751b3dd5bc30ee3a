//! `/find`: a word is looked for in the focused pane, or in what lies over the screen; n and N go on.

use crossterm::event::{KeyCode, KeyEvent};

use super::keys::{is_command, is_control, is_enter, typed};
use super::{commands, say, scroll};
use crate::app::find::{Place, Spot, takes_keys};
use crate::app::{Model, Screen, Tone, layout};
use crate::i18n::phrase;
use crate::text::{Needle, grapheme};

/// `/find WORD`; without a word, the last one once more.
pub(super) fn typed_word(model: &mut Model, word: &str) {
    let pane = commands::focused(model);
    if layout::areas(model).is_none_or(|areas| areas.pane(pane).is_none()) {
        return say(model, Tone::Info, phrase("app-find-nowhere"));
    }
    let place = Place::Pane(pane);
    if Needle::new(word).is_some() {
        model.find.begin(word, place);
    } else if Needle::new(&model.find.word).is_some() {
        model.find.go_on(place, 1);
    } else {
        say(model, Tone::Info, phrase("app-find-what"));
    }
}

/// A key at the prompt while matches are marked; whether it was for them. Typing anything else ends it.
pub(super) fn at_prompt(model: &mut Model, key: KeyEvent) -> bool {
    if !takes_keys(model) {
        return false;
    }
    let place = Place::Pane(commands::focused(model));
    match typed(key) {
        Some('n') => model.find.go_on(place, 1),
        Some('N') => model.find.go_on(place, -1),
        Some(_) => {
            model.find.end();
            return false;
        }
        None if key.code == KeyCode::Esc => model.find.end(),
        None => return false,
    }
    true
}

/// A key while an overlay of text is shown; whether it was for the search.
pub(super) fn in_overlay(model: &mut Model, key: KeyEvent) -> bool {
    if model.find.typing {
        write(model, key);
        return true;
    }
    let found = model.find.is_in(Place::Overlay);
    match typed(key) {
        Some('/') => {
            model.find.begin("", Place::Overlay);
            (model.find.typing, model.find.due) = (true, None);
        }
        Some('n') if found => model.find.go_on(Place::Overlay, 1),
        Some('N') if found => model.find.go_on(Place::Overlay, -1),
        None if found && key.code == KeyCode::Esc => model.find.end(),
        _ => return false,
    }
    true
}

/// The word is written: what it finds is shown at once.
fn write(model: &mut Model, key: KeyEvent) {
    let find = &mut model.find;
    match key.code {
        _ if is_enter(key) => {
            find.typing = false;
            if Needle::new(&find.word).is_none() || find.count == 0 {
                find.end();
            }
        }
        KeyCode::Esc => find.end(),
        _ if is_control(key, 'c') || is_control(key, 'g') => find.end(),
        _ if is_control(key, 'u') => rewrite(model, String::clear),
        KeyCode::Backspace if find.word.is_empty() => find.end(),
        KeyCode::Backspace => rewrite(model, |word| word.truncate(grapheme::before(word, word.len()))),
        KeyCode::Char(c) if !is_command(key) => rewrite(model, |word| word.push(c)),
        _ => {}
    }
}

fn rewrite(model: &mut Model, edit: impl FnOnce(&mut String)) {
    let mut word = model.find.word.clone();
    edit(&mut word);
    model.find.begin(&word, Place::Overlay);
    model.find.typing = true;
}

/// What was looked for in an overlay is over with it.
pub(super) fn overlay_closed(model: &mut Model) {
    if model.overlay.is_none() && model.find.place == Some(Place::Overlay) {
        model.find.leave();
    }
}

/// The view has looked: the match that is due comes into sight.
pub(super) fn looked(model: &mut Model, spots: &[Spot]) {
    let Some(place) = model.find.place else { return };
    let measure = match place {
        Place::Pane(pane) => model.measured.panes.get(&pane).copied().unwrap_or_default(),
        Place::Overlay => model.measured.overlay,
    };
    let Some(((row, _), around)) = model.find.arrive(spots, measure.first) else {
        return nothing(model, place);
    };
    let seen = measure.first..measure.first + measure.shown;
    let first = if seen.contains(&row) { measure.first } else { row.saturating_sub(measure.shown / 3) };
    let first = first.min(measure.last_first());
    match place {
        Place::Pane(pane) => scroll::to(model, pane, first),
        Place::Overlay => scroll::overlay_to(model, first),
    }
    if around {
        say(model, Tone::Info, phrase("app-find-around"));
    }
}

/// It is not there. While it is being written in an overlay, the count says so.
fn nothing(model: &mut Model, place: Place) {
    if place == Place::Overlay {
        return;
    }
    let word = model.find.word.clone();
    model.find.end();
    let elsewhere = matches!(model.screen, Screen::Lesson(_));
    let key = if elsewhere { "app-find-nothing" } else { "app-find-nothing-here" };
    say(model, Tone::Info, phrase(key).with("word", word));
}
