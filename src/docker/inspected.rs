//! The few things that verbs look up in a container's inspect.

use serde_json::Value;

use super::failure::Failure;
use crate::engine::{Engine, EngineError};

/// A container's inspect.
#[derive(Debug)]
pub struct Inspected(Value);

impl Inspected {
    /// Asks the engine about a container.
    pub async fn of(engine: &Engine, name: &str) -> Result<Self, Failure> {
        let json = engine.container_json(name, false).await?;
        let value = serde_json::from_slice(&json).map_err(|error| EngineError::Answer(error.to_string()))?;
        Ok(Self(value))
    }

    /// 64 hex digits.
    pub fn id(&self) -> &str {
        self.0["Id"].as_str().unwrap_or_default()
    }

    /// Whether it has a terminal.
    pub fn tty(&self) -> bool {
        self.0["Config"]["Tty"].as_bool().unwrap_or_default()
    }

    /// Whether its input is kept open.
    pub fn open_stdin(&self) -> bool {
        self.0["Config"]["OpenStdin"].as_bool().unwrap_or_default()
    }

    /// Whether it goes when it ends.
    pub fn auto_remove(&self) -> bool {
        self.0["HostConfig"]["AutoRemove"].as_bool().unwrap_or_default()
    }

    /// Its ports (`80/tcp`) with the places on the host where they are published, address and port.
    pub fn ports(&self) -> Vec<(String, Vec<(String, String)>)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let ports = self.0["NetworkSettings"]["Ports"].as_object();
        ports
            .into_iter()
            .flatten()
            .map(|(port, places)| {
                let places = places.as_array().into_iter().flatten();
                (
                    port.clone(),
                    places.map(|place| (text(&place["HostIp"]), text(&place["HostPort"]))).collect(),
                )
            })
            .collect()
    }
}
