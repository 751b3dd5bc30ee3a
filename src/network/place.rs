//! Whose network namespace a container lives in.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::{Container, ContainerState, Mode, Snapshot};

/// Where a container's packets come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place<'a> {
    /// The namespace of this container: its own, or the one that it has joined.
    Of(&'a Container),
    /// The host's.
    Host,
    /// One with nothing but a loopback.
    Nowhere,
    /// That of a container which has restarted since (or is gone): nothing but a loopback is left.
    Stranded(&'a str),
}

/// Whose namespace `container` uses.
pub(super) fn place<'a>(snapshot: &'a Snapshot, container: &'a Container) -> Place<'a> {
    let mut at = container;
    // A chain cannot be longer than there are containers, but for a loop in what the engine says.
    for _ in 0..=snapshot.containers.len() {
        match &at.mode {
            Mode::Own => return Place::Of(at),
            Mode::Host => return Place::Host,
            Mode::None => return Place::Nowhere,
            Mode::Container(owner) => match snapshot.container(owner) {
                Some(owner) if !began_later(owner, at) => at = owner,
                _ => return Place::Stranded(owner),
            },
        }
    }
    Place::Nowhere
}

/// Whether `owner` began after `guest`, so that the guest still holds the namespace of the time before.
fn began_later(owner: &Container, guest: &Container) -> bool {
    let began = |container: &Container| OffsetDateTime::parse(&container.started_at, &Rfc3339).ok();
    match (began(owner), began(guest)) {
        (Some(owner), Some(guest)) => owner > guest,
        _ => false,
    }
}

impl ContainerState {
    /// Whether its processes exist, so that its addresses answer: running, or frozen.
    pub fn is_up(self) -> bool {
        matches!(self, Self::Running | Self::Paused)
    }
}

impl Container {
    /// What it calls itself: its host name, which is its short id where none was given.
    pub fn own_hostname(&self) -> &str {
        if self.hostname.is_empty() { self.short_id() } else { &self.hostname }
    }

    /// The first 12 digits of the id, as docker shows it.
    pub fn short_id(&self) -> &str {
        self.id.get(..12).unwrap_or(&self.id)
    }
}
