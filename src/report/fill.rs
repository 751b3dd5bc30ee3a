//! A lesson's text with the learner's own values put in, made harmless.

use crate::lesson::{Block, Inline, ListItem, Values};
use crate::text::sanitize;

/// The blocks that a report repeats. Hints, questions, edits and what is for the instructor alone are left out.
pub(super) fn blocks(blocks: &[Block], values: &Values) -> Vec<Block> {
    blocks.iter().filter_map(|block| self::block(block, values)).collect()
}

/// Running text.
pub(super) fn inlines(text: &[Inline], values: &Values) -> Vec<Inline> {
    let fill = |inline: &Inline| match inline {
        Inline::Break => Inline::Break,
        Inline::Text { text, style, link } => Inline::Text {
            text: sanitize(&values.fill(text)).into_owned(),
            style: *style,
            // Links between lessons and to the glossary lead nowhere from here.
            link: link.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        },
    };
    text.iter().map(fill).collect()
}

fn block(block: &Block, values: &Values) -> Option<Block> {
    let text = |text: &[Inline]| inlines(text, values);
    let cells = |row: &[Vec<Inline>]| row.iter().map(|cell| text(cell)).collect::<Vec<_>>();
    Some(match block {
        Block::Paragraph(said) => Block::Paragraph(text(said)),
        Block::Heading(level, said) => Block::Heading(*level, text(said)),
        Block::List { start, items } => Block::List {
            start: *start,
            items: items
                .iter()
                .map(|item| ListItem { checked: item.checked, blocks: blocks(&item.blocks, values) })
                .collect(),
        },
        Block::Table { head, rows } => {
            Block::Table { head: cells(head), rows: rows.iter().map(|row| cells(row)).collect() }
        }
        Block::Alert(kind, within) => Block::Alert(*kind, blocks(within, values)),
        Block::Quote(within) => Block::Quote(blocks(within, values)),
        Block::Code(lang, code) => Block::Code(lang.clone(), sanitize(&values.fill(code)).into_owned()),
        Block::Rule => Block::Rule,
        Block::Console(_) | Block::Edit(_) | Block::Question(..) | Block::Notes(_) => return None,
    })
}
