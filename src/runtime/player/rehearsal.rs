//! A lesson brought to the beginning of one of its steps, where other lines than its own are tried.

use std::ops::ControlFlow;
use std::time::Duration;

use super::looking::only_looks;
use super::steps::{Steps, with_verdict};
use super::{Outcome, Player, TaskReport};
use crate::check::{StepResult, TaskRun, Verdict};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Lesson, Step};

/// How long what passes must go on passing.
const MOMENT: Duration = Duration::from_millis(500);

/// Something that a learner does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed<'a> {
    /// Runs a line; `interrupt`: presses Ctrl-C once enough has been seen of it.
    Line {
        /// As typed; the lesson's values may stand in it.
        line: &'a str,
        /// Whether it would go on for ever.
        interrupt: bool,
    },
    /// Changes a file of the workspace.
    Edit {
        /// Below the workspace.
        path: &'a str,
        /// What is there, wherever it stands; none to write the whole file.
        replace: Option<&'a str>,
        /// What takes its place.
        with: &'a str,
    },
}

/// What came of doing other things in a step than the lesson says.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// The lines that ran, in order.
    pub lines: Vec<TaskReport>,
    /// How the step was judged, as for a learner. Where its tasks alone decide, one that no line stands for counts
    /// as not run.
    pub result: StepResult,
}

/// A lesson in which things are tried.
///
/// It goes on from where it is as long as nothing was changed, and begins anew otherwise. What was made is there
/// until [`Player::remove`].
#[derive(Debug)]
pub struct Rehearsal<'a> {
    player: &'a Player,
    steps: Steps<'a>,
    /// So many steps have been played, or did not need to be.
    done: usize,
    /// Whether what was tried may have left something behind.
    touched: bool,
}

impl Player {
    /// Begins a lesson in order to try things in it. The inner error says what stands against it on this engine.
    ///
    /// # Errors
    /// What to say when the engine cannot be asked or there is no room for the lesson's files.
    pub async fn rehearse<'a>(
        &'a self,
        lesson: &'a Lesson,
    ) -> Result<Result<Rehearsal<'a>, Outcome>, Phrase> {
        let steps = self.begin(lesson).await?;
        Ok(steps.map(|steps| Rehearsal { player: self, steps, done: 0, touched: false }))
    }
}

impl Rehearsal<'_> {
    /// Brings the lesson to the beginning of its step `index`, does something else than the lesson says, and judges
    /// the step. Each line stands for the step's task at the same place.
    ///
    /// # Errors
    /// Why it could not be done: the steps before fail, what was made cannot be removed, an edit does not apply, a
    /// value is not known.
    pub async fn attempt(&mut self, index: usize, deeds: &[Deed<'_>]) -> Result<Attempt, Phrase> {
        let lesson = self.steps.lesson;
        let Some(step) = lesson.steps.get(index) else { return Err(phrase("runtime-player-no-step")) };
        if let Some(reason) = self.steps.obstacle(step) {
            return Ok(Attempt { lines: Vec::new(), result: with_verdict(Verdict::Skipped(reason)) });
        }
        self.go_to(index).await?;
        let lines = self.perform(step, deeds).await?;
        let runs: Vec<Option<TaskRun>> = lines.iter().map(|report| Some(report.run.clone())).collect();
        let mut result = self.judge(step, &runs).await?;
        if self.touched && result.verdict == Verdict::Passed {
            // A learner's step is judged again when a process ends just after its container was started.
            tokio::time::sleep(MOMENT).await;
            result = self.judge(step, &runs).await?;
        }
        Ok(Attempt { lines, result })
    }

    async fn judge(&mut self, step: &Step, runs: &[Option<TaskRun>]) -> Result<StepResult, Phrase> {
        if self.touched {
            self.steps.look_around().await.map_err(|error| error.phrase())?;
        }
        Ok(self.steps.judge(step, runs, step.is_decided_by_tasks()).await)
    }

    /// Plays the steps before `index` that change something.
    async fn go_to(&mut self, index: usize) -> Result<(), Phrase> {
        if self.touched || index < self.done {
            if let Some(left) = self.player.remove().await.into_iter().next() {
                return Err(left);
            }
            self.steps = match self.player.begin(self.steps.lesson).await? {
                Ok(steps) => steps,
                Err(Outcome::Taken(reasons) | Outcome::Lacking(reasons)) => {
                    return Err(reasons
                        .into_iter()
                        .next()
                        .unwrap_or_else(|| phrase("runtime-player-no-step")));
                }
                Err(Outcome::Broken(reason)) => return Err(reason),
                Err(Outcome::Played(_)) => return Err(phrase("runtime-player-no-step")),
            };
            (self.done, self.touched) = (0, false);
        }
        // Should it fail halfway, the next attempt begins anew.
        self.touched = true;
        self.steps.approach(self.done, index, &|_| ControlFlow::Continue(())).await?;
        self.steps.look().await.map_err(|error| error.phrase())?;
        (self.done, self.touched) = (index, false);
        Ok(())
    }

    async fn perform(&mut self, step: &Step, deeds: &[Deed<'_>]) -> Result<Vec<TaskReport>, Phrase> {
        let mut lines: Vec<TaskReport> = Vec::new();
        for deed in deeds {
            match *deed {
                Deed::Line { line, interrupt } => {
                    if self.touched {
                        self.steps.look().await.map_err(|error| error.phrase())?;
                    }
                    let filled = self.steps.filled(line)?;
                    self.touched |= !only_looks(&filled);
                    let expected = step.tasks.get(lines.len()).map_or(&[][..], |task| &task.expected);
                    lines.push(self.steps.line(&filled, expected, interrupt).await);
                }
                Deed::Edit { path, replace, with } => {
                    self.touched = true;
                    self.steps.workspace.change(path, |before| replaced(path, before, replace, with))?;
                }
            }
        }
        Ok(lines)
    }
}

fn replaced(path: &str, before: Option<&str>, replace: Option<&str>, with: &str) -> Result<String, Phrase> {
    let Some(replace) = replace else { return Ok(with.to_owned()) };
    match before {
        Some(text) if text.contains(replace) => Ok(text.replace(replace, with)),
        Some(_) => Err(phrase("runtime-player-replace").with("path", path).with("text", replace)),
        None => Err(phrase("check-file-missing").with("path", path)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_says_what_is_not_there() {
        assert_eq!(replaced("f", Some("a b a"), Some("a"), "c"), Ok("c b c".into()));
        assert_eq!(replaced("f", None, None, "new\n"), Ok("new\n".into()));
        let key = |before, replace| replaced("f", before, replace, "").unwrap_err().key;
        assert_eq!(key(Some("b"), Some("a")), "runtime-player-replace");
        assert_eq!(key(None, Some("a")), "check-file-missing");
    }
}
