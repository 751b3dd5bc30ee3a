//! What is kept of a learner from one start to the next.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::lesson::{Lesson, Step};

/// What is kept from one start to the next.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// The language chosen with F2 or `/lang`.
    pub lang: Option<String>,
    /// The name of the colours chosen with `/theme`; none where they are to suit the terminal.
    pub theme: Option<String>,
    /// By lesson id.
    pub lessons: BTreeMap<String, LessonProgress>,
    /// Lines typed, oldest first, at most 1000.
    pub history: Vec<String>,
    /// The lesson that was open last.
    pub last: Option<String>,
    /// Whether the end of the course has been celebrated: that is done once.
    pub celebrated: bool,
}

impl Progress {
    /// How many of the lesson's steps are done.
    pub fn done(&self, lesson: &Lesson) -> usize {
        let Some(progress) = self.lessons.get(&lesson.id) else { return 0 };
        lesson.steps.iter().filter(|step| progress.done.contains(&step.id)).count()
    }

    /// Whether every step of every lesson is done.
    pub fn is_complete(&self, lessons: &[Lesson]) -> bool {
        !lessons.is_empty() && lessons.iter().all(|lesson| self.done(lesson) == lesson.steps.len())
    }

    /// How many predictions were right, and how many there were.
    pub fn predictions(&self, lessons: &[Lesson]) -> (usize, usize) {
        let of_step = |lesson: &Lesson, step: &Step| {
            let given = self.lessons.get(&lesson.id).and_then(|kept| kept.predictions.get(&step.id));
            let pairs = step.questions.iter().zip(given.into_iter().flatten());
            let answered: Vec<bool> =
                pairs.filter_map(|(question, given)| Some(question.right == (*given)?)).collect();
            (answered.iter().filter(|right| **right).count(), answered.len())
        };
        let steps =
            lessons.iter().flat_map(|lesson| lesson.steps.iter().map(move |step| of_step(lesson, step)));
        steps.fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }
}

/// What is kept of one lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LessonProgress {
    /// Ids of the steps that have passed or been read.
    pub done: BTreeSet<String>,
    /// Id of the step that was open last.
    pub at: Option<String>,
    /// What was predicted, from 0: by step id, in the order of its questions.
    pub predictions: BTreeMap<String, Vec<Option<usize>>>,
    /// Questions of which something has been seen, so that predictions stay as they are: by step id, as indices.
    pub fixed: BTreeMap<String, BTreeSet<usize>>,
}

impl LessonProgress {
    /// Forgets what was predicted: the lesson begins anew.
    pub fn ask_again(&mut self) {
        self.predictions.clear();
        self.fixed.clear();
    }
}
