//! The row above the prompt: how the step stands, what has just happened, what Enter does now.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::row::{Row, Run, cut, rows};
use super::{Look, paint};
use crate::app::button::{Button, Press};
use crate::app::offer::{Offer, current_step, is_over, offer};
use crate::app::sight::has_keys;
use crate::app::{
    Bringing, Headway, LessonModel, Measured, Model, Notice, Running, Screen, Tone, tasks, teach,
};
use crate::check::Verdict;
use crate::i18n::{Phrase, phrase};
use crate::text::{self, Span, count_bar};

/// Columns of the bar while the engine is prepared, or a step is solved.
const BAR: usize = 10;

/// Rows of the screen that a message leaves in sight, however long it is.
const LEFT_ROWS: u16 = 2;

/// From so many seconds on it is said how long something has taken already.
const LONG: u64 = 3;

/// What the verdict line says, laid out: one row, and above it those of a notice or reason that is too long for it.
pub(super) struct Said {
    above: Vec<Row>,
    row: Vec<Run>,
    /// Columns of what Enter does, at the right end of the row; 0 where it does nothing.
    next_cols: usize,
}

impl Said {
    /// The rows that all of it takes.
    pub(super) fn rows(&self) -> u16 {
        u16::try_from(self.above.len() + 1).unwrap_or(u16::MAX)
    }
}

/// Lays out what is to be said in rows of `width` columns.
pub(super) fn lay_out(model: &Model, look: &Look, width: u16) -> Said {
    let cols = usize::from(width).saturating_sub(2);
    let next = enter(model, look);
    let next_cols = next.as_ref().map_or(0, |run| text::width(&run.text) + 2);
    let message = said(model, look);
    let mut row = verdict(model, look);
    let all = Row::from(row.clone()).width() + 2 + message.as_ref().map_or(0, |run| text::width(&run.text));
    let mut above = Vec::new();
    match message {
        // That something is tried stands in the check pane, too: rows that come for a moment would make the panes jump.
        Some(_) if all + next_cols > cols && is_tried(model) => {}
        Some(message) if all + next_cols > cols => above = rows(&[message], cols),
        Some(message) => row.extend([Span::new("  ", Style::new()), message]),
        None => row.extend(runs_on(model)),
    }
    // The line that runs is cut rather than what can be done: all of it stands in the output.
    let mut row = cut(row, cols.saturating_sub(next_cols));
    if let Some(next) = next {
        let gap = cols.saturating_sub(Row::from(row.clone()).width() + next_cols - 2);
        row.extend([Span::new(" ".repeat(gap), Style::new()), next]);
    }
    Said { above, row, next_cols }
}

/// Draws it. What the panes left no rows for lies over them: on the smallest screens, a long message matters more.
pub(super) fn draw(
    buffer: &mut Buffer,
    area: Rect,
    model: &Model,
    look: &Look,
    said: Said,
    measured: &mut Measured,
) {
    let said_rows = said.rows();
    measured.verdict = said_rows;
    let fill = Some(look.theme.bar);
    let air = Span::new(" ", Style::new());
    let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
    if said.next_cols > 0 {
        measured.buttons.extend(button(last, model, said.next_cols));
    } else if model.confirm.is_some() && model.running.is_none() {
        // All of it asks for Enter.
        measured.buttons.push(Button { area, press: Press::Key(KeyEvent::from(KeyCode::Enter)) });
    }
    let drawn: Vec<Row> = (said.above.into_iter().chain([Row::from(said.row)]))
        .map(|row| Row { fill, ..row.prefixed(air.clone()) })
        .collect();
    let height = said_rows.min(area.bottom().saturating_sub(LEFT_ROWS));
    let area = Rect { y: area.bottom() - height, height, ..area };
    paint::clear(buffer, area, look.theme.bar);
    paint::rows(buffer, area, &drawn);
}

