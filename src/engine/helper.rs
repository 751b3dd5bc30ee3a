//! Helpers: short-lived containers of ours that join another's network namespace, or the host's.

use std::collections::HashMap;
use std::time::Duration;

use bollard::container::LogOutput;
use bollard::models::{ContainerCreateBody, HostConfig};
use bollard::query_parameters::{
    AttachContainerOptions, CreateContainerOptions, RemoveContainerOptions, StartContainerOptions,
};
use bytes::Bytes;
use futures_util::{Stream, StreamExt};

use super::events::HELPER_LABEL;
use super::{Engine, EngineError};

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

/// A piece of what a helper printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// On standard output.
    Out(Bytes),
    /// On standard error.
    Err(Bytes),
}

impl Engine {
    /// Makes a helper and starts it; gives what it prints, up to its end. The engine removes it when
    /// it ends; [`Engine::remove_helper`] removes it before, and must be called also when this fails
    /// or is given up half-way.
    ///
    /// # Errors
    /// [`EngineError::Response`] when the image or the other container does not allow it.
    pub async fn start_helper(
        &self,
        helper: Helper<'_>,
    ) -> Result<impl Stream<Item = Result<Printed, EngineError>> + Send + Unpin + 'static, EngineError> {
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
        let name = Some(helper.name.to_owned());
        let options = CreateContainerOptions { name, ..CreateContainerOptions::default() };
        self.within(LIMIT, self.client.create_container(Some(options), body)).await?;
        let streams = AttachContainerOptions {
            stream: true,
            stdout: true,
            stderr: true,
            ..AttachContainerOptions::default()
        };
        let attached = self.within(LIMIT, self.client.attach_container(helper.name, Some(streams))).await?;
        self.within(LIMIT, self.client.start_container(helper.name, None::<StartContainerOptions>)).await?;
        let endpoint = self.info.endpoint.clone();
        Ok(attached.output.map(move |piece| match piece {
            Ok(LogOutput::StdErr { message }) => Ok(Printed::Err(message)),
            Ok(output) => Ok(Printed::Out(output.into_bytes())),
            Err(error) => Err(EngineError::from_bollard(error, &endpoint)),
        }))
    }

    /// Removes a helper, running or not, and returns when it is gone; well if there is none.
    ///
    /// # Errors
    /// [`EngineError`] when the engine is lost or refuses.
    pub async fn remove_helper(&self, name: &str) -> Result<(), EngineError> {
        let attempts = async {
            loop {
                let options =
                    RemoveContainerOptions { force: true, v: true, ..RemoveContainerOptions::default() };
                match self.client.remove_container(name, Some(options)).await {
                    // 409: its removal is under way already. What counts is that it is gone.
                    Ok(())
                    | Err(bollard::errors::Error::DockerResponseServerError { status_code: 409, .. }) => {
                        tokio::time::sleep(REMOVING).await;
                    }
                    Err(bollard::errors::Error::DockerResponseServerError { status_code: 404, .. }) => {
                        return Ok(());
                    }
                    Err(error) => return Err(error),
                }
            }
        };
        self.within(LIMIT, attempts).await
    }
}
