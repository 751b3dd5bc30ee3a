//! The prompt: what is typed, in as many rows as it needs, and what Enter would run.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::row::{Row, Run};
use super::{Look, Theme, paint, within};
use crate::app::Model;
use crate::app::find::takes_keys;
use crate::app::layout::{self, SIGN};
use crate::app::offer::ghost;
use crate::app::prompt::{Search, row_of, rows};
use crate::app::sight::has_keys;
use crate::shell::{Class, highlight};
use crate::text::{Span, sanitize, width};

/// Draws the prompt; gives where the cursor is, unless keys go to a container.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, model: &Model, look: &Look) -> Option<Position> {
    let theme = &look.theme;
    if model.running.as_ref().is_some_and(|running| running.attached) {
        let text = look.word("ui-prompt-attached");
        let runs = vec![Span::new("❯ ", theme.dim), Span::new(text, theme.warning)];
        paint::row(buffer, area, &Row::from(runs));
        return None;
    }
    if model.selection.is_some_and(|selection| selection.is_by_keyboard()) {
        paint::row(buffer, area, &Row::of(look.word("ui-prompt-select"), theme.warning));
        return None;
    }
    if has_keys(model) {
        paint::row(buffer, area, &Row::of(look.word("panes-fold-keys"), theme.warning));
        return None;
    }
    if let Some(search) = &model.prompt.search {
        return searched(buffer, area, model, search, look);
    }
    if let Some(note) = looking(model, look) {
        let note = Span::new(format!("{note} ❯ "), theme.warning);
        let at = width(&note.text);
        paint::row(buffer, area, &Row::from(vec![note]));
        let ghost = ghost(model).unwrap_or_default();
        below(buffer, area, &ghost, 0, |row| vec![Span::new(&ghost[row.clone()], theme.ghost)]);
        return place(area, at, 0);
    }
    let typed = model.prompt.text.len();
    let text = format!("{}{}", model.prompt.text, ghost(model).unwrap_or_default());
    let rows = rows(&text, layout::prompt_cols(model));
    let at = row_of(&rows, model.prompt.cursor);
    let first = first_row(&rows, at, area);
    for (y, (index, row)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let mut runs = vec![sign(index, first, y + 1 == area.bottom() && index + 1 < rows.len(), theme)];
        runs.extend(colored(&model.prompt.text, &(row.start.min(typed)..row.end.min(typed)), look));
        runs.push(Span::new(&text[row.start.max(typed)..row.end.max(typed)], theme.ghost));
        paint::row(buffer, Rect { y, height: 1, ..area }, &Row::from(runs));
    }
    let x = width(text.get(rows[at].start..model.prompt.cursor).unwrap_or_default());
    place(area, usize::from(SIGN) + x, at - first)
}

/// What stands in front of a row: in the first and the last one in sight, that there is more.
fn sign(index: usize, first: usize, is_cut: bool, theme: &Theme) -> Run {
    match index {
        0 => Span::new("❯ ", theme.accent),
        _ if index == first => Span::new("↑ ", theme.dim),
        _ if is_cut => Span::new("↓ ", theme.dim),
        _ => Span::new("│ ", theme.dim),
    }
}

/// What `n` and `N` do at the empty prompt while matches are marked, so that nobody types them unawares.
fn looking(model: &Model, look: &Look) -> Option<String> {
    takes_keys(model).then(|| look.word("ui-prompt-find"))
}

/// The first of the prompt's rows in sight: so that the cursor's is, and the last one where that is possible.
pub(super) fn first_row(rows: &[Range<usize>], at: usize, area: Rect) -> usize {
    let shown = usize::from(area.height).max(1);
    at.min(rows.len().saturating_sub(shown)).max((at + 1).saturating_sub(shown))
}

fn place(area: Rect, x: usize, y: usize) -> Option<Position> {
    let (x, y) = (u16::try_from(x).unwrap_or(u16::MAX), u16::try_from(y).unwrap_or(u16::MAX));
    within(area, area.x.saturating_add(x).min(area.right().saturating_sub(1)), area.y.saturating_add(y))
}

/// What is searched for, and below it the line of the history that was found, the query's place in it in sight. The cursor
/// is where typing goes to: behind the query.
fn searched(
    buffer: &mut Buffer,
    area: Rect,
    model: &Model,
    search: &Search,
    look: &Look,
) -> Option<Position> {
    let theme = &look.theme;
    let key = if search.failed { "ui-prompt-search-failed" } else { "ui-prompt-search" };
    let label = format!("{} ", look.word(key));
    let query = sanitize(&search.query).into_owned();
    let at = width(&label) + width(&query);
    let style = if search.failed { theme.bad } else { theme.accent };
    paint::row(buffer, area, &Row::from(vec![Span::new(label, style), Span::new(query, theme.strong)]));
    let text = &model.prompt.text;
    below(buffer, area, text, model.prompt.cursor, |row| colored(text, row, look));
    place(area, at, 0)
}

/// A text in the rows below the first one, `cursor` in sight.
fn below(
    buffer: &mut Buffer,
    area: Rect,
    text: &str,
    cursor: usize,
    runs: impl Fn(&Range<usize>) -> Vec<Run>,
) {
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let rows = rows(text, usize::from(area.width.saturating_sub(SIGN)));
    let first = first_row(&rows, row_of(&rows, cursor), below);
    for (y, row) in (below.y..below.bottom()).zip(rows.iter().skip(first)) {
        let mut all = vec![Span::new("  ", Style::new())];
        all.extend(runs(row));
        paint::row(buffer, Rect { y, height: 1, ..below }, &Row::from(all));
    }
}

/// A part of `text`, coloured as the shell line that it belongs to; slash commands are plain.
fn colored(text: &str, part: &Range<usize>, look: &Look) -> Vec<Run> {
    let spans = if text.starts_with('/') { Vec::new() } else { highlight(text) };
    let mut runs = Vec::new();
    let mut at = part.start;
    for (span, class) in spans {
        let (start, end) = (span.start.clamp(at, part.end), span.end.clamp(at, part.end));
        runs.push(Span::new(&text[at..start], Style::new()));
        runs.push(Span::new(&text[start..end], style(class, &look.theme)));
        at = end;
    }
    runs.push(Span::new(&text[at..part.end], Style::new()));
    runs
}

/// How a part of a command line looks.
pub(super) fn style(class: Class, theme: &Theme) -> Style {
    match class {
        Class::Command => theme.strong,
        Class::Verb => theme.accent,
        Class::Flag => theme.code,
        Class::Quoted => theme.good.remove_modifier(Modifier::BOLD),
        Class::Operator => theme.warning,
        Class::Comment => theme.dim,
        Class::Error => theme.bad.add_modifier(Modifier::UNDERLINED),
    }
}
