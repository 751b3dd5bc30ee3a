//! Questions: answers to choose from, each with its key; once it is known, prediction and result side by side.

use ratatui::style::Style;

use super::Page;
use crate::lesson::Choice;
use crate::text::{Span, width};
use crate::ui::row::{Row, prefixed};

/// The answers to the question with that index.
pub(super) fn question(page: &Page<'_>, _index: usize, choices: &[Choice], cols: usize) -> Vec<Row> {
    let theme = &page.context.look.theme;
    let mut out = Vec::new();
    for (index, choice) in choices.iter().enumerate() {
        let marker = format!("{}  ", index + 1);
        let indent = width(&marker);
        let rows = page.paragraph(&choice.text, Style::new(), cols.saturating_sub(indent));
        out.extend(prefixed(
            rows,
            &Span::new(marker, theme.strong),
            &Span::new(" ".repeat(indent), Style::new()),
        ));
    }
    out
}
