//! What may be the value of a flag.

use super::{Candidate, Known, Names};
use crate::i18n::phrase;
use crate::shell::docker::flag::{Flag, Kind};

/// The values of `flag` that can be known beforehand.
pub(super) fn of(flag: &Flag, names: &Names) -> Vec<Candidate> {
    let words = |words: &[&str]| words.iter().map(|word| Candidate::new(*word)).collect();
    let keys = |keys: &[&str]| keys.iter().map(|key| Candidate::new(format!("{key}=")).open()).collect();
    match flag.same_as.unwrap_or(flag.long) {
        "network" => {
            let fixed = [("host", "shell-about-host"), ("none", "shell-about-none")];
            let fixed = fixed.map(|(name, about)| Known { name: name.to_owned(), about: phrase(about) });
            let is_there = |name: &str| names.networks.iter().any(|own| own.name == name);
            let missing = fixed.iter().filter(|known| !is_there(&known.name));
            let shared = Candidate::new("container:").described(phrase("shell-about-shared")).open();
            names.networks.iter().chain(missing).map(known).chain([shared]).collect()
        }
        "link" if flag.kind == Kind::List => {
            // Only to a container that runs can be linked.
            let running = names.containers.iter().filter(|(_, running)| *running);
            running.map(|(name, running)| container(name, *running)).collect()
        }
        "tag" | "t" => names.images.iter().map(known).collect(),
        "file" => super::files(names),
        "pull" if flag.kind != Kind::Bool => words(&["missing", "always", "never"]),
        "restart" => words(&["no", "always", "unless-stopped", "on-failure"]),
        "type" => words(&["container", "image", "network", "volume"]),
        "format" => words(&["json", "table"]),
        "tail" => words(&["all"]),
        "log-level" => words(&["debug", "info", "warn", "error", "fatal"]),
        "signal" => words(&["SIGTERM", "SIGINT", "SIGKILL", "SIGHUP", "SIGUSR1"]),
        "cap-add" | "cap-drop" => words(&["NET_ADMIN", "NET_RAW", "SYS_PTRACE", "ALL"]),
        "filter" => {
            keys(&["name", "id", "label", "status", "ancestor", "network", "publish", "driver", "reference"])
        }
        _ if flag.kind == Kind::Bool => words(&["true", "false"]),
        _ => Vec::new(),
    }
}

/// A container's name, with whether it runs.
pub(super) fn container(name: &str, running: bool) -> Candidate {
    let about = if running { phrase("shell-about-running") } else { phrase("shell-about-stopped") };
    Candidate::new(name).described(about)
}

/// The name of something on the engine, with what is known of it.
pub(super) fn known(known: &Known) -> Candidate {
    Candidate::new(known.name.as_str()).described(known.about.clone())
}
