//! What an engine's refusal means, in the learner's language.
//!
//! A line prints what docker prints, in docker's English. Of the refusals that a learner meets, the
//! verdict line says beside it what they mean and what to do.

use crate::i18n::{Phrase, phrase};

/// What `lines`, a failed line's logical lines, mean and ask for; none where the engine did not refuse
/// anything, or refused something that is not known here.
pub fn explain(lines: &[String]) -> Option<Phrase> {
    lines.iter().rev().find_map(|line| {
        let (_, said) = line.split_once("Error response from daemon: ")?;
        missing(said).or_else(|| in_the_way(said)).or_else(|| pull(said, lines))
    })
}

/// Something is named that is not there, or does not run.
fn missing(said: &str) -> Option<Phrase> {
    if let Some(name) = after(said, "No such container: ") {
        return Some(phrase("app-refusal-no-container").with("name", name));
    }
    if let Some(name) = after(said, "Cannot link to a non running container: /") {
        return Some(phrase("app-refusal-link-stopped").with("name", name));
    }
    if let Some(name) = after(said, "network ").filter(|_| said.ends_with(" not found")) {
        return Some(phrase("app-refusal-no-network").with("name", name));
    }
    if said.contains("executable file not found") {
        let command = said.split('"').nth(1).unwrap_or_default().to_owned();
        return Some(phrase("app-refusal-no-program").with("command", command));
    }
    let stopped = said.starts_with("container ") && said.ends_with(" is not running");
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
    const UNREACHABLE: [&str; 6] = [
        "dial tcp",
        "no such host",
        "i/o timeout",
        "network is unreachable",
        "Client.Timeout exceeded",
        "context deadline exceeded",
    ];
    const UNKNOWN: [&str; 4] =
        ["pull access denied", "repository does not exist", "manifest unknown", "manifest for "];
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
mod tests {
    use super::*;

    fn explained(text: &str) -> Option<Phrase> {
        explain(&text.lines().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn what_engines_say_is_known() {
        let name = |key, name: &str| Some(phrase(key).with("name", name.to_owned()));
        let daemon = |said: &str| {
            explained(&format!("docker: Error response from daemon: {said}\n\nRun 'docker run --help'"))
        };
        assert_eq!(daemon("No such container: a_1"), name("app-refusal-no-container", "a_1"));
        assert_eq!(
            daemon("could not get container for a_1: No such container: a_1"),
            name("app-refusal-no-container", "a_1")
        );
        assert_eq!(
            daemon("Cannot link to a non running container: /a_1 AS /a_2/x"),
            name("app-refusal-link-stopped", "a_1")
        );
        assert_eq!(
            daemon("failed to set up container networking: network nope not found"),
            name("app-refusal-no-network", "nope")
        );
        assert_eq!(
            daemon(
                "Conflict. The container name \"/a_1\" is already in use by container \"cd21\". You have to"
            ),
            name("app-refusal-name-taken", "a_1")
        );
        assert_eq!(
            daemon("failed to set up: Bind for 0.0.0.0:80 failed: port is already allocated"),
            Some(phrase("app-refusal-port-taken"))
        );
        assert_eq!(daemon("container 4b1 is not running"), Some(phrase("app-refusal-stopped")));
        assert_eq!(
            daemon("runc create failed: exec: \"foo\": executable file not found in $PATH"),
            Some(phrase("app-refusal-no-program").with("command", "foo".to_owned()))
        );
        assert_eq!(
            daemon(
                "cannot remove container \"/a\": container is running: stop the container before removing or force remove"
            ),
            Some(phrase("app-refusal-still-running"))
        );
    }

    #[test]
    fn an_image_that_is_not_there_is_told_from_a_registry_that_is_not() {
        let refused = "docker: Error response from daemon: Get \"https://registry.example/v2/\": dial tcp: \
                       lookup registry.example: no such host";
        assert_eq!(
            explained(&format!("Unable to find image 'alpin:latest' locally\n{refused}")),
            Some(phrase("app-refusal-image-unreachable").with("image", "alpin:latest".to_owned()))
        );
        assert_eq!(explained(refused), Some(phrase("app-refusal-registry-unreachable")));
        assert_eq!(
            explained("Error response from daemon: pull access denied for alpin, repository does not exist"),
            Some(phrase("app-refusal-no-image"))
        );
    }

    #[test]
    fn a_program_that_fails_by_itself_is_left_alone() {
        assert_eq!(explained("No such container: a\nping: bad address 'x'"), None);
        assert_eq!(explained("Error response from daemon: something new"), None);
        assert_eq!(explained(""), None);
    }
}
