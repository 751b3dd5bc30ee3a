//! What a container has printed.

use std::fmt::Write as _;

use hyper::Method;

use super::streams::Output;
use super::wire::encoded;
use super::{Engine, EngineError};

/// Which part of a container's log is wanted.
#[derive(Debug, Clone, Default)]
pub struct LogsQuery {
    /// Also what comes from now on.
    pub follow: bool,
    /// With the time before each line.
    pub timestamps: bool,
    /// Only the last so many lines; `all`.
    pub tail: Option<String>,
    /// Only what came after, in seconds since 1970.
    pub since: Option<String>,
    /// Only what came before, in seconds since 1970.
    pub until: Option<String>,
}

impl Engine {
    /// A container's log; `tty` says whether it has a terminal.
    pub async fn logs(&self, id: &str, tty: bool, query: &LogsQuery) -> Result<Output, EngineError> {
        let mut path = format!("/containers/{}/logs?stdout=1&stderr=1", encoded(id));
        let flags = [("follow", query.follow), ("timestamps", query.timestamps)];
        for (name, _) in flags.iter().filter(|(_, on)| *on) {
            let _ = write!(path, "&{name}=1");
        }
        let texts = [("tail", &query.tail), ("since", &query.since), ("until", &query.until)];
        for (name, value) in texts {
            if let Some(value) = value {
                let _ = write!(path, "&{name}={}", encoded(value));
            }
        }
        let response = self.send(Method::GET, &path, None, false).await?;
        Ok(Output::of_body(response.into_body(), tty, &self.info().endpoint))
    }
}
