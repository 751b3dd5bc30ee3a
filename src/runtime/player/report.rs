//! What came out when a lesson was played.

use std::time::Duration;

use crate::check::{StepResult, TaskRun, Verdict};
use crate::i18n::Phrase;

/// A lesson that was played, or the reason why not.
#[derive(Debug, Clone, PartialEq)]
pub struct LessonReport {
    /// The lesson's id.
    pub id: String,
    /// Its title in the language chosen.
    pub title: String,
    /// How it went.
    pub outcome: Outcome,
    /// How long it took, removal included.
    pub elapsed: Duration,
    /// What could not be removed afterwards.
    pub left: Vec<Phrase>,
}

/// How a lesson went.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Its steps were played.
    Played(Vec<StepReport>),
    /// Names or ports that it needs are somebody else's: nothing was touched.
    Taken(Vec<Phrase>),
    /// This engine cannot do what it needs: not a failure.
    Lacking(Vec<Phrase>),
    /// It could not be begun or gone on with: why.
    Broken(Phrase),
}

/// A step that was played.
#[derive(Debug, Clone, PartialEq)]
pub struct StepReport {
    /// The step's id.
    pub id: String,
    /// Its title in the language chosen.
    pub title: String,
    /// What was run, in order.
    pub tasks: Vec<TaskReport>,
    /// How it was judged.
    pub result: StepResult,
    /// How long it took.
    pub elapsed: Duration,
}

/// A task that was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskReport {
    /// The line, values put in.
    pub line: String,
    /// How it ran.
    pub run: TaskRun,
    /// Why it could not be run at all.
    pub refused: Option<Phrase>,
    /// Whether it was ended by us because its time was up.
    pub timed_out: bool,
    /// How long it took.
    pub elapsed: Duration,
}

impl LessonReport {
    /// Whether nothing is wrong: all steps passed or were left out because this engine cannot do them.
    pub fn is_well(&self) -> bool {
        match &self.outcome {
            Outcome::Played(steps) => steps.iter().all(StepReport::is_well),
            Outcome::Lacking(_) => true,
            Outcome::Taken(_) | Outcome::Broken(_) => false,
        }
    }

    /// Whether this engine could do nothing of it: neither passed nor failed.
    pub fn is_left_out(&self) -> bool {
        let skipped = |step: &StepReport| matches!(step.result.verdict, Verdict::Skipped(_));
        let played = |step: &StepReport| !skipped(step) && step.result.verdict != Verdict::Read;
        match &self.outcome {
            Outcome::Played(steps) => steps.iter().any(skipped) && !steps.iter().any(played),
            Outcome::Lacking(_) => true,
            Outcome::Taken(_) | Outcome::Broken(_) => false,
        }
    }
}

impl StepReport {
    /// Whether nothing is wrong.
    pub fn is_well(&self) -> bool {
        matches!(self.result.verdict, Verdict::Passed | Verdict::Read | Verdict::Skipped(_))
    }
}
