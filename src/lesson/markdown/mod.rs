//! Reads the prose of a lesson: Markdown into a [`Document`], with where everything stands.

mod block;
mod comment;
mod fence;
mod inline;
mod question;
mod seam;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use self::comment::Comment;
pub(super) use self::fence::is_below;
use super::console::Command;
use super::problem::{Problem, Source};
use super::{AlertKind, Block, Inline};
use crate::i18n::phrase;

/// A lesson in one language.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// The `#` heading.
    pub title: String,
    /// What stands before the first step.
    pub intro: Vec<Block>,
    /// The kinds of the intro's blocks.
    pub shapes: Vec<(Shape, Range<usize>)>,
    /// Its `##` sections.
    pub sections: Vec<Section>,
    /// Code that is shown as it is.
    pub verbatim: Vec<Range<usize>>,
    /// Where links lead, and where they stand.
    pub links: Vec<(String, Range<usize>)>,
    /// What does not break the lesson and is not right either: for `lint`.
    pub remarks: Vec<Problem>,
}

/// A `##` section.
#[derive(Debug, Default)]
pub(super) struct Section {
    /// The step's id; empty where it is missing.
    pub id: String,
    /// Where the id stands, or the heading where it is missing.
    pub id_span: Range<usize>,
    /// The heading.
    pub title: String,
    /// What follows it.
    pub blocks: Vec<Block>,
    /// The kinds of its blocks, in order.
    pub shapes: Vec<(Shape, Range<usize>)>,
    /// Its commands, in order, each with the number of edits before it.
    pub tasks: Vec<(Command, usize)>,
    /// Its edits, in order.
    pub edits: Vec<EditDraft>,
    /// Its questions, in order.
    pub questions: Vec<QuestionDraft>,
    /// Whether its commands and edits are a solution, and where the first of them stands.
    pub solution: Option<(bool, Range<usize>)>,
}

impl Section {
    /// Whether its commands and edits are one solution among others.
    pub fn is_challenge(&self) -> bool {
        self.solution.as_ref().is_some_and(|(solution, _)| *solution)
    }
}

/// A task list that asks.
#[derive(Debug)]
pub(super) struct QuestionDraft {
    /// The commands of the console block that follows; empty where none does.
    pub tasks: Range<usize>,
    /// How many answers there are.
    pub options: usize,
    /// The right one, from 0.
    pub right: usize,
    /// Its first line.
    pub span: Range<usize>,
}

/// What the `##` sections of a file are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sections {
    /// Steps of a lesson.
    Steps,
    /// Words of the glossary.
    Words,
}

/// A `diff path=…` block.
#[derive(Debug)]
pub(super) struct EditDraft {
    /// The file's path below the workspace.
    pub path: String,
    /// The block's content.
    pub diff: String,
    /// Where the block stands.
    pub span: Range<usize>,
}

/// The kind of a block, as it must be the same in every language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    Paragraph,
    Heading(u8),
    List,
    Table,
    Alert(AlertKind),
    Quote,
    Code(String),
    Console,
    Edit,
    Question,
    Rule,
    Notes,
}

/// Reads a file of prose, whose sections are `what`.
pub(super) fn read(source: Source<'_>, what: Sections, problems: &mut Vec<Problem>) -> Document {
    let mut reader = Reader::new(source, what);
    while reader.at < reader.events.len() {
        reader.top();
    }
    if reader.titles == 0 {
        reader
            .problems
            .push(source.problem(0..0, phrase("lesson-title-missing")).help("lesson-title-missing-help"));
    }
    if reader.document.sections.is_empty() {
        let end = source.text.len();
        let (what, help) = match what {
            Sections::Steps => ("lesson-no-steps", "lesson-no-steps-help"),
            Sections::Words => ("lesson-no-words", "lesson-no-words-help"),
        };
        reader.problems.push(source.problem(end..end, phrase(what)).help(help));
    }
    reader.two_before_one_task();
    problems.append(&mut reader.problems);
    reader.document
}

/// Goes through the events of one file.
struct Reader<'a> {
    source: Source<'a>,
    sections: Sections,
    events: Vec<(Event<'a>, Range<usize>)>,
    at: usize,
    document: Document,
    problems: Vec<Problem>,
    /// `#` headings so far.
    titles: usize,
    /// How many blocks are open around the current one.
    depth: usize,
    /// How many quotations and alerts are open around the current one.
    quoted: usize,
    /// The box of the task-list item that is being read.
    checked: Option<bool>,
}

impl<'a> Reader<'a> {
    fn new(source: Source<'a>, sections: Sections) -> Self {
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_GFM;
        Self {
            source,
            sections,
            events: Parser::new_ext(source.text, options).into_offset_iter().collect(),
            at: 0,
            document: Document::default(),
            problems: Vec::new(),
            titles: 0,
            depth: 0,
            quoted: 0,
            checked: None,
        }
    }

