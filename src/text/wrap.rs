//! Rows of styled text: broken where Japanese and Latin typography allow it.

use std::sync::LazyLock;

use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;

use super::kinsoku::{may_end_row, may_start_row};
use super::width::{grapheme_width, width};

static SEGMENTER: LazyLock<LineSegmenterBorrowed<'static>> = LazyLock::new(|| {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_for_non_complex_scripts(options)
});

/// A run of text in one style, whatever a style is to the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span<S> {
    /// The text. `\n` ends a row; tabs and other control characters should be gone before.
    pub text: String,
    /// How it looks.
    pub style: S,
}

impl<S> Span<S> {
    /// A run of `text` in `style`.
    pub fn new(text: impl Into<String>, style: S) -> Self {
        Self { text: text.into(), style }
    }
}

/// What comes between a row and the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowEnd {
    /// The line ends there.
    #[default]
    Line,
    /// A blank, or several, that the row's end has taken the place of.
    Blank,
    /// Nothing: the text goes on with its next letter.
    Nothing,
}

/// `spans` in rows of at most `cols` columns.
pub fn wrap<S: Clone + PartialEq>(spans: &[Span<S>], cols: usize) -> Vec<Vec<Span<S>>> {
    wrap_hanging(spans, cols, cols)
}

/// Plain `text` in rows of at most `cols` columns.
pub fn wrap_plain(text: &str, cols: usize) -> Vec<String> {
    wrap(&[Span::new(text, ())], cols)
        .into_iter()
        .map(|row| row.into_iter().map(|span| span.text).collect())
        .collect()
}

/// `spans` in rows: the first of at most `first` columns, the others of at most `rest`. What the
/// caller puts in front of rows (bullets, indents, bars) is not part of these.
///
/// Less than 2 columns are taken as 2, since a wide character needs them. No row breaks kinsoku, but
/// where a single unbreakable run is longer than a row, such as a long URL, it is broken anywhere.
/// Blanks at which a row ends are dropped. Empty text is one empty row.
pub fn wrap_hanging<S: Clone + PartialEq>(spans: &[Span<S>], first: usize, rest: usize) -> Vec<Vec<Span<S>>> {
    broken(spans, first, rest).into_iter().map(|(row, _)| row).collect()
}

/// As [`wrap`], each row with what comes between it and the next one.
pub fn wrap_rows<S: Clone + PartialEq>(spans: &[Span<S>], cols: usize) -> Vec<(Vec<Span<S>>, RowEnd)> {
    broken(spans, cols, cols)
}

fn broken<S: Clone + PartialEq>(spans: &[Span<S>], first: usize, rest: usize) -> Vec<(Vec<Span<S>>, RowEnd)> {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let limits = (if rows.is_empty() { first } else { rest }.max(2), rest.max(2));
        let ranges = row_ranges(line, limits);
        for (index, (from, to)) in ranges.iter().enumerate() {
            let end = match ranges.get(index + 1) {
                None => RowEnd::Line,
                Some((next, _)) if next > to => RowEnd::Blank,
                Some(_) => RowEnd::Nothing,
            };
            rows.push((slice(spans, start + from, start + to), end));
        }
        start += line.len() + 1;
    }
    rows
}

/// Byte ranges of the rows of one line: the first row's limit, and that of the others.
fn row_ranges(line: &str, (mut limit, rest): (usize, usize)) -> Vec<(usize, usize)> {
    let mut rows = Vec::new();
    let mut row = Row { start: 0, end: 0, cols: 0 };
    let mut from = 0;
    for to in breaks(line) {
        let segment = &line[from..to];
        let kept = segment.trim_end_matches(is_blank);
        if row.cols + width(kept) > limit && row.cols > 0 {
            rows.push(row.range(line));
            limit = rest;
            row = Row { start: from, end: from, cols: 0 };
        }
        if width(kept) > limit {
            // Even a row of its own is too short.
            for at in emergency_breaks(kept, limit, rest) {
                rows.push((row.start, from + at));
                limit = rest;
                row.start = from + at;
            }
            row.cols = width(&line[row.start..to]);
        } else {
            row.cols += width(segment);
        }
        row.end = to;
        from = to;
    }
    rows.push(row.range(line));
    rows
}

/// The row being filled.
struct Row {
    start: usize,
    end: usize,
    cols: usize,
}

impl Row {
    fn range(&self, line: &str) -> (usize, usize) {
        (self.start, self.start + line[self.start..self.end].trim_end_matches(is_blank).len())
    }
}

