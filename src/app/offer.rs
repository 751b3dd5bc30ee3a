//! What Enter on the empty prompt does now: for the ghost text, for the verdict line, and for Enter itself.

use super::{LessonModel, Model, Screen};
use crate::check::Verdict;
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Step, Task};
use crate::network::{self, Connection};
use crate::shell;

/// What Enter on the empty prompt does now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// Opens a lesson: index into the course.
    Open(usize),
    /// Runs the step's next task.
    Run {
        /// Index into the step's tasks.
        task: usize,
        /// The line, with the learner's own values put in.
        line: String,
    },
    /// Opens a file, for the edit that comes next.
    Edit {
        /// Index into the step's edits.
        edit: usize,
        /// The line that does it.
        line: String,
    },
    /// Nothing yet: values of the next task's line are not known.
    Waiting {
        /// Their names in the answer key.
        missing: Vec<String>,
    },
    /// Nothing: why the lesson's tasks cannot be run, and what to do.
    Blocked(Phrase),
    /// Judges the step again: all tasks have run, and it has not passed.
    Check,
    /// Nothing: the step is being judged.
    Judging,
    /// Marks the step as read and goes on.
    Read,
    /// Goes to the next step.
    Next,
    /// Ends the lesson.
    Finish,
    /// Nothing: a line runs, or there is nothing to do.
    Nothing,
}

/// What Enter on the empty prompt does now.
pub fn offer(model: &Model) -> Offer {
    if model.running.is_some() {
        return Offer::Nothing;
    }
    match &model.screen {
        Screen::Start(start) if start.selected < model.course.lessons.len() => Offer::Open(start.selected),
        Screen::Start(_) => Offer::Nothing,
        Screen::Lesson(lesson) => in_lesson(model, lesson, false),
    }
}

/// What is left of the step for `/solve` to run: what is offered, and in a challenge its solution.
pub(super) fn rest(model: &Model) -> Offer {
    match &model.screen {
        Screen::Lesson(lesson) if model.running.is_none() => in_lesson(model, lesson, true),
        _ => offer(model),
    }
}

/// The part of the offered line that is still to be typed: all of it at the empty prompt; none where
/// nothing is offered, something else is being typed, or the cursor is not at its end.
pub fn ghost(model: &Model) -> Option<String> {
    match offer(model) {
        Offer::Run { line, .. } | Offer::Edit { line, .. } => line
            .strip_prefix(model.prompt.text.as_str())
            .filter(|rest| !rest.is_empty() && model.prompt.search.is_none())
            .filter(|_| model.prompt.cursor == model.prompt.text.len())
            .map(str::to_owned),
        _ => None,
    }
}

/// Why the lesson's tasks cannot be run now, whatever the step.
pub(super) fn blocked(model: &Model, lesson: &LessonModel) -> Option<Phrase> {
    match &model.connection {
        Connection::Ready(_) => {}
        Connection::Connecting => return Some(phrase("app-engine-connecting")),
        Connection::Lost { reason, .. } | Connection::Absent { reason } => return Some(reason.clone()),
    }
    if lesson.opening.is_some() {
        return Some(phrase("app-lesson-opening"));
    }
    if lesson.resetting.is_some() {
        return Some(phrase("app-lesson-resetting"));
    }
    if lesson.bringing.is_some() {
        return Some(phrase("app-bringing"));
    }
    lesson.taken.first().cloned()
}

/// What the engine cannot do that the lesson or its current step needs, if anything.
pub(super) fn lacking(model: &Model, lesson: &LessonModel) -> Option<Phrase> {
    if let Some(reason) = lesson.lacking.first() {
        return Some(reason.clone());
    }
    let step = current_step(model, lesson)?;
    let lacking = network::lacking(model.connection.info()?, model.snapshot.as_deref()?, &step.needs);
    lacking.into_iter().next().map(|(_, reason)| reason)
}

/// The step that is shown; none where the course has no such step.
pub fn current_step<'a>(model: &'a Model, lesson: &LessonModel) -> Option<&'a Step> {
    model.course.lessons.get(lesson.lesson)?.steps.get(lesson.step)
}

