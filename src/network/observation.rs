//! What a real attempt to reach something brought.

use std::net::IpAddr;

use crate::i18n::Phrase;

/// The outcome of a probe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Observation {
    /// It answered, from this address where one is known.
    Reply(Option<IpAddr>),
    /// The name resolves to nothing.
    UnknownName,
    /// Nothing came back, or there is no route.
    Unreachable,
    /// The other side said that nobody listens.
    Refused,
    /// The connection was opened and cut.
    Reset,
    /// It answered over HTTP.
    Http {
        /// The status code.
        status: u16,
        /// The first 64 KiB of the body.
        body: String,
    },
    /// The attempt itself was not possible: engine lost, asker not running, no image for a helper.
    Impossible(Phrase),
}
