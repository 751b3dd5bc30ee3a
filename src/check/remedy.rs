//! What mends a goal that does not hold: the next thing to try.

use super::container::{KILLED, TERMINATED, had_no_input, is_made_from, is_on, lost_network};
use super::goal::users;
use crate::lesson::{Goal, LABEL, State, Subject};
use crate::network::{Container, ContainerState, Mode, Snapshot};

/// What mends a goal that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remedy {
    /// A docker line of these words, without `docker` itself.
    Line(Vec<String>),
    /// What is missing is made: the line that makes it is run.
    Make(Subject),
    /// It cannot be changed into what is asked for: the line of these words removes it, then it is made anew.
    Anew(Subject, Vec<String>),
    /// The file is edited.
    Edit(String),
}

/// What mends a goal, one that does not hold in this state of the engine; none where nothing simple does.
pub fn remedy(goal: &Goal, snapshot: &Snapshot) -> Option<Remedy> {
    let subject = goal.subject.clone();
    match &goal.subject {
        Subject::File(path) => Some(Remedy::Edit(path.clone())).filter(|_| !goal.absent),
        Subject::Image(name) if goal.absent => Some(Remedy::Line(words(&["rmi", name]))),
        Subject::Image(_) => Some(Remedy::Make(subject)),
        Subject::Network(name) => {
            let removal = words(&["network", "rm", name]);
            Some(match snapshot.network(name) {
                None => Remedy::Make(subject),
                Some(network) => match (users(network, snapshot).next(), goal.absent) {
                    // A network that is used cannot be removed.
                    (Some(user), true) if user.labels.contains_key(LABEL) => {
                        Remedy::Line(words(&["rm", "-f", &user.name]))
                    }
                    (Some(user), _) => Remedy::Line(words(&["network", "disconnect", name, &user.name])),
                    (None, true) => Remedy::Line(removal),
                    (None, false) => Remedy::Anew(subject, removal),
                },
            })
        }
        Subject::Container(name) => match snapshot.container(name) {
            Some(container) if goal.absent => Some(Remedy::Line(words(&["rm", "-f", &container.name]))),
            container => stopped_target(goal, snapshot).or_else(|| match container {
                None => Some(Remedy::Make(subject)),
                Some(container) => there(goal, container, snapshot),
            }),
        },
    }
}

