//! A goal about a container: the first of its statements that does not hold, as a teacher would say it.

use super::missing::{self, missing};
use super::publish::Published;
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Goal, State, Values};
use crate::network::{Container, ContainerState, Link, Mode, Snapshot};

/// Exit codes of a process that was ended from outside, by SIGKILL and by SIGTERM.
pub(super) const KILLED: i64 = 137;
pub(super) const TERMINATED: i64 = 143;

/// Why the goal about the container `name` does not hold; none where it does.
pub(super) fn check(goal: &Goal, name: &str, snapshot: &Snapshot, values: &Values) -> Option<Phrase> {
    let Some(container) = snapshot.container(name) else {
        return (!goal.absent).then(|| missing::container(name, goal.image.as_deref(), snapshot));
    };
    if goal.absent {
        return Some(match container.state {
            ContainerState::Exited(_) => named("check-container-there-ended", container),
            _ => named("check-container-there", container),
        });
    }
    // What was made from the wrong image must be made anew, whatever it does now.
    goal.image
        .as_deref()
        .and_then(|wanted| image(container, wanted))
        .or_else(|| goal.state.and_then(|wanted| cannot_start(container, wanted, snapshot)))
        .or_else(|| goal.state.and_then(|wanted| state(container, wanted)))
        .or_else(|| goal.exit.and_then(|wanted| exit(container, wanted)))
        .or_else(|| goal.networks.iter().find_map(|wanted| network(container, wanted, snapshot)))
        .or_else(|| goal.only_networks.as_deref().and_then(|wanted| only(container, wanted, snapshot)))
        .or_else(|| goal.aliases.iter().find_map(|wanted| alias(container, wanted)))
        .or_else(|| goal.links.iter().find_map(|(alias, target)| link(container, alias, target, snapshot)))
        .or_else(|| goal.publishes.iter().find_map(|wanted| publishes(container, wanted, values)))
        .or_else(|| {
            goal.only_publishes.as_deref().and_then(|wanted| only_publishes(container, wanted, values))
        })
}

fn named(key: &'static str, container: &Container) -> Phrase {
    phrase(key).with("name", container.name.as_str())
}

fn state(container: &Container, wanted: State) -> Option<Phrase> {
    let key = match (wanted, container.state) {
        (State::Created, ContainerState::Created)
        | (State::Running, ContainerState::Running)
        | (State::Paused, ContainerState::Paused)
        | (State::Exited, ContainerState::Exited(_)) => return None,
        (_, ContainerState::Exited(0)) if had_no_input(container) => "check-container-no-input",
        (_, ContainerState::Exited(code)) => {
            let key = match code {
                KILLED | TERMINATED => "check-container-stopped",
                _ => "check-container-exited",
            };
            return Some(named(key, container).with("code", code));
        }
        (_, ContainerState::Created) => "check-container-created",
        (_, ContainerState::Paused) => "check-container-paused",
        (_, ContainerState::Restarting) => "check-container-restarting",
        (_, ContainerState::Dead) => "check-container-dead",
        (State::Exited, ContainerState::Running) => "check-container-still-runs",
        (State::Paused, ContainerState::Running) => "check-container-not-paused",
        (State::Created, ContainerState::Running) => "check-container-started",
    };
    Some(named(key, container))
}

/// Why a container that is to run cannot even be started: it was made for a network that does not exist.
fn cannot_start(container: &Container, wanted: State, snapshot: &Snapshot) -> Option<Phrase> {
    let network = lost_network(container, snapshot).filter(|_| wanted == State::Running)?;
    Some(named("check-container-lost-network", container).with("network", network))
}

/// The network that a container was made for and that does not exist; none once it has been started.
pub(super) fn lost_network<'a>(container: &'a Container, snapshot: &Snapshot) -> Option<&'a str> {
    let names = container.endpoints.iter().map(|endpoint| endpoint.network.as_str());
    let is_lost = |name: &&str| *name != "default" && snapshot.network(name).is_none();
    names.into_iter().find(is_lost).filter(|_| container.state == ContainerState::Created)
}

/// Whether its process is a shell that was given nothing to read, so that it ended at once: `-it` was forgotten.
pub(super) fn had_no_input(container: &Container) -> bool {
    let Some((program, arguments)) = container.command.split_first() else { return false };
    let program = program.rsplit('/').next().unwrap_or(program);
    !container.open_input
        && !container.tty
        && matches!(program, "sh" | "ash" | "bash" | "dash" | "zsh")
        && arguments.is_empty()
}

fn exit(container: &Container, wanted: i64) -> Option<Phrase> {
    match container.state {
        ContainerState::Exited(code) if code == wanted => None,
        ContainerState::Exited(code) => {
            Some(named("check-container-exit", container).with("expected", wanted).with("actual", code))
        }
        _ => state(container, State::Exited),
    }
}

/// Whether the container was made from this image.
pub(super) fn is_made_from(container: &Container, image: &str) -> bool {
    full(&container.image) == full(image)
}

fn image(container: &Container, wanted: &str) -> Option<Phrase> {
    (!is_made_from(container, wanted)).then(|| {
        named("check-container-image", container)
            .with("expected", wanted)
            .with("actual", container.image.as_str())
    })
}

