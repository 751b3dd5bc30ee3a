//! Whose an image is. A label would change it, so the ledger knows: by the name that was given, and the id that it had.

use super::{Entry, Intention, ObjectKind, Place};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Lesson, Subject};
use crate::network::{EngineInfo, Snapshot};
use crate::shell::docker::{Invocation, Reference};
use crate::shell::{Command, parse};

/// An image as the engine knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Its full id.
    pub id: String,
    /// All its names, with tags.
    pub tags: Vec<String>,
}

/// The name as it is written down: as people write it, with the tag that is meant.
pub fn full_name(name: &str) -> String {
    match Reference::parse(name) {
        Ok(reference) => {
            let tag = reference.tag_or_latest().map(|tag| format!(":{tag}")).unwrap_or_default();
            let digest = reference.digest.as_ref().map(|digest| format!("@{digest}")).unwrap_or_default();
            reference.familiar_name() + &tag + &digest
        }
        Err(_) => name.to_owned(),
    }
}

/// Whether `owner` may give the name `tag` to another image, where `found` has it now.
///
/// # Errors
/// That it is somebody else's, and what to do instead.
pub fn allow_tag(
    tag: &str,
    found: &Found,
    entries: &[Entry],
    info: &EngineInfo,
    owner: &str,
) -> Result<(), Phrase> {
    if is_built(&full_name(tag), &found.id, entries, info, owner) {
        return Ok(());
    }
    Err(phrase("session-image-taken").with("name", full_name(tag)))
}

/// Whether `owner` may remove the image `found`, named `name` on the line: by a name that was given or fetched for
/// them, or by its id where all its names are.
///
/// # Errors
/// That it is somebody else's.
pub fn allow_removal(
    name: &str,
    found: &Found,
    entries: &[Entry],
    info: &EngineInfo,
    owner: &str,
) -> Result<(), Phrase> {
    let ours = |tag: &str| {
        is_built(tag, &found.id, entries, info, owner)
            || of(entries, info, owner, Intention::Pull)
                .any(|entry| entry.change.name.as_deref().is_some_and(|name| full_name(name) == tag))
    };
    let tags: Vec<String> = found.tags.iter().map(|tag| full_name(tag)).collect();
    let named = full_name(name);
    let allowed = if tags.contains(&named) {
        ours(&named)
    } else if tags.is_empty() {
        of(entries, info, owner, Intention::Build).any(|entry| entry.change.id.as_ref() == Some(&found.id))
    } else {
        tags.iter().all(|tag| ours(tag))
    };
    if allowed { Ok(()) } else { Err(phrase("session-image-foreign").with("name", name)) }
}

/// The names that the lesson's builds give to images, and those that its goals name and it does not bring, that an
/// image has which `owner` did not build: each name once. Found before the lesson begins.
pub fn taken(
    lesson: &Lesson,
    snapshot: &Snapshot,
    entries: &[Entry],
    info: &EngineInfo,
    owner: &str,
) -> Vec<Phrase> {
    let brought: Vec<String> = lesson.images.iter().map(|image| full_name(image)).collect();
    let goals = lesson.steps.iter().flat_map(|step| &step.goals).filter_map(|goal| match &goal.subject {
        Subject::Image(name) => Some(full_name(name)),
        _ => None,
    });
    let lines = lesson.steps.iter().flat_map(|step| &step.tasks).flat_map(|task| given(&task.line));
    let mut names: Vec<String> = lines.chain(goals.filter(|name| !brought.contains(name))).collect();
    names.sort();
    names.dedup();
    let ours = |name: &str| {
        of(entries, info, owner, Intention::Build)
            .any(|entry| entry.change.name.as_deref() == Some(name) && entry.change.id.is_some())
    };
    let others = names.into_iter().filter(|name| snapshot.has_image(name) && !ours(name));
    others.map(|name| phrase("session-taken-image").with("name", name)).collect()
}

