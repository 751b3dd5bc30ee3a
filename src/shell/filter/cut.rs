//! `cut`: fields, characters or bytes of each line.
//!
//! `-c` means characters here, as POSIX says; GNU's cuts in the midst of a Japanese letter.

use super::lines::Lines;
use super::options::{Options, switch, valued};
use super::ranges::Ranges;
use super::{Flow, Refused};
use crate::i18n::phrase;

#[derive(Debug)]
pub(super) struct Cut {
    pub(super) lines: Lines,
    pick: Pick,
}

#[derive(Debug)]
struct Pick {
    unit: Unit,
    ranges: Ranges,
    /// What goes between the picked parts; none for characters, which follow each other.
    between: Option<Vec<u8>>,
    /// Lines without a delimiter are left out.
    only_delimited: bool,
}

#[derive(Debug)]
enum Unit {
    Fields(Vec<u8>),
    Chars,
    Bytes,
}

impl Cut {
    pub(super) fn new(args: &[String]) -> Result<Self, Refused> {
        let known = [
            valued('d', "delimiter"),
            valued('f', "fields"),
            valued('c', "characters"),
            valued('b', "bytes"),
            switch('s', "only-delimited"),
            switch('n', ""),
            valued('\u{1}', "output-delimiter"),
            switch('\u{2}', "complement"),
        ];
        let options = Options::read("cut", &known, args, 1)?;
        options.no_files("cut", 0, 1)?;
        let refused = |key, arg| Refused { phrase: phrase(key), arg, code: 1 };
        let mut lists =
            ['f', 'c', 'b'].into_iter().filter_map(|l| options.value(l).map(|(list, at)| (l, list, at)));
        let (letter, list, at) = lists.next().ok_or_else(|| refused("shell-cut-what", None))?;
        if let Some((_, _, at)) = lists.next() {
            return Err(refused("shell-cut-one", Some(at)));
        }
        let ranges = Ranges::parse(list, at, options.on('\u{2}'))?;
        let delimiter = options.value('d');
        if let Some((text, at)) = delimiter
            && (text.chars().count() > 1 || letter != 'f')
        {
            return Err(refused("shell-cut-delimiter", Some(at)));
        }
        // As GNU's, `-d ''` is the byte 0.
        let delimiter = delimiter.map_or(b"\t".to_vec(), |(text, _)| match text {
            "" => vec![0],
            _ => text.as_bytes().to_vec(),
        });
        let between = options.value('\u{1}').map(|(text, _)| text.as_bytes().to_vec());
        let (unit, between) = match letter {
            'f' => (Unit::Fields(delimiter.clone()), Some(between.unwrap_or(delimiter))),
            'c' => (Unit::Chars, between),
            _ => (Unit::Bytes, between),
        };
        let pick = Pick { unit, ranges, between, only_delimited: options.on('s') };
        Ok(Self { lines: Lines::default(), pick })
    }

    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Flow {
        let pick = &self.pick;
        self.lines.feed(bytes, |line| {
            pick.line(line, out);
            Flow::More
        })
    }

    pub(super) fn finish(&mut self, out: &mut Vec<u8>) {
        let pick = &self.pick;
        self.lines.finish(|line| pick.line(line, out));
    }
}

impl Pick {
    fn line(&self, line: &[u8], out: &mut Vec<u8>) {
        match &self.unit {
            Unit::Fields(delimiter) => {
                let fields = split(line, delimiter);
                if fields.len() == 1 {
                    if self.only_delimited {
                        return;
                    }
                    out.extend_from_slice(line);
                } else {
                    let picked: Vec<&[u8]> = fields
                        .into_iter()
                        .enumerate()
                        .filter(|(at, _)| self.ranges.contains(at + 1))
                        .map(|(_, field)| field)
                        .collect();
                    out.extend(picked.join(self.between.as_deref().unwrap_or_default()));
                }
            }
            Unit::Chars => self.pieces(chars(line), out),
            Unit::Bytes => self.pieces(line.chunks(1), out),
        }
        out.push(b'\n');
    }

    fn pieces<'a>(&self, pieces: impl Iterator<Item = &'a [u8]>, out: &mut Vec<u8>) {
        let mut any = false;
        for (at, piece) in pieces.enumerate().map(|(at, piece)| (at + 1, piece)) {
            if !self.ranges.contains(at) {
                continue;
            }
            if any && self.ranges.begins(at) {
                out.extend(self.between.as_deref().unwrap_or_default());
            }
            any = true;
            out.extend_from_slice(piece);
        }
    }
}

fn split<'a>(line: &'a [u8], delimiter: &[u8]) -> Vec<&'a [u8]> {
    let mut fields = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < line.len() {
        if line[at..].starts_with(delimiter) {
            fields.push(&line[start..at]);
            at += delimiter.len();
            start = at;
        } else {
            at += 1;
        }
    }
    fields.push(&line[start..]);
    fields
}

/// The characters of a line; a byte that belongs to none stands for itself.
fn chars(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    line.utf8_chunks().flat_map(|chunk| {
        let valid = chunk.valid();
        let whole = valid.char_indices().map(|(at, c)| &valid.as_bytes()[at..at + c.len_utf8()]);
        whole.chain(chunk.invalid().chunks(1))
    })
}