/// What Enter does, in the last `cols` columns of the row, can be clicked as well, and so can the keys that are written
/// there while a line runs.
fn button(area: Rect, model: &Model, cols: usize) -> Option<Button> {
    let key = match &model.running {
        Some(running) if running.attached || running.may_be_shell() => {
            KeyEvent::new(KeyCode::Char(']'), KeyModifiers::CONTROL)
        }
        Some(_) => KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL),
        None if matches!(offer(model), Offer::Waiting { .. }) => return None,
        None => KeyEvent::from(KeyCode::Enter),
    };
    let width = u16::try_from(cols).unwrap_or(u16::MAX).min(area.width);
    Some(Button { area: Rect { x: area.right() - width, width, ..area }, press: Press::Key(key) })
}

/// The sign and the word for how the step stands.
fn verdict(model: &Model, look: &Look) -> Vec<Run> {
    let theme = &look.theme;
    let Screen::Lesson(lesson) = &model.screen else { return Vec::new() };
    if let Some(bringing) = &lesson.bringing {
        return preparing(bringing, look);
    }
    let judging = lesson.judging.then_some(("…", "ui-verdict-judging", theme.accent));
    let (sign, key, style) = if model.running.is_some() {
        ("▶", "ui-verdict-running", theme.accent)
    } else {
        match &lesson.result.verdict {
            // All holds already, and some of its commands are still to show something.
            Verdict::Passed if is_in_its_midst(model, lesson) => ("○", "ui-verdict-under-way", theme.accent),
            // What has passed is looked at again whenever the engine says that something changed: until it is
            // found to be otherwise, it stands, and Enter leads on.
            Verdict::Passed => ("✓", "ui-verdict-passed", theme.good),
            Verdict::Read => ("✓", "ui-verdict-read", theme.good),
            Verdict::NotRun if lesson.tasks.iter().any(|task| task.run.is_some()) => {
                judging.unwrap_or(("○", "ui-verdict-under-way", theme.accent))
            }
            Verdict::NotRun => judging.unwrap_or(("○", "ui-verdict-not-run", theme.dim)),
            Verdict::Failed(_) => judging.unwrap_or(("✗", "ui-verdict-failed", theme.bad)),
            Verdict::Unknown(_) => judging.unwrap_or(("?", "ui-verdict-unknown", theme.warning)),
            Verdict::Skipped(_) => judging.unwrap_or(("-", "ui-verdict-skipped", theme.warning)),
        }
    };
    let mut runs = vec![Span::new(format!("{sign} {}", look.word(key)), style)];
    if model.is_waiting() && model.waited >= LONG {
        let waited = look.say(&phrase("ui-verdict-waited").with("seconds", model.waited.to_string()));
        runs.push(Span::new(format!(" {waited}"), theme.dim));
    }
    if lesson.solving || key == "ui-verdict-under-way" {
        let (done, all) = (tasks::done(lesson), lesson.tasks.len());
        runs.push(Span::new(format!(" {} {done}/{all}", count_bar(done, all, BAR)), theme.accent));
    }
    runs
}

/// Whether some of the step's commands have run, and others are still to run.
pub(super) fn is_in_its_midst(model: &Model, lesson: &LessonModel) -> bool {
    lesson.tasks.iter().any(|task| task.run.is_some())
        && current_step(model, lesson).is_some_and(|step| !is_over(step, lesson))
}

/// How far the engine has been brought to where the step begins.
fn preparing(bringing: &Bringing, look: &Look) -> Vec<Run> {
    let mut runs = vec![Span::new(format!("▶ {}", look.word("ui-verdict-preparing")), look.theme.accent)];
    if let Some(Headway::Working { done, count, .. }) = bringing.headway {
        runs.push(Span::new(format!(" {}", count_bar(done, count, BAR)), look.theme.accent));
    }
    runs
}

/// What is said besides the verdict: what has just happened, else why the step stands as it does.
fn said(model: &Model, look: &Look) -> Option<Run> {
    model.notice.as_ref().map(|notice| message(notice, look)).or_else(|| reason(model, look))
}

/// Whether nothing is said but that something is being tried.
fn is_tried(model: &Model) -> bool {
    let Screen::Lesson(lesson) = &model.screen else { return false };
    model.notice.is_none() && lesson.judging && matches!(lesson.result.verdict, Verdict::Unknown(_))
}

