//! The course is finished: what was done, and what one may do now.

use ratatui::style::Style;

use super::super::row::{Row, hanging, rows};
use crate::app::Model;
use crate::i18n::phrase;
use crate::text::Span;
use crate::ui::Look;

/// What was done, in numbers, and what comes next.
pub(in crate::ui) fn content(model: &Model, look: &Look, cols: usize) -> Vec<Row> {
    let lessons = &model.course.lessons;
    let steps: usize = lessons.iter().map(|lesson| lesson.steps.len()).sum();
    let done = phrase("ui-finished-done").with("lessons", lessons.len()).with("steps", steps);
    let mut out = rows(&[Span::new(look.say(&done), look.theme.good)], cols);
    let (right, answered) = model.progress.predictions(lessons);
    if answered > 0 {
        let text = phrase("ui-finished-predictions").with("right", right).with("answered", answered);
        out.extend(rows(&[Span::new(look.say(&text), Style::new())], cols));
    }
    out.push(Row::default());
    for key in ["ui-finished-report", "ui-finished-again", "ui-finished-own"] {
        let mark = [Span::new("• ", look.theme.accent)];
        out.extend(hanging(&mark, &[Span::new(look.word(key), Style::new())], cols));
    }
    out
}
