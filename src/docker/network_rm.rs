//! `docker network rm`.

use super::failure::Failure;
use super::output::Output;
use crate::engine::Engine;
use crate::shell::docker::NetworkRm;

/// Runs `docker network rm`: one after the other, as what goes wrong is said in between.
pub async fn rm(engine: &Engine, output: &Output, rm: &NetworkRm) -> Result<i64, Failure> {
    let mut failed = false;
    for name in &rm.names {
        match remove(engine, name).await {
            Ok(()) => output.stdout(format!("{name}\n")).await?,
            Err(failure) if failure.is_lost() => return Err(failure),
            // With force, what is to go is gone.
            Err(Failure::Engine { error, .. }) if rm.force && error.is_missing() => {}
            Err(failure) => {
                failed = true;
                failure.end(output).await;
            }
        }
    }
    // The CLI says this itself.
    if failed { Err(Failure::message("exit status 1", 1)) } else { Ok(0) }
}

async fn remove(engine: &Engine, name: &str) -> Result<(), Failure> {
    let trimmed = name.trim();
    if trimmed.is_empty() {
        return Err(Failure::message("invalid network name or ID: value is empty", 1));
    }
    Ok(engine.remove_network(trimmed).await?)
}
