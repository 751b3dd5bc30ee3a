//! The questions of a step: which one can be answered now, what was predicted, whether the answer is known.

use super::offer::{current_step, is_over};
use super::{Follow, LessonModel, Model};
use crate::check::Verdict;
use crate::lesson::{Question, Step};

/// How a question of the current step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// The answer that the learner has predicted, from 0.
    pub predicted: Option<usize>,
    /// Whether digits answer it now.
    pub open: bool,
    /// Whether it is known how it is: prediction and result are shown.
    pub revealed: bool,
    /// Whether the lesson pane keeps it in sight.
    pub followed: bool,
}

/// How the questions of the current step stand, in the order of the prose.
pub fn standings(model: &Model, lesson: &LessonModel) -> Vec<Standing> {
    let Some(step) = current_step(model, lesson) else { return Vec::new() };
    let mut open = model.running.is_none() && !is_skipped(lesson);
    let standing = |(index, question): (usize, &Question)| {
        let predicted = predicted(model, lesson, step, index);
        let revealed = is_revealed(model, lesson, question, predicted);
        let is_open = !revealed && open && !is_begun(model, lesson, step, index);
        // One after the other: the first that is not known yet is the one that digits answer.
        open &= revealed;
        Standing { predicted, open: is_open, revealed, followed: lesson.follow == Follow::Question(index) }
    };
    step.questions.iter().enumerate().map(standing).collect()
}

/// The question that digits answer now: its index in the step.
pub fn open(model: &Model, lesson: &LessonModel) -> Option<usize> {
    standings(model, lesson).iter().position(|standing| standing.open)
}

/// The question of which a part has been seen, so that it waits for the rest and takes no answer any more: its index in
/// the step.
pub fn fixed(model: &Model, lesson: &LessonModel) -> Option<usize> {
    let step = current_step(model, lesson)?;
    let first = standings(model, lesson).iter().position(|standing| !standing.revealed)?;
    is_begun(model, lesson, step, first).then_some(first)
}

/// Whether what is expected of a task would give away the answer to a question before it.
pub fn guards_task(model: &Model, lesson: &LessonModel, task: usize) -> bool {
    guards(model, lesson, |question| question.tasks.contains(&task))
}

/// Whether what comes out of the step, what must hold then or who reaches whom, would give away an answer. Once something has come out otherwise, what was
/// meant helps more than a riddle.
pub fn guards_outcome(model: &Model, lesson: &LessonModel) -> bool {
    // A step may have passed before the command has run that was to show it.
    let is_open = matches!(lesson.result.verdict, Verdict::NotRun | Verdict::Passed);
    is_open && guards(model, lesson, |question| !question.tasks.is_empty())
}

fn guards(model: &Model, lesson: &LessonModel, about: impl Fn(&Question) -> bool) -> bool {
    let Some(step) = current_step(model, lesson) else { return false };
    let all = standings(model, lesson);
    step.questions.iter().zip(&all).any(|(question, standing)| about(question) && !standing.revealed)
}

/// The question that stands before a task and has not been answered: its index and its number of answers. For no
/// task, the one that nothing but its answer reveals.
pub(super) fn unanswered(model: &Model, lesson: &LessonModel, task: Option<usize>) -> Option<(usize, usize)> {
    let step = current_step(model, lesson)?;
    let all = standings(model, lesson);
    let asked = step.questions.iter().zip(&all).position(|(question, standing)| {
        let begins = Some(question.tasks.start).filter(|_| !question.tasks.is_empty());
        begins == task && !standing.revealed && standing.predicted.is_none()
    })?;
    Some((asked, step.questions[asked].options))
}

/// What the learner has predicted, if that can still be chosen.
fn predicted(model: &Model, lesson: &LessonModel, step: &Step, index: usize) -> Option<usize> {
    let id = &model.course.lessons.get(lesson.lesson)?.id;
    let predictions = model.progress.lessons.get(id)?.predictions.get(&step.id)?;
    let options = step.questions.get(index)?.options;
    predictions.get(index).copied().flatten().filter(|chosen| *chosen < options)
}

/// A question is answered by the tasks of the block below it, once all have ended and printed as they should: what was
/// printed otherwise may tell of something else than was asked. At the latest it is answered by the step, unless
/// that was skipped: then nothing has happened. One that no task follows is answered by the learner. What was answered
/// once stays so when the step is opened again; an instructor's rehearsal does not tell a room the answers.
fn is_revealed(model: &Model, lesson: &LessonModel, question: &Question, predicted: Option<usize>) -> bool {
    if question.tasks.is_empty() {
        return predicted.is_some();
    }
    let is_shown = |task: usize| lesson.tasks.get(task).is_some_and(|task| task.as_expected);
    let is_behind = current_step(model, lesson).is_some_and(|step| is_over(step, lesson));
    let is_known = is_behind || lesson.revisited && model.teach.is_none();
    question.tasks.clone().all(is_shown) || is_known && !is_skipped(lesson)
}

/// Whether something of what is asked has been seen: what is chosen then is no prediction any more. A run that came out
/// otherwise counts too, since the check says then what was meant.
fn is_begun(model: &Model, lesson: &LessonModel, step: &Step, question: usize) -> bool {
    let tasks = step.questions.get(question).map_or(0..0, |question| question.tasks.clone());
    let has_run = |task: usize| lesson.tasks.get(task).is_some_and(|task| task.run.is_some());
    let kept = || {
        let course = model.course.lessons.get(lesson.lesson).filter(|_| model.teach.is_none())?;
        model.progress.lessons.get(&course.id)?.fixed.get(&step.id)
    };
    tasks.clone().any(has_run) || kept().is_some_and(|fixed| fixed.contains(&question))
}

/// Whether the engine cannot do what the step needs, so that nothing shows what it asks.
pub(super) fn is_skipped(lesson: &LessonModel) -> bool {
    matches!(lesson.result.verdict, Verdict::Skipped(_))
}
