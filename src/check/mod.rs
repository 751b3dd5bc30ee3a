//! The check: what happened against what was expected, and why a step has not passed.
//!
//! Pure. `runtime` gathers [`Evidence`] (a fresh snapshot, probes, files, the tasks' outputs);
//! [`judge()`] decides. [`compare`] puts one task's output beside what was expected of it, and
//! [`Watch`] follows it while it runs, to say when an interrupt is due.

mod align;
mod attempt;
mod container;
mod edit;
mod expected;
mod goal;
mod judge;
mod kind;
mod line;
mod missing;
mod publish;
mod remedy;
mod script;
mod tokens;
mod verdict;

pub use attempt::meets;
pub use edit::edits;
pub use expected::{Progress, Watch, compare, compare_best};
pub use judge::{judge, last_words};
pub use remedy::{Remedy, remedy};
pub use verdict::{Comparison, Evidence, Outcome, Row, Segment, StepResult, Stood, TaskRun, Verdict};
