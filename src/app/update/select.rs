//! Marking what a pane shows, and copying it.

use crossterm::event::{KeyCode, KeyEvent};

use super::keys::is_control;
use super::{commands, predict, say, scroll, sight};
use crate::app::layout::{self, inner};
use crate::app::selection::{Grain, Selection, Spot, Stage};
use crate::app::{Effect, Measure, Model, Pane, Screen, Tone};
use crate::i18n::phrase;

/// The mouse button went down: a selection may begin there.
pub(super) fn press(model: &mut Model, pane: Pane, column: u16, row: u16) {
    let within = layout::areas(model).and_then(|areas| areas.pane(pane)).map(inner);
    let Some(area) = within.filter(|area| area.contains((column, row).into())) else { return };
    let Some(head) = spot(model, pane, area, column, row) else { return };
    model.selection = Some(Selection {
        pane,
        anchor: Some(head),
        head,
        grain: Grain::Character,
        stage: Stage::Pressed,
        followed: false,
    });
}

/// The button went down again at the same place: the word under it is marked, at the third time the line.
pub(super) fn again(model: &mut Model, count: u8) {
    let Some(selection) = &mut model.selection else { return };
    if selection.stage == Stage::Pressed {
        selection.grain = if count == 2 { Grain::Word } else { Grain::Line };
        hold(model, Stage::Dragged);
    }
}

/// The mouse moved with its button down. Beyond the pane's edge the pane scrolls.
pub(super) fn drag(model: &mut Model, column: u16, row: u16) {
    let Some(selection) = model.selection else { return };
    let pane = selection.pane;
    let Some(area) = layout::areas(model).and_then(|areas| areas.pane(pane)).map(inner) else { return };
    match selection.stage {
        Stage::Pressed => {
            if spot(model, pane, area, column, row) == Some(selection.head) {
                return;
            }
            hold(model, Stage::Dragged);
        }
        Stage::Dragged => {}
        Stage::Copied | Stage::Keyboard => return,
    }
    if row < area.y {
        scroll_by(model, pane, -1);
    } else if row >= area.bottom() {
        scroll_by(model, pane, 1);
    }
    let head = spot(model, pane, area, column, row);
    if let (Some(selection), Some(head)) = (&mut model.selection, head) {
        selection.head = head;
    }
}

/// The mouse button came up: what is marked is copied. Whether nothing was marked, so that it was a click.
pub(super) fn release(model: &mut Model, out: &mut Vec<Effect>) -> bool {
    let clicked = model.selection.is_some_and(|selection| selection.stage == Stage::Pressed);
    match model.selection.map(|selection| selection.stage) {
        Some(Stage::Dragged) => {
            hold(model, Stage::Copied);
            out.push(Effect::CopySelection);
        }
        Some(Stage::Pressed) => click(model, out),
        Some(Stage::Copied | Stage::Keyboard) | None => {}
    }
    clicked
}

/// The button was let go where it went down: an answer under it answers the question, a heading folds.
fn click(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(selection) = model.selection.take() else { return };
    let row = selection.head.row;
    match selection.pane {
        Pane::Lesson => {
            if let Some(answer) = model.measured.answers.get(&row).copied() {
                predict::digit(model, out, answer + 1);
            }
        }
        Pane::Network => sight::click(model, row),
        Pane::Output | Pane::Check => {}
    }
}

/// Marks with the keyboard, in the focused pane.
pub(super) fn begin(model: &mut Model) {
    let pane = commands::focused(model);
    let Some(measure) = measure(model, pane).filter(|measure| measure.rows > 0) else {
        return say(model, Tone::Info, phrase("app-nothing-to-copy"));
    };
    let head = match pane {
        Pane::Output => model.output.used_rows().saturating_sub(1),
        _ => 0,
    };
    // A pane without a row to show is measured as having been scrolled past its end.
    let first = measure.first.min(measure.rows - 1);
    let last = (first + measure.shown.max(1)).min(measure.rows) - 1;
    let head = Spot { row: head.clamp(first, last), col: 0 };
    model.selection = Some(Selection {
        pane,
        anchor: None,
        head,
        grain: Grain::Character,
        stage: Stage::Keyboard,
        followed: false,
    });
    hold(model, Stage::Keyboard);
}

