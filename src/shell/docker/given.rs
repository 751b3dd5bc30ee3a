//! What was given on a line: flags with their values, and arguments.

use std::ops::Range;

use super::flag::Flag;
use super::go;
use crate::shell::Word;

/// A flag that was given.
#[derive(Debug)]
pub(crate) struct Set {
    /// Which.
    pub flag: &'static Flag,
    /// Its value, `true` for a switch.
    pub text: String,
    /// The word that named it.
    pub span: Range<usize>,
}

/// Flags and arguments, told apart.
#[derive(Debug)]
pub(crate) struct Given<'w> {
    flags: &'static [Flag],
    /// The flags in the order given.
    pub sets: Vec<Set>,
    /// The arguments.
    pub args: Vec<&'w Word>,
    /// Whether `--` stands before the first argument.
    pub dashed: bool,
    /// `--help`
    pub help: bool,
}

impl Given<'_> {
    pub(super) fn new(flags: &'static [Flag]) -> Self {
        Self { flags, sets: Vec::new(), args: Vec::new(), dashed: false, help: false }
    }

    /// The values of `--long` in the order given, those of its other names among them.
    pub(super) fn list(&self, long: &str) -> Vec<String> {
        self.values(long).map(str::to_owned).collect()
    }

    /// The last value of `--long`.
    pub(super) fn text(&self, long: &str) -> Option<String> {
        self.values(long).last().map(str::to_owned)
    }

    /// Whether the switch `--long` is on.
    pub(super) fn on(&self, long: &str) -> bool {
        self.values(long).last().is_some_and(|text| go::parse_bool(text) == Ok(true))
    }

    /// The last number of `--long`.
    pub(super) fn int(&self, long: &str) -> Option<i64> {
        self.values(long).last().and_then(|text| go::parse_int(text).ok())
    }

    /// The arguments' texts from `from` on.
    pub(super) fn texts(&self, from: usize) -> Vec<String> {
        self.args.iter().skip(from).map(|word| word.text.clone()).collect()
    }

    /// The argument number `at`; empty where there is none, which a verb's arity rules out.
    pub(super) fn arg(&self, at: usize) -> String {
        self.args.get(at).map_or(String::new(), |word| word.text.clone())
    }

    /// The first flag given that this prompt does not carry out.
    pub(super) fn unsupported(&self) -> Option<&Set> {
        self.sets.iter().find(|set| !set.flag.supported && !harmless(set))
    }

    fn values(&self, long: &str) -> impl Iterator<Item = &str> {
        debug_assert!(self.flags.iter().any(|flag| flag.long == long), "no flag --{long} in the table");
        self.sets
            .iter()
            .filter(move |set| set.flag.same_as.unwrap_or(set.flag.long) == long)
            .map(|set| set.text.as_str())
    }
}

/// A flag set to what docker does anyway: there is nothing to carry out.
fn harmless(set: &Set) -> bool {
    matches!((set.flag.long, go::parse_bool(&set.text)), ("sig-proxy" | "disable-content-trust", Ok(true)))
}
