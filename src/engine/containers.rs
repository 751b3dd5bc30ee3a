//! What is done with containers: made, started, watched, stopped, removed, listed.

use std::collections::HashMap;

use bollard::models::{ContainerCreateBody, ContainerSummary};
use bollard::query_parameters::{
    CreateContainerOptionsBuilder, KillContainerOptionsBuilder, ListContainersOptionsBuilder,
    RemoveContainerOptionsBuilder, ResizeContainerTTYOptionsBuilder, RestartContainerOptionsBuilder,
    StopContainerOptionsBuilder,
};
use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::{Method, Response};
use serde::Deserialize;
use tokio::io::split;

use super::streams::{Attached, Output};
use super::wire::encoded;
use super::{Engine, EngineError};
use crate::text::Size;

/// Filters as the engine takes them: key to values.
pub type Filters = HashMap<String, Vec<String>>;

/// A container that has been made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Created {
    /// 64 hex digits.
    pub id: String,
    /// What the engine wants to be known.
    pub warnings: Vec<String>,
}

/// Which containers `list` gives.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    /// Also those that do not run.
    pub all: bool,
    /// With sizes, which takes the engine long.
    pub size: bool,
    /// Only those that match.
    pub filters: Filters,
}

/// Which streams `attach` connects.
#[derive(Debug, Clone, Copy)]
pub struct Streams {
    /// Its input.
    pub stdin: bool,
    /// Whether it has a terminal.
    pub tty: bool,
}

/// What a `wait` waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// The next time that it exits.
    NextExit,
    /// It has exited and is gone.
    Removed,
    /// It does not run, now or later.
    NotRunning,
}

/// How a container ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exit {
    /// Its exit code.
    pub code: i64,
    /// Why the engine could not tell.
    pub error: Option<String>,
}

/// A wait that the engine has taken note of.
pub struct Wait {
    response: Response<Incoming>,
    endpoint: String,
}

impl Engine {
    /// The containers that `which` says, newest first.
    pub async fn list_containers(&self, which: Listed) -> Result<Vec<ContainerSummary>, EngineError> {
        let mut options = ListContainersOptionsBuilder::default().all(which.all).size(which.size);
        if !which.filters.is_empty() {
            options = options.filters(&which.filters);
        }
        self.client.list_containers(Some(options.build())).await.map_err(|error| self.error(error))
    }

    /// Makes a container.
    pub async fn create_container(
        &self,
        name: Option<&str>,
        body: ContainerCreateBody,
    ) -> Result<Created, EngineError> {
        let options = name.map(|name| CreateContainerOptionsBuilder::default().name(name).build());
        let made = self.client.create_container(options, body).await.map_err(|error| self.error(error))?;
        Ok(Created { id: made.id, warnings: made.warnings })
    }

    /// Starts a container.
    pub async fn start_container(&self, name: &str) -> Result<(), EngineError> {
        let done = self.client.start_container(&encoded(name), None).await;
        done.map_err(|error| self.error(error))
    }

    /// Stops a container; it has `timeout` seconds before it is killed (−1: as long as it likes).
    pub async fn stop_container(
        &self,
        name: &str,
        timeout: Option<i32>,
        signal: Option<&str>,
    ) -> Result<(), EngineError> {
        let mut options = StopContainerOptionsBuilder::default();
        if let Some(timeout) = timeout {
            options = options.t(timeout);
        }
        if let Some(signal) = signal {
            options = options.signal(signal);
        }
        let done = self.client.stop_container(&encoded(name), Some(options.build())).await;
        done.map_err(|error| self.error(error))
    }

    /// Stops a container as [`Engine::stop_container`] does, and starts it again.
    pub async fn restart_container(
        &self,
        name: &str,
        timeout: Option<i32>,
        signal: Option<&str>,
    ) -> Result<(), EngineError> {
        let mut options = RestartContainerOptionsBuilder::default();
        if let Some(timeout) = timeout {
            options = options.t(timeout);
        }
        if let Some(signal) = signal {
            options = options.signal(signal);
        }
        let done = self.client.restart_container(&encoded(name), Some(options.build())).await;
        done.map_err(|error| self.error(error))
    }