/// How the commands and edits of a challenge stand: they are one solution among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Solution {
    /// The step is no challenge: they are what is to be done.
    None,
    /// They are not shown: they are for the learner to find.
    Hidden,
    /// They were asked for, or the step has passed.
    Shown,
}

/// How the commands and edits of the current step stand.
pub fn solution(step: &Step, lesson: &LessonModel) -> Solution {
    if !step.challenge {
        Solution::None
    } else if lesson.solved || lesson.result.verdict == Verdict::Passed {
        Solution::Shown
    } else {
        Solution::Hidden
    }
}

/// Whether what explains the step may be said: its commands have run, so that it gives nothing away.
pub fn is_explained(step: &Step, lesson: &LessonModel) -> bool {
    matches!(lesson.result.verdict, Verdict::Passed | Verdict::Read) && is_over(step, lesson)
}

/// Whether the step is behind the learner: Enter goes on.
pub fn is_over(step: &Step, lesson: &LessonModel) -> bool {
    match lesson.result.verdict {
        Verdict::Read | Verdict::Skipped(_) => true,
        // Goals that hold from the beginning must not take the step's tasks away from who has just come
        // to it; but once a task has failed, or the step had passed before, nobody is kept.
        Verdict::Passed => {
            // A challenge offers no task that could be taken away.
            step.challenge
                || lesson.revisited
                || lesson.tasks.get(lesson.task).is_none_or(|task| task.run.is_some())
        }
        Verdict::NotRun | Verdict::Failed(_) | Verdict::Unknown(_) => false,
    }
}

/// Whether the learner is in the midst of the step's own commands: the last of them came out as it should, and the next
/// is still to run.
pub(super) fn is_under_way(step: &Step, lesson: &LessonModel) -> bool {
    !step.challenge
        && lesson.by_task
        && lesson
            .task
            .checked_sub(1)
            .and_then(|last| lesson.tasks.get(last))
            .is_some_and(|task| task.as_expected)
        && lesson.tasks.get(lesson.task).is_some_and(|task| task.run.is_none())
}

/// What Enter does in a lesson. A challenge's edits and tasks are offered only where it `tells` its solution.
fn in_lesson(model: &Model, lesson: &LessonModel, tells: bool) -> Offer {
    let Some(step) = current_step(model, lesson) else { return Offer::Nothing };
    let tells = tells || !step.challenge;
    if is_over(step, lesson) {
        let steps = model.course.lessons.get(lesson.lesson).map_or(0, |lesson| lesson.steps.len());
        return if lesson.step + 1 < steps { Offer::Next } else { Offer::Finish };
    }
    if step.is_reading() {
        return Offer::Read;
    }
    if let Some(reason) = blocked(model, lesson) {
        return Offer::Blocked(reason);
    }
    if let Some(edit) = due_edit(step, lesson).filter(|_| tells) {
        return Offer::Edit { edit, line: format!("edit {}", shell::quote(&step.edits[edit].path)) };
    }
    match step.tasks.get(lesson.task).filter(|_| tells) {
        Some(task) => match filled(lesson, task) {
            Ok(line) => Offer::Run { task: lesson.task, line },
            Err(missing) => Offer::Waiting { missing },
        },
        None if lesson.judging => Offer::Judging,
        None => Offer::Check,
    }
}

/// The edit that comes before the step's next task, or after the last one, and has not been made.
pub fn due_edit(step: &Step, lesson: &LessonModel) -> Option<usize> {
    let before = step.tasks.get(lesson.task).map_or(step.edits.len(), |task| task.edits_before);
    (0..before.min(step.edits.len())).find(|&edit| !lesson.edits.get(edit).is_some_and(|made| *made))
}

/// A task's line with the learner's own values put in; else the names of those that are not known yet.
pub(super) fn filled(lesson: &LessonModel, task: &Task) -> Result<String, Vec<String>> {
    let missing = lesson.values.missing(&task.line);
    if missing.is_empty() { Ok(lesson.values.fill(&task.line)) } else { Err(missing) }
}
