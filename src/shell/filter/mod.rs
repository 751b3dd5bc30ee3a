//! What may stand after a `|`: `grep`, `head`, `tail`, `wc`, `sort`, `uniq`, `cut`, `tr`, as the GNU tools do them.
//!
//! Each takes bytes as they come and gives bytes on; none holds more than it must, and none grows without bound.
//! Bytes are not judged: what is not UTF-8 passes as it is. The order of `sort` is that of the bytes (`LC_ALL=C`).

mod bracket;
mod cut;
mod grep;
mod head;
mod lines;
mod options;
mod pattern;
mod ranges;
mod sort;
mod tail;
mod tr;
mod uniq;
mod wc;

use super::{Filter, ShellError, slip};
use crate::i18n::{Phrase, phrase};

/// Whether a filter wants more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// It reads on.
    More,
    /// Nothing that comes could change its output: the stage before may be stopped, as by SIGPIPE.
    Done,
}

/// A filter at work.
#[derive(Debug)]
pub struct FilterState(Program);

#[derive(Debug)]
enum Program {
    Cut(cut::Cut),
    Grep(Box<grep::Grep>),
    Head(head::Head),
    Sort(sort::Sort),
    Tail(tail::Tail),
    Tr(Box<tr::Tr>),
    Uniq(uniq::Uniq),
    Wc(wc::Wc),
}

/// Why a filter cannot be run as written.
#[derive(Debug)]
pub(super) struct Refused {
    /// What is wrong.
    pub phrase: Phrase,
    /// Which of its arguments it is about; none for the program itself.
    pub arg: Option<usize>,
    /// What the program would exit with.
    pub code: i64,
}

impl FilterState {
    /// A filter that has read nothing yet.
    ///
    /// # Errors
    /// What is wrong with its arguments. [`parse`](super::parse()) has looked at them already and knows where in
    /// the line they stand; from here the span is empty.
    pub fn new(filter: &Filter) -> Result<Self, ShellError> {
        Self::compile(filter).map_err(|refused| ShellError::Line {
            phrase: refused.phrase,
            span: 0..0,
            code: refused.code,
        })
    }

    pub(super) fn compile(filter: &Filter) -> Result<Self, Refused> {
        let args = &filter.args;
        let program = match filter.program.as_str() {
            "cut" => Program::Cut(cut::Cut::new(args)?),
            "grep" => Program::Grep(Box::new(grep::Grep::new(args)?)),
            "head" => Program::Head(head::Head::new(args)?),
            "sort" => Program::Sort(sort::Sort::new(args)?),
            "tail" => Program::Tail(tail::Tail::new(args)?),
            "tr" => Program::Tr(Box::new(tr::Tr::new(args)?)),
            "uniq" => Program::Uniq(uniq::Uniq::new(args)?),
            "wc" => Program::Wc(wc::Wc::new(args)?),
            other => {
                let phrase = phrase("shell-unknown-filter").with("name", other);
                let phrase = phrase.with("filters", super::unknown::FILTERS.join(" "));
                return Err(Refused { phrase, arg: None, code: 127 });
            }
        };
        Ok(Self(program))
    }

    /// Takes in `bytes`, cut anywhere, and appends to `out` what is ready. After [`Flow::Done`] only
    /// [`finish`](Self::finish) is left to be called.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Flow {
        match &mut self.0 {
            Program::Cut(program) => program.feed(bytes, out),
            Program::Grep(program) => program.feed(bytes, out),
            Program::Head(program) => program.feed(bytes, out),
            Program::Sort(program) => program.feed(bytes),
            Program::Tail(program) => program.feed(bytes, out),
            Program::Tr(program) => program.feed(bytes, out),
            Program::Uniq(program) => program.feed(bytes, out),
            Program::Wc(program) => program.feed(bytes),
        }
    }

    /// Nothing more comes: appends what is left to `out`, and gives the exit code.
    pub fn finish(&mut self, out: &mut Vec<u8>) -> i64 {
        match &mut self.0 {
            Program::Cut(program) => program.finish(out),
            Program::Grep(program) => return program.finish(out),
            Program::Sort(program) => return program.finish(out),
            Program::Tail(program) => program.finish(out),
            Program::Head(_) | Program::Tr(_) => {}
            Program::Uniq(program) => program.finish(out),
            Program::Wc(program) => program.finish(out),
        }
        0
    }

    /// What the learner should know of what was left out, to be said after [`finish`](Self::finish): a line or an
    /// input too long to be held.
    pub fn trouble(&self) -> Option<Phrase> {
        match &self.0 {
            Program::Cut(program) => program.lines.trouble("cut"),
            Program::Grep(program) => program.trouble(),
            Program::Head(program) => program.trouble(),
            Program::Tr(_) | Program::Wc(_) => None,
            Program::Sort(program) => program.trouble(),
            Program::Tail(program) => program.trouble(),
            Program::Uniq(program) => program.lines.trouble("uniq"),
        }
    }
}

impl Refused {
    /// As an error of the line, at `spans[arg]`, or at `program` where no argument is meant.
    pub(super) fn at(self, program: &super::Word, args: &[super::Word]) -> ShellError {
        let word = self.arg.and_then(|at| args.get(at)).unwrap_or(program);
        match slip::line(self.phrase, word.span.clone()) {
            ShellError::Line { phrase, span, .. } => ShellError::Line { phrase, span, code: self.code },
            other => other,
        }
    }
}
