//! Snapshots: the whole of what exists, and the parts of it looked at again.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::IpAddr;
use std::time::Duration;

use bollard::models::ContainerInspectResponse;
use bollard::query_parameters::{
    InspectContainerOptions, ListContainersOptions, ListImagesOptions, ListNetworksOptions,
};
use futures_util::StreamExt;

use super::events::{HELPER_LABEL, Stale};
use super::wire::encoded;
use super::{Engine, EngineError, convert};
use crate::lesson::Subject;
use crate::network::{Network, Product, Snapshot};

/// The longest that one list or inspection may take before the engine counts as hanging.
const LIMIT: Duration = Duration::from_secs(10);

/// Inspections under way at the same time.
const AT_ONCE: usize = 8;

impl Engine {
    /// Everything that exists: three lists, then every container inspected (their networks are in no list).
    ///
    /// # Errors
    /// [`EngineError`] when a list cannot be had; a container that cannot be understood, or vanishes
    /// in between, is left out.
    pub async fn snapshot(&self) -> Result<Snapshot, EngineError> {
        let all = ListContainersOptions { all: true, ..ListContainersOptions::default() };
        let (listed, networks, images) = tokio::try_join!(
            self.within(LIMIT, self.client.list_containers(Some(all))),
            self.networks_by_id(),
            self.image_references(),
        )?;
        let is_helper = |labels: &Option<HashMap<String, String>>| {
            labels.as_ref().is_some_and(|labels| labels.contains_key(HELPER_LABEL))
        };
        let ids = listed
            .into_iter()
            .filter(|container| !is_helper(&container.labels))
            .filter_map(|container| container.id)
            .collect();
        let mut snapshot = Snapshot { containers: BTreeMap::new(), networks, images };
        for (_, inspected) in self.inspect_all(ids).await? {
            put(&mut snapshot, inspected, self.info.product);
        }
        Ok(snapshot)
    }

    /// `snapshot` with the objects of `subjects` looked at again: for a verdict, which must not trust
    /// events (some changes have none). Calls the engine once per container, at most once for all
    /// networks and once for all images. Files are not the engine's and are left alone.
    ///
    /// # Errors
    /// [`EngineError`] when the engine cannot be asked.
    pub async fn fresh(&self, snapshot: &Snapshot, subjects: &[Subject]) -> Result<Snapshot, EngineError> {
        self.patched(snapshot, &Stale::of(subjects)).await
    }

    /// `snapshot` with what is stale looked at again.
    pub(super) async fn patched(&self, snapshot: &Snapshot, stale: &Stale) -> Result<Snapshot, EngineError> {
        let networks =
            async { if stale.networks { self.networks_by_id().await.map(Some) } else { Ok(None) } };
        let images = async { if stale.images { self.image_references().await.map(Some) } else { Ok(None) } };
        let (networks, images, inspected) =
            tokio::try_join!(networks, images, self.inspect_all(stale.containers.clone()))?;
        let mut patched = snapshot.clone();
        if let Some(networks) = networks {
            let before = std::mem::replace(&mut patched.networks, networks);
            keep_gateways(&mut patched.networks, before);
        }
        if let Some(images) = images {
            patched.images = images;
        }
        for (name, inspected) in inspected {
            patched.containers.retain(|id, container| *id != name && container.name != name);
            put(&mut patched, inspected, self.info.product);
        }
        Ok(patched)
    }

    /// The containers of these ids or names, each with what inspection says; nothing where the engine
    /// says that there is no such container.
    async fn inspect_all(
        &self,
        names: BTreeSet<String>,
    ) -> Result<Vec<(String, Option<ContainerInspectResponse>)>, EngineError> {
        let inspections = names.into_iter().map(|name| async move {
            let encoded = encoded(&name);
            let call = self.client.inspect_container(&encoded, None::<InspectContainerOptions>);
            match self.within(LIMIT, call).await {
                Ok(inspected) => Ok((name, Some(inspected))),
                Err(error) if error.is_missing() => Ok((name, None)),
                Err(EngineError::Answer(detail)) => {
                    tracing::warn!(container = name, detail, "inspection not understood");
                    Ok((name, None))
                }
                Err(error) => Err(error),
            }
        });
        let mut running = futures_util::stream::iter(inspections).buffer_unordered(AT_ONCE);
        let mut inspected = Vec::new();
        while let Some(outcome) = running.next().await {
            inspected.push(outcome?);
        }
        Ok(inspected)
    }

    /// The networks, by id.
    async fn networks_by_id(&self) -> Result<BTreeMap<String, Network>, EngineError> {
        let listed = self.within(LIMIT, self.client.list_networks(None::<ListNetworksOptions>)).await?;
        Ok(listed
            .into_iter()
            .filter_map(|network| convert::network(network, self.info.product))
            .map(|network| (network.id.clone(), network))
            .collect())
    }

    /// The references of the images that are present.
    async fn image_references(&self) -> Result<Vec<String>, EngineError> {
        let listed = self.within(LIMIT, self.client.list_images(None::<ListImagesOptions>)).await?;
        Ok(convert::images(listed, self.info.product))
    }
}

impl Stale {
    /// What must be looked at to say something about `subjects`.
    pub fn of(subjects: &[Subject]) -> Self {
        let mut stale = Self::default();
        for subject in subjects {
            match subject {
                Subject::Container(name) => {
                    stale.containers.insert(name.clone());
                }
                Subject::Network(_) => stale.networks = true,
                Subject::Image(_) => stale.images = true,
                Subject::File(_) => {}
            }
        }
        stale
    }
}

/// Puts an inspected container into `snapshot`, in the place of any other of its name.
fn put(snapshot: &mut Snapshot, inspected: Option<ContainerInspectResponse>, product: Product) {
    let Some(inspected) = inspected else { return };
    fill_in_gateways(snapshot, &inspected);
    let Some(container) = convert::container(inspected, &snapshot.networks, product) else { return };
    snapshot.containers.retain(|_, other| other.name != container.name);
    if !container.labels.contains_key(HELPER_LABEL) {
        snapshot.containers.insert(container.id.clone(), container);
    }
}

/// Docker 20.10 does not list the gateway of its default bridge; the containers on it know it.
fn fill_in_gateways(snapshot: &mut Snapshot, inspected: &ContainerInspectResponse) {
    let settings = inspected.network_settings.as_ref().and_then(|settings| settings.networks.as_ref());
    for endpoint in settings.into_iter().flat_map(|networks| networks.values()) {
        let id = endpoint.network_id.as_deref().unwrap_or_default();
        let Some(network) = snapshot.networks.get_mut(id).filter(|network| network.gateways.is_empty())
        else {
            continue;
        };
        let gateway = endpoint.gateway.as_deref().and_then(|text| text.parse::<IpAddr>().ok());
        network.gateways.extend(gateway);
    }
}

/// Gateways that were found out and that the list leaves out stay known.
fn keep_gateways(networks: &mut BTreeMap<String, Network>, before: BTreeMap<String, Network>) {
    for (id, network) in before {
        if let Some(now) = networks.get_mut(&id).filter(|now| now.gateways.is_empty()) {
            now.gateways = network.gateways;
        }
    }
}
