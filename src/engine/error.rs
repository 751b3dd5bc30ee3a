//! What can go wrong between us and an engine.

use thiserror::Error;

/// An operation that failed.
#[derive(Debug, Error)]
pub enum EngineError {
    /// The engine answered with an error of its own.
    #[error("Error response from daemon: {message}")]
    Response {
        /// The HTTP status.
        status: u16,
        /// The engine's words.
        message: String,
    },
    /// The engine could not be reached, or went away in the middle.
    #[error("Cannot connect to the Docker daemon at {endpoint}. Is the docker daemon running?")]
    Connection {
        /// Where it was looked for.
        endpoint: String,
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
}
