//! Going about in a text: its links, the lesson's headings.

use crossterm::event::{KeyCode, KeyEvent};

use super::keys::{is_control, is_enter, typed};
use super::{bringing, lesson, running, say, theme};
use crate::app::links::{Target, links};
use crate::app::{Effect, List, Model, Overlay, Pane, Scheme, Screen, Tone, outline};
use crate::i18n::phrase;

/// `/goto STEP`; without one, the list of them.
pub(super) fn go_to(model: &mut Model, out: &mut Vec<Effect>, wanted: &str) {
    let Screen::Lesson(open) = &model.screen else { return };
    if wanted.is_empty() {
        let selected = open.step;
        model.overlay = Some(Overlay::List { of: List::Steps, selected });
        return;
    }
    if let Some(step) = self::wanted(model, wanted) {
        leave_for(model, out, step);
    }
}

/// Goes to a step; who is there already stays, with all that has been done in it, and reads it from its beginning.
fn leave_for(model: &mut Model, out: &mut Vec<Effect>, step: usize) {
    match &mut model.screen {
        Screen::Lesson(open) if open.step == step => {
            open.scroll.insert(Pane::Lesson, 0);
        }
        _ => lesson::go_to(model, out, step),
    }
}

/// The step that was meant; says so where there is none.
pub(super) fn wanted(model: &mut Model, typed: &str) -> Option<usize> {
    let Screen::Lesson(open) = &model.screen else { return None };
    let found = outline::find(model, open, typed);
    let count = outline::headings(model, open).len();
    if found.is_none() {
        say(model, Tone::Info, phrase("app-no-such-step").with("step", typed).with("count", count));
    }
    found
}

/// `/links`, and the links of a word that is being explained.
pub(super) fn show_links(model: &mut Model, word: Option<String>) {
    if !links(model, word.as_deref()).is_empty() {
        model.overlay = Some(Overlay::List { of: List::Links(word), selected: 0 });
    } else if word.is_none() {
        say(model, Tone::Info, phrase("app-no-links"));
    }
}

/// A key while a list is shown.
pub(super) fn in_list(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) {
    let number = typed(key).and_then(|c| c.to_digit(10)).and_then(|digit| (digit as usize).checked_sub(1));
    match key.code {
        KeyCode::Up | KeyCode::BackTab => step(model, -1),
        KeyCode::Down | KeyCode::Tab => step(model, 1),
        KeyCode::PageUp | KeyCode::Home => step(model, isize::MIN),
        KeyCode::PageDown | KeyCode::End => step(model, isize::MAX),
        _ if is_control(key, 'p') => step(model, -1),
        _ if is_control(key, 'n') => step(model, 1),
        _ if is_enter(key) => choose(model, out, None),
        _ if number.is_some() => choose(model, out, number),
        _ if typed(key) == Some('q') => model.overlay = None,
        _ => {}
    }
}

/// Moves the list's cursor, around at the ends; far steps end there.
pub(super) fn step(model: &mut Model, by: isize) {
    let Some(Overlay::List { of, selected }) = &model.overlay else { return };
    let last = count(model, of).saturating_sub(1);
    let next = match by {
        1 if *selected >= last => 0,
        -1 if *selected == 0 => last,
        _ => selected.saturating_add_signed(by).min(last),
    };
    if let Some(Overlay::List { selected, .. }) = &mut model.overlay {
        *selected = next;
    }
}

fn count(model: &Model, of: &List) -> usize {
    match (of, &model.screen) {
        (List::Themes, _) => Scheme::ALL.len(),
        (List::Links(word), _) => links(model, word.as_deref()).len(),
        (List::Steps | List::Jump, Screen::Lesson(open)) => outline::headings(model, open).len(),
        (List::Steps | List::Jump, Screen::Start(_)) => 0,
    }
}

/// Goes where the entry leads: the one with that index, or the one under the cursor.
fn choose(model: &mut Model, out: &mut Vec<Effect>, index: Option<usize>) {
    let Some(Overlay::List { of, selected }) = model.overlay.clone() else { return };
    let index = index.unwrap_or(selected);
    if index >= count(model, &of) {
        return;
    }
    model.overlay = None;
    match of {
        List::Steps if model.running.is_some() => running::say_busy(model),
        List::Steps => leave_for(model, out, index),
        List::Jump => bringing::start(model, out, index),
        List::Themes => theme::choose(model, out, Scheme::ALL[index]),
        List::Links(word) => {
            if let Some(link) = links(model, word.as_deref()).into_iter().nth(index) {
                follow(model, out, link.target);
            }
        }
    }
}

/// Follows the link with that index: of the word that is being explained, else of the step's text.
pub(super) fn follow_link(model: &mut Model, out: &mut Vec<Effect>, index: usize) {
    let word = match &model.overlay {
        Some(Overlay::Word { id, .. }) => id.clone(),
        _ => None,
    };
    if let Some(link) = links(model, word.as_deref()).into_iter().nth(index) {
        follow(model, out, link.target);
    }
}

/// A word is explained, a page of this machine shown. This program reaches nothing else: any other address is copied.
fn follow(model: &mut Model, out: &mut Vec<Effect>, target: Target) {
    match target {
        Target::Word(id) => model.overlay = Some(Overlay::Word { id: Some(id), scroll: 0 }),
        Target::Url(url) => {
            let here = crate::shell::Url::parse(&url).is_ok_and(|url| url.is_loopback());
            if !here {
                say(model, Tone::Info, phrase("app-link-copied").with("url", url.clone()));
                out.push(Effect::Copy(url));
            } else if model.running.is_some() {
                running::say_busy(model);
            } else {
                running::start(model, out, format!("open {url}"), None);
            }
        }
    }
}
