//! The answer key's statements: what must be true of the engine and of the workspace.

use std::collections::BTreeMap;
use std::time::Duration;

/// A statement about one object that must hold after a step. Every field that is given must hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// What it is about.
    pub subject: Subject,
    /// Whether the subject must not exist at all; then nothing else is said.
    pub absent: bool,
    /// The container's state.
    pub state: Option<State>,
    /// The exit code of a container that has ended.
    pub exit: Option<i64>,
    /// The image that the container was made from, as its line names it.
    pub image: Option<String>,
    /// Networks that the container is on, at least.
    pub networks: Vec<String>,
    /// Networks that the container is on, exactly.
    pub only_networks: Option<Vec<String>>,
    /// Names that others on a network may use for it, at least.
    pub aliases: Vec<String>,
    /// Links of the container: alias to target container.
    pub links: BTreeMap<String, String>,
    /// Published ports, as in `10080:80` or `127.0.0.1:10080:80/tcp`.
    pub publishes: Vec<String>,
    /// Published ports, and no others.
    pub only_publishes: Option<Vec<String>>,
    /// A file's content must contain this.
    pub contains: Option<String>,
    /// A file's content must not contain this.
    pub lacks: Option<String>,
    /// A network's driver.
    pub driver: Option<String>,
    /// Whether a network is internal.
    pub internal: Option<bool>,
}

impl Goal {
    /// The goal that the subject exists, and nothing more.
    pub fn about(subject: Subject) -> Self {
        Self {
            subject,
            absent: false,
            state: None,
            exit: None,
            image: None,
            networks: Vec::new(),
            only_networks: None,
            aliases: Vec::new(),
            links: BTreeMap::new(),
            publishes: Vec::new(),
            only_publishes: None,
            contains: None,
            lacks: None,
            driver: None,
            internal: None,
        }
    }
}

/// What a goal is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A container by name.
    Container(String),
    /// A network by name.
    Network(String),
    /// An image by reference.
    Image(String),
    /// A file below the workspace.
    File(String),
}

/// A container's state, as a key may ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Created and never started.
    Created,
    /// Its process runs.
    Running,
    /// Frozen.
    Paused,
    /// Its process has ended.
    Exited,
}

/// A real attempt that must come out in a certain way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// A container's name, or `host`.
    pub from: String,
    /// `name` (ping), `name:port` (TCP) or a URL (HTTP).
    pub to: String,
    /// How it must come out.
    pub expect: Expect,
    /// The container that must answer, by name.
    pub by: Option<String>,
    /// What the body of an HTTP answer must contain.
    pub body: Option<String>,
    /// Try until then.
    pub within: Duration,
}

/// How a reach must come out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// The other side answers.
    Reply,
    /// The name resolves to nothing.
    UnknownName,
    /// Nothing comes back, or there is no route.
    Unreachable,
    /// The other side says that nobody listens.
    Refused,
    /// The connection is opened and cut at once.
    Reset,
    /// HTTP with that status.
    Status(u16),
}

/// Something that engines can or cannot do. A closed list; `lint` knows no other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Need {
    /// `links`: `--link` works (not on Podman).
    Links,
    /// `ping`: containers may send ICMP echoes without further rights.
    Ping,
    /// `default-bridge`: containers land on a network called `bridge`.
    DefaultBridge,
    /// `host-network`: `--network host` is this engine's host.
    HostNetwork,
    /// `local-ports`: published ports are on this machine's 127.0.0.1.
    LocalPorts,
}

impl Need {
    /// Every need, with its name in a key.
    pub const ALL: [(&'static str, Self); 5] = [
        ("links", Self::Links),
        ("ping", Self::Ping),
        ("default-bridge", Self::DefaultBridge),
        ("host-network", Self::HostNetwork),
        ("local-ports", Self::LocalPorts),
    ];

    /// The name that a key uses.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, need)| *need == self).map_or("", |(name, _)| name)
    }
}
