//! `docker start`.

use super::Session;
use super::attach::{Streams, Target};
use super::each::named;
use super::failure::Failure;
use super::inspected::Inspected;
use super::output::Output;
use crate::engine::{Engine, Streams as Which, Until};
use crate::shell::docker::Start;

/// Runs `docker start` without `-a` and `-i`.
pub async fn start(engine: &Engine, output: &Output, start: &Start) -> Result<i64, Failure> {
    let mut failed = Vec::new();
    for name in &start.names {
        let started = match named(name) {
            Ok(name) => engine.start_container(name).await.map_err(Failure::from),
            Err(failure) => Err(failure),
        };
        match started {
            Ok(()) => output.stdout(format!("{name}\n")).await?,
            Err(failure) if failure.is_lost() => return Err(failure),
            Err(failure) => {
                failure.end(output).await;
                failed.push(name.as_str());
            }
        }
    }
    if failed.is_empty() {
        return Ok(0);
    }
    Err(Failure::message(format!("Error: failed to start containers: {}", failed.join(", ")), 1))
}

/// Runs `docker start -a` or `-i`: one container with its streams on ours, ending as it does.
pub async fn attached(session: &mut Session<'_>, start: &Start) -> Result<i64, Failure> {
    let [name] = start.names.as_slice() else {
        return Err(Failure::message("you cannot start and attach multiple containers at once", 1));
    };
    let engine = session.engine;
    let container = Inspected::of(engine, named(name)?).await?;
    let stdin = start.interactive && container.open_stdin();
    let streams = engine.attach(container.id(), Which { stdin, tty: container.tty() }).await?;
    let until = if container.auto_remove() { Until::Removed } else { Until::NextExit };
    let wait = engine.wait(container.id(), until).await?;
    if let Err(error) = engine.start_container(container.id()).await {
        drop(streams);
        if container.auto_remove() {
            let _ = wait.exit().await;
        }
        return Err(error.into());
    }
    let target = Target::Container(container.id().to_owned());
    Streams { target, tty: container.tty(), stdin }.carry(session, streams).await?;
    tokio::select! {
        exit = wait.exit() => Ok(exit?.code),
        () = session.input.interrupted() => Err(Failure::Left),
    }
}
