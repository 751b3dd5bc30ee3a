//! The row above the prompt: how the step stands, what has just happened, what Enter does now.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::row::{Row, Run, cut, rows};
use super::{Look, paint};
use crate::app::button::{Button, Press};
use crate::app::offer::{Offer, current_step, offer};
use crate::app::sight::has_keys;
use crate::app::{Bringing, Headway, LessonModel, Measured, Model, Notice, Running, Screen, Tone, teach};
use crate::check::Verdict;
use crate::i18n::{Phrase, phrase};
use crate::text::{Span, count_bar, width};

/// Columns of the bar while the engine is prepared, or a step is solved.
const BAR: usize = 10;

/// Rows of the screen that a notice leaves in sight, however long it is.
const LEFT_ROWS: u16 = 2;

/// Draws the verdict line. A notice that is too long for it lies above it, whole.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, model: &Model, look: &Look, measured: &mut Measured) {
    let cols = usize::from(area.width).saturating_sub(2);
    let verdict = verdict(model, look);
    let next = enter(model, look);
    let notice = model.notice.as_ref().map(|notice| message(notice, look));
    let mut middle = notice.clone().into_iter().collect::<Vec<Run>>();
    if middle.is_empty() {
        middle.extend(reason(model, look));
    }
    let verdict_cols = Row::from(verdict.clone()).width();
    let next_cols = next.as_ref().map_or(0, |run| width(&run.text) + 2);
    let middle_cols = Row::from(middle.clone()).width();
    if notice.is_some() && verdict_cols + 2 + middle_cols + next_cols > cols {
        if let Some(notice) = notice {
            above(buffer, area, look, notice);
        }
        middle.clear();
    }
    let mut left = verdict;
    if !middle.is_empty() {
        left.push(Span::new("  ", Style::new()));
        left.extend(middle);
    }
    // What Enter does is worth more than the end of a reason: the check pane has all of it.
    let left = cut(left, cols.saturating_sub(next_cols));
    let gap = cols.saturating_sub(Row::from(left.clone()).width() + next_cols.saturating_sub(2));
    let mut runs = vec![Span::new(" ", Style::new())];
    runs.extend(left);
    if let Some(next) = next {
        runs.push(Span::new(" ".repeat(gap), Style::new()));
        runs.push(next);
        measured.buttons.extend(button(area, model, next_cols));
    } else if model.confirm.is_some() && model.running.is_none() {
        // The whole row asks for Enter.
        measured.buttons.push(Button { area, press: Press::Key(KeyEvent::from(KeyCode::Enter)) });
    }
    paint::row(buffer, area, &Row { runs, fill: Some(look.theme.bar), ..Row::default() });
}

/// What Enter does, in the last `cols` columns of the row, can be clicked as well, and so can the keys that are written
/// there while a line runs.
fn button(area: Rect, model: &Model, cols: usize) -> Option<Button> {
    let key = match &model.running {
        Some(running) if running.attached => KeyEvent::new(KeyCode::Char(']'), KeyModifiers::CONTROL),
        Some(_) => KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL),
        None if matches!(offer(model), Offer::Waiting { .. }) => return None,
        None => KeyEvent::from(KeyCode::Enter),
    };
    let width = u16::try_from(cols).unwrap_or(u16::MAX).min(area.width);
    Some(Button { area: Rect { x: area.right() - width, width, ..area }, press: Press::Key(key) })
}

/// The notice on rows of its own above the verdict line.
fn above(buffer: &mut Buffer, area: Rect, look: &Look, notice: Run) {
    let cols = usize::from(area.width).saturating_sub(2);
    let lines = rows(&[notice], cols);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(area.y.saturating_sub(LEFT_ROWS));
    let over = Rect { y: area.y - height, height, ..area };
    paint::clear(buffer, over, look.theme.overlay);
    let inner = Rect { x: over.x + 1, width: over.width.saturating_sub(2), ..over };
    paint::rows(buffer, inner, &lines);
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
    if lesson.solving || key == "ui-verdict-under-way" {
        let (done, all) = (lesson.task, lesson.tasks.len());
        runs.push(Span::new(format!(" {} {done}/{all}", count_bar(done, all, BAR)), theme.accent));
    }
    runs
}

/// How far the engine has been brought to where the step begins.
fn preparing(bringing: &Bringing, look: &Look) -> Vec<Run> {
    let mut runs = vec![Span::new(format!("▶ {}", look.word("ui-verdict-preparing")), look.theme.accent)];
    if let Some(Headway::Working { done, count, .. }) = bringing.headway {
        runs.push(Span::new(format!(" {}", count_bar(done, count, BAR)), look.theme.accent));
    }
    runs
}

/// Why, where there is a reason to give.
fn reason(model: &Model, look: &Look) -> Vec<Run> {
    let Screen::Lesson(lesson) = &model.screen else { return Vec::new() };
    if let Some(running) = &model.running {
        let text = crate::text::sanitize(&running.line).into_owned();
        return vec![Span::new(text, Style::new())];
    }
    if let Some(headway) = lesson.bringing.as_ref().and_then(|bringing| bringing.headway.as_ref()) {
        return vec![Span::new(look.say(&teach::headway(headway)), Style::new())];
    }
    let blocked = || match offer(model) {
        Offer::Blocked(reason) => Some(reason),
        _ => None,
    };
    let judged_so = || Some(phrase("ui-challenge-judged")).filter(|_| awaits_solution(model, lesson));
    let reason = own_reason(lesson).cloned().or_else(blocked).or_else(judged_so);
    reason.map(|reason| Span::new(look.say(&reason), Style::new())).into_iter().collect()
}

/// The verdict's own reason.
fn own_reason(lesson: &LessonModel) -> Option<&Phrase> {
    match &lesson.result.verdict {
        _ if lesson.judging => None,
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
