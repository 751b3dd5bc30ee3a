//! The alerts of a step, wherever they stand: its hints and its explanation.

use super::{Model, Screen};
use crate::lesson::{AlertKind, Block};

/// So many alerts of a kind the current step has in the language shown.
pub fn count(model: &Model, kind: AlertKind) -> usize {
    let Screen::Lesson(lesson) = &model.screen else { return 0 };
    let prose = model.course.lessons.get(lesson.lesson).and_then(|course| course.prose_in(&model.lang));
    prose.and_then(|prose| prose.steps.get(lesson.step)).map_or(0, |step| in_blocks(&step.blocks, kind))
}

fn in_blocks(blocks: &[Block], kind: AlertKind) -> usize {
    blocks.iter().map(|block| in_block(block, kind)).sum()
}

fn in_block(block: &Block, kind: AlertKind) -> usize {
    match block {
        Block::Alert(found, blocks) => usize::from(*found == kind) + in_blocks(blocks, kind),
        Block::Quote(blocks) => in_blocks(blocks, kind),
        Block::List { items, .. } => items.iter().map(|item| in_blocks(&item.blocks, kind)).sum(),
        _ => 0,
    }
}
