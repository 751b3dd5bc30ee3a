//! What belongs to a lesson, told apart from what else exists on an engine.

use std::collections::BTreeSet;

use crate::lesson::{self, Goal, Lesson, Reach, Source, Subject};
use crate::network::{Container, Network, Target};
use crate::shell::docker::{Object, ObjectKind};
use crate::shell::parse;

/// The containers and networks of a lesson: those that its lines, goals, reaches and values name, and
/// those whose label says that they were made in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cast {
    lesson: String,
    containers: BTreeSet<String>,
    networks: BTreeSet<String>,
}

impl Cast {
    /// What belongs to `lesson`. Reads all its lines, so it is made once, when the lesson is opened.
    pub fn of(lesson: &Lesson) -> Self {
        let mut cast = Self { lesson: lesson.id.clone(), ..Self::default() };
        for step in &lesson.steps {
            step.tasks.iter().for_each(|task| cast.line(&task.line));
            step.goals.iter().for_each(|goal| cast.goal(goal));
            step.reaches.iter().for_each(|reach| cast.reach(reach));
        }
        lesson.values.values().for_each(|value| cast.value(value));
        cast
    }

    /// Whether the container belongs to the lesson.
    pub fn has(&self, container: &Container) -> bool {
        self.containers.contains(&container.name) || container.labels.get(lesson::LABEL) == Some(&self.lesson)
    }

    /// Whether the network belongs to the lesson.
    pub fn has_network(&self, network: &Network) -> bool {
        self.networks.contains(&network.name) || network.labels.get(lesson::LABEL) == Some(&self.lesson)
    }

    fn line(&mut self, line: &str) {
        let Ok(script) = parse(line) else { return };
        for Object { kind, name } in script.creates().into_iter().chain(script.names_touched()) {
            let Some(name) = name else { continue };
            match kind {
                ObjectKind::Container => drop(self.containers.insert(name)),
                ObjectKind::Network => drop(self.networks.insert(name)),
                ObjectKind::Any => {
                    self.containers.insert(name.clone());
                    self.networks.insert(name);
                }
                ObjectKind::Image | ObjectKind::Volume => {}
            }
        }
    }

    fn goal(&mut self, goal: &Goal) {
        match &goal.subject {
            Subject::Container(name) => drop(self.containers.insert(name.clone())),
            Subject::Network(name) => drop(self.networks.insert(name.clone())),
            Subject::Image(_) | Subject::File(_) => {}
        }
        self.containers.extend(goal.links.values().cloned());
        self.networks.extend(goal.networks.iter().chain(goal.only_networks.iter().flatten()).cloned());
    }

    /// What is to be reached may be an alias; then it names no container, which does no harm.
    fn reach(&mut self, reach: &Reach) {
        let names = [reach.from.as_str(), Target::parse(&reach.to).host];
        self.containers.extend(names.into_iter().filter(|name| *name != "host").map(str::to_owned));
    }

    fn value(&mut self, value: &Source) {
        match value {
            Source::Ip { container, network } => {
                self.containers.insert(container.clone());
                self.networks.insert(network.clone());
            }
            Source::Gateway(network) | Source::Subnet(network) => drop(self.networks.insert(network.clone())),
            Source::Id(container) => drop(self.containers.insert(container.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn container(name: &str, lesson: Option<&str>) -> Container {
        let labels = lesson.map(|lesson| (lesson::LABEL.to_owned(), lesson.to_owned()));
        Container { name: name.to_owned(), labels: labels.into_iter().collect(), ..Container::default() }
    }

    fn network(name: &str) -> Network {
        Network { name: name.to_owned(), ..Network::default() }
    }

    #[test]
    fn a_lessons_own_are_those_it_names_and_those_made_in_it() {
        let course = lesson::load();
        let link = course.lessons.iter().find(|lesson| lesson.id == "link").unwrap();
        let cast = Cast::of(link);
        assert!(cast.has(&container("alpine_01", None)));
        assert!(cast.has(&container("alpine_02", Some("other"))));
        assert!(cast.has(&container("of_my_own", Some("link"))));
        assert!(!cast.has(&container("alpine_03", None)));
        assert!(!cast.has(&container("alpine_03", Some("other"))));
        assert!(cast.has_network(&network("bridge")));
        assert!(!cast.has_network(&network("host")));
    }

    #[test]
    fn every_kind_of_line_goal_and_reach_counts() {
        let mut cast = Cast::default();
        for line in [
            "docker run -d --name web --network net --link db:database nginx",
            "docker exec web cat /etc/hosts | grep db",
            "docker inspect thing",
            "docker rm -f gone",
            "echo (",
        ] {
            cast.line(line);
        }
        cast.reach(&Reach {
            from: "host".into(),
            to: "http://proxy:8080/x".into(),
            expect: lesson::Expect::Reply,
            by: None,
            body: None,
            within: lesson::DEFAULT_WITHIN,
        });
        let names: Vec<&str> = cast.containers.iter().map(String::as_str).collect();
        assert_eq!(names, ["db", "gone", "proxy", "thing", "web"]);
        let names: Vec<&str> = cast.networks.iter().map(String::as_str).collect();
        assert_eq!(names, ["net", "thing"]);
    }
}
