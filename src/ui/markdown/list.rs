//! Lists, nested as deep as they come.

use ratatui::style::Style;

use super::Page;
use crate::lesson::{Block, ListItem};
use crate::text::{Span, width};
use crate::ui::row::{Row, prefixed};

/// A list; numbered from `start` where there is one.
pub(super) fn list(page: &Page<'_>, start: Option<u64>, items: &[ListItem], cols: usize) -> Vec<Row> {
    let style = page.context.look.theme.dim;
    let markers: Vec<String> =
        items.iter().enumerate().map(|(index, item)| marker(start, index, item.checked)).collect();
    let indent = markers.iter().map(|marker| width(marker)).max().unwrap_or(0);
    let loose = items.iter().any(|item| item.blocks.len() > 1 && !is_tight(&item.blocks));
    let mut out = Vec::new();
    for (item, marker) in items.iter().zip(markers) {
        if loose && !out.is_empty() {
            out.push(Row::default());
        }
        let mut rows = content(page, &item.blocks, cols.saturating_sub(indent));
        if rows.is_empty() {
            rows.push(Row::default());
        }
        let marker = format!("{}{marker}", " ".repeat(indent - width(&marker)));
        out.extend(prefixed(rows, &Span::new(marker, style), &Span::new(" ".repeat(indent), Style::new())));
    }
    out
}

fn marker(start: Option<u64>, index: usize, checked: Option<bool>) -> String {
    let number = start.map(|start| start.saturating_add(index as u64));
    match (number, checked) {
        (_, Some(true)) => "[x] ".to_owned(),
        (_, Some(false)) => "[ ] ".to_owned(),
        (Some(number), None) => format!("{number}. "),
        (None, None) => "• ".to_owned(),
    }
}

/// Whether an item is a line of text with a list below it, which needs no empty row between.
fn is_tight(blocks: &[Block]) -> bool {
    matches!(blocks, [Block::Paragraph(_), Block::List { .. }])
}

fn content(page: &Page<'_>, blocks: &[Block], cols: usize) -> Vec<Row> {
    if is_tight(blocks) {
        blocks.iter().flat_map(|block| page.block(block, cols)).collect()
    } else {
        page.blocks(blocks, cols)
    }
}
