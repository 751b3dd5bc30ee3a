//! `grep`: the lines that match.

use std::collections::VecDeque;

use regex::bytes::{Regex, RegexBuilder};
use regex_automata::nfa::thompson::pikevm::{Cache, PikeVM};
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input, MatchKind};

use super::lines::Lines;
use super::options::{Options, switch, valued};
use super::pattern::{self, Bad, Syntax};
use super::{Flow, Refused};
use crate::i18n::{Phrase, phrase};

/// The most that is held of lines that may become context.
const MAX_CONTEXT: usize = 4 << 20;

#[derive(Debug)]
pub(super) struct Grep {
    lines: Lines,
    matcher: Matcher,
}

#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "one for each switch that the program has")]
struct Matcher {
    regex: Regex,
    /// For `-o`: where a match that begins somewhere ends at the latest, as POSIX wants it.
    longest: Option<(PikeVM, Cache)>,
    invert: bool,
    count_only: bool,
    numbers: bool,
    quiet: bool,
    after: u64,
    before: u64,
    /// `--` goes between groups of lines.
    groups: bool,
    /// No more than so many lines.
    most: u64,

    number: u64,
    selected: u64,
    /// Context lines still to come after a match.
    owed: u64,
    waiting: VecDeque<(u64, Vec<u8>)>,
    waiting_bytes: usize,
    /// The number of the last line printed.
    printed: u64,
    lost: bool,
}

impl Grep {
    pub(super) fn new(args: &[String]) -> Result<Self, Refused> {
        let known = [
            switch('i', "ignore-case"),
            switch('v', "invert-match"),
            switch('c', "count"),
            switch('n', "line-number"),
            switch('o', "only-matching"),
            switch('E', "extended-regexp"),
            switch('F', "fixed-strings"),
            switch('G', "basic-regexp"),
            switch('w', "word-regexp"),
            switch('x', "line-regexp"),
            switch('q', "quiet"),
            switch('q', "silent"),
            valued('e', "regexp"),
            valued('A', "after-context"),
            valued('B', "before-context"),
            valued('C', "context"),
            valued('m', "max-count"),
            switch('a', "text"),
            switch('h', "no-filename"),
            switch('s', "no-messages"),
            switch('y', ""),
            switch('\u{1}', "line-buffered"),
        ];
        let args = context_number(args);
        let options = Options::read("grep", &known, &args, 2)?;
        let mut patterns: Vec<(&str, usize)> = Vec::new();
        for (_, text, at) in options.set.iter().filter(|(letter, _, _)| *letter == 'e') {
            patterns.push((text, *at));
        }
        let mut operands = 0;
        if patterns.is_empty() {
            let Some((text, at)) = options.operands.first() else {
                return Err(Refused { phrase: phrase("shell-grep-pattern"), arg: None, code: 2 });
            };
            patterns.push((text, *at));
            operands = 1;
        }
        options.no_files("grep", operands, 2)?;
        let matcher = Matcher::new(&options, &patterns)?;
        Ok(Self { lines: Lines::default(), matcher })
    }

    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Flow {
        let Self { lines, matcher } = self;
        if matcher.most == 0 {
            return Flow::Done;
        }
        lines.feed(bytes, |line| matcher.line(line, out))
    }

    pub(super) fn finish(&mut self, out: &mut Vec<u8>) -> i64 {
        let Self { lines, matcher } = self;
        if !matcher.is_done() {
            lines.finish(|line| {
                matcher.line(line, out);
            });
        }
        if matcher.count_only && !matcher.quiet {
            out.extend(format!("{}\n", matcher.selected).into_bytes());
        }
        i64::from(matcher.selected == 0)
    }

    pub(super) fn trouble(&self) -> Option<Phrase> {
        if self.matcher.lost {
            return Some(phrase("shell-filter-too-much").with("name", "grep").with("bytes", MAX_CONTEXT));
        }
        self.lines.trouble("grep")
    }
}

impl Matcher {
    fn new(options: &Options, patterns: &[(&str, usize)]) -> Result<Self, Refused> {
        let flavour = options.set.iter().rev().find(|(letter, _, _)| matches!(letter, 'E' | 'F' | 'G'));
        let syntax = match flavour {
            Some(('E', _, _)) => Syntax::Extended,
            Some(('F', _, _)) => Syntax::Fixed,
            _ => Syntax::Basic,
        };
        let mut branches = Vec::new();
        for (text, at) in patterns {
            for line in text.split('\n') {
                let branch = pattern::translate(line, syntax).map_err(|bad| refused(&bad, text, *at))?;
                branches.push(format!("(?:{branch})"));
            }
        }
        let joined = branches.join("|");
        let whole = if options.on('x') {
            format!("^(?:{joined})$")
        } else if options.on('w') {
            format!(r"\b{{start-half}}(?:{joined})\b{{end-half}}")
        } else {
            joined
        };
        let (first, at) = patterns.first().copied().unwrap_or(("", 0));
        let too_big = || Refused {
            phrase: phrase("shell-grep-too-big").with("pattern", first),
            arg: Some(at),
            code: 2,
        };
        let ignore_case = options.on('i') || options.on('y');
        let regex = RegexBuilder::new(&whole).case_insensitive(ignore_case).build().map_err(|_| too_big())?;
        let (invert, count_only) = (options.on('v'), options.on('c'));
        let longest = if options.on('o') && !count_only {
            let vm = PikeVM::builder()
                .syntax(syntax::Config::new().utf8(false).case_insensitive(ignore_case))
                .thompson(regex_automata::nfa::thompson::Config::new().utf8(false))
                .configure(PikeVM::config().match_kind(MatchKind::All))
                .build(&whole)
                .map_err(|_| too_big())?;
            let cache = vm.create_cache();
            Some((vm, cache))
        } else {
            None
        };
        let number = |letter| options.number("grep", letter, 2);
        let context = number('C')?;
        Ok(Self {
            regex,
            invert,
            count_only,
            numbers: options.on('n'),
            quiet: options.on('q'),
            after: number('A')?.or(context).unwrap_or(0),
            before: number('B')?.or(context).unwrap_or(0),
            groups: ['A', 'B', 'C']
                .into_iter()
                .any(|letter| options.value(letter).is_some_and(|(n, _)| n != "0")),
            most: number('m')?.unwrap_or(u64::MAX),
            longest,
            number: 0,
            selected: 0,
            owed: 0,
            waiting: VecDeque::new(),
            waiting_bytes: 0,
            printed: 0,
            lost: false,
        })
    }

