//! Plain quotations.

use super::Page;
use crate::lesson::Block;
use crate::text::Span;
use crate::ui::row::{Row, prefixed};

/// A quotation, with a bar at its side.
pub(super) fn quote(page: &Page<'_>, blocks: &[Block], cols: usize) -> Vec<Row> {
    let bar = Span::new("│ ", page.context.look.theme.frame);
    prefixed(page.blocks(blocks, cols.saturating_sub(2)), &bar, &bar)
}
