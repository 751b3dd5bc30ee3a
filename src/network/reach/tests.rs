//! Reachability as seen on real engines, and properties over random snapshots.

use proptest::prelude::*;

use super::super::{Endpoint, Link, Network, by_address, matrix};
use super::*;
use crate::i18n::speakable;

/// The default network `bridge`, and `net` and `other` made by the learner.
fn snapshot(containers: Vec<Container>) -> Snapshot {
    let network = |name: &str, default_bridge| {
        let network = Network {
            id: format!("id-{name}"),
            name: name.into(),
            icc: true,
            full_names: true,
            default_bridge,
            ..Network::default()
        };
        (network.id.clone(), network)
    };
    Snapshot {
        containers: containers.into_iter().map(|container| (container.id.clone(), container)).collect(),
        networks: [network("bridge", true), network("net", false), network("other", false)].into(),
        images: Vec::new(),
    }
}

/// A running container `c{n}` with id, host name and addresses that follow from `n`.
fn container(n: u8, networks: &[&str]) -> Container {
    let id = format!("{n:064x}").chars().rev().collect::<String>();
    Container {
        name: format!("c{n}"),
        state: ContainerState::Running,
        hostname: id[..12].to_owned(),
        endpoints: networks
            .iter()
            .zip(17_u8..)
            .map(|(network, second)| Endpoint {
                network: (*network).to_owned(),
                ipv4: Some([172, second, 0, n + 2].into()),
                ..Endpoint::default()
            })
            .collect(),
        id,
        ..Container::default()
    }
}

fn link(target: &str, alias: &str) -> Link {
    Link { target: target.into(), alias: alias.into() }
}

fn reaches(snapshot: &Snapshot, from: &str, to: &str) -> bool {
    matches!(reach(snapshot, from, to), Computed::Yes(_))
}

fn broken(snapshot: &Snapshot, from: &str, to: &str) -> (Layer, &'static str) {
    let broken = why_not(snapshot, from, to).unwrap();
    (broken.layer, speakable(&broken.why).key)
}

#[test]
fn a_link_on_the_default_network_goes_one_way() {
    let mut second = container(2, &["bridge"]);
    second.links = vec![link("c1", "other_container")];
    let s = snapshot(vec![container(1, &["bridge"]), second, container(3, &["bridge"])]);
    let short = s.container("c1").unwrap().short_id().to_owned();
    for name in ["other_container", "c1", &short, "172.17.0.3"] {
        assert!(reaches(&s, "c2", name), "{name}");
    }
    assert_eq!(broken(&s, "c1", "c2"), (Layer::Name, "network-why-one-way"));
    assert_eq!(broken(&s, "c3", "c1"), (Layer::Name, "network-why-default-bridge"));
    assert_eq!(broken(&s, "c3", "other_container"), (Layer::Name, "network-why-default-bridge"));
    assert!(reaches(&s, "c1", "172.17.0.4"));
    assert_eq!(broken(&s, "c1", "nobody"), (Layer::Name, "network-why-no-such-name"));
    assert!(matches!(reach(&s, "c1", "example.com"), Computed::Unknown(_)));
}

#[test]
fn a_host_name_of_ones_own_takes_the_short_ids_place_in_a_links_names() {
    let mut first = container(1, &["bridge"]);
    first.hostname = "box".into();
    let mut second = container(2, &["bridge"]);
    second.links = vec![link("c1", "Other")];
    let s = snapshot(vec![first, second]);
    let short = s.container("c1").unwrap().short_id().to_owned();
    assert!(reaches(&s, "c2", "box") && reaches(&s, "c1", "box"));
    assert!(!reaches(&s, "c2", &short) && !reaches(&s, "c1", &short));
    let Computed::Unknown(why) = reach(&s, "c2", "other") else { panic!("told") };
    assert_eq!(speakable(&why).key, "network-unknown-case");
}

#[test]
fn a_network_of_ones_own_knows_names_in_any_case() {
    let mut first = container(1, &["net"]);
    first.endpoints[0].names = vec!["web".into()];
    first.hostname = "box".into();
    let mut second = container(2, &["net"]);
    second.endpoints[0].links = vec![link("c1", "db")];
    let s = snapshot(vec![first, second, container(3, &["net"])]);
    let (short, full) =
        (s.container("c1").unwrap().short_id().to_owned(), s.container("c1").unwrap().id.clone());
    for name in [
        "c1",
        "C1",
        "web",
        "box",
        "c1.net",
        "C1.NET",
        "web.net",
        "box.Net",
        &short,
        "web:80",
        "http://Web:80/x",
    ] {
        assert!(reaches(&s, "c3", name), "{name}");
    }
    assert!(!reaches(&s, "c3", &full));
    assert!(reaches(&s, "c2", "db"));
    assert_eq!(broken(&s, "c3", "db"), (Layer::Name, "network-why-other-name"));
    assert!(reaches(&s, "c1", "c1"));
}

