//! What an engine's error means and what to do about it, as phrases of `locales/*/engine.ftl`.

use super::{Cause, Choice, EngineError};
use crate::i18n::{Phrase, phrase};

impl EngineError {
    /// What happened, what it means and what to do next.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Response { message, .. } => phrase("engine-response").with("message", message.as_str()),
            Self::Stream(message) => phrase("engine-stream").with("message", message.as_str()),
            Self::Connection { endpoint, cause, detail } => {
                cause.phrase().with("endpoint", endpoint.as_str()).with("detail", detail.as_str())
            }
            Self::Permission { endpoint } => phrase("engine-permission").with("endpoint", endpoint.as_str()),
            Self::Answer(detail) => phrase("engine-answer").with("detail", detail.as_str()),
            Self::Choice { given, problem } => problem.phrase().with("given", given.as_str()),
        }
    }
}

impl Cause {
    fn phrase(self) -> Phrase {
        phrase(match self {
            Self::NoSocket => "engine-no-socket",
            Self::Refused => "engine-refused",
            Self::TimedOut => "engine-timed-out",
            Self::NoHost => "engine-no-host",
            Self::Tls => "engine-tls",
            Self::Closed => "engine-closed",
            Self::Other => "engine-unreachable",
        })
    }
}

impl Choice {
    fn phrase(&self) -> Phrase {
        match self {
            Self::Ssh => phrase("engine-choice-ssh"),
            Self::NamedPipe => phrase("engine-choice-named-pipe"),
            Self::Scheme => phrase("engine-choice-scheme"),
            Self::Malformed => phrase("engine-choice-malformed"),
            Self::Unverified => phrase("engine-choice-unverified"),
            Self::NoSuchContext => phrase("engine-choice-no-such-context"),
            Self::Broken(detail) => phrase("engine-choice-broken").with("detail", detail.as_str()),
        }
    }
}
