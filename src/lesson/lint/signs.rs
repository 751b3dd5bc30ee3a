//! Signs that look like something else: tabs, and brackets written like wildcards.

use super::Draft;
use crate::i18n::phrase;
use crate::lesson::parse::Leaf;
use crate::lesson::{Kind, Problem};

pub(super) fn check(draft: &Draft) -> Vec<Problem> {
    draft.prose.values().flat_map(|leaf| tabs(leaf).into_iter().chain(wildcards(leaf))).collect()
}

/// The first tab of each line, but in code that is shown as it is.
pub(super) fn tabs(leaf: &Leaf) -> Vec<Problem> {
    let shown = |at: &usize| leaf.document.verbatim.iter().any(|span| span.contains(at));
    let mut problems = Vec::new();
    let mut start = 0;
    for line in leaf.text.split_inclusive('\n') {
        let first = line.find('\t').map(|offset| start + offset).filter(|at| !shown(at));
        problems.extend(
            first.map(|at| leaf.source().problem(at..at + 1, phrase("lesson-tab")).help("lesson-tab-help")),
        );
        start += line.len();
    }
    problems
}

fn wildcards(leaf: &Leaf) -> Vec<Problem> {
    let known: Vec<String> = Kind::ALL.iter().map(|(name, _)| format!("[{name}]")).collect();
    let doubts = leaf.document.sections.iter().flat_map(|section| &section.tasks);
    doubts
        .flat_map(|(command, _)| &command.output.doubts)
        .map(|span| {
            let what = phrase("lesson-wildcard-unknown").with("wildcard", &leaf.text[span.clone()]);
            let help = phrase("lesson-wildcard-unknown-help").with("known", known.join(" "));
            leaf.source().problem(span.clone(), what).advise(help)
        })
        .collect()
}
