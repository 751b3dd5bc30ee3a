//! The four panes of a lesson: their titles, and which part of their content is shown.

mod check;
mod comparison;
pub(super) mod goal;
pub(super) mod lesson;
pub(super) mod network;
pub(super) mod output;
pub(super) mod progress;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::row::{Row, Run, apart};
use super::{Look, buttons, find, paint};
use crate::app::button::{Button, Press};
use crate::app::find::Place;
use crate::app::layout::{Areas, inner};
use crate::app::links::links;
use crate::app::offer::{current_step, is_explained};
use crate::app::{LessonModel, Measure, Measured, Model, Pane, Screen};
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
    let links = links(model, None);
    for pane in Pane::ALL {
        let Some(area) = areas.pane(pane) else { continue };
        let inside = inner(area);
        let measure = if pane == Pane::Output {
            output::draw(buffer, inside, model, look, measured)
        } else {
            let content = content(model, lesson, pane, look, usize::from(inside.width));
            let follow = || match pane {
                Pane::Lesson => lesson::follow(&content, usize::from(inside.height), lesson.follow),
                Pane::Check => check::follow(&content, usize::from(inside.height)),
                _ => 0,
            };
            let measure = scrolled(buffer, inside, &content, (lesson, pane), follow);
            let answers = content.iter().enumerate().filter_map(|(row, line)| Some((row, line.answer?)));
            measured.answers.extend(answers);
            let folds = content.iter().enumerate().filter_map(|(row, line)| Some((row, line.fold.clone()?)));
            measured.folds.extend(folds);
            let shown = (&content[..], measure.first);
            find::in_content(buffer, inside, model, Place::Pane(pane), shown, look, measured);
            if pane == Pane::Lesson {
                measured.buttons.extend(buttons::links(inside, &content, measure.first, &links));
            }
            measure
        };
        let notes = notes(model, pane, measure, look);
        if areas.projector {
            plain_title(buffer, area, pane, &notes, look);
        } else {
            let names = names(areas, lesson, pane, look);
            title(buffer, area, &names, &notes, look);
            measured.buttons.extend(tabs(area, &names));
        }
        if let Some(point) =
            model.teach.as_ref().and_then(|teach| teach.point).filter(|point| point.pane == pane)
        {
            pointer(buffer, inside, point.row.checked_sub(measure.first), look);
        }
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

/// Draws `content` from the row on that the learner has scrolled to, else from where it follows.
fn scrolled(
    buffer: &mut Buffer,
    area: Rect,
    content: &[Row],
    (lesson, pane): (&LessonModel, Pane),
    follow: impl Fn() -> usize,
) -> Measure {
    let (cols, rows) = (usize::from(area.width), content.len());
    let before: Vec<usize> = std::iter::once(0)
        .chain(content.iter().scan(0, |sum, row| {
            *sum += row.letters();
            Some(*sum)
        }))
        .collect();
    let first = scrolled_to(lesson, pane, cols, rows, |row| before[row]).unwrap_or_else(follow);
    let mut measure = Measure { rows, shown: usize::from(area.height), cols, ..Measure::default() };
    measure.first = first.min(measure.last_first());
    (measure.before, measure.letters) = (before[measure.first], before[rows]);
    paint::rows(buffer, area, &content[measure.first..]);
    measure
}

/// The first row that the learner has scrolled to, where what stood there is now: in so many columns and rows, with so
/// many letters `before` each row.
pub(super) fn scrolled_to(
    lesson: &LessonModel,
    pane: Pane,
    cols: usize,
    rows: usize,
    before: impl Fn(usize) -> usize,
) -> Option<usize> {
    let row = *lesson.scroll.get(&pane)?;
    let anchor = lesson.anchors.get(&pane).filter(|anchor| anchor.is_at(row) && !anchor.is_as_drawn(cols));
    Some(anchor.map_or(row, |anchor| anchor.row_in(rows, before)))
}

/// The panes that take turns on a narrow screen.
const TABS: [Pane; 3] = [Pane::Network, Pane::Output, Pane::Check];

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
    for (index, tab) in TABS.into_iter().enumerate() {
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

/// Where the panes' names stand, of a title row that has several.
fn tabs(area: Rect, names: &[Run]) -> Vec<Button> {
    let mut out = Vec::new();
    let mut x = area.x;
    let mut panes = TABS.into_iter();
    for (index, run) in names.iter().enumerate() {
        let cols = u16::try_from(width(&run.text)).unwrap_or(u16::MAX);
        // Every second run is the line between two of them.
        if names.len() > 2 && index % 2 == 1 {
            let area = Rect { x, width: cols, height: 1, ..area }.intersection(area);
            out.extend(panes.next().map(|pane| Button { area, press: Press::Tab(pane) }));
        }
        x = x.saturating_add(cols);
    }
    out
}

fn name_key(pane: Pane) -> &'static str {
    match pane {
        Pane::Lesson => "ui-pane-lesson",
        Pane::Network => "ui-pane-network",
        Pane::Output => "ui-pane-output",
        Pane::Check => "ui-pane-check",
    }
}

/// What stands at the right of a title row, the first of these that fits: how to leave a container's terminal, how far
/// a search has come, or which rows are shown.
pub(super) fn notes(model: &Model, pane: Pane, measure: Measure, look: &Look) -> Vec<Run> {
    let attached = model.running.as_ref().is_some_and(|running| running.attached);
    if pane == Pane::Output && attached {
        let said = [look.word("ui-output-attached"), "Ctrl-]".to_owned()];
        return said.map(|text| Span::new(text, look.theme.warning)).to_vec();
    }
    if model.find.is_in(Place::Pane(pane)) {
        return find::notes(&model.find, look);
    }
    let rows = (measure.rows > measure.shown).then(|| {
        let last = (measure.first + measure.shown).min(measure.rows);
        let rows =
            phrase("ui-rows").with("first", measure.first + 1).with("last", last).with("count", measure.rows);
        Span::new(look.say(&rows), look.theme.dim)
    });
    // Who goes on with Enter would never see it.
    if pane == Pane::Lesson && explains_below(model, measure) {
        let more = Span::new(look.word("ui-rows-more"), look.theme.accent);
        let both = rows.iter().map(|rows| Span::new(format!("{}  {}", more.text, rows.text), more.style));
        return both.chain([more.clone()]).collect();
    }
    let narrowed =
        Some(model).filter(|_| pane == Pane::Network).and_then(|model| network::narrowed(model, look));
    match (narrowed, rows) {
        (Some(narrowed), Some(rows)) => {
            let both = Span::new(format!("{}  {}", narrowed.text, rows.text), narrowed.style);
            vec![both, narrowed, rows]
        }
        (narrowed, rows) => narrowed.into_iter().chain(rows).collect(),
    }
}

/// Whether the step is explained further down than is seen, where `PgDn` leads.
fn explains_below(model: &Model, measure: Measure) -> bool {
    let Screen::Lesson(lesson) = &model.screen else { return false };
    let explained = current_step(model, lesson).is_some_and(|step| is_explained(step, lesson));
    explained && lesson.focus == Pane::Lesson && measure.first + measure.shown < measure.rows
}

/// A title row without a frame, for a projector.
fn plain_title(buffer: &mut Buffer, area: Rect, pane: Pane, notes: &[Run], look: &Look) {
    let name = vec![Span::new(format!(" {}", look.word(name_key(pane))), look.theme.dim)];
    let note = notes.first().cloned().into_iter().collect();
    paint::row(buffer, Rect { height: 1, ..area }, &apart(name, note, usize::from(area.width)));
}

/// Marks a row that the instructor points at, also where there are no colours.
fn pointer(buffer: &mut Buffer, inside: Rect, row: Option<usize>, look: &Look) {
    let Some(row) = row.and_then(|row| u16::try_from(row).ok()).filter(|row| *row < inside.height) else {
        return;
    };
    let y = inside.y + row;
    buffer.set_style(Rect { y, height: 1, ..inside }, look.theme.selected);
    for (x, sign) in [(inside.x.saturating_sub(1), "▶"), (inside.right(), "◀")] {
        paint::row(buffer, Rect { x, y, width: 1, height: 1 }, &Row::of(sign, look.theme.accent));
    }
}

/// Draws a title row: a name on the left, a line, the first of the notes that has room on the right.
pub(super) fn title(buffer: &mut Buffer, area: Rect, names: &[Run], notes: &[Run], look: &Look) {
    let cols = usize::from(area.width);
    let name_cols: usize = names.iter().map(|run| width(&run.text)).sum();
    let room = cols.saturating_sub(name_cols);
    let mut runs = names.to_vec();
    match notes.iter().find(|note| width(&note.text) + 3 <= room) {
        Some(note) => {
            runs.push(Span::new("─".repeat(room - width(&note.text) - 3), look.theme.frame));
            runs.push(Span::new(" ", Style::new()));
            runs.push(note.clone());
            runs.push(Span::new(" ─", look.theme.frame));
        }
        None => runs.push(Span::new("─".repeat(room), look.theme.frame)),
    }
    paint::row(buffer, Rect { height: 1, ..area }, &Row::from(runs));
}
