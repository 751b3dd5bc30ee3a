//! Words, as a double click marks them.

use unicode_segmentation::UnicodeSegmentation;

use super::source::{Glyph, Source};
use crate::app::selection::Spot;

/// Rows that one word may take, so that a screen full of one letter is no long search.
const MOST_ROWS: usize = 64;

/// What a character is, for telling words apart. Japanese has no blanks between words: there a word ends
/// where another kind of letters begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Blank,
    Separator,
    Hiragana,
    Katakana,
    Han,
    /// Letters, digits, and what names, addresses and paths are made of.
    Word,
}

fn kind(symbol: &str) -> Kind {
    match symbol.chars().next().unwrap_or(' ') {
        ' ' | '\u{3000}' => Kind::Blank,
        c if is_separator(c) => Kind::Separator,
        '\u{3041}'..='\u{309f}' => Kind::Hiragana,
        '\u{30a0}'..='\u{30ff}' | '\u{ff66}'..='\u{ff9f}' => Kind::Katakana,
        '々' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Kind::Han,
        _ => Kind::Word,
    }
}

/// Quotes, brackets and lines. What stands inside names, addresses, images and paths is none of them.
fn is_separator(c: char) -> bool {
    match c {
        '々' => false,
        ..'\u{80}' => "\"'`()[]{}<>|,;".contains(c),
        // General punctuation, arrows, lines and signs; then those of Japanese, wide and half-width.
        '\u{2010}'..='\u{206f}'
        | '\u{2190}'..='\u{27bf}'
        | '\u{3001}'..='\u{303f}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}'
        | '\u{ff5b}'..='\u{ff65}' => true,
        _ => false,
    }
}

/// The ends of the word around a place.
pub(super) fn around(source: &Source<'_>, at: Spot) -> (Spot, Spot) {
    let glyphs = source.glyphs(at.row);
    let Some(here) = glyphs.iter().position(|glyph| glyph.touches(at.col, at.col)) else { return (at, at) };
    let wanted = kind(&glyphs[here].symbol);
    let same = |glyph: &&Glyph| glyph.filler || kind(&glyph.symbol) == wanted;
    let (mut start, mut end) = (at, at);
    let (mut before, mut after) = (&glyphs[..=here], &glyphs[here..]);
    let mut above;
    for row in (at.row.saturating_sub(MOST_ROWS)..=at.row).rev() {
        let run = before.iter().rev().take_while(same);
        let Some(first) = run.last() else { break };
        start = Spot { row, col: first.col };
        if first.col > 0 || row == 0 || !source.goes_on(row - 1) {
            break;
        }
        above = source.glyphs(row - 1);
        before = &above;
    }
    let mut below;
    for row in at.row..at.row + MOST_ROWS {
        let run = after.iter().take_while(same);
        let Some(last) = run.last() else { break };
        end = Spot { row, col: last.col };
        if after.last() != Some(last) || !source.goes_on(row) {
            break;
        }
        below = source.glyphs(row + 1);
        after = &below;
    }
    (start, end)
}

/// How many characters a text has, as people count them; the ends of lines are none.
pub fn count(text: &str) -> usize {
    text.lines().map(|line| line.graphemes(true).count()).sum()
}
