//! The steps of the lesson, to go to one of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{area, boxed};
use crate::app::teach::plan;
use crate::app::{Model, Screen};
use crate::i18n::phrase;
use crate::text::{Span, sanitize};
use crate::ui::row::{Row, apart};
use crate::ui::{Look, paint};

/// Draws the list with the step under the cursor in sight.
pub(super) fn draw(buffer: &mut Buffer, screen: Rect, model: &Model, selected: usize, look: &Look) {
    let theme = &look.theme;
    let Screen::Lesson(at) = &model.screen else { return };
    let Some(lesson) = model.course.lessons.get(at.lesson) else { return };
    let Some(prose) = lesson.prose_in(&model.lang) else { return };
    let done = model.progress.lessons.get(&lesson.id).map(|progress| &progress.done);
    let inner = area(screen, 76, lesson.steps.len());
    boxed(buffer, inner, &look.word("teach-steps-title"), &look.word("teach-steps-keys"), look);
    let shown = usize::from(inner.height);
    let first = (selected + 1).saturating_sub(shown);
    let ends = plan(lesson);
    let rows: Vec<Row> = (lesson.steps.iter().zip(&prose.steps).enumerate())
        .skip(first)
        .take(shown)
        .map(|(index, (step, text))| {
            let is_selected = index == selected;
            let style = |style| if is_selected { theme.selected } else { style };
            let is_done = done.is_some_and(|done| done.contains(&step.id));
            let sign = if is_done { "✓" } else { " " };
            let title = format!("{:>2}. {}", index + 1, sanitize(&text.title));
            let left = vec![
                Span::new(format!(" {sign} "), style(theme.good)),
                Span::new(title, style(if index == at.step { theme.strong } else { Style::new() })),
            ];
            let begins = index.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
            let minutes = look.say(&phrase("teach-begins").with("minutes", usize::from(begins)));
            let mut row = apart(
                left,
                vec![Span::new(format!("{minutes} "), style(theme.dim))],
                usize::from(inner.width),
            );
            row.fill = is_selected.then_some(theme.selected);
            row
        })
        .collect();
    paint::rows(buffer, inner, &rows);
}
