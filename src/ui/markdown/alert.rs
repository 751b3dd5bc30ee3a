//! Alerts: hints, explanations, warnings.

use ratatui::style::Style;

use super::Page;
use crate::lesson::{AlertKind, Block};
use crate::text::Span;
use crate::ui::row::{Row, prefixed};
use crate::ui::theme::Theme;

/// An alert with its label, and a bar at its side.
pub(super) fn alert(page: &Page<'_>, kind: AlertKind, blocks: &[Block], cols: usize) -> Vec<Row> {
    let look = page.context.look;
    let style = style(&look.theme, kind);
    let newest = kind == AlertKind::Tip && page.hints_seen.get() == page.context.hints;
    let mut rows = vec![Row::of(look.word(label(kind)), style)];
    rows.extend(page.blocks(blocks, cols.saturating_sub(2)));
    for row in &mut rows {
        row.hint |= newest;
        row.explanation |= kind == AlertKind::Note;
    }
    let bar = Span::new("▌ ", style);
    prefixed(rows, &bar, &bar)
}

fn style(theme: &Theme, kind: AlertKind) -> Style {
    match kind {
        AlertKind::Tip => theme.good,
        AlertKind::Note => theme.accent,
        AlertKind::Important => theme.value,
        AlertKind::Warning => theme.warning,
        AlertKind::Caution => theme.bad,
    }
}

fn label(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::Tip => "ui-alert-tip",
        AlertKind::Note => "ui-alert-note",
        AlertKind::Important => "ui-alert-important",
        AlertKind::Warning => "ui-alert-warning",
        AlertKind::Caution => "ui-alert-caution",
    }
}
