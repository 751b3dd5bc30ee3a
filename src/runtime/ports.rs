//! Ports of a lesson that are in use already, and free ones that take their place.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, TcpListener};

use crate::lesson::{LABEL, Lesson};
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
    let ours = |container: &Container| {
        owned(&container.labels, owner) == Owned::Ours && container.labels.get(LABEL) == Some(&lesson.id)
    };
    let mut chosen = BTreeMap::new();
    for port in lesson.ports.values() {
        // Neither a number that the lesson has for something else, nor one that has taken such a one's place.
        let others = lesson.ports.values().filter(|other| *other != port).chain(chosen.values());
        let used = |candidate: &u16| others.clone().any(|other| other == candidate);
        if let Some(found) = choose(*port, snapshot, &ours, used, is_free).filter(|found| found != port) {
            chosen.insert(*port, found);
        }
    }
    chosen
}

fn choose(
    port: u16,
    snapshot: &Snapshot,
    is_ours: &impl Fn(&Container) -> bool,
    used: impl Fn(&u16) -> bool,
    is_free: impl Fn(u16) -> bool,
) -> Option<u16> {
    let near = || (port..=port.saturating_add(FARTHEST)).filter(|candidate| !used(candidate));
    let ours = |candidate: &u16| publishers(snapshot, *candidate).any(is_ours);
    let taken = |candidate: &u16| publishers(snapshot, *candidate).next().is_some();
    near().find(ours).or_else(|| near().find(|candidate| !taken(candidate) && is_free(*candidate)))
}

fn publishers(snapshot: &Snapshot, port: u16) -> impl Iterator<Item = &Container> {
    let publishes = move |container: &&Container| {
        container.ports.iter().any(|published| published.host_port == Some(port))
    };
    snapshot.containers.values().filter(publishes)
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

    fn is_mine(container: &Container) -> bool {
        owned(&container.labels, "me") == Owned::Ours && container.labels[LABEL] == "web"
    }

    fn chosen(containers: &[(String, Container)], busy: &[u16]) -> Option<u16> {
        let snapshot = Snapshot { containers: containers.iter().cloned().collect(), ..Snapshot::default() };
        choose(10080, &snapshot, &is_mine, |_| false, |port| !busy.contains(&port))
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

    #[test]
    fn another_lesson_s_port_is_not_ours_to_go_on_with() {
        let (id, mut other) = publishing("other", 10081, Some("me"));
        other.labels = labels("me", Some("another"));
        assert_eq!(chosen(&[(id, other)], &[10081]), Some(10080));
    }

    #[test]
    fn a_port_of_the_same_lesson_is_not_taken_for_another() {
        let mut lesson =
            crate::lesson::load().lessons.into_iter().find(|lesson| lesson.id == "link").unwrap();
        lesson.ports = [("web".to_owned(), 10080), ("local".to_owned(), 10081)].into();
        let mut local = publishing("local", 10081, Some("me"));
        local.1.labels = labels("me", Some("link"));
        let theirs = publishing("theirs", 10080, None);
        let snapshot = |all: &[(String, Container)]| Snapshot {
            containers: all.iter().cloned().collect(),
            ..Snapshot::default()
        };
        assert!(substitutes(&lesson, &snapshot(std::slice::from_ref(&local)), "me", false).is_empty());
        let chosen = substitutes(&lesson, &snapshot(&[local, theirs]), "me", false);
        assert_eq!(chosen, [(10080, 10082)].into());
    }
}
