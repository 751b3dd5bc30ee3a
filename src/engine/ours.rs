//! What this program made, found and removed: for `clean` and `/reset`.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::Duration;

use bollard::query_parameters::{
    ListContainersOptions, ListImagesOptionsBuilder, ListNetworksOptions, RemoveContainerOptions,
    RemoveImageOptions,
};

use super::images::full_id;
use super::wire::encoded;
use super::{Engine, EngineError};

/// The longest that a list may take.
const LISTING: Duration = Duration::from_secs(10);
/// The longest that a removal may take: a container's processes are killed, its volumes deleted.
const REMOVAL: Duration = Duration::from_secs(60);

/// An object that carries a label.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labelled {
    /// Its full id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// All its labels.
    pub labels: BTreeMap<String, String>,
}

impl Engine {
    /// All containers with that label, helpers among them, whatever they are doing.
    ///
    /// # Errors
    /// [`EngineError`] when the engine cannot be asked.
    pub async fn labelled_containers(&self, label: &str) -> Result<Vec<Labelled>, EngineError> {
        self.containers_with("label", label).await
    }

    /// All containers made from the image with that id, or from one that was built on it.
    ///
    /// # Errors
    /// [`EngineError`] when the engine cannot be asked.
    pub async fn containers_of_image(&self, id: &str) -> Result<Vec<Labelled>, EngineError> {
        self.containers_with("ancestor", id).await
    }

    /// The ids of the images that have no name and that no other image was built on.
    ///
    /// # Errors
    /// [`EngineError`] when the engine cannot be asked.
    pub async fn nameless_images(&self) -> Result<BTreeSet<String>, EngineError> {
        let options = ListImagesOptionsBuilder::default().filters(&filter("dangling", "true")).build();
        let listed = self.within(LISTING, self.client.list_images(Some(options))).await?;
        Ok(listed.into_iter().map(|image| full_id(&image.id)).collect())
    }

    async fn containers_with(&self, key: &str, value: &str) -> Result<Vec<Labelled>, EngineError> {
        let options = ListContainersOptions {
            all: true,
            filters: Some(filter(key, value)),
            ..ListContainersOptions::default()
        };
        let listed = self.within(LISTING, self.client.list_containers(Some(options))).await?;
        let labelled = listed.into_iter().filter_map(|container| {
            let name = container.names.unwrap_or_default().into_iter().next().unwrap_or_default();
            Some(Labelled {
                id: container.id?,
                name: name.trim_start_matches('/').to_owned(),
                labels: container.labels.unwrap_or_default().into_iter().collect(),
            })
        });
        Ok(labelled.collect())
    }

    /// All networks with that label.
    ///
    /// # Errors
    /// [`EngineError`] when the engine cannot be asked.
    pub async fn labelled_networks(&self, label: &str) -> Result<Vec<Labelled>, EngineError> {
        let options = ListNetworksOptions { filters: Some(filter("label", label)) };
        let listed = self.within(LISTING, self.client.list_networks(Some(options))).await?;
        let labelled = listed.into_iter().filter_map(|network| {
            Some(Labelled {
                id: network.id?,
                name: network.name.unwrap_or_default(),
                labels: network.labels.unwrap_or_default().into_iter().collect(),
            })
        });
        Ok(labelled.collect())
    }

    /// Removes a container, running or not, with its volumes that have no name. One that is gone is well.
    ///
    /// # Errors
    /// [`EngineError`] when it is still there.
    pub async fn discard_container(&self, id: &str) -> Result<(), EngineError> {
        let options = RemoveContainerOptions { force: true, v: true, ..RemoveContainerOptions::default() };
        gone(self.within(REMOVAL, self.client.remove_container(&encoded(id), Some(options))).await)
    }

    /// Removes a network that nothing uses. One that is gone is well.
    ///
    /// # Errors
    /// [`EngineError`] when it is still there.
    pub async fn discard_network(&self, id: &str) -> Result<(), EngineError> {
        gone(self.within(REMOVAL, self.client.remove_network(&encoded(id))).await)
    }

    /// Removes an image's reference, and the image when that was its last. Never one that a container uses.
    ///
    /// # Errors
    /// [`EngineError`] when it is still there.
    pub async fn discard_image(&self, reference: &str) -> Result<(), EngineError> {
        let options = RemoveImageOptions::default();
        let removed =
            self.within(REMOVAL, self.client.remove_image(&encoded(reference), Some(options), None)).await;
        gone(removed.map(drop))
    }
}

fn filter(key: &str, value: &str) -> HashMap<String, Vec<String>> {
    HashMap::from([(key.to_owned(), vec![value.to_owned()])])
}

fn gone(removed: Result<(), EngineError>) -> Result<(), EngineError> {
    match removed {
        Err(error) if error.status() == Some(404) => Ok(()),
        other => other,
    }
}