/// The line that runs, where nothing else is said.
fn runs_on(model: &Model) -> Vec<Run> {
    let Some(running) = &model.running else { return Vec::new() };
    let line = text::sanitize(&running.line).into_owned();
    vec![Span::new("  ", Style::new()), Span::new(line, Style::new())]
}

/// Why, where there is a reason to give.
fn reason(model: &Model, look: &Look) -> Option<Run> {
    let Screen::Lesson(lesson) = &model.screen else { return None };
    if model.running.is_some() {
        return None;
    }
    if let Some(headway) = lesson.bringing.as_ref().and_then(|bringing| bringing.headway.as_ref()) {
        return Some(Span::new(look.say(&teach::headway(headway)), Style::new()));
    }
    // While it is looked at again, the last reason stands, paler: the rows above would jump if it went and came back.
    let style = if lesson.judging { look.theme.dim } else { Style::new() };
    let blocked = || match offer(model) {
        Offer::Blocked(reason) => Some(reason),
        _ => None,
    };
    let judged_so = || Some(phrase("ui-challenge-judged")).filter(|_| awaits_solution(model, lesson));
    let reason = own_reason(lesson).cloned().or_else(blocked).or_else(judged_so)?;
    Some(Span::new(look.say(&reason), style))
}

/// The verdict's own reason.
fn own_reason(lesson: &LessonModel) -> Option<&Phrase> {
    match &lesson.result.verdict {
        Verdict::Failed(reasons) => reasons.first(),
        Verdict::Unknown(reason) | Verdict::Skipped(reason) => Some(reason),
        Verdict::NotRun | Verdict::Passed | Verdict::Read => None,
    }
}

/// Whether a challenge is still to be met.
fn awaits_solution(model: &Model, lesson: &LessonModel) -> bool {
    current_step(model, lesson).is_some_and(|step| step.challenge) && lesson.result.verdict == Verdict::NotRun
}

pub(super) fn message(notice: &Notice, look: &Look) -> Run {
    let theme = &look.theme;
    let (sign, style) = match notice.tone {
        Tone::Info => ("", Style::new()),
        Tone::Good => ("✓ ", theme.good),
        Tone::Warning => ("! ", theme.warning),
        Tone::Bad => ("✗ ", theme.bad),
    };
    Span::new(format!("{sign}{}", look.say(&notice.phrase)), style)
}

/// What Enter on the empty prompt does now.
fn enter(model: &Model, look: &Look) -> Option<Run> {
    let theme = &look.theme;
    if model.selection.is_some_and(|selection| selection.is_by_keyboard()) || has_keys(model) {
        // The prompt says what keys do.
        return None;
    }
    if let Screen::Lesson(lesson) = &model.screen
        && let Some(bringing) = &lesson.bringing
    {
        return (!bringing.stopping).then(|| Span::new(look.word("ui-enter-running"), theme.strong));
    }
    if let Some(running) = &model.running {
        let key = match running {
            Running { attached: true, .. } => "ui-enter-attached",
            // Ctrl-C does not end a shell.
            running if running.may_be_shell() => "ui-enter-return",
            // It comes to what runs once there is nothing to clear.
            _ if !model.prompt.text.is_empty() => "ui-enter-clear",
            // Ctrl-C does not reach it, and it goes on.
            Running { terminal: false, goes_on: true, .. } => "ui-enter-leaving",
            _ => "ui-enter-running",
        };
        return Some(Span::new(look.word(key), theme.strong));
    }
    if model.confirm.is_some() || !model.prompt.text.is_empty() || model.prompt.search.is_some() {
        return None;
    }
    let key = match offer(model) {
        Offer::Open(_) => "ui-enter-open",
        Offer::Run { .. } => "ui-enter-run",
        Offer::Edit { .. } => "ui-enter-edit",
        Offer::Waiting { .. } => "ui-enter-waiting",
        Offer::Check => "ui-enter-check",
        Offer::Read => "ui-enter-read",
        Offer::Next => "ui-enter-next",
        Offer::Finish => "ui-enter-finish",
        Offer::Blocked(_) | Offer::Judging | Offer::Nothing => return None,
    };
    Some(Span::new(look.say(&phrase(key)), theme.strong))
}
