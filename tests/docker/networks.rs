//! Networks made, joined, left and removed, against what the docker CLI 28.2 printed for the same lines.
//!
//! `NAME` and `OTHER` are names of our own, of a container or a network alike.

use netdojo::docker::{Ended, Input};

use super::rig::Corner;

#[tokio::test]
async fn a_network_from_its_first_to_its_last_line() {
    let corner = Corner::new().await;
    let (printed, ended) =
        corner.line("docker network create --label a=1 --label netdojo.owner=you NAME").await;
    assert_eq!((printed.stdout.len(), ended), (65, Ended::Exited(0)), "{printed:?}");
    corner.line("docker run -d --init --name NAME alpine sleep 1000").await;
    corner.line("docker run -d --init --name OTHER --network NAME alpine sleep 1000").await;
    corner
        .expect(&[
            (
                "docker network create NAME",
                "",
                "Error response from daemon: network with name NAME already exists\n",
                1,
            ),
            (
                "docker network ls -f name=NAME --format '{{.Name}} {{.Driver}} {{.Label \"a\"}}'",
                "NAME bridge 1\n",
                "",
                0,
            ),
            ("docker network connect --alias web --alias api,www NAME NAME", "", "", 0),
            (
                "docker inspect -f '{{range $net, $_ := .NetworkSettings.Networks}}{{$net}} {{end}}' NAME",
                "bridge NAME \n",
                "",
                0,
            ),
            (
                "docker network connect NAME ndt-nosuch",
                "",
                "Error response from daemon: No such container: ndt-nosuch\n",
                1,
            ),
            ("docker network rm -f ndt-nosuch", "", "", 0),
            (
                "docker network rm ndt-nosuch bridge ''",
                "",
                "Error response from daemon: network ndt-nosuch not found\n\
                 Error response from daemon: bridge is a pre-defined network and cannot be removed\n\
                 invalid network name or ID: value is empty\nexit status 1\n",
                1,
            ),
            ("docker network disconnect bridge NAME", "", "", 0),
            ("docker network disconnect -f NAME OTHER", "", "", 0),
            ("docker network disconnect NAME NAME", "", "", 0),
            ("docker network remove NAME", "NAME\n", "", 0),
            (
                "docker network rm NAME",
                "",
                "Error response from daemon: network NAME not found\nexit status 1\n",
                1,
            ),
        ])
        .await;
}

#[tokio::test]
async fn what_is_joined_is_reached_by_its_names_and_a_network_in_use_stays() {
    let corner = Corner::new().await;
    corner.line("docker network create NAME").await;
    corner.line("docker run -d --init --name OTHER --network NAME alpine sleep 1000").await;
    corner.line("docker create --init --name NAME alpine sleep 1000").await;
    // A container that does not run may be connected, too, and is there once it runs.
    corner
        .expect(&[
            ("docker network connect --alias web NAME NAME", "", "", 0),
            ("docker start NAME", "NAME\n", "", 0),
        ])
        .await;
    let (printed, ended) = corner.line("docker exec OTHER ping -c 1 web").await;
    assert!(printed.stdout.contains("1 packets received"), "{printed:?}");
    assert_eq!(ended, Ended::Exited(0));
    let (printed, ended) = corner.line("docker network connect NAME NAME").await;
    assert!(printed.stderr.contains("already exists in network NAME"), "{printed:?}");
    assert_eq!(ended, Ended::Exited(1));
    let (printed, ended) = corner.line("docker network rm NAME").await;
    assert!(printed.stderr.contains("has active endpoints"), "{printed:?}");
    assert!(printed.stderr.ends_with("\nexit status 1\n"), "{printed:?}");
    assert_eq!(ended, Ended::Exited(1));
    let (printed, ended) = corner.line("docker network disconnect NAME ndt-nosuch").await;
    assert_eq!(printed.stderr, "Error response from daemon: No such container: ndt-nosuch\n");
    assert_eq!(ended, Ended::Exited(1));
}

