//! What had to hold and whether it does; what was expected beside what was printed.

use super::{comparison, goal};
use crate::app::offer::{Solution, solution};
use crate::app::questions::{guards_outcome, guards_task};
use crate::app::{LessonModel, Model, advice};
use crate::check::{Comparison, Outcome};
use crate::i18n::phrase;
use crate::lesson::Step;
use crate::text::{Span, sanitize};
use crate::ui::Look;
use crate::ui::row::{Row, hanging, rows};

/// The step's goals and reaches, then its tasks.
pub(super) fn content(model: &Model, lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let step = model.course.lessons.get(lesson.lesson).and_then(|course| course.steps.get(lesson.step));
    let Some(step) = step else { return Vec::new() };
    let has_conditions = !step.goals.is_empty() || !step.reaches.is_empty();
    let guards_outcome = has_conditions && guards_outcome(model, lesson);
    let mut out = if guards_outcome {
        rows(&[Span::new(look.word("ui-check-guarded"), look.theme.dim)], cols)
    } else {
        conditions(step, lesson, look, cols)
    };
    if let Some(next) = advice::next(model, lesson) {
        let arrow = Span::new("▶ ", look.theme.accent);
        out.extend(hanging(&[arrow], &[Span::new(look.say(&next), look.theme.strong)], cols));
    }
    let hidden = solution(step, lesson) == Solution::Hidden;
    let conditions = lesson.result.goals.iter().chain(&lesson.result.reaches);
    let fails = conditions.into_iter().any(|outcome| matches!(outcome, Outcome::Fails(_)));
    for index in (0..step.tasks.len()).filter(|_| !hidden) {
        if !out.is_empty() {
            out.push(Row::default());
        }
        // What is asked is not told before it is seen.
        let guarded = guards_task(model, lesson, index);
        let mut rows = task(step, lesson, index, (guarded, !guards_outcome), look, cols);
        // Where a condition does not hold, that and its reason are seen first.
        let differs = !fails && result_of(lesson, index).is_some_and(|task| !task.matches());
        if differs && !out.iter().any(|row| row.current) {
            for row in &mut rows {
                row.current = true;
            }
        }
        out.extend(rows);
    }
    if out.is_empty() {
        out.extend(rows(&[Span::new(look.word("ui-check-nothing"), look.theme.dim)], cols));
    }
    out
}

/// The first row shown where all does not fit and nobody has scrolled: of a command that came out otherwise as much as
/// there is room for.
pub(super) fn follow(content: &[Row], shown: usize) -> usize {
    let Some(first) = content.iter().position(|row| row.current) else { return 0 };
    let rows = content[first..].iter().take_while(|row| row.current).count();
    (first + rows).saturating_sub(shown).min(first)
}

/// What must hold, each with how it stands; where there are several, how many do.
fn conditions(step: &Step, lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let mut out = Vec::new();
    let all = step.goals.len() + step.reaches.len();
    let outcomes = lesson.result.goals.iter().chain(&lesson.result.reaches);
    let held = outcomes.filter(|outcome| **outcome == Outcome::Holds).count();
    if all > 1 {
        let style = if held == all { look.theme.good } else { look.theme.dim };
        let bar = format!("{}{}", "█".repeat(held), "░".repeat(all - held));
        let text = look.say(&phrase("panes-held").with("held", held).with("count", all));
        out.extend(rows(&[Span::new(format!("{bar} "), style), Span::new(text, look.theme.dim)], cols));
    }
    out.extend(goal::statements(step, &lesson.result, &lesson.turned, &lesson.values, look, cols));
    out
}

/// How a task that has run came out.
fn result_of(lesson: &LessonModel, index: usize) -> Option<&Comparison> {
    lesson.result.tasks.get(index).and_then(Option::as_ref)
}

/// One task: its line, and how its output compares; before it has run, what it is expected to print, unless that is
/// `guarded` by a question, which is said where it `says_so`.
fn task(
    step: &Step,
    lesson: &LessonModel,
    index: usize,
    (guarded, says_so): (bool, bool),
    look: &Look,
    cols: usize,
) -> Vec<Row> {
    let theme = &look.theme;
    let result = result_of(lesson, index);
    let sign = match result {
        None => Span::new("○ ", theme.dim),
        Some(comparison) if comparison.matches() => Span::new("✓ ", theme.good),
        // Where there are goals, they decide: output that differs is said, not judged.
        Some(_) if !step.is_decided_by_tasks() => Span::new("~ ", theme.warning),
        Some(_) => Span::new("✗ ", theme.bad),
    };
    let task = &step.tasks[index];
    let line = lesson.values.fill(&task.line);
    let first = [sign, Span::new("$ ", theme.dim)];
    let mut out = hanging(&first, &[Span::new(sanitize(&line), theme.strong)], cols);
    match result {
        Some(comparison) => {
            if !step.is_decided_by_tasks() && !comparison.matches() {
                out.extend(rows(&[Span::new(look.word("ui-check-not-judged"), theme.dim)], cols));
            }
            if let Some((expected, actual)) = comparison.exit_differs {
                let text = phrase("ui-check-exit").with("expected", expected).with("actual", actual);
                out.extend(rows(&[Span::new(look.say(&text), theme.warning)], cols));
            }
            out.extend(comparison::rows(comparison, look, cols));
        }
        None if index == lesson.task && guarded && says_so => {
            out.extend(rows(&[Span::new(look.word("ui-check-guarded"), theme.dim)], cols));
        }
        None if index == lesson.task && !guarded => {
            out.extend(comparison::expected(task, lesson, look, cols));
        }
        None => {}
    }
    out
}
