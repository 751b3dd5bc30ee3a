//! `tests/mutants/LESSON.toml`: wrong answers to a lesson's steps, and other right ones.

use std::collections::BTreeMap;
use std::path::PathBuf;

use netdojo::lesson::{Lesson, Step};
use netdojo::runtime::player::Deed;
use serde::Deserialize;

/// What others than the lesson's author may do, by the step's id.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mutants {
    #[serde(default)]
    pub step: BTreeMap<String, Answers>,
}

/// Answers to one step.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    #[serde(default)]
    pub wrong: Vec<Wrong>,
    #[serde(default)]
    pub right: Vec<Right>,
}

/// An answer that must fail.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wrong {
    pub about: String,
    pub lines: Vec<Done>,
    reason: Reason,
}

/// An answer that must pass.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    pub about: String,
    pub lines: Vec<Done>,
}

/// A line that is run, or an edit that is made.
#[derive(Debug, Deserialize)]
#[serde(untagged, deny_unknown_fields)]
pub enum Done {
    Line(String),
    Ended {
        line: String,
        #[serde(default)]
        interrupt: bool,
    },
    Edit {
        path: String,
        replace: Option<String>,
        with: String,
    },
}

/// What must stand in the reasons, in English.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Reason {
    One(String),
    Several(Vec<String>),
}

impl Done {
    /// As the player does it.
    pub fn deed(&self) -> Deed<'_> {
        match self {
            Self::Line(line) => Deed::Line { line, interrupt: false },
            Self::Ended { line, interrupt } => Deed::Line { line, interrupt: *interrupt },
            Self::Edit { path, replace, with } => Deed::Edit { path, replace: replace.as_deref(), with },
        }
    }
}

impl Wrong {
    /// The texts of which each must stand in one of the reasons.
    pub fn reasons(&self) -> &[String] {
        match &self.reason {
            Reason::One(reason) => std::slice::from_ref(reason),
            Reason::Several(reasons) => reasons,
        }
    }
}

impl Mutants {
    /// Reads a file's text.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// What is missing or makes no sense for the lesson.
    pub fn problems(&self, lesson: &Lesson) -> Vec<String> {
        let unknown = self.step.keys().filter(|id| lesson.steps.iter().all(|step| step.id != **id));
        let mut problems: Vec<String> = unknown.map(|id| format!("{id}: there is no such step")).collect();
        let none = Answers::default();
        for step in &lesson.steps {
            let answers = self.step.get(&step.id).unwrap_or(&none);
            let lacking = answers.lacking(step).map(|what| format!("{}: {what}", step.id));
            problems.extend(lacking.chain(answers.slips().map(|what| format!("{}: {what}", step.id))));
        }
        problems
    }
}

impl Answers {
    fn lacking(&self, step: &Step) -> impl Iterator<Item = String> {
        let wrong = !step.is_reading() && self.wrong.len() < 2;
        let right = !step.is_decided_by_tasks() && self.right.is_empty();
        let wrong = wrong.then(|| format!("{} wrong answers; at least two are needed", self.wrong.len()));
        let right = right.then(|| "another right answer is needed".to_owned());
        wrong.into_iter().chain(right)
    }

    fn slips(&self) -> impl Iterator<Item = String> {
        let wrong = self.wrong.iter().map(|wrong| (&wrong.about, &wrong.lines));
        let all = wrong.chain(self.right.iter().map(|right| (&right.about, &right.lines)));
        let idle = all.filter(|(about, lines)| about.trim().is_empty() || lines.is_empty());
        let idle = idle.map(|(about, _)| format!("“{about}”: says nothing or does nothing"));
        let unsaid = self.wrong.iter().filter(|wrong| {
            wrong.reasons().is_empty() || wrong.reasons().iter().any(|reason| reason.trim().is_empty())
        });
        idle.chain(unsaid.map(|wrong| format!("“{}”: no reason is asked for", wrong.about)))
    }
}

/// The file of a lesson.
pub fn path(lesson: &str) -> PathBuf {
    folder().join(format!("{lesson}.toml"))
}

/// Where the files are.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mutants")
}
