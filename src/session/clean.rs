//! What is ours on an engine, and its removal.
//!
//! By label alone: what carries none of ours is never in a [`Plan`]. Images carry no labels; the ledger knows
//! which ones were fetched for us, and which names were given to what was built. Such a name goes while it still means
//! the image that was built; an image whose name has gone over to a later build goes as well.

use std::collections::BTreeSet;

use super::{Entry, HELPER, Intention, LESSON, Ledger, MARK, OWNER, ObjectKind, SessionError};
use crate::engine::{Engine, EngineError, Labelled};
use crate::i18n::{Phrase, phrase};
use crate::network::{EngineInfo, Snapshot};

/// What is to be removed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// This installation.
    pub owner: String,
    /// What others' netdojo made, too.
    pub all: bool,
    /// Only what was made in that lesson.
    pub lesson: Option<String>,
    /// Images that were fetched for us and that nothing uses, too.
    pub images: bool,
}

/// An object that this program made.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// What it is.
    pub kind: ObjectKind,
    /// Its name, or an image's reference.
    pub name: String,
    /// Its full id; an image's reference, and the id of an image that has lost its name.
    pub id: String,
    /// For whom it was made; empty where its labels do not say.
    pub owner: String,
    /// In which lesson.
    pub lesson: Option<String>,
    /// Whether it only serves a probe.
    pub helper: bool,
}

impl Item {
    /// Whether it is an image that was built here and has lost its name to a later build.
    pub fn is_outdated(&self) -> bool {
        self.kind == ObjectKind::Image && self.id != self.name
    }
}

/// What will be removed, in that order, and what of this program's is left alone and why.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// To be removed: containers, then networks, then images.
    pub remove: Vec<Item>,
    /// Left alone.
    pub leave: Vec<(Item, Phrase)>,
}

/// Finds what this program made on the engine and says what is to be done with it.
///
/// # Errors
/// When the engine cannot be asked.
pub async fn plan(
    engine: &Engine,
    snapshot: &Snapshot,
    entries: &[Entry],
    wish: &Wish,
) -> Result<Plan, EngineError> {
    let containers = engine.labelled_containers(MARK).await?;
    let networks = engine.labelled_networks(MARK).await?;
    let items = (containers.into_iter().map(|found| item(ObjectKind::Container, found)))
        .chain(networks.into_iter().map(|found| item(ObjectKind::Network, found)));
    let images = fetched(entries, engine.info(), snapshot, wish);
    let mut plan = decide(items.collect(), &images, snapshot, wish);
    let named = still_named(engine, entries, wish).await?;
    for (image, id) in named.into_iter().chain(outdated(engine, entries, wish).await?) {
        let users = engine.containers_of_image(&id).await?;
        match users.into_iter().find(|user| !plan.remove.iter().any(|item| item.id == user.id)) {
            Some(user) => {
                plan.leave.push((image, phrase("session-clean-image-used").with("name", user.name)));
            }
            None => plan.remove.push(image),
        }
    }
    Ok(plan)
}

/// Removes what the plan says, one after the other, and gives each its outcome; then the ledger forgets
/// what is gone.
///
/// # Errors
/// When the ledger cannot be written; what was removed is removed all the same.
pub async fn execute(
    engine: &Engine,
    plan: &Plan,
    ledger: &Ledger,
) -> Result<Vec<(Item, Result<(), EngineError>)>, SessionError> {
    let mut outcomes = Vec::with_capacity(plan.remove.len());
    for item in &plan.remove {
        let outcome = match item.kind {
            ObjectKind::Container => engine.discard_container(&item.id).await,
            ObjectKind::Network => engine.discard_network(&item.id).await,
            ObjectKind::Image => engine.discard_image(&item.id).await,
            // No plan holds a volume: those without a name go with their container, the others are data.
            ObjectKind::Volume => Ok(()),
        };
        outcomes.push((item.clone(), outcome));
    }
    if !outcomes.is_empty() {
        let kept: BTreeSet<&str> = (plan.leave.iter().map(|(item, _)| item))
            .chain(outcomes.iter().filter(|(_, outcome)| outcome.is_err()).map(|(item, _)| item))
            .map(|item| item.id.as_str())
            .collect();
        let gone: Vec<&Item> =
            outcomes.iter().filter(|(_, outcome)| outcome.is_ok()).map(|(item, _)| item).collect();
        ledger.compact(|entry| {
            !entry.place.is_on(engine.info())
                // An earlier build that is in use stays ours, although its name is gone.
                || entry.change.id.as_deref().is_some_and(|id| kept.contains(id))
                || !gone.iter().any(|item| is_of(entry, item))
        })?;
    }
    Ok(outcomes)
}

