//! docker contexts: named engines below `~/.docker/contexts`, chosen with `docker context use`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::endpoint::{Address, Endpoint, Origin, Surroundings, Tls};
use super::error::{Choice, EngineError};

/// The context that stands for "no context".
const DEFAULT: &str = "default";

/// The part of `config.json` that matters here.
#[derive(Deserialize)]
struct Config {
    #[serde(rename = "currentContext")]
    current_context: Option<String>,
}

/// A context's `meta.json`.
#[derive(Deserialize)]
struct Meta {
    #[serde(rename = "Name")]
    name: String,
    #[serde(rename = "Endpoints", default)]
    endpoints: BTreeMap<String, MetaEndpoint>,
}

/// One endpoint in a `meta.json`; docker's is called `docker`.
#[derive(Deserialize)]
struct MetaEndpoint {
    #[serde(rename = "Host", default)]
    host: String,
    #[serde(rename = "SkipTLSVerify", default)]
    skip_tls_verify: bool,
}

/// The endpoint of the context that `DOCKER_CONTEXT`, else `config.json`, names; none where neither
/// does, or where it is the default one.
///
/// # Errors
/// [`EngineError::Choice`] when the context does not exist or what is written there cannot be used.
pub fn chosen(surroundings: &Surroundings) -> Result<Option<Endpoint>, EngineError> {
    let Some(folder) = surroundings.docker_folder() else { return Ok(None) };
    let name = match surroundings.var("DOCKER_CONTEXT") {
        Some(name) => Some(name.to_owned()),
        None => current(&folder.join("config.json"))?,
    };
    match name.filter(|name| !name.is_empty() && name != DEFAULT) {
        Some(name) => named(&folder.join("contexts"), &name).map(Some),
        None => Ok(None),
    }
}

/// The context that `config.json` names, if there is such a file and it names one.
fn current(path: &Path) -> Result<Option<String>, EngineError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(broken(path, &error)),
    };
    let config: Config = serde_json::from_str(&text).map_err(|error| broken(path, &error))?;
    Ok(config.current_context)
}

/// The endpoint of the context called `name`.
///
/// A context's folder is called by the SHA-256 of its name; the name stands in its `meta.json` too,
/// and that is the one compared.
fn named(contexts: &Path, name: &str) -> Result<Endpoint, EngineError> {
    let missing = || EngineError::Choice { given: name.to_owned(), problem: Choice::NoSuchContext };
    let folders = std::fs::read_dir(contexts.join("meta")).map_err(|_| missing())?;
    let found = folders
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find_map(|folder| Some((read_meta(&folder).ok().filter(|meta| meta.name == name)?, folder)));
    let (meta, folder) = found.ok_or_else(missing)?;
    let endpoint = meta
        .endpoints
        .get("docker")
        .filter(|endpoint| !endpoint.host.is_empty())
        .ok_or_else(|| broken(&folder.join("meta.json"), &"no docker endpoint"))?;
    let tls = tls_of(contexts, &folder);
    if endpoint.skip_tls_verify && tls.is_some() {
        return Err(EngineError::Choice { given: name.to_owned(), problem: Choice::Unverified });
    }
    let address = Address::parse(&endpoint.host, tls)?;
    Ok(Endpoint { address, origin: Origin::Context(meta.name) })
}

/// What a context's folder says about it.
fn read_meta(folder: &Path) -> Result<Meta, EngineError> {
    let path = folder.join("meta.json");
    let text = std::fs::read_to_string(&path).map_err(|error| broken(&path, &error))?;
    serde_json::from_str(&text).map_err(|error| broken(&path, &error))
}

/// The context's certificates, where it has any.
fn tls_of(contexts: &Path, meta: &Path) -> Option<Tls> {
    let folder: PathBuf = contexts.join("tls").join(meta.file_name()?).join("docker");
    folder.join("ca.pem").exists().then_some(Tls { folder })
}

/// A file of docker's that cannot be used.
fn broken(path: &Path, detail: &dyn std::fmt::Display) -> EngineError {
    EngineError::Choice { given: path.display().to_string(), problem: Choice::Broken(detail.to_string()) }
}
