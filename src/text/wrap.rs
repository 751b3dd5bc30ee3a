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

/// `spans` in rows of at most `cols` columns, with the exceptions of [`wrap_hanging`].
pub fn wrap<S: Clone + PartialEq>(spans: &[Span<S>], cols: usize) -> Vec<Vec<Span<S>>> {
    wrap_hanging(spans, cols, cols)
}

/// Plain `text` in rows of at most `cols` columns, with the exceptions of [`wrap_hanging`].
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
/// where a single unbreakable run is longer than a row, such as a long URL, it is broken anywhere; but
/// never within a grapheme: one that is wider than that, such as the joined consonants of a Devanagari
/// syllable, is a row of its own, and the only one that is wider than it may be. Blanks at which a row
/// ends are dropped. Empty text is one empty row.
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
fn row_ranges(line: &str, (limit, rest): (usize, usize)) -> Vec<(usize, usize)> {
    let row = Row { start: 0, end: 0, cols: 0 };
    let mut filling = Filling { line, rows: Vec::new(), row, limit, rest };
    let (within, whole): (Vec<usize>, Vec<usize>) =
        breaks(line).into_iter().partition(|&at| is_within_name(line, at));
    for to in whole {
        let from = filling.row.end;
        filling.begin_row_for(from, to);
        if filling.is_too_long(from, to) {
            // A name longer than a row, such as a URL, is broken at its signs.
            for &at in within.iter().filter(|&&at| from < at && at < to) {
                filling.put(at);
            }
        }
        filling.put(to);
    }
    filling.rows.push(filling.row.range(line));
    filling.rows
}

/// Rows of a line while they are filled.
struct Filling<'a> {
    line: &'a str,
    /// Those that are full.
    rows: Vec<(usize, usize)>,
    row: Row,
    /// Columns of the row being filled.
    limit: usize,
    /// Columns of those after it.
    rest: usize,
}

impl Filling<'_> {
    fn kept(&self, from: usize, to: usize) -> &str {
        self.line[from..to].trim_end_matches(is_blank)
    }

    fn is_too_long(&self, from: usize, to: usize) -> bool {
        width(self.kept(from, to)) > self.limit
    }

    /// Begins another row where that part of the line does not fit into this one any more.
    fn begin_row_for(&mut self, from: usize, to: usize) {
        if self.row.cols > 0 && self.row.cols + width(self.kept(from, to)) > self.limit {
            self.rows.push(self.row.range(self.line));
            self.limit = self.rest;
            self.row = Row { start: from, end: from, cols: 0 };
        }
    }

    /// Puts the line up to `to` into this row, or into others.
    fn put(&mut self, to: usize) {
        let from = self.row.end;
        self.begin_row_for(from, to);
        if self.is_too_long(from, to) {
            // Even a row of its own is too short.
            for at in emergency_breaks(self.kept(from, to), self.limit, self.rest) {
                self.rows.push((self.row.start, from + at));
                self.limit = self.rest;
                self.row.start = from + at;
            }
            self.row.cols = width(&self.line[self.row.start..to]);
        } else {
            self.row.cols += width(&self.line[from..to]);
        }
        self.row.end = to;
    }
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

/// Whether `at` is in the midst of a name, an address or a key, such as `ports-web`, `http://web:80/x` or `Ctrl-C`:
/// the algorithm would break it at its signs, and then nobody could tell whether they belong to it.
fn is_within_name(line: &str, at: usize) -> bool {
    let is_part = |c: char| c.is_ascii_graphic();
    line[..at].ends_with(is_part) && line[at..].starts_with(is_part)
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
mod tests;
