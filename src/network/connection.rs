//! What is known of the engine itself: a lost engine is a state, never an empty engine.

use crate::i18n::Phrase;

/// How we stand with the engine.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Connection {
    /// The first attempt is under way.
    #[default]
    Connecting,
    /// It answers.
    Ready(EngineInfo),
    /// It did answer and does no more; attempts go on.
    Lost {
        /// What it was.
        info: EngineInfo,
        /// What happened, and what to do.
        reason: Phrase,
    },
    /// It has never answered; attempts go on.
    Absent {
        /// Why, and what to do: no socket, no permission, refused, …
        reason: Phrase,
    },
}

impl Connection {
    /// What is known of the engine, lost or not.
    pub fn info(&self) -> Option<&EngineInfo> {
        match self {
            Self::Ready(info) | Self::Lost { info, .. } => Some(info),
            Self::Connecting | Self::Absent { .. } => None,
        }
    }

    /// Whether it answers.
    pub fn is_ready(&self) -> bool {
        matches!(self, Self::Ready(_))
    }
}

/// Whose engine it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Product {
    /// Docker Engine, Desktop, Colima, …
    Docker,
    /// Podman's compatible service.
    Podman,
}

/// An engine that has answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngineInfo {
    /// Whose it is.
    pub product: Product,
    /// Its version, `28.5.2`.
    pub version: String,
    /// The API version agreed on, `1.51`.
    pub api: String,
    /// Where it was found, `unix:///var/run/docker.sock`.
    pub endpoint: String,
    /// Its own id, which tells two engines behind one endpoint apart; may be empty.
    pub id: String,
    /// Whether published ports are on this machine's own 127.0.0.1 (a local socket).
    pub local: bool,
}

#[cfg(test)]
impl EngineInfo {
    /// A Docker on this machine, with the id `E`.
    pub(crate) fn sample() -> Self {
        Self {
            product: Product::Docker,
            version: String::new(),
            api: String::new(),
            endpoint: "unix:///s".into(),
            id: "E".into(),
            local: true,
        }
    }
}
