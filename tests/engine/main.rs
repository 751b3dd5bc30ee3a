//! The engine and the probes, against the real engine of this machine.
//!
//! One program, so that what the tests share is built once: objects that do not outlive a test, and a
//! proxy in front of the engine that breaks on request.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod connect;
mod objects;
mod probe;
mod proxy;
mod supervisor;

use std::time::Duration;

use netdojo::engine::endpoint::Address;
use netdojo::engine::{Engine, Surroundings, candidates, connect_first};
use tokio::sync::watch;

/// The engine of this machine; there must be one.
async fn engine() -> Engine {
    let found = candidates(&Surroundings::of_process()).expect("a usable choice of engine");
    connect_first(&found).await.expect("a container engine that answers")
}

/// The socket of the engine of this machine.
async fn socket() -> std::path::PathBuf {
    let found = candidates(&Surroundings::of_process()).expect("a usable choice of engine");
    let engine = engine().await;
    let endpoint = found.into_iter().find(|it| it.to_string() == engine.info().endpoint);
    match endpoint.map(|endpoint| endpoint.address) {
        Some(Address::Unix(path)) => path,
        other => panic!("these tests need an engine on a Unix socket, not {other:?}"),
    }
}

/// Surroundings in which an engine at a socket is chosen.
fn surroundings_of(path: &std::path::Path) -> Surroundings {
    let mut surroundings = Surroundings::of_process();
    surroundings.vars.insert("DOCKER_HOST".into(), format!("unix://{}", path.display()));
    surroundings
}

/// Waits until what `receiver` shows is `wanted`; gives it. Fails after `limit`, saying what was last seen.
async fn until<T: Clone + std::fmt::Debug>(
    receiver: &mut watch::Receiver<T>,
    limit: Duration,
    wanted: impl Fn(&T) -> bool,
) -> T {
    let seen = tokio::time::timeout(limit, receiver.wait_for(|value| wanted(value))).await;
    let seen = seen.map(|value| value.expect("the sender lives").clone());
    seen.unwrap_or_else(|_| panic!("not seen within {limit:?}; last: {:?}", *receiver.borrow()))
}
