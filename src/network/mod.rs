//! What exists on the engine and who reaches whom: one value, [`Snapshot`], and pure functions over it.
//!
//! The engine's types never come in here; `engine` turns them into these. [`reach()`] computes by the
//! engine's own rules, [`why_not`] names the first broken layer, [`matrix()`] does it for all, and
//! [`Snapshot::changes_since`] says what is different from before. [`value()`] reads a lesson's values,
//! [`lacking`] says what the engine cannot do for a lesson.

mod changes;
mod connection;
mod matrix;
mod needs;
mod observation;
mod place;
mod reach;
mod resolve;
mod snapshot;
mod target;
mod value;

pub use changes::{Alteration, Change, Changes};
pub use connection::{Connection, EngineInfo, Product};
pub use matrix::{Cell, Matrix, Way, by_address, cell, matrix};
pub use needs::lacking;
pub use observation::Observation;
pub use reach::{Broken, Computed, Hop, Layer, reach, why_not};
pub use snapshot::{Container, ContainerState, Endpoint, Link, Mode, Network, PublishedPort, Snapshot};
pub use target::Target;
pub use value::{value, values};
