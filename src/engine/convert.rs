//! From the engine's data to the pure model's. What engines say differently is made one here.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use bollard::models as api;

use crate::network::{Container, ContainerState, Endpoint, Link, Mode, Network, Product, PublishedPort};

/// Option of a bridge network that says whether it is the engine's own.
const DEFAULT_BRIDGE: &str = "com.docker.network.bridge.default_bridge";

/// Option of a bridge network that says whether its containers may talk to each other.
const ICC: &str = "com.docker.network.bridge.enable_icc";

/// What Podman puts before the names of Docker's own images.
const LIBRARY: &str = "docker.io/library/";

/// What Podman puts before the names of images that were built or loaded without a registry; it looks there first
/// for a name that has none.
const LOCAL: &str = "localhost/";

/// A container's inspection as a container, from that product. `networks` are those of the same snapshot.
///
/// None where the engine left out its id or name.
pub fn container(
    inspected: api::ContainerInspectResponse,
    networks: &BTreeMap<String, Network>,
    product: Product,
) -> Option<Container> {
    let id = inspected.id.filter(|id| !id.is_empty())?;
    let name = inspected.name?.trim_start_matches('/').to_owned();
    let command = inspected.path.into_iter().chain(inspected.args.unwrap_or_default()).collect();
    let config = inspected.config.unwrap_or_default();
    let host = inspected.host_config.unwrap_or_default();
    let settings = inspected.network_settings.unwrap_or_default();
    let state = inspected.state.unwrap_or_default();
    let mode = mode(host.network_mode.as_deref().unwrap_or_default());
    let running = state.running.unwrap_or_default();
    // Podman repeats here what belongs to the container whose namespace is shared.
    let shares = matches!(mode, Mode::Container(_));
    let endpoints = if shares {
        Vec::new()
    } else {
        settings
            .networks
            .unwrap_or_default()
            .into_iter()
            .map(|(network, settings)| endpoint(network, settings, &name, &id, networks))
            .collect()
    };
    let ports = if shares {
        Vec::new()
    } else {
        ports(host.port_bindings.as_ref(), settings.ports.as_ref().filter(|_| running))
    };
    let mut container = Container {
        id,
        name,
        image: image_name(&config.image.unwrap_or_default(), product),
        state: container_state(&state),
        started_at: state.started_at.unwrap_or_default(),
        hostname: config.hostname.unwrap_or_default(),
        tty: config.tty.unwrap_or_default(),
        open_input: config.open_stdin.unwrap_or_default(),
        command,
        mode,
        endpoints,
        links: links(host.links.as_deref()),
        ports,
        labels: config.labels.unwrap_or_default().into_iter().collect(),
    };
    container.endpoints.sort_by(|one, other| one.network.cmp(&other.network));
    Some(container)
}

/// What a container is doing.
fn container_state(state: &api::ContainerState) -> ContainerState {
    use api::ContainerStateStatusEnum as Status;
    match state.status {
        Some(Status::RUNNING | Status::STOPPING) => ContainerState::Running,
        Some(Status::PAUSED) => ContainerState::Paused,
        Some(Status::RESTARTING) => ContainerState::Restarting,
        Some(Status::EXITED) => ContainerState::Exited(state.exit_code.unwrap_or_default()),
        Some(Status::DEAD | Status::REMOVING) => ContainerState::Dead,
        Some(Status::CREATED | Status::EMPTY) | None => ContainerState::Created,
    }
}

/// Whose network a container uses, from `HostConfig.NetworkMode`.
fn mode(text: &str) -> Mode {
    match text.split_once(':') {
        Some(("container", other)) => Mode::Container(other.to_owned()),
        _ if text == "host" => Mode::Host,
        _ if text == "none" => Mode::None,
        _ => Mode::Own,
    }
}

