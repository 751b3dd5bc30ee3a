//! `docker build`, by the engine's classic builder.

mod context;
mod ignore;
mod newer;

use std::collections::HashMap;

use futures_util::StreamExt;
use tokio::sync::mpsc;

pub use context::dockerfile;
pub use newer::newer;

use super::failure::Failure;
use super::output::Output;
use super::reference::familiar;
use super::{Context, Progress, Stream, pull, units};
use crate::engine::{BuildStep, Engine, EngineError, Recipe};
use crate::shell::docker::{Build, Reference};
use crate::text::Amount;
use context::Source;

/// What is said while the context goes to the engine.
const SENDING: &str = "Sending build context to Docker daemon";

/// Pieces of the context that wait for the engine.
const QUEUE: usize = 4;

/// Runs `docker build`. Dropping it closes the connection, which ends the build.
pub async fn build(
    engine: &Engine,
    context: &Context,
    output: &Output,
    build: &Build,
) -> Result<i64, Failure> {
    let source = Source::find(&context.directory, build).map_err(|why| Failure::message(why, 1))?;
    let mut tags = build.tags.iter().filter_map(|tag| Reference::parse(tag).ok());
    let recipe = Recipe {
        dockerfile: source.dockerfile(),
        tag: tags.next().map(|tag| familiar(&tag)),
        args: args(&build.args),
        labels: build.labels.iter().map(|label| pair(label)).collect(),
        target: build.target.clone().unwrap_or_default(),
        no_cache: build.no_cache,
        pull: build.pull,
        quiet: build.quiet,
    };
    let first = recipe.tag.clone();
    let mut said = Said { output, quiet: build.quiet, kept: String::new() };
    let done = run(engine, source, recipe, &mut said).await;
    if let Err(failure) = done {
        // What was to be quiet helps to understand.
        output.stderr(std::mem::take(&mut said.kept)).await?;
        return Err(failure);
    }
    // The engine's own call takes one name; docker's prints a line for each.
    for (tag, first) in tags.zip(first.iter().cycle()) {
        let (name, version) = (tag.familiar_name(), tag.tag_or_latest().unwrap_or("latest"));
        engine.tag_image(first, &name, version).await?;
        if !build.quiet {
            output.stdout(format!("Successfully tagged {}\n", familiar(&tag))).await?;
        }
    }
    if build.quiet {
        let id = said.kept.lines().last().unwrap_or_default().to_owned();
        output.stdout(format!("{id}\n")).await?;
    }
    Ok(0)
}

/// Sends the context and prints what the builder says.
async fn run(engine: &Engine, source: Source, recipe: Recipe, said: &mut Said<'_>) -> Result<(), Failure> {
    let (pieces, queue) = mpsc::channel(QUEUE);
    let packing = tokio::task::spawn_blocking(move || source.pack(&pieces));
    let body = futures_util::stream::unfold(queue, async |mut queue| Some((queue.recv().await?, queue)));
    let mut steps = engine.build(recipe, body);
    // The builder reads the whole of it before its first word.
    let first = steps.next().await;
    match packing.await {
        Ok(Ok(Some(size))) => said.sent(size).await?,
        // The engine wanted no more of it, and says why.
        Ok(Ok(None)) => {}
        Ok(Err(why)) => return Err(Failure::message(why, 1)),
        Err(panicked) => return Err(Failure::message(format!("error checking context: {panicked}"), 1)),
    }
    let mut next = first;
    while let Some(step) = next {
        match step {
            Ok(BuildStep::Said(text)) => said.text(text).await?,
            Ok(BuildStep::Pull(step)) if !said.quiet => pull::tell(said.output, step, Stream::Stdout).await?,
            Ok(BuildStep::Pull(_)) => {}
            Err(error) => {
                let code = exit_code(&error);
                return Err(Failure::from(error).with_code(code));
            }
        }
        next = steps.next().await;
    }
    Ok(())
}

/// Where a build prints; a quiet one keeps it.
struct Said<'a> {
    output: &'a Output,
    quiet: bool,
    kept: String,
}

impl Said<'_> {
    async fn text(&mut self, text: String) -> Result<(), Failure> {
        if self.quiet {
            self.kept.push_str(&text);
            return Ok(());
        }
        if let Some((number, count)) = step_of(&text) {
            let action = format!("Step {number}/{count}");
            let amount = Some(Amount::Step(number, count));
            self.output.progress(Progress { id: String::new(), action, amount }).await?;
        }
        self.output.stdout(text).await
    }

    /// The context is sent.
    async fn sent(&mut self, size: u64) -> Result<(), Failure> {
        let bytes = i64::try_from(size).unwrap_or(i64::MAX);
        if !self.quiet {
            self.output
                .progress(Progress {
                    id: String::new(),
                    action: SENDING.to_owned(),
                    amount: Some(Amount::Bytes(size, Some(size))),
                })
                .await?;
        }
        self.text(format!("{SENDING} {:>8}\n", units::long_size(bytes))).await
    }
}

/// The step that begins, and how many there are, where the builder says so: `Step 3/7 : RUN true`.
fn step_of(text: &str) -> Option<(u64, u64)> {
    let step = text.trim_start().split(" : ").next()?;
    let (number, count) = step.strip_prefix("Step ")?.split_once('/')?;
    Some((number.parse().ok()?, count.parse().ok()?))
}

/// A failed step ends docker with the code that its command ended with.
fn exit_code(error: &EngineError) -> i64 {
    match error {
        EngineError::Stream(message) => {
            let code = message.trim_end().rsplit_once("returned a non-zero code: ").map(|(_, code)| code);
            code.and_then(|code| code.parse().ok()).unwrap_or(1)
        }
        _ => 1,
    }
}

/// `KEY=VALUE`; a name alone has the value that it has here, and is left out where it has none.
fn args(given: &[String]) -> HashMap<String, String> {
    given
        .iter()
        .filter_map(|text| match text.split_once('=') {
            Some((key, value)) => Some((key.to_owned(), value.to_owned())),
            None => Some((text.clone(), std::env::var(text).ok()?)),
        })
        .collect()
}

fn pair(text: &str) -> (String, String) {
    let (key, value) = text.split_once('=').unwrap_or((text, ""));
    (key.to_owned(), value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_command_gives_its_code() {
        let stream = |text: &str| exit_code(&EngineError::Stream(text.to_owned()));
        assert_eq!(stream("The command '/bin/sh -c exit 7' returned a non-zero code: 7"), 7);
        assert_eq!(stream("pull access denied for nosuch"), 1);
    }

    #[test]
    fn the_steps_are_counted() {
        assert_eq!(step_of("Step 3/7 : RUN true\n"), Some((3, 7)));
        assert_eq!(step_of(" ---> 3f9d0c51a7b2\n"), None);
        assert_eq!(step_of("Step by step\n"), None);
    }

    #[test]
    fn args_and_labels_are_pairs() {
        let found = args(&["A=1=2".into(), "NETDOJO_HAS_NO_SUCH".into(), "B=".into()]);
        assert_eq!(found, [("A".into(), "1=2".into()), ("B".into(), String::new())].into());
        assert_eq!(pair("a"), ("a".into(), String::new()));
    }
}
