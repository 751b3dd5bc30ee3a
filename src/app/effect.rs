//! What is to be done.

use bytes::Bytes;

use super::Progress;
use crate::check::TaskRun;
use crate::i18n::{Lang, Phrase};
use crate::report::Event;

/// Something that `runtime` does. Requests that are answered carry a generation.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Look at the engine for a lesson that is being opened → [`super::Msg::Opened`].
    Open {
        /// Answered with this.
        generation: u64,
        /// Index into the course.
        lesson: usize,
    },
    /// Run a line → `Output`, `Progressed`, `Cleared`, `Ended`.
    Run {
        /// Answered with this.
        generation: u64,
        /// The line as typed, full-width folded, values put in.
        line: String,
        /// The lesson in which it runs.
        lesson: Option<usize>,
        /// The output pane's size.
        cols: u16,
        /// The output pane's size.
        rows: u16,
    },
    /// Keys for the running line.
    Send(Bytes),
    /// No more input will come for the running line (Ctrl-D where it takes input without a terminal).
    Eof,
    /// Ctrl-C for the running line.
    Interrupt,
    /// Stop looking at the running line; it goes on.
    Detach,
    /// The output pane has another size: columns, rows.
    ResizeOutput(u16, u16),
    /// Judge a step → [`super::Msg::Judged`].
    Judge {
        /// Answered with this.
        generation: u64,
        /// Index into the course.
        lesson: usize,
        /// Index into the lesson's steps.
        step: usize,
        /// How the step's tasks have run so far.
        tasks: Vec<Option<TaskRun>>,
    },
    /// Remove a lesson's containers and networks → [`super::Msg::Reset`].
    Reset {
        /// Answered with this.
        generation: u64,
        /// Index into the course.
        lesson: usize,
    },
    /// Bring the engine to where a step begins → [`super::Msg::Headway`], [`super::Msg::Brought`].
    Bring {
        /// Answered with this.
        generation: u64,
        /// Index into the course.
        lesson: usize,
        /// Index into the lesson's steps.
        step: usize,
    },
    /// Stop bringing it; answered all the same.
    StopBringing,
    /// Open a file of a lesson's folder in an editor → [`super::Msg::FileOpened`].
    OpenFile {
        /// Answered with this.
        generation: u64,
        /// Index into the course.
        lesson: usize,
        /// As typed.
        path: String,
    },
    /// Write a file that is being edited → [`super::Msg::FileSaved`].
    SaveFile {
        /// Answered with this.
        generation: u64,
        /// Index into the course.
        lesson: usize,
        /// Below the lesson's folder.
        path: String,
        /// What the file must still hold; none where it must not be there.
        before: Option<String>,
        /// What it is to hold.
        content: String,
    },
    /// See which of a step's edits have been made → [`super::Msg::Edits`].
    LookAtEdits {
        /// Answered with this.
        generation: u64,
        /// Index into the course.
        lesson: usize,
        /// Index into the lesson's steps.
        step: usize,
    },
    /// Make an edit for the learner → [`super::Msg::EditMade`].
    MakeEdit {
        /// Answered with this.
        generation: u64,
        /// Index into the course.
        lesson: usize,
        /// Index into the lesson's steps.
        step: usize,
        /// Index into the step's edits.
        edit: usize,
    },
    /// Write into a lesson's journal what has happened.
    Note {
        /// Index into the course.
        lesson: usize,
        /// What.
        event: Box<Event>,
    },
    /// Write progress, history and language to disk.
    Save(Box<Progress>),
    /// Write the report of what was done.
    Report {
        /// Where to; a name of its own where none is given.
        file: Option<String>,
        /// What the learner has done.
        progress: Box<Progress>,
        /// The language shown.
        lang: Lang,
    },
    /// Write the screen as a picture, once it is drawn: where to; a name of its own where none is given.
    Shot(Option<String>),
    /// Record the session → [`super::Msg::Recording`]: where to; a name of its own where none is given.
    Record(Option<String>),
    /// End the recording → [`super::Msg::Recording`].
    StopRecording,
    /// List the workspace, for completion → [`super::Msg::Files`].
    ListFiles(usize),
    /// Say in the language shown why a line was not run, for the output → [`super::Msg::Explained`].
    Explain(Phrase),
    /// Copy text to the terminal's clipboard (OSC 52).
    Copy(String),
    /// Copy what is marked → [`super::Msg::Copied`].
    CopySelection,
    /// Take the mouse, or give selection back to the terminal.
    CaptureMouse(bool),
    /// Draw the whole screen anew: something else has written on it.
    Repaint,
    /// Leave.
    Quit,
}
