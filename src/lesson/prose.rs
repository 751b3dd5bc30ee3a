//! What is said to the reader: Markdown as blocks and inlines, ready to be laid out.

/// A lesson's text in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose {
    /// The `#` heading.
    pub title: String,
    /// What stands before the first step.
    pub intro: Vec<Block>,
    /// One per step, in order.
    pub steps: Vec<StepProse>,
}

/// A step's text in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepProse {
    /// The `##` heading, without its comment.
    pub title: String,
    /// What follows it.
    pub blocks: Vec<Block>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading below the step's: level 3 to 6.
    Heading(u8, Vec<Inline>),
    /// A list; numbered from `start` where there is one.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Its items.
        items: Vec<ListItem>,
    },
    /// A table: header cells, then rows of cells.
    Table {
        /// The head.
        head: Vec<Vec<Inline>>,
        /// The body.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// `> [!KIND]`.
    Alert(AlertKind, Vec<Self>),
    /// A plain quotation.
    Quote(Vec<Self>),
    /// A code block that only illustrates: its language and its text.
    Code(String, String),
    /// A `console` block: commands to run.
    Console(Vec<Console>),
    /// A `diff path=…` block: index into the step's edits.
    Edit(usize),
    /// A question: index into the step's questions, and what there is to choose from.
    Question(usize, Vec<Choice>),
    /// A thematic break.
    Rule,
    /// `<!-- notes: … -->`: for the instructor alone.
    Notes(String),
}

/// One command of a `console` block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Console {
    /// The translation's own comment lines above the command, without `#`.
    pub comments: Vec<String>,
    /// The command's lines as written, without `$ ` and `> `.
    pub lines: Vec<String>,
    /// Index into the step's tasks.
    pub task: usize,
}

/// One of the answers to a question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// What it says.
    pub text: Vec<Inline>,
    /// Why it is so, or not: shown with the answer.
    pub reason: Vec<Block>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListItem {
    /// A task-list item's box: ticked or not.
    pub checked: Option<bool>,
    /// Its content.
    pub blocks: Vec<Block>,
}

/// Kinds of alerts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AlertKind {
    /// A hint: one more each time it is asked for.
    Tip,
    /// The explanation: shown once the step has passed.
    Note,
    /// Always shown.
    Important,
    /// Always shown.
    Warning,
    /// Always shown.
    Caution,
}

impl AlertKind {
    /// The word in `> [!WORD]`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tip => "TIP",
            Self::Note => "NOTE",
            Self::Important => "IMPORTANT",
            Self::Warning => "WARNING",
            Self::Caution => "CAUTION",
        }
    }
}

/// A run of text in one style, or a forced line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text. Soft line breaks are already a space, or nothing between Japanese letters.
    Text {
        /// May hold `[IP:name]`, which is shown as the learner's own value.
        text: String,
        /// How it looks.
        style: Style,
        /// Where it leads.
        link: Option<String>,
    },
    /// A hard line break.
    Break,
}

/// How a run of text looks.
#[allow(clippy::struct_excessive_bools, reason = "four looks that combine freely")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// `**strong**`
    pub strong: bool,
    /// `*emphasis*`
    pub emphasis: bool,
    /// `` `code` ``
    pub code: bool,
    /// `~~struck~~`
    pub strike: bool,
}