    /// Reads what stands next at the top of the document.
    fn top(&mut self) {
        let (event, span) = &self.events[self.at];
        let span = span.clone();
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => self.title(span),
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => self.step(span),
            _ => {
                let at = self.at;
                if let Some(block) = self.block() {
                    let shape = (Shape::of(&block), span);
                    let (blocks, shapes) = match self.document.sections.last_mut() {
                        Some(section) => (&mut section.blocks, &mut section.shapes),
                        None => (&mut self.document.intro, &mut self.document.shapes),
                    };
                    blocks.push(block);
                    shapes.push(shape);
                }
                // Whatever an event is, the reader moves on.
                self.at = self.at.max(at + 1);
            }
        }
    }

    fn title(&mut self, span: Range<usize>) {
        let title = self.heading();
        self.titles += 1;
        if self.titles > 1 {
            let problem =
                self.source.problem(first_line(self.source.text, span), phrase("lesson-title-second"));
            self.problems.push(problem.help("lesson-title-second-help"));
        } else {
            self.document.title = plain(&title);
            if !self.document.intro.is_empty() || !self.document.sections.is_empty() {
                let problem =
                    self.source.problem(first_line(self.source.text, span), phrase("lesson-title-late"));
                self.problems.push(problem.help("lesson-title-missing-help"));
            }
        }
    }

    fn step(&mut self, span: Range<usize>) {
        let title = plain(&self.heading());
        let line = first_line(self.source.text, span);
        let mut section = Section { title, id_span: line.clone(), ..Section::default() };
        let (bad, missing, missing_help) = match self.sections {
            Sections::Steps => ("lesson-step-id", "lesson-step-id-missing", "lesson-step-id-missing-help"),
            Sections::Words => ("lesson-word-id", "lesson-word-id-missing", "lesson-word-id-missing-help"),
        };
        if let Some((id, at)) = self.peek_id() {
            self.skip_html();
            section.id_span = at.clone();
            if is_id(&id) {
                section.id = id;
            } else {
                let problem = self.source.problem(at, phrase(bad).with("id", id));
                self.problems.push(problem.help("lesson-step-id-help"));
            }
        } else {
            self.problems.push(self.source.problem(line, phrase(missing)).help(missing_help));
        }
        self.document.sections.push(section);
    }

    /// The section's id, where it stands next, and where.
    fn peek_id(&self) -> Option<(String, Range<usize>)> {
        match (self.sections, self.peek_comment()?) {
            (Sections::Steps, (Comment::Step(id), at)) | (Sections::Words, (Comment::Word(id), at)) => {
                Some((id, at))
            }
            _ => None,
        }
    }

    /// The heading at the reader's place, which moves behind it.
    fn heading(&mut self) -> Vec<Inline> {
        self.at += 1;
        let title = self.inlines();
        self.at += 1;
        title
    }
}

impl Shape {
    fn of(block: &Block) -> Self {
        match block {
            Block::Paragraph(_) => Self::Paragraph,
            Block::Heading(level, _) => Self::Heading(*level),
            Block::List { .. } => Self::List,
            Block::Table { .. } => Self::Table,
            Block::Alert(kind, _) => Self::Alert(*kind),
            Block::Quote(_) => Self::Quote,
            Block::Code(language, _) => Self::Code(language.clone()),
            Block::Console(_) => Self::Console,
            Block::Edit(_) => Self::Edit,
            Block::Question(..) => Self::Question,
            Block::Rule => Self::Rule,
            Block::Notes(_) => Self::Notes,
        }
    }

    /// What an author would write for it.
    pub(super) fn sign(&self) -> String {
        match self {
            Self::Paragraph => "text".into(),
            Self::Heading(level) => "#".repeat(usize::from(*level)),
            Self::List => "-".into(),
            Self::Table => "|…|".into(),
            Self::Alert(kind) => format!("> [!{}]", kind.name()),
            Self::Quote => ">".into(),
            Self::Code(language) => format!("```{language}"),
            Self::Console => "```console".into(),
            Self::Edit => "```diff path=…".into(),
            Self::Question => "- [x]".into(),
            Self::Rule => "---".into(),
            Self::Notes => "<!-- notes: … -->".into(),
        }
    }
}

/// The text of inlines without their looks.
fn plain(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text { text, .. } => text.as_str(),
            Inline::Break => " ",
        })
        .collect()
}

/// Whether `text` may be a step's id.
fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The first line of a span.
fn first_line(text: &str, span: Range<usize>) -> Range<usize> {
    let length = text[span.clone()].find('\n').unwrap_or(span.len());
    span.start..span.start + text[span.start..span.start + length].trim_end().len()
}
