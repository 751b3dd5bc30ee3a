//! What exists on the engine and who reaches whom: one value, [`Snapshot`], and pure functions over it.
//!
//! The engine's types never come in here; `engine` turns them into these.

mod connection;
mod observation;
mod snapshot;

pub use connection::{Connection, EngineInfo, Product};
pub use observation::Observation;
pub use snapshot::{Container, ContainerState, Endpoint, Link, Mode, Network, PublishedPort, Snapshot};
