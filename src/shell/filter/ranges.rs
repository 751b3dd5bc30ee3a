//! Lists of numbers as `cut` takes them: `1,3-5,7-`.

use super::Refused;
use crate::i18n::phrase;

/// Ranges of positions, counted from 1.
#[derive(Debug)]
pub(super) struct Ranges {
    /// First and last of each, in order, none overlapping the next.
    ranges: Vec<(usize, usize)>,
}

impl Ranges {
    /// Reads a list; `at` is the argument that it stands in.
    pub(super) fn parse(text: &str, at: usize, complement: bool) -> Result<Self, Refused> {
        let refused =
            || Refused { phrase: phrase("shell-filter-list").with("list", text), arg: Some(at), code: 1 };
        let mut ranges = Vec::new();
        for part in text.split([',', ' ']) {
            ranges.push(range(part).ok_or_else(refused)?);
        }
        ranges.sort_unstable();
        let mut merged: Vec<(usize, usize)> = Vec::new();
        for (first, last) in ranges {
            match merged.last_mut() {
                Some(before) if first <= before.1 => before.1 = before.1.max(last),
                _ => merged.push((first, last)),
            }
        }
        Ok(Self { ranges: if complement { others(&merged) } else { merged } })
    }

    /// Whether `position` is one of them.
    pub(super) fn contains(&self, position: usize) -> bool {
        let at = self.ranges.partition_point(|(_, last)| *last < position);
        self.ranges.get(at).is_some_and(|(first, _)| *first <= position)
    }

    /// Whether a range of the list begins at `position`.
    pub(super) fn begins(&self, position: usize) -> bool {
        self.ranges.binary_search_by_key(&position, |(first, _)| *first).is_ok()
    }
}

fn range(text: &str) -> Option<(usize, usize)> {
    let number = |text: &str| -> Option<usize> {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse().unwrap_or(usize::MAX)).filter(|number| *number > 0)
    };
    let (first, last) = match text.split_once('-') {
        None => (number(text)?, number(text)?),
        Some(("", "")) => return None,
        Some(("", last)) => (1, number(last)?),
        Some((first, "")) => (number(first)?, usize::MAX),
        Some((first, last)) => (number(first)?, number(last)?),
    };
    (first <= last).then_some((first, last))
}

fn others(ranges: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut next = 1;
    for &(first, last) in ranges {
        if first > next {
            out.push((next, first - 1));
        }
        next = last.saturating_add(1);
    }
    if next < usize::MAX {
        out.push((next, usize::MAX));
    }
    out
}
