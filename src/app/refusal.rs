//! What a refusal means, in the learner's language.
//!
//! A line prints what docker prints, in docker's English. Of the refusals that a learner meets, the
//! verdict line says beside it what they mean and what to do, or what was most likely meant.

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
    let Ok(script) = shell::parse(line) else {
        let Meant { word, near } = shell::meant(line)?;
        return Some(phrase("app-refusal-unknown-near").with("word", word).with("near", near));
    };
    misspelt(said, line, snapshot)
        .or_else(|| misspelt_image(said, &script, snapshot?))
        .or_else(|| engine(said, &script))
}

/// That `line` names a container or a network that is not there, and whose name is nearly that of one that is. A line may
/// end well even so: `docker rm -f` does, and so does what a filter stands behind.
pub fn misspelt(said: &[String], line: &str, snapshot: Option<&Snapshot>) -> Option<Phrase> {
    let (script, snapshot) = (shell::parse(line).ok()?, snapshot?);
    let named = script.names_touched();
    let containers = || snapshot.containers.values().map(|container| container.name.as_str());
    let networks = || snapshot.networks.values().map(|network| network.name.as_str());
    named.iter().find_map(|object| {
        let typed = object.name.as_deref().filter(|name| said.iter().any(|line| says_missing(line, name)))?;
        let (key, known): (_, Vec<&str>) = match object.kind {
            ObjectKind::Container => ("app-refusal-no-container-near", containers().collect()),
            ObjectKind::Network if leaves_one(&script) => {
                ("app-refusal-no-network-created-near", networks().collect())
            }
            ObjectKind::Network => ("app-refusal-no-network-near", networks().collect()),
            ObjectKind::Any => ("app-refusal-no-object-near", containers().chain(networks()).collect()),
            ObjectKind::Image | ObjectKind::Volume => return None,
        };
        let is_named =
            |name: &str| named.iter().any(|Object { name: other, .. }| other.as_deref() == Some(name));
        let near = nearest_name(typed, known.into_iter().filter(|name| !is_named(name)))?;
        Some(phrase(key).with("name", typed).with("near", near))
    })
}

/// That a failed line names an image that is not there, and whose name is nearly that of one that is, or that has another
/// tag. An image that was found by pulling is no slip, so this is said of lines that failed only.
fn misspelt_image(said: &[String], script: &Script, snapshot: &Snapshot) -> Option<Phrase> {
    const MISSING: [&str; 3] = ["no such image", "image not known", "unable to find image"];
    let says = |words: &[&str]| {
        let has = |line: &String| {
            let line = line.to_ascii_lowercase();
            words.iter().any(|words| line.contains(&words.to_ascii_lowercase()))
        };
        said.iter().any(has)
    };
    let unreachable = says(&UNREACHABLE);
    let pulls = matches!(script.docker(), Some(Invocation::Pull(_)));
    if !(says(&MISSING) || pulls && (unreachable || says(&UNKNOWN))) {
        return None;
    }
    let images = script.names_touched().into_iter().filter(|object| object.kind == ObjectKind::Image);
    images.filter_map(|image| image.name).filter(|name| !snapshot.has_image(name)).find_map(|name| {
        let near =
            nearest_image(&name, &snapshot.images).filter(|near| !pulls || !is_same_image(&name, near))?;
        let key =
            if unreachable { "app-refusal-image-unreachable-near" } else { "app-refusal-no-image-near" };
        Some(phrase(key).with("name", name.as_str()).with("near", near))
    })
}

/// The image of the engine that is called most like `typed`: of those whose tags differ, the one with the tag typed.
fn nearest_image<'a>(typed: &str, images: &'a [String]) -> Option<&'a str> {
    let (wanted, tag) = tagged(typed);
    let near = nearest_name(wanted, images.iter().map(|image| tagged(image).0))?;
    let called = || images.iter().filter(|image| tagged(image).0 == near);
    let best = called().find(|image| tagged(image).1 == tag).or_else(|| called().next())?;
    Some(shortened(best))
}

/// Whether the two are one repository, whatever their tags.
fn is_same_image(one: &str, other: &str) -> bool {
    tagged(one).0 == tagged(other).0
}

/// A reference's repository as docker shows it, and its tag: `latest` where none is given.
fn tagged(reference: &str) -> (&str, &str) {
    let short = shortened(reference);
    match short.rsplit_once(':') {
        Some((name, tag)) if !tag.contains('/') => (name, tag),
        _ => (short, "latest"),
    }
}

