//! The pass rule, and the reason for each thing that may not hold.

mod tasks;

use std::time::Duration;

use super::super::verdict::TaskRun;
use super::*;
use crate::i18n::{Arg, speakable};
use crate::lesson::{Edit, Expect, Expected, Line, Piece, Reach, State, Task};
use crate::network::{
    Container, ContainerState, Endpoint, Link, Mode, Network, Observation, PublishedPort, Snapshot,
};

fn goal(subject: Subject) -> Goal {
    Goal {
        subject,
        absent: false,
        state: None,
        exit: None,
        image: None,
        networks: vec![],
        only_networks: None,
        aliases: vec![],
        links: [].into(),
        publishes: vec![],
        only_publishes: None,
        contains: None,
        lacks: None,
        driver: None,
        internal: None,
    }
}

fn container_goal() -> Goal {
    goal(Subject::Container("alpine_02".into()))
}

/// As the lesson leaves it: two containers on the default network, the second linked to the first.
fn snapshot() -> Snapshot {
    let container = |id: &str, name: &str, last: u8| {
        let endpoint = Endpoint {
            network: "bridge".into(),
            network_id: "id-bridge".into(),
            ipv4: Some([172, 17, 0, last].into()),
            names: vec!["web".into()],
            ..Endpoint::default()
        };
        let made = Container {
            id: id.into(),
            name: name.into(),
            image: "alpine".into(),
            state: ContainerState::Running,
            endpoints: vec![endpoint],
            ..Container::default()
        };
        (id.to_owned(), made)
    };
    let network = |name: &str, default_bridge| {
        let (id, name) = (format!("id-{name}"), name.to_owned());
        let network = Network {
            id: id.clone(),
            name,
            driver: "bridge".into(),
            icc: true,
            default_bridge,
            ..Network::default()
        };
        (id, network)
    };
    let mut made = Snapshot {
        containers: [container("1", "alpine_01", 2), container("2", "alpine_02", 3)].into(),
        networks: [network("bridge", true), network("net", false)].into(),
        images: vec!["alpine:latest".into()],
    };
    second(&mut made).links = vec![Link { target: "alpine_01".into(), alias: "other_container".into() }];
    second(&mut made).ports = vec![PublishedPort {
        host_ip: None,
        host_port: Some(10_080),
        container_port: 80,
        protocol: "tcp".into(),
    }];
    made
}

fn second(snapshot: &mut Snapshot) -> &mut Container {
    snapshot.containers.get_mut("2").unwrap()
}

fn step(goals: Vec<Goal>) -> Step {
    Step { id: "s".into(), goals, ..Step::default() }
}

fn judge_goals(goals: Vec<Goal>, snapshot: Snapshot) -> Verdict {
    let evidence = Evidence { snapshot: Some(snapshot), ..Evidence::default() };
    judge(&step(goals), &evidence, &Values::default()).verdict
}

/// The keys of the reasons why it failed.
fn reasons(verdict: &Verdict) -> Vec<&'static str> {
    match verdict {
        Verdict::Failed(reasons) => reasons.iter().map(|why| speakable(why).key).collect(),
        other => panic!("did not fail: {other:?}"),
    }
}

fn reason(goal: Goal, snapshot: Snapshot) -> &'static str {
    let verdict = judge_goals(vec![goal], snapshot);
    reasons(&verdict)[0]
}

#[test]
fn the_lessons_goal_holds() {
    let goal = Goal {
        state: Some(State::Running),
        image: Some("alpine:latest".into()),
        networks: vec!["bridge".into()],
        only_networks: Some(vec!["bridge".into()]),
        aliases: vec!["WEB".into(), "alpine_02".into()],
        links: [("other_container".into(), "alpine_01".into())].into(),
        publishes: vec!["10080:80".into()],
        ..container_goal()
    };
    assert_eq!(judge_goals(vec![goal], snapshot()), Verdict::Passed);
}

#[test]
fn a_missing_container_is_told_from_a_misspelt_one() {
    let named = |name: &str| goal(Subject::Container(name.into()));
    assert_eq!(reason(named("tomcat-1"), snapshot()), "check-container-missing");
    assert_eq!(reason(named("alpine-02"), snapshot()), "check-container-similar");
    assert_eq!(reason(named("Alpine_02"), snapshot()), "check-container-similar");
    assert_eq!(reason(named("alpine_03"), snapshot()), "check-container-missing");
    let mut gone = named("alpine_02");
    gone.absent = true;
    assert_eq!(reason(gone.clone(), snapshot()), "check-container-there");
    assert_eq!(judge_goals(vec![gone], Snapshot::default()), Verdict::Passed);
}

