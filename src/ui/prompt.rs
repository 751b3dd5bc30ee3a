//! The prompt: what is typed, in as many rows as it needs, and what Enter would run.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::row::{Row, Run, cut};
use super::{Look, Theme, paint, within};
use crate::app::Model;
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
        let mut runs = vec![Span::new(format!("{note} ❯ "), theme.warning)];
        let at = Row::from(runs.clone()).width();
        runs.extend(ghost(model).map(|ghost| Span::new(ghost, theme.ghost)));
        paint::row(buffer, area, &Row::from(cut(runs, usize::from(area.width))));
        return place(area, at, 0);
    }
    let text = &model.prompt.text;
    let rows = rows(text, layout::prompt_cols(model));
    let at = row_of(&rows, model.prompt.cursor);
    let first = first_row(&rows, at, area);
    let behind = text.get(model.prompt.cursor..).unwrap_or_default();
    let ghost = ghost(model).filter(|_| behind.is_empty()).unwrap_or_default();
    for (y, (index, row)) in (area.y..area.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let sign = if index == 0 { "❯ " } else { "│ " };
        let mut runs = colored(text, row, look);
        if row.end == text.len() {
            runs.push(Span::new(&*ghost, theme.ghost));
        }
        let mut all = vec![Span::new(sign, if index == 0 { theme.accent } else { theme.dim })];
        all.extend(cut(runs, usize::from(area.width.saturating_sub(SIGN))));
        paint::row(buffer, Rect { y, height: 1, ..area }, &Row::from(all));
    }
    let x = width(text.get(rows[at].start..model.prompt.cursor).unwrap_or_default());
    place(area, usize::from(SIGN) + x, at - first)
}

/// What `n` and `N` do at the empty prompt while matches are marked, so that nobody types them unawares.
fn looking(model: &Model, look: &Look) -> Option<String> {
    let takes = model.find.on && model.overlay.is_none() && model.prompt.text.is_empty();
    takes.then(|| look.word("ui-prompt-find"))
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

/// The line of the history that was found, on one row, the query's place in it in sight. The cursor is where typing goes
/// to: behind the query.
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
    let room = usize::from(area.width).saturating_sub(at + 3);
    let text = model.prompt.text.replace('\n', " ");
    let needed = width(text.get(..model.prompt.cursor).unwrap_or(&text)) + 1;
    let hidden = if needed > room { needed + 1 - room } else { 0 };
    let (skipped, shown) = skip(&text, hidden);
    let mut line = vec![Span::new(if skipped > 0 { "…" } else { "" }, theme.dim)];
    line.extend(colored(&text, &(text.len() - shown.len()..text.len()), look));
    let style = if search.failed { theme.bad } else { theme.accent };
    let mut runs =
        vec![Span::new(label, style), Span::new(query, theme.strong), Span::new("  ", Style::new())];
    runs.extend(cut(line, room));
    paint::row(buffer, area, &Row::from(runs));
    place(area, at, 0)
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

/// `text` without its first graphemes, as many as take at least `cols` columns; and the columns that are gone.
fn skip(text: &str, cols: usize) -> (usize, &str) {
    let mut skipped = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        if skipped >= cols {
            return (skipped, &text[at..]);
        }
        skipped += width(grapheme);
    }
    if cols == 0 { (0, text) } else { (skipped, "") }
}