/// A key was pressed; whether it was for the selection.
pub(super) fn key(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) -> bool {
    match model.selection.map(|selection| selection.stage) {
        Some(Stage::Keyboard) => marking(model, out, key),
        // What was copied need not be shown any longer; Esc does nothing besides.
        Some(_) => {
            end(model);
            key.code == KeyCode::Esc
        }
        None => false,
    }
}

/// What was marked has been copied, so many lines and characters of it.
pub(super) fn copied(model: &mut Model, amount: Option<(usize, usize)>) {
    let Some((lines, characters)) = amount else {
        return say(model, Tone::Info, phrase("app-nothing-to-copy"));
    };
    let said = match lines {
        1 => phrase("app-copied-characters").with("count", characters),
        _ => phrase("app-copied-lines").with("lines", lines).with("count", characters),
    };
    say(model, Tone::Info, said);
}

/// Nothing is marked any more, and the pane follows its content again where it did.
pub(super) fn end(model: &mut Model) {
    let Some(selection) = model.selection.take() else { return };
    if selection.followed {
        set_scroll(model, selection.pane, None);
    }
}

fn marking(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) -> bool {
    let Some(selection) = &mut model.selection else { return false };
    let pane = selection.pane;
    let screenful =
        model.measured.panes.get(&pane).map_or(1, |measure| measure.shown.saturating_sub(1).max(1));
    match key.code {
        KeyCode::Char(_) if is_control(key, 'c') || is_control(key, 'g') => end(model),
        KeyCode::Char(_) if is_control(key, ']') || is_control(key, '5') => {
            end(model);
            return false;
        }
        KeyCode::PageUp => by_rows(model, screenful, false),
        KeyCode::PageDown => by_rows(model, screenful, true),
        KeyCode::Char(_) if is_control(key, 'b') => by_rows(model, screenful, false),
        KeyCode::Char(_) if is_control(key, 'f') => by_rows(model, screenful, true),
        KeyCode::Up | KeyCode::Char('k') => by_rows(model, 1, false),
        KeyCode::Down | KeyCode::Char('j') => by_rows(model, 1, true),
        KeyCode::Char('g') => by_rows(model, usize::MAX, false),
        KeyCode::Char('G') => by_rows(model, usize::MAX, true),
        KeyCode::Left | KeyCode::Char('h') => to_col(model, Side::Left),
        KeyCode::Right | KeyCode::Char('l') => to_col(model, Side::Right),
        KeyCode::Home | KeyCode::Char('0' | '^') => to_col(model, Side::Start),
        KeyCode::End | KeyCode::Char('$') => to_col(model, Side::End),
        KeyCode::Char(' ' | 'v') => anchor(selection, Grain::Character),
        KeyCode::Char('w') => anchor(selection, Grain::Word),
        KeyCode::Char('V') => anchor(selection, Grain::Line),
        KeyCode::Char('o') => {
            if let Some(anchor) = &mut selection.anchor {
                std::mem::swap(anchor, &mut selection.head);
                let row = selection.head.row;
                reveal(model, pane, row);
            }
        }
        KeyCode::Enter | KeyCode::Char('y') => {
            if selection.anchor.is_none() {
                anchor(selection, Grain::Line);
            }
            hold(model, Stage::Copied);
            out.push(Effect::CopySelection);
        }
        KeyCode::Tab | KeyCode::F(3) => {
            end(model);
            scroll::focus_next(model, out, false);
            begin_unseen(model);
        }
        KeyCode::F(1) => {
            end(model);
            return false;
        }
        KeyCode::Esc | KeyCode::Char('q') => end(model),
        _ => {}
    }
    true
}

/// Marks in the pane that has just been focused, which the view may not have measured yet.
fn begin_unseen(model: &mut Model) {
    let pane = commands::focused(model);
    let rows = usize::from(layout::areas(model).and_then(|areas| areas.pane(pane)).map_or(1, |a| a.height));
    let unseen = Measure { rows, shown: rows, ..Measure::default() };
    model.measured.panes.entry(pane).or_insert(unseen);
    begin(model);
}

