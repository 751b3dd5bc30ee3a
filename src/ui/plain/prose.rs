//! A lesson's text in lines that can be read aloud: headings and alerts say what they are, tables go row by row.

use std::cell::{Cell, RefCell};

use super::page::{hanging, prefixed};
use crate::app::offer::Solution;
use crate::app::questions::Standing;
use crate::i18n::phrase;
use crate::lesson::{AlertKind, Block, Choice, Console, Inline, ListItem, Part, Step, Values, word_of};
use crate::text::{expand_tabs, sanitize, wrap_plain};
use crate::ui::Look;

/// What stands before a line of code.
const CODE: &str = "    ";

/// A text while it is being read.
pub(super) struct Prose<'a> {
    pub look: &'a Look,
    /// The learner's own values.
    pub values: &'a Values,
    /// The step in all its languages.
    pub step: &'a Step,
    /// Hints that are told.
    pub hints: usize,
    /// Whether explanations are told.
    pub passed: bool,
    /// How its questions stand.
    pub questions: &'a [Standing],
    /// Whether its commands are a solution, and told.
    pub solution: Solution,
    /// Hints met so far, told or not.
    pub hints_seen: Cell<usize>,
    /// Whether it was said that commands are a solution.
    pub solution_said: Cell<bool>,
    /// Words met so far that the glossary explains.
    pub words: RefCell<Vec<String>>,
}

