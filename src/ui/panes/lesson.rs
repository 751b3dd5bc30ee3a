//! The lesson's text.

use super::super::markdown::{self, Context};
use super::super::row::{Row, rows};
use crate::app::{LessonModel, Model};
use crate::check::Verdict;
use crate::text::Span;
use crate::ui::Look;

/// The current step's text in rows.
pub(super) fn content(model: &Model, lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let Some(course) = model.course.lessons.get(lesson.lesson) else { return Vec::new() };
    let Some(prose) = course.prose_in(&model.lang) else { return Vec::new() };
    let (Some(step), Some(text)) = (course.steps.get(lesson.step), prose.steps.get(lesson.step)) else {
        return Vec::new();
    };
    let mut out = obstacles(lesson, look, cols);
    let intro = if lesson.step == 0 { &prose.intro[..] } else { &[] };
    let context = Context {
        look,
        values: &lesson.values,
        step,
        tasks: &lesson.tasks,
        task: lesson.task,
        hints: lesson.hints,
        passed: matches!(lesson.result.verdict, Verdict::Passed | Verdict::Read),
    };
    out.extend(markdown::layout(intro, text, context, cols));
    out
}

/// What is in the way of the lesson as a whole, before its text.
fn obstacles(lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let mut out = Vec::new();
    for obstacle in lesson.taken.iter().chain(&lesson.lacking) {
        out.extend(rows(&[Span::new(format!("! {}", look.say(obstacle)), look.theme.warning)], cols));
        out.push(Row::default());
    }
    out
}
