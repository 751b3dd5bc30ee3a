//! What a docker line is about to make, for the ledger.

use serde::{Deserialize, Serialize};

use super::images::full_name;
use crate::network::Snapshot;
use crate::shell::docker::{Invocation, Run, VolumeSpec};

/// Something that is about to be made on an engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What it is.
    pub kind: ObjectKind,
    /// Its name, or an image's reference; none where the engine chooses one. Containers and networks are
    /// found again by their labels, so the name is for people.
    pub name: Option<String>,
    /// How it comes to be.
    pub intention: Intention,
    /// The id of a built image, known once it is there: whoever else takes its name has another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// Kinds of objects on an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ObjectKind {
    /// A container.
    Container,
    /// A network.
    Network,
    /// A volume with a name.
    Volume,
    /// An image.
    Image,
}

/// How something comes to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Intention {
    /// It is made.
    Create,
    /// It is fetched from a registry, and was not there before.
    Pull,
    /// An image is built and given this name.
    Build,
    /// An image that was there before is what a build comes to, by the engine's cache, and is given this name.
    Name,
}

/// What the line will make that is not there yet, in the order in which it is made.
pub fn changes(invocation: &Invocation, snapshot: &Snapshot) -> Vec<Change> {
    match invocation {
        Invocation::Run(run) | Invocation::Create(run) => of_run(run, snapshot),
        Invocation::Pull(pull) => image(&pull.image, snapshot).into_iter().collect(),
        Invocation::NetworkCreate(create) => vec![Change {
            kind: ObjectKind::Network,
            name: Some(create.name.clone()),
            intention: Intention::Create,
            id: None,
        }],
        Invocation::Build(build) => build.tags.iter().map(|tag| built(tag, None)).collect(),
        _ => Vec::new(),
    }
}

fn of_run(run: &Run, snapshot: &Snapshot) -> Vec<Change> {
    let mut changes = Vec::new();
    if run.pull.as_deref() != Some("never") {
        changes.extend(image(&run.image, snapshot));
    }
    let volumes = run.volumes.iter().filter_map(|text| VolumeSpec::parse(text).ok());
    changes.extend(volumes.filter_map(|volume| {
        let name = volume.volume_name()?.to_owned();
        Some(Change { kind: ObjectKind::Volume, name: Some(name), intention: Intention::Create, id: None })
    }));
    changes.push(Change {
        kind: ObjectKind::Container,
        name: run.name.clone(),
        intention: Intention::Create,
        id: None,
    });
    changes
}

/// A name that a build gives, with the image's id once it is there.
pub fn built(tag: &str, id: Option<String>) -> Change {
    Change { kind: ObjectKind::Image, name: Some(full_name(tag)), intention: Intention::Build, id }
}

/// A name that a build gave to an image that was there before, and may be somebody's.
pub fn named(tag: &str, id: String) -> Change {
    Change { intention: Intention::Name, ..built(tag, Some(id)) }
}

/// An image that is there already was somebody's before, whatever is fetched over it.
fn image(reference: &str, snapshot: &Snapshot) -> Option<Change> {
    (!snapshot.has_image(reference)).then(|| Change {
        kind: ObjectKind::Image,
        name: Some(reference.to_owned()),
        intention: Intention::Pull,
        id: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::docker::{NetworkCreate, Pull};

    fn kinds(invocation: &Invocation, images: &[&str]) -> Vec<(ObjectKind, Option<String>)> {
        let images = images.iter().map(|&image| image.to_owned()).collect();
        let snapshot = Snapshot { images, ..Snapshot::default() };
        changes(invocation, &snapshot).into_iter().map(|change| (change.kind, change.name)).collect()
    }

    #[test]
    fn a_run_makes_a_container_and_may_fetch_its_image() {
        let run = Run {
            image: "alpine".into(),
            name: Some("alpine_01".into()),
            volumes: vec!["data:/data".into(), "/tmp:/tmp".into(), "/anonymous".into()],
            ..Run::default()
        };
        let container = (ObjectKind::Container, Some("alpine_01".to_owned()));
        let volume = (ObjectKind::Volume, Some("data".to_owned()));
        let image = (ObjectKind::Image, Some("alpine".to_owned()));
        let line = Invocation::Run(run.clone());
        assert_eq!(kinds(&line, &["alpine:latest"]), [volume.clone(), container.clone()]);
        assert_eq!(kinds(&line, &[]), [image, volume.clone(), container.clone()]);
        let never = Invocation::Create(Run { pull: Some("never".into()), ..run });
        assert_eq!(kinds(&never, &[]), [volume, container]);
    }

    #[test]
    fn a_network_is_written_down() {
        let line =
            Invocation::NetworkCreate(NetworkCreate { name: "net".into(), ..NetworkCreate::default() });
        assert_eq!(kinds(&line, &[]), [(ObjectKind::Network, Some("net".to_owned()))]);
    }

    #[test]
    fn a_pull_makes_an_image_where_there_was_none() {
        let line = Invocation::Pull(Pull { image: "nginx".into(), ..Pull::default() });
        assert_eq!(kinds(&line, &[]), [(ObjectKind::Image, Some("nginx".to_owned()))]);
        assert_eq!(kinds(&line, &["nginx:latest"]), []);
    }
}
