//! `docker network connect`.

use super::create::endpoint;
use super::failure::Failure;
use crate::engine::Engine;
use crate::engine::models::NetworkConnectRequest;
use crate::shell::docker::NetworkConnect;

/// Runs `docker network connect`, which prints nothing.
pub async fn connect(engine: &Engine, connect: &NetworkConnect) -> Result<i64, Failure> {
    let request = NetworkConnectRequest {
        container: connect.container.trim().to_owned(),
        endpoint_config: Some(endpoint(connect.network.clone(), connect.links.clone())),
    };
    engine.connect_network(connect.network.name.trim(), request).await?;
    Ok(0)
}
