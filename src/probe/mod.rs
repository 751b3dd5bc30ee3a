//! Probes: real attempts to reach something, by name look-up, ping, TCP and HTTP.
//!
//! What is computed from a snapshot says what the engine arranged; a probe says what is. From a
//! container it is made by a *helper*, a container of ours that joins the other's network namespace and
//! shares its /etc/hosts and /etc/resolv.conf: the asker's own image need not have any tool, and
//! nothing runs inside it. From the host it is made by this process where the host is this machine,
//! else by a helper on the engine's host.

mod heard;
mod host;
mod http;
mod images;
mod prober;
mod script;
mod target;

pub use prober::{HOST, Prober};
pub use target::Target;
