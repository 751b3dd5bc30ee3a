//! What a refusal means, in the learner's language.
//!
//! A line prints what docker prints, in docker's English. Of the refusals that a learner meets, the
//! verdict line says beside it what they mean and what to do, or what was most likely meant.

mod image;

use crate::i18n::{Phrase, phrase};
use crate::network::Snapshot;
use crate::shell::docker::{Invocation, Object, ObjectKind};
use crate::shell::{self, Meant, Script, nearest_name};

/// How an engine says that it cannot reach a registry.
const UNREACHABLE: [&str; 6] = [
    "dial tcp",
    "no such host",
    "i/o timeout",
    "network is unreachable",
    "Client.Timeout exceeded",
    "context deadline exceeded",
];

/// How an engine says that a registry has no such image.
const UNKNOWN: [&str; 4] =
    ["pull access denied", "repository does not exist", "manifest unknown", "manifest for "];

/// What `said`, the logical lines of the failed `line`, mean and ask for; none where nobody refused
/// anything, or something was refused that is not known here. `snapshot` is what exists.
pub fn explain(said: &[String], line: &str, snapshot: Option<&Snapshot>) -> Option<Phrase> {
    if let Some(reason) = command_line(said) {
        return Some(reason);
    }
    let Ok(script) = shell::parse(line) else {
        let Meant { word, near } = shell::meant(line)?;
        return Some(phrase("app-refusal-unknown-near").with("word", word).with("near", near));
    };
    swapped(&script, snapshot)
        .or_else(|| misspelt(said, line, snapshot))
        .or_else(|| image::misspelt(said, &script, snapshot?))
        .or_else(|| engine(said, &script))
}

/// That a container stands where the network should, and the other way round.
fn swapped(script: &Script, snapshot: Option<&Snapshot>) -> Option<Phrase> {
    let (verb, first, second) = match script.docker()? {
        Invocation::NetworkConnect(connect) => ("connect", &connect.network.name, &connect.container),
        Invocation::NetworkDisconnect(leave) => ("disconnect", &leave.network, &leave.container),
        _ => return None,
    };
    let (container, network) = (snapshot?.container(first)?, snapshot?.network(second)?);
    let said = phrase("app-refusal-swapped").with("verb", verb);
    Some(said.with("network", network.name.as_str()).with("container", container.name.as_str()))
}

/// What the docker command line itself finds wrong, before the engine is asked.
fn command_line(said: &[String]) -> Option<Phrase> {
    let says = |words: &str| said.iter().find(|line| line.contains(words));
    if let Some(line) = says("must be lowercase") {
        let name = line.split(['(', ')']).nth(1)?;
        let name = name.strip_prefix("library/").unwrap_or(name);
        return Some(phrase("app-refusal-lowercase").with("name", name.to_lowercase()));
    }
    let path = says("unable to prepare context: path ")?.split('"').nth(1)?;
    Some(phrase("app-refusal-no-folder").with("path", path))
}

/// That `line` names a container or a network that is not there, and whose name is nearly that of one that is. A line may
/// end well even so: `docker rm -f` does, and so does what a filter stands behind.
pub fn misspelt(said: &[String], line: &str, snapshot: Option<&Snapshot>) -> Option<Phrase> {
    let (script, snapshot) = (shell::parse(line).ok()?, snapshot?);
    let named = script.names_touched();
    let containers = || snapshot.containers.values().map(|container| container.name.as_str());
    let networks = || snapshot.networks.values().map(|network| network.name.as_str());
    let images: Vec<String> = snapshot.images.iter().filter_map(|image| image::written(image)).collect();
    let images = || images.iter().map(String::as_str);
    named.iter().find_map(|object| {
        let typed = object.name.as_deref().filter(|name| said.iter().any(|line| says_missing(line, name)))?;
        let (key, known): (_, Vec<&str>) = match object.kind {
            ObjectKind::Container => ("app-refusal-no-container-near", containers().collect()),
            ObjectKind::Network if leaves_one(&script) => {
                ("app-refusal-no-network-created-near", networks().collect())
            }
            ObjectKind::Network => ("app-refusal-no-network-near", networks().collect()),
            ObjectKind::Any => {
                ("app-refusal-no-object-near", containers().chain(networks()).chain(images()).collect())
            }
            ObjectKind::Image | ObjectKind::Volume => return None,
        };
        let is_named =
            |name: &str| named.iter().any(|Object { name: other, .. }| other.as_deref() == Some(name));
        let near = nearest_name(typed, known.into_iter().filter(|name| !is_named(name)))?;
        Some(phrase(key).with("name", typed).with("near", near))
    })
}

