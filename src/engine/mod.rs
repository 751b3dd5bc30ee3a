//! The engine: where it is, how it is spoken to, how it is watched. The only module that names bollard.
//!
//! Everything else sees [`Engine`] (a negotiated connection), [`EngineError`], the pure
//! [`crate::network::Snapshot`], and the API's own data types under [`models`].

mod error;

use bollard::Docker;

pub use bollard::models;
pub use error::EngineError;

use crate::network::EngineInfo;

/// A negotiated connection to an engine. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Engine {
    /// bollard's client, for the operations in this module's files.
    client: Docker,
    /// What answered.
    info: EngineInfo,
}

impl Engine {
    /// What answered.
    pub fn info(&self) -> &EngineInfo {
        &self.info
    }
}
