//! Plays lessons as a learner would, every line and every check, and removes what it made.

mod approach;
mod bring;
mod looking;
mod plan;
mod rehearsal;
mod report;
mod steps;
mod task;
mod touch;

use std::time::{Duration, Instant};

use crate::engine::Engine;
use crate::i18n::{Lang, Phrase, phrase};
use crate::lesson::Lesson;
use crate::network::{self, Snapshot};
use crate::probe::Prober;
use crate::runtime::shield::Shield;
use crate::session::{self, Home, Ledger, clean};

pub use rehearsal::{Attempt, Deed, Rehearsal};
pub use report::{LessonReport, Outcome, StepReport, TaskReport};
pub use steps::Place;
use steps::Steps;

/// What is being played now, for those who watch.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    /// The lesson's title.
    pub lesson: &'a str,
    /// The step's number, from 1, and how many there are.
    pub step: (usize, usize),
    /// The line that runs; none while the step is judged.
    pub line: Option<&'a str>,
}

/// Plays lessons on an engine, with an owner's id of its own.
#[derive(Debug)]
pub struct Player {
    engine: Engine,
    ledger: Ledger,
    owner: String,
    prober: Prober,
    /// The longest that a task may take.
    limit: Duration,
}

impl Player {
    /// A player whose changes are written to the ledger of `home`.
    pub fn new(engine: Engine, home: &Home, limit: Duration) -> Self {
        Self::acting_as(engine, home, session::new_owner(), limit)
    }

    /// A player who does what `owner` would do.
    pub fn acting_as(engine: Engine, home: &Home, owner: String, limit: Duration) -> Self {
        Self { engine, ledger: Ledger::new(home), owner, prober: Prober::default(), limit }
    }

    /// Plays a lesson and removes what it made. What happens is told to `watch`.
    pub async fn play(
        &self,
        lesson: &Lesson,
        lang: &Lang,
        watch: &(dyn Fn(Stage<'_>) + Sync),
    ) -> LessonReport {
        let began = Instant::now();
        let title = lesson.prose_in(lang).map_or_else(|| lesson.id.clone(), |prose| prose.title.clone());
        // Whatever happens inside, what was made is removed.
        let outcome = Shield::new(self.try_play(lesson, lang, &title, watch))
            .await
            .unwrap_or_else(|_| Ok(Outcome::Broken(phrase("runtime-task-panicked"))))
            .unwrap_or_else(Outcome::Broken);
        let left = match &outcome {
            Outcome::Taken(_) | Outcome::Lacking(_) => Vec::new(),
            Outcome::Played(_) | Outcome::Broken(_) => self.remove().await,
        };
        LessonReport { id: lesson.id.clone(), title, outcome, elapsed: began.elapsed(), left }
    }

    /// Removes everything that this player made, and gives what could not be removed and why.
    pub async fn remove(&self) -> Vec<Phrase> {
        self.remove_those(None, &|_| true).await
    }

    /// Removes what was made in `lesson`, or in any, and is `unwanted`; gives what could not be removed and why.
    async fn remove_those(
        &self,
        lesson: Option<&str>,
        unwanted: &(dyn Fn(&clean::Item) -> bool + Sync),
    ) -> Vec<Phrase> {
        self.prober.settle().await;
        let wish = clean::Wish {
            owner: self.owner.clone(),
            lesson: lesson.map(str::to_owned),
            ..clean::Wish::default()
        };
        let left = |reason: Phrase| vec![phrase("runtime-player-left").with("reason", reason)];
        let entries = match self.ledger.entries() {
            Ok(entries) => entries,
            Err(error) => return left(error.phrase()),
        };
        let mut plan = match clean::plan(&self.engine, &Snapshot::default(), &entries, &wish).await {
            Ok(plan) => plan,
            Err(error) => return left(error.phrase()),
        };
        plan.remove.retain(unwanted);
        match clean::execute(&self.engine, &plan, &self.ledger).await {
            Ok(outcomes) => outcomes
                .into_iter()
                .filter_map(|(item, outcome)| {
                    let reason = outcome.err()?.phrase();
                    Some(phrase("runtime-reset-left").with("name", item.name).with("reason", reason))
                })
                .collect(),
            Err(error) => vec![error.phrase()],
        }
    }

    async fn try_play(
        &self,
        lesson: &Lesson,
        lang: &Lang,
        title: &str,
        watch: &(dyn Fn(Stage<'_>) + Sync),
    ) -> Result<Outcome, Phrase> {
        match self.begin(lesson).await? {
            Ok(steps) => Ok(Outcome::Played(steps.play(lang, title, watch).await)),
            Err(outcome) => Ok(outcome),
        }
    }

    /// The lesson ready to be played, or what stands against it on this engine.
    async fn begin<'a>(&'a self, lesson: &'a Lesson) -> Result<Result<Steps<'a>, Outcome>, Phrase> {
        let snapshot = self.engine.snapshot().await.map_err(|error| error.phrase())?;
        match self.against(lesson, &snapshot)? {
            Some(outcome) => Ok(Err(outcome)),
            None => Ok(Ok(Steps::new(self, lesson, snapshot)?)),
        }
    }

    /// What stands against the lesson on this engine.
    fn against(&self, lesson: &Lesson, snapshot: &Snapshot) -> Result<Option<Outcome>, Phrase> {
        let lacking = network::lacking(self.engine.info(), snapshot, &lesson.needs);
        if !lacking.is_empty() {
            return Ok(Some(Outcome::Lacking(lacking.into_iter().map(|(_, reason)| reason).collect())));
        }
        let entries = self.ledger.entries().map_err(|error| error.phrase())?;
        let taken = session::taken(lesson, snapshot, &entries, self.engine.info(), &self.owner);
        Ok((!taken.is_empty()).then_some(Outcome::Taken(taken)))
    }
}
