//! `tr`: bytes turned into others, dropped, or squeezed. As GNU's it knows bytes, not characters.

use super::options::{Options, switch};
use super::{Flow, Refused};
use crate::i18n::{Phrase, phrase};

#[derive(Debug)]
pub(super) struct Tr {
    /// What each byte becomes.
    map: [u8; 256],
    delete: [bool; 256],
    squeeze: [bool; 256],
    last: Option<u8>,
}

impl Tr {
    pub(super) fn new(args: &[String]) -> Result<Self, Refused> {
        let known = [
            switch('c', "complement"),
            switch('C', ""),
            switch('d', "delete"),
            switch('s', "squeeze-repeats"),
            switch('t', "truncate-set1"),
        ];
        let options = Options::read("tr", &known, args, 1)?;
        let (delete, squeeze) = (options.on('d'), options.on('s'));
        let refused = |phrase: Phrase, arg| Refused { phrase, arg, code: 1 };
        let (least, most) = match (delete, squeeze) {
            (true, true) | (false, false) => (2, 2),
            (true, false) => (1, 1),
            (false, true) => (1, 2),
        };
        if let Some((_, at)) = options.operands.get(most) {
            return Err(refused(phrase("shell-tr-extra").with("most", most), Some(*at)));
        }
        if options.operands.len() < least {
            return Err(refused(phrase("shell-tr-missing").with("least", least), None));
        }
        let parse = |number: usize| -> Result<Option<Set>, Refused> {
            options
                .operands
                .get(number)
                .map(|(text, at)| Set::parse(text, number == 1).map_err(|why| refused(why, Some(*at))))
                .transpose()
        };
        let (first, second) = (parse(0)?.unwrap_or_default(), parse(1)?);
        let mut from = first.bytes;
        if options.on('c') || options.on('C') {
            from = (0..=u8::MAX).filter(|byte| !from.contains(byte)).collect();
        }
        let mut tr = Self { map: identity(), delete: [false; 256], squeeze: [false; 256], last: None };
        match (delete, second) {
            (true, second) => {
                mark(&mut tr.delete, &from);
                mark(&mut tr.squeeze, &second.unwrap_or_default().bytes);
            }
            (false, None) => mark(&mut tr.squeeze, &from),
            (false, Some(second)) => {
                let to = second.extended(from.len());
                if to.is_empty() && !options.on('t') {
                    return Err(refused(
                        phrase("shell-tr-empty"),
                        options.operands.get(1).map(|(_, at)| *at),
                    ));
                }
                let filler = to.last().copied();
                for (at, byte) in from.iter().enumerate() {
                    match to.get(at).copied().or(filler.filter(|_| !options.on('t'))) {
                        Some(new) => tr.map[usize::from(*byte)] = new,
                        None => break,
                    }
                }
                if squeeze {
                    mark(&mut tr.squeeze, &to);
                }
            }
        }
        Ok(tr)
    }

    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Flow {
        for byte in bytes.iter().filter(|byte| !self.delete[usize::from(**byte)]) {
            let new = self.map[usize::from(*byte)];
            if self.squeeze[usize::from(new)] && self.last == Some(new) {
                continue;
            }
            self.last = Some(new);
            out.push(new);
        }
        Flow::More
    }
}

fn identity() -> [u8; 256] {
    let mut map = [0; 256];
    for byte in 0..=u8::MAX {
        map[usize::from(byte)] = byte;
    }
    map
}

fn mark(table: &mut [bool; 256], bytes: &[u8]) {
    for byte in bytes {
        table[usize::from(*byte)] = true;
    }
}

/// A set as written, its ranges and classes spelled out.
#[derive(Debug, Default)]
struct Set {
    bytes: Vec<u8>,
    /// `[x*]`: as many `x` as it takes to be as long as the other set, at this place.
    fill: Option<(usize, u8)>,
}

impl Set {
    fn parse(text: &str, second: bool) -> Result<Self, Phrase> {
        let signs = signs(text.as_bytes());
        let mut set = Self::default();
        let mut at = 0;
        while let Some(&(byte, escaped)) = signs.get(at) {
            if byte == b'['
                && !escaped
                && let Some(length) = set.bracket(&signs[at..], second)?
            {
                at += length;
                continue;
            }
            if let (Some((b'-', false)), Some((end, _))) = (signs.get(at + 1), signs.get(at + 2)) {
                if *end < byte {
                    let range = format!("{}-{}", char::from(byte), char::from(*end));
                    return Err(phrase("shell-tr-range").with("range", range));
                }
                set.bytes.extend(byte..=*end);
                at += 3;
                continue;
            }
            set.bytes.push(byte);
            at += 1;
        }
        Ok(set)
    }

