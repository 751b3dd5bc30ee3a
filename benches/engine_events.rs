//! From an event of the engine to a snapshot that shows it, how long and how many calls; and to a frame that does.
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
#[path = "../tests/pty/mod.rs"]
mod pty;

use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use bollard::models::EventMessage;
use bollard::query_parameters::{EventsOptions, RenameContainerOptions};
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use netdojo::engine::endpoint::Address;
use netdojo::engine::{Supervisor, Surroundings, candidates};
use objects::{Objects, unique, waiting};
use proxy::{Mode, Proxy};
use pty::{Pty, key};

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

    let mut events = events(objects);
    let mut snapshot = supervisor.snapshot();
    let before = proxy.calls();
    let mut times = Vec::new();
    for change in 0..CHANGES {
        let (old, other) = (&names[change % names.len()], unique("renamed"));
        for (from, to) in [(old, &other), (&other, old)] {
            let at = renamed(objects, &mut events, from, to).await;
            let shown = snapshot.wait_for(|now| now.as_ref().is_some_and(|now| now.container(to).is_some()));
            shown.await.unwrap();
            times.push(at.elapsed());
        }
    }
    println!(
        "event to snapshot: {}; {:.2} calls per event",
        spread(&mut times),
        f64::from(u32::try_from(proxy.calls() - before).unwrap())
            / f64::from(u32::try_from(times.len()).unwrap()),
    );

    let (ticks, calls) = (ticks(), proxy.calls());
    tokio::time::sleep(Duration::from_secs(15)).await;
    println!("idle for 15 s: {} ticks, {} calls", self::ticks() - ticks, proxy.calls() - calls);
    drop(supervisor);
    println!("event to frame: {}", spread(&mut frames(objects, &mut events, names, &socket).await));
}

/// The engine's events as they are told to others than the supervisor.
type Events = BoxStream<'static, Result<EventMessage, bollard::errors::Error>>;

/// From the last minute on, so that none is missed while the stream begins.
fn events(objects: &Objects) -> Events {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs() - 60;
    objects
        .docker
        .events(Some(EventsOptions { since: Some(since.to_string()), ..EventsOptions::default() }))
        .boxed()
}

/// Renames a container; gives the moment in which an event stream of our own has told it.
async fn renamed(objects: &Objects, events: &mut Events, from: &str, to: &str) -> Instant {
    let seen = async {
        loop {
            let event = events.next().await.unwrap().unwrap();
            let attributes = event.actor.unwrap().attributes.unwrap_or_default();
            if event.action.as_deref() == Some("rename")
                && attributes.get("name").is_some_and(|name| name == to)
            {
                return Instant::now();
            }
        }
    };
    let options = RenameContainerOptions { name: to.to_owned() };
    let (renamed, at) = tokio::join!(objects.docker.rename_container(from, options), seen);
    renamed.unwrap();
    at
}

/// The same changes with the first lesson open at 160×45 and the network on the whole screen, until the
/// new name stands there.
async fn frames(
    objects: &Objects,
    events: &mut Events,
    names: &[String],
    socket: &std::path::Path,
) -> Vec<Duration> {
    let home = tempfile::tempdir().unwrap();
    let engine = format!("unix://{}", socket.display());
    let mut program = Pty::start(160, 45, home.path(), &[("DOCKER_HOST", &engine)], &["--lang", "en"]);
    program.see("API");
    program.keys(key::ENTER);
    program.see("docker run");
    program.line("/network");
    program.line("/zoom");
    program.wait("the network alone", |screen| screen.contains("Network") && !screen.contains("Lesson "));
    let mut times = Vec::new();
    for change in 0..CHANGES {
        // Others than the lesson's own are folded but for the first few by name.
        let (old, other) = (&names[change % names.len()], format!("a{}", unique("renamed")));
        let wanted = other.clone();
        let shown = tokio::task::spawn_blocking(move || {
            program.see(&wanted);
            (Instant::now(), program)
        });
        let at = renamed(objects, events, old, &other).await;
        let seen;
        (seen, program) = shown.await.unwrap();
        times.push(seen.saturating_duration_since(at));
        renamed(objects, events, &other, old).await;
    }
    times
}

/// Median, 99th percentile and longest.
fn spread(times: &mut [Duration]) -> String {
    times.sort();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    format!("median {:?}, 99th percentile {:?}, longest {:?}", at(50), at(99), at(100))
}

/// CPU ticks (10 ms) that this process has used.
fn ticks() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}
