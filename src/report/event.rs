//! What is written into a lesson's journal.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Printed;
use crate::check::Verdict;
use crate::i18n::SavedPhrase;

/// One line of a lesson's journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Which run of the program: several may write at the same time.
    pub by: String,
    /// What happened.
    #[serde(flatten)]
    pub event: Event,
}

/// Something that happened in a lesson. Names of steps are their ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Event {
    /// A step came to be shown.
    Step {
        /// Which.
        step: String,
    },
    /// A line began to run.
    Line {
        /// The step shown.
        step: String,
        /// As it ran, values put in.
        line: String,
    },
    /// The line has ended.
    Ended {
        /// How.
        #[serde(flatten)]
        end: End,
        /// What it printed.
        #[serde(default)]
        printed: Printed,
    },
    /// The step stands otherwise than before.
    Judged {
        /// Which step.
        step: String,
        /// How it stands.
        #[serde(flatten)]
        judged: Judged,
    },
    /// A question was answered, or answered otherwise.
    Predicted {
        /// The step.
        step: String,
        /// Index into the step's questions.
        question: usize,
        /// The answer, from 0.
        answer: usize,
    },
    /// The rest of the step was left to `/solve`.
    Solved {
        /// Which step.
        step: String,
    },
    /// A file is as the step wants it.
    Edited {
        /// Which step.
        step: String,
        /// The file, below the lesson's folder.
        path: String,
    },
    /// Values of the learner's own are known, or are others now.
    Values {
        /// By name in the answer key.
        named: BTreeMap<String, String>,
        /// Ports of the lesson, and those used in their place.
        ports: Vec<(u16, u16)>,
    },
    /// What the lesson made was removed: it begins anew.
    Reset,
    /// The lesson was left.
    Left,
}

/// How a line ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "end", rename_all = "kebab-case")]
pub enum End {
    /// By itself.
    Exited {
        /// Its exit code.
        code: i64,
    },
    /// It was not run.
    Refused {
        /// The exit code that a shell would give.
        code: i64,
        /// Why.
        reason: SavedPhrase,
    },
    /// It was left, and goes on.
    Detached,
    /// The engine went away.
    Lost,
}

/// How a step stands, as far as a report says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum Judged {
    /// All that must hold does.
    Passed,
    /// There was nothing to judge, and it has been read.
    Read,
    /// Something does not hold.
    Failed {
        /// What, the first to be mended first.
        reasons: Vec<SavedPhrase>,
    },
    /// The engine could not be asked.
    Unknown {
        /// Why.
        reason: SavedPhrase,
    },
    /// The engine cannot do what the step needs.
    Skipped {
        /// What it lacks.
        reason: SavedPhrase,
    },
}

impl Judged {
    /// What a journal keeps of a verdict; nothing while nothing has been judged.
    pub fn of(verdict: &Verdict) -> Option<Self> {
        Some(match verdict {
            Verdict::NotRun => return None,
            Verdict::Passed => Self::Passed,
            Verdict::Read => Self::Read,
            Verdict::Failed(reasons) => Self::Failed { reasons: reasons.iter().map(Into::into).collect() },
            Verdict::Unknown(reason) => Self::Unknown { reason: reason.into() },
            Verdict::Skipped(reason) => Self::Skipped { reason: reason.into() },
        })
    }

    /// Whether the step is behind the learner.
    pub fn is_done(&self) -> bool {
        matches!(self, Self::Passed | Self::Read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::phrase;

    #[test]
    fn entries_are_written_and_read_again() {
        let step = || "first".to_owned();
        let reason =
            || SavedPhrase::from(&phrase("check-container-exited").with("name", "a").with("code", 3_i64));
        let events = [
            Event::Step { step: step() },
            Event::Line { step: step(), line: "docker ps".into() },
            Event::Ended { end: End::Exited { code: 1 }, printed: Printed::default() },
            Event::Ended { end: End::Refused { code: 2, reason: reason() }, printed: Printed::default() },
            Event::Ended { end: End::Detached, printed: Printed::default() },
            Event::Judged { step: step(), judged: Judged::Passed },
            Event::Judged { step: step(), judged: Judged::Failed { reasons: vec![reason()] } },
            Event::Predicted { step: step(), question: 0, answer: 1 },
            Event::Values { named: [("a".into(), "b".into())].into(), ports: vec![(80, 81)] },
            Event::Reset,
            Event::Left,
        ];
        for event in events {
            let entry = Entry { at: "2026-01-01T00:00:00Z".into(), by: "1".into(), event };
            let line = serde_json::to_string(&entry).unwrap();
            assert_eq!(serde_json::from_str::<Entry>(&line).unwrap(), entry, "{line}");
        }
    }
}