#[test]
fn the_first_broken_layer_is_named() {
    let mut stopped = container(3, &["net"]);
    stopped.state = ContainerState::Exited(1);
    let mut none = container(4, &[]);
    none.mode = Mode::None;
    let mut host = container(5, &[]);
    host.mode = Mode::Host;
    let s = snapshot(vec![container(1, &["net"]), container(2, &["other"]), stopped, none, host]);
    assert_eq!(broken(&s, "nobody", "c1"), (Layer::Running, "network-why-missing"));
    assert_eq!(broken(&s, "c3", "c1"), (Layer::Running, "network-why-exited"));
    assert_eq!(broken(&s, "c1", "c3"), (Layer::Running, "network-why-exited"));
    assert_eq!(broken(&s, "c1", "c2"), (Layer::Network, "network-why-apart"));
    assert_eq!(broken(&s, "c4", "c1"), (Layer::Network, "network-why-no-network"));
    assert_eq!(broken(&s, "c1", "c4"), (Layer::Network, "network-why-no-network"));
    assert_eq!(broken(&s, "c1", "c5"), (Layer::Network, "network-why-on-host"));
    assert_eq!(broken(&s, "c5", "c1"), (Layer::Name, "network-why-host-names"));
    assert_eq!(broken(&s, "host", "c1"), (Layer::Name, "network-why-host-names"));
    assert!(reaches(&s, "host", "172.17.0.3"));
}

#[test]
fn a_network_may_keep_its_containers_apart_or_from_the_world() {
    let mut s = snapshot(vec![container(1, &["net"]), container(2, &["net"])]);
    let net = s.networks.get_mut("id-net").unwrap();
    (net.icc, net.internal) = (false, true);
    assert_eq!(broken(&s, "c1", "c2"), (Layer::Route, "network-why-icc"));
    assert_eq!(broken(&s, "c1", "172.17.0.4"), (Layer::Route, "network-why-icc"));
    assert!(reaches(&s, "c1", "c1"));
    assert_eq!(broken(&s, "c1", "9.9.9.9"), (Layer::Route, "network-why-internal"));
}

#[test]
fn a_guest_uses_its_owners_network_until_the_owner_restarts() {
    let mut owner = container(1, &["net"]);
    owner.started_at = "2026-11-24T03:50:39.1Z".into();
    let mut guest = container(2, &[]);
    guest.mode = Mode::Container(owner.id.clone());
    guest.started_at = "2026-11-24T03:50:39.12Z".into();
    let mut s = snapshot(vec![owner, guest, container(3, &["net"])]);
    assert!(reaches(&s, "c2", "c3"));
    assert_eq!(broken(&s, "c3", "c2"), (Layer::Network, "network-why-shares"));
    let id = s.container("c1").unwrap().id.clone();
    s.containers.get_mut(&id).unwrap().started_at = "2026-11-24T12:50:40+09:00".into();
    assert_eq!(broken(&s, "c2", "c3"), (Layer::Network, "network-why-stranded"));
    assert!(reaches(&s, "c2", "localhost"));
}

#[test]
fn the_host_reaches_published_ports() {
    let mut web = container(1, &["bridge"]);
    web.ports = vec![super::super::PublishedPort {
        host_ip: None,
        host_port: Some(10_080),
        container_port: 80,
        protocol: "tcp".into(),
    }];
    let s = snapshot(vec![web]);
    assert!(reaches(&s, "host", "http://127.0.0.1:10080/"));
    assert!(reaches(&s, "host", "http://localhost:10080/"));
    assert!(matches!(reach(&s, "host", "http://127.0.0.1:10081/"), Computed::Unknown(_)));
}

#[test]
fn a_shared_alias_means_all_who_have_it() {
    let mut both: Vec<Container> = (1..=2).map(|n| container(n, &["net"])).collect();
    for container in &mut both {
        container.endpoints[0].names = vec!["app".into()];
    }
    let s = snapshot(both.into_iter().chain([container(3, &["net"])]).collect());
    let Computed::Yes(hops) = reach(&s, "c3", "app") else { panic!("not reached") };
    assert_eq!(hops.len(), 2);
}

#[test]
fn the_matrix_names_the_ways() {
    let mut second = container(2, &["bridge"]);
    second.links = vec![link("c1", "other_container")];
    let s = snapshot(vec![container(1, &["bridge"]), second]);
    let matrix = matrix(&s);
    let ways: Vec<&str> = matrix.cells[1][0].ways.iter().map(|way| way.name.as_str()).collect();
    assert_eq!(ways, ["other_container", "c1", s.containers[&matrix.ids[0]].short_id()]);
    assert!(matrix.cells[0][1].ways.is_empty());
    assert!(matches!(matrix.cells[0][1].computed, Computed::No(_)));
    assert!(matches!(matrix.cells[0][0].computed, Computed::Yes(_)));
}

