//! The start screen: the lessons, how far the learner is, and how we stand with the engine.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::panes::{notes, output, title};
use super::row::{Row, Run, apart, hanging, rows};
use super::{Look, buttons, header, paint};
use crate::app::layout::{Areas, inner};
use crate::app::{LessonProgress, Measure, Measured, Model, Pane, StartModel};
use crate::i18n::phrase;
use crate::lesson::Lesson;
use crate::network::Connection;
use crate::text::{Span, count_bar, sanitize};

/// Columns of a lesson's progress bar.
const BAR: usize = 10;

/// Columns beyond which the list does not grow.
const WIDEST: u16 = 100;

/// Draws the lessons, and the output below them where something was run.
pub(super) fn draw(
    buffer: &mut Buffer,
    areas: &Areas,
    model: &Model,
    start: &StartModel,
    look: &Look,
    measured: &mut Measured,
) {
    if let Some(area) = areas.list {
        list(buffer, area, model, start, look, measured);
    }
    if let Some(area) = areas.output {
        let measure = output::draw(buffer, inner(area), model, look, measured);
        measured.panes.insert(Pane::Output, measure);
        let name = Span::new(format!(" {} ", look.word("ui-pane-output")), look.theme.strong);
        title(buffer, area, &[name], &notes(model, Pane::Output, measure, look), look);
    }
}

fn list(
    buffer: &mut Buffer,
    area: Rect,
    model: &Model,
    start: &StartModel,
    look: &Look,
    measured: &mut Measured,
) {
    let theme = &look.theme;
    let width = area.width.saturating_sub(4).min(WIDEST);
    let area = Rect {
        x: area.x + (area.width - width) / 2,
        width,
        y: area.y + 1,
        height: area.height.saturating_sub(1),
    };
    let cols = usize::from(area.width);
    let mut head = rows(&[Span::new(look.word("ui-start-tagline"), theme.strong)], cols);
    head.push(Row::default());
    let mut foot = vec![Row::default()];
    foot.extend(engine(model, look, cols));
    let mut entries: Vec<Vec<Row>> = Vec::new();
    let has_bars = fits_bars(model, look, cols);
    for index in 0..model.course.lessons.len() {
        let mut rows = entry(model, index, index == start.selected, look, (cols, has_bars));
        for row in &mut rows {
            row.entry = Some(index);
        }
        entries.push(rows);
    }
    for (id, problems) in &model.course.broken {
        let text = phrase("ui-start-broken").with("lesson", id.as_str()).with("count", problems.len());
        let text = Span::new(look.say(&text), Style::new());
        entries.push(hanging(&[Span::new("  ✗ ", theme.bad)], &[text], cols));
    }
    let room = usize::from(area.height).saturating_sub(head.len() + foot.len());
    let (lessons, selected_at) = spaced(entries, start.selected, room);
    let mut measure = Measure { rows: lessons.len(), shown: room, ..Measure::default() };
    measure.first = (selected_at.end).saturating_sub(room).min(selected_at.start).min(measure.last_first());
    let lessons = lessons.into_iter().skip(measure.first).take(room);
    if measure.rows > measure.shown {
        // Some lessons are above or below what is seen.
        let last = (measure.first + measure.shown).min(measure.rows);
        let rows =
            phrase("ui-rows").with("first", measure.first + 1).with("last", last).with("count", measure.rows);
        let seen = vec![Span::new(look.say(&rows), theme.dim)];
        if let Some(blank) = head.last_mut() {
            *blank = apart(Vec::new(), seen, cols);
        }
    }
    let all: Vec<Row> = head.into_iter().chain(lessons).chain(foot).collect();
    paint::rows(buffer, area, &all);
    measured.buttons.extend(buttons::entries(area, &all));
}

/// The entries one below the other, with a blank row between where there is room for all of them so, and the rows of
/// the one `selected`.
fn spaced(entries: Vec<Vec<Row>>, selected: usize, room: usize) -> (Vec<Row>, Range<usize>) {
    let all: usize = entries.iter().map(Vec::len).sum();
    let blank = usize::from(all + entries.len().saturating_sub(1) <= room);
    let mut rows = Vec::new();
    let mut selected_at = 0..0;
    for (index, entry) in entries.into_iter().enumerate() {
        if index > 0 {
            rows.extend(vec![Row::default(); blank]);
        }
        let from = rows.len();
        rows.extend(entry);
        if index == selected {
            selected_at = from..rows.len();
        }
    }
    (rows, selected_at)
}

/// Whether every lesson's title has room beside its bar.
fn fits_bars(model: &Model, look: &Look, cols: usize) -> bool {
    let all = (0..model.course.lessons.len()).map(|index| {
        let title = Row::from(name(model, index, false, look)).width();
        title + 1 + Row::from(headway(model, index, look, true)).width()
    });
    all.max().is_none_or(|widest| widest <= cols)
}

