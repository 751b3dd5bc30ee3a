//! A report as a document: everything said already, nothing laid out yet.

use crate::i18n::Lang;
use crate::lesson::{Block, Inline};
use crate::text::Piece;

/// The whole report, in one language. Its text is free of control characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language.
    pub lang: Lang,
    /// What it is called.
    pub title: String,
    /// When it was made, by which version.
    pub made: String,
    /// The lessons of the course, and how far each has come.
    pub overview: Table,
    /// What is said where there is no chapter.
    pub empty: Option<String>,
    /// One for each lesson told.
    pub chapters: Vec<Chapter>,
}

/// A table with a head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// The head.
    pub head: Vec<String>,
    /// The body.
    pub rows: Vec<Vec<String>>,
}

/// Something known about a lesson: what it is, and what it comes to.
pub type Fact = (String, String);

/// A lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// The lesson's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How it went.
    pub facts: Vec<Fact>,
    /// Each time it was begun.
    pub attempts: Vec<Part>,
    /// The learner's own values.
    pub values: Option<Table>,
    /// What the lesson wants remembered: heading and text.
    pub remember: Option<(String, Vec<Block>)>,
}

/// What was done from one beginning of a lesson to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where there are several.
    pub heading: Option<String>,
    /// The steps in which something was done.
    pub steps: Vec<Section>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its number and title.
    pub title: String,
    /// How it stands.
    pub mark: Mark,
    /// The same in words, and how long it took.
    pub status: String,
    /// What was predicted, done and judged, in order.
    pub items: Vec<Item>,
}

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Good,
    /// Not as it should be, or not yet.
    Bad,
    /// Neither.
    Neutral,
}

impl Mark {
    /// The sign for it.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Good => "✓",
            Self::Bad => "✗",
            Self::Neutral => "–",
        }
    }
}

/// Something in a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A question and its answers, each with what it is.
    Question {
        /// What was asked.
        asked: Vec<Inline>,
        /// Whether the prediction was right; neutral while that is not known.
        mark: Mark,
        /// What the answers are: the learner's own, and the right one where it is another.
        answers: Vec<(String, Vec<Inline>)>,
    },
    /// A line that was run.
    Command {
        /// The line.
        line: String,
        /// What it printed: lines, and in their midst what is left out.
        output: Vec<Printed>,
        /// How it ended, where that is to be said.
        remark: Option<String>,
    },
    /// Something that is said.
    Note(String),
    /// How the step stood then.
    Verdict {
        /// The sign.
        mark: Mark,
        /// In words.
        said: String,
        /// Why.
        reasons: Vec<String>,
    },
}

/// A line of an output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// It was printed.
    Line(Vec<Piece>),
    /// It stands for lines that are left out.
    Omitted(String),
}
