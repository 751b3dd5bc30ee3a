//! The instructor's notes: a strip below the lesson, and a sheet with all of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::panes::title;
use super::row::{Row, rows};
use super::{Look, paint};
use crate::app::Model;
use crate::app::layout::inner;
use crate::app::teach::{Page, page};
use crate::i18n::phrase;
use crate::text::{Span, sanitize};

/// Draws the strip.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, model: &Model, look: &Look) {
    let theme = &look.theme;
    let page = page(model, &look.translator);
    let inside = inner(area);
    let content = rows_of(&page, look, usize::from(inside.width));
    let shown = usize::from(inside.height);
    let note = (content.len() > shown).then(|| {
        let more = phrase("teach-more").with("count", content.len() - shown);
        Span::new(look.say(&more), theme.dim)
    });
    title(
        buffer,
        area,
        &[Span::new(format!(" {} ", look.word("teach-notes")), theme.strong)],
        note.as_slice(),
        look,
    );
    paint::rows(buffer, inside, &content);
}

/// What a page says, in rows: the minutes, what comes next, the notes.
pub(super) fn rows_of(page: &Page, look: &Look, cols: usize) -> Vec<Row> {
    let theme = &look.theme;
    let text = |text: &str, style: Style| rows(&[Span::new(sanitize(text).into_owned(), style)], cols);
    let mut out = text(&page.pace, if page.late { theme.warning } else { theme.dim });
    out.extend(text(&page.next, theme.accent));
    if page.notes.is_empty() {
        out.extend(text(&look.word("teach-no-notes"), theme.dim));
    }
    for paragraph in &page.notes {
        out.extend(text(paragraph, Style::new()));
    }
    out
}
