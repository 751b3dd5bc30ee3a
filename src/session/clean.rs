//! What is ours on an engine, and its removal.
//!
//! By label alone: what carries none of ours is never in a [`Plan`]. Images carry no labels; the ledger knows
//! which ones were fetched for us, and which names were given to what was built. Such a name goes while it still means
//! the image that was built.

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
    /// Its full id; an image's reference.
    pub id: String,
    /// For whom it was made; empty where its labels do not say.
    pub owner: String,
    /// In which lesson.
    pub lesson: Option<String>,
    /// Whether it only serves a probe.
    pub helper: bool,
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
    for (image, tags) in built(engine, entries, wish).await? {
        let user = snapshot.containers.values().find(|container| {
            tags.iter().any(|tag| is_same(&container.image, tag))
                && !plan.remove.iter().any(|item| item.id == container.id)
        });
        match user {
            Some(container) => {
                let why = phrase("session-clean-image-used").with("name", container.name.as_str());
                plan.leave.push((image, why));
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
        let gone = |entry: &Entry| {
            entry.place.is_on(engine.info())
                && outcomes.iter().any(|(item, outcome)| {
                    outcome.is_ok()
                        && item.kind == entry.change.kind
                        && entry.place.owner == item.owner
                        && entry.change.name.as_ref() == Some(&item.name)
                })
        };
        ledger.compact(|entry| !gone(entry))?;
    }
    Ok(outcomes)
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
        .map(|(entry, name)| Item {
            kind: ObjectKind::Image,
            id: name.clone(),
            name,
            owner: entry.place.owner.clone(),
            lesson: entry.place.lesson.clone(),
            helper: false,
        })
        .collect()
}

/// The names that were given to images built for us and that still mean the image that was built, each once, with
/// the name as a container may show it.
async fn built(
    engine: &Engine,
    entries: &[Entry],
    wish: &Wish,
) -> Result<Vec<(Item, Vec<String>)>, EngineError> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let builds = entries.iter().filter(|entry| {
        entry.change.intention == Intention::Build
            && entry.place.is_on(engine.info())
            && (wish.all || entry.place.owner == wish.owner)
            && (wish.lesson.is_none() || entry.place.lesson == wish.lesson)
    });
    for entry in builds {
        let (Some(name), Some(id)) = (&entry.change.name, &entry.change.id) else { continue };
        if seen.contains(name) {
            continue;
        }
        let now = engine.image(name).await?;
        if now.is_none_or(|(now, _)| now != *id) {
            continue;
        }
        seen.insert(name.clone());
        let item = Item {
            kind: ObjectKind::Image,
            id: name.clone(),
            name: name.clone(),
            owner: entry.place.owner.clone(),
            lesson: entry.place.lesson.clone(),
            helper: false,
        };
        found.push((item, vec![name.clone(), id.clone()]));
    }
    Ok(found)
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
