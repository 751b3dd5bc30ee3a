//! Looking for a word in rows of text, also where a row's end has broken it.

use std::ops::Range;

use super::fold::narrow;

/// What is looked for: full-width ASCII is as good as half-width, and upper case is told from lower case only where some
/// was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    text: String,
    exact: bool,
}

impl Needle {
    /// What was typed, blanks around it left out; none where nothing else was.
    pub fn new(typed: &str) -> Option<Self> {
        let text: String = typed.chars().map(narrow).collect();
        let exact = text.contains(char::is_uppercase);
        let mut needle = Self { text: String::new(), exact };
        let mut folded = String::new();
        needle.fold(text.trim(), &mut folded);
        needle.text = folded;
        (!needle.text.is_empty()).then_some(needle)
    }

    fn fold(&self, text: &str, out: &mut String) {
        for c in text.chars().map(narrow) {
            if self.exact || c.is_ascii() {
                out.push(if self.exact { c } else { c.to_ascii_lowercase() });
            } else {
                out.extend(c.to_lowercase());
            }
        }
    }
}

/// Where something was found: columns of one row, or of several where it goes on in the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Row and columns of each part; there is at least one.
    pub parts: Vec<(usize, Range<usize>)>,
}

impl Found {
    /// The row and the column at which it begins.
    pub fn start(&self) -> (usize, usize) {
        self.parts.first().map_or((0, 0), |(row, cols)| (*row, cols.start))
    }
}

/// Takes text grapheme by grapheme, and finds what it is to find wherever a line ends.
#[derive(Debug)]
pub struct Finder<'a> {
    needle: &'a Needle,
    /// The line so far, folded.
    line: String,
    /// Where in `line` each grapheme begins, and where it stands: row, column, columns.
    places: Vec<(usize, usize, usize, usize)>,
    found: Vec<Found>,
}

impl<'a> Finder<'a> {
    /// Looks for that.
    pub fn new(needle: &'a Needle) -> Self {
        Self { needle, line: String::new(), places: Vec::new(), found: Vec::new() }
    }

    /// Takes one grapheme, `cols` columns wide, that stands at that row and column.
    pub fn push(&mut self, grapheme: &str, (row, col): (usize, usize), cols: usize) {
        self.places.push((self.line.len(), row, col, cols));
        self.needle.fold(grapheme, &mut self.line);
    }

    /// The line ends: what comes next does not belong to it.
    pub fn end_line(&mut self) {
        let mut from = 0;
        while let Some(at) = self.line.get(from..).and_then(|rest| rest.find(&self.needle.text)) {
            let (start, end) = (from + at, from + at + self.needle.text.len());
            let place = |at: usize| self.places.binary_search_by_key(&at, |place| place.0).ok();
            let last = if end == self.line.len() { Some(self.places.len()) } else { place(end) };
            if let (Some(first), Some(last)) = (place(start), last) {
                self.found.push(Found { parts: parts(&self.places[first..last]) });
                from = end;
            } else {
                // In the middle of a grapheme: that is another letter.
                from = start + self.line[start..].chars().next().map_or(1, char::len_utf8);
            }
        }
        self.line.clear();
        self.places.clear();
    }

    /// All that was found, from top to bottom.
    pub fn found(mut self) -> Vec<Found> {
        self.end_line();
        self.found
    }
}

fn parts(places: &[(usize, usize, usize, usize)]) -> Vec<(usize, Range<usize>)> {
    let mut parts: Vec<(usize, Range<usize>)> = Vec::new();
    for &(_, row, col, cols) in places.iter().filter(|place| place.3 > 0) {
        match parts.last_mut() {
            Some((last, range)) if *last == row => range.end = col + cols,
            _ => parts.push((row, col..col + cols)),
        }
    }
    if parts.is_empty() {
        parts.extend(places.first().map(|&(_, row, col, _)| (row, col..col)));
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;
    use crate::text::width;

    /// Where it is found in rows that are one line.
    fn find(typed: &str, rows: &[&str]) -> Vec<Vec<(usize, Range<usize>)>> {
        let needle = Needle::new(typed).unwrap();
        let mut finder = Finder::new(&needle);
        for (row, text) in rows.iter().enumerate() {
            let mut col = 0;
            for grapheme in text.graphemes(true) {
                finder.push(grapheme, (row, col), width(grapheme));
                col += width(grapheme);
            }
        }
        finder.found().into_iter().map(|found| found.parts).collect()
    }

    #[test]
    fn upper_case_counts_only_where_it_is_typed() {
        assert_eq!(find("docker", &["Docker docker"]), [[(0, 0..6)], [(0, 7..13)]]);
        assert_eq!(find("Docker", &["Docker docker"]), [[(0, 0..6)]]);
        assert_eq!(find("ｄｏｃｋｅｒ", &["docker"]), [[(0, 0..6)]]);
        assert_eq!(find("ps", &["ｄｏｃｋｅｒ　ｐｓ"]), [[(0, 14..18)]]);
        assert_eq!(find("a b", &["Ａ　Ｂ"]), [[(0, 0..6)]]);
    }

    #[test]
    fn a_word_is_found_across_the_end_of_a_row() {
        assert_eq!(find("名前解決", &["コンテナの名前", "解決"]), [[(0, 10..14), (1, 0..4)]]);
    }

    #[test]
    fn part_of_a_grapheme_is_another_letter() {
        assert_eq!(find("か", &["か\u{3099}か"]), [[(0, 2..4)]]);
        assert_eq!(find("aa", &["aaa"]), [[(0, 0..2)]]);
        assert_eq!(find("👩", &["👩‍👩‍👧👩"]), [[(0, 2..4)]]);
    }

    #[test]
    fn nothing_is_looked_for_without_a_word() {
        assert_eq!(Needle::new(" 　"), None);
    }

    proptest! {
        /// What is put somewhere is found there, and nothing that is found lies elsewhere than in a row.
        #[test]
        fn what_is_there_is_found(before in "\\PC{0,10}", word in "[a-zぁ-ん一-龠０-９]{1,6}", after in "\\PC{0,10}") {
            let text = format!("{before} {word} {after}");
            let found = find(&word, &[&text]);
            prop_assert!(!found.is_empty());
            for (row, cols) in found.into_iter().flatten() {
                prop_assert!(row == 0 && cols.end <= width(&text), "{cols:?}");
            }
        }
    }
}
