//! What an invocation does to which objects, for the policy and the ledger to ask before anything is done.

use super::{InspectKind, Invocation, Link, NetworkSpec, Run, VolumeSpec};

/// A kind of thing on an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ObjectKind {
    /// A container.
    Container,
    /// A network.
    Network,
    /// An image.
    Image,
    /// A volume.
    Volume,
    /// Whichever has the name, as in `docker inspect`.
    Any,
}

/// A thing on an engine, as a line names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Object {
    /// What it is.
    pub kind: ObjectKind,
    /// The name or id as written; none where the engine is to choose one.
    pub name: Option<String>,
}

impl Object {
    fn named(kind: ObjectKind, name: impl Into<String>) -> Self {
        Self { kind, name: Some(name.into()) }
    }
}

impl Invocation {
    /// Whether the container or the command is given a terminal that somebody watches: `-t` without `-d`.
    pub fn wants_terminal(&self) -> bool {
        match self {
            Self::Run(run) => run.tty && !run.detach,
            Self::Exec(exec) => exec.tty && !exec.detach,
            _ => false,
        }
    }

    /// Whether what is typed goes to the container: `-i` without `-d`. Together with
    /// [`wants_terminal`](Self::wants_terminal) docker refuses to run where there is no terminal.
    pub fn takes_input(&self) -> bool {
        match self {
            Self::Run(run) => run.interactive && !run.detach,
            Self::Exec(exec) => exec.interactive && !exec.detach,
            Self::Start(start) => start.interactive,
            // It asks first.
            Self::NetworkPrune(prune) => !prune.force,
            _ => false,
        }
    }

    /// Everything that exists already and is named: to look at, to use, to change.
    pub fn names_touched(&self) -> Vec<Object> {
        match self {
            Self::Run(run) | Self::Create(run) => used_by(run),
            Self::Exec(exec) => containers(std::slice::from_ref(&exec.container)),
            Self::Inspect(inspect) => {
                let kind = match inspect.kind {
                    InspectKind::Any => ObjectKind::Any,
                    InspectKind::Container => ObjectKind::Container,
                    InspectKind::Network => ObjectKind::Network,
                    InspectKind::Image => ObjectKind::Image,
                    InspectKind::Volume => ObjectKind::Volume,
                };
                inspect.names.iter().map(|name| Object::named(kind, name)).collect()
            }
            Self::Logs(logs) => containers(std::slice::from_ref(&logs.container)),
            Self::Stop(stop) | Self::Restart(stop) => containers(&stop.names),
            Self::Start(start) => containers(&start.names),
            Self::Kill(kill) => containers(&kill.names),
            Self::Pause(names) | Self::Unpause(names) | Self::Wait(names) => containers(names),
            Self::Rm(rm) => containers(&rm.names),
            Self::Pull(pull) => vec![Object::named(ObjectKind::Image, &pull.image)],
            Self::Build(build) => images(&build.tags),
            Self::Rmi(rmi) => images(&rmi.names),
            Self::Port { container, .. } => containers(std::slice::from_ref(container)),
            Self::NetworkConnect(connect) => {
                let links = connect.links.iter().filter_map(|link| Link::parse(link).ok());
                let linked = links.map(|link| Object::named(ObjectKind::Container, link.container));
                on_network(&connect.network.name, &connect.container).into_iter().chain(linked).collect()
            }
            Self::NetworkDisconnect(disconnect) => on_network(&disconnect.network, &disconnect.container),
            Self::NetworkRm(rm) => networks(&rm.names),
            Self::NetworkCreate(_)
            | Self::NetworkPrune(_)
            | Self::Ps(_)
            | Self::Images(_)
            | Self::NetworkLs(_)
            | Self::Version(_)
            | Self::Help { .. } => Vec::new(),
        }
    }

