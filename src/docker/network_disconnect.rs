//! `docker network disconnect`.

use super::failure::Failure;
use crate::engine::Engine;
use crate::shell::docker::NetworkDisconnect;

/// Runs `docker network disconnect`, which prints nothing.
pub async fn disconnect(engine: &Engine, disconnect: &NetworkDisconnect) -> Result<i64, Failure> {
    let NetworkDisconnect { network, container, force } = disconnect;
    engine.disconnect_network(network.trim(), container.trim(), *force).await?;
    Ok(0)
}
