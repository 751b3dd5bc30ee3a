//! Names that a lesson needs and somebody else has.

use std::collections::BTreeMap;

use super::images::{built_by, full_name};
use super::{Entry, Owned, owned};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Lesson, Subject};
use crate::network::{EngineInfo, Snapshot};
use crate::shell::docker::{Invocation, ObjectKind};
use crate::shell::{Command, parse};

/// The names that the lesson's lines give to what they make, and those of the networks and images that its goals name
/// and it does not bring, that something has which is not ours: whose it is and what to do, each name once. Found
/// before the lesson begins. Whose an image is, the ledger's `entries` for the engine `info` say.
pub fn taken(
    lesson: &Lesson,
    snapshot: &Snapshot,
    entries: &[Entry],
    info: &EngineInfo,
    owner: &str,
) -> Vec<Phrase> {
    let brought: Vec<String> = lesson.images.iter().map(|image| full_name(image)).collect();
    let lines = lesson.steps.iter().flat_map(|step| &step.tasks).flat_map(|task| made(&task.line));
    let goals = lesson.steps.iter().flat_map(|step| &step.goals).filter_map(|goal| match &goal.subject {
        Subject::Network(name) => Some((ObjectKind::Network, name.clone())),
        Subject::Image(name) => Some((ObjectKind::Image, full_name(name))),
        Subject::Container(_) | Subject::File(_) => None,
    });
    let goals = goals.filter(|(kind, name)| *kind != ObjectKind::Image || !brought.contains(name));
    let mut phrases: Vec<Phrase> = Vec::new();
    for (kind, name) in lines.chain(goals) {
        let key = match kind {
            ObjectKind::Network => labelled(
                network(snapshot, &name),
                owner,
                ["session-taken-network", "session-taken-network-by-others"],
            ),
            ObjectKind::Image => {
                let others = snapshot.has_image(&name) && !built_by(&name, entries, info, owner);
                others.then_some("session-taken-image")
            }
            _ => labelled(container(snapshot, &name), owner, ["session-taken", "session-taken-by-others"]),
        };
        let Some(key) = key else { continue };
        let phrase = phrase(key).with("name", name);
        if !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }
    phrases
}

/// Which of the two it is, not made here and made by another netdojo; none where nothing is there or it is ours.
fn labelled(
    labels: Option<&Labels>,
    owner: &str,
    [foreign, others]: [&'static str; 2],
) -> Option<&'static str> {
    match owned(labels?, owner) {
        Owned::Ours => None,
        Owned::Foreign => Some(foreign),
        Owned::Others(_) => Some(others),
    }
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

/// What the line makes under names of its own.
fn made(line: &str) -> Vec<(ObjectKind, String)> {
    let Ok(Command::Docker(invocation)) = parse(line).map(|script| script.command) else { return Vec::new() };
    match *invocation {
        Invocation::Run(run) | Invocation::Create(run) => {
            run.name.into_iter().map(|name| (ObjectKind::Container, name)).collect()
        }
        Invocation::NetworkCreate(create) => vec![(ObjectKind::Network, create.name)],
        Invocation::Build(build) => {
            build.tags.iter().map(|tag| (ObjectKind::Image, full_name(tag))).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::images::sample_ledger;
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
        let lesson = Lesson { id: "link".into(), steps: vec![step], ..Lesson::default() };
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
        let keys: Vec<_> = taken(&lesson, &snapshot, &[], &EngineInfo::sample(), "me")
            .iter()
            .map(|why| speakable(why).key)
            .collect();
        let expected = [
            "session-taken",
            "session-taken-by-others",
            "session-taken-network",
            "session-taken-network-by-others",
        ];
        assert_eq!(keys, expected);
    }

    #[test]
    fn a_lessons_names_that_others_have_are_found_first() {
        let task = |line: &str| Task { line: line.into(), expected: vec![], edits_before: 0 };
        let goal = |name: &str| Goal::about(Subject::Image(name.into()));
        let step = Step {
            tasks: vec![
                task("docker build -t web:1 -t new nginx"),
                task("docker image build -t app . | tail -1"),
            ],
            goals: vec![goal("app"), goal("alpine"), goal("goal:1"), goal("web:1")],
            ..Step::default()
        };
        let lesson = Lesson {
            id: "build".into(),
            images: vec!["alpine".into()],
            steps: vec![step],
            ..Lesson::default()
        };
        let images = ["web:1", "app:latest", "alpine:latest", "goal:1"].map(str::to_owned).into();
        let snapshot = Snapshot { images, ..Snapshot::default() };
        let found = taken(&lesson, &snapshot, &sample_ledger(), &EngineInfo::sample(), "me");
        let expected = ["app:latest", "goal:1"];
        assert_eq!(found, expected.map(|name| phrase("session-taken-image").with("name", name)));
    }
}
