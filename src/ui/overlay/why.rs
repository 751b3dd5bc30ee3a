//! Everything that keeps the step from passing.

use ratatui::style::Style;

use super::super::row::{Row, hanging, rows};
use crate::app::offer::current_step;
use crate::app::{Model, Screen, advice};
use crate::check::Verdict;
use crate::i18n::Phrase;
use crate::lesson::Step;
use crate::network::Connection;
use crate::text::Span;
use crate::ui::Look;
use crate::ui::verdict::is_in_its_midst;

/// The reasons in rows, the one to mend first at the top.
pub(super) fn content(model: &Model, look: &Look, cols: usize) -> Vec<Row> {
    let reasons = reasons(model);
    if reasons.is_empty() {
        return rows(&[Span::new(look.word(nothing(model)), Style::new())], cols);
    }
    let mut out = Vec::new();
    for (index, reason) in reasons.into_iter().enumerate() {
        if index > 0 {
            out.push(Row::default());
        }
        let number = Span::new(format!("{}. ", index + 1), look.theme.bad);
        out.extend(hanging(&[number], &[Span::new(look.say(reason), Style::new())], cols));
    }
    if let Some(next) = next(model) {
        out.push(Row::default());
        let arrow = Span::new("▶ ", look.theme.accent);
        out.extend(hanging(&[arrow], &[Span::new(look.say(&next), look.theme.strong)], cols));
    }
    out
}

/// The next thing to try.
pub(in crate::ui) fn next(model: &Model) -> Option<Phrase> {
    let Screen::Lesson(lesson) = &model.screen else { return None };
    advice::next(model, lesson)
}

/// Key of what is said where there are no reasons: none that is known while they are only being looked for.
pub(in crate::ui) fn nothing(model: &Model) -> &'static str {
    match &model.screen {
        Screen::Lesson(lesson) => match lesson.result.verdict {
            Verdict::Passed if is_in_its_midst(model, lesson) => "ui-why-midway",
            Verdict::Passed => "ui-why-passed",
            _ if lesson.judging => "app-judging",
            _ if current_step(model, lesson).is_some_and(Step::is_reading) => "ui-why-reading",
            Verdict::NotRun => "ui-why-not-run",
            _ => "ui-why-nothing",
        },
        Screen::Start(_) => "ui-why-nothing",
    }
}

pub(in crate::ui) fn reasons(model: &Model) -> Vec<&Phrase> {
    let mut out = Vec::new();
    if let Connection::Lost { reason, .. } | Connection::Absent { reason } = &model.connection {
        out.push(reason);
    }
    let Screen::Lesson(lesson) = &model.screen else { return out };
    out.extend(&lesson.taken);
    match &lesson.result.verdict {
        // What was so before may have been mended by now.
        _ if lesson.judging => {}
        Verdict::Failed(reasons) => out.extend(reasons),
        Verdict::Unknown(reason) | Verdict::Skipped(reason) => out.push(reason),
        Verdict::NotRun | Verdict::Passed | Verdict::Read => {}
    }
    out.dedup();
    out
}
