//! The engine: where it is, how it is spoken to, how it is watched. The only module that names bollard.
//!
//! Everything else sees [`Engine`] (a connection that has answered), [`EngineError`], the pure
//! [`crate::network::Snapshot`], and the API's own data types under [`models`].

mod build;
mod connect;
mod containers;
mod context;
mod convert;
pub mod endpoint;
mod error;
mod events;
mod exec;
mod explain;
mod greeting;
mod helper;
mod images;
mod locality;
mod logs;
mod networks;
mod ours;
mod snapshot;
mod streams;
mod supervisor;
mod tls;
mod wire;

use std::future::Future;
use std::time::Duration;

use bollard::Docker;
use endpoint::Address;

pub use bollard::models;
pub use build::{BuildStep, Recipe};
pub use connect::{connect, connect_first, open};
pub use containers::{Created, Exit, Filters, Listed, Streams, Until, Wait};
pub use endpoint::{Endpoint, Surroundings, candidates};
pub use error::{Cause, Choice, EngineError};
pub use events::HELPER_LABEL;
pub use helper::Helper;
pub use images::{PullStep, Removed};
pub use logs::LogsQuery;
pub use ours::Labelled;
pub use streams::{Attached, Output, Piece};
pub use supervisor::Supervisor;

use crate::network::EngineInfo;

/// A connection to an engine that has answered. Cheap to clone; every call opens a connection of its own.
#[derive(Debug, Clone)]
pub struct Engine {
    /// bollard's client, for the operations in this module's files.
    client: Docker,
    /// How it is reached, for calls on a connection of their own.
    address: Address,
    /// What answered.
    info: EngineInfo,
    /// The engine's own time at the connection, in seconds since 1970, where it was asked for.
    since: Option<String>,
}

impl Engine {
    /// What answered.
    pub fn info(&self) -> &EngineInfo {
        &self.info
    }

    /// bollard's error as ours: for `.map_err(|error| self.error(error))` in this module's files.
    fn error(&self, error: bollard::errors::Error) -> EngineError {
        EngineError::from_bollard(error, &self.info.endpoint)
    }

    /// The outcome of `call`, which must come within `limit`: an engine may hang with the connection open.
    async fn within<T>(
        &self,
        limit: Duration,
        call: impl Future<Output = Result<T, bollard::errors::Error>>,
    ) -> Result<T, EngineError> {
        tokio::time::timeout(limit, call)
            .await
            .map_err(|_| EngineError::timed_out(&self.info.endpoint))?
            .map_err(|error| self.error(error))
    }
}
