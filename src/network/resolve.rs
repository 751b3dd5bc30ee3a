//! Which containers a name means, by the engine's own rules.

use super::{Container, Endpoint, Network, Snapshot};

/// A container that a name means, and over which of the asker's networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'a> {
    pub container: &'a Container,
    pub network: &'a Network,
    pub endpoint: &'a Endpoint,
}

/// All that `name` means to `asker`, which has endpoints of its own. The engine's default network knows
/// names by its links alone, from /etc/hosts, and letter by letter; others ask the engine's DNS, which
/// does not mind the case. Stopped containers have no name. A link's name is for its owner alone.
pub(super) fn resolve<'a>(snapshot: &'a Snapshot, asker: &'a Container, name: &str) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    for endpoint in &asker.endpoints {
        let Some(network) = network_of(snapshot, endpoint) else { continue };
        for container in snapshot.containers.values().filter(|container| container.state.is_up()) {
            let Some(theirs) = endpoint_on(snapshot, container, network) else { continue };
            let known = if network.default_bridge {
                is_linked(asker, container, name)
            } else {
                has_name(container, theirs, network, name) || is_linked_on(endpoint, container, name)
            };
            if known {
                found.push(Found { container, network, endpoint: theirs });
            }
        }
    }
    found
}

/// The network of an endpoint: by id where there is one, else by name.
pub(super) fn network_of<'a>(snapshot: &'a Snapshot, endpoint: &Endpoint) -> Option<&'a Network> {
    snapshot
        .networks
        .get(&endpoint.network_id)
        .or_else(|| snapshot.networks.values().find(|network| network.name == endpoint.network))
}

/// The container's endpoint on that network.
pub(super) fn endpoint_on<'a>(
    snapshot: &Snapshot,
    container: &'a Container,
    network: &Network,
) -> Option<&'a Endpoint> {
    container.endpoints.iter().find(|endpoint| {
        network_of(snapshot, endpoint)
            .is_some_and(|found| std::ptr::eq(found, network) || found.id == network.id)
    })
}

/// What /etc/hosts holds for a link: its alias, the target's host name and the target's name.
fn is_linked(asker: &Container, target: &Container, name: &str) -> bool {
    asker
        .links
        .iter()
        .filter(|link| link.target == target.name)
        .any(|link| name == link.alias || name == target.name || name == target.own_hostname())
}

/// Whether /etc/hosts holds the name in other letters, large or small: some C libraries take them for the
/// same there, and some do not.
pub(super) fn is_linked_but_for_case(snapshot: &Snapshot, asker: &Container, name: &str) -> bool {
    asker.links.iter().any(|link| {
        let target = snapshot.container(&link.target).filter(|target| target.state.is_up());
        target.is_some_and(|target| {
            [link.alias.as_str(), &target.name, target.own_hostname()]
                .iter()
                .any(|own| own.eq_ignore_ascii_case(name))
        })
    })
}

fn is_linked_on(endpoint: &Endpoint, target: &Container, name: &str) -> bool {
    let mut links = endpoint.links.iter();
    links.any(|link| link.target == target.name && link.alias.eq_ignore_ascii_case(name))
}

/// What the engine's DNS answers: the container's names there, also with the network's name behind them.
fn has_name(container: &Container, endpoint: &Endpoint, network: &Network, name: &str) -> bool {
    let is = |name: &str| {
        let is = |own: &str| !own.is_empty() && own.eq_ignore_ascii_case(name);
        is(&container.name)
            || is(container.short_id())
            || is(&container.hostname)
            || endpoint.names.iter().any(|own| is(own))
    };
    let bare = name.len().checked_sub(network.name.len() + 1).filter(|length| {
        name.get(*length..)
            .and_then(|end| end.strip_prefix('.'))
            .is_some_and(|end| end.eq_ignore_ascii_case(&network.name))
    });
    is(name) || network.full_names && bare.and_then(|length| name.get(..length)).is_some_and(is)
}

/// The container that somebody who says `name` most likely has in mind, whether or not it can be reached:
/// by name, id or host name, then by the asker's own links, then by an alias on any network, then by a link.
pub(super) fn meant<'a>(
    snapshot: &'a Snapshot,
    asker: Option<&Container>,
    name: &str,
) -> Option<&'a Container> {
    let by_link = |container: &Container| {
        let links = container.links.iter().chain(container.endpoints.iter().flat_map(|e| &e.links));
        links.clone().find(|link| link.alias.eq_ignore_ascii_case(name)).map(|link| link.target.clone())
    };
    let all = || snapshot.containers.values();
    let is = |own: &str| !own.is_empty() && own.eq_ignore_ascii_case(name);
    snapshot
        .container(name)
        .or_else(|| all().find(|c| is(&c.name) || is(&c.hostname) || is(c.short_id())))
        .or_else(|| snapshot.container(&asker.and_then(by_link)?))
        .or_else(|| all().find(|c| c.endpoints.iter().any(|e| e.names.iter().any(|own| is(own)))))
        .or_else(|| snapshot.container(&all().find_map(by_link)?))
}
