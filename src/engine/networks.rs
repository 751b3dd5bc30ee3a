//! What is done with networks and volumes: listed, looked at; and the engine's version.

use bollard::models::Network;
use bollard::query_parameters::ListNetworksOptionsBuilder;
use bytes::Bytes;

use super::containers::Filters;
use super::wire::encoded;
use super::{Engine, EngineError};

impl Engine {
    /// The networks that match `filters`, in no order.
    pub async fn list_networks(&self, filters: &Filters) -> Result<Vec<Network>, EngineError> {
        let options =
            (!filters.is_empty()).then(|| ListNetworksOptionsBuilder::default().filters(filters).build());
        self.client.list_networks(options).await.map_err(|error| self.error(error))
    }

    /// A network's inspect, as the engine wrote it.
    pub async fn network_json(&self, name: &str) -> Result<Bytes, EngineError> {
        self.raw(&format!("/networks/{}", encoded(name))).await
    }

    /// A volume's inspect, as the engine wrote it.
    pub async fn volume_json(&self, name: &str) -> Result<Bytes, EngineError> {
        self.raw(&format!("/volumes/{}", encoded(name))).await
    }

    /// What the engine says of its version, as it wrote it.
    pub async fn version_json(&self) -> Result<Bytes, EngineError> {
        self.raw("/version").await
    }
}
