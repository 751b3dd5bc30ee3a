//! What a line may not do: touch a container that was not made here.

use super::{Owned, owned};
use crate::i18n::{Phrase, phrase};
use crate::network::{Container, Snapshot};
use crate::shell::docker::Invocation;

/// Whether the line may run for `owner`. Lines that only look are always well; lines that change a container
/// are well when it carries our labels. A name that nothing has is the engine's to complain about, so the
/// snapshot must be fresh where the line names something.
///
/// # Errors
/// Whose it is, and what to do instead.
pub fn allow(invocation: &Invocation, snapshot: &Snapshot, owner: &str) -> Result<(), Phrase> {
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
        Invocation::Run(_)
        | Invocation::Create(_)
        | Invocation::Ps(_)
        | Invocation::Images(_)
        | Invocation::Inspect(_)
        | Invocation::Logs(_)
        | Invocation::Pull(_)
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
    use crate::shell::docker::{Exec, Kill, Logs, Rm, Start, Stop};

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
            ..Snapshot::default()
        }
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
