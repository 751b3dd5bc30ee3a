//! The instructor's notes: a strip below the lesson, and a sheet with all of them.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::panes::title;
use super::row::{Row, Run, apart, rows};
use super::{Look, paint};
use crate::app::layout::inner;
use crate::app::teach::{Mood, Page, page};
use crate::app::{Measure, Model};
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
        out.extend(rows(&with_code(&sanitize(paragraph), theme.code), cols));
    }
    out
}

/// A note with what stands between backticks in the style of code; a backtick without another one stays as it is.
fn with_code(note: &str, code: Style) -> Vec<Run> {
    let parts: Vec<&str> = note.split('`').collect();
    let paired = parts.len() - (parts.len() + 1) % 2;
    let mut out: Vec<Run> = parts[..paired]
        .iter()
        .enumerate()
        .map(|(at, part)| Span::new(*part, if at % 2 == 1 { code } else { Style::new() }))
        .collect();
    out.extend(parts[paired..].iter().map(|rest| Span::new(format!("`{rest}"), Style::new())));
    out
}

/// Draws the whole screen of a terminal that shows the notes alone: what the program tells of, or that there is none.
/// Gives how much of it is shown.
pub fn notes(frame: &mut Frame<'_>, page: Option<&Page>, look: &Look, scroll: usize) -> Measure {
    let theme = &look.theme;
    let screen = frame.area();
    let buffer = frame.buffer_mut();
    buffer.set_style(screen, theme.base);
    let side = u16::from(screen.width > 20) * 2;
    let inside = Rect {
        x: side,
        y: 2,
        width: screen.width.saturating_sub(2 * side),
        height: screen.height.saturating_sub(4),
    };
    let cols = usize::from(inside.width);
    let content = match page {
        Some(page) => sheet(page, look, cols),
        None => rows(&[Span::new(look.word("teach-nobody"), Style::new())], cols),
    };
    let mut measure = Measure {
        rows: content.len(),
        shown: usize::from(inside.height),
        first: scroll,
        ..Measure::default()
    };
    measure.first = scroll.min(measure.last_first());
    paint::rows(buffer, inside, &content[measure.first..]);
    let name = vec![
        Span::new(" netdojo ", theme.brand),
        Span::new(format!(" {}", look.word("teach-notes")), theme.strong),
    ];
    let clock = Span::new(page.map(|page| format!("{} ", page.clock)).unwrap_or_default(), theme.strong);
    let mut head = apart(name, vec![clock], usize::from(screen.width));
    head.fill = Some(theme.bar);
    paint::row(buffer, Rect { height: screen.height.min(1), ..screen }, &head);
    let last = Rect { y: screen.bottom().saturating_sub(1), height: screen.height.min(1), ..screen };
    paint::row(buffer, last, &Row::of(format!(" {}", look.word("teach-follow-keys")), theme.dim));
    look.frames.apply(buffer);
    measure
}

/// All that a page says.
fn sheet(page: &Page, look: &Look, cols: usize) -> Vec<Row> {
    let theme = &look.theme;
    let text = |text: &str, style: Style| rows(&[Span::new(sanitize(text).into_owned(), style)], cols);
    let mut out = text(&page.lesson, theme.dim);
    if !page.step.is_empty() {
        out.extend(text(&page.step, theme.strong));
    }
    if !page.verdict.is_empty() {
        out.extend(text(
            &page.verdict,
            match page.mood {
                Mood::Open => theme.dim,
                Mood::Good => theme.good,
                Mood::Bad => theme.bad,
            },
        ));
    }
    out.push(Row::default());
    out.extend(rows_of(page, look, cols));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_in_a_note_is_told_from_its_words() {
        let code = Style::new().bold();
        let said = |note: &str| -> Vec<(String, bool)> {
            let spans = with_code(note, code).into_iter();
            spans.filter(|span| !span.text.is_empty()).map(|span| (span.text, span.style == code)).collect()
        };
        let is = |parts: &[(&str, bool)]| -> Vec<(String, bool)> {
            parts.iter().map(|(text, code)| ((*text).to_owned(), *code)).collect()
        };
        assert_eq!(said("`ls` を使う"), is(&[("ls", true), (" を使う", false)]));
        assert_eq!(said("no code"), is(&[("no code", false)]));
        assert_eq!(said("one ` alone"), is(&[("one ", false), ("` alone", false)]));
        assert_eq!(said("`a` and `b"), is(&[("a", true), (" and ", false), ("`b", false)]));
    }
}
