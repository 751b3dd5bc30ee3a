//! From an event of the engine to a snapshot that shows it: how long, and how many calls.
//!
//! `cargo bench --bench engine_events [-- CONTAINERS]` on the engine that `DOCKER_HOST` or the usual
//! sockets name. A change (a rename, which is one event) is timed from the moment when a second event
//! stream brings its event to the moment when the supervisor's snapshot shows it; 30 ms of that are the
//! time in which bursts are gathered. Calls are connections to a proxy in front of the engine. Then
//! nothing is done for 15 seconds, and the ticks of this process and the calls are counted; what others
//! do on the same engine counts too.
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on fails")]

#[path = "../tests/engine/objects.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod objects;
#[path = "../tests/engine/proxy.rs"]
#[allow(dead_code, reason = "shared with the tests")]
mod proxy;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use netdojo::engine::endpoint::Address;
use netdojo::engine::{Supervisor, Surroundings, candidates};
use objects::{Objects, unique, waiting};
use proxy::{Mode, Proxy};

const CHANGES: usize = 60;

#[tokio::main]
async fn main() {
    let count = std::env::args().skip(1).find_map(|arg| arg.parse().ok()).unwrap_or(50_usize);
    let surroundings = Surroundings::of_process();
    let Address::Unix(socket) = candidates(&surroundings).unwrap().swap_remove(0).address else {
        panic!("an engine on a Unix socket is needed")
    };
    let mut objects = Objects::at(&socket);
    let names: Vec<String> = (0..count).map(|_| unique("bench")).collect();
    for name in &names {
        objects.run(name, waiting("alpine")).await;
    }
    measure(&mut objects, &names, socket, surroundings).await;
}

async fn measure(objects: &mut Objects, names: &[String], socket: PathBuf, mut surroundings: Surroundings) {
    let proxy = Proxy::start(&socket, Mode::Pass);
    surroundings.vars.insert("DOCKER_HOST".into(), format!("unix://{}", proxy.path.display()));
    let began = Instant::now();
    let supervisor = Supervisor::start(surroundings);
    supervisor.connection().wait_for(netdojo::network::Connection::is_ready).await.unwrap();
    println!(
        "{} containers: first snapshot after {:?}, {} calls",
        names.len(),
        began.elapsed(),
        proxy.calls()
    );

    let mut events = Box::pin(objects.docker.events(None));
    let mut snapshot = supervisor.snapshot();
    let before = proxy.calls();
    let mut times = Vec::new();
    for change in 0..CHANGES {
        let (old, other) = (&names[change % names.len()], unique("renamed"));
        for (from, to) in [(old, &other), (&other, old)] {
            let options = bollard::query_parameters::RenameContainerOptions { name: to.clone() };
            let renaming = objects.docker.rename_container(from, options);
            let seen = async {
                loop {
                    let event = events.next().await.unwrap().unwrap();
                    let attributes = event.actor.unwrap().attributes.unwrap_or_default();
                    if event.action.as_deref() == Some("rename") && attributes.get("name") == Some(to) {
                        return Instant::now();
                    }
                }
            };
            let (renamed, at) = tokio::join!(renaming, seen);
            renamed.unwrap();
            let shown = snapshot.wait_for(|now| now.as_ref().is_some_and(|now| now.container(to).is_some()));
            shown.await.unwrap();
            times.push(at.elapsed());
        }
    }
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    println!(
        "event to snapshot: median {:?}, 99th percentile {:?}, longest {:?}; {:.2} calls per event",
        at(50),
        at(99),
        at(100),
        f64::from(u32::try_from(proxy.calls() - before).unwrap())
            / f64::from(u32::try_from(times.len()).unwrap()),
    );

    drop(events);
    let (ticks, calls) = (ticks(), proxy.calls());
    tokio::time::sleep(Duration::from_secs(15)).await;
    println!("idle for 15 s: {} ticks, {} calls", self::ticks() - ticks, proxy.calls() - calls);
}

/// CPU ticks (10 ms) that this process has used.
fn ticks() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}
