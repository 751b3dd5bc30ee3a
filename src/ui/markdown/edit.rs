//! `diff` blocks: an edit that the learner makes to a file, with how it stands.

use ratatui::style::Style;

use super::Page;
use crate::text::{Span, sanitize};
use crate::ui::code::{Language, pieces};
use crate::ui::row::{Row, Run, hanging};

/// The file's name, marked where the edit comes next and ticked where it has been made, and its lines with their
/// signs.
pub(super) fn edit(page: &Page<'_>, index: usize, cols: usize) -> Vec<Row> {
    let theme = &page.context.look.theme;
    let Some(edit) = page.context.step.edits.get(index) else { return Vec::new() };
    let due = page.context.due == Some(index);
    let mark = if due {
        Span::new("▶ ", theme.accent)
    } else if page.context.edits.get(index).is_some_and(|made| *made) {
        Span::new("✓ ", theme.good)
    } else {
        Span::new("  ", Style::new())
    };
    let mut out = hanging(&[mark], &[Span::new(sanitize(&edit.path), theme.strong)], cols);
    let language = Language::of_path(&edit.path);
    for line in edit.diff.trim_end_matches('\n').split('\n') {
        let style = match line.bytes().next() {
            Some(b'+') => theme.good,
            Some(b'-') => theme.bad,
            Some(b'@') => theme.dim,
            _ => Style::new(),
        };
        // As it will stand in the file: no value and no other port takes its place there.
        let (sign, rest) = line.split_at(line.chars().next().map_or(0, char::len_utf8));
        let indent = rest.len() - rest.trim_start_matches(' ').len();
        let indent = indent.min(cols / 2);
        let first = [Span::new(format!("  {sign}{}", " ".repeat(indent)), style)];
        // The signs have the colours of what changes; what stays has its own.
        let language = language.filter(|_| sign == " ");
        let runs: Vec<Run> = pieces(language, &rest[indent..], style, theme)
            .into_iter()
            .map(|(span, style)| Span::new(sanitize(&rest[indent..][span]), style))
            .collect();
        out.extend(hanging(&first, &runs, cols.saturating_sub(1)));
    }
    for row in &mut out {
        row.fill = Some(theme.block);
        row.current = due;
    }
    out
}