/// The reference without the default registry, with its tag.
fn full(reference: &str) -> String {
    let short = reference.strip_prefix("docker.io/").unwrap_or(reference);
    let short = short.strip_prefix("library/").unwrap_or(short);
    let last = short.rsplit('/').next().unwrap_or(short);
    if last.contains([':', '@']) { short.to_owned() } else { format!("{short}:latest") }
}

/// Whether the container is on the network of that name.
pub(super) fn is_on(container: &Container, network: &str, snapshot: &Snapshot) -> bool {
    let id = snapshot.network(network).map(|network| network.id.as_str());
    container.endpoints.iter().any(|endpoint| {
        endpoint.network == network || (!endpoint.network_id.is_empty() && id == Some(&endpoint.network_id))
    })
}

fn network(container: &Container, wanted: &str, snapshot: &Snapshot) -> Option<Phrase> {
    if is_on(container, wanted, snapshot) {
        return None;
    }
    if snapshot.network(wanted).is_none() {
        let names = snapshot.networks.values().map(|network| network.name.as_str());
        return Some(missing("check-network-missing", "check-network-similar", wanted, names));
    }
    let why = |key| named(key, container).with("network", wanted);
    Some(match &container.mode {
        Mode::Host => why("check-container-on-host"),
        Mode::Container(owner) => {
            let owner = snapshot.container(owner).map_or(owner, |owner| &owner.name);
            why("check-container-shares").with("owner", owner.as_str())
        }
        Mode::Own | Mode::None if container.endpoints.is_empty() => why("check-container-no-network"),
        Mode::Own | Mode::None => why("check-container-network").with("actual", networks(container)),
    })
}

fn only(container: &Container, wanted: &[String], snapshot: &Snapshot) -> Option<Phrase> {
    wanted.iter().find_map(|network_name| network(container, network_name, snapshot)).or_else(|| {
        let extra = container.endpoints.iter().find(|endpoint| {
            !wanted.iter().any(|name| {
                *name == endpoint.network
                    || snapshot.network(name).is_some_and(|network| network.id == endpoint.network_id)
            })
        })?;
        Some(named("check-container-extra-network", container).with("network", extra.network.as_str()))
    })
}

fn networks(container: &Container) -> String {
    container.endpoints.iter().map(|endpoint| endpoint.network.as_str()).collect::<Vec<_>>().join(", ")
}

fn alias(container: &Container, wanted: &str) -> Option<Phrase> {
    let mut names = container.endpoints.iter().flat_map(|endpoint| &endpoint.names);
    let known =
        container.name.eq_ignore_ascii_case(wanted) || names.any(|name| name.eq_ignore_ascii_case(wanted));
    (!known).then(|| named("check-container-alias", container).with("alias", wanted))
}

/// Links of the default network and of others count alike.
fn link(container: &Container, alias: &str, target: &str, snapshot: &Snapshot) -> Option<Phrase> {
    let links =
        || container.links.iter().chain(container.endpoints.iter().flat_map(|endpoint| &endpoint.links));
    let leads_there = |link: &Link| {
        link.target == target || snapshot.container(&link.target).is_some_and(|found| found.name == target)
    };
    let why = |key| named(key, container).with("alias", alias).with("target", target);
    match links().find(|link| link.alias == alias) {
        Some(link) if leads_there(link) => None,
        Some(link) => Some(why("check-link-elsewhere").with("actual", link.target.as_str())),
        None => Some(match links().find(|link| leads_there(link)) {
            // Docker's own alias for a link without one is the target's name.
            Some(other) => why("check-link-alias").with("actual", other.alias.as_str()),
            None => why("check-link-missing"),
        }),
    }
}

fn publishes(container: &Container, wanted: &str, values: &Values) -> Option<Phrase> {
    let wanted = Published::parse(wanted, values);
    if container.ports.iter().any(|port| wanted.is(port)) {
        return None;
    }
    let why = |key| named(key, container).with("expected", wanted.to_string());
    let elsewhere = |port| why("check-port-elsewhere").with("actual", Published::from(port).to_string());
    Some(match container.ports.iter().find(|port| wanted.is_same_container_port(port)) {
        Some(port) if port.host_port.is_none() => why("check-port-down"),
        Some(port) => elsewhere(port),
        None => match container.ports.iter().find(|port| port.host_port.is_some()) {
            // Another port of the container, mostly a slip of the number behind the colon.
            Some(port) => elsewhere(port),
            None => why("check-port-missing"),
        },
    })
}

/// Every port that is asked for, and no other one; what is bound for IPv6 beside IPv4 is the same port.
fn only_publishes(container: &Container, wanted: &[String], values: &Values) -> Option<Phrase> {
    wanted.iter().find_map(|wanted| publishes(container, wanted, values)).or_else(|| {
        let wanted: Vec<Published> = wanted.iter().map(|wanted| Published::parse(wanted, values)).collect();
        let bound = container.ports.iter().filter(|port| port.host_port.is_some());
        let extra = bound.into_iter().find(|port| !wanted.iter().any(|wanted| wanted.is(port)))?;
        Some(named("check-port-extra", container).with("port", Published::from(extra).to_string()))
    })
}
