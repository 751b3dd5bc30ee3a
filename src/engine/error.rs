//! What can go wrong between us and an engine.

use std::error::Error as _;
use std::io;

use bollard::errors::Error as Bollard;
use thiserror::Error;

/// An operation that failed.
///
/// [`Display`](std::fmt::Display) is what the docker program prints; [`EngineError::phrase`] says in the
/// learner's language what it means and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EngineError {
    /// The engine answered with an error of its own.
    #[error("Error response from daemon: {message}")]
    Response {
        /// The HTTP status.
        status: u16,
        /// The engine's words.
        message: String,
    },
    /// The engine broke off something it had begun, a pull or a build, with these words.
    #[error("{0}")]
    Stream(String),
    /// The engine could not be reached, or went away in the middle.
    #[error("Cannot connect to the Docker daemon at {endpoint}. Is the docker daemon running?")]
    Connection {
        /// Where it was looked for.
        endpoint: String,
        /// In which way it is not there.
        cause: Cause,
        /// What the system said.
        detail: String,
    },
    /// The socket is there and may not be used by this user.
    #[error("permission denied while trying to connect to the Docker daemon socket at {endpoint}")]
    Permission {
        /// Where it is.
        endpoint: String,
    },
    /// What came back could not be understood.
    #[error("unexpected answer from the engine: {0}")]
    Answer(String),
    /// `DOCKER_HOST` or a docker context names something that cannot be used.
    #[error("unable to resolve docker endpoint: {given}: {problem}")]
    Choice {
        /// What was given: a host, a context's name, a file.
        given: String,
        /// What is wrong with it.
        problem: Choice,
    },
}

/// In which way an engine is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// There is no such socket.
    NoSocket,
    /// The socket or port is there and nobody listens.
    Refused,
    /// No answer in time.
    TimedOut,
    /// The host's name resolves to nothing, or there is no way to it.
    NoHost,
    /// TLS: certificates are missing, unreadable or not accepted.
    Tls,
    /// The connection was cut.
    Closed,
    /// Something else; the detail says what.
    Other,
}

/// What is wrong with a chosen endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Choice {
    /// `ssh://…`
    #[error("ssh is not supported")]
    Ssh,
    /// `npipe://…`
    #[error("named pipes are not supported")]
    NamedPipe,
    /// Some other scheme.
    #[error("unsupported scheme")]
    Scheme,
    /// Not an address.
    #[error("malformed address")]
    Malformed,
    /// TLS without checking who answers.
    #[error("TLS without verification is not supported")]
    Unverified,
    /// No docker context of that name.
    #[error("context not found")]
    NoSuchContext,
    /// A file of docker's that cannot be read or understood.
    #[error("{0}")]
    Broken(String),
}

impl EngineError {
    /// Whether the engine is gone, rather than unwilling.
    pub fn is_lost(&self) -> bool {
        matches!(self, Self::Connection { .. } | Self::Permission { .. })
    }

