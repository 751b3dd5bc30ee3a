//! The prompt line: what is typed, and what Enter would run.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use super::row::{Row, Run, cut};
use super::{Look, Theme, paint, within};
use crate::app::Model;
use crate::app::offer::ghost;
use crate::app::sight::has_keys;
use crate::i18n::phrase;
use crate::shell::{Class, highlight};
use crate::text::{Span, width};

/// Draws the prompt line; gives where the cursor is, unless keys go to a container.
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
    let sign = sign(model, look);
    let sign_cols = width(&sign.text);
    let room = usize::from(area.width).saturating_sub(sign_cols);
    let text = &model.prompt.text;
    let (before, after) = text.split_at_checked(model.prompt.cursor).unwrap_or((text, ""));
    let rest = ghost(model).filter(|_| after.is_empty()).unwrap_or_default();
    let at = width(before);
    let needed = at + under_cursor(if after.is_empty() { &rest } else { after });
    // What is hidden on the left leaves a sign of itself.
    let hidden = if needed > room { needed + 1 - room } else { 0 };
    let (skipped, shown) = skip(text, hidden);
    let left = if skipped > 0 { "…" } else { "" };
    let mut line = vec![Span::new(left, theme.dim)];
    line.extend(colored(text, text.len() - shown.len(), look));
    line.push(Span::new(rest, theme.ghost));
    let mut runs = vec![sign];
    runs.extend(cut(line, room));
    paint::row(buffer, area, &Row::from(runs));
    let x = u16::try_from(sign_cols + width(left) + at - skipped).unwrap_or(u16::MAX);
    within(area, area.x.saturating_add(x).min(area.right().saturating_sub(1)), area.y)
}

/// Columns that have to be in sight from the cursor on: the character under it, or its place behind the last
/// one, and the sign that more follows.
fn under_cursor(rest: &str) -> usize {
    let mut graphemes = rest.graphemes(true);
    graphemes.next().map_or(1, |first| width(first).max(1)) + usize::from(graphemes.next().is_some())
}

/// What stands in front of the text.
fn sign(model: &Model, look: &Look) -> Run {
    let theme = &look.theme;
    match &model.prompt.search {
        Some(search) => {
            let key = if search.failed { "ui-prompt-search-failed" } else { "ui-prompt-search" };
            let said = look.say(&phrase(key).with("query", search.query.clone()));
            Span::new(format!("{said} "), theme.accent)
        }
        None => Span::new("❯ ", theme.accent),
    }
}

/// `text` from byte `from` on, coloured as the shell line that it is; slash commands are plain.
fn colored(text: &str, from: usize, look: &Look) -> Vec<Run> {
    let parts = if text.starts_with('/') { Vec::new() } else { highlight(text) };
    let mut runs = Vec::new();
    let mut at = from;
    for (span, class) in parts {
        let (start, end) = (span.start.max(at), span.end.max(at));
        runs.push(Span::new(&text[at..start], Style::new()));
        runs.push(Span::new(&text[start..end], style(class, &look.theme)));
        at = end;
    }
    runs.push(Span::new(&text[at..], Style::new()));
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
