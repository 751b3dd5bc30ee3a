//! What the rows of the pane are made of, and which of it is drawn in full.

use std::collections::BTreeMap;

use super::change::Change;
use crate::app::Cast;
use crate::network::{Container, Endpoint, Network, Snapshot};
use crate::text::{sanitize, width};
use crate::ui::Look;

/// So many containers that do not belong to the lesson are drawn in full on one network.
const FEW: usize = 6;

/// Columns of the widest name that is shown whole where there is not much room.
const NAME_COLS: usize = 26;

/// What exists, what existed, and whose it is.
pub(super) struct Scene<'a> {
    pub(super) look: &'a Look,
    pub(super) now: &'a Snapshot,
    pub(super) before: &'a Snapshot,
    pub(super) cast: &'a Cast,
    pub(super) cols: usize,
    /// Columns of a container's name.
    pub(super) name_cols: usize,
    /// Whether the lesson has containers on the engine, or had some when the step began.
    pub(super) has_own: bool,
}

/// A container at one place.
#[derive(Clone, Copy)]
pub(super) struct Member<'a> {
    pub(super) container: &'a Container,
    /// Its place on the network; none where it has none.
    pub(super) endpoint: Option<&'a Endpoint>,
    pub(super) change: Change,
    /// Whether it belongs to the lesson.
    pub(super) own: bool,
}

/// The containers at one place: those that are drawn, and the others.
#[derive(Default)]
pub(super) struct Members<'a> {
    pub(super) shown: Vec<Member<'a>>,
    pub(super) folded: Vec<Member<'a>>,
}

impl Members<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.shown.is_empty() && self.folded.is_empty()
    }

    /// Whether something here belongs to the lesson.
    pub(super) fn has_own(&self) -> bool {
        self.shown.iter().any(|member| member.own)
    }
}

impl<'a> Scene<'a> {
    pub(super) fn new(
        look: &'a Look,
        now: &'a Snapshot,
        before: &'a Snapshot,
        cast: &'a Cast,
        cols: usize,
    ) -> Self {
        let all = || now.containers.values().chain(before.containers.values());
        let has_own = all().any(|container| cast.has(container));
        let changed = |id: &str| {
            let state = |snapshot: &Snapshot| snapshot.containers.get(id).map(|container| container.state);
            state(now) != state(before)
        };
        // A long name of somebody else's must not push the lesson's own aside.
        let wanted = |container: &Container| match width(&sanitize(&container.name)) {
            cols if cast.has(container) || !has_own => cols,
            name_cols if changed(&container.id) => name_cols.min(cols / 4),
            _ => 0,
        };
        let name_cols = all().map(wanted).max().unwrap_or(0);
        Self { look, now, before, cast, cols, name_cols: name_cols.min(NAME_COLS.max(cols / 3)), has_own }
    }

    /// Networks that exist or existed: the default bridge first, the engine's other own ones last.
    pub(super) fn networks(&self) -> Vec<&'a Network> {
        let mut all: BTreeMap<&str, &Network> = BTreeMap::new();
        for network in self.before.networks.values().chain(self.now.networks.values()) {
            all.insert(&network.id, network);
        }
        let mut all: Vec<&Network> = all.into_values().collect();
        all.sort_by_key(|network| (is_engines_own(network), !network.default_bridge, &network.name));
        all
    }

    /// The containers on a network, those that have left it among them.
    pub(super) fn members(&self, network: &Network) -> Members<'a> {
        let now = endpoints(self.now, network);
        let before = endpoints(self.before, network);
        let is = |(container, endpoint): &(&'a Container, &'a Endpoint)| (container.state, endpoint.ipv4);
        let mut all = Vec::new();
        for (id, found) in before.iter().filter(|(id, _)| !now.contains_key(*id)).chain(&now) {
            let change = Change::between(before.get(id).map(is).as_ref(), now.get(id).map(is).as_ref());
            all.push(self.member(found.0, Some(found.1), change));
        }
        self.fold(all)
    }

    /// The containers that are on no network.
    pub(super) fn apart(&self) -> Members<'a> {
        let of = |snapshot: &'a Snapshot| {
            snapshot.containers.values().filter(|container| container.endpoints.is_empty())
        };
        let gone = of(self.before).filter(|container| !self.now.containers.contains_key(&container.id));
        let all = gone.chain(of(self.now)).map(|container| {
            let state = |snapshot: &Snapshot| snapshot.containers.get(&container.id).map(|c| c.state);
            let change = Change::between(state(self.before).as_ref(), state(self.now).as_ref());
            self.member(container, None, change)
        });
        self.fold(all.collect())
    }

    fn member(&self, container: &'a Container, endpoint: Option<&'a Endpoint>, change: Change) -> Member<'a> {
        Member { container, endpoint, change, own: self.cast.has(container) }
    }

    /// The lesson's own are drawn; of the others a few: those that changed, and the rest of them only while
    /// the lesson has none.
    fn fold(&self, mut all: Vec<Member<'a>>) -> Members<'a> {
        all.sort_by_key(|member| (!member.own, member.change == Change::Same, &member.container.name));
        let mut members = Members::default();
        let mut others = 0;
        for member in all {
            let wanted = member.own || member.change != Change::Same || !self.has_own;
            if wanted && (member.own || others < FEW) {
                others += usize::from(!member.own);
                members.shown.push(member);
            } else {
                members.folded.push(member);
            }
        }
        members.shown.sort_by_key(|member| (!member.own, &member.container.name));
        members
    }
}

/// Whether a network is one of the engine's own two without addresses.
pub(super) fn is_engines_own(network: &Network) -> bool {
    matches!(network.driver.as_str(), "host" | "null")
}

/// Whether an endpoint is one on that network.
pub(super) fn is_on(endpoint: &Endpoint, network: &Network) -> bool {
    if endpoint.network_id.is_empty() {
        endpoint.network == network.name
    } else {
        endpoint.network_id == network.id
    }
}

fn endpoints<'a>(
    snapshot: &'a Snapshot,
    network: &Network,
) -> BTreeMap<&'a str, (&'a Container, &'a Endpoint)> {
    let of = |container: &'a Container| {
        let endpoint = container.endpoints.iter().find(|endpoint| is_on(endpoint, network))?;
        Some((container.id.as_str(), (container, endpoint)))
    };
    snapshot.containers.values().filter_map(of).collect()
}
