//! What a line printed, within bounds.

use serde::{Deserialize, Serialize};

use crate::text::{Piece, Terminal};

/// Lines that are kept from the beginning of an output.
const HEAD: usize = 80;

/// Lines that are kept from its end.
const TAIL: usize = 40;

/// Bytes of text that are kept from either.
const BYTES: usize = 8 * 1024;

/// What a line printed: its beginning and its end.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Printed {
    /// The first lines, or all of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<Vec<Piece>>,
    /// How many lines are left out between the two.
    #[serde(skip_serializing_if = "is_none")]
    pub omitted: usize,
    /// The last lines, where some are left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tail: Vec<Vec<Piece>>,
    /// Whether more was printed than had been kept in the first place.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cut: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Printed {
    /// What stands on a terminal that began empty. `cut` says that not all that was printed went to it.
    pub fn on(terminal: &Terminal, cut: bool) -> Self {
        Self { cut, ..Self::of(terminal.styled_lines()) }
    }

    /// The lines, bounded.
    pub fn of(mut lines: Vec<Vec<Piece>>) -> Self {
        let head = fitting(lines.iter(), HEAD);
        let left = lines.len() - head;
        let tail = fitting(lines.iter().rev(), TAIL.min(left));
        let omitted = left - tail;
        if omitted == 0 {
            return Self { head: lines, ..Self::default() };
        }
        let tail = lines.split_off(head + omitted);
        lines.truncate(head);
        Self { head: lines, omitted, tail, cut: false }
    }

    /// Whether nothing was printed.
    pub fn is_empty(&self) -> bool {
        self.head.is_empty() && self.omitted == 0 && !self.cut
    }
}

/// So many of the lines, from the first on, have at most [`BYTES`] bytes.
fn fitting<'a>(lines: impl Iterator<Item = &'a Vec<Piece>>, most: usize) -> usize {
    let mut room = BYTES;
    lines
        .take(most)
        .take_while(|line| {
            let bytes = 1 + line.iter().map(|piece| piece.text.len()).sum::<usize>();
            let fits = bytes <= room;
            room = room.saturating_sub(bytes);
            fits
        })
        .count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::CellStyle;

    fn lines(texts: &[String]) -> Vec<Vec<Piece>> {
        let piece = |text: &String| Piece { text: text.clone(), style: CellStyle::default() };
        texts.iter().map(|text| vec![piece(text)]).collect()
    }

    #[test]
    fn a_short_output_is_kept_whole_and_a_long_one_at_both_ends() {
        let numbered = |count: usize| lines(&(0..count).map(|n| n.to_string()).collect::<Vec<_>>());
        let whole = Printed::of(numbered(HEAD + TAIL));
        assert_eq!((whole.head.len(), whole.omitted, whole.tail.len()), (HEAD + TAIL, 0, 0));
        let long = Printed::of(numbered(1000));
        assert_eq!((long.head.len(), long.omitted, long.tail.len()), (HEAD, 1000 - HEAD - TAIL, TAIL));
        assert_eq!(long.tail[TAIL - 1][0].text, "999");
    }

    proptest! {
        #[test]
        fn it_is_bounded_and_loses_count_of_nothing(lengths in proptest::collection::vec(0_usize..3000, 0..300)) {
            let all = lines(&lengths.iter().map(|length| "x".repeat(*length)).collect::<Vec<_>>());
            let printed = Printed::of(all.clone());
            let bytes = |lines: &[Vec<Piece>]| lines.iter().flatten().map(|piece| piece.text.len()).sum::<usize>();
            prop_assert!(bytes(&printed.head) + bytes(&printed.tail) <= 2 * BYTES);
            prop_assert_eq!(printed.head.len() + printed.omitted + printed.tail.len(), all.len());
            prop_assert!(all.starts_with(&printed.head) && all.ends_with(&printed.tail));
        }
    }
}