/// Offsets after which a row may end, the end of the line being the last.
fn breaks(line: &str) -> Vec<usize> {
    if line.is_empty() {
        return Vec::new();
    }
    let graphemes: Vec<usize> = line.grapheme_indices(true).map(|(at, _)| at).collect();
    let mut found: Vec<usize> = SEGMENTER
        .segment_str(line)
        .filter(|&at| at > 0 && at < line.len())
        .filter(|&at| graphemes.binary_search(&at).is_ok() && allowed(line, at))
        .chain(
            line.match_indices(' ')
                .map(|(at, _)| at + 1)
                .filter(|&at| begins_path(&line[at..]) && allowed(line, at)),
        )
        // The algorithm lets no row begin with a dash or a slash, as if it belonged to what stands before.
        .chain(line.match_indices(['-', '/']).map(|(at, _)| at).filter(|&at| {
            begins_option(line, at) && graphemes.binary_search(&at).is_ok() && allowed(line, at)
        }))
        .collect();
    found.sort_unstable();
    found.dedup();
    found.push(line.len());
    found
}

/// Whether a word is a path such as `./nginx`, `.env` or `/etc`, before which the algorithm would not break.
fn begins_path(word: &str) -> bool {
    let is_name = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    match word.strip_prefix('/') {
        Some(rest) => is_name(rest),
        None => {
            word.starts_with('.') && {
                let rest = word.trim_start_matches('.');
                rest.starts_with('/') || is_name(rest)
            }
        }
    }
}

/// Whether kinsoku lets a row end at `at`, blanks on either side set aside; nor is an option torn from its first sign.
fn allowed(text: &str, at: usize) -> bool {
    let last = text[..at].trim_end_matches(is_blank).chars().next_back();
    let next = text[at..].trim_start_matches(is_blank).chars().next();
    last.is_none_or(may_end_row) && next.is_none_or(may_start_row) && !is_within_option(text, at)
}

/// Whether an option or a slash command begins at `at`, directly behind Japanese.
fn begins_option(line: &str, at: usize) -> bool {
    let word = line[at..].trim_start_matches(['-', '/']);
    word.starts_with(|c: char| c.is_ascii_alphanumeric()) && line[..at].ends_with(|c: char| !c.is_ascii())
}

/// Whether `at` is behind the dash or slash that begins a word, such as `-it` or `/help`.
fn is_within_option(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches(['-', '/']);
    before.len() < at
        && text[at..].starts_with(|c: char| c.is_ascii_alphanumeric())
        && !before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':'))
}

/// Where to break a run that is wider than a row, kinsoku kept where that is possible at all.
fn emergency_breaks(run: &str, first: usize, rest: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut start, mut limit) = (0, first);
    while let Some(at) = emergency_break(&run[start..], limit) {
        start += at;
        found.push(start);
        limit = rest;
    }
    found
}

/// Where the first row of such a run ends; none where all of it fits.
fn emergency_break(run: &str, limit: usize) -> Option<usize> {
    let mut cols = 0;
    let mut good = None;
    for (at, grapheme) in run.grapheme_indices(true) {
        if at > 0 && allowed(run, at) {
            good = Some(at);
        }
        cols += grapheme_width(grapheme);
        if cols > limit && at > 0 {
            return Some(good.unwrap_or(at));
        }
    }
    None
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{3000}')
}

