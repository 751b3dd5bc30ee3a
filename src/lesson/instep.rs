//! Languages in step: what must be the same in each of them is held against the first.

use std::collections::BTreeMap;
use std::ops::Range;

use super::markdown::{Section, Shape};
use super::parse::Leaf;
use super::problem::Problem;
use crate::i18n::{Lang, Phrase, phrase};

/// In which phrases a difference of ids is said.
struct Ids {
    missing: &'static str,
    more: &'static str,
    order: &'static str,
    help: &'static str,
}

/// Those of a lesson's steps.
const STEPS: Ids = Ids {
    missing: "lesson-differs-step-missing",
    more: "lesson-differs-step-more",
    order: "lesson-differs-order",
    help: "lesson-differs-help",
};

/// Those of the glossary's words.
const WORDS: Ids = Ids {
    missing: "lesson-word-missing",
    more: "lesson-word-more",
    order: "lesson-word-order",
    help: "lesson-word-differs-help",
};

/// Everything in which a language of a lesson differs from the first.
pub(super) fn steps(prose: &BTreeMap<Lang, Leaf>) -> Vec<Problem> {
    let found = pairs(prose, &STEPS).map(|mut pair| {
        pair.contents();
        pair.problems
    });
    found.flatten().collect()
}

/// Words of the glossary that a language lacks, has alone, or has in another order than the first.
pub(super) fn words(leaves: &BTreeMap<Lang, Leaf>) -> Vec<Problem> {
    pairs(leaves, &WORDS).flat_map(|pair| pair.problems).collect()
}

/// Every language beside the first, their ids compared.
fn pairs<'a>(leaves: &'a BTreeMap<Lang, Leaf>, keys: &'static Ids) -> impl Iterator<Item = Pair<'a>> {
    let first = leaves.values().next();
    let beside = first.into_iter().flat_map(|first| leaves.values().skip(1).map(move |other| (first, other)));
    beside.map(move |(first, other)| {
        let mut pair = Pair { first, other, keys, problems: Vec::new() };
        pair.ids();
        pair
    })
}

struct Pair<'a> {
    first: &'a Leaf,
    other: &'a Leaf,
    keys: &'static Ids,
    problems: Vec<Problem>,
}

