//! The state of the program: what `update` changes and `ui` draws.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Overlay, Progress, Running};
use crate::check::{StepResult, TaskRun};
use crate::i18n::{Lang, Phrase};
use crate::lesson::{Course, Values};
use crate::network::{Connection, Snapshot};
use crate::report::Judged;
use crate::text::{Size, Terminal};

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
    /// The file being edited; it has the whole screen.
    pub editor: Option<Box<super::editor::Editor>>,
    /// The generation of the [`super::Effect::OpenFile`] that is not answered yet.
    pub opening_file: Option<u64>,
    /// The prompt line.
    pub prompt: super::prompt::Prompt,
    /// The line that runs now.
    pub running: Option<Running>,
    /// What the lines printed.
    pub output: Terminal,
    /// What is looked for with `/find`.
    pub find: super::find::Find,
    /// What the verdict line says besides the verdict, until the next thing happens.
    pub notice: Option<Notice>,
    /// The time of day, `HH:MM`.
    pub clock: String,
    /// For how many seconds something has been waited for, see [`Model::is_waiting`].
    pub waited: u64,
    /// The file into which the session is being recorded.
    pub recording: Option<String>,
    /// Whether the wheel and clicks are ours.
    pub mouse: bool,
    /// What is marked in a pane.
    pub selection: Option<super::selection::Selection>,
    /// Names of workspace files, for completion.
    pub files: Vec<String>,
    /// What an instructor has besides a learner; none in the normal program.
    pub teach: Option<Box<super::teach::Teach>>,
    /// The generation last given to an effect.
    pub generation: u64,
    /// The program is leaving.
    pub quitting: bool,
    /// What the view found out about the heights of what it drew.
    pub measured: super::Measured,
    /// What the next Enter (or the same key again) confirms; the notice says what.
    pub confirm: Option<Confirm>,
    /// Whether all this is a screen, or lines.
    pub front: super::Front,
    /// What was asked for, where lines stand in for panes.
    pub asked: Option<Pane>,
}

/// Something that is done only when it is asked for twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirm {
    /// Leave although a line runs.
    Quit,
    /// Remove the lesson's containers and networks.
    Reset,
    /// Bring the engine to the beginning of that step, although something of the lesson's is there.
    CatchUp(usize),
    /// Go on although the question before it has not been answered.
    Unpredicted,
}

impl Model {
    /// The state at the start: the list of lessons, the last one opened under the cursor.
    ///
    /// `langs` are the languages to go through with F2; `lang`, the one to begin with, should be one
    /// of them. `size` is the terminal's columns and rows.
    pub fn new(
        course: Arc<Course>,
        progress: Progress,
        langs: Vec<Lang>,
        lang: Lang,
        size: (u16, u16),
    ) -> Self {
        let last = progress.last.as_deref();
        let selected = course.lessons.iter().position(|lesson| Some(lesson.id.as_str()) == last).unwrap_or(0);
        let mut model = Self {
            lang,
            langs,
            size,
            course,
            progress,
            connection: Connection::Connecting,
            snapshot: None,
            screen: Screen::Start(StartModel { selected, ..StartModel::default() }),
            overlay: None,
            editor: None,
            opening_file: None,
            prompt: super::prompt::Prompt::default(),
            running: None,
            output: Terminal::new(Size { cols: 2, rows: 1 }),
            find: super::find::Find::default(),
            notice: None,
            clock: String::new(),
            waited: 0,
            mouse: true,
            selection: None,
            files: Vec::new(),
            teach: None,
            generation: 0,
            quitting: false,
            measured: super::Measured::default(),
            recording: None,
            confirm: None,
            front: super::Front::default(),
            asked: None,
        };
        model.output = Terminal::new(super::layout::output_size(&model));
        model
    }

