//! The check: what happened against what was expected, and why a step has not passed.
//!
//! Pure. `runtime` gathers [`Evidence`] (a fresh snapshot, probes, files, the tasks' outputs);
//! [`judge`] decides.

mod verdict;

pub use verdict::{Comparison, Evidence, Outcome, Row, Segment, StepResult, TaskRun, Verdict};