/// Begins a selection at the mark, or changes what it grows by; the same key again lets it go.
fn anchor(selection: &mut Selection, grain: Grain) {
    if selection.anchor.is_some() && selection.grain == grain {
        selection.anchor = None;
    } else {
        selection.anchor.get_or_insert(selection.head);
    }
    selection.grain = grain;
}

/// Where the mark goes within its row.
#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
    Start,
    End,
}

fn to_col(model: &mut Model, side: Side) {
    let caret = model.measured.caret;
    let Some(selection) = &mut model.selection else { return };
    let col = selection.head.col;
    let (first, last, end) = match caret {
        Some(caret) if (caret.first..=caret.last).contains(&col) => (caret.first, caret.last, caret.end),
        _ => (col, col, u16::MAX - 1),
    };
    selection.head.col = match side {
        Side::Left => first.saturating_sub(1),
        Side::Right => (last + 1).min(end),
        Side::Start => 0,
        Side::End => end,
    };
}

fn by_rows(model: &mut Model, rows: usize, down: bool) {
    let Some(selection) = &mut model.selection else { return };
    let pane = selection.pane;
    let count = model.measured.panes.get(&pane).map_or(1, |measure| measure.rows.max(1));
    let row = selection.head.row;
    let row = if down { row.saturating_add(rows).min(count - 1) } else { row.saturating_sub(rows) };
    selection.head.row = row;
    reveal(model, pane, row);
}

/// Scrolls a row into sight.
fn reveal(model: &mut Model, pane: Pane, row: usize) {
    if scroll::reveal(model, pane, row) {
        hold_still(model, pane);
    }
}

/// Scrolls a pane that is held still.
fn scroll_by(model: &mut Model, pane: Pane, rows: isize) {
    scroll::pane(model, pane, rows);
    hold_still(model, pane);
}

/// The selection is at `stage` now; what is marked stays where it is meanwhile, also while more is printed.
fn hold(model: &mut Model, stage: Stage) {
    let Some(mut selection) = model.selection else { return };
    selection.stage = stage;
    if stage != Stage::Copied {
        selection.followed |= scroll_of(model, selection.pane).is_none();
        hold_still(model, selection.pane);
    } else if std::mem::take(&mut selection.followed) {
        set_scroll(model, selection.pane, None);
    }
    model.selection = Some(selection);
}

fn hold_still(model: &mut Model, pane: Pane) {
    if let Some(measure) = measure(model, pane) {
        set_scroll(model, pane, Some(measure.first));
    }
}

fn measure(model: &Model, pane: Pane) -> Option<Measure> {
    model.measured.panes.get(&pane).copied()
}

fn scroll_of(model: &Model, pane: Pane) -> Option<usize> {
    match &model.screen {
        Screen::Start(start) => start.scroll,
        Screen::Lesson(lesson) => lesson.scroll.get(&pane).copied(),
    }
}

fn set_scroll(model: &mut Model, pane: Pane, first: Option<usize>) {
    match (&mut model.screen, first) {
        (Screen::Start(start), first) => start.scroll = first,
        (Screen::Lesson(lesson), Some(first)) => {
            lesson.scroll.insert(pane, first);
        }
        (Screen::Lesson(lesson), None) => {
            lesson.scroll.remove(&pane);
        }
    }
}

/// The place in a pane's content at, or nearest to, a place on the screen.
fn spot(model: &Model, pane: Pane, area: ratatui::layout::Rect, column: u16, row: u16) -> Option<Spot> {
    let measure = measure(model, pane).filter(|measure| measure.rows > 0)?;
    let below = usize::from(row.saturating_sub(area.y)).min(measure.shown.saturating_sub(1));
    let col = column.clamp(area.x, area.right().saturating_sub(1).max(area.x)) - area.x;
    Some(Spot { row: (measure.first + below).min(measure.rows - 1), col })
}