/// The number and the title of a lesson.
fn name(model: &Model, index: usize, selected: bool, look: &Look) -> Vec<Run> {
    let lesson = &model.course.lessons[index];
    let name = lesson.prose_in(&model.lang).map_or(lesson.id.as_str(), |prose| prose.title.as_str());
    let style = if selected { look.theme.accent } else { Style::new() };
    // Numbers of one and of two digits stand one below the other.
    let digits = digits(model.course.lessons.len());
    vec![
        Span::new(if selected { "▶ " } else { "  " }, look.theme.accent),
        Span::new(format!("{:>digits$}. ", index + 1), style),
        Span::new(sanitize(name), style),
    ]
}

/// The minutes that a lesson takes, and how far it is done.
fn headway(model: &Model, index: usize, look: &Look, has_bar: bool) -> Vec<Run> {
    let theme = &look.theme;
    let lesson = &model.course.lessons[index];
    let done = model.progress.done(lesson);
    let finished = done == lesson.steps.len() && done > 0;
    let minutes = look.say(&phrase("ui-start-minutes").with("minutes", usize::from(lesson.minutes)));
    let steps = look.say(&phrase("ui-start-steps").with("done", done).with("count", lesson.steps.len()));
    let most = model.course.lessons.iter().map(|lesson| lesson.steps.len()).max().unwrap_or(0);
    let count_cols = 2 * digits(most) + 1;
    let bar_style = if finished { theme.good } else { theme.accent };
    let bar =
        has_bar.then(|| Span::new(format!("  {}", count_bar(done, lesson.steps.len(), BAR)), bar_style));
    let count_style = if finished { theme.good } else { Style::new() };
    std::iter::once(Span::new(minutes, theme.dim))
        .chain(bar)
        .chain([Span::new(format!(" {steps:>count_cols$}"), count_style)])
        .collect()
}

/// A lesson: its title, minutes and progress, with a bar or without; what comes next; what is missing.
fn entry(
    model: &Model,
    index: usize,
    selected: bool,
    look: &Look,
    (cols, has_bar): (usize, bool),
) -> Vec<Row> {
    let theme = &look.theme;
    let lesson = &model.course.lessons[index];
    let none = LessonProgress::default();
    let progress = model.progress.lessons.get(&lesson.id).unwrap_or(&none);
    let prose = lesson.prose_in(&model.lang);
    let done = model.progress.done(lesson);
    let finished = done == lesson.steps.len() && done > 0;
    let mut name = name(model, index, selected, look);
    let title = name.pop().into_iter().collect::<Vec<Run>>();
    let headway = headway(model, index, look, has_bar);
    let headway_cols = Row::from(headway.clone()).width();
    let mut out = hanging(&name, &title, cols.saturating_sub(headway_cols + 1));
    if let Some(first) = out.first_mut() {
        *first = apart(std::mem::take(&mut first.runs), headway, cols);
    }
    let indent = [Span::new("     ", Style::new())];
    // Where Enter leads: the step that was left, while some are still to be done.
    let undone = lesson.steps.iter().position(|step| !progress.done.contains(&step.id));
    let left = lesson.steps.iter().position(|step| Some(&step.id) == progress.at.as_ref());
    let next = undone.map(|undone| left.unwrap_or(undone));
    let next = next.and_then(|at| prose?.steps.get(at));
    if let Some(next) = next.filter(|_| done > 0) {
        let text = look.say(&phrase("ui-start-next").with("title", next.title.as_str()));
        out.extend(hanging(&indent, &[Span::new(text, theme.dim)], cols));
    } else if finished {
        out.extend(hanging(
            &indent,
            &[Span::new(format!("✓ {}", look.word("ui-start-finished")), theme.good)],
            cols,
        ));
    }
    if let Some(text) = missing(model, lesson, look) {
        let sign = [Span::new("     ! ", theme.warning)];
        out.extend(hanging(&sign, &[Span::new(text, theme.warning_text())], cols));
    }
    out
}

/// The images that a lesson needs and the engine lacks.
pub(super) fn missing(model: &Model, lesson: &Lesson, look: &Look) -> Option<String> {
    let snapshot = model.snapshot.as_deref().filter(|_| model.connection.is_ready())?;
    let missing: Vec<&str> =
        lesson.images.iter().map(String::as_str).filter(|image| !snapshot.has_image(image)).collect();
    let first = *missing.first()?;
    Some(look.say(&phrase("ui-start-images").with("images", missing.join(", ")).with("first", first)))
}

fn digits(number: usize) -> usize {
    number.to_string().len()
}

/// The engine: which it is and where, or why there is none and what to do.
fn engine(model: &Model, look: &Look, cols: usize) -> Vec<Row> {
    let theme = &look.theme;
    let (sign, style, text) = match &model.connection {
        Connection::Connecting => ("○ ", theme.dim, look.word("ui-engine-connecting")),
        Connection::Ready(info) => {
            let text = phrase("ui-start-engine")
                .with("engine", header::name(info))
                .with("api", info.api.as_str())
                .with("endpoint", info.endpoint.as_str());
            ("● ", theme.good, look.say(&text))
        }
        Connection::Lost { reason, .. } | Connection::Absent { reason } => {
            ("✗ ", theme.bad, look.say(reason))
        }
    };
    hanging(&[Span::new(sign, style)], &[Span::new(text, Style::new())], cols)
}