/// Whether that entry is about that object.
fn is_of(Entry { place, change, .. }: &Entry, item: &Item) -> bool {
    let same_name = change.name.as_ref() == Some(&item.name);
    place.owner == item.owner
        && change.kind == item.kind
        && (if item.is_outdated() { change.id.as_ref() == Some(&item.id) } else { same_name })
}

fn item(kind: ObjectKind, found: Labelled) -> Item {
    Item {
        kind,
        owner: found.labels.get(OWNER).cloned().unwrap_or_default(),
        lesson: found.labels.get(LESSON).cloned(),
        helper: found.labels.contains_key(HELPER),
        id: found.id,
        name: found.name,
    }
}

/// Images that were fetched for us on this engine and are there, each once.
fn fetched(entries: &[Entry], info: &EngineInfo, snapshot: &Snapshot, wish: &Wish) -> Vec<Item> {
    let mut seen = BTreeSet::new();
    let pulls = entries.iter().filter(|entry| {
        entry.change.intention == Intention::Pull
            && entry.place.is_on(info)
            && (wish.all || entry.place.owner == wish.owner)
    });
    pulls
        .filter_map(|entry| Some((entry, entry.change.name.clone()?)))
        .filter(|(_, name)| snapshot.has_image(name) && seen.insert(name.clone()))
        .map(|(entry, name)| image(entry, &name, &name))
        .collect()
}

/// The names that were given to images built for us and that still mean the image that was built, each once, with
/// that image's id.
async fn still_named(
    engine: &Engine,
    entries: &[Entry],
    wish: &Wish,
) -> Result<Vec<(Item, String)>, EngineError> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for (entry, name, id) in builds(entries, engine.info(), wish) {
        if seen.contains(name) {
            continue;
        }
        let now = engine.image(name).await?;
        if now.is_none_or(|(now, _)| now != *id) {
            continue;
        }
        seen.insert(name);
        found.push((image(entry, name, name), id.to_owned()));
    }
    Ok(found)
}

/// Images built for us whose name went over to a later build, each once, with their ids.
async fn outdated(
    engine: &Engine,
    entries: &[Entry],
    wish: &Wish,
) -> Result<Vec<(Item, String)>, EngineError> {
    // What a build found in the engine's cache may be the learner's.
    let made = |entry: &Entry| entry.change.intention == Intention::Build;
    let mut builds: Vec<_> = builds(entries, engine.info(), wish).filter(|(entry, ..)| made(entry)).collect();
    if builds.is_empty() {
        return Ok(Vec::new());
    }
    let mut nameless = engine.nameless_images().await?;
    builds.retain(|(_, _, id)| nameless.remove(*id));
    Ok(builds.into_iter().map(|(entry, name, id)| (image(entry, name, id), id.to_owned())).collect())
}

/// What the wished for builds on that engine made: entry, name, image.
fn builds<'a>(
    entries: &'a [Entry],
    info: &'a EngineInfo,
    wish: &'a Wish,
) -> impl Iterator<Item = (&'a Entry, &'a str, &'a str)> {
    let wished = entries.iter().filter(move |entry| {
        matches!(entry.change.intention, Intention::Build | Intention::Name)
            && entry.place.is_on(info)
            && (wish.all || entry.place.owner == wish.owner)
            && (wish.lesson.is_none() || entry.place.lesson == wish.lesson)
    });
    wished.filter_map(|entry| Some((entry, entry.change.name.as_deref()?, entry.change.id.as_deref()?)))
}

fn image(entry: &Entry, name: &str, id: &str) -> Item {
    Item {
        kind: ObjectKind::Image,
        name: name.to_owned(),
        id: id.to_owned(),
        owner: entry.place.owner.clone(),
        lesson: entry.place.lesson.clone(),
        helper: false,
    }
}

fn decide(mut items: Vec<Item>, images: &[Item], snapshot: &Snapshot, wish: &Wish) -> Plan {
    items.sort();
    let mut plan = Plan::default();
    for item in items {
        if wish.lesson.is_some() && item.lesson != wish.lesson {
            continue;
        }
        if wish.all || item.owner == wish.owner {
            plan.remove.push(item);
        } else {
            plan.leave.push((item, phrase("session-clean-others")));
        }
    }
    for image in images.iter().filter(|image| wish.lesson.is_none() || image.lesson == wish.lesson) {
        let user = snapshot.containers.values().find(|container| {
            is_same(&container.image, &image.name) && !plan.remove.iter().any(|item| item.id == container.id)
        });
        let why = match user {
            _ if !wish.images => phrase("session-clean-image"),
            Some(container) => phrase("session-clean-image-used").with("name", container.name.as_str()),
            None => {
                plan.remove.push(image.clone());
                continue;
            }
        };
        plan.leave.push((image.clone(), why));
    }
    plan
}

