//! Why a verb ends before its end, and what is said about it.

use super::Ended;
use super::output::Output;
use crate::engine::EngineError;

/// The exit code of a program that an interrupt ended.
pub const INTERRUPTED: i64 = 130;

/// The exit code of a program whose reader has gone.
const UNWATCHED: i64 = 141;

/// Why a verb ends before its end.
#[derive(Debug)]
pub enum Failure {
    /// Nobody takes the output any more.
    Unwatched,
    /// The learner left it.
    Left,
    /// The engine refused, or is gone.
    Engine {
        /// What the engine, or the connection to it, said.
        error: EngineError,
        /// Printed before it.
        prefix: &'static str,
        /// Printed after it.
        suffix: String,
        /// The exit code.
        code: i64,
    },
    /// Something of our own to say.
    Message {
        /// As it is printed, without the last newline.
        text: String,
        /// The exit code.
        code: i64,
    },
}

impl Failure {
    /// `text` on standard error, then exit code `code`.
    pub fn message(text: impl Into<String>, code: i64) -> Self {
        Self::Message { text: text.into(), code }
    }

    /// The same failure as `docker VERB` words it when it could not even begin: `docker: …`, where to
    /// find help, and `code`.
    pub fn with_help(self, verb: &str, code: i64) -> Self {
        let help = format!("\n\nRun 'docker {verb} --help' for more information");
        match self {
            Self::Engine { error, .. } => Self::Engine { error, prefix: "docker: ", suffix: help, code },
            Self::Message { text, .. } => Self::Message { text: format!("docker: {text}{help}"), code },
            other => other,
        }
    }

    /// The same failure, with another exit code.
    pub fn with_code(mut self, new: i64) -> Self {
        if let Self::Engine { code, .. } | Self::Message { code, .. } = &mut self {
            *code = new;
        }
        self
    }

    /// Whether it is only to be said, and fails nothing.
    pub fn is_harmless(&self) -> bool {
        matches!(self, Self::Engine { code: 0, .. } | Self::Message { code: 0, .. })
    }

    /// Whether the engine is gone.
    pub fn is_lost(&self) -> bool {
        matches!(self, Self::Engine { error, .. } if error.is_lost())
    }

    /// Says it and gives the ending.
    pub async fn end(self, output: &Output) -> Ended {
        let (text, ended) = match self {
            Self::Unwatched => return Ended::Left(UNWATCHED),
            Self::Left => return Ended::Left(INTERRUPTED),
            Self::Engine { error, prefix, suffix, code } => {
                let ended = if error.is_lost() { Ended::Lost(code) } else { Ended::Exited(code) };
                (format!("{prefix}{error}{suffix}"), ended)
            }
            Self::Message { text, code } => (text, Ended::Exited(code)),
        };
        // Nobody to hear it: the ending stays the same.
        let _ = output.stderr(format!("{text}\n")).await;
        ended
    }
}

impl From<EngineError> for Failure {
    fn from(error: EngineError) -> Self {
        Self::Engine { error, prefix: "", suffix: String::new(), code: 1 }
    }
}
