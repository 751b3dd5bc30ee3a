//! The supervisor against the real engine, and against one that breaks.

use std::time::Duration;

use crate::objects::{Objects, unique, waiting};
use crate::proxy::{Mode, Proxy};
use crate::{socket, surroundings_of, until};
use netdojo::engine::Supervisor;
use netdojo::lesson::Subject;
use netdojo::network::{Connection, ContainerState};

const SOON: Duration = Duration::from_secs(10);

#[tokio::test]
async fn what_happens_on_the_engine_shows() {
    let socket = socket().await;
    let supervisor = Supervisor::start(surroundings_of(&socket));
    let (mut connection, mut snapshot) = (supervisor.connection(), supervisor.snapshot());
    assert_eq!(*connection.borrow(), Connection::Connecting);
    until(&mut connection, SOON, Connection::is_ready).await;
    assert!(supervisor.engine().is_some());
    let first = snapshot.borrow().clone().expect("a snapshot comes with the connection");
    assert!(first.has_image("alpine"), "{:?}", first.images);
    assert!(first.networks.values().any(|network| network.default_bridge), "{:?}", first.networks);

    let mut objects = Objects::at(&socket);
    let (name, network) = (unique("shows"), unique("net"));
    objects.network(&network).await;
    until(&mut snapshot, SOON, |now| now.as_ref().is_some_and(|now| now.network(&network).is_some())).await;

    objects.on_network(&name, waiting("alpine"), &network, &["web"]).await;
    let shown = until(&mut snapshot, SOON, |now| {
        let container = now.as_ref().and_then(|now| now.container(&name));
        container.is_some_and(|it| {
            it.state == ContainerState::Running && it.endpoints.iter().any(|e| e.ipv4.is_some())
        })
    })
    .await
    .unwrap();
    let container = shown.container(&name).unwrap();
    assert_eq!(container.endpoints[0].network, network);
    assert_eq!(container.endpoints[0].names[0], "web");
    assert!(container.endpoints[0].names.contains(&container.id[..12].to_owned()), "{container:?}");
    assert!(container.tty);

    objects.docker.kill_container(&name, None).await.unwrap();
    until(&mut snapshot, SOON, |now| {
        let container = now.as_ref().and_then(|now| now.container(&name));
        container.is_some_and(|it| {
            it.state == ContainerState::Exited(137) && it.endpoints.iter().all(|e| e.ipv4.is_none())
        })
    })
    .await;

    objects.remove(&name).await;
    objects.docker.remove_network(&network).await.unwrap();
    until(&mut snapshot, SOON, |now| {
        now.as_ref().is_some_and(|now| now.container(&name).is_none() && now.network(&network).is_none())
    })
    .await;
}

#[tokio::test]
async fn a_change_without_an_event_shows_after_a_refresh() {
    let socket = socket().await;
    let supervisor = Supervisor::start(surroundings_of(&socket));
    until(&mut supervisor.connection(), SOON, Connection::is_ready).await;
    let mut objects = Objects::at(&socket);
    let (name, network) = (unique("stopped"), unique("net"));
    objects.network(&network).await;
    objects.create(&name, waiting("alpine")).await;
    let request = bollard::models::NetworkConnectRequest {
        container: name.clone(),
        ..bollard::models::NetworkConnectRequest::default()
    };
    objects.docker.connect_network(&network, request).await.unwrap();

    supervisor.refresh(&[Subject::Container(name.clone())]).await;
    let now = supervisor.snapshot().borrow().clone().unwrap();
    let networks: Vec<&str> =
        now.container(&name).unwrap().endpoints.iter().map(|it| it.network.as_str()).collect();
    assert!(networks.contains(&network.as_str()), "{networks:?}");

    objects.remove(&name).await;
    supervisor.refresh(&[Subject::Container(name.clone())]).await;
    assert!(supervisor.snapshot().borrow().as_ref().unwrap().container(&name).is_none());
}

#[tokio::test]
async fn a_lost_engine_is_said_to_be_lost_and_found_again() {
    let socket = socket().await;
    let proxy = Proxy::start(&socket, Mode::Pass);
    let supervisor = Supervisor::start(surroundings_of(&proxy.path));
    let (mut connection, mut snapshot) = (supervisor.connection(), supervisor.snapshot());
    until(&mut connection, SOON, Connection::is_ready).await;
    let mut objects = Objects::at(&socket);
    let (before, meanwhile) = (unique("before"), unique("meanwhile"));
    objects.run(&before, waiting("alpine")).await;
    until(&mut snapshot, SOON, |now| now.as_ref().is_some_and(|now| now.container(&before).is_some())).await;

    proxy.set(Mode::Cut);
    let lost = until(&mut connection, SOON, |now| matches!(now, Connection::Lost { .. })).await;
    let Connection::Lost { reason, info } = lost else { unreachable!() };
    assert!(reason.key.starts_with("engine-"), "{reason:?}");
    assert!(!info.version.is_empty());
    assert!(supervisor.engine().is_none());
    assert!(snapshot.borrow().as_ref().unwrap().container(&before).is_some(), "the last snapshot is kept");
    // Without an engine this must come back at once instead of waiting for one.
    tokio::time::timeout(SOON, supervisor.refresh(&[Subject::Container(before.clone())])).await.unwrap();

    objects.remove(&before).await;
    objects.run(&meanwhile, waiting("alpine")).await;
    proxy.set(Mode::Pass);
    supervisor.retry();
    until(&mut connection, SOON, Connection::is_ready).await;
    let now = snapshot.borrow().clone().unwrap();
    assert!(now.container(&before).is_none() && now.container(&meanwhile).is_some());
}

#[tokio::test]
async fn a_hanging_engine_is_found_out_on_suspicion() {
    let socket = socket().await;
    let proxy = Proxy::start(&socket, Mode::Pass);
    let supervisor = Supervisor::start(surroundings_of(&proxy.path));
    let mut connection = supervisor.connection();
    until(&mut connection, SOON, Connection::is_ready).await;
    proxy.set(Mode::Hang);
    supervisor.retry();
    let lost = until(&mut connection, SOON, |now| matches!(now, Connection::Lost { .. })).await;
    let Connection::Lost { reason, .. } = lost else { unreachable!() };
    assert_eq!(reason.key, "engine-timed-out");
}

#[tokio::test]
async fn an_engine_that_comes_late_is_found() {
    let socket = socket().await;
    let proxy = Proxy::start(&socket, Mode::Cut);
    let supervisor = Supervisor::start(surroundings_of(&proxy.path));
    let mut connection = supervisor.connection();
    until(&mut connection, SOON, |now| matches!(now, Connection::Absent { .. })).await;
    assert!(supervisor.snapshot().borrow().is_none(), "no engine must not look like an empty one");
    proxy.set(Mode::Pass);
    until(&mut connection, SOON, Connection::is_ready).await;
}

#[tokio::test]
async fn nothing_is_asked_after_the_end() {
    let socket = socket().await;
    let proxy = Proxy::start(&socket, Mode::Cut);
    let supervisor = Supervisor::start(surroundings_of(&proxy.path));
    let mut connection = supervisor.connection();
    until(&mut connection, SOON, |now| matches!(now, Connection::Absent { .. })).await;
    assert!(proxy.calls() > 0);
    drop(supervisor);
    // The task's end closes its channels.
    tokio::time::timeout(SOON, async { while connection.changed().await.is_ok() {} }).await.unwrap();
}
