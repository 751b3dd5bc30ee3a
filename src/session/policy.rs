//! What a line may not do: touch a container or a network that was not made here.

use super::{Owned, owned};
use crate::i18n::{Phrase, phrase};
use crate::network::{Container, Network, Snapshot};
use crate::shell::docker::Invocation;

/// Whether the line may run for `owner`. Lines that only look are always well; lines that change a container or a
/// network are well when it carries our labels. The engine's own networks may be joined and left. A name that nothing has is the engine's to complain about, so the
/// snapshot must be fresh where the line names something.
///
/// # Errors
/// Whose it is, and what to do instead.
pub fn allow(invocation: &Invocation, snapshot: &Snapshot, owner: &str) -> Result<(), Phrase> {
    networks(invocation, snapshot, owner)?;
    let (verb, names) = touched(invocation);
    for name in names {
        for container in meant(snapshot, name) {
            let key = match owned(&container.labels, owner) {
                Owned::Ours => continue,
                Owned::Others(_) => "session-others",
                Owned::Foreign => "session-foreign",
            };
            return Err(phrase(key).with("name", container.name.as_str()).with("verb", verb));
        }
    }
    Ok(())
}

/// Whether the networks that the line changes are ours. `prune` takes ours alone.
fn networks(invocation: &Invocation, snapshot: &Snapshot, owner: &str) -> Result<(), Phrase> {
    let (names, rest) = match invocation {
        Invocation::NetworkConnect(connect) => (vec![connect.network.name.as_str()], "connect"),
        Invocation::NetworkDisconnect(disconnect) => (vec![disconnect.network.as_str()], "disconnect"),
        Invocation::NetworkRm(rm) => (all(&rm.names), "rm"),
        _ => return Ok(()),
    };
    for network in names.into_iter().flat_map(|name| networks_meant(snapshot, name.trim())) {
        // What nobody may remove is the engine's to say; its default bridge has a name of its own on some.
        if is_the_engines(network) || (network.default_bridge && rest != "rm") {
            continue;
        }
        let key = match owned(&network.labels, owner) {
            Owned::Ours => continue,
            Owned::Others(_) => "session-network-others",
            Owned::Foreign => "session-network-foreign",
        };
        return Err(phrase(key).with("name", network.name.as_str()).with("verb", rest));
    }
    Ok(())
}

fn is_the_engines(network: &Network) -> bool {
    matches!(network.name.as_str(), "bridge" | "host" | "none")
}

/// Every network that the engine could take `name` for: by its name, else by the beginning of its id.
fn networks_meant<'a>(snapshot: &'a Snapshot, name: &str) -> Vec<&'a Network> {
    let whole = |network: &&Network| network.id == name || network.name == name;
    let found: Vec<_> = snapshot.networks.values().filter(whole).collect();
    if !found.is_empty() || name.is_empty() {
        return found;
    }
    snapshot.networks.values().filter(|network| network.id.starts_with(name)).collect()
}

/// The verb, and the containers that it changes, as written.
fn touched(invocation: &Invocation) -> (&'static str, Vec<&str>) {
    match invocation {
        Invocation::Exec(exec) => ("exec", vec![exec.container.as_str()]),
        Invocation::Stop(stop) => ("stop", all(&stop.names)),
        Invocation::Restart(stop) => ("restart", all(&stop.names)),
        Invocation::Start(start) => ("start", all(&start.names)),
        Invocation::Kill(kill) => ("kill", all(&kill.names)),
        Invocation::Pause(names) => ("pause", all(names)),
        Invocation::Unpause(names) => ("unpause", all(names)),
        // `rm --link` takes a link as `/container/alias` and changes the container.
        Invocation::Rm(rm) if rm.link => ("rm", rm.names.iter().map(|name| linking(name)).collect()),
        Invocation::Rm(rm) => ("rm", all(&rm.names)),
        Invocation::NetworkConnect(connect) => ("network connect", vec![connect.container.trim()]),
        Invocation::NetworkDisconnect(disconnect) => {
            ("network disconnect", vec![disconnect.container.trim()])
        }
        Invocation::Run(_)
        | Invocation::Create(_)
        | Invocation::NetworkCreate(_)
        | Invocation::NetworkRm(_)
        | Invocation::NetworkPrune(_)
        | Invocation::Ps(_)
        | Invocation::Images(_)
        | Invocation::Inspect(_)
        | Invocation::Logs(_)
        | Invocation::Wait(_)
        | Invocation::Pull(_)
        // Images carry no labels: `images::allow` knows whose they are.
        | Invocation::Build(_)
        | Invocation::Rmi(_)
        | Invocation::Port { .. }
        | Invocation::NetworkLs(_)
        | Invocation::Version(_)
        | Invocation::Help { .. } => ("", Vec::new()),
    }
}

fn all(names: &[String]) -> Vec<&str> {
    names.iter().map(String::as_str).collect()
}

fn linking(link: &str) -> &str {
    let link = link.trim_start_matches('/');
    link.split('/').next().unwrap_or(link)
}

