//! What is done with networks: listed, looked at.

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
}
