//! Code blocks that only illustrate.

use ratatui::style::Style;

use super::{Page, inline};
use crate::text::Span;
use crate::ui::code::Language;
use crate::ui::row::{Row, hanging};

/// A block of code on a ground of its own; long lines are continued with an indent.
pub(super) fn code(page: &Page<'_>, language: &str, text: &str, cols: usize) -> Vec<Row> {
    let language = Language::of_fence(language);
    text.trim_end_matches('\n').split('\n').flat_map(|line| line_rows(page, line, language, cols)).collect()
}

/// One line of code in rows.
fn line_rows(page: &Page<'_>, line: &str, language: Option<Language>, cols: usize) -> Vec<Row> {
    let fill = page.context.look.theme.block;
    let indent = line.len() - line.trim_start_matches(' ').len();
    // A line that is indented further than the half of a row leaves no room for itself.
    let indent = indent.min(cols / 2);
    let first = [Span::new(format!(" {}", " ".repeat(indent)), Style::new())];
    let runs = inline::code(page, &line[indent..], language, Style::new());
    let mut rows = hanging(&first, &runs, cols.saturating_sub(1));
    for row in &mut rows {
        row.fill = Some(fill);
    }
    rows
}
