//! The links of what is being read, to be followed by key.

use super::offer::{Solution, is_explained, solution};
use super::{Model, Screen};
use crate::lesson::{AlertKind, Block, Inline, word_of};

/// One link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What is linked, as it stands in the text.
    pub text: String,
    /// Where it leads.
    pub target: Target,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To a word of the glossary: its id.
    Word(String),
    /// To an address, the learner's own ports put in.
    Url(String),
}

/// The links of the current step's text as far as it is shown, or of a word's explanation; each target once.
pub fn links(model: &Model, word: Option<&str>) -> Vec<Link> {
    let mut out = Vec::new();
    if let Some(id) = word {
        let shown = Shown { hints: usize::MAX, notes: true, reasons: true };
        let blocks = model.course.glossary.word(&model.lang, id).map_or(&[][..], |word| &word.text);
        in_blocks(model, blocks, shown, &mut 0, &mut out);
        out.retain(|link| link.target != Target::Word(id.to_owned()));
        return out;
    }
    let Screen::Lesson(lesson) = &model.screen else { return out };
    let Some(course) = model.course.lessons.get(lesson.lesson) else { return out };
    let Some(prose) = course.prose_in(&model.lang) else { return out };
    let (Some(step), Some(text)) = (course.steps.get(lesson.step), prose.steps.get(lesson.step)) else {
        return out;
    };
    let passed = is_explained(step, lesson);
    let told = passed || solution(step, lesson) == Solution::Shown;
    let shown = Shown { hints: lesson.hints, notes: passed, reasons: told };
    let intro = if lesson.step == 0 { &prose.intro[..] } else { &[] };
    let hints = &mut 0;
    in_blocks(model, intro, shown, hints, &mut out);
    in_blocks(model, &text.blocks, shown, hints, &mut out);
    for link in &mut out {
        if let Target::Url(url) = &mut link.target {
            *url = lesson.values.fill(url);
        }
    }
    out
}

/// Which parts of a text are shown.
#[derive(Clone, Copy)]
struct Shown {
    hints: usize,
    notes: bool,
    reasons: bool,
}

fn in_blocks(model: &Model, blocks: &[Block], shown: Shown, hints: &mut usize, out: &mut Vec<Link>) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => in_inlines(model, inlines, out),
            Block::List { items, .. } => {
                for item in items {
                    in_blocks(model, &item.blocks, shown, hints, out);
                }
            }
            Block::Table { head, rows } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| in_inlines(model, cell, out));
            }
            Block::Quote(blocks) => in_blocks(model, blocks, shown, hints, out),
            Block::Alert(kind, blocks) => {
                *hints += usize::from(*kind == AlertKind::Tip);
                let seen = match kind {
                    AlertKind::Tip => *hints <= shown.hints,
                    AlertKind::Note => shown.notes,
                    AlertKind::Important | AlertKind::Warning | AlertKind::Caution => true,
                };
                if seen {
                    in_blocks(model, blocks, shown, hints, out);
                }
            }
            Block::Question(_, choices) => {
                for choice in choices {
                    in_inlines(model, &choice.text, out);
                    if shown.reasons {
                        in_blocks(model, &choice.reason, shown, hints, out);
                    }
                }
            }
            Block::Code(..) | Block::Console(_) | Block::Edit(_) | Block::Rule | Block::Notes(_) => {}
        }
    }
}

fn in_inlines(model: &Model, inlines: &[Inline], out: &mut Vec<Link>) {
    let mut before = None;
    for inline in inlines {
        let Inline::Text { text, link, .. } = inline else { continue };
        let goes_on = std::mem::replace(&mut before, link.as_ref()) == link.as_ref();
        let Some(url) = link else { continue };
        let target = match word_of(url).or_else(|| url.strip_prefix('#')) {
            Some(id) if model.course.glossary.word(&model.lang, id).is_some() => Target::Word(id.to_owned()),
            Some(_) => continue,
            None => Target::Url(url.clone()),
        };
        match out.iter_mut().find(|link| link.target == target) {
            // A link in several looks comes in several parts.
            Some(known) if goes_on => known.text.push_str(text),
            Some(_) => {}
            None => out.push(Link { text: text.clone(), target }),
        }
    }
}