    /// What there may be afterwards that was not there before: the names that a build gives, the container of `run` and `create`, the volumes
    /// that `-v` names, the image where it has to be fetched, and a network. An image or a volume that is there already is
    /// not made again.
    pub fn creates(&self) -> Vec<Object> {
        match self {
            Self::Run(run) | Self::Create(run) => {
                let mut made = vec![Object { kind: ObjectKind::Container, name: run.name.clone() }];
                let volumes = run.volumes.iter().filter_map(|volume| VolumeSpec::parse(volume).ok());
                made.extend(
                    volumes.filter_map(|spec| Some(Object::named(ObjectKind::Volume, spec.volume_name()?))),
                );
                if run.pull.as_deref() != Some("never") {
                    made.push(Object::named(ObjectKind::Image, &run.image));
                }
                made
            }
            Self::Pull(pull) => vec![Object::named(ObjectKind::Image, &pull.image)],
            Self::NetworkCreate(create) => vec![Object::named(ObjectKind::Network, &create.name)],
            Self::Build(build) => images(&build.tags),
            _ => Vec::new(),
        }
    }

    /// What is gone afterwards. A container of `run --rm` goes by itself and was not there before.
    pub fn destroys(&self) -> Vec<Object> {
        match self {
            Self::Rm(rm) => containers(&rm.names),
            Self::NetworkRm(rm) => networks(&rm.names),
            Self::NetworkPrune(_) => vec![Object { kind: ObjectKind::Network, name: None }],
            Self::Rmi(rmi) => images(&rmi.names),
            _ => Vec::new(),
        }
    }

    /// What existed and is in another state afterwards, or may be: stopped, started, held, on another network, or
    /// with a command run in it, which may do anything.
    pub fn changes(&self) -> Vec<Object> {
        match self {
            Self::Exec(_)
            | Self::Stop(_)
            | Self::Restart(_)
            | Self::Start(_)
            | Self::Kill(_)
            | Self::Pause(_)
            | Self::Unpause(_)
            | Self::Rm(_)
            | Self::Rmi(_)
            | Self::NetworkRm(_) => self.names_touched(),
            Self::NetworkConnect(connect) => on_network(&connect.network.name, &connect.container),
            Self::NetworkDisconnect(disconnect) => on_network(&disconnect.network, &disconnect.container),
            // Which ones is the engine's to say.
            Self::NetworkPrune(_) => vec![Object { kind: ObjectKind::Network, name: None }],
            _ => Vec::new(),
        }
    }
}

fn containers(names: &[String]) -> Vec<Object> {
    names.iter().map(|name| Object::named(ObjectKind::Container, name)).collect()
}

fn networks(names: &[String]) -> Vec<Object> {
    names.iter().map(|name| Object::named(ObjectKind::Network, name)).collect()
}

fn on_network(network: &str, container: &str) -> Vec<Object> {
    vec![Object::named(ObjectKind::Network, network), Object::named(ObjectKind::Container, container)]
}

fn images(names: &[String]) -> Vec<Object> {
    names.iter().map(|name| Object::named(ObjectKind::Image, name)).collect()
}

/// The image, networks, containers and volumes that a new container makes use of.
fn used_by(run: &Run) -> Vec<Object> {
    let mut used = vec![Object::named(ObjectKind::Image, &run.image)];
    for spec in run.networks.iter().filter_map(|network| NetworkSpec::parse(network).ok()) {
        used.push(match spec.shared_container() {
            Some(container) => Object::named(ObjectKind::Container, container),
            None => Object::named(ObjectKind::Network, spec.name),
        });
    }
    for link in run.links.iter().filter_map(|link| Link::parse(link).ok()) {
        used.push(Object::named(ObjectKind::Container, link.container));
    }
    let volumes = run.volumes.iter().filter_map(|volume| VolumeSpec::parse(volume).ok());
    used.extend(volumes.filter_map(|spec| Some(Object::named(ObjectKind::Volume, spec.volume_name()?))));
    used
}
