//! Places in a text: whole graphemes, and words of them. All in bytes.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// Where the grapheme before `at` begins; 0 at the beginning.
pub fn before(text: &str, at: usize) -> usize {
    text[..at].grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
}

/// Where the grapheme at `at` ends; `at` itself at the end.
pub fn after(text: &str, at: usize) -> usize {
    text[at..].graphemes(true).next().map_or(at, |grapheme| at + grapheme.len())
}

/// `at`, or the next place behind it at which a grapheme begins; the text's end at the latest. What was put in may have
/// joined with what stands beside it.
pub fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    if cursor.is_boundary(text, 0).unwrap_or(true) {
        return at;
    }
    cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

/// Where the word before `at` begins, what is none before it skipped; `in_word` says by its first character whether a
/// grapheme belongs to a word.
pub fn word_start(text: &str, at: usize, in_word: impl Fn(char) -> bool) -> usize {
    let graphemes = text[..at].grapheme_indices(true).rev();
    along_word(graphemes, in_word).map_or(at, |(start, _)| start)
}

/// Where the word behind `at` ends, what is none before it skipped.
pub fn word_end(text: &str, at: usize, in_word: impl Fn(char) -> bool) -> usize {
    let graphemes = text[at..].grapheme_indices(true);
    along_word(graphemes, in_word).map_or(at, |(start, grapheme)| at + start + grapheme.len())
}

/// The last grapheme of the first word that comes; without one, the last of all.
fn along_word<'a>(
    graphemes: impl Iterator<Item = (usize, &'a str)>,
    in_word: impl Fn(char) -> bool,
) -> Option<(usize, &'a str)> {
    let mut seen = false;
    let mut last = None;
    for (at, grapheme) in graphemes {
        let belongs = grapheme.chars().next().is_some_and(&in_word);
        if seen && !belongs {
            break;
        }
        seen |= belongs;
        last = Some((at, grapheme));
    }
    last
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn graphemes_are_whole() {
        let text = "か\u{3099}👨‍👩‍👧\r\nx";
        let ends: Vec<usize> = std::iter::successors(Some(0), |at| Some(after(text, *at))).take(5).collect();
        assert_eq!(ends, [0, 6, 24, 26, 27]);
        assert_eq!(after(text, 27), 27);
        for pair in ends.windows(2) {
            assert_eq!(before(text, pair[1]), pair[0]);
            assert!((pair[0] + 1..=pair[1]).all(|at| boundary(text, at) == pair[1]));
        }
        assert_eq!((before(text, 0), boundary(text, 0), boundary(text, 99)), (0, 0, 27));
    }

    #[test]
    fn words_end_where_their_letters_do() {
        let text = "  run alpine_01 ";
        let start = |at| word_start(text, at, char::is_alphanumeric);
        let end = |at| word_end(text, at, char::is_alphanumeric);
        assert_eq!([start(16), start(13), start(6), start(2)], [13, 6, 2, 0]);
        assert_eq!([end(0), end(5), end(12), end(15)], [5, 12, 15, 16]);
        assert_eq!(word_start(text, 15, |c| !c.is_whitespace()), 6);
    }

    proptest! {
        #[test]
        fn all_places_are_boundaries(text in "[ab_ \r\nあ\u{3099}\u{301}👨\u{200d}🇯🇵]{0,12}", at in 0usize..40) {
            let at = boundary(&text, at);
            let is = |place: usize| place == text.len() || text.grapheme_indices(true).any(|(one, _)| one == place);
            prop_assert!(is(at));
            let (start, end) = (word_start(&text, at, char::is_alphanumeric), word_end(&text, at, char::is_alphanumeric));
            for place in [before(&text, at), after(&text, at), start, end] {
                prop_assert!(is(place), "{text:?}: {place}");
            }
            prop_assert!(start <= before(&text, at) && after(&text, at) <= end);
        }
    }
}
