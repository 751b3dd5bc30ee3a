//! The slash commands to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{area, boxed};
use crate::app::commands::Command;
use crate::app::{Measured, Model, palette};
use crate::text::{Span, pad, sanitize, width};
use crate::ui::row::{Row, apart, hanging};
use crate::ui::{Look, buttons, paint, within};

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
    measured: &mut Measured,
) -> Option<Position> {
    let theme = &look.theme;
    let all = palette::found(model, "");
    let found = palette::found(model, query);
    // As high as for all commands, so that the box does not jump while one types.
    let inner = area(screen, 76, all.len().min(MOST) + 2);
    boxed(buffer, inner, &look.word("ui-palette-title"), &look.word("ui-palette-keys"), look, measured);
    let query = sanitize(query);
    paint::row(
        buffer,
        inner,
        &Row::from(vec![Span::new("❯ ", theme.accent), Span::new(&*query, Style::new())]),
    );
    let list = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    let shown = usize::from(list.height);
    let name_cols = all.iter().map(|command| 1 + width(command.name)).max().unwrap_or(0);
    let mut rows: Vec<Row> = Vec::new();
    let mut at = 0..0;
    for (index, command) in found.into_iter().enumerate() {
        let entry = entry(command, name_cols, index == selected, look, usize::from(list.width));
        let first = rows.len();
        if index == selected {
            at = rows.len()..rows.len() + entry.len();
        }
        rows.extend(entry);
        for row in &mut rows[first..] {
            row.entry = Some(index);
        }
    }
    let first = at.end.saturating_sub(shown).min(at.start);
    if rows.is_empty() {
        paint::row(buffer, list, &Row::of(look.word("ui-palette-nothing"), theme.dim));
    }
    paint::rows(buffer, list, &rows[first..]);
    measured.buttons.extend(buttons::entries(list, &rows[first..]));
    let x = u16::try_from(2 + width(&query)).unwrap_or(u16::MAX);
    within(inner, inner.x.saturating_add(x).min(inner.right().saturating_sub(1)), inner.y)
}

/// A command with its description, whole, and its key where there is room for it.
fn entry(command: &Command, name_cols: usize, is_selected: bool, look: &Look, cols: usize) -> Vec<Row> {
    let theme = &look.theme;
    let style = |style| if is_selected { theme.selected } else { style };
    let name = format!(" {}  ", pad(&format!("/{}", command.name), name_cols));
    let name = Span::new(name, style(theme.code));
    let about = Span::new(look.say(&command.about()), style(Style::new()));
    let key = command.key.map(|key| Span::new(format!("{key} "), style(theme.dim)));
    let needed = width(&name.text) + width(&about.text);
    let mut rows = match key {
        Some(key) if needed + 1 + width(&key.text) <= cols => vec![apart(vec![name, about], vec![key], cols)],
        _ => hanging(&[name], &[about], cols),
    };
    for row in rows.iter_mut().filter(|_| is_selected) {
        row.fill = Some(theme.selected);
    }
    rows
}
