//! Lines as a learner types them, against what the docker CLI 28.2 printed for them.
//!
//! `NAME` stands for a container of our own. What an engine is free to word for itself is not in here.

use netdojo::docker::Ended;
use netdojo::shell::{self, Command, ShellError};

use super::rig::{Corner, Printed};

impl Corner {
    /// Runs a line, `NAME` and `OTHER` replaced by names of our own.
    pub async fn line(&self, line: &str) -> (Printed, Ended) {
        let line = line.replace("NAME", &self.name("a")).replace("OTHER", &self.name("b"));
        match shell::parse(&line) {
            Ok(script) => match script.command {
                Command::Docker(invocation) => {
                    let (mut printed, ended) = self.run(*invocation).await;
                    printed.stdout =
                        printed.stdout.replace(&self.name("a"), "NAME").replace(&self.name("b"), "OTHER");
                    printed.stderr =
                        printed.stderr.replace(&self.name("a"), "NAME").replace(&self.name("b"), "OTHER");
                    (printed, ended)
                }
                Command::Builtin(builtin) => panic!("{line}: {builtin:?}"),
            },
            Err(ShellError::Docker { message, code }) => {
                (Printed { stderr: message + "\n", ..Printed::default() }, Ended::Exited(code))
            }
            Err(error) => panic!("{line}: {error:?}"),
        }
    }

    /// Runs lines and compares each with its standard output, standard error and exit code.
    pub async fn expect(&self, lines: &[(&str, &str, &str, i64)]) {
        for (line, stdout, stderr, code) in lines {
            let (printed, ended) = self.line(line).await;
            assert_eq!((printed.stdout.as_str(), printed.stderr.as_str()), (*stdout, *stderr), "{line}");
            assert_eq!(ended, Ended::Exited(*code), "{line}");
        }
    }
}

#[tokio::test]
async fn a_container_from_its_first_to_its_last_line() {
    let corner = Corner::new().await;
    let (printed, _) =
        corner.line("docker create --name NAME -l a=1 alpine sh -c 'echo one; sleep 1000'").await;
    assert_eq!(printed.stdout.len(), 65, "{printed:?}");
    corner
        .expect(&[
            ("docker ps -f name=NAME -q", "", "", 0),
            (
                "docker ps -a -f name=NAME --format '{{.Names}} {{.State}} {{.Label \"a\"}}'",
                "NAME created 1\n",
                "",
                0,
            ),
            ("docker start NAME", "NAME\n", "", 0),
            ("docker start NAME", "NAME\n", "", 0),
            (
                "docker start NAME ndt-nosuch ndt-nosuch2",
                "NAME\n",
                "Error response from daemon: No such container: ndt-nosuch\n\
                 Error response from daemon: No such container: ndt-nosuch2\n\
                 Error: failed to start containers: ndt-nosuch, ndt-nosuch2\n",
                1,
            ),
            ("docker pause NAME", "NAME\n", "", 0),
            ("docker inspect -f '{{.State.Status}}' NAME", "paused\n", "", 0),
            ("docker unpause NAME", "NAME\n", "", 0),
            ("docker restart -t 0 NAME", "NAME\n", "", 0),
            (
                "docker stop -t 0 NAME ndt-nosuch",
                "NAME\n",
                "Error response from daemon: No such container: ndt-nosuch\n",
                1,
            ),
            ("docker inspect -f '{{.State.Status}} {{.State.ExitCode}}' NAME", "exited 137\n", "", 0),
            (
                "docker wait NAME ndt-nosuch NAME",
                "137\n137\n",
                "Error response from daemon: No such container: ndt-nosuch\n",
                1,
            ),
            ("docker start NAME", "NAME\n", "", 0),
            ("docker kill NAME", "NAME\n", "", 0),
            ("docker rm NAME", "NAME\n", "", 0),
            ("docker rm NAME", "", "Error response from daemon: No such container: NAME\n", 1),
            ("docker rm -f NAME", "", "Error response from daemon: No such container: NAME\n", 0),
            ("docker stop ''", "", "invalid container name or ID: value is empty\n", 1),
            ("docker rm ''", "", "container name cannot be empty\n", 1),
        ])
        .await;
}

#[tokio::test]
async fn a_log_is_the_whole_the_end_or_none_of_it() {
    let corner = Corner::new().await;
    corner
        .expect(&[
            ("docker run --name NAME alpine sh -c 'echo one; sleep 0.1; echo two >&2; sleep 0.1; echo three; exit 5'", "one\nthree\n", "two\n", 5),
            ("docker logs NAME", "one\nthree\n", "two\n", 0),
            ("docker logs -n 1 NAME", "three\n", "", 0),
            ("docker logs --tail x NAME", "one\nthree\n", "two\n", 0),
            ("docker logs -f NAME", "one\nthree\n", "two\n", 0),
            ("docker logs --since 1h --until 0s NAME", "one\nthree\n", "two\n", 0),
            ("docker logs --until 2001-01-01 NAME", "", "", 0),
            (
                "docker logs --since x NAME",
                "",
                "invalid value for \"since\": failed to parse value as time or duration: \"x\"\n",
                1,
            ),
            ("docker logs ndt-nosuch", "", "Error response from daemon: No such container: ndt-nosuch\n", 1),
            ("docker start -a NAME", "one\nthree\n", "two\n", 5),
            ("docker start -a NAME OTHER", "", "you cannot start and attach multiple containers at once\n", 1),
        ])
        .await;
    let (printed, _) = corner.line("docker logs -t NAME").await;
    let first = printed.stdout.lines().next().unwrap();
    assert!(first.ends_with("Z one") && first.len() == 34, "{first}");
}