#[test]
fn a_forgotten_name_is_told_from_nothing_at_all() {
    let wanted = || Goal { image: Some("alpine".into()), ..goal(Subject::Container("web".into())) };
    let made = |name: &str, labelled: bool| {
        let mut now = snapshot();
        let labels =
            if labelled { [(crate::lesson::LABEL.to_owned(), "link".to_owned())].into() } else { [].into() };
        let unnamed = Container {
            id: "3".into(),
            name: name.into(),
            image: "alpine:latest".into(),
            labels,
            ..Container::default()
        };
        now.containers.insert("3".into(), unnamed);
        now
    };
    assert_eq!(reason(wanted(), made("brave_noether", true)), "check-container-unnamed");
    assert_eq!(reason(wanted(), made("brave_noether", false)), "check-container-missing");
    assert_eq!(reason(wanted(), made("proxy", true)), "check-container-missing");
    let other_image = Goal { image: Some("nginx".into()), ..wanted() };
    assert_eq!(reason(other_image, made("brave_noether", true)), "check-container-missing");
    let mut two = made("brave_noether", true);
    let another = Container { name: "calm_hopper".into(), ..two.containers["3"].clone() };
    two.containers.insert("4".into(), another);
    assert_eq!(reason(wanted(), two), "check-container-missing", "either could be meant");
}

#[test]
fn who_has_ended_is_told_by_what_ended_it() {
    let ended = |code, command: &[&str], input| {
        let mut now = snapshot();
        second(&mut now).state = ContainerState::Exited(code);
        second(&mut now).command = command.iter().map(|&word| word.to_owned()).collect();
        second(&mut now).open_input = input;
        reason(Goal { state: Some(State::Running), ..container_goal() }, now)
    };
    assert_eq!(ended(0, &["/bin/sh"], false), "check-container-no-input");
    assert_eq!(ended(0, &["/bin/sh"], true), "check-container-exited", "somebody typed exit");
    assert_eq!(ended(0, &["sh", "-c", "date"], false), "check-container-exited");
    assert_eq!(ended(1, &["/bin/sh"], false), "check-container-exited");
    assert_eq!(ended(137, &["/bin/sh"], false), "check-container-stopped");
    assert_eq!(ended(143, &["sleep", "9"], false), "check-container-stopped");
    let gone = Goal { absent: true, ..container_goal() };
    let mut now = snapshot();
    assert_eq!(reason(gone.clone(), now.clone()), "check-container-there");
    second(&mut now).state = ContainerState::Exited(0);
    assert_eq!(reason(gone, now), "check-container-there-ended");
}

#[test]
fn states_and_exit_codes_say_what_is_the_case() {
    let cases = [
        (State::Running, ContainerState::Exited(1), "check-container-exited"),
        (State::Running, ContainerState::Created, "check-container-created"),
        (State::Running, ContainerState::Paused, "check-container-paused"),
        (State::Running, ContainerState::Restarting, "check-container-restarting"),
        (State::Running, ContainerState::Dead, "check-container-dead"),
        (State::Exited, ContainerState::Running, "check-container-still-runs"),
        (State::Paused, ContainerState::Running, "check-container-not-paused"),
        (State::Created, ContainerState::Running, "check-container-started"),
    ];
    for (wanted, actual, key) in cases {
        let mut now = snapshot();
        second(&mut now).state = actual;
        assert_eq!(reason(Goal { state: Some(wanted), ..container_goal() }, now), key);
    }
    let exit = |code| Goal { state: Some(State::Exited), exit: Some(code), ..container_goal() };
    let mut ended = snapshot();
    second(&mut ended).state = ContainerState::Exited(1);
    assert_eq!(judge_goals(vec![exit(1)], ended.clone()), Verdict::Passed);
    assert_eq!(reason(exit(0), ended), "check-container-exit");
}

