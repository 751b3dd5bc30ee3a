//! A step's text laid out for reading. One construct per file.

mod alert;
mod code;
mod console;
mod edit;
mod heading;
mod inline;
mod list;
mod question;
mod quote;
mod table;

use std::cell::Cell;

use ratatui::style::Style;

use super::Look;
use super::panes::goal;
use super::row::{Row, rows};
use crate::app::offer::Solution;
use crate::app::questions::Standing;
use crate::app::{TaskState, Turned};
use crate::check::StepResult;
use crate::i18n::phrase;
use crate::lesson::{AlertKind, Block, Inline, Step, StepProse, Values};
use crate::text::Span;

/// What the layout of a step depends on besides its text.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Words, colours, signs.
    pub look: &'a Look,
    /// The learner's own values.
    pub values: &'a Values,
    /// The step in all its languages: its edits.
    pub step: &'a Step,
    /// How its tasks stand.
    pub tasks: &'a [TaskState],
    /// The task whose command is next; beyond the last one while an edit comes first.
    pub task: usize,
    /// Whether each edit has been made.
    pub edits: &'a [bool],
    /// The edit that comes next.
    pub due: Option<usize>,
    /// Hints to show.
    pub hints: usize,
    /// Whether explanations are shown.
    pub passed: bool,
    /// How its questions stand.
    pub questions: &'a [Standing],
    /// Whether its commands are a solution, and shown.
    pub solution: Solution,
    /// How the step stands.
    pub result: &'a StepResult,
}

/// `intro` (the lesson's own, before its first step) and a step's text in rows of at most `cols` columns.
pub fn layout(intro: &[Block], prose: &StepProse, context: Context<'_>, cols: usize) -> Vec<Row> {
    let page = Page { context, hints_seen: Cell::new(0), solution_said: Cell::new(false) };
    let mut out = page.blocks(intro, cols);
    if !out.is_empty() {
        out.push(Row::default());
    }
    out.extend(heading::step(&page, &prose.title, cols));
    let body = page.blocks(&prose.blocks, cols);
    if !body.is_empty() {
        out.push(Row::default());
        out.extend(body);
    }
    let hidden = page.hints_seen.get().saturating_sub(context.hints);
    if hidden > 0 && !context.passed {
        out.push(Row::default());
        let text = context
            .look
            .say(&phrase("ui-lesson-more-hints").with("count", hidden).with("shown", context.hints));
        out.extend(rows(&[Span::new(text, context.look.theme.dim)], cols));
    }
    out
}

/// A text that belongs to no step in rows of at most `cols` columns.
pub fn entry(blocks: &[Block], look: &Look, cols: usize) -> Vec<Row> {
    let context = Context {
        look,
        values: &Values::default(),
        step: &Step::default(),
        tasks: &[],
        task: 0,
        edits: &[],
        due: None,
        hints: usize::MAX,
        passed: true,
        questions: &[],
        solution: Solution::None,
        result: &StepResult::default(),
    };
    Page { context, hints_seen: Cell::new(0), solution_said: Cell::new(false) }.blocks(blocks, cols)
}

/// A step's text while it is being laid out.
struct Page<'a> {
    context: Context<'a>,
    /// Hints met so far, shown or not.
    hints_seen: Cell<usize>,
    /// Whether it was said that commands are a solution.
    solution_said: Cell<bool>,
}

impl Page<'_> {
    /// Blocks one below the other, parted by empty rows.
    fn blocks(&self, blocks: &[Block], cols: usize) -> Vec<Row> {
        let mut out: Vec<Row> = Vec::new();
        for block in blocks {
            let rows = self.block(block, cols);
            if !rows.is_empty() && !out.is_empty() {
                out.push(Row::default());
            }
            out.extend(rows);
        }
        out
    }

    fn block(&self, block: &Block, cols: usize) -> Vec<Row> {
        match block {
            Block::Paragraph(inlines) => self.paragraph(inlines, Style::new(), cols),
            Block::Heading(level, inlines) => heading::heading(self, *level, inlines, cols),
            Block::List { start, items } => list::list(self, *start, items, cols),
            Block::Table { head, rows } => table::table(self, head, rows, cols),
            Block::Alert(kind, blocks) if self.shows(*kind) => alert::alert(self, *kind, blocks, cols),
            Block::Quote(blocks) => quote::quote(self, blocks, cols),
            Block::Code(language, text) => code::code(self, language, text, cols),
            Block::Console(_) | Block::Edit(_) if self.context.solution == Solution::Hidden => {
                self.solution_heading("ui-challenge-hidden", cols)
            }
            Block::Console(commands) => {
                let mut out = self.solution_heading("ui-challenge-solution", cols);
                out.extend(console::console(self, commands, cols));
                out
            }
            Block::Edit(index) => {
                let mut out = self.solution_heading("ui-challenge-solution", cols);
                out.extend(edit::edit(self, *index, cols));
                out
            }
            Block::Question(index, choices) => question::question(self, *index, choices, cols),
            Block::Rule => vec![Row::of("─".repeat(cols), self.context.look.theme.frame)],
            // Notes are the instructor's alone.
            Block::Alert(..) | Block::Notes(_) => Vec::new(),
        }
    }

    /// Above the first of a challenge's commands: what must hold, and that they are one way to meet it, or still to be found.
    fn solution_heading(&self, key: &'static str, cols: usize) -> Vec<Row> {
        if self.context.solution == Solution::None || self.solution_said.replace(true) {
            return Vec::new();
        }
        let Context { look, step, result, values, .. } = self.context;
        let mut out = goal::statements(step, result, &Turned::default(), values, look, cols);
        if !out.is_empty() {
            out.splice(0..0, rows(&[Span::new(look.word("ui-challenge-goals"), look.theme.accent)], cols));
            out.push(Row::default());
        }
        out.extend(rows(&[Span::new(look.word(key), look.theme.accent)], cols));
        out
    }

    /// Running text on a style.
    fn paragraph(&self, inlines: &[Inline], base: Style, cols: usize) -> Vec<Row> {
        rows(&inline::runs(self, inlines, base), cols)
    }

    /// Whether an alert is shown now. Hints count, shown or not.
    fn shows(&self, kind: AlertKind) -> bool {
        match kind {
            AlertKind::Tip => {
                self.hints_seen.set(self.hints_seen.get() + 1);
                self.hints_seen.get() <= self.context.hints
            }
            AlertKind::Note => self.context.passed,
            AlertKind::Important | AlertKind::Warning | AlertKind::Caution => true,
        }
    }
}