    /// Sends a container's process a signal, KILL where none is named.
    pub async fn kill_container(&self, name: &str, signal: Option<&str>) -> Result<(), EngineError> {
        let options = signal.map(|signal| KillContainerOptionsBuilder::default().signal(signal).build());
        let done = self.client.kill_container(&encoded(name), options).await;
        done.map_err(|error| self.error(error))
    }

    /// Freezes a container.
    pub async fn pause_container(&self, name: &str) -> Result<(), EngineError> {
        self.client.pause_container(&encoded(name)).await.map_err(|error| self.error(error))
    }

    /// Lets a frozen container go on.
    pub async fn unpause_container(&self, name: &str) -> Result<(), EngineError> {
        self.client.unpause_container(&encoded(name)).await.map_err(|error| self.error(error))
    }

    /// Removes a container (`force`: also a running one), its anonymous volumes (`volumes`), or only a
    /// link by its name (`link`).
    pub async fn remove_container(
        &self,
        name: &str,
        force: bool,
        volumes: bool,
        link: bool,
    ) -> Result<(), EngineError> {
        let options = RemoveContainerOptionsBuilder::default().force(force).v(volumes).link(link).build();
        let done = self.client.remove_container(&encoded(name), Some(options)).await;
        done.map_err(|error| self.error(error))
    }

    /// A container's inspect, as the engine wrote it.
    pub async fn container_json(&self, name: &str, size: bool) -> Result<Bytes, EngineError> {
        let query = if size { "?size=1" } else { "" };
        self.raw(&format!("/containers/{}/json{query}", encoded(name))).await
    }

    /// Connects to a container's streams, from now on.
    pub async fn attach(&self, id: &str, streams: Streams) -> Result<Attached, EngineError> {
        let stdin = if streams.stdin { "&stdin=1" } else { "" };
        let path = format!("/containers/{}/attach?stream=1&stdout=1&stderr=1{stdin}", encoded(id));
        let (reader, writer) = split(self.hijack(&path, None).await?);
        Ok(Attached {
            output: Output::of_connection(reader, streams.tty, &self.info().endpoint),
            input: Box::new(writer),
        })
    }

    /// Begins to wait. When this returns the engine knows, so a `start` that follows cannot be missed.
    pub async fn wait(&self, id: &str, until: Until) -> Result<Wait, EngineError> {
        let condition = match until {
            Until::NextExit => "next-exit",
            Until::Removed => "removed",
            Until::NotRunning => "not-running",
        };
        let path = format!("/containers/{}/wait?condition={condition}", encoded(id));
        let response = self.send(Method::POST, &path, None, false).await?;
        Ok(Wait { response, endpoint: self.info().endpoint.clone() })
    }

    /// Tells a container's terminal its size.
    pub async fn resize_container(&self, id: &str, size: Size) -> Result<(), EngineError> {
        let options =
            ResizeContainerTTYOptionsBuilder::default().h(size.rows.into()).w(size.cols.into()).build();
        let done = self.client.resize_container_tty(&encoded(id), options).await;
        done.map_err(|error| self.error(error))
    }
}

impl Wait {
    /// How the container ended, once it has.
    pub async fn exit(self) -> Result<Exit, EngineError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Answer {
            status_code: i64,
            error: Option<Reason>,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Reason {
            message: String,
        }
        let body = self.response.into_body().collect().await;
        let body = body.map_err(|error| EngineError::from_hyper(&error, &self.endpoint))?.to_bytes();
        let answer: Answer =
            serde_json::from_slice(&body).map_err(|error| EngineError::Answer(error.to_string()))?;
        let error = answer.error.map(|reason| reason.message).filter(|message| !message.is_empty());
        Ok(Exit { code: answer.status_code, error })
    }
}
