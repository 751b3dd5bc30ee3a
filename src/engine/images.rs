//! What is done with images: listed, looked at, pulled, named, removed.

use std::collections::BTreeSet;

use bollard::models::ImageSummary;
use bollard::query_parameters::{
    CreateImageOptionsBuilder, ListImagesOptionsBuilder, RemoveImageOptionsBuilder, TagImageOptionsBuilder,
};
use bytes::Bytes;
use futures_util::{Stream, StreamExt};

use super::containers::Filters;
use super::wire::encoded;
use super::{Engine, EngineError};

/// A step of a pull.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PullStep {
    /// The layer, or the tag; empty for the whole.
    pub id: String,
    /// What is being done.
    pub status: String,
    /// Bytes done.
    pub current: Option<u64>,
    /// Bytes in all.
    pub total: Option<u64>,
}

/// What the removal of an image did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removed {
    /// A name is gone.
    Untagged(String),
    /// An image, or a layer of it, is gone.
    Deleted(String),
}

impl Engine {
    /// The images that match `filters`; `all` also gives those between.
    pub async fn list_images(&self, all: bool, filters: &Filters) -> Result<Vec<ImageSummary>, EngineError> {
        let mut options = ListImagesOptionsBuilder::default().all(all);
        if !filters.is_empty() {
            options = options.filters(filters);
        }
        self.client.list_images(Some(options.build())).await.map_err(|error| self.error(error))
    }

    /// An image's inspect, as the engine wrote it.
    pub async fn image_json(&self, reference: &str) -> Result<Bytes, EngineError> {
        self.raw(&format!("/images/{}/json", encoded(reference))).await
    }

    /// The id of an image and its names; none where there is no such image.
    pub async fn image(&self, reference: &str) -> Result<Option<(String, Vec<String>)>, EngineError> {
        match self.client.inspect_image(&encoded(reference)).await.map_err(|error| self.error(error)) {
            Ok(found) => {
                Ok(Some((full_id(&found.id.unwrap_or_default()), found.repo_tags.unwrap_or_default())))
            }
            Err(error) if error.is_missing() => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The ids of all images, those between among them.
    pub async fn image_ids(&self) -> Result<BTreeSet<String>, EngineError> {
        let listed = self.list_images(true, &Filters::new()).await?;
        Ok(listed.into_iter().map(|image| full_id(&image.id)).collect())
    }

    /// Gives the image `reference` the further name `name:tag`.
    pub async fn tag_image(&self, reference: &str, name: &str, tag: &str) -> Result<(), EngineError> {
        let options = TagImageOptionsBuilder::default().repo(name).tag(tag).build();
        self.client.tag_image(&encoded(reference), Some(options)).await.map_err(|error| self.error(error))
    }

    /// Removes a name of an image, and the image with its last; says what was done, in order.
    pub async fn remove_image(
        &self,
        reference: &str,
        force: bool,
        no_prune: bool,
    ) -> Result<Vec<Removed>, EngineError> {
        let options = RemoveImageOptionsBuilder::default().force(force).noprune(no_prune).build();
        let done = self.client.remove_image(&encoded(reference), Some(options), None).await;
        let done = done.map_err(|error| self.error(error))?.into_iter();
        Ok(done
            .filter_map(|item| match (item.deleted, item.untagged) {
                (Some(id), _) => Some(Removed::Deleted(id)),
                (None, name) => name.map(Removed::Untagged),
            })
            .collect())
    }

    /// Pulls `name` (with its registry where it has one) at `tag` (a tag, or a digest).
    pub fn pull(
        &self,
        name: &str,
        tag: &str,
        platform: Option<&str>,
    ) -> impl Stream<Item = Result<PullStep, EngineError>> + Unpin + use<> {
        let mut options = CreateImageOptionsBuilder::default().from_image(name).tag(tag);
        if let Some(platform) = platform {
            options = options.platform(platform);
        }
        let engine = self.clone();
        Box::pin(self.client.create_image(Some(options.build()), None, None).map(move |step| {
            let step = step.map_err(|error| engine.error(error))?;
            if let Some(message) = step.error_detail.and_then(|detail| detail.message) {
                return Err(EngineError::Stream(message));
            }
            let progress = step.progress_detail.unwrap_or_default();
            Ok(PullStep {
                id: step.id.unwrap_or_default(),
                status: step.status.unwrap_or_default(),
                current: progress.current.and_then(|n| u64::try_from(n).ok()),
                total: progress.total.and_then(|n| u64::try_from(n).ok()).filter(|n| *n > 0),
            })
        }))
    }
}

/// The id with its kind, which some engines leave out.
pub(super) fn full_id(id: &str) -> String {
    if id.contains(':') { id.to_owned() } else { format!("sha256:{id}") }
}