    /// Whether something goes on by itself that may show nothing for a while: a line runs, or attempts are made. A shell
    /// waits for the learner, not the learner for it.
    pub fn is_waiting(&self) -> bool {
        let runs = self.running.as_ref().is_some_and(|running| !running.may_be_shell());
        runs || matches!(&self.screen, Screen::Lesson(lesson) if lesson.judging && self.running.is_none())
    }
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
    /// Whether the output is shown below the list: a line has been run from here.
    pub output: bool,
    /// First row of the output shown; absent means its tail.
    pub scroll: Option<usize>,
}

/// The lesson screen.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent of one another")]
pub struct LessonModel {
    /// Index into the course.
    pub lesson: usize,
    /// What on the engine belongs to it.
    pub cast: super::Cast,
    /// Index into the lesson's steps.
    pub step: usize,
    /// Another number each time that a step is gone to, also where it is the same step.
    pub visit: u64,
    /// The task whose command stands in the prompt as ghost text; `tasks.len()` when all have run.
    pub task: usize,
    /// One per task of the step.
    pub tasks: Vec<TaskState>,
    /// Whether each edit of the step has been made, as far as is known.
    pub edits: Vec<bool>,
    /// A file whose editor was left, until it has been looked at.
    pub left_file: Option<String>,
    /// The generation of the last look at the files that edits are about.
    pub looking: u64,
    /// The generation of the [`super::Effect::MakeEdit`] that is not answered yet.
    pub making: Option<u64>,
    /// How the step stands, from the last judgement.
    pub result: StepResult,
    /// What of it is another than before the line that ran last.
    pub turned: super::Turned,
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
    /// First row shown, by pane; absent means that the pane follows: the lesson what `follow` says,
    /// the output its tail, the others show their top.
    pub scroll: BTreeMap<Pane, usize>,
    /// What stood there when it was drawn, for when it is laid out anew.
    pub anchors: BTreeMap<Pane, super::anchor::Anchor>,
    /// What the lesson pane keeps in sight while it follows.
    pub follow: Follow,
    /// How much of the network pane is shown.
    pub sight: super::sight::Sight,
    /// The generation of the judgement under way.
    pub judgement: u64,
    /// Whether something happened during the judgement under way, so that it is to be repeated.
    pub judge_again: bool,
    /// The generation of the [`super::Effect::Open`] that is not answered yet.
    pub opening: Option<u64>,
    /// The generation of the [`super::Effect::Reset`] that is not answered yet.
    pub resetting: Option<u64>,
    /// The engine while it is brought to where a step begins.
    pub bringing: Option<super::Bringing>,
    /// Whether what explains the step has been brought into sight since it was over.
    pub explained: bool,
    /// Whether the step had passed before it was opened this time.
    pub revisited: bool,
    /// Whether the last line in this step that was more than a look was one of its tasks.
    pub by_task: bool,
    /// Whether something was done in this step since it was opened, or a check asked for. Until then, nothing has failed.
    pub tried: bool,
    /// Whether the lesson was begun anew with `/reset`.
    pub restarted: bool,
    /// Whether `/solve` runs the step's remaining tasks one after another.
    pub solving: bool,
    /// Whether a challenge's solution was asked for.
    pub solved: bool,
    /// How the step stands as far as the journal knows.
    pub noted: Option<Judged>,
}

/// What a lesson pane that follows keeps in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Follow {
    /// The current command.
    #[default]
    Command,
    /// The hint shown last.
    Hint,
    /// What explains the step, once it is behind the learner.
    Explanation,
    /// The question with that index: it was answered, or its answer is known.
    Question(usize),
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

impl Pane {
    /// All of them, in the order in which F3 goes through them.
    pub const ALL: [Self; 4] = [Self::Lesson, Self::Network, Self::Output, Self::Check];
}

/// How a task of the current step stands.
#[derive(Debug, Clone, Default)]
pub struct TaskState {
    /// How it ran last, or has run so far.
    pub run: Option<TaskRun>,
    /// Whether it ended and printed as the lesson says.
    pub as_expected: bool,
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
