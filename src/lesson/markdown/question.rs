//! Questions: task lists of which one item is ticked.

use std::ops::Range;

use super::{QuestionDraft, Reader, Sections, Shape, first_line};
use crate::i18n::phrase;
use crate::lesson::{Block, Choice, ListItem};

/// How many answers there may be: each has a key of its own, `1` to `9`.
const OPTIONS: std::ops::RangeInclusive<usize> = 2..=9;

impl Reader<'_> {
    /// A list, or a question where an item of it is ticked.
    pub(super) fn list(
        &mut self,
        start: Option<u64>,
        items: Vec<(ListItem, Range<usize>)>,
        span: Range<usize>,
    ) -> Block {
        let ticked: Vec<usize> =
            (0..items.len()).filter(|index| items[*index].0.checked == Some(true)).collect();
        let Some(right) = ticked.first().copied() else {
            return Block::List { start, items: items.into_iter().map(|(item, _)| item).collect() };
        };
        let line = first_line(self.source.text, span);
        let in_step =
            self.sections == Sections::Steps && self.depth == 1 && self.document.sections.last().is_some();
        if !in_step {
            self.fault(line, "lesson-question-misplaced", "lesson-question-misplaced-help");
            return Block::List { start, items: items.into_iter().map(|(item, _)| item).collect() };
        }
        if let Some(second) = ticked.get(1) {
            self.fault(
                items[*second].1.clone(),
                "lesson-question-two-right",
                "lesson-question-two-right-help",
            );
        }
        if !OPTIONS.contains(&items.len()) {
            let what = phrase("lesson-question-count").with("count", items.len());
            self.problems.push(self.source.problem(line.clone(), what).help("lesson-question-count-help"));
        }
        let options = items.len();
        let choices = items.into_iter().map(|(item, at)| self.choice(item, at)).collect();
        let Some(section) = self.document.sections.last_mut() else {
            return Block::Question(0, choices);
        };
        let asked = matches!(section.shapes.last(), Some((Shape::Paragraph, _)));
        let task = section.tasks.len();
        section.questions.push(QuestionDraft { tasks: task..task, options, right, span: line.clone() });
        let index = section.questions.len() - 1;
        if !asked {
            self.fault(line, "lesson-question-unasked", "lesson-question-unasked-help");
        }
        Block::Question(index, choices)
    }

    fn choice(&mut self, item: ListItem, at: Range<usize>) -> Choice {
        if item.checked.is_none() {
            self.fault(at.clone(), "lesson-question-no-box", "lesson-question-no-box-help");
        }
        if item.blocks.iter().any(acts) {
            self.fault(at.clone(), "lesson-console-misplaced", "lesson-question-misplaced-help");
        }
        let mut blocks = item.blocks.into_iter();
        let Some(Block::Paragraph(text)) = blocks.next() else {
            self.fault(at, "lesson-question-no-text", "lesson-question-no-text-help");
            return Choice::default();
        };
        Choice { text, reason: blocks.collect() }
    }

    /// Finds tasks that more than one question stands before.
    pub(super) fn two_before_one_task(&mut self) {
        let mut found = Vec::new();
        for section in &self.document.sections {
            for pair in section.questions.windows(2) {
                if let [first, second] = pair
                    && first.tasks == second.tasks
                    && !second.tasks.is_empty()
                {
                    found.push(second.span.clone());
                }
            }
        }
        for span in found {
            self.fault(span, "lesson-question-two", "lesson-question-two-help");
        }
    }

    fn fault(&mut self, at: Range<usize>, what: &'static str, help: &'static str) {
        self.problems.push(self.source.problem(at, phrase(what)).help(help));
    }
}

/// Whether a block holds something to do.
fn acts(block: &Block) -> bool {
    match block {
        Block::Console(_) | Block::Edit(_) => true,
        Block::List { items, .. } => items.iter().any(|item| item.blocks.iter().any(acts)),
        Block::Quote(blocks) | Block::Alert(_, blocks) => blocks.iter().any(acts),
        _ => false,
    }
}
