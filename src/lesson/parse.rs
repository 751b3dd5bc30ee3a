//! One lesson from its files.

use std::collections::BTreeMap;

use super::key::{self, Key};
use super::markdown::{self, Document, Section, Sections};
use super::problem::{Problem, Source};
use super::{Edit, Files, Lesson, Prose, Question, Step, StepProse, Task, instep, value};
use crate::i18n::{Lang, phrase};

/// Reads the lesson `id` from the files of its folder: `lesson.toml`, `LANG.md`, `workspace/…`.
///
/// # Errors
/// All that keeps the lesson from being played, in the order of files and places. Files are named as in `files`.
pub fn parse(id: &str, files: &Files) -> Result<Lesson, Vec<Problem>> {
    let draft = read(files);
    if draft.problems.is_empty() { Ok(draft.into_lesson(id)) } else { Err(draft.problems) }
}

/// A lesson as its author wrote it, with where everything stands.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub key: Key,
    /// The text of `lesson.toml`.
    pub key_text: String,
    /// In the order of the languages; the first is the one that the others are held against.
    pub prose: BTreeMap<Lang, Leaf>,
    pub workspace: BTreeMap<String, Vec<u8>>,
    /// What keeps the lesson from being played.
    pub problems: Vec<Problem>,
    /// What does not, and is not right either.
    pub remarks: Vec<Problem>,
}

/// A file of prose.
#[derive(Debug)]
pub(super) struct Leaf {
    pub file: String,
    pub text: String,
    pub document: Document,
}

impl Leaf {
    pub fn source(&self) -> Source<'_> {
        Source { file: &self.file, text: &self.text }
    }
}

/// The answer key's file.
pub(super) const KEY: &str = "lesson.toml";

/// Reads all files of a lesson's folder.
pub(super) fn read(files: &Files) -> Draft {
    let mut draft = Draft::default();
    if !files.contains_key(KEY) {
        draft.problems.push(Problem::with_file(KEY, phrase("lesson-no-key")).help("lesson-no-key-help"));
    }
    for (path, content) in files {
        if path == KEY {
            let Some(text) = text(path, content, &mut draft.problems) else { continue };
            draft.key = key::read(Source { file: KEY, text: &text }, &mut draft.problems);
            draft.key_text = text;
        } else if let Some(lang) = language(path) {
            let Some(text) = text(path, content, &mut draft.problems) else { continue };
            let document =
                markdown::read(Source { file: path, text: &text }, Sections::Steps, &mut draft.problems);
            draft.prose.insert(lang, Leaf { file: path.clone(), text, document });
        } else if let Some(path) = path.strip_prefix("workspace/") {
            draft.workspace.insert(path.to_owned(), content.clone());
        } else {
            draft.remarks.push(
                Problem::with_file(path, phrase("lesson-file-unknown")).help("lesson-file-unknown-help"),
            );
        }
    }
    if draft.prose.is_empty() {
        draft
            .problems
            .push(Problem::with_file("en.md", phrase("lesson-no-prose")).help("lesson-no-prose-help"));
    }
    let mut found = instep::steps(&draft.prose);
    found.extend(value::check(&draft));
    for leaf in draft.prose.values() {
        found.extend(duplicate_ids(leaf, "lesson-step-id-twice", "lesson-step-id-twice-help"));
    }
    found.extend(key_against_prose(&draft));
    found.extend(challenges_without_goals(&draft));
    found.extend(looks_at_nothing(&draft));
    draft.problems.append(&mut found);
    draft.problems.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
    draft
}

/// The language of a file of prose: `ja` of `ja.md`.
pub(super) fn language(path: &str) -> Option<Lang> {
    let stem = path.strip_suffix(".md")?;
    let primary = stem.split('-').next()?;
    // Longer words parse as languages too: `readme`.
    if matches!(primary.len(), 2 | 3) { stem.parse().ok() } else { None }
}

/// A file's text without a byte order mark.
pub(super) fn text(path: &str, content: &[u8], problems: &mut Vec<Problem>) -> Option<String> {
    match std::str::from_utf8(content) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Err(error) => {
            let valid = String::from_utf8_lossy(&content[..error.valid_up_to()]);
            let source = Source { file: path, text: &valid };
            let problem = source.problem(valid.len()..valid.len(), phrase("lesson-not-utf8"));
            problems.push(problem.help("lesson-not-utf8-help"));
            None
        }
    }
}

/// The sections of a file whose id another one before has already; `what` and `help` are the phrases that say so.
pub(super) fn duplicate_ids(leaf: &Leaf, what: &'static str, help: &'static str) -> Vec<Problem> {
    let sections = &leaf.document.sections;
    let is_twice = |(index, section): &(usize, &Section)| {
        !section.id.is_empty() && sections[..*index].iter().any(|before| before.id == section.id)
    };
    let twice = sections.iter().enumerate().filter(is_twice);
    twice
        .map(|(_, section)| {
            let what = phrase(what).with("id", section.id.as_str());
            leaf.source().problem(section.id_span.clone(), what).help(help)
        })
        .collect()
}

