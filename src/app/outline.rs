//! The steps of a lesson as headings to jump to.

use nucleo::Utf32String;

use super::fuzzy::Fuzzy;
use super::{LessonModel, Model};

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its title in the language shown.
    pub title: String,
    /// Whether it has passed or been read.
    pub done: bool,
}

/// The steps of the open lesson, in order.
pub fn headings(model: &Model, lesson: &LessonModel) -> Vec<Heading> {
    let Some(course) = model.course.lessons.get(lesson.lesson) else { return Vec::new() };
    let Some(prose) = course.prose_in(&model.lang) else { return Vec::new() };
    let done = model.progress.lessons.get(&course.id).map(|progress| &progress.done);
    let heading = |(step, text): (&crate::lesson::Step, &crate::lesson::StepProse)| Heading {
        title: text.title.clone(),
        done: done.is_some_and(|done| done.contains(&step.id)),
    };
    course.steps.iter().zip(&prose.steps).map(heading).collect()
}

/// The step that was meant: by its number from 1, by its id, or by what its title is like in the language shown.
pub(super) fn find(model: &Model, lesson: &LessonModel, typed: &str) -> Option<usize> {
    let typed = typed.trim();
    let steps = &model.course.lessons.get(lesson.lesson)?.steps;
    if let Ok(number) = typed.parse::<usize>() {
        return number.checked_sub(1).filter(|index| *index < steps.len());
    }
    if let Some(step) = steps.iter().position(|step| step.id == typed) {
        return Some(step);
    }
    let mut fuzzy = Fuzzy::new(typed);
    let mut best: Option<(u32, usize)> = None;
    for (index, heading) in headings(model, lesson).iter().enumerate() {
        if heading.title == typed {
            return Some(index);
        }
        let score = fuzzy.score(&Utf32String::from(heading.title.as_str()));
        // Of those that fit alike the first stays.
        if let Some(score) = score.filter(|score| best.is_none_or(|(most, _)| *score > most)) {
            best = Some((score, index));
        }
    }
    best.map(|(_, index)| index)
}
