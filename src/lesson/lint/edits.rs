//! Edits: each must apply to the workspace as the edits before it left it.

use super::Draft;
use crate::i18n::{Phrase, phrase};
use crate::lesson::markdown::is_below;
use crate::lesson::{Edit, Problem};

pub(super) fn check(draft: &Draft) -> Vec<Problem> {
    let Some(leaf) = draft.prose.values().next() else { return Vec::new() };
    let mut files = draft.workspace.clone();
    let mut problems = Vec::new();
    for edit in leaf.document.sections.iter().flat_map(|section| &section.edits) {
        if !is_below(&edit.path) {
            continue;
        }
        let content = files.get(&edit.path).map(|bytes| std::str::from_utf8(bytes));
        let applied = match content.transpose() {
            Ok(content) => Edit { path: edit.path.clone(), diff: edit.diff.clone() }.apply(content),
            Err(_) => Err(phrase("lesson-edit-binary").with("path", edit.path.as_str())),
        };
        match applied {
            Ok(content) => drop(files.insert(edit.path.clone(), content.into_bytes())),
            Err(reason) => {
                let what: Phrase = phrase("lesson-edit-fails").with("reason", reason);
                problems.push(leaf.source().problem(edit.span.clone(), what).help("lesson-edit-fails-help"));
            }
        }
    }
    problems
}
