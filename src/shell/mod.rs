//! A line as a learner types it: words, pipes, redirection, docker's flag grammar, filters, completion.
//!
//! Pure: nothing here runs anything. [`parse()`] turns a line into a [`Script`]; `runtime` runs it.
//!
//! The words are bash's and the flags docker's, so that what is learnt here holds in every shell. What a shell
//! could do and this prompt does not (`&&`, `$NAME`, `*`) is named in the learner's language, with what to do instead.

mod builtin;
mod complete;
mod curl;
pub mod docker;
mod filter;
mod highlight;
mod meant;
mod near;
mod parse;
mod rows;
mod slip;
mod unknown;
mod url;
mod word;

use std::ops::Range;

use crate::i18n::Phrase;

pub use builtin::Builtin;
pub use complete::{Candidate, Completion, Known, Names, complete, nothing, quote};
pub use curl::Curl;
pub use filter::{FilterState, Flow};
pub use highlight::{Class, highlight};
pub use meant::{Meant, meant};
pub use near::{nearest, nearest_name};
pub use parse::parse;
pub use rows::{is_comment, joined, last_word, left_open};
pub use url::{Url, UrlError};
pub use word::{LeftOpen, Word};

/// A line that can be run: one command, what its output passes through, where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// The first stage.
    pub command: Command,
    /// The stages after a `|`, in order.
    pub filters: Vec<Filter>,
    /// `> file` or `>> file` at the end, if any: where the last stage's output goes.
    pub redirect: Option<Redirect>,
    /// `2>&1` on the first stage: standard error goes where its standard output goes, through the filters and
    /// into `redirect`.
    pub merge_stderr: bool,
    /// `2> file` or `2>/dev/null` on the first stage; never together with `merge_stderr`.
    pub stderr: Option<Redirect>,
}

impl Script {
    /// The docker command of the line, where it is one.
    pub fn docker(&self) -> Option<&docker::Invocation> {
        match &self.command {
            Command::Docker(invocation) => Some(invocation),
            Command::Builtin(_) => None,
        }
    }

    /// Whether an engine is asked, or may be: by every docker command but its help, and by a `curl`, for whose
    /// containers are where.
    pub fn asks_engine(&self) -> bool {
        match &self.command {
            Command::Docker(invocation) => !matches!(**invocation, docker::Invocation::Help { .. }),
            Command::Builtin(builtin) => matches!(builtin, Builtin::Curl(_) | Builtin::Open(_)),
        }
    }

    /// Whether the command's standard output is the screen: no filter, no file takes it.
    pub fn prints_to_screen(&self) -> bool {
        self.filters.is_empty() && self.redirect.is_none()
    }

    /// [`docker::Invocation::wants_terminal`] of the line; a pipe behind it does not change that.
    pub fn wants_terminal(&self) -> bool {
        self.docker().is_some_and(docker::Invocation::wants_terminal)
    }

    /// [`docker::Invocation::names_touched`] of the line.
    pub fn names_touched(&self) -> Vec<docker::Object> {
        self.docker().map(docker::Invocation::names_touched).unwrap_or_default()
    }

    /// [`docker::Invocation::creates`] of the line.
    pub fn creates(&self) -> Vec<docker::Object> {
        self.docker().map(docker::Invocation::creates).unwrap_or_default()
    }

    /// [`docker::Invocation::destroys`] of the line.
    pub fn destroys(&self) -> Vec<docker::Object> {
        self.docker().map(docker::Invocation::destroys).unwrap_or_default()
    }

    /// Whether it makes, changes and removes nothing on the engine. What an `exec` does in a container is not known.
    pub fn leaves_all_as_it_is(&self) -> bool {
        self.creates().is_empty() && self.destroys().is_empty() && self.changes().is_empty()
    }

    /// [`docker::Invocation::changes`] of the line.
    pub fn changes(&self) -> Vec<docker::Object> {
        self.docker().map(docker::Invocation::changes).unwrap_or_default()
    }
}

/// What the first stage is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// `docker …`
    Docker(Box<docker::Invocation>),
    /// One of the prompt's own commands.
    Builtin(Builtin),
}

/// Where the output goes instead of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// A path below the workspace as written, or `/dev/null`.
    pub path: String,
    /// `>>`
    pub append: bool,
}

impl Redirect {
    /// Whether the output is thrown away.
    pub fn is_null(&self) -> bool {
        self.path == "/dev/null"
    }
}

/// A stage after a `|`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The program's name: `grep head tail wc sort uniq cut tr`.
    pub program: String,
    /// Its arguments.
    pub args: Vec<String>,
}

/// Why a line cannot be run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShellError {
    /// What docker's own command line would print, word for word, and the exit code it would end with.
    Docker {
        /// Printed on standard error, followed by a newline that is not part of it.
        message: String,
        /// 125 for a flag that does not parse, 1 for a wrong number of arguments.
        code: i64,
    },
    /// Something that this prompt does not do, or a slip in the line: said in the learner's language.
    Line {
        /// What is wrong and what can be done.
        phrase: Phrase,
        /// Where in the line, in bytes.
        span: Range<usize>,
        /// 2 for a slip, 127 for an unknown command.
        code: i64,
    },
    /// Nothing but blanks or a comment.
    Empty,
}

impl ShellError {
    /// The exit code that a shell would report for the line: 0 for an empty one.
    pub fn code(&self) -> i64 {
        match self {
            Self::Docker { code, .. } | Self::Line { code, .. } => *code,
            Self::Empty => 0,
        }
    }
}
