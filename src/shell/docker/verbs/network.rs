//! `docker network ls`, `create`, `connect`, `disconnect`, `rm`, `prune`.

use super::super::flag::{Flag, Kind};
use super::super::given::Given;
use super::super::verb::{Arity, Refusal, Takes, Verb};
use super::super::{
    Invocation, NetworkConnect, NetworkCreate, NetworkDisconnect, NetworkLs, NetworkPrune, NetworkRm,
    NetworkSpec, Subnet, value,
};
use super::list::{FILTER, FORMAT, filters};

/// `docker network ls`
pub(in super::super) static LS: Verb = Verb {
    usage: "[OPTIONS]",
    about: "List networks",
    aliases: "docker network ls, docker network list",
    flags: &[
        Flag::list("filter", FILTER).short('f').named("filter").check(value::filter),
        Flag::text("format", FORMAT),
        Flag::bool("no-trunc", "Print ids in full"),
        Flag::bool("quiet", "Print ids alone").short('q'),
    ],
    interspersed: true,
    arity: Arity::None,
    takes: Takes::Nothing,
    build: |given| {
        Ok(Invocation::NetworkLs(NetworkLs {
            quiet: given.on("quiet"),
            no_trunc: given.on("no-trunc"),
            filters: filters(&given.list("filter")),
            format: given.text("format"),
        }))
    },
};

/// `docker network create`
pub(in super::super) static CREATE: Verb = Verb {
    usage: "[OPTIONS] NETWORK",
    about: "Make a network",
    aliases: "",
    flags: &[
        Flag::bool("attachable", "Accepted; on one engine alone any container may be connected"),
        Flag::absent("aux-address", Kind::Named("map")),
        Flag::absent("config-from", Kind::Text),
        Flag::absent("config-only", Kind::Bool),
        Flag::text("driver", "What carries the network, bridge where none is named").short('d'),
        Flag::list("gateway", "The gateway's address, in a subnet that is named").named("strings"),
        Flag::absent("ingress", Kind::Bool),
        Flag::bool("internal", "No way out of the network, and none in"),
        Flag::list("ip-range", "The part of a subnet that containers get addresses from").named("strings"),
        Flag::absent("ipam-driver", Kind::Text),
        Flag::absent("ipam-opt", Kind::Named("map")),
        Flag::absent("ipv4", Kind::Bool),
        Flag::bool("ipv6", "Addresses of IPv6, too"),
        Flag::list("label", "Put a label on the network").check(value::label),
        Flag::list("opt", "An option of the driver, KEY=VALUE").short('o').named("map"),
        Flag::absent("scope", Kind::Text),
        Flag::list("subnet", "The network's addresses, as in 172.30.0.0/24").named("strings"),
    ],
    interspersed: true,
    arity: Arity::Exactly(1),
    takes: Takes::Nothing,
    build: |given| {
        let subnets =
            Subnet::all(&strings(given, "subnet"), &strings(given, "ip-range"), &strings(given, "gateway"));
        Ok(Invocation::NetworkCreate(NetworkCreate {
            name: given.arg(0),
            driver: given.text("driver"),
            subnets: subnets.map_err(Refusal::Plain)?,
            internal: given.on("internal"),
            attachable: given.on("attachable"),
            ipv6: given.sets.iter().any(|set| set.flag.long == "ipv6").then(|| given.on("ipv6")),
            labels: given.list("label"),
            options: given.list("opt"),
        }))
    },
};

/// `docker network connect`
pub(in super::super) static CONNECT: Verb = Verb {
    usage: "[OPTIONS] NETWORK CONTAINER",
    about: "Put a container on one more network",
    aliases: "",
    flags: &[
        Flag::list("alias", "One more name for the container on that network").named("strings"),
        Flag::list("driver-opt", "An option of the driver, KEY=VALUE").named("strings"),
        Flag::int("gw-priority", "The network with the highest number gives the way out"),
        Flag::text("ip", "The container's IPv4 address there"),
        Flag::text("ip6", "The container's IPv6 address there"),
        Flag::list("link", "A name for another container there, CONTAINER:ALIAS").check(value::link),
        Flag::list("link-local-ip", "A link-local address for the container").named("strings"),
    ],
    interspersed: true,
    arity: Arity::Exactly(2),
    takes: Takes::NetworkThenContainer,
    build: |given| {
        let mut driver_opts = Vec::new();
        for option in strings(given, "driver-opt") {
            let (key, value) =
                option.split_once('=').filter(|(key, _)| !key.is_empty()).ok_or_else(|| {
                    Refusal::Plain("invalid key/value pair format in driver options".to_owned())
                })?;
            driver_opts.push((key.to_owned(), value.to_owned()));
        }
        let (name, container) = network_and_container(given)?;
        Ok(Invocation::NetworkConnect(NetworkConnect {
            container,
            links: given.list("link"),
            network: NetworkSpec {
                name,
                aliases: strings(given, "alias"),
                ip: given.text("ip").filter(|ip| !ip.is_empty()),
                ip6: given.text("ip6").filter(|ip| !ip.is_empty()),
                link_local_ips: strings(given, "link-local-ip"),
                driver_opts,
                gw_priority: given.int("gw-priority").filter(|priority| *priority != 0),
                ..NetworkSpec::default()
            },
        }))
    },
};

/// `docker network disconnect`
pub(in super::super) static DISCONNECT: Verb = Verb {
    usage: "[OPTIONS] NETWORK CONTAINER",
    about: "Take a container off a network",
    aliases: "",
    flags: &[Flag::bool("force", "Whatever the container is doing").short('f')],
    interspersed: true,
    arity: Arity::Exactly(2),
    takes: Takes::NetworkThenContainer,
    build: |given| {
        let (network, container) = network_and_container(given)?;
        Ok(Invocation::NetworkDisconnect(NetworkDisconnect { network, container, force: given.on("force") }))
    },
};

/// `docker network rm`
pub(in super::super) static RM: Verb = Verb {
    usage: "NETWORK [NETWORK...]",
    about: "Remove networks that nothing uses",
    aliases: "docker network rm, docker network remove",
    flags: &[Flag::bool("force", "A network that is not there is no failure").short('f')],
    interspersed: true,
    arity: Arity::AtLeast(1),
    takes: Takes::Networks,
    build: |given| Ok(Invocation::NetworkRm(NetworkRm { names: given.texts(0), force: given.on("force") })),
};

/// `docker network prune`
pub(in super::super) static PRUNE: Verb = Verb {
    usage: "[OPTIONS]",
    about: "Remove all networks that were made here and that nothing uses",
    aliases: "",
    flags: &[
        Flag::list("filter", "Remove only what fits, KEY=VALUE").named("filter").check(value::filter),
        Flag::bool("force", "Do not ask first").short('f'),
    ],
    interspersed: true,
    arity: Arity::None,
    takes: Takes::Nothing,
    build: |given| {
        Ok(Invocation::NetworkPrune(NetworkPrune {
            force: given.on("force"),
            filters: filters(&given.list("filter")),
        }))
    },
};

/// The values of a flag that takes several with commas between them.
fn strings(given: &Given, long: &str) -> Vec<String> {
    given
        .list(long)
        .iter()
        .flat_map(|text| text.split(','))
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The two arguments, neither of which may be empty.
fn network_and_container(given: &Given) -> Result<(String, String), Refusal> {
    for (at, what) in ["network", "container"].into_iter().enumerate() {
        if given.arg(at).trim().is_empty() {
            return Err(Refusal::Plain(format!("invalid {what} name or ID: value is empty")));
        }
    }
    Ok((given.arg(0), given.arg(1)))
}
