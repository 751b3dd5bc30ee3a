//! Which of a step's conditions came out otherwise with the last judgement than before.

use crate::check::{Outcome, StepResult};

/// By goal and by reach, in the key's order: whether it came out otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Turned {
    /// By goal.
    pub goals: Vec<bool>,
    /// By reach.
    pub reaches: Vec<bool>,
}

impl Turned {
    /// From one judgement of a step to the next; nothing has turned where there was none before.
    pub(super) fn between(before: &StepResult, now: &StepResult) -> Self {
        // What could not be told before has not turned when it fails: it may never have held.
        let turned = |(before, now): (&Outcome, &Outcome)| match now {
            Outcome::Holds => *before != Outcome::Holds,
            Outcome::Fails(_) => *before == Outcome::Holds,
            Outcome::Unknown(_) | Outcome::Pending => false,
        };
        let differ = |before: &[Outcome], now: &[Outcome]| before.iter().zip(now).map(turned).collect();
        Self { goals: differ(&before.goals, &now.goals), reaches: differ(&before.reaches, &now.reaches) }
    }

    /// Whether anything came out otherwise.
    pub(super) fn any(&self) -> bool {
        self.goals.iter().chain(&self.reaches).any(|turned| *turned)
    }
}