    /// `[:class:]`, `[=c=]`, `[c*n]`: its length, none where it is a plain bracket.
    fn bracket(&mut self, signs: &[(u8, bool)], second: bool) -> Result<Option<usize>, Phrase> {
        let plain: Vec<u8> = signs.iter().map(|(byte, escaped)| if *escaped { 0 } else { *byte }).collect();
        if plain.starts_with(b"[:")
            && let Some(end) = plain[2..].windows(2).position(|pair| pair == b":]")
        {
            let name = String::from_utf8_lossy(&plain[2..2 + end]).into_owned();
            let test = class(&name).ok_or_else(|| phrase("shell-tr-class").with("class", name.as_str()))?;
            self.bytes.extend((0..=u8::MAX).filter(test));
            return Ok(Some(end + 4));
        }
        if let [b'[', b'=', _, b'=', b']', ..] = plain.as_slice() {
            self.bytes.push(signs[2].0);
            return Ok(Some(5));
        }
        if second
            && let [b'[', _, b'*', rest @ ..] = plain.as_slice()
            && let Some(end) = rest.iter().position(|byte| *byte == b']')
            && rest[..end].iter().all(u8::is_ascii_digit)
        {
            let digits = String::from_utf8_lossy(&rest[..end]).into_owned();
            let radix = if digits.starts_with('0') { 8 } else { 10 };
            let count = usize::from_str_radix(&digits, radix).unwrap_or(0);
            if count == 0 {
                self.fill = Some((self.bytes.len(), signs[1].0));
            } else {
                // More than there are bytes makes no difference.
                self.bytes.extend(std::iter::repeat_n(signs[1].0, count.min(256)));
            }
            return Ok(Some(end + 4));
        }
        Ok(None)
    }

    fn extended(mut self, length: usize) -> Vec<u8> {
        if let Some((at, byte)) = self.fill {
            let missing = length.saturating_sub(self.bytes.len());
            self.bytes.splice(at..at, std::iter::repeat_n(byte, missing));
        }
        self.bytes
    }
}

/// The bytes of a set with their escapes resolved; which of them were escaped.
fn signs(text: &[u8]) -> Vec<(u8, bool)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(&byte) = text.get(at) {
        at += 1;
        if byte != b'\\' {
            out.push((byte, false));
            continue;
        }
        let octal = text[at..].iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7')).count();
        if octal > 0 {
            let value =
                |digits: &[u8]| digits.iter().fold(0_u32, |sum, digit| sum * 8 + u32::from(digit - b'0'));
            // Three digits may be more than a byte holds: then two of them count.
            let taken = if value(&text[at..at + octal]) > 255 { octal - 1 } else { octal };
            out.push((u8::try_from(value(&text[at..at + taken])).unwrap_or(0), true));
            at += taken;
            continue;
        }
        let Some(&next) = text.get(at) else {
            out.push((b'\\', true));
            break;
        };
        at += 1;
        out.push((
            match next {
                b'a' => 7,
                b'b' => 8,
                b'f' => 12,
                b'n' => b'\n',
                b'r' => b'\r',
                b't' => b'\t',
                b'v' => 11,
                other => other,
            },
            true,
        ));
    }
    out
}

fn class(name: &str) -> Option<fn(&u8) -> bool> {
    Some(match name {
        "alnum" => u8::is_ascii_alphanumeric,
        "alpha" => u8::is_ascii_alphabetic,
        "blank" => |byte| matches!(byte, b' ' | b'\t'),
        "cntrl" => u8::is_ascii_control,
        "digit" => u8::is_ascii_digit,
        "graph" => u8::is_ascii_graphic,
        "lower" => u8::is_ascii_lowercase,
        "print" => |byte| byte.is_ascii_graphic() || *byte == b' ',
        "punct" => u8::is_ascii_punctuation,
        "space" => |byte| matches!(byte, b' ' | b'\t'..=b'\r'),
        "upper" => u8::is_ascii_uppercase,
        "xdigit" => u8::is_ascii_hexdigit,
        _ => return None,
    })
}
