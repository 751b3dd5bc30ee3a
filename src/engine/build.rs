//! A build by the engine's classic builder: the context goes one way, what it says comes back.

use std::collections::HashMap;
use std::io;

use bollard::body_try_stream;
use bollard::query_parameters::BuildImageOptions;
use bytes::Bytes;
use futures_util::{Stream, StreamExt};

use super::{Engine, EngineError, PullStep};

/// How an image is to be built.
#[derive(Debug, Clone, Default)]
pub struct Recipe {
    /// The Dockerfile's path in the context.
    pub dockerfile: String,
    /// The image's name.
    pub tag: Option<String>,
    /// Values of the Dockerfile's `ARG`s.
    pub args: HashMap<String, String>,
    /// Labels of the image.
    pub labels: HashMap<String, String>,
    /// The stage to stop after; empty for the last.
    pub target: String,
    /// Every step is done anew.
    pub no_cache: bool,
    /// The registry is asked for newer images.
    pub pull: bool,
    /// Only the id is said.
    pub quiet: bool,
}

/// What a build says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BuildStep {
    /// A piece of its output, as it is to be printed.
    Said(String),
    /// A step of a pull that it makes.
    Pull(PullStep),
}

impl Engine {
    /// Builds an image of `context`, a tar archive. An error in the context ends the build, and so does dropping
    /// what comes back.
    pub fn build<S>(
        &self,
        recipe: Recipe,
        context: S,
    ) -> impl Stream<Item = Result<BuildStep, EngineError>> + Unpin + use<'_, S>
    where
        S: Stream<Item = io::Result<Bytes>> + Send + 'static,
    {
        let options = BuildImageOptions {
            dockerfile: recipe.dockerfile,
            t: recipe.tag,
            q: recipe.quiet,
            nocache: recipe.no_cache,
            pull: recipe.pull.then(|| "1".to_owned()),
            rm: true,
            // What a step that fails has made is nobody's afterwards.
            forcerm: true,
            buildargs: (!recipe.args.is_empty()).then_some(recipe.args),
            labels: (!recipe.labels.is_empty()).then_some(recipe.labels),
            target: recipe.target,
            ..BuildImageOptions::default()
        };
        let steps = self.client.build_image(options, None, Some(body_try_stream(context)));
        Box::pin(steps.filter_map(async |step| match step {
            Err(error) => Some(Err(self.error(error))),
            Ok(step) => step_of(step).map(Ok),
        }))
    }
}

/// What is to be shown of it; none for what only programs read.
fn step_of(step: bollard::models::BuildInfo) -> Option<BuildStep> {
    if let Some(text) = step.stream {
        return Some(BuildStep::Said(text));
    }
    let progress = step.progress_detail.unwrap_or_default();
    Some(BuildStep::Pull(PullStep {
        id: step.id.unwrap_or_default(),
        status: step.status?,
        current: progress.current.and_then(|n| u64::try_from(n).ok()),
        total: progress.total.and_then(|n| u64::try_from(n).ok()).filter(|n| *n > 0),
    }))
}
