//! `head`: the first lines or bytes.

use std::collections::VecDeque;

use super::options::{Options, number, valued};
use super::{Flow, Refused};
use crate::i18n::{Phrase, phrase};

#[derive(Debug)]
pub(super) struct Head {
    keep: Keep,
    /// The last lines took more room than there is, and the rest was not read.
    lost: bool,
}

/// The most that is held back from the end.
const MAX_HELD: usize = 8 << 20;

#[derive(Debug)]
enum Keep {
    /// So many more lines.
    Lines(u64),
    /// So many more bytes.
    Bytes(u64),
    /// All but so many of the last lines: those that may still be the last ones wait here.
    AllLinesBut { last: usize, waiting: VecDeque<Vec<u8>>, partial: Vec<u8>, held: usize },
    /// All but so many of the last bytes.
    AllBytesBut { last: usize, waiting: VecDeque<u8> },
}

impl Head {
    pub(super) fn new(args: &[String]) -> Result<Self, Refused> {
        let args = dashed_number(args);
        let options = Options::read("head", &[valued('n', "lines"), valued('c', "bytes")], &args, 1)?;
        options.no_files("head", 0, 1)?;
        // The last of the two decides.
        let last = options.set.last();
        let (letter, value, at) =
            last.map_or(('n', "10", 0), |(letter, value, at)| (*letter, value.as_str(), *at));
        let (all_but, digits) = value.strip_prefix('-').map_or((false, value), |digits| (true, digits));
        let n = number("head", digits, at, 1)?;
        let size = usize::try_from(n).unwrap_or(usize::MAX);
        let keep = match (letter, all_but) {
            ('c', false) => Keep::Bytes(n),
            ('c', true) => Keep::AllBytesBut { last: size, waiting: VecDeque::new() },
            (_, false) => Keep::Lines(n),
            (_, true) => {
                Keep::AllLinesBut { last: size, waiting: VecDeque::new(), partial: Vec::new(), held: 0 }
            }
        };
        Ok(Self { keep, lost: false })
    }

    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Flow {
        match &mut self.keep {
            Keep::Lines(left) => {
                let mut from = 0;
                while *left > 0 {
                    let Some(length) = memchr::memchr(b'\n', &bytes[from..]) else {
                        out.extend_from_slice(&bytes[from..]);
                        return Flow::More;
                    };
                    out.extend_from_slice(&bytes[from..=from + length]);
                    from += length + 1;
                    *left -= 1;
                }
                Flow::Done
            }
            Keep::Bytes(left) => {
                let take = usize::try_from(*left).unwrap_or(usize::MAX).min(bytes.len());
                out.extend_from_slice(&bytes[..take]);
                *left -= take as u64;
                if *left == 0 { Flow::Done } else { Flow::More }
            }
            Keep::AllLinesBut { last: 0, .. } | Keep::AllBytesBut { last: 0, .. } => {
                out.extend_from_slice(bytes);
                Flow::More
            }
            Keep::AllLinesBut { last, waiting, partial, held } => {
                for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
                    partial.extend_from_slice(piece);
                    *held += piece.len();
                    if piece.ends_with(b"\n") {
                        waiting.push_back(std::mem::take(partial));
                    }
                    // A line that is still coming is one more of the last ones.
                    while waiting.len() + usize::from(!partial.is_empty()) > *last {
                        let Some(line) = waiting.pop_front() else { break };
                        *held -= line.len();
                        out.extend(line);
                    }
                }
                self.lost = *held > MAX_HELD;
                if self.lost { Flow::Done } else { Flow::More }
            }
            Keep::AllBytesBut { last, waiting } => {
                waiting.extend(bytes);
                let ready = waiting.len().saturating_sub(*last);
                out.extend(waiting.drain(..ready));
                self.lost = waiting.len() > MAX_HELD;
                if self.lost { Flow::Done } else { Flow::More }
            }
        }
    }

    pub(super) fn trouble(&self) -> Option<Phrase> {
        self.lost.then(|| phrase("shell-filter-too-much").with("name", "head").with("bytes", MAX_HELD))
    }
}

/// `-5` as `-n 5`, the old way to say it, which only the first argument may use.
pub(super) fn dashed_number(args: &[String]) -> Vec<String> {
    let mut args = args.to_vec();
    if let Some(first) = args.first_mut()
        && let Some(digits) = first.strip_prefix('-')
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
    {
        *first = format!("-n{digits}");
    }
    args
}
