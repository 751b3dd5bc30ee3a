//! What the rows of the pane are made of, and which of it is drawn in full.

use std::collections::BTreeMap;

use super::change::Change;
use crate::app::sight::{Block, Depth, Fold, Scope, Sight};
use crate::app::{Cast, LessonModel};
use crate::network::{Container, Endpoint, Link, Network, Snapshot};
use crate::text::{Span, sanitize, width};
use crate::ui::Look;
use crate::ui::row::{Row, Run, cut};

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
    /// How much of it is shown.
    pub(super) sight: &'a Sight,
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
    /// Containers that are left out: the filter asks for others.
    pub(super) left_out: usize,
    /// Whether more can be unfolded than what matters.
    pub(super) more: bool,
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
        lesson: &'a LessonModel,
        cols: usize,
    ) -> Self {
        let cast = &lesson.cast;
        let all = || now.containers.values().chain(before.containers.values());
        let has_own = all().any(|container| cast.has(container));
        let changed = |id: &str| {
            let state = |snapshot: &Snapshot| snapshot.containers.get(id).map(|container| container.state);
            state(now) != state(before)
        };
        // A long name of somebody else's must not push the lesson's own aside.
        let sight = &lesson.sight;
        let all_alike = !has_own || sight.scope == Scope::Everything || !sight.words.is_empty();
        let wanted = |container: &Container| match width(&sanitize(&container.name)) {
            cols if cast.has(container) || all_alike => cols,
            name_cols if changed(&container.id) => name_cols.min(cols / 4),
            _ => 0,
        };
        let name_cols = all().map(wanted).max().unwrap_or(0);
        let name_cols = name_cols.min(NAME_COLS.max(cols / 3));
        Self { look, now, before, cast, sight, cols, name_cols, has_own }
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
        let is = |(container, endpoint): &(&'a Container, &'a Endpoint)| {
            let runs = (container.state, &container.started_at, endpoint.ipv4, endpoint.ipv6);
            (runs, &endpoint.names, &endpoint.links, &container.links, &container.ports)
        };
        let mut all = Vec::new();
        for (id, found) in before.iter().filter(|(id, _)| !now.contains_key(*id)).chain(&now) {
            let change = Change::between(before.get(id).map(is).as_ref(), now.get(id).map(is).as_ref());
            all.push(self.member(found.0, Some(found.1), change));
        }
        self.fold(Some(network), all)
    }

    /// The containers that are on no network, or only on such as do not exist.
    pub(super) fn apart(&self) -> Members<'a> {
        let of = |snapshot: &'a Snapshot| {
            let exists = |endpoint| snapshot.networks.values().any(|network| is_on(endpoint, network));
            snapshot.containers.values().filter(move |container| !container.endpoints.iter().any(exists))
        };
        let gone = of(self.before).filter(|container| !self.now.containers.contains_key(&container.id));
        let all = gone.chain(of(self.now)).map(|container| {
            let state = |snapshot: &Snapshot| snapshot.containers.get(&container.id).map(|c| c.state);
            let change = Change::between(state(self.before).as_ref(), state(self.now).as_ref());
            self.member(container, None, change)
        });
        self.fold(None, all.collect())
    }

    fn member(&self, container: &'a Container, endpoint: Option<&'a Endpoint>, change: Change) -> Member<'a> {
        Member { container, endpoint, change, own: self.cast.has(container) }
    }

    /// What is asked for is left, and folded as the learner has it; what is usual: the lesson's own are drawn, and of
    /// the others a few, those that changed, and the rest of them only while the lesson has none.
    fn fold(&self, network: Option<&Network>, mut all: Vec<Member<'a>>) -> Members<'a> {
        let count = all.len();
        all.retain(|member| self.is_asked_for(network, member));
        all.sort_by_key(|member| (!member.own, member.change == Change::Same, &member.container.name));
        let mut members = Members { left_out: count - all.len(), ..Members::default() };
        let depth = self.sight.depth(&block(network));
        let mut others = 0;
        for member in all {
            let matters = member.own || member.change != Change::Same || !self.has_own;
            let usual = matters && (member.own || others < FEW) || !self.sight.words.is_empty();
            others += usize::from(usual && !member.own);
            members.more |= !usual;
            if depth == Depth::Whole || (usual && depth == Depth::Usual) {
                members.shown.push(member);
            } else {
                members.folded.push(member);
            }
        }
        members.shown.sort_by_key(|member| (!member.own, &member.container.name));
        members
    }

    /// Whether a container is one of those that the learner wants to see: by what stands in its rows.
    fn is_asked_for(&self, network: Option<&Network>, member: &Member<'_>) -> bool {
        if self.sight.scope == Scope::Lesson && !member.own {
            return false;
        }
        if self.sight.words.is_empty() {
            return true;
        }
        let container = member.container;
        let mut texts = vec![container.name.clone(), container.image.clone(), container.id.clone()];
        texts.extend(
            network.into_iter().flat_map(|network| network.subnets.iter().chain([&network.name]).cloned()),
        );
        let mut links: Vec<&Link> = container.links.iter().collect();
        if let Some(endpoint) = member.endpoint {
            texts.extend([endpoint.ipv4, endpoint.ipv6].into_iter().flatten().map(|ip| ip.to_string()));
            texts.extend(endpoint.names.iter().cloned());
            links.extend(&endpoint.links);
        }
        texts.extend(links.into_iter().flat_map(|link| [link.alias.clone(), link.target.clone()]));
        for port in &container.ports {
            texts.push(format!("{}/{}", port.container_port, port.protocol));
            texts.extend(port.host_port.map(|port| port.to_string()));
        }
        self.sight.finds(&texts.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Turns a heading into one that folds: with a sign for how far it is unfolded, and a mark while keys are on it.
    pub(super) fn heading(&self, fold: Fold, change: Change, title: Vec<Run>) -> Row {
        let (look, theme) = (self.look, &self.look.theme);
        let sign = if self.sight.depth(&fold.block) == Depth::Closed { "▸ " } else { "▾ " };
        let mut runs = vec![change.sign(look), Span::new(sign, theme.accent)];
        runs.extend(title);
        Row { fold: Some(fold), ..Row::from(cut(runs, self.cols)) }
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

/// The block of a network, or of the containers without one.
pub(super) fn block(network: Option<&Network>) -> Block {
    network.map_or(Block::Apart, |network| Block::Network(network.id.clone()))
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
