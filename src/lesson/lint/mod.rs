//! `netdojo lint`: everything that an author should know before a learner does.
//!
//! To what keeps a lesson from being played this adds what does not, and is not right either: lines that cannot be
//! run, edits that do not apply, values and ports that nothing uses, emphasis that is not closed, tabs.

mod commands;
mod edits;
mod links;
mod names;
mod report;
mod signs;

pub use report::{Look, report_graphical, report_plain};

use self::links::Place;
use super::course::{ORDER, order};
use super::files::{below, folders};
use super::parse::{self, Draft, KEY};
use super::{Files, Problem, glossary};
use crate::i18n::{Lang, available, phrase};

/// Everything wrong with the lessons in `files`: a folder that holds `course.toml` and a folder for each lesson, or a
/// single lesson's folder. In the order of files and places.
pub fn lint(files: &Files) -> Vec<Problem> {
    let of_a_lesson = |path: &String| path == KEY || parse::language(path).is_some();
    if !files.contains_key(ORDER) && files.keys().any(of_a_lesson) {
        return lesson(files, None);
    }
    let (ids, mut problems) = order(files);
    let in_glossary = below(files, glossary::FOLDER);
    let words = glossary::read(&in_glossary);
    if !in_glossary.is_empty() {
        problems.extend(of_glossary(&words).into_iter().map(|problem| problem.within(glossary::FOLDER)));
    }
    for folder in folders(files) {
        if folder == glossary::FOLDER && !in_glossary.contains_key(KEY) {
            continue;
        }
        if !ids.iter().any(|id| id == folder) {
            let what = phrase("lesson-course-unlisted").with("id", folder);
            problems.push(Problem::with_file(ORDER, what).help("lesson-course-unlisted-help"));
        }
        let found = lesson(&below(files, folder), Some(&words));
        problems.extend(found.into_iter().map(|problem| problem.within(folder)));
    }
    sorted(problems)
}

/// Everything wrong with the glossary.
fn of_glossary(draft: &glossary::Draft) -> Vec<Problem> {
    let mut problems = [draft.problems.as_slice(), draft.remarks.as_slice()].concat();
    for (lang, leaf) in &draft.leaves {
        problems.extend_from_slice(&leaf.document.remarks);
        problems.extend(links::check(leaf, lang, Place::Glossary, Some(draft)));
        problems.extend(signs::tabs(leaf));
    }
    problems.extend(missing_languages(|lang| draft.leaves.contains_key(lang)));
    problems
}

/// Everything wrong with one lesson, from the files of its folder; `words` is the glossary, where it is at hand.
fn lesson(files: &Files, words: Option<&glossary::Draft>) -> Vec<Problem> {
    let mut draft = parse::read(files);
    let mut problems = std::mem::take(&mut draft.problems);
    problems.append(&mut draft.remarks);
    for leaf in draft.prose.values_mut() {
        problems.append(&mut leaf.document.remarks);
    }
    if !draft.prose.is_empty() {
        problems.extend(missing_languages(|lang| draft.prose.contains_key(lang)));
    }
    for (lang, leaf) in &draft.prose {
        problems.extend(links::check(leaf, lang, Place::Lesson, words));
    }
    problems.extend(signs::check(&draft));
    problems.extend(commands::check(&draft));
    problems.extend(names::check(&draft));
    problems.extend(edits::check(&draft));
    sorted(problems)
}

/// The program's languages in which a lesson or the glossary cannot be read.
fn missing_languages(is_there: impl Fn(&Lang) -> bool) -> Vec<Problem> {
    available()
        .into_iter()
        .filter(|lang| !is_there(lang))
        .map(|lang| {
            let what = phrase("lesson-language-missing").with("lang", lang.to_string());
            Problem::with_file(format!("{lang}.md"), what).help("lesson-language-missing-help")
        })
        .collect()
}

fn sorted(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by(|a, b| (&a.file, a.span.start, a.span.end).cmp(&(&b.file, b.span.start, b.span.end)));
    problems.dedup();
    problems
}