#[tokio::test]
async fn inspect_is_the_engines_json_or_a_template_over_it() {
    let corner = Corner::new().await;
    corner.line("docker run -d --name NAME -p 127.0.0.1::80 -e X=y alpine sleep 1000").await;
    corner
        .expect(&[
            ("docker inspect -f '{{.Name}} {{.Config.Cmd}} {{.HostConfig.Links}}' NAME", "/NAME [sleep 1000] []\n", "", 0),
            ("docker inspect -f '{{.Name}}' NAME ndt-nosuch", "/NAME\n", "Error: No such object: ndt-nosuch\n", 1),
            ("docker inspect -f '{{.Name}}' ndt-nosuch", "\n", "Error: No such object: ndt-nosuch\n", 1),
            ("docker inspect ndt-nosuch", "[]\n", "Error: No such object: ndt-nosuch\n", 1),
            ("docker container inspect ndt-nosuch", "[]\n", "Error response from daemon: No such container: ndt-nosuch\n", 1),
            ("docker network inspect ndt-nosuch", "[]\n", "Error response from daemon: network ndt-nosuch not found\n", 1),
            (
                "docker inspect -f '{{.Nope}}' NAME",
                "\n",
                "template parsing error: template: :1:2: executing \"\" at <.Nope>: map has no entry for key \"Nope\"\n",
                1,
            ),
            ("docker inspect -f '{{' NAME", "", "template parsing error: template: :1: unclosed action\n", 64),
            ("docker inspect -f '{{.Driver}} {{.Scope}}' none", "null local\n", "", 0),
            ("docker port ndt-nosuch", "", "Error response from daemon: No such container: ndt-nosuch\n", 1),
            ("docker port NAME 99", "", "Error: No public port '99' published for NAME\n", 1),
        ])
        .await;
    let (printed, _) = corner.line("docker inspect NAME").await;
    let value: serde_json::Value = serde_json::from_str(&printed.stdout).unwrap();
    assert_eq!(value[0]["Name"], "/NAME");
    assert!(printed.stdout.starts_with("[\n    {\n        \"Id\": \""), "{}", printed.stdout);
    let port = value[0]["NetworkSettings"]["Ports"]["80/tcp"][0]["HostPort"].as_str().unwrap().to_owned();
    let (printed, _) = corner.line("docker port NAME").await;
    assert_eq!(printed.stdout, format!("80/tcp -> 127.0.0.1:{port}\n"));
    let (printed, _) = corner.line("docker port NAME 80").await;
    assert_eq!(printed.stdout, format!("127.0.0.1:{port}\n"));
}

#[tokio::test]
async fn a_link_names_the_other_container() {
    let corner = Corner::new().await;
    corner.line("docker run -itd --name NAME alpine").await;
    let (printed, ended) = corner.line("docker run -itd --name OTHER --link NAME:other alpine").await;
    assert_eq!(ended, Ended::Exited(0), "{printed:?}");
    let (printed, ended) = corner.line("docker exec OTHER ping -c 1 other").await;
    assert!(printed.stdout.contains("1 packets received"), "{printed:?}");
    assert_eq!(ended, Ended::Exited(0));
    let (printed, ended) = corner.line("docker ps --no-trunc -f name=NAME --format '{{.Names}}'").await;
    assert_eq!((printed.stdout.as_str(), ended), ("NAME,OTHER/other\n", Ended::Exited(0)));
}

#[tokio::test]
async fn networks_and_images_are_listed_as_docker_does() {
    let corner = Corner::new().await;
    let (printed, _) = corner.line("docker network ls -f name=bridge -f name=host -f driver=host").await;
    let lines: Vec<&str> = printed.stdout.lines().collect();
    assert_eq!(lines[0], "NETWORK ID     NAME      DRIVER    SCOPE");
    assert_eq!(&lines[1][15..], "host      host      local");
    corner
        .expect(&[
            ("docker network ls -f name=none --format '{{.Name}} {{.Driver}} {{.Internal}}'", "none null false\n", "", 0),
            (
                "docker network ls --format '{{.Nope}}'",
                "",
                "template parsing error: template: :1:2: executing \"\" at <.Nope>: can't evaluate field Nope in type *network.networkContext\n",
                1,
            ),
            ("docker images ndt-nosuch", "REPOSITORY   TAG       IMAGE ID   CREATED   SIZE\n", "", 0),
            ("docker images ndt-nosuch -q", "", "", 0),
            ("docker images alpine --format '{{.Repository}}:{{.Tag}}'", "alpine:latest\n", "", 0),
            ("docker images --format '{{'", "", "template parsing error: template: :1: unclosed action\n", 1),
            ("docker ps --format '{{'", "", "failed to parse template: template: :1: unclosed action\n", 1),
        ])
        .await;
    let (printed, _) = corner.line("docker images alpine").await;
    let row = printed.stdout.lines().nth(1).unwrap();
    assert!(row.starts_with("alpine       latest    ") && row.ends_with('B'), "{row}");
}

#[tokio::test]
async fn a_pull_that_cannot_be_says_so() {
    let corner = Corner::new().await;
    // A registry that is not there, on this very machine: no network is needed to find that out.
    let (printed, ended) = corner.line("docker pull 127.0.0.1:9/nosuch").await;
    assert_eq!(printed.stdout, "Using default tag: latest\n");
    assert!(printed.stderr.starts_with("Error response from daemon: "), "{printed:?}");
    assert_eq!(ended, Ended::Exited(1));
}

#[tokio::test]
async fn several_networks_in_one_run() {
    let corner = Corner::new().await;
    // `none` cannot be joined with others: refused before the engine is asked.
    let (printed, ended) = corner.line("docker run --rm --network none --network x alpine true").await;
    assert!(printed.stderr.contains("cannot attach both user-defined and non-user-defined"), "{printed:?}");
    assert_eq!(ended, Ended::Exited(125));
}
