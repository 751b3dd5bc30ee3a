//! A verb: its flags, how many arguments it takes, and docker's words when a line has it wrong.

use super::flag::Flag;
use super::given::Given;
use super::{Invocation, pflag};
use crate::i18n::phrase;
use crate::shell::slip::line;
use crate::shell::{ShellError, Word};

/// A docker verb as a table.
#[derive(Debug)]
pub(crate) struct Verb {
    /// What follows the verb in its usage line: `[OPTIONS] CONTAINER COMMAND [ARG...]`.
    pub usage: &'static str,
    /// One line on what it does.
    pub about: &'static str,
    /// Every name it goes by, as `--help` lists them; empty where there is one alone.
    pub aliases: &'static str,
    /// Its flags.
    pub flags: &'static [Flag],
    /// Whether flags may follow arguments.
    pub interspersed: bool,
    /// How many arguments it takes.
    pub arity: Arity,
    /// What kind of thing its arguments name, for completion.
    pub takes: Takes,
    /// Makes the invocation.
    pub build: fn(&Given) -> Result<Invocation, Refusal>,
}

/// How many arguments a verb takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Arity {
    /// None at all.
    None,
    /// So many.
    Exactly(usize),
    /// So many or more.
    AtLeast(usize),
    /// At most so many.
    AtMost(usize),
    /// From, to.
    Between(usize, usize),
}

impl Arity {
    /// The most arguments that a verb takes; none where there is no limit.
    pub(crate) fn most(self) -> Option<usize> {
        match self {
            Self::None => Some(0),
            Self::Exactly(most) | Self::AtMost(most) | Self::Between(_, most) => Some(most),
            Self::AtLeast(_) => None,
        }
    }
}

/// What a verb's arguments name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Nothing that can be listed.
    Nothing,
    /// Any container.
    Containers,
    /// Running containers.
    Running,
    /// Containers that do not run.
    Stopped,
    /// One running container, then a command.
    RunningThenCommand,
    /// One image, then a command.
    ImageThenCommand,
    /// Images.
    Images,
    /// A folder.
    Folder,
    /// Networks.
    Networks,
    /// One network, then one container.
    NetworkThenContainer,
    /// Containers, images and networks.
    Anything,
}

/// Why docker's own command line refuses what was given.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// `docker: MESSAGE`, the hint at `--help`, and 125: what `run` and `create` say.
    Hinted(String),
    /// The message alone, and 1.
    Plain(String),
}

/// A verb as it was called: `docker container ls`.
#[derive(Debug, Clone)]
pub(super) struct Called {
    /// The verb.
    pub verb: &'static Verb,
    /// `docker container ls`, never an alias.
    pub path: String,
}

impl Called {
    /// `docker exec [OPTIONS] CONTAINER COMMAND [ARG...]`
    pub(super) fn use_line(&self) -> String {
        format!("{} {}", self.path, self.verb.usage).trim_end().to_owned()
    }

    /// Reads what follows the verb.
    pub(super) fn read(&self, words: &[Word]) -> Result<Invocation, ShellError> {
        let given = pflag::read(self.verb.flags, self.verb.interspersed, words)
            .map_err(|why| flag_error(&why, &self.use_line(), &self.path))?;
        if given.help {
            return Ok(Invocation::Help { text: super::help::verb(self), code: 0 });
        }
        self.count(given.args.len())?;
        let invocation = (self.verb.build)(&given).map_err(|refusal| match refusal {
            Refusal::Hinted(why) => ShellError::Docker {
                message: format!("docker: {why}\n\nRun '{} --help' for more information", self.path),
                code: 125,
            },
            Refusal::Plain(message) => ShellError::Docker { message, code: 1 },
        })?;
        // What docker refuses is said first: nobody should mend a line here only to see it fail in a shell.
        if let Some(set) = given.unsupported() {
            let slip = phrase("shell-docker-flag-absent")
                .with("flag", format!("--{}", set.flag.long))
                .with("verb", self.path.as_str());
            return Err(line(slip, set.span.clone()));
        }
        Ok(invocation)
    }

    fn count(&self, given: usize) -> Result<(), ShellError> {
        // The words before the hint are docker 28.2's, a letter too many in one of them included.
        let (what, hint) = match self.verb.arity {
            Arity::None if given > 0 => ("accepts no arguments".to_owned(), "Run"),
            Arity::Exactly(n) if given != n => (format!("requires {n} {}", arguments(n)), "Run"),
            Arity::AtLeast(n) if given < n => (format!("requires at least {n} {}", arguments(n)), "See"),
            Arity::AtMost(n) if given > n => (format!("requires at most {n} {}", arguments(n)), "SRun"),
            Arity::Between(low, high) if !(low..=high).contains(&given) => {
                (format!("requires at least {low} and at most {high} {}", arguments(high)), "Run")
            }
            _ => return Ok(()),
        };
        let path = &self.path;
        Err(ShellError::Docker {
            message: format!(
                "docker: '{path}' {what}\n\nUsage:  {}\n\n{hint} '{path} --help' for more information",
                self.use_line()
            ),
            code: 1,
        })
    }
}

fn arguments(n: usize) -> &'static str {
    if n == 1 { "argument" } else { "arguments" }
}

/// A flag that does not parse, as docker says it.
pub(super) fn flag_error(why: &str, use_line: &str, path: &str) -> ShellError {
    ShellError::Docker {
        message: format!("{why}\n\nUsage:  {use_line}\n\nRun '{path} --help' for more information"),
        code: 125,
    }
}
