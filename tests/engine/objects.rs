//! Containers and networks that are gone when the test is over, also when it panics.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use bollard::Docker;
use bollard::models::{
    ContainerCreateBody, EndpointSettings, HostConfig, NetworkCreateRequest, NetworkingConfig,
};
use bollard::query_parameters::{CreateContainerOptions, RemoveContainerOptions};

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// Makes things on an engine and removes them when dropped.
pub struct Objects {
    socket: String,
    pub docker: Docker,
    containers: Vec<String>,
    networks: Vec<String>,
    /// Full ids of the containers made.
    pub ids: Vec<String>,
}

/// A name that nobody else uses.
pub fn unique(what: &str) -> String {
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("ndtest-{what}-{}-{count}", std::process::id())
}

/// A container of `image` that waits, with a terminal as a learner's has.
pub fn waiting(image: &str) -> ContainerCreateBody {
    ContainerCreateBody {
        image: Some(image.into()),
        cmd: Some(vec!["/bin/sh".into()]),
        tty: Some(true),
        open_stdin: Some(true),
        ..ContainerCreateBody::default()
    }
}

impl Objects {
    pub fn at(socket: &std::path::Path) -> Self {
        let socket = socket.to_string_lossy().into_owned();
        let docker = Docker::connect_with_unix(&socket, 60, bollard::API_DEFAULT_VERSION).unwrap();
        Self { socket, docker, containers: Vec::new(), networks: Vec::new(), ids: Vec::new() }
    }

    /// Creates a container; gives its full id.
    pub async fn create(&mut self, name: &str, mut body: ContainerCreateBody) -> String {
        // Podman stops before it removes, and a shell does not heed SIGTERM.
        body.stop_signal = Some("SIGKILL".into());
        self.containers.push(name.into());
        let options = CreateContainerOptions { name: Some(name.into()), ..CreateContainerOptions::default() };
        let id = self.docker.create_container(Some(options), body).await.unwrap().id;
        self.ids.push(id.clone());
        id
    }

    /// Creates a container and starts it; gives its full id.
    pub async fn run(&mut self, name: &str, body: ContainerCreateBody) -> String {
        let id = self.create(name, body).await;
        self.docker.start_container(name, None).await.unwrap();
        id
    }

    /// Runs an alpine that waits, with links on the default bridge (`target:alias`).
    pub async fn linked(&mut self, name: &str, links: &[String]) -> String {
        let mut body = waiting("alpine");
        body.host_config = Some(HostConfig { links: Some(links.to_vec()), ..HostConfig::default() });
        self.run(name, body).await
    }

    /// Runs `image` on a network, under aliases.
    pub async fn on_network(
        &mut self,
        name: &str,
        mut body: ContainerCreateBody,
        network: &str,
        aliases: &[&str],
    ) {
        let settings = EndpointSettings {
            aliases: Some(aliases.iter().map(|&alias| alias.to_owned()).collect()),
            ..EndpointSettings::default()
        };
        body.networking_config = Some(NetworkingConfig {
            endpoints_config: Some(HashMap::from([(network.to_owned(), settings)])),
        });
        let host = body.host_config.get_or_insert_default();
        host.network_mode = Some(network.to_owned());
        self.run(name, body).await;
    }

    /// Creates a bridge network; gives its full id.
    pub async fn network(&mut self, name: &str) -> String {
        self.labelled_network(name, HashMap::new()).await
    }

    /// Creates a bridge network with labels; gives its full id.
    pub async fn labelled_network(&mut self, name: &str, labels: HashMap<String, String>) -> String {
        self.networks.push(name.into());
        let request = NetworkCreateRequest {
            name: name.into(),
            labels: Some(labels),
            ..NetworkCreateRequest::default()
        };
        self.docker.create_network(request).await.unwrap().id
    }

    /// Removes a container now.
    pub async fn remove(&self, name: &str) {
        let options = RemoveContainerOptions { force: true, ..RemoveContainerOptions::default() };
        self.docker.remove_container(name, Some(options)).await.unwrap();
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        let (socket, containers, networks) =
            (self.socket.clone(), std::mem::take(&mut self.containers), std::mem::take(&mut self.networks));
        // A runtime of its own: the test's may be the one that is unwinding.
        let cleaning = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let docker = Docker::connect_with_unix(&socket, 60, bollard::API_DEFAULT_VERSION).unwrap();
                for name in containers.iter().rev() {
                    let options =
                        RemoveContainerOptions { force: true, v: true, ..RemoveContainerOptions::default() };
                    let _ = docker.remove_container(name, Some(options)).await;
                }
                for name in &networks {
                    let _ = docker.remove_network(name).await;
                }
            });
        });
        let _ = cleaning.join();
    }
}
