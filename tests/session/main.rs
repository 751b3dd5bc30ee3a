//! What is ours on a real engine, told from what is not, and removed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(dead_code, reason = "what the tests of the engine need besides")]

#[path = "../engine/objects.rs"]
mod objects;

use std::collections::HashMap;

use bollard::models::ContainerCreateBody;
use netdojo::engine::endpoint::Address;
use netdojo::engine::{Engine, Surroundings, candidates, connect_first};
use netdojo::session::clean::{self, Wish};
use netdojo::session::{
    Change, Home, Intention, Ledger, ObjectKind, Place, allow, changes, labels, new_owner,
};
use netdojo::shell::{Command, parse};
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

fn labelled(owner: &str, lesson: &str) -> ContainerCreateBody {
    let volumes = Some(vec!["/anonymous".to_owned()]);
    let labels: HashMap<_, _> = labels(owner, Some(lesson)).into_iter().collect();
    ContainerCreateBody { labels: Some(labels), volumes, ..waiting("alpine") }
}

#[tokio::test]
async fn clean_removes_what_is_ours_and_nothing_else() {
    let (engine, mut objects) = engine().await;
    let (owner, other) = (new_owner(), new_owner());
    let [mine, first, theirs, foreign, net] = ["mine", "first", "theirs", "foreign", "net"].map(unique);
    objects.run(&mine, labelled(&owner, "one")).await;
    objects.create(&first, labelled(&owner, "two")).await;
    objects.create(&theirs, labelled(&other, "one")).await;
    objects.create(&foreign, waiting("alpine")).await;
    objects.labelled_network(&net, labels(&owner, Some("one")).into_iter().collect()).await;

    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::new(&Home::at(folder.path()));
    let made = |name: &String| Change {
        kind: ObjectKind::Container,
        name: Some(name.clone()),
        intention: Intention::Create,
        id: None,
    };
    ledger.record(&Place::new(engine.info(), &owner, Some("one")), &[made(&mine), made(&first)]).unwrap();

    let snapshot = engine.snapshot().await.unwrap();
    let plan = |wish: Wish| {
        let (engine, snapshot) = (&engine, &snapshot);
        async move { clean::plan(engine, snapshot, &[], &wish).await.unwrap() }
    };
    let one = Wish { owner: owner.clone(), lesson: Some("one".into()), ..Wish::default() };
    let planned = plan(one).await;
    let names: Vec<&str> = planned.remove.iter().map(|item| item.name.as_str()).collect();
    assert_eq!(names, [mine.as_str(), net.as_str()]);
    let outcomes = clean::execute(&engine, &planned, &ledger).await.unwrap();
    assert!(outcomes.iter().all(|(_, outcome)| outcome.is_ok()), "{outcomes:?}");
    // What is gone already is no failure the second time.
    let again = clean::execute(&engine, &planned, &ledger).await.unwrap();
    assert!(again.iter().all(|(_, outcome)| outcome.is_ok()), "{again:?}");

    let left = engine.snapshot().await.unwrap();
    for (name, there) in [(&mine, false), (&first, true), (&theirs, true), (&foreign, true)] {
        assert_eq!(left.container(name).is_some(), there, "{name}");
    }
    assert!(left.network(&net).is_none());
    let remembered: Vec<_> = ledger.entries().unwrap().into_iter().filter_map(|e| e.change.name).collect();
    assert_eq!(remembered, [first.as_str()]);

    let all = plan(Wish { owner, ..Wish::default() }).await;
    assert!(all.leave.iter().any(|(item, _)| item.name == theirs), "said, and left");
    assert!(all.remove.iter().chain(all.leave.iter().map(|(item, _)| item)).all(|item| item.name != foreign));
}

#[tokio::test]
async fn lines_are_weighed_against_what_is_there() {
    let (engine, mut objects) = engine().await;
    let owner = new_owner();
    let [mine, foreign] = ["ours", "foreign"].map(unique);
    objects.create(&mine, labelled(&owner, "one")).await;
    let id = objects.create(&foreign, waiting("alpine")).await;
    let snapshot = engine.snapshot().await.unwrap();
    let docker = |line: String| match parse(&line).unwrap().command {
        Command::Docker(invocation) => *invocation,
        Command::Builtin(builtin) => panic!("{builtin:?}"),
    };
    for (line, allowed) in [
        (format!("docker rm -f {mine}"), true),
        (format!("docker rm -f {mine} {foreign}"), false),
        (format!("docker stop {}", &id[..5]), false),
        (format!("docker exec -it {foreign} sh"), false),
        (format!("docker logs {foreign}"), true),
        (format!("docker run -d --link {foreign}:db alpine"), true),
        ("docker rm -f nobody-has-this-name".to_owned(), true),
    ] {
        assert_eq!(allow(&docker(line.clone()), &snapshot, &owner).is_ok(), allowed, "{line}");
    }
    let made = changes(&docker("docker run -d --name x alpine".to_owned()), &snapshot);
    assert_eq!(made.len(), 1, "the image is here already: {made:?}");
}
