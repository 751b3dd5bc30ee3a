//! The steps of a lesson, one after the other.

use std::path::Path;
use std::time::Instant;

use super::task::Play;
use super::{Player, Stage, StepReport, TaskReport};
use crate::check::{StepResult, TaskRun, Verdict};
use crate::engine::EngineError;
use crate::i18n::{Lang, Phrase, phrase};
use crate::lesson::{Edit, Expected, Lesson, Line, Piece, Step, Task, Values};
use crate::network::{self, Snapshot};
use crate::runtime::browser::Browser;
use crate::runtime::judge::{self, Case};
use crate::runtime::line::{Folder, Gate, LineContext};
use crate::runtime::ports;
use crate::session::{Home, Workspace, because};

/// A lesson while it is played.
#[derive(Debug)]
pub struct Steps<'a> {
    player: &'a Player,
    pub(super) lesson: &'a Lesson,
    pub(super) snapshot: Snapshot,
    pub(super) values: Values,
    pub(super) workspace: Workspace,
    folder: Folder,
    /// Holds the workspace, where it is for this time alone; removed at the end.
    home_of_its_own: Option<tempfile::TempDir>,
}

/// Where a lesson is played that somebody is in: their files, and the values that they know.
#[derive(Debug)]
pub struct Place {
    /// The lesson's files.
    pub workspace: Workspace,
    /// The lesson's values; its ports stay as they are.
    pub values: Values,
}

impl<'a> Steps<'a> {
    /// The lesson with a workspace of its own.
    ///
    /// # Errors
    /// What to say when no workspace can be made.
    pub fn new(player: &'a Player, lesson: &'a Lesson, snapshot: Snapshot) -> Result<Self, Phrase> {
        let home = tempfile::tempdir().map_err(|error| unusable(&std::env::temp_dir(), &error))?;
        let workspace = Workspace::open(&Home::at(home.path()), lesson).map_err(|error| error.phrase())?;
        let ports = ports::substitutes(lesson, &snapshot, &player.owner, player.engine.info().local);
        let place = Place { workspace, values: Values { ports, ..Values::default() } };
        let mut steps = Self::within(player, lesson, snapshot, place)?;
        steps.home_of_its_own = Some(home);
        Ok(steps)
    }

    /// The lesson where somebody is in it already.
    ///
    /// # Errors
    /// What to say when its folder cannot be entered.
    pub fn within(
        player: &'a Player,
        lesson: &'a Lesson,
        snapshot: Snapshot,
        Place { workspace, values }: Place,
    ) -> Result<Self, Phrase> {
        let folder = Folder::new(workspace.root()).map_err(|error| unusable(workspace.root(), &error))?;
        let values = judge::current(lesson, &snapshot, &values);
        Ok(Self { player, lesson, snapshot, values, workspace, folder, home_of_its_own: None })
    }