/// A reference without what docker leaves out.
fn shortened(reference: &str) -> &str {
    let short = ["docker.io/library/", "docker.io/"].iter().find_map(|prefix| reference.strip_prefix(prefix));
    let short = short.unwrap_or(reference);
    short.strip_suffix(":latest").unwrap_or(short)
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
    use crate::network::{Container, Network};

    fn explained(text: &str) -> Option<Phrase> {
        explained_of("docker run nginx", text)
    }

    fn explained_of(line: &str, text: &str) -> Option<Phrase> {
        let mut snapshot = Snapshot::default();
        for name in ["ports-web", "alpine_01", "alpine_02"] {
            let container = Container { name: name.into(), ..Container::default() };
            snapshot.containers.insert(name.into(), container);
        }
        for name in ["bridge", "tomcat-network"] {
            let network = Network { name: name.into(), ..Network::default() };
            snapshot.networks.insert(name.into(), network);
        }
        snapshot.images =
            ["alpine:latest", "docker.io/library/tomcat:9.0", "nginx-tomcat:1"].map(str::to_owned).into();
        explain(&text.lines().map(str::to_owned).collect::<Vec<_>>(), line, Some(&snapshot))
    }

    #[test]
    fn what_is_nearly_a_name_is_told_apart_from_what_is_none() {
        let near = |key, name: &str, near: &str| Some(phrase(key).with("name", name).with("near", near));
        let container = near("app-refusal-no-container-near", "port-web", "ports-web");
        for line in ["logs", "exec -it", "rm -f alpine_01", "stop", "start", "network connect bridge"] {
            let line = format!("docker {line} port-web ls");
            let line = line.strip_suffix(" ls").filter(|line| !line.contains("exec")).unwrap_or(&line);
            let said = "Error response from daemon: No such container: port-web";
            assert_eq!(explained_of(line, said), container, "{line}");
        }
        assert_eq!(
            explained_of(
                "docker logs port-web",
                "Error: no container with name or ID \"port-web\" found: no such container"
            ),
            container,
            "as Podman says it"
        );
        let said = "Error response from daemon: network tomcat-netwrok not found";
        assert_eq!(
            explained_of("docker network inspect tomcat-netwrok", said),
            near("app-refusal-no-network-near", "tomcat-netwrok", "tomcat-network")
        );
        assert_eq!(
            explained_of("docker run --network tomcat-netwrok nginx", &format!("docker: {said}")),
            near("app-refusal-no-network-created-near", "tomcat-netwrok", "tomcat-network")
        );
        assert_eq!(
            explained_of("docker run --rm --network tomcat-netwrok nginx", &format!("docker: {said}")),
            near("app-refusal-no-network-near", "tomcat-netwrok", "tomcat-network"),
            "nothing is left of it"
        );
        assert_eq!(
            explained_of("docker inspect port-web", "[]\nError: No such object: port-web"),
            near("app-refusal-no-object-near", "port-web", "ports-web")
        );
    }

    #[test]
    fn another_name_is_no_slip() {
        let none = |name: &str| Some(phrase("app-refusal-no-container").with("name", name.to_owned()));
        for name in ["alpine_03", "nginx", "pw"] {
            let said = format!("Error response from daemon: No such container: {name}");
            assert_eq!(explained_of(&format!("docker logs {name}"), &said), none(name));
        }
        // It is named already, and meant as it is.
        let said = "Error response from daemon: No such container: ports-we";
        assert_eq!(explained_of("docker rm ports-web ports-we", said), none("ports-we"));
        // A program that does not find something of that name is not the engine.
        assert_eq!(explained_of("docker exec ports-web cat ports-we", "cat: ports-we: No such file"), None);
    }

    #[test]
    fn a_line_that_docker_does_not_know_names_what_is_near() {
        let near = |word: &str, near: &str| {
            Some(phrase("app-refusal-unknown-near").with("word", word).with("near", near))
        };
        assert_eq!(
            explained_of("docker rnu nginx", "docker: unknown command: docker rnu"),
            near("rnu", "docker run")
        );
        assert_eq!(
            explained_of("docker run --nmae a nginx", "unknown flag: --nmae"),
            near("--nmae", "--name")
        );
        assert_eq!(explained_of("docker frobnicate", "docker: unknown command: docker frobnicate"), None);
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
            name("app-refusal-no-network-created", "nope")
        );
        assert_eq!(
            explained_of("docker network rm nope", "Error response from daemon: network nope not found"),
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
    fn what_is_nearly_an_image_is_told() {
        let near = |key, name: &str, near: &str| Some(phrase(key).with("name", name).with("near", near));
        let unreachable =
            "docker: Error response from daemon: Get \"https://registry.example/v2/\": dial tcp: no";
        let run = |image: &str, refused: &str| {
            let said = format!("Unable to find image '{image}' locally\n{refused}");
            explained_of(&format!("docker run --rm {image} ls"), &said)
        };
        let key = "app-refusal-image-unreachable-near";
        assert_eq!(run("alpin", unreachable), near(key, "alpin", "alpine"));
        assert_eq!(run("tomact:9.0", unreachable), near(key, "tomact:9.0", "tomcat:9.0"));
        assert_eq!(run("tomcat", unreachable), near(key, "tomcat", "tomcat:9.0"));
        assert_eq!(run("nginx-tomcat:2", unreachable), near(key, "nginx-tomcat:2", "nginx-tomcat:1"));
        let denied =
            "docker: Error response from daemon: pull access denied for alpin, repository does not exist";
        assert_eq!(run("alpin", denied), near("app-refusal-no-image-near", "alpin", "alpine"));
        assert_eq!(
            explained_of("docker rmi nginx-tomcat", "Error: No such image: nginx-tomcat"),
            near("app-refusal-no-image-near", "nginx-tomcat", "nginx-tomcat:1")
        );
        assert_eq!(explained_of("docker pull alpin", unreachable), near(key, "alpin", "alpine"));
        // Another version was asked for, and is not to be had.
        let plainly = Some(phrase("app-refusal-registry-unreachable"));
        assert_eq!(explained_of("docker pull tomcat:10", unreachable), plainly);
        // Nothing of the sort is here.
        assert_eq!(
            run("redis", unreachable),
            Some(phrase("app-refusal-image-unreachable").with("image", "redis"))
        );
    }

    #[test]
    fn a_program_that_fails_by_itself_is_left_alone() {
        assert_eq!(explained("No such container: a\nping: bad address 'x'"), None);
        assert_eq!(explained("Error response from daemon: something new"), None);
        assert_eq!(explained(""), None);
    }
}
