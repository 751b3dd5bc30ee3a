//! What the network model computes, against what containers on a real engine see.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(dead_code, reason = "what the tests of the engine need besides")]

#[path = "../engine/objects.rs"]
mod objects;

use bollard::Docker;
use bollard::exec::{CreateExecOptions, StartExecResults};
use bollard::models::{ContainerCreateBody, HostConfig, NetworkConnectRequest};
use futures_util::StreamExt;
use futures_util::future::join_all;
use netdojo::engine::endpoint::Address;
use netdojo::engine::{Engine, Surroundings, candidates, connect_first};
use netdojo::network::{Computed, Snapshot, reach};
use objects::{Objects, unique, waiting};

async fn engine() -> (Engine, Objects) {
    let found = candidates(&Surroundings::of_process()).expect("a usable choice of engine");
    let engine = connect_first(&found).await.expect("a container engine that answers");
    let endpoint = found.into_iter().find(|it| it.to_string() == engine.info().endpoint);
    match endpoint.map(|endpoint| endpoint.address) {
        Some(Address::Unix(path)) => (engine, Objects::at(&path)),
        other => panic!("these tests need an engine on a Unix socket, not {other:?}"),
    }
}

/// A container that may ping, which not every engine allows unasked.
fn pinging() -> ContainerCreateBody {
    let host = HostConfig { cap_add: Some(vec!["NET_RAW".into()]), ..HostConfig::default() };
    ContainerCreateBody { host_config: Some(host), ..waiting("alpine") }
}

/// Whether a ping from the container gets an answer.
async fn answers(docker: &Docker, from: &str, to: &str) -> bool {
    let ping = CreateExecOptions {
        cmd: Some(vec!["ping", "-c1", "-W2", to]),
        attach_stdout: Some(true),
        attach_stderr: Some(true),
        ..CreateExecOptions::default()
    };
    let exec = docker.create_exec(from, ping).await.unwrap().id;
    if let StartExecResults::Attached { mut output, .. } = docker.start_exec(&exec, None).await.unwrap() {
        while output.next().await.is_some() {}
    }
    docker.inspect_exec(&exec).await.unwrap().exit_code == Some(0)
}

/// Every pair of which the model computes something else than a ping sees.
async fn differences(docker: &Docker, snapshot: &Snapshot, from: &[&str], to: &[String]) -> Vec<String> {
    let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (*from, to.as_str())));
    let tried = pairs.map(|(from, to)| async move {
        let computed = reach(snapshot, from, to);
        let seen = answers(docker, from, to).await;
        let agrees = match &computed {
            Computed::Yes(_) => seen,
            Computed::No(_) => !seen,
            Computed::Unknown(_) => true,
        };
        (!agrees).then(|| format!("{from} → {to}: {computed:?}, and a ping: {seen}"))
    });
    join_all(tried).await.into_iter().flatten().collect()
}

/// The names, short ids and addresses of containers.
fn names(snapshot: &Snapshot, containers: &[&String]) -> Vec<String> {
    let found = containers.iter().map(|name| snapshot.container(name).unwrap());
    found
        .flat_map(|container| {
            let addresses = container.endpoints.iter().filter_map(|endpoint| endpoint.ipv4);
            [container.name.clone(), container.short_id().to_owned()]
                .into_iter()
                .chain(addresses.map(|address| address.to_string()))
        })
        .collect()
}

#[tokio::test]
async fn links_on_the_default_network() {
    let (engine, mut objects) = engine().await;
    let [target, linked, third, stopped] = ["target", "linked", "third", "stopped"].map(unique);
    let named = ContainerCreateBody { hostname: Some("box".into()), ..waiting("alpine") };
    objects.run(&target, named).await;
    objects.linked(&linked, &[format!("{target}:other_container"), format!("{target}:db")]).await;
    objects.run(&third, waiting("alpine")).await;
    objects.create(&stopped, waiting("alpine")).await;
    let snapshot = engine.snapshot().await.unwrap();
    let mut to = names(&snapshot, &[&target, &linked, &third, &stopped]);
    to.extend(["other_container", "db", "box", "localhost", "127.0.0.1"].map(str::to_owned));
    let wrong = differences(&objects.docker, &snapshot, &[&target, &linked, &third], &to).await;
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(matches!(reach(&snapshot, &linked, "other_container"), Computed::Yes(_)));
    assert!(matches!(reach(&snapshot, &target, &linked), Computed::No(_)));
}

#[tokio::test]
async fn names_on_networks_of_ones_own() {
    let (engine, mut objects) = engine().await;
    let [net, other, web, asker, apart, both] = ["net", "other", "web", "asker", "apart", "both"].map(unique);
    objects.network(&net).await;
    objects.network(&other).await;
    let named = ContainerCreateBody { hostname: Some("box".into()), ..pinging() };
    objects.on_network(&web, named, &net, &["alias", "www"]).await;
    objects.on_network(&asker, pinging(), &net, &[]).await;
    objects.on_network(&apart, pinging(), &other, &["alias"]).await;
    objects.on_network(&both, pinging(), &other, &[]).await;
    let request = NetworkConnectRequest { container: both.clone(), ..NetworkConnectRequest::default() };
    objects.docker.connect_network(&net, request).await.unwrap();
    let snapshot = engine.snapshot().await.unwrap();
    let mut to = names(&snapshot, &[&web, &asker, &apart, &both]);
    to.extend(["alias", "ALIAS", "www", "box", "Box"].map(str::to_owned));
    to.extend([web.to_uppercase(), format!("{web}.{net}"), format!("alias.{net}"), format!("{web}.{other}")]);
    let wrong = differences(&objects.docker, &snapshot, &[&web, &asker, &apart, &both], &to).await;
    assert!(wrong.is_empty(), "{wrong:#?}");
}
