//! What a line has to do with: what it makes, changes and removes, and what it only needs.

use std::collections::BTreeSet;

use super::looking::only_looks;
use crate::shell::docker::{Invocation, Object, ObjectKind, Run};
use crate::shell::{self, Script};

/// Something that lines change.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    /// A thing on the engine, by its name.
    Object(ObjectKind, String),
    /// The lesson's files, all together.
    Files,
}

/// What a line has to do with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Touch {
    /// Made, changed or removed by it.
    pub alters: BTreeSet<Thing>,
    /// Of these, what was not there before.
    pub makes: BTreeSet<Thing>,
    /// Of these, what is not there afterwards.
    pub ends: BTreeSet<Thing>,
    /// Must be as it is when the line runs.
    pub needs: BTreeSet<Thing>,
    /// It may have to do with anything.
    pub anything: bool,
    /// It starts, stops or holds what it alters, or waits for it, and no more.
    pub only_runs: bool,
    /// It has to do with what runs in a container that is there already, which may call any other by its name.
    pub calls: bool,
}

impl Touch {
    /// An edit's.
    pub fn of_files() -> Self {
        Self { alters: [Thing::Files].into(), ..Self::default() }
    }

    fn of_anything() -> Self {
        Self { anything: true, ..Self::default() }
    }

    /// Whether `later` has to wait until this is done.
    pub fn is_in_the_way_of(&self, later: &Self) -> bool {
        let meets = |one: &BTreeSet<Thing>, other: &BTreeSet<Thing>| !one.is_disjoint(other);
        self.anything
            || later.anything
            || meets(&self.alters, &later.alters)
            || meets(&self.alters, &later.needs)
            || meets(&self.needs, &later.alters)
            // Who joins a network sees by name who is there already.
            || self.needs.intersection(&later.needs).any(resolves_names)
            // On which networks it is, the line does not say: nginx, started again, looks for those that came before.
            || self.calls && later.may_be_called()
            || later.calls && self.may_be_called()
    }

    fn may_be_called(&self) -> bool {
        let on_a_network =
            |thing: &Thing| matches!(thing, Thing::Object(ObjectKind::Container | ObjectKind::Network, _));
        self.alters.iter().any(on_a_network)
    }
}

fn resolves_names(thing: &Thing) -> bool {
    matches!(thing, Thing::Object(ObjectKind::Network, name) if !matches!(name.as_str(), "bridge" | "host" | "none"))
}

/// What a line has to do with; none where it leaves everything as it was.
pub(super) fn touch(line: &str) -> Option<Touch> {
    let Ok(script) = shell::parse(line) else { return None };
    match script.docker() {
        // It looks, but whoever waits knows that something has ended.
        Some(Invocation::Wait(_)) => Some(of_wait(&script)),
        Some(Invocation::Run(run)) if leaves_nothing(run) && prints(&script) => None,
        _ if only_looks(line) => None,
        Some(invocation) if prints(&script) => {
            Some(of_invocation(invocation).unwrap_or_else(Touch::of_anything))
        }
        _ => Some(Touch::of_anything()),
    }
}

/// Whether no file takes what the line prints.
fn prints(script: &Script) -> bool {
    script.redirect.iter().chain(&script.stderr).all(shell::Redirect::is_null)
}

/// A container that is gone when its command has ended, and had no name and no volume that would stay.
fn leaves_nothing(run: &Run) -> bool {
    run.rm && !run.detach && run.name.is_none() && run.volumes.is_empty()
}

fn of_wait(script: &Script) -> Touch {
    let alters = script.names_touched().into_iter().filter_map(thing).collect();
    Touch { alters, only_runs: true, calls: true, ..Touch::default() }
}

/// None where it names something that cannot be told now.
fn of_invocation(invocation: &Invocation) -> Option<Touch> {
    let things = |objects: Vec<Object>| objects.into_iter().map(thing).collect::<Option<BTreeSet<_>>>();
    let mut makes = things(invocation.creates())?;
    let ends = things(invocation.destroys())?;
    let mut alters: BTreeSet<Thing> = &things(invocation.changes())? | &ends;
    let mut needs = things(invocation.names_touched())?;
    match invocation {
        Invocation::Run(run) | Invocation::Create(run) => {
            // The image is fetched where it is missing; it is not the line's own.
            makes.retain(|thing| !matches!(thing, Thing::Object(ObjectKind::Image, _)));
            if run.volumes.iter().any(|volume| volume.starts_with(['.', '/'])) {
                needs.insert(Thing::Files);
            }
        }
        Invocation::Build(_) => drop(needs.insert(Thing::Files)),
        // The network itself stays as it is.
        Invocation::NetworkConnect(_) | Invocation::NetworkDisconnect(_) => {
            alters.retain(|thing| !matches!(thing, Thing::Object(ObjectKind::Network, _)));
        }
        _ => {}
    }
    alters.extend(makes.iter().cloned());
    needs = &needs - &alters;
    let only_runs = matches!(
        invocation,
        Invocation::Stop(_)
            | Invocation::Restart(_)
            | Invocation::Start(_)
            | Invocation::Kill(_)
            | Invocation::Pause(_)
            | Invocation::Unpause(_)
    );
    let calls = only_runs || matches!(invocation, Invocation::Exec(_));
    Some(Touch { alters, makes, ends, needs, anything: false, only_runs, calls })
}

/// None for what has no name, or one that is known only when the line runs.
fn thing(object: Object) -> Option<Thing> {
    let name = object.name.filter(|name| !name.contains('['))?;
    Some(Thing::Object(object.kind, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn container(name: &str) -> Thing {
        Thing::Object(ObjectKind::Container, name.into())
    }

    fn network(name: &str) -> Thing {
        Thing::Object(ObjectKind::Network, name.into())
    }

    #[test]
    fn what_a_line_has_to_do_with() {
        let run = touch("docker run -d --name a --network n --link b:x alpine").unwrap();
        assert_eq!(run.makes, [container("a")].into());
        assert_eq!(run.alters, run.makes);
        assert!(run.needs.contains(&network("n")) && run.needs.contains(&container("b")));
        let connect = touch("docker network connect n a").unwrap();
        assert_eq!((connect.alters, connect.needs), ([container("a")].into(), [network("n")].into()));
        let rm = touch("docker rm -f a").unwrap();
        assert_eq!((rm.ends.len(), rm.alters), (1, [container("a")].into()));
        assert!(touch("docker build -t i .").unwrap().needs.contains(&Thing::Files));
        assert_eq!(touch("docker wait a").unwrap().alters, [container("a")].into());
    }

    #[test]
    fn what_leaves_nothing_touches_nothing() {
        for line in ["docker ps", "docker run --rm alpine true", "docker exec a ping -c 1 b", "no such line"]
        {
            assert_eq!(touch(line), None, "{line}");
        }
    }

    #[test]
    fn what_cannot_be_told_may_be_anything() {
        for line in [
            "cd nginx",
            "docker run -d alpine",
            "docker network prune -f",
            "docker ps > list",
            "docker rm [ID:a]",
        ] {
            assert!(touch(line).unwrap().anything, "{line}");
        }
    }
}
