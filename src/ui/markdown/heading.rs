//! Headings: the step's own, and those below it.

use ratatui::style::Modifier;

use super::{Page, inline};
use crate::lesson::Inline;
use crate::text::{Span, sanitize};
use crate::ui::row::{Row, hanging, rows};

/// The step's title.
pub(super) fn step(page: &Page<'_>, title: &str, cols: usize) -> Vec<Row> {
    let style = page.context.look.theme.accent;
    hanging(&[Span::new("▌ ", style)], &[Span::new(sanitize(title), style)], cols)
}

/// A heading of level 3 to 6.
pub(super) fn heading(page: &Page<'_>, level: u8, inlines: &[Inline], cols: usize) -> Vec<Row> {
    let theme = &page.context.look.theme;
    let style = if level <= 3 { theme.accent } else { theme.strong };
    let style = if level == 4 { style.add_modifier(Modifier::UNDERLINED) } else { style };
    rows(&inline::runs(page, inlines, style), cols)
}
