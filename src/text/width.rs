//! Widths in columns, and text made to fit them.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_segmentation::UnicodeSegmentation;

/// Columns that `text` takes when ratatui draws it: grapheme by grapheme, control characters dropped.
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.bytes().filter(|byte| !byte.is_ascii_control()).count();
    }
    text.graphemes(true).map(grapheme_width).sum()
}

/// Columns of one grapheme.
pub(super) fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) { 0 } else { usize::from(grapheme.cell_width()) }
}

/// `text` in at most `cols` columns: whole, or cut between graphemes and ended with `…`.
pub fn truncate(text: &str, cols: usize) -> Cow<'_, str> {
    if width(text) <= cols {
        return Cow::Borrowed(text);
    }
    let Some(room) = cols.checked_sub(1) else { return Cow::Borrowed("") };
    let mut used = 0;
    let mut kept = String::new();
    for grapheme in text.graphemes(true) {
        used += grapheme_width(grapheme);
        if used > room {
            break;
        }
        kept.push_str(grapheme);
    }
    kept.push('…');
    Cow::Owned(kept)
}

/// `text` in exactly `cols` columns: cut with `…`, or filled up with blanks on the right.
pub fn pad(text: &str, cols: usize) -> String {
    let mut text = truncate(text, cols).into_owned();
    let missing = cols.saturating_sub(width(&text));
    text.extend(std::iter::repeat_n(' ', missing));
    text
}

/// `text` with each tab filled up to the next multiple of `stop` columns, counted from the line's beginning.
pub fn expand_tabs(text: &str, stop: usize) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(text);
    }
    let stop = stop.max(1);
    let mut out = String::with_capacity(text.len() + stop);
    let mut column = 0;
    for grapheme in text.graphemes(true) {
        match grapheme {
            "\t" => {
                let blanks = stop - column % stop;
                out.extend(std::iter::repeat_n(' ', blanks));
                column += blanks;
            }
            "\n" | "\r\n" => {
                out.push_str(grapheme);
                column = 0;
            }
            _ => {
                out.push_str(grapheme);
                column += grapheme_width(grapheme);
            }
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn widths_are_those_of_the_grid() {
        assert_eq!(width("abc"), 3);
        assert_eq!(width("コンテナ"), 8);
        assert_eq!(width("ｶﾞ"), 2, "a half-width dakuten has a column of its own");
        assert_eq!(width("か\u{3099}"), 2, "a combining one has none");
        assert_eq!(width("👩‍👩‍👧"), 2);
        assert_eq!(width("a\u{1b}[1m"), 4, "the escape itself is never drawn");
    }

    #[test]
    fn a_cut_never_halves_a_wide_character() {
        assert_eq!(truncate("コンテナ", 8), "コンテナ");
        assert_eq!(truncate("コンテナ", 7), "コンテ…");
        assert_eq!(truncate("コンテナ", 6), "コン…");
        assert_eq!(truncate("コンテナ", 1), "…");
        assert_eq!(truncate("コンテナ", 0), "");
        assert_eq!(pad("コン", 5), "コン ");
        assert_eq!(pad("コンテナ", 6), "コン… ");
    }

    #[test]
    fn tabs_go_to_the_next_stop() {
        assert_eq!(expand_tabs("a\tb\n\tc", 8), "a       b\n        c");
        assert_eq!(expand_tabs("あ\tb", 4), "あ  b");
    }

    proptest! {
        #[test]
        fn truncated_text_fits(text in "\\PC{0,40}", cols in 0_usize..50) {
            prop_assert!(width(&truncate(&text, cols)) <= cols);
            prop_assert_eq!(width(&pad(&text, cols)), cols);
        }
    }
}
