//! What the step's real attempts say of the ways between two containers. They are the truth where they
//! and the model differ.

use super::scene::Scene;
use crate::app::LessonModel;
use crate::check::Outcome;
use crate::lesson::{Expect, Reach, Step};
use crate::network::{Computed, Container, Target, reach};

/// What attempts say of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attempt {
    /// It is as computed.
    Confirmed,
    /// There was an answer, or there was none, and it was not known or was computed to be otherwise.
    Saw {
        /// Whether there was an answer.
        answer: bool,
    },
}

/// The attempts of the current step that have been made.
pub(super) struct Attempts<'a> {
    made: Vec<(&'a Reach, bool)>,
    /// Whether they are of now: not while a judgement is still to come.
    settled: bool,
}

impl<'a> Attempts<'a> {
    /// Those of a step; `settled` is whether nothing has happened since they were made.
    pub(super) fn of(step: Option<&'a Step>, lesson: &LessonModel, settled: bool) -> Self {
        let reaches = step.map(|step| &step.reaches[..]).unwrap_or_default();
        let made = reaches
            .iter()
            .zip(&lesson.result.reaches)
            .filter_map(|(reach, outcome)| Some((reach, answered(reach, outcome)?)));
        Self { made: made.collect(), settled }
    }

    /// What they say of the way from one container to the other. What contradicts the model counts for more
    /// than what confirms it.
    pub(super) fn say(&self, scene: &Scene<'_>, from: &Container, to: &Container) -> Option<Attempt> {
        let concerned = self.made.iter().filter(|(reach, _)| concerns(scene, reach, from, to));
        let said =
            concerned.map(|(attempt, answer)| match (reach(scene.now, &attempt.from, &attempt.to), answer) {
                (Computed::Yes(_), true) | (Computed::No(_), false) => Attempt::Confirmed,
                _ => Attempt::Saw { answer: *answer },
            });
        said.filter(|said| self.settled || *said == Attempt::Confirmed)
            .max_by_key(|said| *said != Attempt::Confirmed)
    }
}

/// Whether the other side answered in some way; none where an outcome does not tell. A failure tells only of
/// an answer that was expected and did not come: with a port, another answer may have come in its place.
fn answered(reach: &Reach, outcome: &Outcome) -> Option<bool> {
    match (outcome, reach.expect) {
        (Outcome::Holds, Expect::UnknownName | Expect::Unreachable) => Some(false),
        (Outcome::Holds, _) => Some(true),
        (Outcome::Fails(_), Expect::Reply) if Target::parse(&reach.to).port.is_none() => Some(false),
        (Outcome::Fails(_) | Outcome::Unknown(_) | Outcome::Pending, _) => None,
    }
}

/// Whether an attempt is one from this container to the other.
fn concerns(scene: &Scene<'_>, attempt: &Reach, from: &Container, to: &Container) -> bool {
    if attempt.from != from.name {
        return false;
    }
    let host = Target::parse(&attempt.to).host;
    match reach(scene.now, &attempt.from, &attempt.to) {
        Computed::Yes(hops) => hops.iter().any(|hop| hop.container == to.id),
        Computed::No(_) | Computed::Unknown(_) => {
            let mut links = from.links.iter().chain(from.endpoints.iter().flat_map(|e| &e.links));
            host == to.name
                || links.any(|link| link.target == to.name && link.alias.eq_ignore_ascii_case(host))
                || host.parse().is_ok_and(|ip| {
                    to.endpoints.iter().any(|endpoint| [endpoint.ipv4, endpoint.ipv6].contains(&Some(ip)))
                })
        }
    }
}
