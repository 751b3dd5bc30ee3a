//! What can happen.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use crossterm::event::{KeyEvent, MouseEvent};

use super::{Pane, Speed};
use crate::check::StepResult;
use crate::i18n::Phrase;
use crate::lesson::Values;
use crate::network::{Connection, Snapshot};
use crate::text::Amount;

/// Something that happened outside `update`.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// A whole line was read, where there are lines instead of keys.
    Line(String),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// The terminal got the focus, or lost it.
    Focused(bool),
    /// The mouse button went down again where it did just before: the how manieth time, from 2 on. Told after the
    /// click itself.
    ClickedAgain(u8),
    /// What was marked has been copied: so many lines and characters; none where there was nothing.
    Copied(Option<(usize, usize)>),
    /// The terminal has another size: columns, rows.
    Resized(u16, u16),
    /// The engine's state changed.
    Connection(Connection),
    /// What exists on the engine now.
    Snapshot(Arc<Snapshot>),
    /// The running line of that generation printed something.
    Output(u64, Bytes),
    /// The running line of that generation moved on: what, what is done, bytes done and in all.
    Progressed(u64, String, String, Option<Amount>),
    /// How fast that is.
    Paced(u64, Speed),
    /// The running line of that generation asks for an empty screen.
    Cleared(u64),
    /// Why a line was not run, in words that are safe to be shown.
    Explained(String),
    /// The line of that generation has ended.
    Ended(u64, Outcome),
    /// A step was judged: the generation of the request, and what came out.
    Judged(u64, Box<StepResult>),
    /// What is known of a step before everything has been tried.
    Foreseen(u64, Box<StepResult>),
    /// Values of the lesson, read anew.
    Values(Values),
    /// A lesson was opened: names and ports that are somebody else's (name → why and what to do),
    /// needs that the engine lacks, and the values known at the start.
    Opened {
        /// The generation of the request.
        generation: u64,
        /// Names taken by somebody else.
        taken: Vec<Phrase>,
        /// What this engine cannot do for the lesson.
        lacking: Vec<Phrase>,
        /// Values known at the start, ports replaced.
        values: Values,
    },
    /// A lesson's containers and networks have been removed (`/reset`).
    Reset(u64, Result<(), Phrase>),
    /// A lesson is to be opened: index into the course.
    OpenLesson(usize),
    /// How far the engine has been brought to where a step begins.
    Headway(u64, super::Headway),
    /// The engine is where a step begins, and the lesson's values are these; or why it has come only so far.
    Brought(u64, Result<Values, Phrase>),
    /// A file was read for the built-in editor, or another editor was left; else why not.
    FileOpened(u64, Result<Opened, Phrase>),
    /// What became of a file that was to be written.
    FileSaved(u64, Saved),
    /// Whether each edit of the step has been made.
    Edits(u64, Vec<bool>),
    /// An edit was made for the learner: whether each edit of the step has been made, as the files then are; else why
    /// not.
    EditMade(u64, Result<Made, Phrase>),
    /// Something that the learner is to be told.
    Notice(super::Notice),
    /// A recording has begun (into that file), has ended, or cannot be made.
    Recording(Result<Option<String>, Phrase>),
    /// Names in a workspace folder, for completion.
    Files(Vec<String>),
    /// The minute changed: the time of day as `HH:MM`.
    Minute(String),
    /// So many seconds have been waited; 0 when that is over.
    Waited(u64),
    /// The view has drawn: how high its contents are.
    Measured(Measured),
    /// The program was asked to end (SIGTERM, SIGHUP).
    Terminate,
}

/// How high what was drawn is, so that scrolling ends where the content does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measured {
    /// By pane; panes that are not shown are absent.
    pub panes: BTreeMap<Pane, Measure>,
    /// The overlay that scrolls (help, reasons).
    pub overlay: Measure,
    /// The character that the keyboard's mark is on.
    pub caret: Option<Caret>,
    /// The answers to the open question, by the row of the lesson pane that shows them.
    pub answers: BTreeMap<usize, usize>,
    /// What rows of the network pane fold.
    pub folds: BTreeMap<usize, super::sight::Fold>,
    /// The rows that the verdict line needed; 0 before anything was drawn.
    pub verdict: u16,
    /// What can be clicked, from bottom to top where some of it lies over the rest.
    pub buttons: Vec<super::button::Button>,
    /// Where the word that is looked for stands, from top to bottom; only when a jump was due.
    pub found: Option<Vec<super::find::Spot>>,
}

/// The character that a mark is on, in columns of its pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caret {
    /// Its first column.
    pub first: u16,
    /// Its last column.
    pub last: u16,
    /// The first column of the last character in its row.
    pub end: u16,
}

/// How high one pane's content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measure {
    /// Rows of content in all.
    pub rows: usize,
    /// Rows that fit.
    pub shown: usize,
    /// The first row that was drawn.
    pub first: usize,
    /// The columns in which it is laid out.
    pub cols: usize,
    /// Letters in the rows before the first one drawn; of the output, rows.
    pub before: usize,
    /// Letters in all rows; of the output, rows.
    pub letters: usize,
}

impl Measure {
    /// The last row that may be the first one shown.
    pub fn last_first(self) -> usize {
        self.rows.saturating_sub(self.shown)
    }
}

/// An edit that was made for the learner.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Made {
    /// Which of the step's edits it is.
    pub edit: usize,
    /// Which of the step's edits have been made now.
    pub edits: Vec<bool>,
    /// The file was another than the lesson's, and was written anew: its path, and that of the learner's own version.
    pub kept: Option<(String, String)>,
}

/// How a file was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// It was read for the built-in editor.
    Text {
        /// Its path below the lesson's folder.
        path: String,
        /// What it holds; none where it is new.
        content: Option<String>,
    },
    /// An editor of the learner's own had the terminal, and has been left.
    Elsewhere,
}

/// What became of a file that was to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// It holds this now.
    Written(String),
    /// Nothing was written: somebody else has changed it meanwhile, and it holds this.
    Changed(Option<String>),
    /// It could not be written.
    Failed(Phrase),
}

/// How a line ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// With this exit code.
    Exited(i64),
    /// We no longer look at it; it goes on in the engine.
    Detached,
    /// It could not be run at all: the reason, and the exit code a shell would give.
    Refused(Phrase, i64),
    /// The engine went away meanwhile.
    Lost,
}
