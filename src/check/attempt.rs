//! A reach of the answer key against what a real attempt brought.

use super::verdict::Outcome;
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Expect, Reach, Values};
use crate::network::{Container, Observation, Snapshot, why_not};

/// How the reach stands. Where an answer was expected and the snapshot shows why none came, it is said.
pub(super) fn check(
    reach: &Reach,
    seen: Option<&Observation>,
    snapshot: Option<&Snapshot>,
    values: &Values,
) -> Outcome {
    let to = values.fill(&reach.to);
    let named = |key| match reach.from.as_str() {
        "host" => phrase(key).with("to", to.as_str()).with("from", phrase("check-host")),
        from => phrase(key).with("to", to.as_str()).with("from", from),
    };
    let seen = match seen {
        None => return Outcome::Unknown(named("check-reach-untried")),
        Some(Observation::Impossible(why)) => return Outcome::Unknown(why.clone()),
        Some(seen) => seen,
    };
    if !is_as_expected(reach.expect, seen) {
        let why = named("check-reach-differs")
            .with("expected", expected_phrase(reach.expect))
            .with("seen", observed_phrase(seen));
        let answers = matches!(reach.expect, Expect::Reply | Expect::Status(_));
        let broken = snapshot.filter(|_| answers).and_then(|now| why_not(now, &reach.from, &to));
        return Outcome::Fails(match broken {
            Some(broken) => phrase("check-reach-because").with("what", why).with("why", broken.why),
            None => why,
        });
    }
    if let Some(other) = snapshot.and_then(|now| answered_by_another(reach, seen, now)) {
        let wanted = reach.by.as_deref().unwrap_or_default();
        return Outcome::Fails(named("check-reach-by").with("expected", wanted).with("actual", other));
    }
    match (&reach.body, seen) {
        (Some(wanted), Observation::Http { body, .. }) if !body.contains(wanted) => {
            Outcome::Fails(named("check-reach-body").with("text", wanted.as_str()))
        }
        (Some(wanted), seen) if !matches!(seen, Observation::Http { .. }) => {
            Outcome::Fails(named("check-reach-body").with("text", wanted.as_str()))
        }
        _ => Outcome::Holds,
    }
}

/// Who answered in place of the container that should have: a container's name, or an address.
fn answered_by_another(reach: &Reach, seen: &Observation, now: &Snapshot) -> Option<String> {
    let (Some(wanted), Observation::Reply(Some(address))) = (&reach.by, seen) else { return None };
    let has =
        |container: &Container| container.endpoints.iter().any(|endpoint| endpoint.ipv4 == Some(*address));
    if now.container(wanted).is_some_and(has) {
        return None;
    }
    let other = now.containers.values().find(|container| has(container));
    Some(other.map_or_else(|| address.to_string(), |container| container.name.clone()))
}

/// Whether an attempt brought what the reach asks for: it need not be made again.
pub fn meets(reach: &Reach, seen: &Observation) -> bool {
    check(reach, Some(seen), None, &Values::default()) == Outcome::Holds
}

fn is_as_expected(expect: Expect, seen: &Observation) -> bool {
    match (expect, seen) {
        (Expect::Status(wanted), Observation::Http { status, .. }) => wanted == *status,
        (Expect::Reply, Observation::Reply(_) | Observation::Http { .. })
        | (Expect::UnknownName, Observation::UnknownName)
        | (Expect::Unreachable, Observation::Unreachable)
        | (Expect::Refused, Observation::Refused)
        | (Expect::Reset, Observation::Reset) => true,
        _ => false,
    }
}

fn expected_phrase(expect: Expect) -> Phrase {
    match expect {
        Expect::Reply => phrase("check-seen-reply"),
        Expect::UnknownName => phrase("check-seen-unknown-name"),
        Expect::Unreachable => phrase("check-seen-unreachable"),
        Expect::Refused => phrase("check-seen-refused"),
        Expect::Reset => phrase("check-seen-reset"),
        Expect::Status(status) => phrase("check-seen-status").with("status", status.to_string()),
    }
}

fn observed_phrase(seen: &Observation) -> Phrase {
    match seen {
        Observation::Reply(_) => phrase("check-seen-reply"),
        Observation::UnknownName => phrase("check-seen-unknown-name"),
        Observation::Unreachable => phrase("check-seen-unreachable"),
        Observation::Refused => phrase("check-seen-refused"),
        Observation::Reset => phrase("check-seen-reset"),
        Observation::Http { status, .. } => phrase("check-seen-status").with("status", status.to_string()),
        Observation::Impossible(why) => why.clone(),
    }
}