#[test]
fn networks_say_where_it_is_instead() {
    let on = |name: &str| Goal { networks: vec![name.into()], ..container_goal() };
    assert_eq!(reason(on("net"), snapshot()), "check-container-network");
    assert_eq!(reason(on("tomcat-network"), snapshot()), "check-network-missing");
    assert_eq!(reason(on("Bridge"), snapshot()), "check-network-similar");
    let only = Goal { only_networks: Some(vec![]), ..container_goal() };
    assert_eq!(reason(only, snapshot()), "check-container-extra-network");
    for (mode, key) in [
        (Mode::Host, "check-container-on-host"),
        (Mode::None, "check-container-no-network"),
        (Mode::Container("1".repeat(12)), "check-container-shares"),
    ] {
        let mut now = snapshot();
        second(&mut now).endpoints.clear();
        second(&mut now).mode = mode;
        assert_eq!(reason(on("net"), now), key);
    }
}

#[test]
fn links_say_what_is_wrong_with_them() {
    let linked = |alias: &str, target: &str| Goal {
        links: [(alias.to_owned(), target.to_owned())].into(),
        ..container_goal()
    };
    assert_eq!(reason(linked("other", "alpine_01"), snapshot()), "check-link-alias");
    assert_eq!(reason(linked("other_container", "alpine_03"), snapshot()), "check-link-elsewhere");
    assert_eq!(reason(linked("db", "alpine_03"), snapshot()), "check-link-missing");
    let mut on_net = snapshot();
    let links = std::mem::take(&mut second(&mut on_net).links);
    second(&mut on_net).endpoints[0].links = links;
    assert_eq!(judge_goals(vec![linked("other_container", "alpine_01")], on_net), Verdict::Passed);
}

#[test]
fn images_aliases_and_ports_say_what_is_the_case() {
    let image = Goal { image: Some("nginx".into()), ..container_goal() };
    assert_eq!(reason(image, snapshot()), "check-container-image");
    let alias = Goal { aliases: vec!["db".into()], ..container_goal() };
    assert_eq!(reason(alias, snapshot()), "check-container-alias");
    let port = |text: &str| Goal { publishes: vec![text.into()], ..container_goal() };
    assert_eq!(reason(port("10080:8080"), snapshot()), "check-port-elsewhere", "the inner number is wrong");
    assert_eq!(reason(port("10081:80"), snapshot()), "check-port-elsewhere");
    let mut down = snapshot();
    second(&mut down).ports[0].host_port = None;
    assert_eq!(reason(port("10080:80"), down.clone()), "check-port-down");
    second(&mut down).ports.clear();
    assert_eq!(reason(port("10080:80"), down), "check-port-missing");
}

#[test]
fn what_is_published_beside_what_was_asked_for_is_named() {
    let only = |ports: &[&str]| {
        let ports = ports.iter().map(|port| (*port).to_owned()).collect();
        Goal { only_publishes: Some(ports), ..container_goal() }
    };
    assert_eq!(judge_goals(vec![only(&["10080:80"])], snapshot()), Verdict::Passed);
    assert_eq!(reason(only(&["10081:80"]), snapshot()), "check-port-elsewhere");
    assert_eq!(reason(only(&[]), snapshot()), "check-port-extra");
    let mut two = snapshot();
    let port = second(&mut two).ports[0].clone();
    second(&mut two).ports.push(PublishedPort { host_port: Some(10_081), ..port });
    assert_eq!(reason(only(&["10080:80"]), two), "check-port-extra");
}

#[test]
fn networks_images_and_files_have_goals_of_their_own() {
    let net = || goal(Subject::Network("net".into()));
    assert_eq!(reason(Goal { driver: Some("overlay".into()), ..net() }, snapshot()), "check-network-driver");
    assert_eq!(reason(Goal { internal: Some(true), ..net() }, snapshot()), "check-network-not-internal");
    assert_eq!(reason(Goal { absent: true, ..net() }, snapshot()), "check-network-there");
    assert_eq!(reason(goal(Subject::Image("nginx".into())), snapshot()), "check-image-missing");
    assert_eq!(reason(goal(Subject::Image("alpin".into())), snapshot()), "check-image-similar");
    let file = |contains: &str| Goal { contains: Some(contains.into()), ..goal(Subject::File("f".into())) };
    let with = |content: Option<&str>| Evidence {
        snapshot: Some(snapshot()),
        files: [("f".to_owned(), content.map(str::to_owned))].into(),
        ..Evidence::default()
    };
    let verdict = |goal, evidence| judge(&step(vec![goal]), &evidence, &Values::default()).verdict;
    assert_eq!(verdict(file("a\nb"), with(Some("x a\r\nb y"))), Verdict::Passed);
    assert_eq!(reasons(&verdict(file("c"), with(Some("x")))), ["check-file-lacks"]);
    assert_eq!(reasons(&verdict(file("c"), with(None))), ["check-file-missing"]);
    let lacks = |text: &str| Goal { lacks: Some(text.into()), ..goal(Subject::File("f".into())) };
    assert_eq!(verdict(lacks("b"), with(Some("a"))), Verdict::Passed);
    assert_eq!(reasons(&verdict(lacks("a\nb"), with(Some("x a\r\nb")))), ["check-file-still"]);
    assert_eq!(reasons(&verdict(lacks("a"), with(None))), ["check-file-missing"]);
    let unread = Evidence { snapshot: Some(snapshot()), ..Evidence::default() };
    assert!(matches!(verdict(file("c"), unread), Verdict::Unknown(_)));
}

