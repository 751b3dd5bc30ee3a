//! The lesson's text.

use super::super::markdown::{self, Context};
use super::super::row::{Row, hanging};
use crate::app::offer::{due_edit, is_explained, solution};
use crate::app::{Follow, LessonModel, Model, questions};
use crate::text::Span;
use crate::ui::Look;

/// The most columns that a text takes: longer rows are hard to read.
pub(in crate::ui) const WIDEST: usize = 100;

/// The current step's text in rows.
pub(in crate::ui) fn content(model: &Model, lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let cols = cols.min(WIDEST);
    let Some(course) = model.course.lessons.get(lesson.lesson) else { return Vec::new() };
    let Some(prose) = course.prose_in(&model.lang) else { return Vec::new() };
    let (Some(step), Some(text)) = (course.steps.get(lesson.step), prose.steps.get(lesson.step)) else {
        return Vec::new();
    };
    let passed = is_explained(step, lesson);
    let questions = questions::standings(model, lesson);
    let mut out = obstacles(lesson, look, cols);
    let intro = if lesson.step == 0 { &prose.intro[..] } else { &[] };
    let due = due_edit(step, lesson).filter(|_| !passed);
    let context = Context {
        look,
        values: &lesson.values,
        step,
        tasks: &lesson.tasks,
        task: if due.is_some() { step.tasks.len() } else { lesson.task },
        edits: &lesson.edits,
        due,
        hints: lesson.hints,
        passed,
        questions: &questions,
        solution: solution(step, lesson),
        result: &lesson.result,
    };
    out.extend(markdown::layout(intro, text, context, cols));
    out
}

/// The first row to show so that what is followed is in sight: the top, while that is enough.
pub(super) fn follow(content: &[Row], height: usize, what: Follow) -> usize {
    let is_followed = |row: &Row| match what {
        Follow::Command => row.current,
        Follow::Hint => row.hint,
        Follow::Question(_) => row.question,
        Follow::Explanation => row.explanation,
    };
    let Some(begin) = content.iter().position(is_followed) else { return 0 };
    let end = content.iter().rposition(is_followed).unwrap_or(begin);
    // One row more, so that it does not look as if nothing followed.
    (end + 2).saturating_sub(height).min(begin)
}

/// What is in the way of the lesson as a whole, before its text.
fn obstacles(lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let mut out = Vec::new();
    for obstacle in lesson.taken.iter().chain(&lesson.lacking) {
        let text = Span::new(look.say(obstacle), look.theme.warning_text());
        out.extend(hanging(&[Span::new("! ", look.theme.warning)], &[text], cols));
        out.push(Row::default());
    }
    out
}
