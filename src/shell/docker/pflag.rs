//! Flags and arguments told apart, by the rules of pflag.
//!
//! `-itd`, `-p10080:80`, `-p=10080:80`, `--name x`, `--name=x`, `--rm=false`, `--`; where a verb's flags may not
//! follow its arguments (`run`, `create`, `exec`), the first argument ends them.

use super::flag::{Flag, Kind};
use super::given::{Given, Set};
use super::{go, value};
use crate::shell::Word;

/// The flag that every command has, found after the verb's own.
const HELP: Flag = Flag::bool("help", "Print usage");

/// Reads `words` against the table `flags`.
///
/// # Errors
/// pflag's own message, without docker's usage lines.
pub(super) fn read<'w>(
    flags: &'static [Flag],
    interspersed: bool,
    words: &'w [Word],
) -> Result<Given<'w>, String> {
    let mut reader = Reader { flags, words, at: 0, given: Given::new(flags) };
    while let Some(word) = reader.words.get(reader.at) {
        reader.at += 1;
        let text = word.text.as_str();
        if text == "--" {
            reader.given.dashed = reader.given.args.is_empty();
            reader.given.args.extend(&words[reader.at..]);
            break;
        }
        if let Some(long) = text.strip_prefix("--") {
            reader.long(word, long)?;
        } else if let Some(shorts) = text.strip_prefix('-').filter(|shorts| !shorts.is_empty()) {
            reader.shorts(word, shorts)?;
        } else {
            reader.given.args.push(word);
            if !interspersed {
                reader.given.args.extend(&words[reader.at..]);
                break;
            }
        }
    }
    Ok(reader.given)
}

/// The flag of the word `text` (`-itd`, `--name`, `--name=x`) whose value is to come in the next word, if any; an error
/// where one of its flags is unknown.
pub(super) fn waits(flags: &'static [Flag], text: &str) -> Result<Option<&'static Flag>, ()> {
    if let Some(long) = text.strip_prefix("--") {
        let (name, value) = long.split_once('=').map_or((long, None), |(name, value)| (name, Some(value)));
        let flag = by_name(flags, name).ok_or(())?;
        return Ok((value.is_none() && flag.kind != Kind::Bool).then_some(flag));
    }
    let mut letters = text.trim_start_matches('-').chars();
    while let Some(letter) = letters.next() {
        let flag = by_letter(flags, letter).ok_or(())?;
        let rest = letters.as_str();
        if flag.kind != Kind::Bool {
            return Ok(rest.is_empty().then_some(flag));
        }
        if rest.len() > 1 && rest.starts_with('=') {
            return Ok(None);
        }
    }
    Ok(None)
}

fn by_name(flags: &'static [Flag], name: &str) -> Option<&'static Flag> {
    flags.iter().find(|flag| flag.long == name).or((name == "help").then_some(&HELP))
}

fn by_letter(flags: &'static [Flag], letter: char) -> Option<&'static Flag> {
    flags.iter().find(|flag| flag.short == Some(letter)).or((letter == 'h').then_some(&HELP))
}

struct Reader<'w> {
    flags: &'static [Flag],
    words: &'w [Word],
    at: usize,
    given: Given<'w>,
}

impl<'w> Reader<'w> {
    fn long(&mut self, word: &'w Word, text: &str) -> Result<(), String> {
        if text.starts_with(['-', '=']) {
            return Err(format!("bad flag syntax: --{text}"));
        }
        let (name, value) = match text.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (text, None),
        };
        let Some(flag) =
            self.flags.iter().find(|flag| flag.long == name).or((name == "help").then_some(&HELP))
        else {
            return Err(format!("unknown flag: --{name}"));
        };
        match value {
            Some(value) => self.set(flag, value, word),
            None if flag.kind == Kind::Bool => self.set(flag, "true", word),
            None => match self.next() {
                Some(value) => self.set(flag, value, word),
                None => Err(format!("flag needs an argument: --{name}")),
            },
        }
    }

    fn shorts(&mut self, word: &'w Word, text: &str) -> Result<(), String> {
        let mut rest = text;
        while let Some(letter) = rest.chars().next() {
            let after = &rest[letter.len_utf8()..];
            let Some(flag) = by_letter(self.flags, letter) else {
                // pflag looks at bytes; of a wider letter it names the first one.
                let byte = char::from(rest.as_bytes()[0]);
                return Err(format!("unknown shorthand flag: {} in -{rest}", go::quote_char(byte)));
            };
            match after.strip_prefix('=') {
                Some(value) if !value.is_empty() => return self.set(flag, value, word),
                _ if flag.kind == Kind::Bool => self.set(flag, "true", word)?,
                _ if !after.is_empty() => return self.set(flag, after, word),
                _ => {
                    return match self.next() {
                        Some(value) => self.set(flag, value, word),
                        None => Err(format!("flag needs an argument: {} in -{rest}", go::quote_char(letter))),
                    };
                }
            }
            rest = after;
        }
        Ok(())
    }

    fn next(&mut self) -> Option<&'w str> {
        let word = self.words.get(self.at)?;
        self.at += 1;
        Some(&word.text)
    }

    fn set(&mut self, flag: &'static Flag, text: &str, word: &Word) -> Result<(), String> {
        let checked = match flag.kind {
            Kind::Bool => go::parse_bool(text).map(drop),
            Kind::Int => go::parse_int(text).map(drop),
            Kind::Named("uint16") => go::parse_uint(text, 16).map(drop),
            Kind::Named("duration") => value::duration(text),
            _ => Ok(()),
        };
        let checked = checked.and_then(|()| flag.check.map_or(Ok(()), |check| check(text)));
        checked.map_err(|why| {
            format!("invalid argument {} for \"{}\" flag: {why}", go::quote(text), flag.display())
        })?;
        if flag.long == "help" {
            self.given.help = go::parse_bool(text) == Ok(true);
        } else {
            self.given.sets.push(Set { flag, text: text.to_owned(), span: word.span.clone() });
        }
        Ok(())
    }
}
