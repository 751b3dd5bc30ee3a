//! What is different from an earlier moment.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::{Container, ContainerState, Network, Snapshot};

/// What changed between two snapshots, by full id. What is as it was is not in here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Of containers.
    pub containers: BTreeMap<String, Change<Alteration>>,
    /// Of networks; what there is of a network never changes.
    pub networks: BTreeMap<String, Change<()>>,
}

/// What happened to one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<A> {
    /// It was not there.
    Appeared,
    /// It is no more there; this was its name.
    Gone(String),
    /// It is different: in what ways.
    Altered(Vec<A>),
}

/// A way in which a container is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alteration {
    /// Another state than this one.
    State(ContainerState),
    /// It runs as before, but began anew meanwhile.
    Restarted,
    /// Another name than this one.
    Renamed(String),
    /// On a network where it was not.
    Joined(String),
    /// No more on a network where it was.
    Left(String),
    /// Another address on that network than the one given.
    Address {
        /// The network's name.
        network: String,
        /// The address it had.
        was: Option<IpAddr>,
    },
    /// Other names or links on that network.
    Names(String),
    /// Other published ports.
    Ports,
}

impl Changes {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.containers.is_empty() && self.networks.is_empty()
    }
}

impl Snapshot {
    /// What is different now from what it was at `baseline`.
    pub fn changes_since(&self, baseline: &Self) -> Changes {
        Changes {
            containers: diff(&baseline.containers, &self.containers, |c| &c.name, altered),
            networks: diff(&baseline.networks, &self.networks, |n: &Network| &n.name, |_, _| Vec::new()),
        }
    }
}

fn diff<T, A>(
    before: &BTreeMap<String, T>,
    now: &BTreeMap<String, T>,
    name: impl Fn(&T) -> &String,
    altered: impl Fn(&T, &T) -> Vec<A>,
) -> BTreeMap<String, Change<A>> {
    let mut changes = BTreeMap::new();
    for (id, object) in now {
        match before.get(id) {
            None => drop(changes.insert(id.clone(), Change::Appeared)),
            Some(was) => {
                let alterations = altered(was, object);
                if !alterations.is_empty() {
                    changes.insert(id.clone(), Change::Altered(alterations));
                }
            }
        }
    }
    let gone = before.iter().filter(|(id, _)| !now.contains_key(*id));
    changes.extend(gone.map(|(id, object)| (id.clone(), Change::Gone(name(object).clone()))));
    changes
}

fn altered(was: &Container, now: &Container) -> Vec<Alteration> {
    let mut seen = Vec::new();
    if was.state != now.state {
        seen.push(Alteration::State(was.state));
    } else if now.state.is_up() && was.started_at != now.started_at {
        seen.push(Alteration::Restarted);
    }
    if was.name != now.name {
        seen.push(Alteration::Renamed(was.name.clone()));
    }
    for endpoint in &now.endpoints {
        let network = endpoint.network.clone();
        match was.endpoints.iter().find(|old| old.network == endpoint.network) {
            None => seen.push(Alteration::Joined(network)),
            Some(old) if (old.ipv4, old.ipv6) != (endpoint.ipv4, endpoint.ipv6) => {
                seen.push(Alteration::Address { network, was: old.ipv4.or(old.ipv6) });
            }
            Some(old) if old.names != endpoint.names || old.links != endpoint.links => {
                seen.push(Alteration::Names(network));
            }
            Some(_) => {}
        }
    }
    for old in &was.endpoints {
        if now.endpoints.iter().all(|endpoint| endpoint.network != old.network) {
            seen.push(Alteration::Left(old.network.clone()));
        }
    }
    if was.ports != now.ports {
        seen.push(Alteration::Ports);
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::super::Endpoint;
    use super::*;

    fn container(id: &str, state: ContainerState, endpoints: Vec<Endpoint>) -> (String, Container) {
        (
            id.into(),
            Container { id: id.into(), name: format!("c{id}"), state, endpoints, ..Container::default() },
        )
    }

    fn endpoint(network: &str, ipv4: [u8; 4]) -> Endpoint {
        Endpoint { network: network.into(), ipv4: Some(ipv4.into()), ..Endpoint::default() }
    }

    #[test]
    fn what_came_went_and_changed_is_told_apart() {
        let before = Snapshot {
            containers: [
                container("1", ContainerState::Running, vec![endpoint("bridge", [172, 17, 0, 2])]),
                container("2", ContainerState::Running, vec![]),
                container("4", ContainerState::Running, vec![]),
            ]
            .into(),
            ..Snapshot::default()
        };
        let now = Snapshot {
            containers: [
                container(
                    "1",
                    ContainerState::Exited(137),
                    vec![endpoint("bridge", [172, 17, 0, 3]), endpoint("net", [10, 0, 0, 2])],
                ),
                container("3", ContainerState::Created, vec![]),
                container("4", ContainerState::Running, vec![]),
            ]
            .into(),
            ..Snapshot::default()
        };
        let changes = now.changes_since(&before);
        assert_eq!(changes.containers["2"], Change::Gone("c2".into()));
        assert_eq!(changes.containers["3"], Change::Appeared);
        assert!(!changes.containers.contains_key("4"));
        assert_eq!(
            changes.containers["1"],
            Change::Altered(vec![
                Alteration::State(ContainerState::Running),
                Alteration::Address { network: "bridge".into(), was: Some([172, 17, 0, 2].into()) },
                Alteration::Joined("net".into()),
            ])
        );
        assert!(now.changes_since(&now).is_empty());
    }

    #[test]
    fn a_restart_is_seen_by_when_it_began() {
        let (id, mut one) = container("1", ContainerState::Running, vec![]);
        let before = Snapshot { containers: [(id.clone(), one.clone())].into(), ..Snapshot::default() };
        one.started_at = "2026-11-24T03:50:39Z".into();
        let now = Snapshot { containers: [(id, one)].into(), ..Snapshot::default() };
        assert_eq!(now.changes_since(&before).containers["1"], Change::Altered(vec![Alteration::Restarted]));
    }
}