/// Whether two references mean the same image, no tag being `latest`.
fn is_same(left: &str, right: &str) -> bool {
    let here = Snapshot { images: vec![left.to_owned(), format!("{left}:latest")], ..Snapshot::default() };
    here.has_image(right)
}

#[cfg(test)]
mod tests {
    use super::super::{Change, Place};
    use super::*;
    use crate::i18n::speakable;
    use crate::network::Container;

    fn made(kind: ObjectKind, name: &str, owner: &str, lesson: &str) -> Item {
        Item {
            kind,
            name: name.into(),
            id: format!("id-{name}"),
            owner: owner.into(),
            lesson: Some(lesson.into()),
            helper: false,
        }
    }

    fn found() -> Vec<Item> {
        vec![
            made(ObjectKind::Network, "net", "me", "network"),
            made(ObjectKind::Container, "alpine_02", "me", "link"),
            made(ObjectKind::Container, "alpine_01", "me", "link"),
            made(ObjectKind::Container, "theirs", "you", "link"),
        ]
    }

    fn wish() -> Wish {
        Wish { owner: "me".into(), ..Wish::default() }
    }

    fn names(items: &[Item]) -> Vec<&str> {
        items.iter().map(|item| item.name.as_str()).collect()
    }

    #[test]
    fn ours_goes_and_others_stays() {
        let plan = decide(found(), &[], &Snapshot::default(), &wish());
        assert_eq!(names(&plan.remove), ["alpine_01", "alpine_02", "net"]);
        assert_eq!(plan.leave.len(), 1);
        assert_eq!(plan.leave[0].0.name, "theirs");
        let all = decide(found(), &[], &Snapshot::default(), &Wish { all: true, ..wish() });
        assert_eq!(names(&all.remove), ["alpine_01", "alpine_02", "theirs", "net"]);
    }

    #[test]
    fn one_lesson_may_be_reset_alone() {
        let one = Wish { lesson: Some("network".into()), ..wish() };
        assert_eq!(names(&decide(found(), &[], &Snapshot::default(), &one).remove), ["net"]);
    }

    #[test]
    fn images_go_only_when_asked_for_and_unused() {
        let info = EngineInfo::sample();
        let entry = |name: &str, owner: &str, engine: &str| Entry {
            at: String::new(),
            place: Place { engine: engine.into(), owner: owner.into(), ..Place::default() },
            change: Change {
                kind: ObjectKind::Image,
                name: Some(name.into()),
                intention: Intention::Pull,
                id: None,
            },
        };
        let entries = [
            entry("alpine", "me", "E"),
            entry("alpine", "me", "E"),
            entry("nginx:latest", "me", "E"),
            entry("tomcat:9.0", "you", "E"),
            entry("gone", "me", "E"),
            entry("elsewhere", "me", "F"),
        ];
        let container = |id: &str, image: &str| {
            (
                id.to_owned(),
                Container { id: id.into(), name: id.into(), image: image.into(), ..Container::default() },
            )
        };
        let snapshot = Snapshot {
            images: ["alpine:latest", "nginx:latest", "tomcat:9.0", "elsewhere:latest"]
                .map(str::to_owned)
                .into(),
            containers: [container("id-alpine_01", "alpine"), container("web", "nginx")].into(),
            ..Snapshot::default()
        };
        let images = fetched(&entries, &info, &snapshot, &wish());
        assert_eq!(names(&images), ["alpine", "nginx:latest"]);
        let asked = decide(found(), &images, &snapshot, &Wish { images: true, ..wish() });
        assert_eq!(names(&asked.remove), ["alpine_01", "alpine_02", "net", "alpine"]);
        let left: Vec<&str> = asked.leave.iter().map(|(_, why)| speakable(why).key).collect();
        assert_eq!(left, ["session-clean-others", "session-clean-image-used"]);
        let not_asked = decide(found(), &images, &snapshot, &wish());
        assert_eq!(names(&not_asked.remove), ["alpine_01", "alpine_02", "net"]);
    }
}