    fn is_done(&self) -> bool {
        self.selected >= self.most && self.owed == 0 || self.quiet && self.selected > 0
    }

    fn line(&mut self, line: &[u8], out: &mut Vec<u8>) -> Flow {
        self.number += 1;
        let selected = self.selected < self.most && self.regex.is_match(line) != self.invert;
        if selected {
            self.selected += 1;
            if !self.count_only && !self.quiet {
                self.print_waiting(out);
                self.print_selected(line, out);
                self.owed = self.after;
            }
        } else if self.owed > 0 {
            self.owed -= 1;
            self.print_context(self.number, line, out);
        } else if self.before > 0 && !self.count_only && !self.quiet {
            self.keep(line);
        }
        if self.is_done() { Flow::Done } else { Flow::More }
    }

    fn print_selected(&mut self, line: &[u8], out: &mut Vec<u8>) {
        self.separate(self.number, out);
        let Some((vm, cache)) = &mut self.longest else {
            self.print(self.number, line, b':', out);
            return;
        };
        if self.invert {
            return;
        }
        let mut parts = Vec::new();
        let mut from = 0;
        while let Some(found) = self.regex.find_at(line, from) {
            let input = Input::new(line).range(found.start()..).anchored(Anchored::Yes);
            let end = vm.find(cache, input).map_or(found.end(), |longest| longest.end());
            if end > found.start() {
                parts.push(found.start()..end);
            }
            from = end.max(found.start() + 1);
            if from > line.len() {
                break;
            }
        }
        for part in parts {
            self.print(self.number, &line[part], b':', out);
        }
    }

    /// A line of context, which `-o` leaves out.
    fn print_context(&mut self, number: u64, line: &[u8], out: &mut Vec<u8>) {
        self.separate(number, out);
        if self.longest.is_none() {
            self.print(number, line, b'-', out);
        }
    }

    /// `--` where lines were left out before line `number`.
    fn separate(&mut self, number: u64, out: &mut Vec<u8>) {
        if self.groups && self.printed > 0 && number > self.printed + 1 {
            out.extend_from_slice(b"--\n");
        }
        self.printed = number;
    }

    fn print(&self, number: u64, line: &[u8], sign: u8, out: &mut Vec<u8>) {
        if self.numbers {
            out.extend(number.to_string().into_bytes());
            out.push(sign);
        }
        out.extend_from_slice(line);
        out.push(b'\n');
    }

    fn print_waiting(&mut self, out: &mut Vec<u8>) {
        self.waiting_bytes = 0;
        for (number, line) in std::mem::take(&mut self.waiting) {
            self.print_context(number, &line, out);
        }
    }

    fn keep(&mut self, line: &[u8]) {
        self.waiting.push_back((self.number, line.to_vec()));
        self.waiting_bytes += line.len();
        while self.waiting.len() as u64 > self.before || self.waiting_bytes > MAX_CONTEXT {
            self.lost |= self.waiting.len() as u64 <= self.before;
            let Some((_, dropped)) = self.waiting.pop_front() else { break };
            self.waiting_bytes -= dropped.len();
        }
    }
}

/// `-3` is `-C 3`.
fn context_number(args: &[String]) -> Vec<String> {
    args.iter()
        .map(|arg| match arg.strip_prefix('-') {
            Some(digits) if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
                format!("-C{digits}")
            }
            _ => arg.clone(),
        })
        .collect()
}

fn refused(bad: &Bad, pattern: &str, at: usize) -> Refused {
    let said = match bad {
        Bad::OpenBracket => phrase("shell-grep-bracket"),
        Bad::Group => phrase("shell-grep-group"),
        Bad::Interval => phrase("shell-grep-interval"),
        Bad::Range => phrase("shell-grep-range"),
        Bad::Class(name) => phrase("shell-grep-class").with("class", name.as_str()),
        Bad::BackReference => phrase("shell-grep-back-reference"),
        Bad::Backslash => phrase("shell-grep-backslash"),
    };
    Refused { phrase: said.with("pattern", pattern), arg: Some(at), code: 2 }
}