#[test]
fn an_address_reaches_where_no_name_does() {
    let mut second = container(2, &["bridge"]);
    second.links = vec![link("c1", "other_container")];
    let mut guest = container(3, &[]);
    guest.mode = Mode::Container("c2".into());
    let mut stopped = container(4, &["bridge"]);
    stopped.state = ContainerState::Exited(0);
    let mut s = snapshot(vec![container(1, &["bridge"]), second, guest, stopped, container(5, &["net"])]);
    let found = |s: &Snapshot, from: &str, to: &str| {
        by_address(s, s.container(from).unwrap(), s.container(to).unwrap())
    };
    let address = |name: &str| s.container(name).unwrap().endpoints[0].ipv4.unwrap();
    assert_eq!(found(&s, "c1", "c2"), [address("c2")]);
    assert_eq!(found(&s, "c1", "c3"), [address("c2")], "it shares the namespace of c2");
    assert_eq!(found(&s, "c3", "c1"), [address("c1")]);
    assert!(found(&s, "c1", "c4").is_empty(), "it has ended");
    assert!(found(&s, "c1", "c5").is_empty(), "it is elsewhere");
    for network in s.networks.values_mut() {
        network.icc = false;
    }
    assert!(found(&s, "c1", "c2").is_empty(), "they are kept apart");
}

fn any_container(n: u8) -> impl Strategy<Value = Container> {
    let state = prop_oneof![
        4 => Just(ContainerState::Running),
        1 => Just(ContainerState::Paused),
        1 => Just(ContainerState::Created),
        1 => Just(ContainerState::Restarting),
        1 => Just(ContainerState::Exited(1)),
        1 => Just(ContainerState::Dead),
    ];
    let mode = prop_oneof![
        6 => Just(Mode::Own),
        1 => Just(Mode::Host),
        1 => Just(Mode::None),
        1 => (0_u8..6).prop_map(|m| Mode::Container(format!("c{m}"))),
    ];
    let links =
        || prop::collection::vec((0_u8..6, "[a-c]").prop_map(|(m, a)| link(&format!("c{m}"), &a)), 0..3);
    let networks = prop::sample::subsequence(vec!["bridge", "net", "other", "lost"], 0..=3);
    let names = prop::collection::vec("[a-c]", 0..2);
    (state, mode, links(), links(), networks, names).prop_map(
        move |(state, mode, links, on_net, networks, names)| {
            let mut result = container(n, &networks);
            (result.state, result.mode, result.links) = (state, mode, links);
            for endpoint in &mut result.endpoints {
                (endpoint.links, endpoint.names) = (on_net.clone(), names.clone());
            }
            result
        },
    )
}

fn any_snapshot() -> impl Strategy<Value = Snapshot> {
    (
        any_container(0),
        any_container(1),
        any_container(2),
        any_container(3),
        any_container(4),
        any::<(bool, bool)>(),
    )
        .prop_map(|(a, b, c, d, e, (icc, internal))| {
            let mut made = snapshot(vec![a, b, c, d, e]);
            let net = made.networks.get_mut("id-net").unwrap();
            (net.icc, net.internal) = (icc, internal);
            made
        })
}

proptest! {
    #[test]
    fn whoever_runs_reaches_itself(s in any_snapshot()) {
        for container in s.containers.values().filter(|c| c.state == ContainerState::Running) {
            if container.mode != Mode::Host && place(&s, container) != Place::Host {
                prop_assert!(reaches(&s, &container.name, "localhost"), "{}", container.name);
            }
        }
    }

    #[test]
    fn nothing_panics_and_what_is_reached_is_up(s in any_snapshot(), to in "(c[0-5]|[a-c]|host|[ -~]{0,12}|172\\.1[7-9]\\.0\\.[0-9])") {
        for from in ["c0", "c1", "c2", "c3", "c4", "c5", "host"] {
            if let Computed::Yes(hops) = reach(&s, from, &to) {
                for hop in hops {
                    prop_assert!(s.containers[&hop.container].state.is_up() || hop.network.is_none());
                }
            }
        }
        let _ = matrix(&s);
        prop_assert!(s.changes_since(&s).is_empty());
    }

    #[test]
    fn a_link_alone_never_goes_back(mut s in any_snapshot(), alias in "[d-f]") {
        let ids: Vec<String> = s.containers.keys().cloned().collect();
        for container in s.containers.values_mut() {
            container.links.clear();
            container.mode = Mode::Own;
            container.state = ContainerState::Running;
            container.endpoints = vec![Endpoint { network: "bridge".into(), ..Endpoint::default() }];
        }
        let (from, to) = (s.containers[&ids[0]].name.clone(), s.containers[&ids[1]].name.clone());
        s.containers.get_mut(&ids[0]).unwrap().links = vec![link(&to, &alias)];
        prop_assert!(reaches(&s, &from, &alias) && reaches(&s, &from, &to));
        prop_assert!(!reaches(&s, &to, &from));
    }

    #[test]
    fn case_does_not_matter_on_a_network_of_ones_own(mut s in any_snapshot(), name in "[a-c]|c[0-5]") {
        for container in s.containers.values_mut() {
            container.endpoints.retain(|endpoint| endpoint.network != "bridge");
            container.links.clear();
        }
        for from in ["c0", "c1", "c2", "c3", "c4"] {
            prop_assert_eq!(reaches(&s, from, &name), reaches(&s, from, &name.to_uppercase()));
        }
    }
}
