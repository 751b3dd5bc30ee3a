//! The four panes of a lesson: their titles, and which part of their content is shown.

mod check;
mod comparison;
mod goal;
pub(super) mod lesson;
pub(super) mod network;
pub(super) mod output;
mod progress;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::row::{Row, Run};
use super::{Look, paint};
use crate::app::layout::{Areas, inner};
use crate::app::{LessonModel, Measure, Measured, Model, Pane};
use crate::i18n::phrase;
use crate::text::{Span, width};

/// Draws the panes that are shown.
pub(super) fn draw(
    buffer: &mut Buffer,
    areas: &Areas,
    model: &Model,
    lesson: &LessonModel,
    look: &Look,
    measured: &mut Measured,
) {
    if let Some(divider) = areas.divider {
        for y in divider.y..divider.bottom() {
            paint::row(buffer, Rect { y, height: 1, ..divider }, &Row::of("│", look.theme.frame));
        }
    }
    for pane in Pane::ALL {
        let Some(area) = areas.pane(pane) else { continue };
        let inside = inner(area);
        let measure = if pane == Pane::Output {
            output::draw(buffer, inside, model, first(lesson, pane), look)
        } else {
            let content = content(model, lesson, pane, look, usize::from(inside.width));
            let follow = || match pane {
                Pane::Lesson => lesson::follow(&content, usize::from(inside.height), lesson.follow),
                _ => 0,
            };
            scrolled(buffer, inside, &content, first(lesson, pane).unwrap_or_else(follow))
        };
        let note = note(model, pane, measure, look);
        title(buffer, area, &names(areas, lesson, pane, look), note, look);
        measured.panes.insert(pane, measure);
    }
}

/// What a pane shows, all of it, in rows of at most `cols` columns; nothing for the output, which is a terminal.
pub(super) fn content(model: &Model, lesson: &LessonModel, pane: Pane, look: &Look, cols: usize) -> Vec<Row> {
    match pane {
        Pane::Lesson => lesson::content(model, lesson, look, cols),
        Pane::Network => network::content(model, lesson, look, cols),
        Pane::Check => check::content(model, lesson, look, cols),
        Pane::Output => Vec::new(),
    }
}

/// Draws `content` from its row `first` on, as far as there is one.
fn scrolled(buffer: &mut Buffer, area: Rect, content: &[Row], first: usize) -> Measure {
    let mut measure = Measure { rows: content.len(), shown: usize::from(area.height), first };
    measure.first = first.min(measure.last_first());
    paint::rows(buffer, area, &content[measure.first..]);
    measure
}

/// The first row that the learner has scrolled to.
fn first(lesson: &LessonModel, pane: Pane) -> Option<usize> {
    lesson.scroll.get(&pane).copied()
}

/// What stands in a pane's title row: its name, and on a narrow screen those of the panes it takes turns with.
fn names(areas: &Areas, lesson: &LessonModel, pane: Pane, look: &Look) -> Vec<Run> {
    let theme = &look.theme;
    let focused = lesson.focus == pane;
    let name = |pane| look.word(name_key(pane));
    let mark = if focused { Span::new("▌", theme.accent) } else { Span::new(" ", Style::new()) };
    let style = if focused { theme.accent } else { theme.strong };
    if areas.wide || pane == Pane::Lesson || lesson.zoomed {
        return vec![mark, Span::new(format!("{} ", name(pane)), style)];
    }
    let mut runs = vec![mark];
    for (index, tab) in [Pane::Network, Pane::Output, Pane::Check].into_iter().enumerate() {
        if index > 0 {
            runs.push(Span::new("│ ", theme.frame));
        }
        if tab == pane {
            runs.push(Span::new(format!("▶ {} ", name(tab)), style));
        } else {
            runs.push(Span::new(format!("{} ", name(tab)), theme.dim));
        }
    }
    runs
}

fn name_key(pane: Pane) -> &'static str {
    match pane {
        Pane::Lesson => "ui-pane-lesson",
        Pane::Network => "ui-pane-network",
        Pane::Output => "ui-pane-output",
        Pane::Check => "ui-pane-check",
    }
}

/// What stands at the right of a title row: how to leave a container's terminal, or which rows are shown.
fn note(model: &Model, pane: Pane, measure: Measure, look: &Look) -> Option<Run> {
    let attached = model.running.as_ref().is_some_and(|running| running.attached);
    if pane == Pane::Output && attached {
        return Some(Span::new(look.word("ui-output-attached"), look.theme.warning));
    }
    if measure.rows <= measure.shown {
        return None;
    }
    let last = (measure.first + measure.shown).min(measure.rows);
    let rows =
        phrase("ui-rows").with("first", measure.first + 1).with("last", last).with("count", measure.rows);
    Some(Span::new(look.say(&rows), look.theme.dim))
}

/// Draws a title row: a name on the left, a line, a note on the right.
pub(super) fn title(buffer: &mut Buffer, area: Rect, names: &[Run], note: Option<Run>, look: &Look) {
    let cols = usize::from(area.width);
    let name_cols: usize = names.iter().map(|run| width(&run.text)).sum();
    let note_cols = note.as_ref().map_or(0, |run| width(&run.text) + 3);
    let mut runs = names.to_vec();
    if name_cols + note_cols > cols {
        runs.push(Span::new("─".repeat(cols.saturating_sub(name_cols)), look.theme.frame));
    } else {
        runs.push(Span::new("─".repeat(cols - name_cols - note_cols), look.theme.frame));
        if let Some(note) = note {
            runs.push(Span::new(" ", Style::new()));
            runs.push(note);
            runs.push(Span::new(" ─", look.theme.frame));
        }
    }
    paint::row(buffer, Rect { height: 1, ..area }, &Row::from(runs));
}
