//! Predictions: a question is answered before what it asks about has run.

use super::{journal, save, say, scroll};
use crate::app::offer::{Offer, current_step};
use crate::app::questions::{self, Standing};
use crate::app::{Confirm, Effect, Model, Screen, Tone};
use crate::i18n::phrase;
use crate::lesson::Question;

/// A digit at the empty prompt, `number` from 1; whether a question took it.
pub(super) fn digit(model: &mut Model, out: &mut Vec<Effect>, number: usize) -> bool {
    let Some((question, options)) = open(model) else { return too_late(model, number) };
    if !(1..=options).contains(&number) {
        return false;
    }
    choose(model, out, question, number - 1);
    true
}

/// Says that what was predicted stays, where `number` would be an answer to a question of which something has been seen.
fn too_late(model: &mut Model, number: usize) -> bool {
    let Screen::Lesson(lesson) = &model.screen else { return false };
    let fixed = questions::fixed(model, lesson)
        .and_then(|question| current_step(model, lesson)?.questions.get(question))
        .is_some_and(|question| (1..=question.options).contains(&number));
    if fixed {
        say(model, Tone::Info, phrase("app-predict-fixed"));
    }
    fixed
}

/// A task has run: what was predicted of it stays. An instructor asks again and again.
pub(super) fn fix(model: &mut Model, out: &mut Vec<Effect>, task: usize) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let Some(course) = model.course.lessons.get(lesson.lesson).filter(|_| model.teach.is_none()) else {
        return;
    };
    let Some(step) = course.steps.get(lesson.step) else { return };
    let Some(question) = step.questions.iter().position(|question| question.tasks.contains(&task)) else {
        return;
    };
    let progress = model.progress.lessons.entry(course.id.clone()).or_default();
    if progress.fixed.entry(step.id.clone()).or_default().insert(question) {
        save(model, out);
    }
}

/// `/predict N`.
pub(super) fn typed(model: &mut Model, out: &mut Vec<Effect>, argument: &str) {
    let Some((question, options)) = open(model) else {
        let fixed =
            matches!(&model.screen, Screen::Lesson(lesson) if questions::fixed(model, lesson).is_some());
        let key = if fixed { "app-predict-fixed" } else { "app-predict-nothing" };
        return say(model, Tone::Info, phrase(key));
    };
    match argument.parse::<usize>() {
        Ok(number) if (1..=options).contains(&number) => choose(model, out, question, number - 1),
        _ => {
            follow(model, question);
            say(model, Tone::Info, phrase("app-predict-which").with("last", options));
        }
    }
}

/// Where the learner has not predicted yet what Enter would show, that is asked for once; whether it was.
pub(super) fn asks_first(model: &mut Model, offered: &Offer, confirm: Option<Confirm>) -> bool {
    let Screen::Lesson(lesson) = &model.screen else { return false };
    let task = match offered {
        Offer::Run { task, .. } => Some(*task),
        Offer::Read | Offer::Next | Offer::Finish if !lesson.revisited && !questions::is_skipped(lesson) => {
            None
        }
        _ => return false,
    };
    if confirm == Some(Confirm::Unpredicted) {
        return false;
    }
    let Some((question, options)) = questions::unanswered(model, lesson, task) else { return false };
    model.confirm = Some(Confirm::Unpredicted);
    follow(model, question);
    let key = if task.is_some() { "app-predict-first" } else { "app-answer-first" };
    say(model, Tone::Info, phrase(key).with("last", options));
    true
}

/// The task has run: what was asked about it comes into sight, if that is known now.
pub(super) fn reveal(model: &mut Model, task: usize) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let Some(step) = current_step(model, lesson) else { return };
    let standings = questions::standings(model, lesson);
    let shown =
        |(question, standing): (&Question, &Standing)| question.tasks.contains(&task) && standing.revealed;
    if let Some(question) = step.questions.iter().zip(&standings).position(shown) {
        follow(model, question);
    }
}

/// The question that can be answered now, and how many answers it has.
fn open(model: &Model) -> Option<(usize, usize)> {
    let Screen::Lesson(lesson) = &model.screen else { return None };
    let question = questions::open(model, lesson)?;
    Some((question, current_step(model, lesson)?.questions.get(question)?.options))
}

fn choose(model: &mut Model, out: &mut Vec<Effect>, question: usize, chosen: usize) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let Some(course) = model.course.lessons.get(lesson.lesson) else { return };
    let Some(step) = course.steps.get(lesson.step) else { return };
    let waits =
        !step.challenge && step.questions.get(question).is_some_and(|question| !question.tasks.is_empty());
    let progress = model.progress.lessons.entry(course.id.clone()).or_default();
    let predictions = progress.predictions.entry(step.id.clone()).or_default();
    predictions.resize(predictions.len().max(step.questions.len()), None);
    predictions[question] = Some(chosen);
    journal::predicted(model, out, question, chosen);
    save(model, out);
    follow(model, question);
    if waits {
        say(model, Tone::Info, phrase("app-predicted").with("number", chosen + 1));
    }
}

fn follow(model: &mut Model, question: usize) {
    if let Screen::Lesson(lesson) = &mut model.screen {
        scroll::question(lesson, question);
    }
}
