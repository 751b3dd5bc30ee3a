//! Lessons: Markdown and an answer key become a [`Lesson`]. Pure; files come in as text.
//!
//! The format is fixed in `docs/authoring.md`. What is the same in every language (steps, tasks,
//! goals, reaches) stands in [`Lesson`]; what is said to the reader stands in [`Prose`], one per language.

mod console;
mod course;
mod edit;
mod expected;
mod files;
mod glossary;
mod goal;
mod instep;
mod key;
mod lint;
mod markdown;
mod output;
mod parse;
mod problem;
mod prose;
mod value;

use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Duration;

pub use course::{course, load};
pub use expected::{Expected, Kind, Line, Piece};
pub use files::{Files, built_in};
pub use glossary::{Glossary, Word, word_of};
pub use goal::{Expect, Goal, Need, Reach, State, Subject};
pub use lint::{Look, lint, report_graphical, report_plain};
pub use parse::parse;
pub use problem::Problem;
pub use prose::{AlertKind, Block, Choice, Console, Inline, ListItem, Prose, StepProse, Style};
pub use value::{Part, Source, Values};

use crate::i18n::Lang;

/// The ordered lessons of the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// Those that can be played, in the order of `course.toml`.
    pub lessons: Vec<Lesson>,
    /// Those that cannot, by id, with all that is wrong with them; also `course.toml` itself, and `glossary`.
    pub broken: Vec<(String, Vec<Problem>)>,
    /// The words that lessons explain once for all.
    pub glossary: Glossary,
}

/// One lesson, in all its languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lesson {
    /// The folder's name below `lessons/`; never changes.
    pub id: String,
    /// Images that the lesson's lines use, as written in them (`alpine`, `nginx:1.27`).
    pub images: Vec<String>,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What the engine must be able to do for the whole lesson.
    pub needs: Vec<Need>,
    /// Host ports by name, with the number as it stands in commands and URLs.
    pub ports: BTreeMap<String, u16>,
    /// Values read from the engine, by name.
    pub values: BTreeMap<String, Source>,
    /// In the order of the prose.
    pub steps: Vec<Step>,
    /// What is said, by language; each has exactly as many steps as `steps`.
    pub prose: BTreeMap<Lang, Prose>,
    /// Files the learner gets: path below the workspace, and content.
    pub workspace: BTreeMap<String, Vec<u8>>,
}

/// One `##` section: what a learner does and checks in one go. The same in every language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Step {
    /// Stable; never changes, so that nobody's progress is stranded.
    pub id: String,
    /// In the order of the prose.
    pub tasks: Vec<Task>,
    /// Edits of workspace files (`diff path=…` blocks), in order.
    pub edits: Vec<Edit>,
    /// What the learner is asked before something runs, in the order of the prose.
    pub questions: Vec<Question>,
    /// Whether the commands and edits are one solution among others: not shown until they are asked for, or the
    /// step has passed.
    pub challenge: bool,
    /// Whether the step only looks at what is there: its goals and reaches hold from its beginning, and its tasks must
    /// have shown it.
    pub looks: bool,
    /// Statements about the engine that must hold.
    pub goals: Vec<Goal>,
    /// Things that must be reachable, or not.
    pub reaches: Vec<Reach>,
    /// What the engine must be able to do for this step.
    pub needs: Vec<Need>,
}

/// One command with what is expected of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The command as one line, continuation lines joined, without the `$ `.
    pub line: String,
    /// What it should print, how it should end. Alternatives where engines differ come after the first.
    pub expected: Vec<Expected>,
    /// How many of the step's edits come before this task in the prose.
    pub edits_before: usize,
}

/// A prediction that the learner is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The tasks that show together how it is, as indices into the step's tasks: those of the console block that
    /// follows. Empty where the answer is shown at once.
    pub tasks: Range<usize>,
    /// How many answers there are to choose from.
    pub options: usize,
    /// Which of them is right, from 0.
    pub right: usize,
}

/// An edit that the learner makes to a file of the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Below the workspace.
    pub path: String,
    /// A unified diff without file headers: lines that begin with ` `, `-`, `+` or `@@`.
    pub diff: String,
}

impl Lesson {
    /// The prose in `lang`, or in the first language there is.
    pub fn prose_in(&self, lang: &Lang) -> Option<&Prose> {
        self.prose.get(lang).or_else(|| self.prose.values().next())
    }
}

impl Step {
    /// Whether its tasks must have run as expected. Otherwise its goals and reaches decide, whatever was typed.
    pub fn is_decided_by_tasks(&self) -> bool {
        self.looks || (self.goals.is_empty() && self.reaches.is_empty())
    }

    /// Whether there is nothing to do and nothing to check: such a step is *read*.
    pub fn is_reading(&self) -> bool {
        self.tasks.is_empty() && self.goals.is_empty() && self.reaches.is_empty() && self.edits.is_empty()
    }
}

/// The label that carries the id of the lesson in which something on an engine was made.
pub const LABEL: &str = "netdojo.lesson";

/// The longest that a reach is tried again when its key names no `within`.
pub const DEFAULT_WITHIN: Duration = Duration::from_secs(5);