#[test]
fn what_others_need_is_mended_first() {
    let goals = vec![
        Goal { absent: true, ..goal(Subject::Container("alpine_01".into())) },
        goal(Subject::Container("web".into())),
        goal(Subject::Network("tomcat-network".into())),
        goal(Subject::Image("nginx".into())),
    ];
    let verdict = judge_goals(goals, snapshot());
    assert_eq!(
        reasons(&verdict),
        ["check-image-missing", "check-network-missing", "check-container-missing", "check-container-there"]
    );
}

fn reach(expect: Expect, body: Option<&str>) -> Step {
    let reach = Reach {
        from: "alpine_01".into(),
        to: "alpine_02".into(),
        expect,
        by: None,
        body: body.map(str::to_owned),
        within: Duration::from_secs(1),
    };
    Step { reaches: vec![reach], ..step(vec![]) }
}

fn reached(step: &Step, seen: Option<Observation>) -> Verdict {
    let evidence = Evidence { snapshot: Some(snapshot()), reaches: vec![seen], ..Evidence::default() };
    judge(step, &evidence, &Values::default()).verdict
}

#[test]
fn reaches_compare_what_was_seen_and_say_why() {
    let http = |status| Observation::Http { status, body: "Welcome to nginx".into() };
    assert_eq!(reached(&reach(Expect::Reply, None), Some(Observation::Reply(None))), Verdict::Passed);
    assert_eq!(reached(&reach(Expect::UnknownName, None), Some(Observation::UnknownName)), Verdict::Passed);
    assert_eq!(reached(&reach(Expect::Status(200), Some("nginx")), Some(http(200))), Verdict::Passed);
    assert_eq!(
        reasons(&reached(&reach(Expect::Status(200), Some("tomcat")), Some(http(200)))),
        ["check-reach-body"]
    );
    assert_eq!(
        reasons(&reached(&reach(Expect::UnknownName, None), Some(Observation::Refused))),
        ["check-reach-differs"]
    );
    // alpine_02 is linked to alpine_01, not the other way round: the model knows why.
    let Verdict::Failed(why) = reached(&reach(Expect::Reply, None), Some(Observation::UnknownName)) else {
        panic!("did not fail")
    };
    assert_eq!(speakable(&why[0]).key, "check-reach-because");
    assert!(matches!(&why[0].args[1].1, Arg::Phrase(why) if why.key == "network-why-one-way"));
    assert!(matches!(reached(&reach(Expect::Reply, None), None), Verdict::Unknown(_)));
    let impossible = Observation::Impossible(phrase("check-engine-lost"));
    assert!(matches!(reached(&reach(Expect::Reply, None), Some(impossible)), Verdict::Unknown(_)));
}

#[test]
fn a_name_must_lead_to_whom_it_should() {
    let answers = |by: &str, address: Option<&str>| {
        let mut step = reach(Expect::Reply, None);
        step.reaches[0].by = Some(by.to_owned());
        reached(&step, Some(Observation::Reply(address.map(|address| address.parse().unwrap()))))
    };
    let address = second(&mut snapshot()).endpoints[0].ipv4.unwrap().to_string();
    assert_eq!(answers("alpine_02", Some(&address)), Verdict::Passed);
    assert_eq!(answers("alpine_02", None), Verdict::Passed, "nobody knows from where");
    let Verdict::Failed(why) = answers("alpine_01", Some(&address)) else { panic!("did not fail") };
    assert_eq!(speakable(&why[0]).key, "check-reach-by");
    assert!(why[0].args.iter().any(|(name, value)| *name == "actual" && *value == Arg::from("alpine_02")));
    assert_eq!(reasons(&answers("alpine_02", Some("192.0.2.1"))), ["check-reach-by"]);
}