/// The names that the line gives to an image.
fn given(line: &str) -> Vec<String> {
    match parse(line).map(|script| script.command) {
        Ok(Command::Docker(invocation)) => match *invocation {
            Invocation::Build(build) => build.tags.iter().map(|tag| full_name(tag)).collect(),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// Whether a build of `owner` gave `name` to the image `id` on that engine.
fn is_built(name: &str, id: &str, entries: &[Entry], info: &EngineInfo, owner: &str) -> bool {
    of(entries, info, owner, Intention::Build)
        .any(|entry| entry.change.name.as_deref() == Some(name) && entry.change.id.as_deref() == Some(id))
}

fn of<'a>(
    entries: &'a [Entry],
    info: &'a EngineInfo,
    owner: &'a str,
    intention: Intention,
) -> impl Iterator<Item = &'a Entry> {
    entries.iter().filter(move |Entry { place, change, .. }: &&Entry| {
        let Place { owner: theirs, .. } = place;
        theirs == owner
            && change.kind == ObjectKind::Image
            && change.intention == intention
            && place.is_on(info)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Change, built};
    use super::*;
    use crate::i18n::speakable;
    use crate::lesson::{Goal, Step, Task};
    use crate::network::Product;

    fn info() -> EngineInfo {
        EngineInfo {
            product: Product::Docker,
            version: String::new(),
            api: String::new(),
            endpoint: "unix:///s".into(),
            id: "E".into(),
            local: true,
        }
    }

    fn entry(owner: &str, change: Change) -> Entry {
        Entry {
            at: String::new(),
            place: Place { engine: "E".into(), owner: owner.into(), ..Place::default() },
            change,
        }
    }

    fn ledger() -> Vec<Entry> {
        let pull = Change {
            kind: ObjectKind::Image,
            name: Some("nginx".into()),
            intention: Intention::Pull,
            id: None,
        };
        vec![
            entry("me", built("web:1", None)),
            entry("me", built("web:1", Some("sha256:aa".into()))),
            entry("you", built("app", Some("sha256:bb".into()))),
            entry("me", pull),
        ]
    }

    fn found(id: &str, tags: &[&str]) -> Found {
        Found { id: format!("sha256:{id}"), tags: tags.iter().map(|&tag| tag.to_owned()).collect() }
    }

    #[test]
    fn a_name_is_ours_while_it_means_what_we_built() {
        let tag = |tag: &str, found: Found| allow_tag(tag, &found, &ledger(), &info(), "me").is_ok();
        assert!(tag("web:1", found("aa", &["web:1"])));
        assert!(tag("docker.io/library/web:1", found("aa", &["web:1"])));
        // Somebody has given the name to another image since, or it was never ours.
        assert!(!tag("web:1", found("cc", &["web:1"])));
        assert!(!tag("web", found("aa", &["web:latest"])));
        assert!(!tag("app", found("bb", &["app:latest"])));
        let elsewhere = EngineInfo { id: "F".into(), ..info() };
        let why = allow_tag("web:1", &found("aa", &[]), &ledger(), &elsewhere, "me").unwrap_err();
        assert_eq!(speakable(&why).key, "session-image-taken");
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
            minutes: 1,
            needs: vec![],
            ports: std::collections::BTreeMap::new(),
            values: std::collections::BTreeMap::new(),
            steps: vec![step],
            prose: std::collections::BTreeMap::new(),
            workspace: std::collections::BTreeMap::new(),
        };
        let images = ["web:1", "app:latest", "alpine:latest", "goal:1"].map(str::to_owned).into();
        let snapshot = Snapshot { images, ..Snapshot::default() };
        let found = taken(&lesson, &snapshot, &ledger(), &info(), "me");
        let expected = ["app:latest", "goal:1"];
        assert_eq!(found, expected.map(|name| phrase("session-taken-image").with("name", name)));
    }

    #[test]
    fn only_names_of_ours_are_removed() {
        let may = |name: &str, found: Found| allow_removal(name, &found, &ledger(), &info(), "me").is_ok();
        assert!(may("web:1", found("aa", &["web:1", "theirs:1"])));
        assert!(may("nginx", found("dd", &["docker.io/library/nginx:latest"])));
        assert!(!may("theirs:1", found("aa", &["web:1", "theirs:1"])));
        assert!(!may("aa", found("aa", &["web:1", "theirs:1"])), "by its id it would lose both");
        assert!(may("aa", found("aa", &["web:1"])));
        assert!(may("aa", found("aa", &[])));
        assert!(!may("ee", found("ee", &[])));
        assert!(!may("app", found("bb", &["app:latest"])));
    }
}
