//! What is told beside an engine's refusal.

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
fn what_docker_itself_refuses_is_known() {
    let swapped = phrase("app-refusal-swapped").with("verb", "connect");
    let swapped = swapped.with("network", "tomcat-network").with("container", "ports-web");
    let said = "Error response from daemon: No such container: tomcat-network";
    assert_eq!(explained_of("docker network connect ports-web tomcat-network", said), Some(swapped));
    let said = "docker: invalid reference format: repository name (library/Alpine) must be lowercase";
    let lower = phrase("app-refusal-lowercase").with("name", "alpine");
    assert_eq!(explained_of("docker run --rm Alpine ls", said), Some(lower));
    let said = "unable to prepare context: path \"./nope\" not found";
    let folder = phrase("app-refusal-no-folder").with("path", "./nope");
    assert_eq!(explained_of("docker build -t x ./nope", said), Some(folder));
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
    assert_eq!(explained_of("docker run --nmae a nginx", "unknown flag: --nmae"), near("--nmae", "--name"));
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
        daemon("Conflict. The container name \"/a_1\" is already in use by container \"cd21\". You have to"),
        name("app-refusal-name-taken", "a_1")
    );
    assert_eq!(
        daemon("failed to set up: Bind for 0.0.0.0:80 failed: port is already allocated"),
        Some(phrase("app-refusal-port-taken"))
    );
    for said in ["container 4b1 is not running", "Container 4b1 is not running"] {
        assert_eq!(daemon(said), Some(phrase("app-refusal-stopped")));
    }
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
    assert_eq!(
        explained_of(
            "docker rmi nginx-tomcat:7 tomcat:7",
            "Untagged: nginx-tomcat:7\nError: No such image: tomcat:7"
        ),
        near("app-refusal-no-image-near", "tomcat:7", "tomcat:9.0"),
        "the other one was there"
    );
    assert_eq!(
        explained_of("docker inspect alpin", "[]\nError: No such object: alpin"),
        near("app-refusal-no-object-near", "alpin", "alpine")
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
