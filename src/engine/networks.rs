//! What is done with networks: made, listed, connected, removed; volumes are looked at; and the engine's version.

use bollard::models::{Network, NetworkConnectRequest, NetworkDisconnectRequest};
use bollard::query_parameters::{ListNetworksOptionsBuilder, PruneNetworksOptionsBuilder};
use bytes::Bytes;
use hyper::Method;
use serde::Deserialize;
use serde_json::Value;

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

    /// Makes a network from a body as the API takes it, and gives its id. A name that is taken is refused, also by
    /// engines that would let two networks have it.
    pub async fn create_network(&self, mut body: Value) -> Result<String, EngineError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Made {
            id: String,
        }
        // bollard's body has no such field: it is gone from API 1.44 on, and 20.10 needs it.
        if let Value::Object(fields) = &mut body {
            fields.insert("CheckDuplicate".to_owned(), Value::Bool(true));
        }
        let response = self.send(Method::POST, "/networks/create", Some(body.to_string()), false).await?;
        let made = serde_json::from_slice::<Made>(&self.body(response).await?);
        made.map(|made| made.id).map_err(|error| EngineError::Answer(error.to_string()))
    }

    /// Puts a container on one more network.
    pub async fn connect_network(
        &self,
        network: &str,
        request: NetworkConnectRequest,
    ) -> Result<(), EngineError> {
        let done = self.client.connect_network(&encoded(network), request).await;
        done.map_err(|error| self.error(error))
    }

    /// Takes a container off a network; `force`: whatever it is doing.
    pub async fn disconnect_network(
        &self,
        network: &str,
        container: &str,
        force: bool,
    ) -> Result<(), EngineError> {
        let request = NetworkDisconnectRequest { container: container.to_owned(), force: Some(force) };
        let done = self.client.disconnect_network(&encoded(network), request).await;
        done.map_err(|error| self.error(error))
    }

    /// Removes a network that nothing uses.
    pub async fn remove_network(&self, name: &str) -> Result<(), EngineError> {
        self.client.remove_network(&encoded(name)).await.map_err(|error| self.error(error))
    }

    /// Removes the networks that nothing uses and that match `filters`; their names.
    pub async fn prune_networks(&self, filters: &Filters) -> Result<Vec<String>, EngineError> {
        let options = PruneNetworksOptionsBuilder::default().filters(filters).build();
        let done = self.client.prune_networks(Some(options)).await.map_err(|error| self.error(error))?;
        Ok(done.networks_deleted.unwrap_or_default())
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
