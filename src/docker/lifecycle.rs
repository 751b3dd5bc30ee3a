//! `docker stop`, `restart`, `kill`, `pause`, `unpause`, `wait`.

use super::each::{all_told, each, named};
use super::failure::Failure;
use super::output::Output;
use crate::engine::{Engine, Until};
use crate::shell::docker::{Kill, Stop};

/// Runs `docker stop`.
pub async fn stop(engine: &Engine, output: &Output, stop: &Stop) -> Result<i64, Failure> {
    let (timeout, signal) = (seconds(stop), stop.signal.as_deref());
    each(output, &stop.names, |name| async move {
        Ok(engine.stop_container(named(name)?, timeout, signal).await?)
    })
    .await
}

/// Runs `docker restart`.
pub async fn restart(engine: &Engine, output: &Output, restart: &Stop) -> Result<i64, Failure> {
    let (timeout, signal) = (seconds(restart), restart.signal.as_deref());
    each(output, &restart.names, |name| async move {
        Ok(engine.restart_container(named(name)?, timeout, signal).await?)
    })
    .await
}

/// Runs `docker kill`.
pub async fn kill(engine: &Engine, output: &Output, kill: &Kill) -> Result<i64, Failure> {
    let signal = kill.signal.as_deref().filter(|signal| !signal.is_empty());
    each(output, &kill.names, |name| async move { Ok(engine.kill_container(named(name)?, signal).await?) })
        .await
}

/// Runs `docker pause`.
pub async fn pause(engine: &Engine, output: &Output, names: &[String]) -> Result<i64, Failure> {
    each(output, names, |name| async move { Ok(engine.pause_container(named(name)?).await?) }).await
}

/// Runs `docker unpause`.
pub async fn unpause(engine: &Engine, output: &Output, names: &[String]) -> Result<i64, Failure> {
    each(output, names, |name| async move { Ok(engine.unpause_container(named(name)?).await?) }).await
}

/// Runs `docker wait`: prints how each container ended, one after the other.
pub async fn wait(engine: &Engine, output: &Output, names: &[String]) -> Result<i64, Failure> {
    let mut failures = Vec::new();
    for name in names {
        match ended(engine, name).await {
            Ok(code) => output.stdout(format!("{code}\n")).await?,
            Err(failure) => failures.push(failure),
        }
    }
    all_told(output, failures).await
}

async fn ended(engine: &Engine, name: &str) -> Result<i64, Failure> {
    let exit = engine.wait(named(name)?, Until::NotRunning).await?.exit().await?;
    Ok(exit.code)
}

/// The time that a container has to end, in seconds.
fn seconds(stop: &Stop) -> Option<i32> {
    stop.timeout.map(|seconds| i32::try_from(seconds).unwrap_or(if seconds < 0 { -1 } else { i32::MAX }))
}
