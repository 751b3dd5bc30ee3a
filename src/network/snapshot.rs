//! The state of the engine at one moment.

use std::collections::BTreeMap;
use std::net::IpAddr;

/// Everything that exists on the engine that matters to who reaches whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snapshot {
    /// By full id. Our own helpers are never in here.
    pub containers: BTreeMap<String, Container>,
    /// By full id.
    pub networks: BTreeMap<String, Network>,
    /// Image references that are present, `alpine:latest`.
    pub images: Vec<String>,
}

/// A container.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Container {
    /// 64 hex digits.
    pub id: String,
    /// Without the leading slash.
    pub name: String,
    /// As its line named it.
    pub image: String,
    /// What it is doing.
    pub state: ContainerState,
    /// When its process began, RFC 3339 as the engine gives it; a restart changes it.
    pub started_at: String,
    /// Its own host name.
    pub hostname: String,
    /// Whether its main process has a terminal (`-t`).
    pub tty: bool,
    /// Whether its main process's standard input is kept open (`-i`).
    pub open_input: bool,
    /// Its main process: program and arguments.
    pub command: Vec<String>,
    /// Whose network it uses.
    pub mode: Mode,
    /// The networks it is on.
    pub endpoints: Vec<Endpoint>,
    /// Links on the default bridge.
    pub links: Vec<Link>,
    /// Ports published on the host.
    pub ports: Vec<PublishedPort>,
    /// Its labels.
    pub labels: BTreeMap<String, String>,
}

/// What a container is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ContainerState {
    /// Created and never started.
    #[default]
    Created,
    /// Its process runs.
    Running,
    /// Frozen.
    Paused,
    /// Between two attempts of its restart policy.
    Restarting,
    /// Its process has ended with this code.
    Exited(i64),
    /// Half removed.
    Dead,
}

/// Whose network namespace a container uses.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Mode {
    /// Its own, with endpoints on networks.
    #[default]
    Own,
    /// The host's (`--network host`).
    Host,
    /// None at all (`--network none`).
    None,
    /// Another container's, by full id or name (`--network container:X`).
    Container(String),
}

/// A container's place on a network.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Endpoint {
    /// The network's name.
    pub network: String,
    /// The network's full id; empty while the container is not running on some engines.
    pub network_id: String,
    /// Its IPv4 address, while it runs.
    pub ipv4: Option<IpAddr>,
    /// Its IPv6 address, while it runs.
    pub ipv6: Option<IpAddr>,
    /// Names that resolve to it there, besides the container's own: aliases, short id, DNS names.
    pub names: Vec<String>,
    /// Links on a user-defined network.
    pub links: Vec<Link>,
}

/// A one-way name for another container.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The target container's name.
    pub target: String,
    /// What it is called.
    pub alias: String,
}

/// A container port on the host.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PublishedPort {
    /// The address it is bound to; none means all.
    pub host_ip: Option<IpAddr>,
    /// The port on the host; none while the container does not run.
    pub host_port: Option<u16>,
    /// The port in the container.
    pub container_port: u16,
    /// `tcp`, `udp`, `sctp`
    pub protocol: String,
}

/// A network.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
pub struct Network {
    /// 64 hex digits.
    pub id: String,
    /// Its name.
    pub name: String,
    /// `bridge`, `host`, `null`, …
    pub driver: String,
    /// Subnets as `172.17.0.0/16`.
    pub subnets: Vec<String>,
    /// Gateways.
    pub gateways: Vec<IpAddr>,
    /// `--internal`
    pub internal: bool,
    /// Whether containers on it may talk to each other at all.
    pub icc: bool,
    /// Whether names are given by `--link` and /etc/hosts instead of DNS: the engine's own default network.
    pub default_bridge: bool,
    /// Whether its DNS also answers to names with the network's own behind them, `web.net` (not on Podman).
    pub full_names: bool,
    /// Its labels.
    pub labels: BTreeMap<String, String>,
}

impl Snapshot {
    /// The container of that name, or whose id begins with it (12 digits or more).
    pub fn container(&self, name: &str) -> Option<&Container> {
        let name = name.trim_start_matches('/');
        self.containers.values().find(|container| container.name == name).or_else(|| {
            (name.len() >= 12).then(|| self.containers.values().find(|c| c.id.starts_with(name)))?
        })
    }

    /// The network of that name, or whose id begins with it (12 digits or more).
    pub fn network(&self, name: &str) -> Option<&Network> {
        self.networks.values().find(|network| network.name == name).or_else(|| {
            (name.len() >= 12).then(|| self.networks.values().find(|n| n.id.starts_with(name)))?
        })
    }

    /// Whether an image of that reference is present; no tag means `latest`.
    pub fn has_image(&self, reference: &str) -> bool {
        let last = reference.rsplit('/').next().unwrap_or(reference);
        let full =
            if last.contains([':', '@']) { reference.to_owned() } else { format!("{reference}:latest") };
        self.images.iter().any(|image| {
            image == &full
                || image.strip_prefix("docker.io/library/") == Some(&full)
                || image.strip_prefix("docker.io/") == Some(&full)
        })
    }
}
