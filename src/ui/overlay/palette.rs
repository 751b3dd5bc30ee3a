//! The slash commands to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{area, boxed};
use crate::app::{Model, palette};
use crate::text::{Span, pad, sanitize, width};
use crate::ui::row::{Row, apart};
use crate::ui::{Look, paint, within};

/// Commands shown at once.
const MOST: usize = 12;

/// Draws the query and the commands that it finds; gives where the cursor is.
pub(super) fn draw(
    buffer: &mut Buffer,
    screen: Rect,
    model: &Model,
    query: &str,
    selected: usize,
    look: &Look,
) -> Option<Position> {
    let theme = &look.theme;
    let all = palette::found(model, "");
    let found = palette::found(model, query);
    // As high as for all commands, so that the box does not jump while one types.
    let inner = area(screen, 76, all.len().min(MOST) + 2);
    boxed(buffer, inner, &look.word("ui-palette-title"), &look.word("ui-palette-keys"), look);
    let query = sanitize(query);
    paint::row(
        buffer,
        inner,
        &Row::from(vec![Span::new("❯ ", theme.accent), Span::new(&*query, Style::new())]),
    );
    let list = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    let shown = usize::from(list.height);
    let first = (selected + 1).saturating_sub(shown);
    let name_cols = all.iter().map(|command| 1 + width(command.name)).max().unwrap_or(0);
    let rows: Vec<Row> = found
        .iter()
        .enumerate()
        .skip(first)
        .take(shown)
        .map(|(index, command)| {
            let is_selected = index == selected;
            let style = |style| if is_selected { theme.selected } else { style };
            let left = vec![
                Span::new(format!(" {}  ", pad(&format!("/{}", command.name), name_cols)), style(theme.code)),
                Span::new(look.say(&command.about()), style(Style::new())),
            ];
            let right = command.key.map(|key| Span::new(format!("{key} "), style(theme.dim)));
            let mut row = apart(left, right.into_iter().collect(), usize::from(list.width));
            row.fill = is_selected.then_some(theme.selected);
            row
        })
        .collect();
    if rows.is_empty() {
        paint::row(buffer, list, &Row::of(look.word("ui-palette-nothing"), theme.dim));
    }
    paint::rows(buffer, list, &rows);
    let x = u16::try_from(2 + width(&query)).unwrap_or(u16::MAX);
    within(inner, inner.x.saturating_add(x).min(inner.right().saturating_sub(1)), inner.y)
}
