//! `docker inspect`: the engine's own JSON, indented, or a template over it.

mod indent;

use bytes::Bytes;
use indent::{compact, indented};
use serde_json::Value;

use super::each::{all_told, named};
use super::failure::Failure;
use super::output::Output;
use super::template::{Methods, Template};
use crate::engine::{Engine, EngineError};
use crate::shell::docker::{Inspect, InspectKind};

/// The exit code for a template that cannot be read.
const BAD_TEMPLATE: i64 = 64;

/// Runs `docker inspect` and its kin.
pub async fn inspect(engine: &Engine, output: &Output, inspect: &Inspect) -> Result<i64, Failure> {
    let template = match inspect.format.as_deref() {
        None | Some("json") => None,
        Some(format) => Some(
            Template::parse(format)
                .map_err(|why| Failure::message(format!("template parsing error: {why}"), BAD_TEMPLATE))?,
        ),
    };
    let (mut found, mut failures) = (Vec::new(), Vec::new());
    for name in &inspect.names {
        let looked = match look(engine, inspect, name).await {
            Err(failure) if failure.is_lost() => return Err(failure),
            Err(failure) => Err(failure),
            Ok(json) => match &template {
                None => String::from_utf8(json.to_vec()).map_err(|_| unreadable("not UTF-8")),
                Some(template) => render(template, &json),
            },
        };
        match looked {
            Ok(text) => found.push(text),
            Err(failure) => failures.push(failure),
        }
    }
    let text = match (&template, inspect.format.is_some()) {
        (Some(_), _) if found.is_empty() => "\n".to_owned(),
        (Some(_), _) => found.join("\n") + "\n",
        (None, true) => {
            format!("[{}]\n", found.iter().map(|json| compact(json)).collect::<Vec<_>>().join(","))
        }
        (None, false) => indented(&format!("[{}]", found.join(","))) + "\n",
    };
    output.stdout(text).await?;
    all_told(output, failures).await
}

fn unreadable(why: &str) -> Failure {
    EngineError::Answer(why.to_owned()).into()
}

fn render(template: &Template, json: &Bytes) -> Result<String, Failure> {
    let value: Value = serde_json::from_slice(json).map_err(|error| unreadable(&error.to_string()))?;
    template
        .render(&value, &Methods::default())
        .map_err(|why| Failure::message(format!("template parsing error: {why}"), 1))
}

/// The JSON of what has that name: of the kind asked for, else of the first kind that knows it.
async fn look(engine: &Engine, inspect: &Inspect, name: &str) -> Result<Bytes, Failure> {
    let kinds = [InspectKind::Container, InspectKind::Image, InspectKind::Network, InspectKind::Volume];
    if inspect.kind != InspectKind::Any {
        return Ok(one(engine, inspect.kind, named(name)?, inspect.size).await?);
    }
    for kind in kinds {
        match one(engine, kind, named(name)?, inspect.size).await {
            Err(error) if error.status() == Some(404) => {}
            looked => return Ok(looked?),
        }
    }
    Err(Failure::message(format!("Error: No such object: {name}"), 1))
}

async fn one(engine: &Engine, kind: InspectKind, name: &str, size: bool) -> Result<Bytes, EngineError> {
    match kind {
        InspectKind::Any | InspectKind::Container => engine.container_json(name, size).await,
        InspectKind::Image => engine.image_json(name).await,
        InspectKind::Network => engine.network_json(name).await,
        InspectKind::Volume => engine.volume_json(name).await,
    }
}
