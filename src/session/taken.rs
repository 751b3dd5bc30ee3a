//! Names that a lesson needs and somebody else has.

use super::{Owned, owned};
use crate::i18n::{Phrase, phrase};
use crate::lesson::Lesson;
use crate::network::Snapshot;
use crate::shell::docker::Invocation;
use crate::shell::{Command, parse};

/// The names that the lesson's lines give to what they make, and that something has which is not ours:
/// whose it is and what to do, each name once. Found before the lesson begins.
pub fn taken(lesson: &Lesson, snapshot: &Snapshot, owner: &str) -> Vec<Phrase> {
    let mut phrases: Vec<Phrase> = Vec::new();
    for line in lesson.steps.iter().flat_map(|step| &step.tasks).map(|task| &task.line) {
        let Some(name) = made(line) else { continue };
        let Some(container) = snapshot.containers.values().find(|container| container.name == name) else {
            continue;
        };
        let key = match owned(&container.labels, owner) {
            Owned::Ours => continue,
            Owned::Others(_) => "session-taken-by-others",
            Owned::Foreign => "session-taken",
        };
        let phrase = phrase(key).with("name", name);
        if !phrases.contains(&phrase) {
            phrases.push(phrase);
        }
    }
    phrases
}

/// The name of the container that the line makes.
fn made(line: &str) -> Option<String> {
    let Command::Docker(invocation) = parse(line).ok()?.command else { return None };
    match *invocation {
        Invocation::Run(run) | Invocation::Create(run) => run.name,
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::labels;
    use super::*;
    use crate::i18n::speakable;
    use crate::lesson::{Step, Task};
    use crate::network::Container;

    #[test]
    fn names_of_others_are_found_and_our_own_are_not() {
        let task = |line: &str| Task { line: line.into(), expected: vec![], edits_before: 0 };
        let step = Step {
            tasks: vec![
                task("docker run -it -d --name alpine_01 alpine"),
                task("docker run -d --name=alpine_01 alpine"),
                task("docker create --name alpine_02 --link alpine_01:other_container alpine"),
                task("docker run --name mine alpine | grep x"),
                task("docker ps | grep ("),
            ],
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
        let snapshot = Snapshot {
            containers: [
                container("alpine_01", None),
                container("alpine_02", Some("you")),
                container("mine", Some("me")),
                container("alpine_03", None),
            ]
            .into(),
            ..Snapshot::default()
        };
        let keys: Vec<_> = taken(&lesson, &snapshot, "me").iter().map(|why| speakable(why).key).collect();
        assert_eq!(keys, ["session-taken", "session-taken-by-others"]);
    }
}
