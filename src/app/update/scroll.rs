//! Scrolling and focus, within what the view has measured.

use super::{commands, find, fit_output};
use crate::app::anchor::Anchor;
use crate::app::{Effect, Follow, LessonModel, Measure, Measured, Model, Overlay, Pane, Screen, layout};

/// Rows that one notch of the wheel scrolls.
pub(super) const NOTCH: isize = 3;

/// The view has drawn: what stands at the top of each pane is noted.
pub(super) fn measured(model: &mut Model, mut measured: Measured) {
    let found = measured.found.take();
    model.measured = measured;
    let of = |pane| model.measured.panes.get(&pane).map(|measure: &Measure| measure.last_first());
    match &mut model.screen {
        Screen::Start(start) => {
            if let (Some(first), Some(last)) = (&mut start.scroll, of(Pane::Output)) {
                *first = (*first).min(last);
            }
        }
        Screen::Lesson(lesson) => settle(lesson, &model.measured),
    }
    let last = model.measured.overlay.last_first();
    if let Some(scroll) = model.overlay.as_mut().and_then(Overlay::scroll_mut) {
        *scroll = (*scroll).min(last);
    }
    if let Some(spots) = found {
        find::looked(model, &spots);
    }
}

/// Notes what stands at the row that each pane was scrolled to; what was asked for too far comes back. While a pane is
/// laid out in other columns or in another language, or so high that all of it fits, what was noted before stands.
fn settle(lesson: &mut LessonModel, measured: &Measured) {
    lesson.anchors.retain(|pane, anchor| lesson.scroll.get(pane).is_some_and(|row| anchor.is_at(*row)));
    for (pane, row) in &mut lesson.scroll {
        let Some(measure) = measured.panes.get(pane) else { continue };
        let stands = lesson
            .anchors
            .get(pane)
            .is_some_and(|anchor| !(anchor.is_as_drawn(measure.cols) && measure.first == *row));
        if !stands {
            *row = measure.first;
            lesson.anchors.insert(*pane, Anchor::of(measure));
        }
    }
}

/// The texts are others now: in another language.
pub(super) fn lose_texts(model: &mut Model) {
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.anchors.values_mut().for_each(Anchor::lose_text);
    }
}

/// Scrolls the focused pane by rows.
pub(super) fn focused(model: &mut Model, rows: isize) {
    pane(model, commands::focused(model), rows);
}

/// Scrolls the focused pane by nearly what fits in it.
pub(super) fn page(model: &mut Model, up: bool) {
    let focus = commands::focused(model);
    let shown = model.measured.panes.get(&focus).map_or(1, |measure| measure.shown);
    let rows = isize::try_from(shown.saturating_sub(1).max(1)).unwrap_or(1);
    pane(model, focus, if up { -rows } else { rows });
}

/// Scrolls a pane by rows.
pub(super) fn pane(model: &mut Model, pane: Pane, rows: isize) {
    let Some(measure) = model.measured.panes.get(&pane).copied() else { return };
    let first = measure.first.min(measure.last_first()).saturating_add_signed(rows).min(measure.last_first());
    to(model, pane, first);
}

/// Scrolls a row of a pane into sight; whether that was needed.
pub(super) fn reveal(model: &mut Model, pane: Pane, row: usize) -> bool {
    let Some(measure) = model.measured.panes.get(&pane).copied() else { return false };
    let below = (measure.first + measure.shown).saturating_sub(1);
    let rows = if row < measure.first {
        -isize::try_from(measure.first - row).unwrap_or(isize::MAX)
    } else {
        isize::try_from(row.saturating_sub(below)).unwrap_or(isize::MAX)
    };
    if rows != 0 {
        self::pane(model, pane, rows);
    }
    rows != 0
}

/// Scrolls a pane so that `first` is the first row shown.
pub(super) fn to(model: &mut Model, pane: Pane, first: usize) {
    let Some(measure) = model.measured.panes.get(&pane).copied() else { return };
    // What is drawn next begins there, whether or not the view has measured again by then.
    if let Some(measure) = model.measured.panes.get_mut(&pane) {
        measure.first = first;
    }
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.anchors.remove(&pane);
    }
    let follows = pane == Pane::Output && first == measure.last_first();
    match &mut model.screen {
        Screen::Start(start) if pane == Pane::Output => start.scroll = (!follows).then_some(first),
        Screen::Start(_) => {}
        Screen::Lesson(lesson) if follows => {
            lesson.scroll.remove(&pane);
        }
        Screen::Lesson(lesson) => {
            lesson.scroll.insert(pane, first);
        }
    }
}

/// Has the lesson pane keep the current command in sight.
pub(super) fn command(lesson: &mut LessonModel) {
    lesson.scroll.remove(&Pane::Lesson);
    lesson.follow = Follow::Command;
}

/// Has the lesson pane keep the hint shown last in sight, wherever in the text it stands.
pub(super) fn hint(lesson: &mut LessonModel) {
    lesson.scroll.remove(&Pane::Lesson);
    lesson.follow = Follow::Hint;
}

/// Has the lesson pane keep a question in sight: what was predicted, or what happened.
pub(super) fn question(lesson: &mut LessonModel, question: usize) {
    lesson.scroll.remove(&Pane::Lesson);
    lesson.follow = Follow::Question(question);
}

/// Has the lesson pane keep in sight what explains the step.
pub(super) fn explanation(lesson: &mut LessonModel) {
    lesson.scroll.remove(&Pane::Lesson);
    lesson.follow = Follow::Explanation;
}

/// Scrolls the overlay by rows.
pub(super) fn overlay(model: &mut Model, rows: isize) {
    let last = model.measured.overlay.last_first();
    if let Some(scroll) = model.overlay.as_mut().and_then(Overlay::scroll_mut) {
        *scroll = scroll.saturating_add_signed(rows).min(last);
    }
}

/// Scrolls the overlay so that `first` is the first row shown.
pub(super) fn overlay_to(model: &mut Model, first: usize) {
    if let Some(scroll) = model.overlay.as_mut().and_then(Overlay::scroll_mut) {
        *scroll = first;
    }
}

/// Focuses the next pane, or the one before; on a narrow screen it becomes the one shown below the lesson.
pub(super) fn focus_next(model: &mut Model, out: &mut Vec<Effect>, backwards: bool) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let count = Pane::ALL.len();
    let now = Pane::ALL.iter().position(|pane| *pane == lesson.focus).unwrap_or(0);
    let next = if backwards { now + count - 1 } else { now + 1 } % count;
    focus(model, Pane::ALL[next]);
    fit_output(model, out);
}

/// Focuses a pane.
pub(super) fn focus(model: &mut Model, pane: Pane) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    lesson.focus = pane;
    if pane != Pane::Lesson {
        lesson.tab = pane;
    }
}

/// On a narrow screen the pane that had the focus may be hidden behind another now: keys go to what is seen.
pub(super) fn focus_what_is_seen(model: &mut Model) {
    let Some(areas) = layout::areas(model) else { return };
    if let Screen::Lesson(lesson) = &mut model.screen
        && areas.pane(lesson.focus).is_none()
    {
        lesson.focus = lesson.tab;
    }
}