/// Whether an engine says in `line` that there is nothing called `name`: each has its own words.
fn says_missing(line: &str, name: &str) -> bool {
    let said = line.to_ascii_lowercase();
    line.contains(name) && (said.contains("no such ") || said.contains("not found"))
}

/// Whether a container was made before something was found to be missing, and stays.
fn leaves_one(script: &Script) -> bool {
    matches!(script.docker(), Some(Invocation::Run(run)) if !run.rm)
}

/// What the engine's own words mean.
fn engine(lines: &[String], script: &Script) -> Option<Phrase> {
    lines.iter().rev().find_map(|line| {
        let (_, said) = line.split_once("Error response from daemon: ")?;
        missing(said, script).or_else(|| in_the_way(said)).or_else(|| pull(said, lines))
    })
}

/// Something is named that is not there, or does not run.
fn missing(said: &str, script: &Script) -> Option<Phrase> {
    if let Some(name) = after(said, "No such container: ") {
        return Some(phrase("app-refusal-no-container").with("name", name));
    }
    if let Some(name) = after(said, "Cannot link to a non running container: /") {
        return Some(phrase("app-refusal-link-stopped").with("name", name));
    }
    if let Some(name) = after(said, "network ").filter(|_| said.ends_with(" not found")) {
        let key =
            if leaves_one(script) { "app-refusal-no-network-created" } else { "app-refusal-no-network" };
        return Some(phrase(key).with("name", name));
    }
    if said.contains("executable file not found") {
        let command = said.split('"').nth(1).unwrap_or_default().to_owned();
        return Some(phrase("app-refusal-no-program").with("command", command));
    }
    let stopped = said.to_ascii_lowercase().starts_with("container ") && said.ends_with(" is not running");
    stopped.then(|| phrase("app-refusal-stopped"))
}

/// Something else has the name or the port, or must stop first.
fn in_the_way(said: &str) -> Option<Phrase> {
    if said.contains("is already in use by") {
        let name = said.split('"').nth(1)?.trim_start_matches('/').to_owned();
        return Some(phrase("app-refusal-name-taken").with("name", name));
    }
    if said.contains("port is already allocated") || said.contains("address already in use") {
        return Some(phrase("app-refusal-port-taken"));
    }
    let runs = said.contains("stop the container before") || said.contains("container is running");
    runs.then(|| phrase("app-refusal-still-running"))
}

/// An image that could not be had.
fn pull(said: &str, lines: &[String]) -> Option<Phrase> {
    if UNKNOWN.iter().any(|words| said.contains(words)) {
        return Some(phrase("app-refusal-no-image"));
    }
    if !UNREACHABLE.iter().any(|words| said.contains(words)) {
        return None;
    }
    let image = lines.iter().find_map(|line| line.strip_prefix("Unable to find image '")?.split('\'').next());
    Some(match image {
        Some(image) => phrase("app-refusal-image-unreachable").with("image", image.to_owned()),
        None => phrase("app-refusal-registry-unreachable"),
    })
}

/// The word that follows `words`.
fn after(said: &str, words: &str) -> Option<String> {
    let (_, rest) = said.split_once(words)?;
    rest.split_whitespace().next().map(str::to_owned)
}

#[cfg(test)]
mod tests;
