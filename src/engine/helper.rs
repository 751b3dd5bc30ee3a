//! Helpers: short-lived containers of ours that join another's network namespace, or the host's.

use std::collections::HashMap;
use std::future::Future;
use std::time::Duration;

use bollard::models::{ContainerCreateBody, HostConfig};

use super::events::HELPER_LABEL;
use super::{Engine, EngineError, Output, Streams};

/// The longest that making, attaching, starting or removing a helper may take.
const LIMIT: Duration = Duration::from_secs(15);

/// The pause before asking again whether a helper that is being removed is gone.
const REMOVING: Duration = Duration::from_millis(20);

/// A helper to be made.
#[derive(Debug, Clone, Copy)]
pub struct Helper<'a> {
    /// Its name, used by no other container.
    pub name: &'a str,
    /// An image that is present.
    pub image: &'a str,
    /// Whose network it joins: `host` or `container:NAME`.
    pub network: &'a str,
    /// The program, from the root of the image, and its arguments.
    pub command: &'a [String],
}

impl Engine {
    /// Makes a helper and starts it; gives what it prints. The engine removes it when it ends;
    /// [`Engine::remove_helper`] removes it before, and must be called also when this fails or is given
    /// up half-way.
    ///
    /// # Errors
    /// [`EngineError::Response`] when the image or the other container does not allow it.
    pub async fn start_helper(&self, helper: Helper<'_>) -> Result<Output, EngineError> {
        let label = |name: &str| (name.to_owned(), "1".to_owned());
        let body = ContainerCreateBody {
            image: Some(helper.image.to_owned()),
            entrypoint: Some(helper.command.to_vec()),
            cmd: Some(Vec::new()),
            labels: Some(HashMap::from([label("netdojo"), label(HELPER_LABEL)])),
            user: Some("0".to_owned()),
            // Podman stops before it removes, and waits 10 s for a shell that does not heed SIGTERM.
            stop_signal: Some("SIGKILL".to_owned()),
            host_config: Some(HostConfig {
                network_mode: Some(helper.network.to_owned()),
                auto_remove: Some(true),
                // Podman grants containers no raw sockets; what is asked is the network, not a right.
                cap_add: Some(vec!["NET_RAW".to_owned()]),
                ..HostConfig::default()
            }),
            ..ContainerCreateBody::default()
        };
        self.limited(self.create_container(Some(helper.name), body)).await?;
        let attached = self.attach(helper.name, Streams { stdin: false, tty: false });
        let output = self.limited(attached).await?.output;
        self.limited(self.start_container(helper.name)).await?;
        Ok(output)
    }

    /// Removes a helper, running or not, and returns when it is gone; well if there is none.
    ///
    /// # Errors
    /// [`EngineError`] when the engine is lost or refuses.
    pub async fn remove_helper(&self, name: &str) -> Result<(), EngineError> {
        self.limited(async {
            loop {
                match self.remove_container(name, true, true, false).await {
                    Err(error) if error.is_missing() => return Ok(()),
                    // 409: its removal is under way already. What counts is that it is gone.
                    Err(error) if error.status() != Some(409) => return Err(error),
                    Ok(()) | Err(_) => tokio::time::sleep(REMOVING).await,
                }
            }
        })
        .await
    }

    /// The outcome of `call`, which must come in time.
    async fn limited<T>(&self, call: impl Future<Output = Result<T, EngineError>>) -> Result<T, EngineError> {
        tokio::time::timeout(LIMIT, call)
            .await
            .unwrap_or_else(|_| Err(EngineError::timed_out(&self.info.endpoint)))
    }
}
