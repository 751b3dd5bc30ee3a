//! Why the program ends early: what happened, what to do next, and the exit code.

use std::io;

use crate::engine::EngineError;
use crate::i18n::{Phrase, Translator, phrase};

/// The exit code for a check that failed.
pub const CHECK_FAILED: u8 = 1;
/// The exit code for a slip in the command line.
pub const USAGE: u8 = 2;
/// The exit code for an engine that does not answer.
pub const NO_ENGINE: u8 = 3;
/// The exit code a shell shows for a program whose reader went away (128 + SIGPIPE).
const BROKEN_PIPE: u8 = 141;

/// An early end.
#[derive(Debug)]
pub struct Failure {
    /// What happened, and what it means.
    pub what: Phrase,
    /// What to do next.
    pub hint: Option<Phrase>,
    /// The exit code.
    pub code: u8,
    /// Whether nobody is there to be told (the reader of our output has gone).
    pub silent: bool,
}

impl Failure {
    /// Something went wrong; exit code 1.
    pub fn new(what: Phrase) -> Self {
        Self { what, hint: None, code: CHECK_FAILED, silent: false }
    }

    /// A slip in the command line; exit code 2.
    pub fn usage(what: Phrase) -> Self {
        Self { code: USAGE, ..Self::new(what) }
    }

    /// No engine answers; exit code 3.
    pub fn no_engine(error: &EngineError) -> Self {
        let what = phrase("cli-error-no-engine").with("detail", error.phrase());
        Self { code: NO_ENGINE, ..Self::new(what) }.hint(phrase("cli-hint-doctor"))
    }

    /// The failure with what to do next.
    #[must_use]
    pub fn hint(mut self, hint: Phrase) -> Self {
        self.hint = Some(hint);
        self
    }

    /// What to print on standard error.
    pub fn render(&self, translator: &Translator) -> String {
        let mut text = format!("netdojo: {}\n", translator.say(&self.what));
        if let Some(hint) = &self.hint {
            for line in translator.say(hint).lines() {
                text.push_str("  ");
                text.push_str(line);
                text.push('\n');
            }
        }
        text
    }
}

impl From<io::Error> for Failure {
    /// Our own output could not be written, or a file not be used.
    fn from(error: io::Error) -> Self {
        let silent = error.kind() == io::ErrorKind::BrokenPipe;
        let code = if silent { BROKEN_PIPE } else { CHECK_FAILED };
        Self { code, silent, ..Self::new(phrase("cli-error-io").with("detail", error.to_string())) }
    }
}
