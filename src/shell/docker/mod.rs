//! A `docker …` line: docker's flag grammar, and what the line asks for.
//!
//! Each verb is a table of flags (`flag.rs`) and a function that makes a struct of what was given. The grammar is
//! that of pflag and cobra, which the docker CLI is written with; messages and exit codes are those of CLI 28.2.
//! To add a verb: a file below `verbs/` with its table and its struct, and a line in `route.rs`.

mod effect;
pub(crate) mod flag;
mod given;
mod go;
mod help;
mod invocation;
mod ipam;
mod link;
mod network;
mod pflag;
mod port;
mod reference;
mod root;
pub(crate) mod route;
mod value;
pub(crate) mod verb;
mod verbs;
mod volume;
pub(crate) mod walk;

pub use effect::{Object, ObjectKind};
pub use invocation::*;
pub use ipam::{Subnet, lies_in};
pub use link::Link;
pub use network::NetworkSpec;
pub use port::{PortBinding, PortSpec, exposed};
pub use reference::{Reference, ReferenceError};
pub(super) use root::parse;
pub(crate) use route::knows;
pub use volume::{VolumeError, VolumeSpec};
