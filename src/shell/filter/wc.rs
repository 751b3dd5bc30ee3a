//! `wc`: how many lines, words, characters, bytes.

use super::options::{Options, switch};
use super::{Flow, Refused};

#[derive(Debug)]
pub(super) struct Wc {
    lines: Option<u64>,
    words: Option<u64>,
    chars: Option<u64>,
    bytes: Option<u64>,
    in_word: bool,
}

impl Wc {
    pub(super) fn new(args: &[String]) -> Result<Self, Refused> {
        let known = [switch('l', "lines"), switch('w', "words"), switch('m', "chars"), switch('c', "bytes")];
        let options = Options::read("wc", &known, args, 1)?;
        options.no_files("wc", 0, 1)?;
        let all = options.set.is_empty();
        let counts = |letter, by_default: bool| (options.on(letter) || all && by_default).then_some(0);
        Ok(Self {
            lines: counts('l', true),
            words: counts('w', true),
            chars: counts('m', false),
            bytes: counts('c', true),
            in_word: false,
        })
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) -> Flow {
        if let Some(count) = &mut self.lines {
            *count += memchr::memchr_iter(b'\n', bytes).count() as u64;
        }
        if let Some(count) = &mut self.words {
            for byte in bytes {
                let blank = matches!(byte, b' ' | b'\t'..=b'\r');
                *count += u64::from(!blank && !self.in_word);
                self.in_word = !blank;
            }
        }
        if let Some(count) = &mut self.chars {
            // Every character has one byte that is no continuation.
            *count += bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as u64;
        }
        if let Some(count) = &mut self.bytes {
            *count += bytes.len() as u64;
        }
        Flow::More
    }

    pub(super) fn finish(&mut self, out: &mut Vec<u8>) {
        let counts: Vec<u64> =
            [self.lines, self.words, self.chars, self.bytes].into_iter().flatten().collect();
        // Of a pipe the size is not known beforehand, so the columns are as wide as they ever need to be.
        let width = if counts.len() == 1 { 1 } else { 7 };
        let line = counts.iter().map(|count| format!("{count:>width$}")).collect::<Vec<_>>().join(" ");
        out.extend(line.into_bytes());
        out.push(b'\n');
    }
}
