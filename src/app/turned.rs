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
        let differ = |before: &[Outcome], now: &[Outcome]| {
            let turned =
                |(before, now)| std::mem::discriminant::<Outcome>(before) != std::mem::discriminant(now);
            before.iter().zip(now).map(turned).collect()
        };
        Self { goals: differ(&before.goals, &now.goals), reaches: differ(&before.reaches, &now.reaches) }
    }

    /// Whether anything came out otherwise.
    pub(super) fn any(&self) -> bool {
        self.goals.iter().chain(&self.reaches).any(|turned| *turned)
    }
}