    /// The HTTP status, where the engine answered.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Response { status, .. } => Some(*status),
            _ => None,
        }
    }

    /// Whether the engine says that there is no such thing.
    pub fn is_missing(&self) -> bool {
        self.status() == Some(404)
    }

    /// No answer within a limit.
    pub(super) fn timed_out(endpoint: &str) -> Self {
        Self::Connection { endpoint: endpoint.to_owned(), cause: Cause::TimedOut, detail: String::new() }
    }

    /// What the system says about a connection to `endpoint`.
    pub(super) fn from_io(error: &io::Error, endpoint: &str) -> Self {
        let cause = match error.kind() {
            io::ErrorKind::PermissionDenied => return Self::Permission { endpoint: endpoint.to_owned() },
            io::ErrorKind::NotFound => Cause::NoSocket,
            io::ErrorKind::ConnectionRefused => Cause::Refused,
            io::ErrorKind::TimedOut => Cause::TimedOut,
            io::ErrorKind::HostUnreachable | io::ErrorKind::NetworkUnreachable => Cause::NoHost,
            io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe
            | io::ErrorKind::UnexpectedEof => Cause::Closed,
            io::ErrorKind::InvalidData => Cause::Tls,
            _ => Cause::Other,
        };
        Self::Connection { endpoint: endpoint.to_owned(), cause, detail: error.to_string() }
    }

    /// What hyper says about a call to `endpoint`.
    pub(super) fn from_hyper(error: &hyper::Error, endpoint: &str) -> Self {
        if error.is_parse() {
            return Self::Answer(error.to_string());
        }
        if let Some(io) = io_source(error) {
            return Self::from_io(io, endpoint);
        }
        let cause = if error.is_timeout() { Cause::TimedOut } else { Cause::Closed };
        Self::Connection { endpoint: endpoint.to_owned(), cause, detail: error.to_string() }
    }

    /// What bollard says about a call to `endpoint`.
    pub(super) fn from_bollard(error: Bollard, endpoint: &str) -> Self {
        let lost = |cause, detail| Self::Connection { endpoint: endpoint.to_owned(), cause, detail };
        match error {
            Bollard::DockerResponseServerError { status_code, message } => {
                Self::Response { status: status_code, message: message.trim_end().to_owned() }
            }
            Bollard::DockerStreamError { error } | Bollard::DockerContainerWaitError { error, .. } => {
                Self::Stream(error)
            }
            Bollard::RequestTimeoutError => Self::timed_out(endpoint),
            Bollard::SocketNotFoundError(path) => match std::fs::metadata(&path) {
                Err(error) => Self::from_io(&error, endpoint),
                Ok(_) => lost(Cause::NoSocket, path),
            },
            Bollard::IOError { err } => Self::from_io(&err, endpoint),
            Bollard::HyperResponseError { err } => Self::from_hyper(&err, endpoint),
            Bollard::HyperLegacyError { err } => {
                let hyper = err.source().and_then(|source| source.downcast_ref::<hyper::Error>());
                match (hyper, io_source(&err)) {
                    (Some(error), _) => Self::from_hyper(error, endpoint),
                    (None, Some(io)) => Self::from_io(io, endpoint),
                    (None, None) => lost(Cause::Other, chain(&err)),
                }
            }
            error @ (Bollard::NoHomePathError
            | Bollard::CertPathError { .. }
            | Bollard::CertMultipleKeys { .. }
            | Bollard::CertParseError { .. }
            | Bollard::NoNativeCertsError { .. }
            | Bollard::LoadNativeCertsErrors { .. }) => lost(Cause::Tls, error.to_string()),
            other => Self::Answer(other.to_string()),
        }
    }
}

/// The system's error at the bottom of `error`, if there is one.
fn io_source<'a>(error: &'a (dyn std::error::Error + 'static)) -> Option<&'a io::Error> {
    let mut next = Some(error);
    let mut found = None;
    while let Some(error) = next {
        found = error.downcast_ref::<io::Error>().or(found);
        next = error.source();
    }
    found
}

/// Everything that `error` and its sources say.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(error) = next {
        text.push_str(": ");
        text.push_str(&error.to_string());
        next = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENDPOINT: &str = "unix:///var/run/docker.sock";

    #[test]
    fn what_the_system_says_is_told_apart() {
        let cause = |kind: io::ErrorKind| match EngineError::from_io(&kind.into(), ENDPOINT) {
            EngineError::Connection { cause, .. } => Some(cause),
            EngineError::Permission { endpoint } => {
                assert_eq!(endpoint, ENDPOINT);
                None
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(cause(io::ErrorKind::PermissionDenied), None);
        assert_eq!(cause(io::ErrorKind::NotFound), Some(Cause::NoSocket));
        assert_eq!(cause(io::ErrorKind::ConnectionRefused), Some(Cause::Refused));
        assert_eq!(cause(io::ErrorKind::ConnectionReset), Some(Cause::Closed));
        assert_eq!(cause(io::ErrorKind::NetworkUnreachable), Some(Cause::NoHost));
    }

    #[test]
    fn the_engines_words_are_kept_and_printed_as_docker_does() {
        let said = Bollard::DockerResponseServerError {
            status_code: 409,
            message: "Conflict. The container name \"/a\" is already in use\n".into(),
        };
        let error = EngineError::from_bollard(said, ENDPOINT);
        assert_eq!(error.status(), Some(409));
        assert!(!error.is_lost());
        assert_eq!(
            error.to_string(),
            "Error response from daemon: Conflict. The container name \"/a\" is already in use"
        );
        let lost = EngineError::from_bollard(Bollard::RequestTimeoutError, ENDPOINT);
        assert!(lost.is_lost());
        assert_eq!(
            lost.to_string(),
            "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"
        );
    }
}
