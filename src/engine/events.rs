//! The engine's events: which of them matter, and what each makes stale.

use std::collections::{BTreeSet, HashMap, HashSet};

use bollard::models::{EventMessage, EventMessageTypeEnum as Kind};
use bollard::query_parameters::EventsOptions;
use futures_util::{Stream, StreamExt};

use super::{Engine, EngineError};

/// The label of a container that joins another's network to probe it; see `probe`.
pub const HELPER_LABEL: &str = "netdojo.helper";

/// Events that change what a snapshot holds; asked for by name, so that an engine whose containers have
/// health checks does not wake us every few seconds. `remove` and `cleanup` are Podman's.
const RELEVANT: [&str; 19] = [
    "create",
    "start",
    "restart",
    "die",
    "stop",
    "pause",
    "unpause",
    "rename",
    "update",
    "destroy",
    "remove",
    "cleanup",
    "connect",
    "disconnect",
    "pull",
    "tag",
    "untag",
    "delete",
    "load",
];

/// Events about images that only some engines send.
const RELEVANT_IMAGE: [&str; 3] = ["import", "build", "loadfromarchive"];

/// What is no longer known for certain.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stale {
    /// Containers, by id or name.
    pub containers: BTreeSet<String>,
    /// The list of networks.
    pub networks: bool,
    /// The list of images.
    pub images: bool,
}

impl Stale {
    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.containers.is_empty() && !self.networks && !self.images
    }

    /// This and `other`.
    pub fn add(&mut self, other: Self) {
        self.containers.extend(other.containers);
        self.networks |= other.networks;
        self.images |= other.images;
    }
}

/// Reads events one after the other; remembers which containers are helpers of ours, because the
/// events of networks name a container without its labels.
#[derive(Debug, Default)]
pub struct EventReader {
    helpers: HashSet<String>,
}

impl EventReader {
    /// What `event` makes stale; nothing for events of helpers.
    pub fn read(&mut self, event: EventMessage) -> Stale {
        let actor = event.actor.unwrap_or_default();
        let attributes = actor.attributes.unwrap_or_default();
        let id = actor.id.unwrap_or_default();
        let action = event.action.unwrap_or_default();
        match event.typ {
            Some(Kind::CONTAINER) => self.container(id, &action, &attributes),
            Some(Kind::NETWORK) => self.network(id, &action, attributes),
            Some(Kind::IMAGE) => Stale { images: true, ..Stale::default() },
            _ => Stale::default(),
        }
    }

    fn container(&mut self, id: String, action: &str, attributes: &HashMap<String, String>) -> Stale {
        if attributes.contains_key(HELPER_LABEL) {
            if matches!(action, "destroy" | "remove") {
                self.helpers.remove(&id);
            } else {
                self.helpers.insert(id);
            }
            return Stale::default();
        }
        Stale { containers: BTreeSet::from([id]), ..Stale::default() }
    }

    /// Docker's events name the network, with the container in an attribute; Podman's the container.
    fn network(&self, id: String, action: &str, mut attributes: HashMap<String, String>) -> Stale {
        if !matches!(action, "connect" | "disconnect") {
            return Stale { networks: true, ..Stale::default() };
        }
        let container = attributes.remove("container").unwrap_or(id);
        if self.helpers.contains(&container) {
            return Stale::default();
        }
        Stale { containers: BTreeSet::from([container]), ..Stale::default() }
    }
}

impl Engine {
    /// The engine's events that matter to a snapshot, from `since` on (seconds since 1970 by the
    /// engine's clock), without end unless the engine ends it.
    pub(super) fn events(
        &self,
        since: Option<String>,
    ) -> impl Stream<Item = Result<EventMessage, EngineError>> + Send + 'static {
        let list = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
        let mut names = list(&RELEVANT);
        names.extend(list(&RELEVANT_IMAGE));
        let filters = HashMap::from([
            ("type".to_owned(), list(&["container", "network", "image"])),
            ("event".to_owned(), names),
        ]);
        let endpoint = self.info.endpoint.clone();
        self.client
            .events(Some(EventsOptions { since, until: None, filters: Some(filters) }))
            .map(move |event| event.map_err(|error| EngineError::from_bollard(error, &endpoint)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stale(reader: &mut EventReader, json: serde_json::Value) -> Stale {
        reader.read(serde_json::from_value(json).unwrap())
    }

    fn of_container(id: &str) -> Stale {
        Stale { containers: BTreeSet::from([id.to_owned()]), ..Stale::default() }
    }

    #[test]
    fn network_events_of_docker_and_podman_name_the_container() {
        let docker = serde_json::json!({ "Type": "network", "Action": "connect",
            "Actor": { "ID": "9f5", "Attributes": { "container": "2ca", "name": "bridge" } } });
        let podman = serde_json::json!({ "Type": "network", "Action": "connect",
            "Actor": { "ID": "2ca", "Attributes": { "name": "a", "network": "dojo" } } });
        let mut reader = EventReader::default();
        assert_eq!(stale(&mut reader, docker), of_container("2ca"));
        assert_eq!(stale(&mut reader, podman), of_container("2ca"));
    }

    #[test]
    fn helpers_make_nothing_stale() {
        let mut reader = EventReader::default();
        let container = |action: &str| {
            serde_json::json!({ "Type": "container", "Action": action,
                "Actor": { "ID": "4e1", "Attributes": { HELPER_LABEL: "1" } } })
        };
        let connect = serde_json::json!({ "Type": "network", "Action": "connect",
            "Actor": { "ID": "h", "Attributes": { "container": "4e1" } } });
        assert!(stale(&mut reader, container("create")).is_empty());
        assert!(stale(&mut reader, connect.clone()).is_empty());
        assert!(stale(&mut reader, container("destroy")).is_empty());
        assert_eq!(stale(&mut reader, connect), of_container("4e1"));
    }

    #[test]
    fn networks_and_images_are_listed_again() {
        let mut reader = EventReader::default();
        let event = |kind: &str, action: &str| serde_json::json!({ "Type": kind, "Action": action, "Actor": { "ID": "x" } });
        assert!(stale(&mut reader, event("network", "destroy")).networks);
        assert!(stale(&mut reader, event("network", "remove")).networks);
        assert!(stale(&mut reader, event("image", "untag")).images);
        assert!(stale(&mut reader, event("volume", "create")).is_empty());
    }
}