    /// Plays all steps. A step that fails is no reason not to play the next ones; an engine that is gone is.
    pub async fn play(
        mut self,
        lang: &Lang,
        title: &str,
        watch: &(dyn Fn(Stage<'_>) + Sync),
    ) -> Vec<StepReport> {
        let lesson = self.lesson;
        let prose = lesson.prose_in(lang);
        let mut reports = Vec::with_capacity(lesson.steps.len());
        for (index, step) in lesson.steps.iter().enumerate() {
            let number = (index + 1, lesson.steps.len());
            let at = |line: Option<&str>| watch(Stage { lesson: title, step: number, line });
            let title = prose.and_then(|prose| prose.steps.get(index));
            let title = title.map_or_else(|| step.id.clone(), |prose| prose.title.clone());
            let report = self.step(step, title, &at).await;
            let lost = matches!(report.result.verdict, Verdict::Unknown(_));
            reports.push(report);
            if lost && self.player.engine.snapshot().await.is_err() {
                break;
            }
        }
        reports
    }

    async fn step(&mut self, step: &Step, title: String, at: &(dyn Fn(Option<&str>) + Sync)) -> StepReport {
        let began = Instant::now();
        let mut tasks = Vec::new();
        let result = match self.obstacle(step) {
            Some(reason) => with_verdict(Verdict::Skipped(reason)),
            None if step.is_reading() => with_verdict(Verdict::Read),
            None => match self.tasks(step, &mut tasks, at).await {
                Ok(()) => {
                    at(None);
                    let runs: Vec<_> = tasks.iter().map(|task: &TaskReport| Some(task.run.clone())).collect();
                    self.judge(step, &runs, true).await
                }
                Err(reason) => with_verdict(Verdict::Failed(vec![reason])),
            },
        };
        StepReport { id: step.id.clone(), title, tasks, result, elapsed: began.elapsed() }
    }

    /// Why this engine cannot do the step.
    pub(super) fn obstacle(&self, step: &Step) -> Option<Phrase> {
        let lacking = network::lacking(self.player.engine.info(), &self.snapshot, &step.needs);
        lacking.into_iter().next().map(|(_, reason)| reason)
    }

    pub(super) async fn tasks(
        &mut self,
        step: &Step,
        reports: &mut Vec<TaskReport>,
        at: &(dyn Fn(Option<&str>) + Sync),
    ) -> Result<(), Phrase> {
        let mut edited = 0;
        for (index, task) in step.tasks.iter().enumerate() {
            self.edit(step.edits.get(edited..task.edits_before).unwrap_or_default())?;
            edited = edited.max(task.edits_before);
            // After a judgement the values are as the engine has them; later in a step they may have changed.
            if index > 0 && uses_values(task) {
                self.look().await.map_err(|error| error.phrase())?;
            }
            let line = self.filled(&task.line)?;
            at(Some(&line));
            reports.push(self.line(&line, &task.expected, false).await);
        }
        self.edit(step.edits.get(edited..).unwrap_or_default())
    }

    /// The line with the lesson's values put in.
    pub(super) fn filled(&self, line: &str) -> Result<String, Phrase> {
        let missing = self.values.missing(line);
        if missing.is_empty() {
            Ok(self.values.fill(line))
        } else {
            Err(phrase("runtime-player-missing").with("names", missing.join(", ")))
        }
    }

    /// Runs a line as the learner's, on a terminal; `interrupt` ends it in any case.
    pub(super) async fn line(&self, line: &str, expected: &[Expected], interrupt: bool) -> TaskReport {
        let player = self.player;
        let context = LineContext {
            engine: Ok(player.engine.clone()),
            folder: &self.folder,
            gate: Gate {
                ledger: player.ledger.clone(),
                owner: player.owner.clone(),
                lesson: Some(self.lesson.id.clone()),
            },
            prober: Some(&player.prober),
            browser: Browser::Unwanted,
        };
        let play = Play { line, expected, values: &self.values, limit: player.limit, interrupt };
        play.run(&context).await
    }

    pub(super) async fn judge(&mut self, step: &Step, tasks: &[Option<TaskRun>], strict: bool) -> StepResult {
        let case = Case {
            engine: &self.player.engine,
            known: &self.snapshot,
            states: None,
            lesson: self.lesson,
            step,
            workspace: &self.workspace,
            prober: &self.player.prober,
            values: &self.values,
            tasks,
            strict,
        };
        match case.judge(|_| {}).await {
            Ok(judged) => {
                self.snapshot = judged.snapshot;
                self.values = judged.values;
                judged.result
            }
            Err(error) => judge::unknown(&error),
        }
    }

    /// Reads the lesson's values anew.
    pub(super) async fn look(&mut self) -> Result<(), EngineError> {
        let subjects = judge::sources(self.lesson);
        self.snapshot = self.player.engine.fresh(&self.snapshot, &subjects).await?;
        self.values = judge::current(self.lesson, &self.snapshot, &self.values);
        Ok(())
    }

    /// Looks at everything on the engine, also at what no goal names.
    pub(super) async fn look_around(&mut self) -> Result<(), EngineError> {
        self.snapshot = self.player.engine.snapshot().await?;
        Ok(())
    }

    /// Makes the edits that the learner would make.
    pub(super) fn edit(&self, edits: &[Edit]) -> Result<(), Phrase> {
        edits.iter().try_for_each(|edit| self.workspace.edit(edit))
    }

    /// Makes an edit, unless the file is as it should be afterwards already: the engine may have been cleaned, and the
    /// files not.
    pub(super) fn edit_once(&self, edit: &Edit) -> Result<(), Phrase> {
        let content = self.workspace.read(&edit.path).ok().flatten();
        if content.is_some_and(|content| edit.is_made(&content)) { Ok(()) } else { self.workspace.edit(edit) }
    }
}

fn unusable(folder: &Path, error: &std::io::Error) -> Phrase {
    phrase("runtime-folder").with("folder", folder.display().to_string()).with("detail", because(error))
}

pub(super) fn with_verdict(verdict: Verdict) -> StepResult {
    StepResult { verdict, ..StepResult::default() }
}

/// Whether a task's line or what is expected of it holds a value of the lesson's.
pub(super) fn uses_values(task: &Task) -> bool {
    let expects = |expected: &Expected| {
        expected.lines.iter().any(|line| match line {
            Line::Text(pieces) => {
                pieces.iter().any(|piece| matches!(piece, Piece::Value { name: Some(_), .. }))
            }
            Line::Any | Line::Interrupt => false,
        })
    };
    !Values::default().missing(&task.line).is_empty() || task.expected.iter().any(expects)
}