/// A container's place on the network called `network` by the container.
///
/// Podman calls its default network `podman` there and `bridge` in its list of networks: the name of
/// the list, found by the id, is the one used.
fn endpoint(
    network: String,
    settings: api::EndpointSettings,
    own_name: &str,
    own_id: &str,
    networks: &BTreeMap<String, Network>,
) -> Endpoint {
    let id = settings.network_id.unwrap_or_default();
    let known = networks.get(&id).or_else(|| networks.values().find(|known| known.name == network));
    let default_bridge = known.is_some_and(|known| known.default_bridge);
    let names = if default_bridge {
        // No names are given out there by the network itself; Podman lists one all the same.
        Vec::new()
    } else {
        names(settings.dns_names, settings.aliases, own_name, own_id)
    };
    Endpoint {
        network: known.map_or(network, |known| known.name.clone()),
        network_id: known.map_or(id, |known| known.id.clone()),
        ipv4: address(settings.ip_address.as_deref()),
        ipv6: address(settings.global_ipv6_address.as_deref()),
        names,
        links: links(settings.links.as_deref()),
    }
}

/// The names that resolve to an endpoint, besides the container's own: all of them in `DNSNames` since
/// Docker 26, all but the container's name in `Aliases` before that and on Podman.
fn names(
    dns: Option<Vec<String>>,
    aliases: Option<Vec<String>>,
    own_name: &str,
    own_id: &str,
) -> Vec<String> {
    let listed = dns.filter(|names| !names.is_empty()).or(aliases).unwrap_or_default();
    let mut names: Vec<String> = Vec::new();
    for name in listed.into_iter().filter(|name| name != own_name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    // Aliases first, the short id last, whatever the engine's order.
    names.sort_by_key(|name| own_id.starts_with(name.as_str()));
    names
}

/// Links as the engine writes them: `/target:/own/alias` on the default bridge, `target:alias` elsewhere.
fn links(listed: Option<&[String]>) -> Vec<Link> {
    let mut links: Vec<Link> = listed
        .unwrap_or_default()
        .iter()
        .filter_map(|text| {
            let (target, alias) = text.split_once(':')?;
            let alias = alias.rsplit('/').next()?;
            Some(Link { target: target.trim_start_matches('/').to_owned(), alias: alias.to_owned() })
        })
        .collect();
    links.sort();
    links
}

/// An address where the engine gives one.
fn address(text: Option<&str>) -> Option<IpAddr> {
    text?.parse().ok()
}

/// The published ports: those asked for, with the host's port where one is really bound now.
///
/// A port bound on all addresses comes twice, for IPv4 and IPv6, and is one; but Docker 20.10 and 26 give the
/// two different numbers when it chooses them, and then the one of IPv6 keeps its address.
fn ports(asked: Option<&api::PortMap>, bound: Option<&api::PortMap>) -> Vec<PublishedPort> {
    let empty = HashMap::new();
    let bound = bound.unwrap_or(&empty);
    let mut ports = BTreeSet::new();
    for (key, bindings) in bound {
        ports.extend(bindings.iter().flatten().filter_map(|binding| port(key, binding, true)));
    }
    for (key, bindings) in asked.unwrap_or(&empty) {
        if bound.get(key).is_none_or(|bindings| bindings.as_ref().is_none_or(Vec::is_empty)) {
            ports.extend(bindings.iter().flatten().filter_map(|binding| port(key, binding, false)));
        }
    }
    let on_all: BTreeSet<PublishedPort> =
        ports.iter().filter(|port| port.host_ip.is_none()).cloned().collect();
    ports
        .into_iter()
        .filter(|port| {
            port.host_ip != Some(IpAddr::V6(Ipv6Addr::UNSPECIFIED))
                || !on_all.contains(&PublishedPort { host_ip: None, ..port.clone() })
        })
        .collect()
}

/// One binding of the container port `key` (`80/tcp`).
fn port(key: &str, binding: &api::PortBinding, is_bound: bool) -> Option<PublishedPort> {
    let (number, protocol) = key.split_once('/').unwrap_or((key, "tcp"));
    let host_port = binding.host_port.as_deref().and_then(|port| port.parse().ok());
    Some(PublishedPort {
        host_ip: address(binding.host_ip.as_deref()).filter(|ip| *ip != IpAddr::V4(Ipv4Addr::UNSPECIFIED)),
        host_port: host_port.filter(|port| is_bound && *port != 0),
        container_port: number.parse().ok()?,
        protocol: protocol.to_owned(),
    })
}

/// A network of the list as a network. None where the engine left out its id or name.
pub fn network(listed: api::Network, product: Product) -> Option<Network> {
    let name = listed.name?;
    let options = listed.options.unwrap_or_default();
    let says = |option: &str, word: &str| options.get(option).is_some_and(|value| value == word);
    let configs = listed.ipam.and_then(|ipam| ipam.config).unwrap_or_default();
    Some(Network {
        id: listed.id.filter(|id| !id.is_empty())?,
        driver: listed.driver.unwrap_or_default(),
        subnets: configs.iter().filter_map(|config| config.subnet.clone()).collect(),
        gateways: configs.iter().filter_map(|config| address(config.gateway.as_deref())).collect(),
        internal: listed.internal.unwrap_or_default(),
        icc: !says(ICC, "false"),
        full_names: product == Product::Docker,
        default_bridge: says(DEFAULT_BRIDGE, "true")
            || (product == Product::Podman && (name == "bridge" || name == "podman")),
        labels: listed.labels.unwrap_or_default().into_iter().collect(),
        name,
    })
}

/// The references of the images that have one, from that product, sorted.
pub fn images(listed: Vec<api::ImageSummary>, product: Product) -> Vec<String> {
    let mut references: Vec<String> = listed
        .into_iter()
        .flat_map(|image| image.repo_tags)
        .filter(|reference| !reference.contains("<none>"))
        .map(|reference| image_name(&reference, product))
        .collect();
    references.sort();
    references.dedup();
    references
}

/// An image's name as docker would write it.
fn image_name(reference: &str, product: Product) -> String {
    let local = reference.strip_prefix(LOCAL).filter(|_| product == Product::Podman);
    local.or_else(|| reference.strip_prefix(LIBRARY)).unwrap_or(reference).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inspected(json: serde_json::Value) -> Container {
        container(serde_json::from_value(json).unwrap(), &networks(), Product::Docker).unwrap()
    }

    fn networks() -> BTreeMap<String, Network> {
        let bridge = Network {
            id: "b1d".into(),
            name: "bridge".into(),
            default_bridge: true,
            icc: true,
            ..Network::default()
        };
        let user = Network { id: "0e7".into(), name: "dojo".into(), icc: true, ..Network::default() };
        BTreeMap::from([(bridge.id.clone(), bridge), (user.id.clone(), user)])
    }

    #[test]
    fn names_of_20_10_and_of_26_are_the_same() {
        let with = |field: &str, names: &[&str]| {
            let id = "f9f0ef0a0e451f91256b565fe9e5df7d4d6e654cb29a7d1799da3ff2d5e788cd";
            let settings = serde_json::json!({ "NetworkID": "0e7", "IPAddress": "172.19.0.2", field: names });
            inspected(serde_json::json!({
                "Id": id, "Name": "/web_01",
                "NetworkSettings": { "Networks": { "dojo": settings } },
            }))
        };
        let old = with("Aliases", &["f9f0ef0a0e45", "web"]);
        let new = with("DNSNames", &["web_01", "web", "f9f0ef0a0e45"]);
        assert_eq!(old.endpoints[0].names, ["web", "f9f0ef0a0e45"]);
        assert_eq!(old, new);
    }

    #[test]
    fn links_of_both_kinds() {
        let found = inspected(serde_json::json!({
            "Id": "a", "Name": "/alpine_02",
            "HostConfig": { "NetworkMode": "default", "Links": ["/alpine_01:/alpine_02/other_container"] },
            "NetworkSettings": { "Networks": { "dojo": { "NetworkID": "0e7", "Links": ["web:w"] } } },
        }));
        assert_eq!(found.links, [Link { target: "alpine_01".into(), alias: "other_container".into() }]);
        assert_eq!(found.endpoints[0].links, [Link { target: "web".into(), alias: "w".into() }]);
    }

    #[test]
    fn the_default_network_of_podman_is_called_as_in_its_list() {
        let found = inspected(serde_json::json!({
            "Id": "d50b966dbf8e", "Name": "/a",
            "Config": { "Image": "docker.io/library/alpine:latest" },
            "HostConfig": { "NetworkMode": "bridge" },
            "NetworkSettings": { "Networks": {
                "podman": { "NetworkID": "b1d", "IPAddress": "10.88.0.2", "Aliases": ["d50b966dbf8e"] },
            } },
        }));
        assert_eq!(found.endpoints[0].network, "bridge");
        assert!(found.endpoints[0].names.is_empty());
        assert_eq!(found.image, "alpine:latest");
    }

    #[test]
    fn an_image_without_a_registry_is_named_as_its_line_names_it() {
        assert_eq!(image_name("localhost/web:1", Product::Podman), "web:1");
        assert_eq!(image_name("localhost/web:1", Product::Docker), "localhost/web:1");
        assert_eq!(image_name("docker.io/library/nginx:latest", Product::Podman), "nginx:latest");
        assert_eq!(image_name("docker.io/me/web:1", Product::Podman), "docker.io/me/web:1");
    }

    #[test]
    fn a_shared_namespace_has_no_networks_of_its_own() {
        let found = inspected(serde_json::json!({
            "Id": "e", "Name": "/e",
            "State": { "Status": "running", "Running": true },
            "HostConfig": { "NetworkMode": "container:62b021d84115" },
            "NetworkSettings": {
                "Ports": { "80/tcp": [{ "HostIp": "127.0.0.1", "HostPort": "37343" }] },
                "Networks": { "dojo": { "NetworkID": "0e7", "IPAddress": "10.89.0.2" } },
            },
        }));
        assert_eq!(found.mode, Mode::Container("62b021d84115".into()));
        assert!(found.endpoints.is_empty() && found.ports.is_empty());
    }

    #[test]
    fn ports_asked_for_and_ports_bound() {
        let json = |running: bool| {
            serde_json::json!({
                "Id": "f", "Name": "/f",
                "State": { "Status": if running { "running" } else { "created" }, "Running": running },
                "HostConfig": { "PortBindings": {
                    "80/tcp": [{ "HostIp": "", "HostPort": "10080" }], "81/tcp": [{ "HostIp": "", "HostPort": "" }],
                } },
                "NetworkSettings": { "Ports": {
                    "80/tcp": [{ "HostIp": "0.0.0.0", "HostPort": "10080" }, { "HostIp": "::", "HostPort": "10080" }],
                    "81/tcp": [{ "HostIp": "127.0.0.1", "HostPort": "32768" }],
                    "443/tcp": null,
                } },
            })
        };
        let port = |ip: Option<&str>, host_port, container_port| PublishedPort {
            host_ip: ip.map(|ip| ip.parse().unwrap()),
            host_port,
            container_port,
            protocol: "tcp".into(),
        };
        assert_eq!(
            inspected(json(true)).ports,
            [port(None, Some(10080), 80), port(Some("127.0.0.1"), Some(32768), 81)]
        );
        let mut apart = json(true);
        apart["NetworkSettings"]["Ports"]["80/tcp"][1]["HostPort"] = "10081".into();
        assert_eq!(inspected(apart).ports[2], port(Some("::"), Some(10081), 80), "20.10 chose two");
        assert_eq!(inspected(json(false)).ports, [port(None, None, 80), port(None, None, 81)]);
    }

    #[test]
    fn what_says_nothing_is_no_container() {
        assert_eq!(container(api::ContainerInspectResponse::default(), &networks(), Product::Docker), None);
        assert_eq!(network(api::Network::default(), Product::Docker), None);
    }

    #[test]
    fn networks_of_both_products() {
        let listed = |json| -> api::Network { serde_json::from_value(json).unwrap() };
        let docker = network(
            listed(serde_json::json!({
                "Id": "9f5", "Name": "bridge", "Driver": "bridge",
                "IPAM": { "Config": [{ "Subnet": "172.17.0.0/16" }] },
                "Options": { DEFAULT_BRIDGE: "true", ICC: "false" },
            })),
            Product::Docker,
        )
        .unwrap();
        assert!(docker.default_bridge && !docker.icc && docker.gateways.is_empty());
        let podman = network(
            listed(serde_json::json!({
                "Id": "2f2", "Name": "bridge", "Driver": "bridge", "Options": {},
                "IPAM": { "Config": [{ "Subnet": "10.88.0.0/16", "Gateway": "10.88.0.1" }] },
            })),
            Product::Podman,
        )
        .unwrap();
        assert!(podman.default_bridge && podman.icc);
        assert_eq!(podman.gateways, ["10.88.0.1".parse::<IpAddr>().unwrap()]);
    }
}
