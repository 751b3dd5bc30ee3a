//! A word of the glossary, or the list of them.

use ratatui::style::Style;

use super::super::markdown;
use super::super::row::{Row, hanging, rows};
use crate::app::Model;
use crate::lesson::Word;
use crate::text::{Span, pad, sanitize, width};
use crate::ui::Look;

/// The word with that id explained; without one, all words.
pub(super) fn content(model: &Model, id: Option<&str>, look: &Look, cols: usize) -> Vec<Row> {
    let glossary = &model.course.glossary;
    match id.map(|id| glossary.word(&model.lang, id)) {
        None => list(glossary.words_in(&model.lang), look, cols),
        Some(Some(word)) => {
            let mut out = rows(&[Span::new(sanitize(&word.term), look.theme.accent)], cols);
            out.push(Row::default());
            out.extend(markdown::entry(&word.text, look, cols));
            out
        }
        Some(None) => rows(&[Span::new(look.word("ui-word-untold"), look.theme.dim)], cols),
    }
}

fn list(words: &[Word], look: &Look, cols: usize) -> Vec<Row> {
    let mut out = rows(&[Span::new(look.word("ui-word-list"), look.theme.dim)], cols);
    out.push(Row::default());
    let id_cols = words.iter().map(|word| width(&word.id)).max().unwrap_or(0);
    for word in words {
        let first = [Span::new(format!("  {}  ", pad(&word.id, id_cols)), look.theme.dim)];
        out.extend(hanging(&first, &[Span::new(sanitize(&word.term), Style::new())], cols));
    }
    out
}
