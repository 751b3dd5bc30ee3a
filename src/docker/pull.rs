//! `docker pull`, and the pull of a `run` whose image is missing.

use futures_util::StreamExt;

use super::failure::Failure;
use super::output::Output;
use super::reference::canonical;
use super::{Progress, Stream};
use crate::engine::{Engine, PullStep};
use crate::shell::docker::{Pull, Reference};
use crate::text::Amount;

/// Runs `docker pull`.
pub async fn pull(engine: &Engine, output: &Output, pull: &Pull) -> Result<i64, Failure> {
    let reference = Reference::parse(&pull.image).map_err(|why| Failure::message(why.to_string(), 1))?;
    if reference.tag.is_none() && reference.digest.is_none() && !pull.quiet {
        output.stdout("Using default tag: latest\n").await?;
    }
    let stream = if pull.quiet { None } else { Some(Stream::Stdout) };
    steps(engine, output, &reference, pull.platform.as_deref(), stream).await?;
    output.stdout(format!("{}\n", canonical(&reference))).await?;
    Ok(0)
}

/// Pulls the image of a `run`; what a pull prints then goes to standard error.
pub async fn fetch(
    engine: &Engine,
    output: &Output,
    reference: &Reference,
    platform: Option<&str>,
    quiet: bool,
) -> Result<(), Failure> {
    let stream = if quiet { None } else { Some(Stream::Stderr) };
    steps(engine, output, reference, platform, stream).await
}

/// The steps of a pull, printed on `stream`, if any.
async fn steps(
    engine: &Engine,
    output: &Output,
    reference: &Reference,
    platform: Option<&str>,
    stream: Option<Stream>,
) -> Result<(), Failure> {
    let tag = reference.digest.as_deref().or(reference.tag_or_latest()).unwrap_or("latest");
    let mut steps = engine.pull(&reference.familiar_name(), tag, platform);
    while let Some(step) = steps.next().await {
        let step = step?;
        let Some(stream) = stream else { continue };
        tell(output, step, stream).await?;
    }
    Ok(())
}

/// A step of a pull: what concerns the whole is printed, what concerns a layer is progress.
pub async fn tell(output: &Output, step: PullStep, stream: Stream) -> Result<(), Failure> {
    if step.id.is_empty() {
        output.print(stream, format!("{}\n", step.status).into()).await
    } else if step.status.starts_with("Pulling from") {
        output.print(stream, format!("{}: {}\n", step.id, step.status).into()).await
    } else {
        let amount = step.current.map(|current| Amount::Bytes(current, step.total));
        output.progress(Progress { id: step.id, action: step.status, amount }).await
    }
}
