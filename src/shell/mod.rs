//! A line as a learner types it: words, pipes, redirection, docker's flag grammar, filters, completion.
//!
//! Pure: nothing here runs anything. [`parse`] turns a line into a [`Script`]; `runtime` runs it.

pub mod docker;

use std::ops::Range;

use crate::i18n::Phrase;

/// A line that can be run: one command, what its output passes through, where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// The first stage.
    pub command: Command,
    /// The stages after a `|`, in order.
    pub filters: Vec<Filter>,
    /// `> file` or `>> file` at the end, if any.
    pub redirect: Option<Redirect>,
    /// `2>&1` on the first stage: standard error goes through the filters too.
    pub merge_stderr: bool,
}

/// What the first stage is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// `docker …`
    Docker(Box<docker::Invocation>),
    /// One of the prompt's own commands.
    Builtin(Builtin),
}

/// The prompt's own commands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Builtin {
    /// `clear`: empties the output.
    Clear,
    /// `cd [DIR]`, within the workspace.
    Cd(Option<String>),
    /// `pwd`
    Pwd,
    /// `ls [DIR]`, in the workspace.
    Ls(Option<String>),
    /// `cat FILE…`, in the workspace.
    Cat(Vec<String>),
    /// `echo WORD…`
    Echo(Vec<String>),
}

/// Where the output goes instead of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// A path below the workspace, or `/dev/null`.
    pub path: String,
    /// `>>`
    pub append: bool,
}

/// A stage after a `|`. Filled out by the filters' own module.
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
        /// Printed on standard error.
        message: String,
        /// 125 for `run`, 1 elsewhere.
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
