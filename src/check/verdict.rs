//! The values that a check takes and gives.

use std::collections::BTreeMap;

use crate::i18n::Phrase;
use crate::network::{Observation, Snapshot};

/// How a step stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Verdict {
    /// Nothing has been judged yet.
    #[default]
    NotRun,
    /// All that must hold does.
    Passed,
    /// There was nothing to judge, and it has been read.
    Read,
    /// Something does not hold; the first reason is the one to mend first.
    Failed(Vec<Phrase>),
    /// The engine cannot be asked now.
    Unknown(Phrase),
    /// This engine cannot do what the step needs; not a failure.
    Skipped(Phrase),
}

/// What `runtime` has found out for one step.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// A fresh snapshot of the goals' objects; none when the engine is lost.
    pub snapshot: Option<Snapshot>,
    /// The workspace's files that goals and edits name; none where a file does not exist.
    pub files: BTreeMap<String, Option<String>>,
    /// One per reach of the step, in order; none where it was not tried.
    pub reaches: Vec<Option<Observation>>,
    /// One per task of the step, in order; none where it has not run.
    pub tasks: Vec<Option<TaskRun>>,
    /// Whether tasks are judged as well as goals (`verify`), not only where there are no goals.
    pub strict: bool,
}

/// How a task has run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskRun {
    /// Logical lines printed, escapes and carriage returns applied.
    pub lines: Vec<String>,
    /// The exit code; none while it runs.
    pub exit: Option<i64>,
    /// Whether the interrupt of a `^C` line has been sent.
    pub interrupted: bool,
}

/// A step's judgement, with its parts for the check pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepResult {
    /// The verdict over all.
    pub verdict: Verdict,
    /// One per goal of the step, in order.
    pub goals: Vec<Outcome>,
    /// One per reach of the step, in order.
    pub reaches: Vec<Outcome>,
    /// One per task of the step, in order; none where it has not run.
    pub tasks: Vec<Option<Comparison>>,
}

/// How one goal or reach stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Holds,
    /// It does not, and why.
    Fails(Phrase),
    /// It could not be found out, and why.
    Unknown(Phrase),
    /// It does not hold yet, in the midst of what makes it hold.
    Pending,
}

/// Expected beside actual.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// Aligned rows.
    pub rows: Vec<Row>,
    /// Whether the output is as expected.
    pub output_matches: bool,
    /// The exit code expected and the one seen, where they differ.
    pub exit_differs: Option<(i64, i64)>,
}

impl Comparison {
    /// Whether both output and exit code are as expected.
    pub fn matches(&self) -> bool {
        self.output_matches && self.exit_differs.is_none()
    }
}

/// One row of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The expected line as written in the lesson with values put in; none where the output has a line too many.
    pub expected: Option<Vec<Segment>>,
    /// The line that was printed; none where one is missing.
    pub actual: Option<Vec<Segment>>,
    /// Whether the two match.
    pub matches: bool,
    /// What the wildcards of a line that matches stood for, from left to right.
    pub stood: Vec<Stood>,
}

/// What a wildcard stood for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stood {
    /// As the lesson writes it: `[IP]`.
    pub wildcard: String,
    /// What was printed in its place; empty where that are whole lines.
    pub text: String,
}

/// A part of a compared line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    /// Stands on both sides.
    Same(String),
    /// Stands on this side alone.
    Differs(String),
    /// A wildcard, or what it matched: shown dimmed.
    Varies(String),
}

impl Segment {
    /// The text, however it compares.
    pub fn text(&self) -> &str {
        match self {
            Self::Same(text) | Self::Differs(text) | Self::Varies(text) => text,
        }
    }
}
