//! What an instructor shows the room: the projector's layout, a blank screen, a pointer.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::{commands, fit_output, say, scroll};
use crate::app::layout::{Areas, inner};
use crate::app::teach::{Point, projects};
use crate::app::{Effect, Measure, Model, Pane, Screen, Tone};
use crate::i18n::phrase;

/// `/projector`: one pane at a time with air around it, or as usual.
pub(super) fn projector(model: &mut Model, out: &mut Vec<Effect>) {
    let on = !projects(model);
    if let Some(teach) = &mut model.teach {
        teach.projector = Some(on);
    }
    fit_output(model, out);
    say(model, Tone::Info, phrase(if on { "teach-projector-on" } else { "teach-projector-off" }));
}

/// `/blank`: nothing is shown until a key is pressed.
pub(super) fn blank(model: &mut Model) {
    if let Some(teach) = &mut model.teach {
        teach.blank = true;
    }
}

/// `/point`: at the first row shown of the pane, or no more.
pub(super) fn point(model: &mut Model) {
    let pane = commands::focused(model);
    let row = model.measured.panes.get(&pane).map_or(0, |measure| measure.first);
    let Some(teach) = &mut model.teach else { return };
    teach.point = match teach.point {
        Some(_) => None,
        None => Some(Point { pane, row }),
    };
    if teach.point.is_some() {
        say(model, Tone::Info, phrase("teach-pointing"));
    }
}

/// Any key brings back a blank screen; arrows move the pointer. Whether the key was for that.
pub(super) fn key(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) -> bool {
    if comes_back(model) {
        return true;
    }
    let attached = model.running.as_ref().is_some_and(|running| running.attached);
    let elsewhere = attached || model.overlay.is_some() || model.editor.is_some();
    let completes = model.prompt.completion.is_some() || model.prompt.search.is_some();
    if !is_pointing(model) || elsewhere || completes {
        return false;
    }
    let backwards = key.modifiers.contains(KeyModifiers::SHIFT);
    match key.code {
        KeyCode::Up if key.modifiers.is_empty() => step(model, -1),
        KeyCode::Down if key.modifiers.is_empty() => step(model, 1),
        KeyCode::F(3) => {
            scroll::focus_next(model, out, backwards);
            let pane = commands::focused(model);
            let row = model.measured.panes.get(&pane).map_or(0, |measure| measure.first);
            put(model, Point { pane, row });
        }
        KeyCode::Esc => {
            if let Some(teach) = &mut model.teach {
                teach.point = None;
            }
        }
        _ => return false,
    }
    model.notice = None;
    true
}

/// A click brings back a blank screen, or puts the pointer there. Whether the mouse was used for that.
pub(super) fn mouse(model: &mut Model, areas: &Areas, mouse: MouseEvent) -> bool {
    let is_click = mouse.kind == MouseEventKind::Down(MouseButton::Left);
    if model.teach.as_ref().is_some_and(|teach| teach.blank) {
        if is_click {
            comes_back(model);
        }
        return true;
    }
    if !is_click || !is_pointing(model) || model.overlay.is_some() {
        return false;
    }
    let Some(pane) = areas.at(mouse.column, mouse.row) else { return false };
    let top = areas.pane(pane).map_or(0, |area| inner(area).y);
    let Some(below) = mouse.row.checked_sub(top) else { return false };
    let first = model.measured.panes.get(&pane).map_or(0, |measure| measure.first);
    scroll::focus(model, pane);
    put(model, Point { pane, row: first + usize::from(below) });
    true
}

/// Another step's text has other rows.
pub(super) fn step_opened(model: &mut Model) {
    if let Some(teach) = &mut model.teach {
        teach.point.take_if(|point| point.pane != Pane::Output);
    }
}

/// On a projector the pane is shown that there is something new in.
pub(super) fn bring(model: &mut Model, pane: Pane) {
    if projects(model)
        && let Screen::Lesson(lesson) = &mut model.screen
    {
        lesson.focus = pane;
    }
}

fn comes_back(model: &mut Model) -> bool {
    model.teach.as_mut().is_some_and(|teach| std::mem::take(&mut teach.blank))
}

fn is_pointing(model: &Model) -> bool {
    model.teach.as_ref().is_some_and(|teach| teach.point.is_some())
}

fn step(model: &mut Model, rows: isize) {
    let Some(Point { pane, row }) = model.teach.as_ref().and_then(|teach| teach.point) else { return };
    put(model, Point { pane, row: row.saturating_add_signed(rows) });
}

/// Puts the pointer there, on a row that there is, and brings it into sight.
fn put(model: &mut Model, point: Point) {
    let Some(teach) = &mut model.teach else { return };
    // What has not been drawn yet has no end.
    let Some(Measure { first, shown, rows: count, .. }) = model.measured.panes.get(&point.pane).copied()
    else {
        teach.point = Some(point);
        return;
    };
    let row = point.row.min(count.saturating_sub(1));
    teach.point = Some(Point { row, ..point });
    let rows = |from: usize, to: usize| isize::try_from(to - from).unwrap_or(isize::MAX);
    if row < first {
        scroll::pane(model, point.pane, -rows(row, first));
    } else if row >= first + shown && shown > 0 {
        scroll::pane(model, point.pane, rows(first + shown, row + 1));
    }
}