/// The part of `spans` between two byte offsets of their joined text; neighbours of one style become one.
fn slice<S: Clone + PartialEq>(spans: &[Span<S>], from: usize, to: usize) -> Vec<Span<S>> {
    let mut out: Vec<Span<S>> = Vec::new();
    let mut at = 0;
    for span in spans {
        let begin = from.clamp(at, at + span.text.len()) - at;
        let end = to.clamp(at, at + span.text.len()) - at;
        at += span.text.len();
        if begin >= end {
            continue;
        }
        match out.last_mut() {
            Some(last) if last.style == span.style => last.text.push_str(&span.text[begin..end]),
            _ => out.push(Span::new(&span.text[begin..end], span.style.clone())),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn japanese_breaks_where_a_reader_expects_it() {
        let rows = wrap_plain("コンテナ同士は「名前」で、通信します。", 12);
        assert_eq!(rows, ["コンテナ同士", "は「名前」", "で、通信しま", "す。"]);
        assert_eq!(wrap_plain("ネットワークとは", 6), ["ネット", "ワーク", "とは"]);
    }

    #[test]
    fn no_option_is_torn_from_its_dash() {
        assert_eq!(
            wrap_plain("とても小さな Linux です。-it を付ける", 26),
            ["とても小さな Linux です。", "-it を付ける"]
        );
        assert_eq!(wrap_plain("is open now. /catchup makes", 14), ["is open now.", "/catchup makes"]);
        assert_eq!(wrap_plain("use --name here", 6), ["use", "--name", "here"]);
        assert_eq!(wrap_plain("well-known words", 6), ["well-", "known", "words"]);
    }

    #[test]
    fn a_word_as_long_as_a_row_is_broken_rather_than_kinsoku() {
        assert_eq!(wrap_plain("host_name_abc ッ", 13), ["host_name_ab", "c ッ"]);
    }

    #[test]
    fn words_stay_whole_and_blanks_go() {
        assert_eq!(wrap_plain("the quick  brown fox", 10), ["the quick", "brown fox"]);
        assert_eq!(wrap_plain("", 10), [""]);
        assert_eq!(wrap_plain("a\n\nb", 10), ["a", "", "b"]);
        assert_eq!(wrap_plain("docker build ./nginx", 14), ["docker build", "./nginx"]);
    }

    #[test]
    fn what_is_too_long_is_broken_when_it_must() {
        let rows = wrap_plain("see https://example.org/aaaaaaaaaaaaaaaaaaaaaaaa now", 20);
        assert_eq!(rows.concat().replace(' ', ""), "seehttps://example.org/aaaaaaaaaaaaaaaaaaaaaaaanow");
        assert!(rows.iter().all(|row| width(row) <= 20), "{rows:?}");
        assert_eq!(wrap_plain("aaaaaaaaaa bb", 4), ["aaaa", "aaaa", "aa", "bb"]);
    }

    #[test]
    fn styles_survive_and_indents_hang() {
        let spans = [Span::new("ab ", 1), Span::new("cd ef", 2), Span::new("gh", 2)];
        let rows = wrap_hanging(&spans, 6, 4);
        assert_eq!(rows[0], [Span::new("ab ", 1), Span::new("cd", 2)]);
        assert_eq!(rows[1], [Span::new("efgh", 2)]);
    }

    /// Text as lessons have it, and worse.
    fn text() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            6 => "[あ-んア-ン漢字通信名前]{1,8}",
            3 => "[a-zA-Z0-9_.:/-]{1,14}",
            3 => "[、。」）！？ーっゃァ…～々％]",
            2 => "[「（『【“]",
            2 => Just(" ".to_owned()),
            1 => Just("　".to_owned()),
            1 => prop_oneof![Just("👩‍👩‍👧"), Just("🐳"), Just("か\u{3099}"), Just("ｶﾞ"), Just("é"), Just("🇯🇵"), Just("☁️")]
                .prop_map(str::to_owned),
            1 => Just("https://example.org/a/very/long/path?with=query&and=more#fragment".to_owned()),
            1 => "\\PC{1,6}",
        ];
        proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn rows_fit_and_nothing_but_blanks_is_lost(text in text(), cols in 20_usize..=200) {
            let rows = wrap_plain(&text, cols);
            for row in &rows {
                prop_assert!(width(row) <= cols, "{:?} is wider than {}", row, cols);
            }
            let bare = |text: &str| text.replace(is_blank, "");
            prop_assert_eq!(bare(&rows.concat()), bare(&text));
        }

        #[test]
        fn no_row_breaks_kinsoku(text in text(), cols in 20_usize..=200) {
            let rows = wrap_plain(&text, cols);
            for pair in rows.windows(2) {
                let (Some(last), Some(next)) = (pair[0].chars().next_back(), pair[1].chars().next()) else { continue };
                if (may_end_row(last) && may_start_row(next)) || is_unbreakable(&pair[0]) {
                    continue;
                }
                prop_assert!(false, "{:?} / {:?}", pair[0], pair[1]);
            }
        }

        #[test]
        fn styles_change_nothing_about_where_rows_break(text in text(), cut in 0_usize..80, cols in 20_usize..=200) {
            let at = text.char_indices().nth(cut).map_or(text.len(), |(at, _)| at);
            let spans = [Span::new(&text[..at], 1), Span::new(&text[at..], 2)];
            let rows: Vec<String> =
                wrap(&spans, cols).into_iter().map(|row| row.into_iter().map(|span| span.text).collect()).collect();
            prop_assert_eq!(rows, wrap_plain(&text, cols));
        }
    }

    /// Whether there is no place in a row at which kinsoku would let it end.
    fn is_unbreakable(row: &str) -> bool {
        row.grapheme_indices(true).skip(1).all(|(at, _)| !allowed(row, at))
    }
}
