//! Who reaches whom, computed; and the first broken layer where they do not.

use std::net::IpAddr;

use super::place::{Place, place};
use super::resolve::{Found, endpoint_on, is_linked_but_for_case, meant, network_of, resolve};
use super::{Container, ContainerState, Mode, Snapshot, Target};
use crate::i18n::{Phrase, phrase};

/// What the model says of an attempt. What a probe sees is the truth where the two differ: who listens,
/// firewalls and names of other name servers are nothing that the engine tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Computed {
    /// Packets get there. Several where a name is shared.
    Yes(Vec<Hop>),
    /// They do not, and this is the first layer that is broken.
    No(Broken),
    /// The engine does not tell.
    Unknown(Phrase),
}

/// A container that is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// Its full id.
    pub container: String,
    /// The network's name; none within one namespace.
    pub network: Option<String>,
    /// Its address there.
    pub address: Option<IpAddr>,
}

/// Layers in the order in which they are to be mended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// Both sides exist and run.
    Running,
    /// They share a network.
    Network,
    /// The name means something there.
    Name,
    /// The network lets them talk.
    Route,
}

/// Why something is not reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// The first broken layer.
    pub layer: Layer,
    /// Why, and what to do.
    pub why: Phrase,
}

/// Whether `from` (a container's name, or `host`) gets packets to `to` (a name, `name:port` or a URL).
pub fn reach(snapshot: &Snapshot, from: &str, to: &str) -> Computed {
    let target = Target::parse(to);
    if from == "host" && snapshot.container("host").is_none() {
        return from_host(snapshot, &target);
    }
    let Some(asker) = snapshot.container(from) else {
        return no(Layer::Running, phrase("network-why-missing").with("name", from));
    };
    if let Some(why) = not_running(asker) {
        return no(Layer::Running, why);
    }
    let owner = match place(snapshot, asker) {
        Place::Host => return from_host(snapshot, &target),
        Place::Of(owner) => owner,
        Place::Nowhere | Place::Stranded(_) if is_itself(asker, target.host) => return itself(asker),
        Place::Nowhere => {
            return no(Layer::Network, phrase("network-why-no-network").with("name", asker.name.as_str()));
        }
        Place::Stranded(other) => return no(Layer::Network, stranded(asker, snapshot, other)),
    };
    if is_itself(asker, target.host) || is_itself(owner, target.host) {
        return itself(owner);
    }
    match target.address() {
        Some(address) => to_address(snapshot, owner, address),
        None => to_name(snapshot, owner, target.host),
    }
}

/// Why `from` does not reach `to`; none where it does, or where the model cannot tell.
pub fn why_not(snapshot: &Snapshot, from: &str, to: &str) -> Option<Broken> {
    match reach(snapshot, from, to) {
        Computed::No(broken) => Some(broken),
        Computed::Yes(_) | Computed::Unknown(_) => None,
    }
}

fn to_name(snapshot: &Snapshot, asker: &Container, name: &str) -> Computed {
    let found: Vec<Found<'_>> = resolve(snapshot, asker, name);
    if !found.is_empty() {
        let open: Vec<Hop> = found
            .iter()
            .filter(|found| found.container.id == asker.id || found.network.icc)
            .map(|found| Hop {
                container: found.container.id.clone(),
                network: Some(found.network.name.clone()),
                address: found.endpoint.ipv4.or(found.endpoint.ipv6),
            })
            .collect();
        return if open.is_empty() {
            no(Layer::Route, phrase("network-why-icc").with("network", found[0].network.name.as_str()))
        } else {
            Computed::Yes(open)
        };
    }
    if is_linked_but_for_case(snapshot, asker, name) {
        return Computed::Unknown(phrase("network-unknown-case").with("name", name));
    }
    let Some(other) = meant(snapshot, Some(asker), name) else {
        return if name.contains('.') {
            Computed::Unknown(phrase("network-unknown-outside").with("name", name))
        } else {
            no(Layer::Name, phrase("network-why-no-such-name").with("name", name))
        };
    };
    if other.id == asker.id {
        return no(Layer::Name, phrase("network-why-own-name").with("name", name));
    }
    if let Some(why) = not_running(other).filter(|_| !other.state.is_up()) {
        return no(Layer::Running, why);
    }
    if let Some(why) = not_together(snapshot, asker, other) {
        return no(Layer::Network, why);
    }
    no(Layer::Name, not_named(snapshot, asker, other, name))
}

/// Why two containers that run are not on one network.
fn not_together(snapshot: &Snapshot, asker: &Container, other: &Container) -> Option<Phrase> {
    let names = |why: Phrase| why.with("from", asker.name.as_str()).with("to", other.name.as_str());
    match (&other.mode, place(snapshot, other)) {
        (_, Place::Host) => Some(names(phrase("network-why-on-host"))),
        (_, Place::Nowhere) => Some(phrase("network-why-no-network").with("name", other.name.as_str())),
        (_, Place::Stranded(owner)) => Some(stranded(other, snapshot, owner)),
        (Mode::Container(_), Place::Of(owner)) => {
            Some(names(phrase("network-why-shares")).with("owner", owner.name.as_str()))
        }
        (_, Place::Of(_)) => {
            let shared = asker.endpoints.iter().filter_map(|endpoint| network_of(snapshot, endpoint));
            if shared.clone().any(|network| endpoint_on(snapshot, other, network).is_some()) {
                return None;
            }
            Some(
                names(phrase("network-why-apart"))
                    .with("from_networks", networks(asker))
                    .with("to_networks", networks(other)),
            )
        }
    }
}

