//! Values that the learner's engine supplies: addresses and ids that differ on every machine.

use std::collections::BTreeMap;

/// Where a value of the key's `[values]` is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// `ip CONTAINER NETWORK`: the container's IPv4 address on that network.
    Ip {
        /// The container's name.
        container: String,
        /// The network's name.
        network: String,
    },
    /// `gateway NETWORK`: the network's gateway.
    Gateway(String),
    /// `subnet NETWORK`: the network's subnet, `172.17.0.0/16`.
    Subnet(String),
    /// `id CONTAINER`: the container's short id.
    Id(String),
}

/// The values known now, by name, and the ports that stand for those of the lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    /// By name in the key's `[values]`.
    pub named: BTreeMap<String, String>,
    /// Port as written in the lesson, and the free one that takes its place.
    pub ports: BTreeMap<u16, u16>,
}