impl Pair<'_> {
    /// The ids of sections, and their order where both have the same ones. That one has none is told elsewhere.
    fn ids(&mut self) {
        let (first, other) = (self.first, self.other);
        let (ours, theirs) = (&first.document.sections, &other.document.sections);
        for section in ours.iter().filter(|section| is_missing(section, theirs)) {
            let end = other.text.trim_end().len();
            let what = phrase(self.keys.missing).with("id", section.id.as_str());
            self.report(end..end, what, &section.id_span);
        }
        for section in theirs.iter().filter(|section| is_missing(section, ours)) {
            let last = ours.last().map_or(0..0, |last| last.id_span.clone());
            let what = phrase(self.keys.more).with("id", section.id.as_str());
            self.report(section.id_span.clone(), what, &last);
        }
        let wanted = ours.iter().filter(|section| find(theirs, &section.id).is_some());
        let found = theirs.iter().filter(|section| find(ours, &section.id).is_some());
        if let Some((wanted, found)) = wanted.zip(found).find(|(wanted, found)| wanted.id != found.id) {
            let what =
                phrase(self.keys.order).with("id", found.id.as_str()).with("wanted", wanted.id.as_str());
            self.report(found.id_span.clone(), what, &wanted.id_span);
        }
    }

    /// What stands before the first step, and in the steps that both have.
    fn contents(&mut self) {
        let (first, other) = (self.first, self.other);
        self.shapes(&first.document.shapes, &other.document.shapes, 0..0);
        for section in &other.document.sections {
            if let Some(same) = find(&first.document.sections, &section.id) {
                self.section(same, section);
            }
        }
    }

    fn section(&mut self, first: &Section, other: &Section) {
        self.shapes(&first.shapes, &other.shapes, other.id_span.clone());
        for (index, (command, _)) in other.tasks.iter().enumerate() {
            let Some((same, _)) = first.tasks.get(index) else {
                self.report(command.span.clone(), phrase("lesson-differs-command-more"), &first.id_span);
                break;
            };
            if command.line != same.line {
                let what = phrase("lesson-differs-command").with("wanted", same.line.as_str());
                self.report(command.span.clone(), what, &same.span);
                continue;
            }
            self.output(same, command);
        }
        if let Some((missing, _)) = first.tasks.get(other.tasks.len()) {
            let what = phrase("lesson-differs-command-missing").with("wanted", missing.line.as_str());
            self.report(other.id_span.clone(), what, &missing.span);
        }
        self.edits(first, other);
        self.questions(first, other);
        if let (Some((ours, there)), Some((theirs, here))) = (&first.solution, &other.solution)
            && ours != theirs
        {
            self.report(here.clone(), phrase("lesson-differs-solution"), there);
        }
    }

    /// Questions have as many answers everywhere, and the same right one. That one is missing shows in the blocks.
    fn questions(&mut self, first: &Section, other: &Section) {
        for (same, question) in first.questions.iter().zip(&other.questions) {
            if same.options != question.options {
                let what = phrase("lesson-differs-options")
                    .with("wanted", same.options)
                    .with("found", question.options);
                self.report(question.span.clone(), what, &same.span);
            } else if same.right != question.right {
                let what = phrase("lesson-differs-right")
                    .with("wanted", same.right + 1)
                    .with("found", question.right + 1);
                self.report(question.span.clone(), what, &same.span);
            }
        }
    }

    /// The first line in which two outputs differ.
    fn output(&mut self, first: &super::console::Command, other: &super::console::Command) {
        let (wanted, found) = (&first.output, &other.output);
        let (lines, others) = (&wanted.expected.lines, &found.expected.lines);
        let same = lines.iter().zip(others).take_while(|(a, b)| a == b).count();
        if same < lines.len() || same < others.len() {
            let there = wanted.spans.get(same).cloned();
            let here = found.spans.get(same).cloned();
            let what = match &there {
                Some(span) => phrase("lesson-differs-output").with("wanted", &self.first.text[span.clone()]),
                None => phrase("lesson-differs-output-more"),
            };
            self.report(here.unwrap_or(other.span.clone()), what, &there.unwrap_or(first.span.clone()));
        } else if wanted.expected.exit != found.expected.exit {
            let what = phrase("lesson-differs-exit")
                .with("wanted", wanted.expected.exit)
                .with("found", found.expected.exit);
            let here = found.exit.clone().unwrap_or(other.span.clone());
            self.report(here, what, &wanted.exit.clone().unwrap_or(first.span.clone()));
        }
    }

    fn edits(&mut self, first: &Section, other: &Section) {
        for (index, edit) in other.edits.iter().enumerate() {
            let Some(same) = first.edits.get(index) else {
                self.report(edit.span.clone(), phrase("lesson-differs-edit-more"), &first.id_span);
                break;
            };
            if edit.path != same.path || edit.diff != same.diff {
                let what = phrase("lesson-differs-edit").with("wanted", same.path.as_str());
                self.report(edit.span.clone(), what, &same.span);
            }
        }
        if let Some(missing) = first.edits.get(other.edits.len()) {
            let what = phrase("lesson-differs-edit-missing").with("wanted", missing.path.as_str());
            self.report(other.id_span.clone(), what, &missing.span);
        }
    }

    /// The first place at which the kinds of blocks part.
    fn shapes(
        &mut self,
        first: &[(Shape, Range<usize>)],
        other: &[(Shape, Range<usize>)],
        section: Range<usize>,
    ) {
        let same = first.iter().zip(other).take_while(|((a, _), (b, _))| a == b).count();
        match (first.get(same), other.get(same)) {
            (Some((wanted, there)), Some((found, here))) => {
                let what =
                    phrase("lesson-differs-block").with("wanted", wanted.sign()).with("found", found.sign());
                self.report(line_of(&self.other.text, here), what, there);
            }
            (Some((wanted, there)), None) => {
                let what = phrase("lesson-differs-block-missing").with("wanted", wanted.sign());
                let last = other.last().map_or(section, |(_, span)| line_of(&self.other.text, span));
                self.report(last, what, there);
            }
            (None, Some((found, here))) => {
                let what = phrase("lesson-differs-block-more").with("found", found.sign());
                let last = first.last().map_or(0..0, |(_, span)| span.clone());
                self.report(line_of(&self.other.text, here), what, &last);
            }
            (None, None) => {}
        }
    }

    /// A problem in the other language, which names the place in the first.
    fn report(&mut self, here: Range<usize>, what: Phrase, there: &Range<usize>) {
        let place = self.first.source().problem(there.clone(), phrase(self.keys.help));
        let help = phrase(self.keys.help)
            .with("first", self.first.file.as_str())
            .with("line", place.line.to_string())
            .with("other", self.other.file.as_str());
        self.problems.push(self.other.source().problem(here, what).advise(help));
    }
}

/// Whether a section with an id is not among those.
fn is_missing(section: &Section, among: &[Section]) -> bool {
    !section.id.is_empty() && find(among, &section.id).is_none()
}

/// The section with that id; none without one.
fn find<'a>(sections: &'a [Section], id: &str) -> Option<&'a Section> {
    sections.iter().find(|section| !id.is_empty() && section.id == id)
}

/// The first line of a span.
fn line_of(text: &str, span: &Range<usize>) -> Range<usize> {
    let line = text[span.clone()].lines().next().unwrap_or_default().trim_end();
    span.start..span.start + line.len()
}