/// What the key says of steps and tasks that there are not.
fn key_against_prose(draft: &Draft) -> Vec<Problem> {
    let Some(leaf) = draft.prose.values().next() else { return Vec::new() };
    let source = Source { file: KEY, text: &draft.key_text };
    let mut problems = Vec::new();
    for (id, step) in &draft.key.steps {
        let Some(section) = leaf.document.sections.iter().find(|section| section.id == *id) else {
            let ids: Vec<&str> = leaf.document.sections.iter().map(|section| section.id.as_str()).collect();
            let what = phrase("lesson-step-unknown").with("id", id.as_str());
            let help = phrase("lesson-step-unknown-help").with("known", ids.join(", "));
            problems.push(source.problem(step.span.clone(), what).advise(help));
            continue;
        };
        for alternative in &step.value.alternatives {
            if alternative.value.task > section.tasks.len() {
                let what = phrase("lesson-task-unknown")
                    .with("task", alternative.value.task)
                    .with("count", section.tasks.len());
                problems
                    .push(source.problem(alternative.span.clone(), what).help("lesson-task-unknown-help"));
            }
        }
    }
    problems
}

/// A challenge is judged by the engine alone, so there must be something to judge.
fn challenges_without_goals(draft: &Draft) -> Vec<Problem> {
    let Some(leaf) = draft.prose.values().next().filter(|_| draft.key.legible) else { return Vec::new() };
    let judged = |id: &str| {
        draft
            .key
            .steps
            .get(id)
            .is_some_and(|step| !step.value.goals.is_empty() || !step.value.reaches.is_empty())
    };
    let open = leaf.document.sections.iter().filter(|section| section.is_challenge() && !judged(&section.id));
    open.filter_map(|section| {
        let (_, span) = section.solution.clone()?;
        let help = phrase("lesson-challenge-no-goals-help").with("id", section.id.as_str());
        Some(leaf.source().problem(span, phrase("lesson-challenge-no-goals")).advise(help))
    })
    .collect()
}

/// A step that looks at what is there needs commands that show it.
fn looks_at_nothing(draft: &Draft) -> Vec<Problem> {
    let Some(leaf) = draft.prose.values().next().filter(|_| draft.key.legible) else { return Vec::new() };
    let source = Source { file: KEY, text: &draft.key_text };
    let blind =
        leaf.document.sections.iter().filter(|section| section.tasks.is_empty() || section.is_challenge());
    blind
        .filter_map(|section| {
            let span = draft.key.steps.get(&section.id)?.value.looks.clone()?;
            let help = phrase("lesson-looks-nothing-help");
            Some(source.problem(span, phrase("lesson-looks-nothing")).advise(help))
        })
        .collect()
}

impl Draft {
    /// The lesson; only where there are no problems.
    fn into_lesson(self, id: &str) -> Lesson {
        let Self { mut key, prose, workspace, .. } = self;
        let steps = prose.values().next().map(|leaf| {
            leaf.document
                .sections
                .iter()
                .map(|section| step(section, key.steps.remove(&section.id)))
                .collect()
        });
        Lesson {
            id: id.to_owned(),
            images: key.images.into_iter().map(|image| image.value).collect(),
            minutes: key.minutes,
            needs: key.needs,
            ports: key.ports.into_iter().map(|(name, port)| (name, port.value)).collect(),
            values: key.values.into_iter().map(|(name, source)| (name, source.value)).collect(),
            steps: steps.unwrap_or_default(),
            prose: prose.into_iter().map(|(lang, leaf)| (lang, in_one_language(leaf.document))).collect(),
            workspace,
        }
    }
}

fn step(section: &Section, key: Option<key::Placed<key::StepKey>>) -> Step {
    let key = key.map(|key| key.value).unwrap_or_default();
    let mut tasks: Vec<Task> = section
        .tasks
        .iter()
        .map(|(command, edits_before)| Task {
            line: command.line.clone(),
            expected: vec![command.output.expected.clone()],
            edits_before: *edits_before,
        })
        .collect();
    for alternative in key.alternatives {
        if let Some(task) = tasks.get_mut(alternative.value.task - 1) {
            task.expected.push(alternative.value.expected);
        }
    }
    Step {
        id: section.id.clone(),
        tasks,
        edits: section
            .edits
            .iter()
            .map(|edit| Edit { path: edit.path.clone(), diff: edit.diff.clone() })
            .collect(),
        questions: section
            .questions
            .iter()
            .map(|question| Question {
                tasks: question.tasks.clone(),
                options: question.options,
                right: question.right,
            })
            .collect(),
        challenge: section.is_challenge(),
        looks: key.looks.is_some(),
        goals: key.goals,
        reaches: key.reaches,
        needs: key.needs,
    }
}

fn in_one_language(document: Document) -> Prose {
    Prose {
        title: document.title,
        intro: document.intro,
        steps: document
            .sections
            .into_iter()
            .map(|section| StepProse { title: section.title, blocks: section.blocks })
            .collect(),
    }
}
