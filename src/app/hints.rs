//! The hints of a step: its `> [!TIP]` alerts, wherever they stand.

use super::{Model, Screen};
use crate::lesson::{AlertKind, Block};

/// So many hints the current step has in the language shown.
pub fn count(model: &Model) -> usize {
    let Screen::Lesson(lesson) = &model.screen else { return 0 };
    let prose = model.course.lessons.get(lesson.lesson).and_then(|course| course.prose_in(&model.lang));
    prose.and_then(|prose| prose.steps.get(lesson.step)).map_or(0, |step| in_blocks(&step.blocks))
}

fn in_blocks(blocks: &[Block]) -> usize {
    blocks.iter().map(in_block).sum()
}

fn in_block(block: &Block) -> usize {
    match block {
        Block::Alert(AlertKind::Tip, _) => 1,
        Block::Alert(_, blocks) | Block::Quote(blocks) => in_blocks(blocks),
        Block::List { items, .. } => items.iter().map(|item| in_blocks(&item.blocks)).sum(),
        _ => 0,
    }
}
