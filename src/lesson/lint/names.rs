//! Names that lead nowhere: values and ports that nothing uses, containers that no command makes.

use std::collections::BTreeSet;

use super::Draft;
use crate::i18n::phrase;
use crate::lesson::Source as Value;
use crate::lesson::parse::KEY;
use crate::lesson::problem::Source;
use crate::lesson::value::{named, ports};
use crate::lesson::{Problem, Subject};

pub(super) fn check(draft: &Draft) -> Vec<Problem> {
    if !draft.key.legible {
        return Vec::new();
    }
    let source = Source { file: KEY, text: &draft.key_text };
    let texts: Vec<&str> = draft
        .prose
        .values()
        .map(|leaf| leaf.text.as_str())
        .chain(std::iter::once(draft.key_text.as_str()))
        .collect();
    let used: BTreeSet<String> = texts.iter().flat_map(|text| named(text)).map(|(_, name, _)| name).collect();
    let written: BTreeSet<u16> =
        draft.prose.values().flat_map(|leaf| ports(&leaf.text)).map(|(port, _)| port).collect();
    let mut problems = Vec::new();
    for (name, placed) in draft.key.values.iter().filter(|(name, _)| !used.contains(*name)) {
        let what = phrase("lesson-value-unused").with("name", name.as_str());
        let help = phrase("lesson-value-unused-help").with("name", name.as_str());
        problems.push(source.problem(placed.span.clone(), what).advise(help));
    }
    for placed in draft.key.ports.values().filter(|placed| !written.contains(&placed.value)) {
        let what = phrase("lesson-port-unused").with("port", placed.value.to_string());
        problems.push(source.problem(placed.span.clone(), what).help("lesson-port-unused-help"));
    }
    problems.extend(containers(draft, source));
    problems
}

/// Containers of goals, reaches and values that stand in no command: a slip, or what can never hold.
fn containers(draft: &Draft, source: Source<'_>) -> Vec<Problem> {
    let Some(leaf) = draft.prose.values().next() else { return Vec::new() };
    let words: BTreeSet<&str> = leaf
        .document
        .sections
        .iter()
        .flat_map(|section| &section.tasks)
        .flat_map(|(command, _)| {
            command.line.split(|sign: char| sign.is_whitespace() || "='\":".contains(sign))
        })
        .collect();
    let mut problems = Vec::new();
    for placed in draft.key.values.values() {
        if let Value::Ip { container: name, .. } | Value::Id(name) = &placed.value
            && !words.contains(name.as_str())
        {
            let what = phrase("lesson-container-unknown").with("name", name.as_str());
            problems.push(source.problem(placed.span.clone(), what).help("lesson-container-unnamed-help"));
        }
    }
    for (id, step) in &draft.key.steps {
        let subjects = step.value.goals.iter().filter_map(|goal| match &goal.subject {
            Subject::Container(name) => Some(name.as_str()),
            _ => None,
        });
        let askers =
            step.value.reaches.iter().map(|reach| reach.from.as_str()).filter(|from| *from != "host");
        let unnamed: BTreeSet<&str> = subjects.chain(askers).filter(|name| !words.contains(name)).collect();
        for name in unnamed {
            let what = phrase("lesson-container-unnamed").with("id", id.as_str()).with("name", name);
            problems.push(source.problem(step.span.clone(), what).help("lesson-container-unnamed-help"));
        }
    }
    problems
}
