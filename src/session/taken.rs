//! Names that a lesson needs and somebody else has.

use std::collections::BTreeMap;

use super::{Owned, owned};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Lesson, Subject};
use crate::network::Snapshot;
use crate::shell::docker::{Invocation, ObjectKind};
use crate::shell::{Command, parse};

/// The names that the lesson's lines give to what they make, and those of the networks that its goals name, that
/// something has which is not ours: whose it is and what to do, each name once. Found before the lesson begins.
pub fn taken(lesson: &Lesson, snapshot: &Snapshot, owner: &str) -> Vec<Phrase> {
    let lines = lesson.steps.iter().flat_map(|step| &step.tasks).filter_map(|task| made(&task.line));
    let goals = lesson.steps.iter().flat_map(|step| &step.goals).filter_map(|goal| match &goal.subject {
        Subject::Network(name) => Some((ObjectKind::Network, name.clone())),
        _ => None,
    });
    let mut phrases: Vec<Phrase> = Vec::new();
    for (kind, name) in lines.chain(goals) {
        let (labels, keys) = match kind {
            ObjectKind::Network => {
                (network(snapshot, &name), ["session-taken-network", "session-taken-network-by-others"])
            }
            _ => (container(snapshot, &name), ["session-taken", "session-taken-by-others"]),
        };
        let Some(labels) = labels else { continue };
        let key = match owned(labels, owner) {
            Owned::Ours => continue,
            Owned::Foreign => keys[0],
            Owned::Others(_) => keys[1],
        };
        let phrase = phrase(key).with("name", name);
        if !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }
    phrases
}

type Labels = BTreeMap<String, String>;

fn container<'a>(snapshot: &'a Snapshot, name: &str) -> Option<&'a Labels> {
    snapshot.containers.values().find(|container| container.name == name).map(|container| &container.labels)
}

/// The labels of a network of that name, but for the engine's own, which are everybody's.
fn network<'a>(snapshot: &'a Snapshot, name: &str) -> Option<&'a Labels> {
    if matches!(name, "bridge" | "host" | "none") {
        return None;
    }
    let mut named =
        snapshot.networks.values().filter(|network| network.name == name && !network.default_bridge);
    named.next().map(|network| &network.labels)
}

/// What the line makes under a name of its own.
fn made(line: &str) -> Option<(ObjectKind, String)> {
    let Command::Docker(invocation) = parse(line).ok()?.command else { return None };
    match *invocation {
        Invocation::Run(run) | Invocation::Create(run) => Some((ObjectKind::Container, run.name?)),
        Invocation::NetworkCreate(create) => Some((ObjectKind::Network, create.name)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::labels;
    use super::*;
    use crate::i18n::speakable;
    use crate::lesson::{Goal, Step, Task};
    use crate::network::{Container, Network};

    #[test]
    fn names_of_others_are_found_and_our_own_are_not() {
        let task = |line: &str| Task { line: line.into(), expected: vec![], edits_before: 0 };
        let network_goal = |name: &str| Goal::about(Subject::Network(name.into()));
        let step = Step {
            tasks: vec![
                task("docker run -it -d --name alpine_01 alpine"),
                task("docker run -d --name=alpine_01 alpine"),
                task("docker create --name alpine_02 --link alpine_01:other_container alpine"),
                task("docker run --name mine alpine | grep x"),
                task("docker ps | grep ("),
                task("docker network create office"),
                task("docker network create net"),
            ],
            goals: ["yournet", "bridge", "net", "new"].map(network_goal).into(),
            ..Step::default()
        };
        let lesson = Lesson {
            id: "link".into(),
            images: vec![],
            minutes: 1,
            needs: vec![],
            ports: BTreeMap::new(),
            values: BTreeMap::new(),
            steps: vec![step],
            prose: BTreeMap::new(),
            workspace: BTreeMap::new(),
        };
        let container = |name: &str, owner: Option<&str>| {
            let labels = owner.map(|owner| labels(owner, None)).unwrap_or_default();
            (
                name.to_owned(),
                Container { id: name.into(), name: name.into(), labels, ..Container::default() },
            )
        };
        let network = |name: &str, owner: Option<&str>| {
            let labels = owner.map(|owner| labels(owner, None)).unwrap_or_default();
            (name.to_owned(), Network { id: name.into(), name: name.into(), labels, ..Network::default() })
        };
        let snapshot = Snapshot {
            containers: [
                container("alpine_01", None),
                container("alpine_02", Some("you")),
                container("mine", Some("me")),
                container("alpine_03", None),
            ]
            .into(),
            networks: [
                network("office", None),
                network("yournet", Some("you")),
                network("net", Some("me")),
                network("bridge", None),
            ]
            .into(),
            ..Snapshot::default()
        };
        let keys: Vec<_> = taken(&lesson, &snapshot, "me").iter().map(|why| speakable(why).key).collect();
        let expected = [
            "session-taken",
            "session-taken-by-others",
            "session-taken-network",
            "session-taken-network-by-others",
        ];
        assert_eq!(keys, expected);
    }
}
