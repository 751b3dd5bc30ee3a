//! The state of the program: what `update` changes and `ui` draws.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::check::{StepResult, TaskRun};
use crate::i18n::{Lang, Phrase};
use crate::lesson::{Course, Values};
use crate::network::{Connection, Snapshot};
use crate::text::Terminal;

/// Everything there is.
#[derive(Debug)]
pub struct Model {
    /// The language shown.
    pub lang: Lang,
    /// Languages to go through with F2.
    pub langs: Vec<Lang>,
    /// The terminal's columns and rows.
    pub size: (u16, u16),
    /// The lessons.
    pub course: Arc<Course>,
    /// What is kept from one start to the next.
    pub progress: Progress,
    /// How we stand with the engine.
    pub connection: Connection,
    /// What exists on the engine; the last known while it is lost.
    pub snapshot: Option<Arc<Snapshot>>,
    /// The screen shown.
    pub screen: Screen,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// The prompt line.
    pub prompt: super::prompt::Prompt,
    /// The line that runs now.
    pub running: Option<Running>,
    /// What the lines printed.
    pub output: Terminal,
    /// What the verdict line says besides the verdict, until the next thing happens.
    pub notice: Option<Notice>,
    /// The time of day, `HH:MM`.
    pub clock: String,
    /// Whether the wheel and clicks are ours.
    pub mouse: bool,
    /// Names of workspace files, for completion.
    pub files: Vec<String>,
    /// The generation last given to an effect.
    pub generation: u64,
    /// The program is leaving.
    pub quitting: bool,
}

/// The screen shown.
#[derive(Debug)]
pub enum Screen {
    /// The lessons to choose from.
    Start(StartModel),
    /// One lesson.
    Lesson(Box<LessonModel>),
}

/// The start screen.
#[derive(Debug, Default)]
pub struct StartModel {
    /// The lesson under the cursor.
    pub selected: usize,
}

/// The lesson screen.
#[derive(Debug)]
pub struct LessonModel {
    /// Index into the course.
    pub lesson: usize,
    /// Index into the lesson's steps.
    pub step: usize,
    /// The task whose command stands in the prompt as ghost text; `tasks.len()` when all have run.
    pub task: usize,
    /// One per task of the step.
    pub tasks: Vec<TaskState>,
    /// How the step stands, from the last judgement.
    pub result: StepResult,
    /// Whether a judgement is under way.
    pub judging: bool,
    /// Hints shown so far.
    pub hints: usize,
    /// The state when the step began, to show what changed.
    pub baseline: Option<Arc<Snapshot>>,
    /// The learner's own addresses and ports.
    pub values: Values,
    /// Names of the lesson that are somebody else's.
    pub taken: Vec<Phrase>,
    /// What this engine cannot do for the lesson.
    pub lacking: Vec<Phrase>,
    /// The pane that keys scroll, and the one shown below the lesson on a narrow screen.
    pub focus: Pane,
    /// The right-hand pane shown on a narrow screen: never `Pane::Lesson`.
    pub tab: Pane,
    /// Whether the focused pane has the whole screen.
    pub zoomed: bool,
    /// First row shown, by pane; absent means the top, or the tail for the output.
    pub scroll: BTreeMap<Pane, usize>,
}

/// One of the four panes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Pane {
    /// The text.
    Lesson,
    /// What exists.
    Network,
    /// What was printed.
    Output,
    /// What was expected.
    Check,
}

/// How a task of the current step stands.
#[derive(Debug, Clone, Default)]
pub struct TaskState {
    /// How it ran last, or has run so far.
    pub run: Option<TaskRun>,
}

/// The line that runs now.
#[derive(Debug)]
pub struct Running {
    /// Its generation.
    pub generation: u64,
    /// The line.
    pub line: String,
    /// The task it stands for, where it is one.
    pub task: Option<usize>,
    /// Whether it runs on a terminal (`-t`): keys go to the container.
    pub terminal: bool,
    /// Whether it takes input (`-i`).
    pub interactive: bool,
    /// Its own output since it began, for the check.
    pub capture: Terminal,
    /// What moves: id → what is done, bytes done and in all.
    pub progress: BTreeMap<String, (String, Option<(u64, Option<u64>)>)>,
    /// Whether an interrupt was sent.
    pub interrupted: bool,
}

/// What lies over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// Keys and commands.
    Help {
        /// First row shown.
        scroll: usize,
    },
    /// The slash commands to choose from.
    Palette {
        /// What was typed to narrow them down.
        query: String,
        /// The one under the cursor.
        selected: usize,
    },
}

/// Something said on the verdict line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// What is said.
    pub phrase: Phrase,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// For information.
    Info,
    /// Something is as it should be.
    Good,
    /// Something wants attention.
    Warning,
    /// Something failed.
    Bad,
}

/// What is kept from one start to the next.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// The language chosen with F2 or `/lang`.
    pub lang: Option<String>,
    /// By lesson id.
    pub lessons: BTreeMap<String, LessonProgress>,
    /// Lines typed, oldest first, at most 1000.
    pub history: Vec<String>,
    /// The lesson that was open last.
    pub last: Option<String>,
}

/// What is kept of one lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LessonProgress {
    /// Ids of the steps that have passed or been read.
    pub done: BTreeSet<String>,
    /// Id of the step that was open last.
    pub at: Option<String>,
}
