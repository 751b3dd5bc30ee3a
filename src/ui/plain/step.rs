//! A step's text, and what becomes new in it while the step goes on.

use std::cell::{Cell, RefCell};

use super::Narrator;
use super::page::Page;
use super::prose::Prose;
use crate::app::offer::{Solution, current_step, is_explained, solution};
use crate::app::{LessonModel, Model, Screen, questions};
use crate::i18n::phrase;
use crate::lesson::{AlertKind, Block, StepProse};
use crate::ui::Look;

/// What of a step has been told.
#[derive(Debug, Default)]
pub(super) struct Told {
    hints: usize,
    explained: bool,
    solution: bool,
    /// By question: whether the answer was told.
    revealed: Vec<bool>,
}

/// Tells where the learner is and the step's text; gives what was told with it.
pub(super) fn tell(page: &mut Page, model: &Model, lesson: &LessonModel, look: &Look) -> Told {
    let Some((intro, text)) = prose(model, lesson) else { return Told::default() };
    let standings = questions::standings(model, lesson);
    let Some(reader) = reader(model, lesson, look, &standings) else { return Told::default() };
    let course = model.course.lessons.get(lesson.lesson);
    let title =
        course.and_then(|course| Some(course.prose_in(&model.lang)?.title.as_str())).unwrap_or_default();
    page.part();
    if lesson.step == 0 {
        page.say(&look.say(&phrase("plain-lesson-title").with("title", title)));
        page.part();
        let rows = reader.blocks(intro, page.cols());
        page.rows(rows);
        page.part();
    }
    let count = course.map_or(0, |course| course.steps.len());
    let step = phrase("ui-step").with("number", lesson.step + 1).with("count", count);
    page.say(&look.say(&phrase("plain-step").with("step", step).with("title", text.title.as_str())));
    page.part();
    let rows = reader.blocks(&text.blocks, page.cols());
    page.rows(rows);
    page.part();
    let hidden = reader.hints_seen.get().saturating_sub(lesson.hints);
    if hidden > 0 && !reader.passed {
        let hints = phrase("ui-lesson-more-hints").with("count", hidden).with("shown", lesson.hints);
        page.say(&look.say(&hints));
    }
    let words = reader.words.borrow();
    if !words.is_empty() {
        let words = words.join(&look.word("ui-separator"));
        page.say(&look.say(&phrase("plain-words").with("words", words)));
    }
    Told {
        hints: lesson.hints,
        explained: reader.passed,
        solution: reader.solution == Solution::Shown,
        revealed: standings.iter().map(|standing| standing.revealed).collect(),
    }
}

/// The lesson's own text, where the step is its first, and the step's.
fn prose<'a>(model: &'a Model, lesson: &LessonModel) -> Option<(&'a [Block], &'a StepProse)> {
    let prose = model.course.lessons.get(lesson.lesson)?.prose_in(&model.lang)?;
    Some((&prose.intro[..], prose.steps.get(lesson.step)?))
}

fn reader<'a>(
    model: &'a Model,
    lesson: &'a LessonModel,
    look: &'a Look,
    questions: &'a [questions::Standing],
) -> Option<Prose<'a>> {
    let step = current_step(model, lesson)?;
    Some(Prose {
        look,
        values: &lesson.values,
        step,
        hints: lesson.hints,
        passed: is_explained(step, lesson),
        questions,
        solution: solution(step, lesson),
        hints_seen: Cell::new(0),
        solution_said: Cell::new(false),
        words: RefCell::default(),
    })
}

impl Narrator {
    /// Hints, answers and a solution that have become known since the step's text was told.
    pub(super) fn step(&mut self, model: &Model, look: &Look) {
        let Screen::Lesson(lesson) = &model.screen else { return };
        if !self.is_there(model) {
            return;
        }
        let standings = questions::standings(model, lesson);
        let Some((_, text)) = prose(model, lesson) else { return };
        let Some(reader) = reader(model, lesson, look, &standings) else { return };
        let told = &mut self.told.step;
        let cols = self.page.cols();
        let mut rows = Vec::new();
        if lesson.hints > told.hints {
            let hints = alerts(&text.blocks, AlertKind::Tip);
            for hint in hints.get(told.hints..lesson.hints.min(hints.len())).unwrap_or_default() {
                rows.extend(reader.alert(AlertKind::Tip, hint, cols));
            }
            told.hints = lesson.hints;
        }
        told.revealed.resize(standings.len(), false);
        for (index, standing) in standings.iter().enumerate() {
            if standing.revealed && !std::mem::replace(&mut told.revealed[index], true) {
                visit(&text.blocks, &mut |block| {
                    if let Block::Question(question, choices) = block
                        && *question == index
                    {
                        rows.extend(reader.question(index, choices, cols));
                    }
                });
            }
        }
        if reader.solution == Solution::Shown && !std::mem::replace(&mut told.solution, true) {
            visit(&text.blocks, &mut |block| {
                if matches!(block, Block::Console(_) | Block::Edit(_)) {
                    rows.extend(reader.blocks(std::slice::from_ref(block), cols));
                }
            });
        }
        self.page.rows(rows);
    }

    /// The explanation, once the step has passed.
    pub(super) fn explanation(&mut self, model: &Model, look: &Look) {
        let Screen::Lesson(lesson) = &model.screen else { return };
        // The verdict comes before it.
        if !self.is_there(model) || model.running.is_some() || lesson.judging {
            return;
        }
        let Some((_, text)) = prose(model, lesson) else { return };
        let Some(reader) = reader(model, lesson, look, &[]) else { return };
        if !reader.passed || std::mem::replace(&mut self.told.step.explained, true) {
            return;
        }
        for note in alerts(&text.blocks, AlertKind::Note) {
            let rows = reader.alert(AlertKind::Note, note, self.page.cols());
            self.page.rows(rows);
        }
    }
}

/// The alerts of a kind, wherever they stand.
fn alerts(blocks: &[Block], kind: AlertKind) -> Vec<&[Block]> {
    let mut found = Vec::new();
    visit(blocks, &mut |block| {
        if let Block::Alert(is, inner) = block
            && *is == kind
        {
            found.push(&inner[..]);
        }
    });
    found
}

/// Looks at every block, those inside of others too.
fn visit<'a>(blocks: &'a [Block], look: &mut impl FnMut(&'a Block)) {
    for block in blocks {
        look(block);
        match block {
            Block::Alert(_, inner) | Block::Quote(inner) => visit(inner, look),
            Block::List { items, .. } => items.iter().for_each(|item| visit(&item.blocks, look)),
            _ => {}
        }
    }
}
