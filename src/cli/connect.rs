//! Connecting to the engine for the headless commands.

use super::Failure;
use crate::engine::{self, Engine, EngineError, Surroundings};

/// The first engine that answers, with as few questions as possible: enough for a single docker line.
pub async fn quick() -> Result<Engine, Failure> {
    first().await.map_err(|error| Failure::no_engine(&error))
}

/// The first engine that answers, with all that is known of it.
pub async fn whole() -> Result<Engine, Failure> {
    let candidates =
        engine::candidates(&Surroundings::of_process()).map_err(|error| Failure::no_engine(&error))?;
    engine::connect_first(&candidates).await.map_err(|error| Failure::no_engine(&error))
}

async fn first() -> Result<Engine, EngineError> {
    let candidates = engine::candidates(&Surroundings::of_process())?;
    let mut first = None;
    for endpoint in &candidates {
        match engine::open(endpoint).await {
            Ok(engine) => return Ok(engine),
            Err(error) => first = first.or(Some(error)),
        }
    }
    Err(first.unwrap_or_else(|| EngineError::Answer(String::new())))
}