impl Prose<'_> {
    /// Blocks one below the other, parted by empty rows.
    pub fn blocks(&self, blocks: &[Block], cols: usize) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for block in blocks {
            let rows = self.block(block, cols);
            if !rows.is_empty() && !out.is_empty() {
                out.push(String::new());
            }
            out.extend(rows);
        }
        out
    }

    fn block(&self, block: &Block, cols: usize) -> Vec<String> {
        match block {
            Block::Paragraph(inlines) => wrap_plain(&self.inlines(inlines), cols),
            Block::Heading(_, inlines) => {
                let heading = phrase("plain-heading").with("text", self.inlines(inlines));
                wrap_plain(&self.look.say(&heading), cols)
            }
            Block::List { start, items } => self.list(*start, items, cols),
            Block::Table { head, rows } => self.table(head, rows, cols),
            Block::Alert(kind, blocks) if self.tells(*kind) => self.alert(*kind, blocks, cols),
            Block::Quote(blocks) => self.titled(&self.look.word("plain-quote"), blocks, cols),
            Block::Code(_, text) => self.code(text),
            Block::Console(_) | Block::Edit(_) if self.solution == Solution::Hidden => {
                self.of_solution("ui-challenge-hidden", cols)
            }
            Block::Console(commands) => {
                let mut out = self.of_solution("ui-challenge-solution", cols);
                out.extend(commands.iter().flat_map(|command| self.console(command)));
                out
            }
            Block::Edit(index) => {
                let mut out = self.of_solution("ui-challenge-solution", cols);
                out.extend(self.edit(*index, cols));
                out
            }
            Block::Question(index, choices) => self.question(*index, choices, cols),
            // A line says nothing, notes are the instructor's alone.
            Block::Alert(..) | Block::Rule | Block::Notes(_) => Vec::new(),
        }
    }

    /// Whether an alert is told now. Hints count, told or not.
    fn tells(&self, kind: AlertKind) -> bool {
        match kind {
            AlertKind::Tip => {
                self.hints_seen.set(self.hints_seen.get() + 1);
                self.hints_seen.get() <= self.hints
            }
            AlertKind::Note => self.passed,
            AlertKind::Important | AlertKind::Warning | AlertKind::Caution => true,
        }
    }

    /// An alert under its name.
    pub fn alert(&self, kind: AlertKind, blocks: &[Block], cols: usize) -> Vec<String> {
        let name = match kind {
            AlertKind::Tip => "ui-alert-tip",
            AlertKind::Note => "ui-alert-note",
            AlertKind::Important => "ui-alert-important",
            AlertKind::Warning => "ui-alert-warning",
            AlertKind::Caution => "ui-alert-caution",
        };
        self.titled(&self.look.say(&phrase("plain-title").with("text", phrase(name))), blocks, cols)
    }

    fn titled(&self, title: &str, blocks: &[Block], cols: usize) -> Vec<String> {
        let mut out = wrap_plain(title, cols);
        out.extend(indented(self.blocks(blocks, cols.saturating_sub(2)), "  "));
        out
    }

    /// Above the first of a challenge's commands: that they are one way to meet it, or still to be found.
    fn of_solution(&self, key: &'static str, cols: usize) -> Vec<String> {
        if self.solution == Solution::None || self.solution_said.replace(true) {
            return Vec::new();
        }
        wrap_plain(&self.look.word(key), cols)
    }

    fn list(&self, start: Option<u64>, items: &[ListItem], cols: usize) -> Vec<String> {
        let mut out = Vec::new();
        for (item, number) in items.iter().zip(start.unwrap_or(0)..) {
            let marker = match (start, item.checked) {
                (_, Some(true)) => "[x] ".to_owned(),
                (_, Some(false)) => "[ ] ".to_owned(),
                (Some(_), None) => format!("{number}. "),
                (None, None) => "- ".to_owned(),
            };
            let mut rows: Vec<String> = Vec::new();
            for block in &item.blocks {
                rows.extend(self.block(block, cols.saturating_sub(marker.len())));
            }
            if rows.is_empty() {
                rows.push(String::new());
            }
            out.extend(prefixed(rows, &marker));
        }
        out
    }

    /// Row by row: what the first cell says, and below it each other cell behind the name of its column.
    fn table(&self, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>], cols: usize) -> Vec<String> {
        let names: Vec<String> = head.iter().map(|cell| self.inlines(cell)).collect();
        let mut out = wrap_plain(&self.look.say(&phrase("plain-table").with("count", rows.len())), cols);
        for row in rows {
            for (column, cell) in row.iter().enumerate() {
                let text = self.inlines(cell);
                let name = names.get(column).filter(|name| !name.is_empty());
                if text.is_empty() {
                    continue;
                }
                let said = match name {
                    Some(name) => {
                        let cell = phrase("plain-cell").with("name", name.as_str()).with("text", text);
                        self.look.say(&cell)
                    }
                    None => text,
                };
                out.extend(hanging(if column == 0 { "- " } else { "  " }, &said, cols));
            }
        }
        out
    }

    fn code(&self, text: &str) -> Vec<String> {
        let lines = text.trim_end_matches('\n').split('\n');
        lines.map(|line| format!("{CODE}{}", self.valued(line)).trim_end().to_owned()).collect()
    }

    fn console(&self, command: &Console) -> Vec<String> {
        let comments =
            command.comments.iter().map(|comment| format!("{CODE}# {}", sanitize(comment.trim_start())));
        let lines = command.lines.iter().enumerate().map(|(index, line)| {
            let sign = if index == 0 { "$" } else { ">" };
            format!("{CODE}{sign} {}", self.valued(line))
        });
        comments.chain(lines).collect()
    }

    fn edit(&self, index: usize, cols: usize) -> Vec<String> {
        let Some(edit) = self.step.edits.get(index) else { return Vec::new() };
        let mut out =
            wrap_plain(&self.look.say(&phrase("plain-edit").with("path", edit.path.as_str())), cols);
        // As it will stand in the file: no value and no other port takes its place there.
        let lines = edit.diff.trim_end_matches('\n').split('\n');
        out.extend(lines.map(|line| format!("{CODE}{}", sanitize(line))));
        out
    }

    /// The answers to choose from, or, once it is known, what was predicted and what happened.
    pub fn question(&self, index: usize, choices: &[Choice], cols: usize) -> Vec<String> {
        let standing = self.questions.get(index).copied().unwrap_or_default();
        let right = self.step.questions.get(index).map(|question| question.right);
        match right.and_then(|right| Some((right, choices.get(right)?))) {
            Some(right) if standing.revealed => {
                let predicted = standing.predicted.and_then(|chosen| Some((chosen, choices.get(chosen)?)));
                self.revealed(predicted, right, cols)
            }
            _ => self.asked(standing, choices, cols),
        }
    }

    fn asked(&self, standing: Standing, choices: &[Choice], cols: usize) -> Vec<String> {
        let mut out = Vec::new();
        for (choice, number) in choices.iter().zip(1..) {
            out.extend(hanging(&format!("{number}. "), &self.inlines(&choice.text), cols));
        }
        let said = match standing.predicted {
            Some(chosen) => phrase("ui-question-kept").with("number", chosen + 1),
            None => phrase("plain-question").with("last", choices.len()),
        };
        out.extend(wrap_plain(&self.look.say(&said), cols));
        out
    }

    fn revealed(
        &self,
        predicted: Option<(usize, &Choice)>,
        right: (usize, &Choice),
        cols: usize,
    ) -> Vec<String> {
        let well = predicted.is_some_and(|(chosen, _)| chosen == right.0);
        let key = match predicted {
            None => "ui-question-none",
            Some(_) if well => "ui-question-well",
            Some(_) => "ui-question-otherwise",
        };
        let answer = |(index, choice): (usize, &Choice)| {
            hanging(&format!("  {}. ", index + 1), &self.inlines(&choice.text), cols)
        };
        let mut out = wrap_plain(&self.look.word(key), cols);
        out.extend(predicted.map(answer).unwrap_or_default());
        out.extend(wrap_plain(&self.look.word("ui-question-happened"), cols));
        out.extend(answer(right));
        if let Some((chosen, choice)) = predicted.filter(|_| !well) {
            out.extend(wrap_plain(&self.look.word("ui-question-kind"), cols));
            for (index, reason) in [(chosen, &choice.reason), (right.0, &right.1.reason)] {
                let marker = format!("{}. ", index + 1);
                out.extend(prefixed(self.blocks(reason, cols.saturating_sub(marker.len())), &marker));
            }
        } else {
            out.extend(self.blocks(&right.1.reason, cols));
        }
        out
    }

    /// Running text; where a link leads is said behind it, and words of the glossary are noted.
    pub fn inlines(&self, inlines: &[Inline]) -> String {
        let mut out = String::new();
        for inline in inlines {
            let Inline::Text { text, link, .. } = inline else {
                out.push('\n');
                continue;
            };
            out.push_str(&self.valued(text));
            match link {
                Some(url) if word_of(url).is_some() => self.note_word(text),
                Some(url) if url != text && !url.starts_with('#') => {
                    out.push_str(" <");
                    out.push_str(&sanitize(url));
                    out.push('>');
                }
                _ => {}
            }
        }
        out
    }

    fn note_word(&self, text: &str) {
        let mut words = self.words.borrow_mut();
        if !words.iter().any(|word| word == text) {
            words.push(sanitize(text).into_owned());
        }
    }

    /// `text` with the learner's own values put in; one that is not known yet is told by its name.
    fn valued(&self, text: &str) -> String {
        let part = |part| match part {
            Part::Written(text) => sanitize(&text).into_owned(),
            Part::Own(value) => sanitize(&value).into_owned(),
            Part::Unknown(name) => format!("‹{name}›"),
        };
        self.values.parts(&expand_tabs(text, 4)).into_iter().map(part).collect()
    }
}

/// Rows behind blanks; empty ones stay empty.
fn indented(rows: Vec<String>, blanks: &str) -> Vec<String> {
    rows.into_iter().map(|row| format!("{blanks}{row}").trim_end().to_owned()).collect()
}
