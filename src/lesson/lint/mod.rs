//! `netdojo lint`: everything that an author should know before a learner does.
//!
//! To what keeps a lesson from being played this adds what does not, and is not right either: lines that cannot be
//! run, edits that do not apply, values and ports that nothing uses, emphasis that is not closed, tabs.

mod commands;
mod edits;
mod names;
mod report;
mod signs;

pub use report::{Look, report_graphical, report_plain};

use super::course::{ORDER, order};
use super::files::{below, folders};
use super::parse::{self, Draft, KEY};
use super::{Files, Problem};
use crate::i18n::{available, phrase};

/// Everything wrong with the lessons in `files`: a folder that holds `course.toml` and a folder for each lesson, or a
/// single lesson's folder. In the order of files and places.
pub fn lint(files: &Files) -> Vec<Problem> {
    let of_a_lesson = |path: &String| path == KEY || parse::language(path).is_some();
    if !files.contains_key(ORDER) && files.keys().any(of_a_lesson) {
        return lesson(files);
    }
    let (ids, mut problems) = order(files);
    for folder in folders(files) {
        if !ids.iter().any(|id| id == folder) {
            let what = phrase("lesson-course-unlisted").with("id", folder);
            problems.push(Problem::with_file(ORDER, what).help("lesson-course-unlisted-help"));
        }
        problems.extend(lesson(&below(files, folder)).into_iter().map(|problem| problem.within(folder)));
    }
    sorted(problems)
}

/// Everything wrong with one lesson, from the files of its folder.
fn lesson(files: &Files) -> Vec<Problem> {
    let mut draft = parse::read(files);
    let mut problems = std::mem::take(&mut draft.problems);
    problems.append(&mut draft.remarks);
    for leaf in draft.prose.values_mut() {
        problems.append(&mut leaf.document.remarks);
    }
    problems.extend(missing_languages(&draft));
    problems.extend(signs::check(&draft));
    problems.extend(commands::check(&draft));
    problems.extend(names::check(&draft));
    problems.extend(edits::check(&draft));
    sorted(problems)
}

/// The program's languages in which the lesson cannot be read.
fn missing_languages(draft: &Draft) -> Vec<Problem> {
    available()
        .into_iter()
        .filter(|lang| !draft.prose.is_empty() && !draft.prose.contains_key(lang))
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
