//! What is written into the lesson's journal, for the report.

use crate::app::offer::current_step;
use crate::app::{Effect, Model, Outcome, Running, Screen};
use crate::report::{End, Event, Judged, Printed};

/// The current step has come to be shown.
pub(super) fn step(model: &Model, out: &mut Vec<Effect>) {
    in_step(model, out, |step| Event::Step { step });
}

/// A line begins to run.
pub(super) fn line(model: &Model, out: &mut Vec<Effect>, line: &str) {
    in_step(model, out, |step| Event::Line { step, line: line.to_owned() });
}

/// The line has ended.
pub(super) fn ended(model: &Model, out: &mut Vec<Effect>, running: &Running, outcome: &Outcome) {
    let end = match outcome {
        Outcome::Exited(code) => End::Exited { code: *code },
        Outcome::Refused(reason, code) => End::Refused { code: *code, reason: reason.into() },
        Outcome::Detached => End::Detached,
        Outcome::Lost => End::Lost,
    };
    in_lesson(model, out, || Event::Ended { end, printed: Printed::on(&running.capture, running.cut) });
}

/// The current step stands otherwise than before, if it does.
pub(super) fn judged(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    let Some(judged) = Judged::of(&lesson.result.verdict) else { return };
    if lesson.noted.as_ref() != Some(&judged) {
        lesson.noted = Some(judged.clone());
        in_step(model, out, |step| Event::Judged { step, judged });
    }
}

/// A question was answered.
pub(super) fn predicted(model: &Model, out: &mut Vec<Effect>, question: usize, answer: usize) {
    in_step(model, out, |step| Event::Predicted { step, question, answer });
}

/// The rest of the step is left to `/solve`.
pub(super) fn solved(model: &Model, out: &mut Vec<Effect>) {
    in_step(model, out, |step| Event::Solved { step });
}

/// A file has become what the step wants.
pub(super) fn edited(model: &Model, out: &mut Vec<Effect>, path: &str) {
    in_step(model, out, |step| Event::Edited { step, path: path.to_owned() });
}

/// Values of the learner's own are known, or are others now.
pub(super) fn values(model: &Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let named = lesson.values.named.clone();
    let ports = lesson.values.ports.iter().map(|(port, other)| (*port, *other)).collect();
    in_lesson(model, out, || Event::Values { named, ports });
}

/// What the lesson made is gone.
pub(super) fn reset(model: &Model, out: &mut Vec<Effect>) {
    in_lesson(model, out, || Event::Reset);
}

/// The lesson is being left.
pub(super) fn left(model: &Model, out: &mut Vec<Effect>) {
    in_lesson(model, out, || Event::Left);
}

fn in_step(model: &Model, out: &mut Vec<Effect>, event: impl FnOnce(String) -> Event) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    if let Some(step) = current_step(model, lesson) {
        in_lesson(model, out, || event(step.id.clone()));
    }
}

/// Nothing is written of what happens outside of lessons.
fn in_lesson(model: &Model, out: &mut Vec<Effect>, event: impl FnOnce() -> Event) {
    if let Screen::Lesson(lesson) = &model.screen {
        out.push(Effect::Note { lesson: lesson.lesson, event: Box::new(event()) });
    }
}
