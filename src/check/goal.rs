//! One goal against the engine's state and the workspace's files.

use std::collections::BTreeMap;

use super::container;
use super::judge::GAP;
use super::missing::missing;
use super::verdict::Outcome;
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Goal, Subject, Values};
use crate::network::{Container, Endpoint, Network, Snapshot};

/// How the goal stands. Without a snapshot only a file's goal can be told.
pub(super) fn check(
    goal: &Goal,
    snapshot: Option<&Snapshot>,
    files: &BTreeMap<String, Option<String>>,
    values: &Values,
) -> Outcome {
    let failure = match (&goal.subject, snapshot) {
        (Subject::File(path), _) => match files.get(path) {
            Some(content) => file(goal, path, content.as_deref()),
            None => return Outcome::Unknown(phrase("check-file-unread").with("path", path.as_str())),
        },
        (_, None) => return Outcome::Unknown(phrase("check-engine-lost")),
        (Subject::Container(name), Some(snapshot)) => container::check(goal, name, snapshot, values),
        (Subject::Network(name), Some(snapshot)) => network(goal, name, snapshot),
        (Subject::Image(reference), Some(snapshot)) => image(goal, reference, snapshot),
    };
    failure.map_or(Outcome::Holds, Outcome::Fails)
}

/// What stands for anything within a line of a file.
const ANYTHING: &str = "[..]";

/// Names of the containers that keep a network from being removed: those that run on it.
pub(super) fn users<'a>(network: &'a Network, snapshot: &'a Snapshot) -> impl Iterator<Item = &'a Container> {
    let is_on = |endpoint: &Endpoint| endpoint.network_id == network.id || endpoint.network == network.name;
    snapshot.containers.values().filter(move |one| one.state.is_up() && one.endpoints.iter().any(is_on))
}

fn network(goal: &Goal, name: &str, snapshot: &Snapshot) -> Option<Phrase> {
    let Some(network) = snapshot.network(name) else {
        let names = snapshot.networks.values().map(|network| network.name.as_str());
        return (!goal.absent)
            .then(|| missing("check-network-missing", "check-network-similar", name, names));
    };
    let named = |key| phrase(key).with("name", name);
    let used: Vec<&str> = users(network, snapshot).map(|container| container.name.as_str()).collect();
    let is_used = !used.is_empty();
    let removing = |free, in_use| {
        if is_used { named(in_use).with("containers", used.join(", ")) } else { named(free) }
    };
    if goal.absent {
        return Some(removing("check-network-there", "check-network-there-used"));
    }
    if let Some(driver) = goal.driver.as_ref().filter(|driver| **driver != network.driver) {
        let why = named("check-network-driver").with("expected", driver.as_str());
        return Some(why.with("actual", network.driver.as_str()));
    }
    match goal.internal {
        Some(true) if !network.internal => {
            Some(removing("check-network-not-internal", "check-network-not-internal-used"))
        }
        Some(false) if network.internal => {
            Some(removing("check-network-internal", "check-network-internal-used"))
        }
        _ => None,
    }
}

fn image(goal: &Goal, reference: &str, snapshot: &Snapshot) -> Option<Phrase> {
    let named = |key| phrase(key).with("name", reference);
    match (snapshot.has_image(reference), goal.absent) {
        (true, true) => Some(named("check-image-there")),
        (false, false) => {
            let images = snapshot.images.iter().map(|image| image.strip_suffix(":latest").unwrap_or(image));
            Some(missing("check-image-missing", "check-image-similar", reference, images))
        }
        _ => None,
    }
}

/// Why a file that holds `content` is not as the goal about `path` asks; none where it is.
pub(super) fn file(goal: &Goal, path: &str, content: Option<&str>) -> Option<Phrase> {
    let named = |key| phrase(key).with("path", path);
    match (content, goal.absent) {
        (None, true) => None,
        (None, false) => Some(named("check-file-missing")),
        (Some(_), true) => Some(named("check-file-there")),
        (Some(content), false) => {
            if let Some(wanted) = goal.contains.as_ref().filter(|wanted| !holds(content, wanted)) {
                return Some(named("check-file-lacks").with("text", shown(wanted)));
            }
            let unwanted = goal.lacks.as_ref().filter(|unwanted| holds(content, unwanted))?;
            Some(named("check-file-still").with("text", shown(unwanted)))
        }
    }
}

/// A goal's text as a reason quotes it.
fn shown(text: &str) -> String {
    text.trim().replace(ANYTHING, GAP)
}

/// Whether the text is in the file, whatever ends the file's lines. `[..]` stands for anything within a line. Lines that
/// are commented out (`#`) are not there, unless the text itself has such a sign.
fn holds(content: &str, wanted: &str) -> bool {
    let comments = wanted.contains('#');
    let lines = content.lines().filter(|line| comments || !line.trim_start().starts_with('#'));
    let content: String = lines.flat_map(|line| [line, "\n"]).collect();
    let parts: Vec<&str> = wanted.split(ANYTHING).collect();
    content.match_indices(parts[0]).any(|(at, part)| follow(&content[at + part.len()..], &parts[1..]))
}

/// Whether the parts come one after another, on one line as far as they have no line ends of their own.
fn follow(content: &str, parts: &[&str]) -> bool {
    let Some((part, rest)) = parts.split_first() else { return true };
    let line = content.find('\n').unwrap_or(content.len());
    let mut places = content.match_indices(part).take_while(|(at, _)| *at <= line);
    places.any(|(at, _)| follow(&content[at + part.len()..], rest))
}

#[cfg(test)]
mod tests {
    use super::{holds, shown};

    #[test]
    fn text_is_found_with_anything_in_its_gaps() {
        let site = "server {\r\n    listen 0.0.0.0:80;\r\n}\r\n";
        assert!(holds(site, "listen 0.0.0.0:80;\n}") && holds(site, "listen [..]80"));
        assert!(holds("listen 80;", "listen [..]80") && holds(site, "[..]listen[..]80[..]"));
        assert!(!holds("listne 80;", "listen [..]80") && !holds("listen 8O;\n80", "listen [..]80"));
        assert!(holds("a1 a2b\n", "a[..]2b") && !holds("b a", "a[..]b"));
        assert_eq!(shown(" listen [..]80 "), "listen …80");
    }

    #[test]
    fn what_is_commented_out_is_not_there() {
        let site = "server {\n  # listen 80;\n  listen 81; # was 80\n}\n";
        assert!(!holds(site, "listen 80;") && holds(site, "listen 81;"));
        assert!(holds(site, "# listen 80;") && holds(site, "server {\n  listen 81;"));
    }
}