/// Why `name` means nothing to `asker`, although the container meant is beside it on a network.
fn not_named(snapshot: &Snapshot, asker: &Container, other: &Container, name: &str) -> Phrase {
    let named = |why: Phrase| {
        why.with("name", name).with("from", asker.name.as_str()).with("to", other.name.as_str())
    };
    let default = asker
        .endpoints
        .iter()
        .filter_map(|endpoint| network_of(snapshot, endpoint))
        .all(|network| network.default_bridge || endpoint_on(snapshot, other, network).is_none());
    if !default {
        return named(phrase("network-why-other-name"));
    }
    if other.links.iter().any(|link| link.target == asker.name) {
        return named(phrase("network-why-one-way"));
    }
    named(phrase("network-why-default-bridge"))
}

fn to_address(snapshot: &Snapshot, asker: &Container, address: IpAddr) -> Computed {
    let own: Vec<_> = asker.endpoints.iter().filter_map(|endpoint| network_of(snapshot, endpoint)).collect();
    for network in &own {
        if network.gateways.contains(&address) {
            return Computed::Unknown(phrase("network-unknown-gateway").with("address", address.to_string()));
        }
        let holder = snapshot.containers.values().find(|container| {
            container.state.is_up()
                && endpoint_on(snapshot, container, network)
                    .is_some_and(|endpoint| endpoint.ipv4 == Some(address) || endpoint.ipv6 == Some(address))
        });
        if let Some(holder) = holder {
            if !network.icc && holder.id != asker.id {
                return no(Layer::Route, phrase("network-why-icc").with("network", network.name.as_str()));
            }
            return Computed::Yes(vec![Hop {
                container: holder.id.clone(),
                network: Some(network.name.clone()),
                address: Some(address),
            }]);
        }
    }
    let elsewhere = snapshot.containers.values().find(|container| {
        let mut endpoints = container.endpoints.iter();
        endpoints.any(|endpoint| endpoint.ipv4 == Some(address) || endpoint.ipv6 == Some(address))
    });
    if let Some(why) = elsewhere.and_then(|other| not_together(snapshot, asker, other)) {
        return no(Layer::Network, why);
    }
    if !own.is_empty() && own.iter().all(|network| network.internal) {
        return no(Layer::Route, phrase("network-why-internal").with("name", asker.name.as_str()));
    }
    Computed::Unknown(phrase("network-unknown-address").with("address", address.to_string()))
}

/// The host knows no container's name, reaches every container's address, and published ports.
fn from_host(snapshot: &Snapshot, target: &Target<'_>) -> Computed {
    let up = || snapshot.containers.values().filter(|container| container.state.is_up());
    let Some(address) =
        target.address().or_else(|| (target.host == "localhost").then(|| [127, 0, 0, 1].into()))
    else {
        return match meant(snapshot, None, target.host) {
            Some(other) if !other.state.is_up() => {
                not_running(other).map_or(Computed::Yes(Vec::new()), |why| no(Layer::Running, why))
            }
            Some(_) => no(Layer::Name, phrase("network-why-host-names").with("name", target.host)),
            None => Computed::Unknown(phrase("network-unknown-outside").with("name", target.host)),
        };
    };
    let holds = |container: &&Container| {
        container.endpoints.iter().any(|e| e.ipv4 == Some(address) || e.ipv6 == Some(address))
    };
    let publishes = |container: &&Container| {
        container.ports.iter().any(|port| {
            target.port.is_some()
                && port.host_port == target.port
                && port.host_ip.is_none_or(|ip| ip == address || ip.is_unspecified())
        })
    };
    let found = if address.is_loopback() {
        up().find(publishes)
    } else {
        up().find(holds).or_else(|| up().find(publishes))
    };
    match found {
        Some(container) => Computed::Yes(vec![Hop {
            container: container.id.clone(),
            network: container.endpoints.first().map(|endpoint| endpoint.network.clone()),
            address: Some(address),
        }]),
        None => Computed::Unknown(phrase("network-unknown-address").with("address", address.to_string())),
    }
}

/// Why a container cannot ask or answer now.
fn not_running(container: &Container) -> Option<Phrase> {
    let name = |key| phrase(key).with("name", container.name.as_str());
    match container.state {
        ContainerState::Running => None,
        ContainerState::Created => Some(name("network-why-created")),
        ContainerState::Paused => Some(name("network-why-paused")),
        ContainerState::Restarting => Some(name("network-why-restarting")),
        ContainerState::Exited(code) => Some(name("network-why-exited").with("code", code)),
        ContainerState::Dead => Some(name("network-why-dead")),
    }
}

fn stranded(guest: &Container, snapshot: &Snapshot, owner: &str) -> Phrase {
    let owner = snapshot.container(owner).map_or(owner, |owner| owner.name.as_str());
    phrase("network-why-stranded").with("name", guest.name.as_str()).with("owner", owner)
}

/// Names that mean a container to itself wherever it is: loopback and its own host name and addresses.
fn is_itself(container: &Container, host: &str) -> bool {
    let address: Option<IpAddr> = host.parse().ok();
    if host.is_empty() {
        return false;
    }
    host.eq_ignore_ascii_case("localhost")
        || address.is_some_and(|address| address.is_loopback())
        || host == container.own_hostname()
        || (address.is_some() && container.endpoints.iter().any(|e| e.ipv4 == address || e.ipv6 == address))
}

fn itself(container: &Container) -> Computed {
    Computed::Yes(vec![Hop { container: container.id.clone(), network: None, address: None }])
}

/// The names of its networks, for a sentence.
fn networks(container: &Container) -> String {
    let names: Vec<&str> = container.endpoints.iter().map(|endpoint| endpoint.network.as_str()).collect();
    if names.is_empty() { "-".to_owned() } else { names.join(", ") }
}

fn no(layer: Layer, why: Phrase) -> Computed {
    Computed::No(Broken { layer, why })
}

#[cfg(test)]
mod tests;