#[tokio::test]
async fn addresses_are_chosen_and_an_overlap_is_refused() {
    let corner = Corner::new().await;
    // Two octets of the process's own number: tests of several programs run at the same time.
    let id = std::process::id();
    let net = format!("10.{}.{}", 64 + (id >> 8) % 64, id % 256);
    let (printed, ended) = corner
        .line(&format!(
            "docker network create --internal --attachable --subnet {net}.0/24 --gateway {net}.9 \
             --ip-range {net}.128/25 -o com.docker.network.bridge.enable_icc=true NAME"
        ))
        .await;
    assert_eq!(ended, Ended::Exited(0), "{printed:?}");
    let (printed, _) = corner
        .line("docker network inspect -f '{{.Internal}} {{.Attachable}} {{range .IPAM.Config}}{{.Gateway}} {{.IPRange}} {{.Subnet}}{{end}} {{.Options}}' NAME")
        .await;
    assert_eq!(
        printed.stdout,
        format!(
            "true true {net}.9 {net}.128/25 {net}.0/24 \
             map[com.docker.network.bridge.enable_icc:true]\n"
        )
    );
    let (printed, ended) = corner.line(&format!("docker network create --subnet {net}.0/25 OTHER")).await;
    assert!(printed.stderr.contains("Pool overlaps with other one on this address space"), "{printed:?}");
    assert_eq!(ended, Ended::Exited(1));
    corner.line("docker run -d --init --name OTHER alpine sleep 1000").await;
    let (printed, ended) = corner.line(&format!("docker network connect --ip {net}.77 NAME OTHER")).await;
    assert_eq!(ended, Ended::Exited(0), "{printed:?}");
    let shown = format!("docker exec OTHER ip -4 addr show | grep {net}.77");
    let (printed, _) = corner.line(shown.split(" | ").next().unwrap()).await;
    assert!(printed.stdout.contains(&format!("{net}.77/24")), "{printed:?}");
}

#[tokio::test]
async fn prune_asks_and_takes_our_own_unused_networks_alone() {
    let corner = Corner::new().await;
    let others = Corner::new().await;
    others.line("docker network create NAME").await;
    corner.line("docker network create NAME").await;
    corner.line("docker network create OTHER").await;
    corner.line("docker run -d --init --name NAME --network NAME alpine sleep 1000").await;
    let question = "WARNING! This will remove all custom networks not used by at least one container.\n\
                    Are you sure you want to continue? [y/N] ";
    // Nobody answers, somebody says no.
    let prune = match netdojo::shell::parse("docker network prune").unwrap().command {
        netdojo::shell::Command::Docker(invocation) => *invocation,
        netdojo::shell::Command::Builtin(builtin) => panic!("{builtin:?}"),
    };
    for answer in [Input::Eof, Input::Bytes("no\n".into())] {
        let mut line = corner.begin(prune.clone(), false);
        line.until("[y/N]").await;
        line.send(answer).await;
        let (printed, ended) = line.end().await;
        assert_eq!((printed.stdout.as_str(), ended), (question, Ended::Exited(0)));
    }
    assert_eq!(corner.line("docker network inspect -f '{{.Name}}' OTHER").await.0.stdout, "OTHER\n");
    let mut line = corner.begin(prune.clone(), false);
    line.until("[y/N]").await;
    line.send(Input::Interrupt).await;
    assert_eq!(line.end().await.1, Ended::Left(130));
    let mut line = corner.begin(prune, false);
    line.until("[y/N]").await;
    line.keys(" Y\r").await;
    let (printed, ended) = line.end().await;
    let removed = format!("{question}Deleted Networks:\n{}\n\n", corner.name("b"));
    assert_eq!((printed.stdout, ended), (removed, Ended::Exited(0)));
    corner.expect(&[("docker network prune -f", "", "", 0)]).await;
    assert_eq!(others.line("docker network inspect -f '{{.Name}}' NAME").await.0.stdout, "NAME\n");
}
