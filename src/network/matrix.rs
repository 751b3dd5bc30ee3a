//! The reach matrix: who reaches whom, by which names, over which network.

use std::net::IpAddr;

use super::place::{Place, place};
use super::reach::{Computed, reach};
use super::resolve::resolve;
use super::{Container, Snapshot};

/// The ways from one container to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What the model says of the first name that gets there, or else of the container's own name.
    pub computed: Computed,
    /// Names by which it is reached, with the network: links first, then its own name, then aliases, then
    /// its host name, which is its short id where none was given.
    pub ways: Vec<Way>,
}

/// One name over one network.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// The name to say.
    pub name: String,
    /// The network's name.
    pub network: String,
}

/// Who reaches whom.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matrix {
    /// Full ids of the containers, rows and columns alike, in the order of their names.
    pub ids: Vec<String>,
    /// By asker, then by target.
    pub cells: Vec<Vec<Cell>>,
}

/// The matrix of all containers. It grows with their number squared: for many, ask for [`cell`]s.
pub fn matrix(snapshot: &Snapshot) -> Matrix {
    let mut containers: Vec<&Container> = snapshot.containers.values().collect();
    containers.sort_by(|a, b| a.name.cmp(&b.name));
    Matrix {
        ids: containers.iter().map(|container| container.id.clone()).collect(),
        cells: containers
            .iter()
            .map(|from| containers.iter().map(|to| cell(snapshot, from, to)).collect())
            .collect(),
    }
}

/// How `from` reaches `to`.
pub fn cell(snapshot: &Snapshot, from: &Container, to: &Container) -> Cell {
    let ways = ways(snapshot, from, to);
    let name = ways.first().map_or(to.name.as_str(), |way| way.name.as_str());
    let name = if from.id == to.id { "localhost" } else { name };
    Cell { computed: reach(snapshot, &from.name, name), ways }
}

/// The addresses at which `from` reaches `to`, whether or not it knows a name for it.
pub fn by_address(snapshot: &Snapshot, from: &Container, to: &Container) -> Vec<IpAddr> {
    let Place::Of(owner) = place(snapshot, to) else { return Vec::new() };
    if !to.state.is_up() {
        return Vec::new();
    }
    let addresses = owner.endpoints.iter().filter_map(|endpoint| endpoint.ipv4.or(endpoint.ipv6));
    let reached = |address: &IpAddr| match reach(snapshot, &from.name, &address.to_string()) {
        Computed::Yes(hops) => hops.iter().any(|hop| hop.container == owner.id),
        Computed::No(_) | Computed::Unknown(_) => false,
    };
    addresses.filter(reached).collect()
}

fn ways(snapshot: &Snapshot, from: &Container, to: &Container) -> Vec<Way> {
    let Place::Of(asker) = place(snapshot, from) else { return Vec::new() };
    if !from.state.is_up() || from.id == to.id {
        return Vec::new();
    }
    let links = asker.links.iter().chain(asker.endpoints.iter().flat_map(|endpoint| &endpoint.links));
    let linked = links.filter(|link| link.target == to.name).map(|link| link.alias.as_str());
    let aliases = to.endpoints.iter().flat_map(|endpoint| endpoint.names.iter().map(String::as_str));
    let mut ways: Vec<Way> = Vec::new();
    for name in linked
        .chain([to.name.as_str()])
        .chain(aliases.filter(|name| *name != to.short_id()))
        .chain([to.own_hostname()])
    {
        for found in resolve(snapshot, asker, name).iter().filter(|found| found.container.id == to.id) {
            let way = Way { name: name.to_owned(), network: found.network.name.clone() };
            if !ways.contains(&way) {
                ways.push(way);
            }
        }
    }
    ways
}
