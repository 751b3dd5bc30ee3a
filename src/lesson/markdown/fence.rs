//! Fenced code: commands to run, edits to make, and what only illustrates.

use std::ops::Range;

use pulldown_cmark::{Event, TagEnd};

use super::{EditDraft, Reader, Sections, first_line};
use crate::i18n::phrase;
use crate::lesson::console;
use crate::lesson::output::Row;
use crate::lesson::{Block, Console};

impl Reader<'_> {
    /// A fenced block with its info string.
    pub(super) fn fence(&mut self, info: &str, span: Range<usize>) -> Block {
        let mut words = info.split_whitespace();
        let language = words.next().unwrap_or_default();
        let words: Vec<&str> = words.collect();
        let path = words.iter().find_map(|word| word.strip_prefix("path="));
        let solution = words.contains(&"solution");
        let fence = first_line(self.source.text, span.clone());
        if language != "console" {
            self.document.verbatim.push(span);
        }
        let may_follow =
            |word: &&&str| **word == "solution" || (language == "diff" && word.starts_with("path="));
        if let ("console", _) | ("diff", Some(_)) = (language, path)
            && let Some(word) = words.iter().find(|word| !may_follow(word))
        {
            let what = phrase("lesson-fence-word").with("word", *word);
            self.problems.push(self.source.problem(fence.clone(), what).help("lesson-fence-word-help"));
        }
        match (language, path) {
            ("console", _) => self.console(solution, fence),
            ("diff", Some(path)) => self.edit(path.trim_matches('"'), solution, fence),
            _ => Block::Code(language.to_owned(), self.code_text()),
        }
    }

    fn console(&mut self, solution: bool, fence: Range<usize>) -> Block {
        if !self.may_act(&fence, "lesson-console-misplaced", "lesson-console-misplaced-help") {
            return Block::Code("console".into(), self.code_text());
        }
        self.one_kind(solution, &fence);
        let lines = self.code_lines();
        let rows: Vec<Row<'_>> = lines.iter().map(|(text, at)| Row { text, at: *at }).collect();
        let commands = console::read(&rows, fence, self.source, &mut self.problems);
        let mut block = Vec::new();
        if let Some(section) = self.document.sections.last_mut() {
            let first = section.tasks.len();
            for command in commands {
                block.push(Console {
                    comments: command.comments.clone(),
                    lines: command.lines.clone(),
                    task: section.tasks.len(),
                });
                let edits = section.edits.len();
                section.tasks.push((command, edits));
            }
            let asked = section.questions.iter_mut().filter(|question| question.tasks == (first..first));
            asked.for_each(|question| question.tasks.end = section.tasks.len());
        }
        Block::Console(block)
    }

    fn edit(&mut self, path: &str, solution: bool, fence: Range<usize>) -> Block {
        if !self.may_act(&fence, "lesson-edit-misplaced", "lesson-console-misplaced-help") {
            return Block::Code("diff".into(), self.code_text());
        }
        self.one_kind(solution, &fence);
        if !is_below(path) {
            let problem =
                self.source.problem(fence.clone(), phrase("lesson-path-outside").with("path", path));
            self.problems.push(problem.help("lesson-path-outside-help"));
        }
        let diff = self.code_text();
        let Some(section) = self.document.sections.last_mut() else {
            return Block::Code("diff".into(), diff);
        };
        section.edits.push(EditDraft { path: path.to_owned(), diff, span: fence });
        Block::Edit(section.edits.len() - 1)
    }

    /// A step's commands and edits are a solution, all of them or none.
    fn one_kind(&mut self, solution: bool, fence: &Range<usize>) {
        let Some(section) = self.document.sections.last_mut() else { return };
        let (first, _) = section.solution.get_or_insert_with(|| (solution, fence.clone()));
        if *first != solution {
            let problem = self.source.problem(fence.clone(), phrase("lesson-solution-mixed"));
            self.problems.push(problem.help("lesson-solution-mixed-help"));
        }
    }

    /// Whether something to do may stand here: in a step, and not in what is shown only at times.
    fn may_act(&mut self, fence: &Range<usize>, what: &'static str, help: &'static str) -> bool {
        let may = self.sections == Sections::Steps && self.quoted == 0 && !self.document.sections.is_empty();
        if !may {
            self.problems.push(self.source.problem(fence.clone(), phrase(what)).help(help));
        }
        may
    }

    /// The text of the code block at the reader's place, which moves behind it.
    pub(super) fn code_text(&mut self) -> String {
        let mut text = String::new();
        for (line, _) in self.code_lines() {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    /// The lines of the code block at the reader's place, and where each begins.
    fn code_lines(&mut self) -> Vec<(String, usize)> {
        let mut lines: Vec<(String, usize)> = Vec::new();
        let mut complete = true;
        self.at += 1;
        while let Some((event, span)) = self.events.get(self.at) {
            match event {
                Event::Text(text) => {
                    let mut done = 0;
                    for piece in text.split_inclusive('\n') {
                        let line = piece.trim_end_matches(['\n', '\r']);
                        match lines.last_mut() {
                            Some((last, _)) if !complete => last.push_str(line),
                            _ => lines.push((line.to_owned(), span.start + done)),
                        }
                        complete = piece.ends_with('\n');
                        done += piece.len();
                    }
                }
                Event::End(TagEnd::CodeBlock) => break,
                _ => {}
            }
            self.at += 1;
        }
        self.at += 1;
        lines
    }
}

/// Whether a path stays below the folder that it starts from.
pub(in crate::lesson) fn is_below(path: &str) -> bool {
    !path.is_empty()
        && !path.contains('\\')
        && path.split('/').all(|part| !part.is_empty() && part != "." && part != "..")
}