/// Every container that the engine could take `name` for: by its name, else by the beginning of its id.
fn meant<'a>(snapshot: &'a Snapshot, name: &str) -> Vec<&'a Container> {
    let name = name.trim_start_matches('/');
    let whole = |container: &&Container| container.id == name || container.name == name;
    let found: Vec<_> = snapshot.containers.values().filter(whole).collect();
    if !found.is_empty() || name.is_empty() {
        return found;
    }
    snapshot.containers.values().filter(|container| container.id.starts_with(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::labels;
    use super::*;
    use crate::i18n::speakable;
    use crate::shell::docker::{
        Exec, Kill, Logs, NetworkConnect, NetworkDisconnect, NetworkRm, NetworkSpec, Rm, Start, Stop,
    };

    fn snapshot() -> Snapshot {
        let container = |id: &str, name: &str, owner: Option<&str>| {
            let labels = owner.map(|owner| labels(owner, None)).unwrap_or_default();
            (id.to_owned(), Container { id: id.into(), name: name.into(), labels, ..Container::default() })
        };
        Snapshot {
            containers: [
                container("aa11", "mine", Some("me")),
                container("aa22", "yours", Some("you")),
                container("bb33", "database", None),
            ]
            .into(),
            networks: [
                network("ee11", "net", Some("me")),
                network("ee22", "yournet", Some("you")),
                network("ff33", "office", None),
                network("dd44", "bridge", None),
            ]
            .into(),
            ..Snapshot::default()
        }
    }

    fn network(id: &str, name: &str, owner: Option<&str>) -> (String, Network) {
        let labels = owner.map(|owner| labels(owner, None)).unwrap_or_default();
        (id.to_owned(), Network { id: id.into(), name: name.into(), labels, ..Network::default() })
    }

    #[test]
    fn networks_of_others_are_left_alone_and_so_are_their_containers() {
        let connect = |network: &str, container: &str| {
            Invocation::NetworkConnect(NetworkConnect {
                network: NetworkSpec { name: network.into(), ..NetworkSpec::default() },
                container: container.into(),
                links: Vec::new(),
            })
        };
        let disconnect = |network: &str, container: &str| {
            let (network, container) = (network.into(), container.into());
            Invocation::NetworkDisconnect(NetworkDisconnect { network, container, force: true })
        };
        let rm = |name| Invocation::NetworkRm(NetworkRm { names: names(&["net", name]), force: true });
        for (network, container, expected) in [
            ("net", "mine", None),
            ("bridge", "mine", None),
            ("nosuch", "mine", None),
            ("net", "nobody", None),
            ("ee1", "mine", None),
            ("office", "mine", Some("session-network-foreign")),
            ("ff3", "mine", Some("session-network-foreign")),
            ("e", "mine", Some("session-network-others")),
            ("yournet", "mine", Some("session-network-others")),
            ("net", "database", Some("session-foreign")),
            ("bridge", "yours", Some("session-others")),
        ] {
            assert_eq!(refused(&connect(network, container)), expected, "{network} {container}");
            assert_eq!(refused(&disconnect(network, container)), expected, "{network} {container}");
        }
        assert_eq!(refused(&rm("net")), None);
        assert_eq!(refused(&rm("bridge")), None);
        assert_eq!(refused(&rm("office")), Some("session-network-foreign"));
        assert_eq!(refused(&rm("ee2")), Some("session-network-others"));
    }

    fn refused(invocation: &Invocation) -> Option<&'static str> {
        allow(invocation, &snapshot(), "me").err().map(|why| speakable(&why).key)
    }

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn whatever_changes_a_container_of_others_is_refused() {
        for name in ["database", "/database", "bb33", "bb", "b"] {
            let names = names(&["mine", name]);
            let lines = [
                Invocation::Stop(Stop { names: names.clone(), ..Stop::default() }),
                Invocation::Restart(Stop { names: names.clone(), ..Stop::default() }),
                Invocation::Start(Start { names: names.clone(), ..Start::default() }),
                Invocation::Kill(Kill { names: names.clone(), ..Kill::default() }),
                Invocation::Pause(names.clone()),
                Invocation::Unpause(names.clone()),
                Invocation::Rm(Rm { names: names.clone(), force: true, ..Rm::default() }),
                Invocation::Exec(Exec { container: name.into(), ..Exec::default() }),
            ];
            for line in lines {
                assert_eq!(refused(&line), Some("session-foreign"), "{line:?}");
            }
        }
    }

    #[test]
    fn what_is_ours_or_nobodys_is_the_engines_business() {
        for name in ["mine", "aa11", "aa1", "nobody"] {
            assert_eq!(
                refused(&Invocation::Rm(Rm { names: names(&[name]), ..Rm::default() })),
                None,
                "{name}"
            );
        }
        // The beginning of two ids, one of which is not ours.
        assert_eq!(refused(&Invocation::Pause(names(&["aa"]))), Some("session-others"));
    }

    #[test]
    fn looking_is_always_well_and_links_are_their_containers() {
        let logs = Invocation::Logs(Logs { container: "database".into(), ..Logs::default() });
        assert_eq!(refused(&logs), None);
        let rm = |name| Invocation::Rm(Rm { names: names(&[name]), link: true, ..Rm::default() });
        assert_eq!(refused(&rm("/yours/db")), Some("session-others"));
        assert_eq!(refused(&rm("mine/db")), None);
    }
}
