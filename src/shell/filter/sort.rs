//! `sort`: lines in order, by their bytes, by number, or by a part of them.

use std::cmp::Ordering;

use super::lines::Lines;
use super::options::{Options, switch, valued};
use super::{Flow, Refused};
use crate::i18n::{Phrase, phrase};

/// The most that is held to be sorted.
const MAX_HELD: usize = 16 << 20;

#[derive(Debug)]
pub(super) struct Sort {
    lines: Lines,
    held: Vec<Vec<u8>>,
    bytes: usize,
    order: Order,
}

#[derive(Debug)]
struct Order {
    keys: Vec<Key>,
    /// What separates fields; none for runs of blanks.
    separator: Option<u8>,
    /// For the whole line, and for keys without letters of their own.
    global: Letters,
    unique: bool,
    stable: bool,
}

#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "one for each switch that the program has")]
struct Letters {
    numeric: bool,
    reverse: bool,
    fold: bool,
    /// Blanks before the start, and before the end of a key, are skipped.
    blanks_start: bool,
    blanks_end: bool,
}

/// A part of the line: from one place to another.
#[derive(Debug)]
struct Key {
    start: Place,
    end: Option<Place>,
    letters: Letters,
}

/// A field and a character in it, from 1; character 0 at an end is the field's own end.
#[derive(Debug, Clone, Copy)]
struct Place {
    field: usize,
    char: usize,
}

impl Sort {
    pub(super) fn new(args: &[String]) -> Result<Self, Refused> {
        let known = [
            switch('r', "reverse"),
            switch('n', "numeric-sort"),
            switch('u', "unique"),
            valued('k', "key"),
            valued('t', "field-separator"),
            switch('f', "ignore-case"),
            switch('b', "ignore-leading-blanks"),
            switch('s', "stable"),
        ];
        let options = Options::read("sort", &known, args, 2)?;
        options.no_files("sort", 0, 2)?;
        let global = Letters {
            numeric: options.on('n'),
            reverse: options.on('r'),
            fold: options.on('f'),
            blanks_start: options.on('b'),
            blanks_end: options.on('b'),
        };
        // GNU's refuses two that differ.
        let mut separators =
            options.set.iter().filter(|(letter, _, _)| *letter == 't').map(|(_, text, at)| (text, *at));
        if let Some((first, _)) = separators.next()
            && let Some((_, at)) = separators.find(|(text, _)| *text != first)
        {
            return Err(Refused { phrase: phrase("shell-sort-separator"), arg: Some(at), code: 2 });
        }
        let separator = match options.value('t') {
            None => None,
            Some(("\\0", _)) => Some(0),
            Some((text, at)) => match text.as_bytes() {
                [byte] => Some(*byte),
                _ => return Err(Refused { phrase: phrase("shell-sort-separator"), arg: Some(at), code: 2 }),
            },
        };
        let mut keys = Vec::new();
        for (_, text, at) in options.set.iter().filter(|(letter, _, _)| *letter == 'k') {
            let refused = || Refused {
                phrase: phrase("shell-sort-key").with("key", text.as_str()),
                arg: Some(*at),
                code: 2,
            };
            keys.push(Key::parse(text, global).ok_or_else(refused)?);
        }
        let order = Order { keys, separator, global, unique: options.on('u'), stable: options.on('s') };
        Ok(Self { lines: Lines::default(), held: Vec::new(), bytes: 0, order })
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) -> Flow {
        let Self { lines, held, bytes: size, .. } = self;
        lines.feed(bytes, |line| {
            *size += line.len() + size_of::<Vec<u8>>();
            if *size > MAX_HELD {
                return Flow::Done;
            }
            held.push(line.to_vec());
            Flow::More
        })
    }

    pub(super) fn finish(&mut self, out: &mut Vec<u8>) -> i64 {
        let held = &mut self.held;
        if self.bytes <= MAX_HELD {
            self.lines.finish(|line| held.push(line.to_vec()));
        }
        let order = &self.order;
        held.sort_by(|a, b| order.compare(a, b));
        if order.unique {
            held.dedup_by(|b, a| order.by_keys(a, b) == Ordering::Equal);
        }
        for line in held.drain(..) {
            out.extend(line);
            out.push(b'\n');
        }
        if self.bytes > MAX_HELD { 2 } else { 0 }
    }

    pub(super) fn trouble(&self) -> Option<Phrase> {
        if self.bytes > MAX_HELD {
            return Some(phrase("shell-filter-too-much").with("name", "sort").with("bytes", MAX_HELD));
        }
        self.lines.trouble("sort")
    }
}

impl Order {
    fn compare(&self, a: &[u8], b: &[u8]) -> Ordering {
        let by_keys = self.by_keys(a, b);
        if by_keys != Ordering::Equal || self.stable || self.unique {
            return by_keys;
        }
        reversed(a.cmp(b), self.global.reverse)
    }

    fn by_keys(&self, a: &[u8], b: &[u8]) -> Ordering {
        if self.keys.is_empty() {
            return self.global.compare(self.global.trimmed(a), self.global.trimmed(b));
        }
        self.keys
            .iter()
            .map(|key| key.letters.compare(key.of(a, self.separator), key.of(b, self.separator)))
            .find(|order| *order != Ordering::Equal)
            .unwrap_or(Ordering::Equal)
    }
}

impl Letters {
    fn trimmed(self, text: &[u8]) -> &[u8] {
        if self.blanks_start { &text[blanks(text)..] } else { text }
    }

