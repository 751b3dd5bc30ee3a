//! `diff` blocks: an edit that the learner makes to a file.

use ratatui::style::Style;

use super::{Page, code};
use crate::text::{Span, sanitize};
use crate::ui::row::{Row, rows};

/// The file's name, and its lines with their signs.
pub(super) fn edit(page: &Page<'_>, index: usize, cols: usize) -> Vec<Row> {
    let theme = &page.context.look.theme;
    let Some(edit) = page.context.step.edits.get(index) else { return Vec::new() };
    let mut out = rows(&[Span::new(sanitize(&edit.path), theme.strong)], cols);
    for line in edit.diff.trim_end_matches('\n').split('\n') {
        let style = match line.bytes().next() {
            Some(b'+') => theme.good,
            Some(b'-') => theme.bad,
            Some(b'@') => theme.dim,
            _ => Style::new(),
        };
        out.extend(code::line_rows(page, line, style, cols));
    }
    out
}
