//! `tail`: the last lines or bytes, or all from one on.

use std::collections::VecDeque;

use memchr::memchr;

use super::head::dashed_number;
use super::options::{Options, number, valued};
use super::{Flow, Refused};
use crate::i18n::{Phrase, phrase};

/// The most that is held for the end.
const MAX_HELD: usize = 8 << 20;

#[derive(Debug)]
pub(super) struct Tail {
    keep: Keep,
    /// The last lines took more room than there is, and their beginning is lost.
    lost: bool,
}

#[derive(Debug)]
enum Keep {
    /// From this line on; the number counts down to it.
    FromLine(u64),
    /// From this byte on.
    FromByte(u64),
    /// The last lines, newlines and all; `lines` of `held` are whole.
    Lines { most: u64, held: VecDeque<u8>, lines: u64 },
    /// The last bytes.
    Bytes { most: u64, held: VecDeque<u8> },
}

impl Tail {
    pub(super) fn new(args: &[String]) -> Result<Self, Refused> {
        let args = dashed_number(args);
        let options = Options::read("tail", &[valued('n', "lines"), valued('c', "bytes")], &args, 1)?;
        options.no_files("tail", 0, 1)?;
        let last = options.set.last();
        let (letter, value, at) =
            last.map_or(('n', "10", 0), |(letter, value, at)| (*letter, value.as_str(), *at));
        let (from, digits) = match value.strip_prefix('+') {
            Some(digits) => (true, digits),
            None => (false, value.strip_prefix('-').unwrap_or(value)),
        };
        let n = number("tail", digits, at, 1)?;
        let keep = match (letter, from) {
            ('c', true) => Keep::FromByte(n.saturating_sub(1)),
            ('c', false) => Keep::Bytes { most: n, held: VecDeque::new() },
            (_, true) => Keep::FromLine(n.saturating_sub(1)),
            (_, false) => Keep::Lines { most: n, held: VecDeque::new(), lines: 0 },
        };
        Ok(Self { keep, lost: false })
    }

    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Flow {
        match &mut self.keep {
            Keep::FromLine(skip) => {
                let mut rest = bytes;
                while *skip > 0 {
                    let Some(end) = memchr(b'\n', rest) else { return Flow::More };
                    rest = &rest[end + 1..];
                    *skip -= 1;
                }
                out.extend_from_slice(rest);
            }
            Keep::FromByte(skip) => {
                let drop = usize::try_from(*skip).unwrap_or(usize::MAX).min(bytes.len());
                *skip -= drop as u64;
                out.extend_from_slice(&bytes[drop..]);
            }
            Keep::Lines { most: 0, .. } | Keep::Bytes { most: 0, .. } => {}
            Keep::Lines { most, held, lines } => {
                for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
                    // A line begins: the oldest goes when there are enough whole ones.
                    if *lines >= *most && held.back().is_none_or(|byte| *byte == b'\n') {
                        drop_line(held);
                        *lines -= 1;
                    }
                    held.extend(piece);
                    *lines += u64::from(piece.ends_with(b"\n"));
                    while held.len() > MAX_HELD {
                        self.lost = true;
                        if drop_some(held, held.len() - MAX_HELD) {
                            *lines = lines.saturating_sub(1);
                        }
                    }
                }
            }
            Keep::Bytes { most, held } => {
                held.extend(bytes);
                let most = usize::try_from(*most).unwrap_or(usize::MAX);
                self.lost |= most > MAX_HELD && held.len() > MAX_HELD;
                let extra = held.len().saturating_sub(most.min(MAX_HELD));
                held.drain(..extra);
            }
        }
        Flow::More
    }

    pub(super) fn finish(&mut self, out: &mut Vec<u8>) {
        if let Keep::Lines { held, .. } | Keep::Bytes { held, .. } = &mut self.keep {
            out.extend(held.drain(..));
        }
    }

    pub(super) fn trouble(&self) -> Option<Phrase> {
        self.lost.then(|| phrase("shell-filter-too-much").with("name", "tail").with("bytes", MAX_HELD))
    }
}

/// Drops the first line.
fn drop_line(held: &mut VecDeque<u8>) {
    let end = held.iter().position(|byte| *byte == b'\n').map_or(held.len(), |end| end + 1);
    held.drain(..end);
}

/// Drops the first `count` bytes, but at most one line; says whether a line's end went.
fn drop_some(held: &mut VecDeque<u8>, count: usize) -> bool {
    if let Some(end) = held.iter().take(count).position(|byte| *byte == b'\n') {
        held.drain(..=end);
        true
    } else {
        held.drain(..count);
        false
    }
}