    fn compare(self, a: &[u8], b: &[u8]) -> Ordering {
        let order = if self.numeric {
            numeric(a, b)
        } else if self.fold {
            let upper = |text: &[u8]| text.to_ascii_uppercase();
            upper(a).cmp(&upper(b))
        } else {
            a.cmp(b)
        };
        reversed(order, self.reverse)
    }
}

impl Key {
    /// `2`, `2,3`, `2.3n,4br`.
    fn parse(text: &str, global: Letters) -> Option<Self> {
        let (start, end) = text.split_once(',').map_or((text, None), |(start, end)| (start, Some(end)));
        let mut letters = Letters::default();
        let mut any = false;
        let start = place(start, 1, |letter| {
            any = true;
            letters.set(letter, true)
        })?;
        let end = match end {
            None => None,
            Some(end) => Some(place(end, 0, |letter| {
                any = true;
                letters.set(letter, false)
            })?),
        };
        if start.field == 0 || start.char == 0 || end.is_some_and(|end| end.field == 0) {
            return None;
        }
        Some(Self { start, end, letters: if any { letters } else { global } })
    }

    fn of<'a>(&self, line: &'a [u8], separator: Option<u8>) -> &'a [u8] {
        let start = field_start(line, self.start.field, separator);
        let skipped = if self.letters.blanks_start { blanks(&line[start..]) } else { 0 };
        let start = (start + skipped).saturating_add(self.start.char - 1).min(line.len());
        let end = match self.end {
            None => line.len(),
            Some(Place { field, char: 0 }) => field_end(line, field, separator),
            Some(Place { field, char }) => {
                let start = field_start(line, field, separator);
                let skipped = if self.letters.blanks_end { blanks(&line[start..]) } else { 0 };
                (start + skipped).saturating_add(char).min(line.len())
            }
        };
        &line[start..end.max(start)]
    }
}

impl Letters {
    fn set(&mut self, letter: char, at_start: bool) -> bool {
        match letter {
            'n' => self.numeric = true,
            'r' => self.reverse = true,
            'f' => self.fold = true,
            'b' if at_start => self.blanks_start = true,
            'b' => self.blanks_end = true,
            _ => return false,
        }
        true
    }
}

/// `FIELD[.CHAR][LETTERS]`; `char` is the character where none is given.
fn place(text: &str, char: usize, mut letter: impl FnMut(char) -> bool) -> Option<Place> {
    let digits = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (field, rest) = text.split_at(digits(text));
    let mut place = Place { field: field.parse().ok()?, char };
    let rest = match rest.strip_prefix('.') {
        Some(rest) => {
            let (char, rest) = rest.split_at(digits(rest));
            place.char = char.parse().ok()?;
            rest
        }
        None => rest,
    };
    rest.chars().all(&mut letter).then_some(place)
}

/// Where field `number` begins, the blanks before it included; the line's end where there are not so many.
fn field_start(line: &[u8], number: usize, separator: Option<u8>) -> usize {
    let mut at = 0;
    for _ in 1..number {
        if at >= line.len() {
            break;
        }
        at = match separator {
            Some(separator) => line[at..]
                .iter()
                .position(|byte| *byte == separator)
                .map_or(line.len(), |length| at + length + 1),
            None => next_blank(line, at),
        };
    }
    at
}

fn field_end(line: &[u8], number: usize, separator: Option<u8>) -> usize {
    let start = field_start(line, number, separator);
    match separator {
        Some(separator) => line[start..]
            .iter()
            .position(|byte| *byte == separator)
            .map_or(line.len(), |length| start + length),
        None => next_blank(line, start),
    }
}

/// Over the blanks at `at` and the word behind them.
fn next_blank(line: &[u8], at: usize) -> usize {
    let word = at + blanks(&line[at..]);
    line[word..].iter().position(|byte| is_blank(*byte)).map_or(line.len(), |length| word + length)
}

fn blanks(text: &[u8]) -> usize {
    text.iter().take_while(|byte| is_blank(**byte)).count()
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// The numbers that two texts begin with, compared digit by digit, so that no length is too long.
fn numeric(a: &[u8], b: &[u8]) -> Ordering {
    let (a, b) = (Number::read(a), Number::read(b));
    match (a.negative, b.negative) {
        (false, true) => Ordering::Greater,
        (true, false) => Ordering::Less,
        (false, false) => a.size(&b),
        (true, true) => b.size(&a),
    }
}

struct Number<'a> {
    negative: bool,
    whole: &'a [u8],
    fraction: &'a [u8],
}

impl<'a> Number<'a> {
    fn read(text: &'a [u8]) -> Self {
        let text = &text[blanks(text)..];
        let (minus, text) = text.strip_prefix(b"-").map_or((false, text), |text| (true, text));
        let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (whole, rest) = text.split_at(digits(text));
        let fraction = rest.strip_prefix(b".").map_or(&rest[..0], |rest| &rest[..digits(rest)]);
        let zeros = whole.iter().take_while(|byte| **byte == b'0').count();
        let last = fraction.iter().rposition(|byte| *byte != b'0').map_or(0, |at| at + 1);
        let (whole, fraction) = (&whole[zeros..], &fraction[..last]);
        // There is no negative nothing.
        Self { negative: minus && !(whole.is_empty() && fraction.is_empty()), whole, fraction }
    }

    fn size(&self, other: &Self) -> Ordering {
        (self.whole.len(), self.whole, self.fraction).cmp(&(other.whole.len(), other.whole, other.fraction))
    }
}

fn reversed(order: Ordering, reverse: bool) -> Ordering {
    if reverse { order.reverse() } else { order }
}
