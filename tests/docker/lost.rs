//! An engine that goes away in the middle.

use netdojo::docker::{Ended, Event, Io, execute};
use netdojo::engine::endpoint::{Address, Endpoint, Origin};
use netdojo::engine::{Surroundings, candidates, open};
use netdojo::shell::{self, Command};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use super::rig::Corner;

/// A socket that stands before the engine's own, until it is taken away.
fn door(path: std::path::PathBuf, engine: std::path::PathBuf) -> JoinHandle<()> {
    let listener = UnixListener::bind(path).unwrap();
    tokio::spawn(async move {
        let mut calls = tokio::task::JoinSet::new();
        loop {
            let (mut ours, _) = listener.accept().await.unwrap();
            let mut theirs = UnixStream::connect(&engine).await.unwrap();
            calls.spawn(async move { tokio::io::copy_bidirectional(&mut ours, &mut theirs).await });
        }
    })
}

#[tokio::test]
async fn a_line_that_loses_its_engine_says_so() {
    let corner = Corner::new().await;
    corner.line("docker run -itd --name NAME alpine").await;
    let Address::Unix(engine) = candidates(&Surroundings::of_process()).unwrap().remove(0).address else {
        panic!("the tests use a Unix socket")
    };
    let name = corner.name("a");
    for line in [
        format!("docker exec {name} sh -c 'echo here; sleep 1000'"),
        format!("docker run --name {} alpine sh -c 'echo here; sleep 1000'", corner.name("b")),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("engine.sock");
        let door = door(path.clone(), engine.clone());
        let place = Endpoint { address: Address::Unix(path.clone()), origin: Origin::Host };
        let through = open(&place).await.unwrap();
        let Command::Docker(invocation) = shell::parse(&line).unwrap().command else { panic!("{line}") };
        let (events, mut out) = mpsc::channel(16);
        let (_keys, input) = mpsc::channel(1);
        let context = corner.context();
        let running = tokio::spawn(async move {
            Box::pin(execute(&through, &invocation, &context, Io { out: events, input, terminal: None }))
                .await
        });
        let mut printed = String::new();
        while !printed.contains("here") {
            if let Some(Event::Output(chunk)) = out.recv().await {
                printed += &String::from_utf8_lossy(&chunk.bytes);
            }
        }
        door.abort();
        let _ = door.await;
        std::fs::remove_file(&path).unwrap();
        while let Some(event) = out.recv().await {
            if let Event::Output(chunk) = event {
                printed += &String::from_utf8_lossy(&chunk.bytes);
            }
        }
        assert!(matches!(running.await.unwrap(), Ended::Lost(_)), "{printed}");
        assert!(
            printed.contains(&format!("Cannot connect to the Docker daemon at unix://{}", path.display())),
            "{printed}"
        );
    }
}
