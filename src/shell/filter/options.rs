//! Options of a filter, by the rules of GNU getopt: clusters, values attached or in the next word, `--long=value`.

use super::Refused;
use crate::i18n::{Phrase, phrase};

/// An option of a program.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opt {
    /// The letter by which the program asks for it, `\0` never.
    pub letter: char,
    /// The long name; empty for none.
    pub long: &'static str,
    /// Whether a value follows.
    pub value: bool,
}

/// A switch.
pub(super) const fn switch(letter: char, long: &'static str) -> Opt {
    Opt { letter, long, value: false }
}

/// An option with a value.
pub(super) const fn valued(letter: char, long: &'static str) -> Opt {
    Opt { letter, long, value: true }
}

/// What a program was given.
#[derive(Debug, Default)]
pub(super) struct Options {
    /// Letters in the order given, with their values and which argument they stood in.
    pub set: Vec<(char, String, usize)>,
    /// What is no option, and which argument it is.
    pub operands: Vec<(String, usize)>,
}

impl Options {
    /// Reads `args`. `code` is what the program exits with when they are wrong.
    pub(super) fn read(program: &str, opts: &[Opt], args: &[String], code: i64) -> Result<Self, Refused> {
        let mut found = Self::default();
        let mut at = 0;
        while let Some(arg) = args.get(at) {
            let here = at;
            at += 1;
            let refuse = |phrase: Phrase| Refused { phrase, arg: Some(here), code };
            let unknown = |option: &str| {
                let phrase = phrase("shell-filter-option").with("name", program).with("option", option);
                refuse(phrase.with("options", listed(opts)))
            };
            let no_value = |option: &str| {
                refuse(phrase("shell-filter-option-value").with("name", program).with("option", option))
            };
            if arg == "--" {
                found.operands.extend((at..args.len()).map(|at| (args[at].clone(), at)));
                break;
            }
            if let Some(long) = arg.strip_prefix("--") {
                let (name, value) =
                    long.split_once('=').map_or((long, None), |(name, value)| (name, Some(value)));
                let opt = opts
                    .iter()
                    .find(|opt| !opt.long.is_empty() && opt.long == name)
                    .ok_or_else(|| unknown(&format!("--{name}")))?;
                let value = match (opt.value, value) {
                    (false, None) => String::new(),
                    (false, Some(_)) => return Err(unknown(arg)),
                    (true, Some(value)) => value.to_owned(),
                    (true, None) => {
                        at += 1;
                        args.get(at - 1).cloned().ok_or_else(|| no_value(&format!("--{name}")))?
                    }
                };
                found.set.push((opt.letter, value, here));
            } else if let Some(cluster) = arg.strip_prefix('-').filter(|cluster| !cluster.is_empty()) {
                let mut rest = cluster.chars();
                while let Some(letter) = rest.next() {
                    let opt = opts
                        .iter()
                        .find(|opt| opt.letter == letter)
                        .ok_or_else(|| unknown(&format!("-{letter}")))?;
                    if !opt.value {
                        found.set.push((letter, String::new(), here));
                        continue;
                    }
                    let attached = rest.as_str().to_owned();
                    rest = "".chars();
                    let value = if attached.is_empty() {
                        at += 1;
                        args.get(at - 1).cloned().ok_or_else(|| no_value(&format!("-{letter}")))?
                    } else {
                        attached
                    };
                    found.set.push((letter, value, here));
                }
            } else {
                found.operands.push((arg.clone(), here));
            }
        }
        Ok(found)
    }

    /// Whether the switch was given.
    pub(super) fn on(&self, letter: char) -> bool {
        self.set.iter().any(|(given, _, _)| *given == letter)
    }

    /// The option's last value, and which argument it stood in.
    pub(super) fn value(&self, letter: char) -> Option<(&str, usize)> {
        self.set
            .iter()
            .rev()
            .find(|(given, _, _)| *given == letter)
            .map(|(_, value, at)| (value.as_str(), *at))
    }

    /// The option's last value as a number, or as much as a number can be.
    pub(super) fn number(&self, program: &str, letter: char, code: i64) -> Result<Option<u64>, Refused> {
        self.value(letter).map(|(value, at)| number(program, value, at, code)).transpose()
    }

    /// Refuses operands from number `from` on: files are not read here. `-` is the pipe itself.
    pub(super) fn no_files(&self, program: &str, from: usize, code: i64) -> Result<(), Refused> {
        match self.operands.iter().skip(from).find(|(operand, _)| operand != "-") {
            None => Ok(()),
            Some((operand, at)) => Err(Refused {
                phrase: phrase("shell-filter-file").with("name", program).with("file", operand.as_str()),
                arg: Some(*at),
                code,
            }),
        }
    }
}

/// Digits as a number; more of them than fit are as good as no end.
pub(super) fn number(program: &str, text: &str, at: usize, code: i64) -> Result<u64, Refused> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        let phrase = phrase("shell-filter-number").with("name", program).with("value", text);
        return Err(Refused { phrase, arg: Some(at), code });
    }
    Ok(text.parse().unwrap_or(u64::MAX))
}

fn listed(opts: &[Opt]) -> String {
    let letters =
        opts.iter().filter(|opt| opt.letter.is_ascii_alphabetic()).map(|opt| format!("-{}", opt.letter));
    letters.collect::<Vec<_>>().join(" ")
}
