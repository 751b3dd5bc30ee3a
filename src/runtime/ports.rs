//! Ports of a lesson that are in use already, and free ones that take their place.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, TcpListener};

use crate::lesson::Lesson;
use crate::network::{Container, Snapshot};
use crate::session::{Owned, owned};

/// How far from the lesson's own number a free one is looked for.
const FARTHEST: u16 = 200;

/// Port as written in the lesson → the one to use, for those whose number is somebody else's.
///
/// What `owner`'s own containers of the lesson publish already goes on being used. `local` says whether
/// the engine publishes on this machine, where a port can be tried.
pub fn substitutes(lesson: &Lesson, snapshot: &Snapshot, owner: &str, local: bool) -> BTreeMap<u16, u16> {
    let is_free = |port| !local || TcpListener::bind((Ipv4Addr::UNSPECIFIED, port)).is_ok();
    let mut chosen = BTreeMap::new();
    for port in lesson.ports.values() {
        let used = |port: &u16| chosen.values().any(|other| other == port);
        if let Some(found) = choose(*port, snapshot, owner, used, is_free).filter(|found| found != port) {
            chosen.insert(*port, found);
        }
    }
    chosen
}

fn choose(
    port: u16,
    snapshot: &Snapshot,
    owner: &str,
    used: impl Fn(&u16) -> bool,
    is_free: impl Fn(u16) -> bool,
) -> Option<u16> {
    let near = || (port..=port.saturating_add(FARTHEST)).filter(|candidate| !used(candidate));
    let ours = |candidate: &u16| publishers(snapshot, *candidate).any(|container| is_ours(container, owner));
    let taken = |candidate: &u16| publishers(snapshot, *candidate).next().is_some();
    near().find(ours).or_else(|| near().find(|candidate| !taken(candidate) && is_free(*candidate)))
}

fn publishers(snapshot: &Snapshot, port: u16) -> impl Iterator<Item = &Container> {
    let publishes = move |container: &&Container| {
        container.ports.iter().any(|published| published.host_port == Some(port))
    };
    snapshot.containers.values().filter(publishes)
}

fn is_ours(container: &Container, owner: &str) -> bool {
    owned(&container.labels, owner) == Owned::Ours
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::PublishedPort;
    use crate::session::labels;

    fn publishing(name: &str, port: u16, owner: Option<&str>) -> (String, Container) {
        let published = PublishedPort {
            host_ip: None,
            host_port: Some(port),
            container_port: 80,
            protocol: "tcp".into(),
        };
        let container = Container {
            id: name.into(),
            name: name.into(),
            ports: vec![published],
            labels: owner.map(|owner| labels(owner, Some("web"))).unwrap_or_default(),
            ..Container::default()
        };
        (name.to_owned(), container)
    }

    fn chosen(containers: &[(String, Container)], busy: &[u16]) -> Option<u16> {
        let snapshot = Snapshot { containers: containers.iter().cloned().collect(), ..Snapshot::default() };
        choose(10080, &snapshot, "me", |_| false, |port| !busy.contains(&port))
    }

    #[test]
    fn a_free_port_is_used_as_it_stands() {
        assert_eq!(chosen(&[], &[]), Some(10080));
    }

    #[test]
    fn a_taken_port_is_replaced_by_the_next_free_one() {
        assert_eq!(chosen(&[publishing("theirs", 10080, None)], &[10081]), Some(10082));
        assert_eq!(chosen(&[publishing("another", 10080, Some("you"))], &[]), Some(10081));
        assert_eq!(chosen(&[], &[10080]), Some(10081));
    }

    #[test]
    fn what_is_ours_already_is_gone_on_with() {
        assert_eq!(chosen(&[publishing("ours", 10080, Some("me"))], &[10080]), Some(10080));
        let both = [publishing("theirs", 10080, None), publishing("ours", 10081, Some("me"))];
        assert_eq!(chosen(&both, &[10080, 10081]), Some(10081));
    }
}