fn words(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

/// The line that starts a container which a link leads to: without it no link can be made.
fn stopped_target(goal: &Goal, snapshot: &Snapshot) -> Option<Remedy> {
    let targets = goal.links.values().filter_map(|target| snapshot.container(target));
    let stopped = targets.into_iter().find(|target| !target.state.is_up() && !had_no_input(target))?;
    Some(Remedy::Line(words(&["start", &stopped.name])))
}

/// What mends a container that is there.
fn there(goal: &Goal, container: &Container, snapshot: &Snapshot) -> Option<Remedy> {
    let name = container.name.as_str();
    let removal = words(&["rm", "-f", name]);
    let anew = || Some(Remedy::Anew(goal.subject.clone(), removal.clone()));
    if goal.image.as_ref().is_some_and(|image| !is_made_from(container, image)) {
        return anew();
    }
    match (goal.state, container.state) {
        // It would end again at once.
        (Some(State::Running), ContainerState::Exited(_)) if had_no_input(container) => return anew(),
        // What it printed says why.
        (Some(State::Running), ContainerState::Exited(code)) if ended_by_itself(code) => {
            return Some(Remedy::Line(words(&["logs", name])));
        }
        (Some(State::Running), ContainerState::Created) if lost_network(container, snapshot).is_some() => {
            // It cannot be started; where its network is the right one, that comes first.
            let lost = lost_network(container, snapshot).unwrap_or_default();
            let wanted =
                goal.networks.iter().chain(goal.only_networks.iter().flatten()).any(|one| one == lost);
            return if wanted { Some(Remedy::Make(Subject::Network(lost.to_owned()))) } else { anew() };
        }
        (Some(State::Running), ContainerState::Exited(_) | ContainerState::Created) => {
            return Some(Remedy::Line(words(&["start", name])));
        }
        (Some(State::Exited), ContainerState::Running) => {
            return Some(Remedy::Line(words(&["stop", name])));
        }
        (Some(State::Created), ContainerState::Running) => return anew(),
        _ => {}
    }
    networks(goal, container, snapshot).or_else(anew)
}

/// Whether a process that ended with this code was not stopped from outside: it found something wrong.
fn ended_by_itself(code: i64) -> bool {
    !matches!(code, 0 | KILLED | TERMINATED)
}

/// The line that puts a container on a network, or takes it off one.
fn networks(goal: &Goal, container: &Container, snapshot: &Snapshot) -> Option<Remedy> {
    if container.mode != Mode::Own {
        return None;
    }
    let name = container.name.as_str();
    let only = goal.only_networks.iter().flatten();
    if let Some(network) =
        goal.networks.iter().chain(only).find(|network| !is_on(container, network, snapshot))
    {
        return Some(match snapshot.network(network) {
            Some(_) => Remedy::Line(words(&["network", "connect", network, name])),
            None => Remedy::Make(Subject::Network(network.clone())),
        });
    }
    let only = goal.only_networks.as_ref()?;
    let extra = container.endpoints.iter().find(|endpoint| {
        let id = |network: &String| snapshot.network(network).map(|network| network.id.as_str());
        !only.iter().any(|network| *network == endpoint.network || id(network) == Some(&endpoint.network_id))
    })?;
    Some(Remedy::Line(words(&["network", "disconnect", &extra.network, name])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{Endpoint, Network};

    fn goal() -> Goal {
        Goal { state: Some(State::Running), ..Goal::about(Subject::Container("web".into())) }
    }

    fn web(state: ContainerState, networks: &[&str]) -> Container {
        let endpoint = |network: &&str| Endpoint { network: (*network).into(), ..Endpoint::default() };
        Container {
            id: "w".into(),
            name: "web".into(),
            image: "nginx".into(),
            command: vec!["nginx".into()],
            state,
            endpoints: networks.iter().map(endpoint).collect(),
            ..Container::default()
        }
    }

    fn engine(container: Option<Container>, networks: &[&str]) -> Snapshot {
        let network =
            |name: &&str| Network { id: format!("n{name}"), name: (*name).into(), ..Network::default() };
        Snapshot {
            containers: container.into_iter().map(|one| (one.id.clone(), one)).collect(),
            networks: networks.iter().map(network).map(|one| (one.id.clone(), one)).collect(),
            ..Snapshot::default()
        }
    }

    fn line(text: &str) -> Remedy {
        Remedy::Line(text.split(' ').map(str::to_owned).collect())
    }

    #[test]
    fn a_container_is_made_started_stopped_or_removed() {
        use ContainerState::{Created, Exited, Running};
        let subject = Subject::Container("web".into());
        assert_eq!(remedy(&goal(), &engine(None, &[])), Some(Remedy::Make(subject.clone())));
        for state in [Created, Exited(137)] {
            assert_eq!(remedy(&goal(), &engine(Some(web(state, &[])), &[])), Some(line("start web")));
        }
        let lost = Some(Remedy::Anew(subject.clone(), words(&["rm", "-f", "web"])));
        assert_eq!(remedy(&goal(), &engine(Some(web(Created, &["nte"])), &["net"])), lost, "it cannot start");
        let on = Goal { networks: vec!["nte".into()], ..goal() };
        let network = Some(Remedy::Make(Subject::Network("nte".into())));
        assert_eq!(remedy(&on, &engine(Some(web(Created, &["nte"])), &[])), network, "its own comes first");
        assert_eq!(remedy(&goal(), &engine(Some(web(Exited(2), &[])), &[])), Some(line("logs web")));
        let ended = Goal { state: Some(State::Exited), ..goal() };
        assert_eq!(remedy(&ended, &engine(Some(web(Running, &[])), &[])), Some(line("stop web")));
        let gone = Goal { absent: true, state: None, ..goal() };
        assert_eq!(remedy(&gone, &engine(Some(web(Running, &[])), &[])), Some(line("rm -f web")));
        let anew = Some(Remedy::Anew(subject, words(&["rm", "-f", "web"])));
        let shell = Container { command: vec!["/bin/sh".into()], ..web(Exited(0), &[]) };
        assert_eq!(remedy(&goal(), &engine(Some(shell), &[])), anew, "it would end again");
        let image = Goal { image: Some("tomcat".into()), ..goal() };
        assert_eq!(remedy(&image, &engine(Some(web(Running, &[])), &[])), anew);
        let linked = Goal { links: [("db".to_owned(), "db".to_owned())].into(), ..goal() };
        let mut engine = engine(Some(web(Running, &["bridge"])), &[]);
        assert_eq!(remedy(&linked, &engine), anew);
        let db = Container { id: "d".into(), name: "db".into(), ..web(Exited(137), &[]) };
        engine.containers.insert("d".into(), db);
        assert_eq!(remedy(&linked, &engine), Some(line("start db")), "no link leads to what does not run");
    }

    #[test]
    fn a_network_that_is_used_is_freed_first() {
        let net = || Goal::about(Subject::Network("net".into()));
        let gone = Goal { absent: true, ..net() };
        let internal = Goal { internal: Some(true), ..net() };
        let used = engine(Some(web(ContainerState::Running, &["net"])), &["net"]);
        assert_eq!(remedy(&gone, &used), Some(line("network disconnect net web")), "it is not of a lesson");
        let mut own = web(ContainerState::Running, &["net"]);
        own.labels.insert(LABEL.to_owned(), "1".to_owned());
        assert_eq!(remedy(&gone, &engine(Some(own), &["net"])), Some(line("rm -f web")));
        assert_eq!(remedy(&internal, &used), Some(line("network disconnect net web")));
        let free = engine(Some(web(ContainerState::Exited(0), &["net"])), &["net"]);
        assert_eq!(remedy(&gone, &free), Some(line("network rm net")));
        let anew = Remedy::Anew(Subject::Network("net".into()), words(&["network", "rm", "net"]));
        assert_eq!(remedy(&internal, &free), Some(anew));
    }

    #[test]
    fn a_container_is_put_on_a_network_and_taken_off_another() {
        let running = |networks: &[&str]| Some(web(ContainerState::Running, networks));
        let on = Goal { networks: vec!["net".into()], ..goal() };
        assert_eq!(
            remedy(&on, &engine(running(&["bridge"]), &["net"])),
            Some(line("network connect net web"))
        );
        let missing = Some(Remedy::Make(Subject::Network("net".into())));
        assert_eq!(remedy(&on, &engine(running(&["bridge"]), &[])), missing);
        let only = Goal { only_networks: Some(vec!["net".into()]), ..goal() };
        assert_eq!(
            remedy(&only, &engine(running(&["net", "bridge"]), &["net", "bridge"])),
            Some(line("network disconnect bridge web"))
        );
        let host = Container { mode: Mode::Host, ..web(ContainerState::Running, &[]) };
        assert!(matches!(remedy(&on, &engine(Some(host), &["net"])), Some(Remedy::Anew(..))));
    }
}
