//! Judging a step: what must be true is looked at anew, what must be reachable is tried, and `check` decides.

use std::collections::BTreeMap;
use std::sync::Arc;

use futures_util::future::join_all;
use tokio::sync::watch;

use crate::check::{self, Evidence, Outcome, StepResult, TaskRun};
use crate::engine::{Engine, EngineError};
use crate::i18n::phrase;
use crate::lesson::{Lesson, Source, Step, Subject, Values};
use crate::network::{self, Observation, Snapshot};
use crate::probe::{HOST, Prober, Target};
use crate::session::Workspace;

/// A step to be judged.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The engine to ask.
    pub engine: &'a Engine,
    /// What is known of it.
    pub known: &'a Snapshot,
    /// What becomes known of it while attempts are made, where somebody looks.
    pub states: Option<watch::Receiver<Option<Arc<Snapshot>>>>,
    /// The lesson.
    pub lesson: &'a Lesson,
    /// Its step.
    pub step: &'a Step,
    /// Where its files are.
    pub workspace: &'a Workspace,
    /// Makes attempts.
    pub prober: &'a Prober,
    /// Values known before; ports that stand for the lesson's own.
    pub values: &'a Values,
    /// How the step's tasks have run.
    pub tasks: &'a [Option<TaskRun>],
    /// Whether tasks are judged as well as goals.
    pub strict: bool,
}

/// A step that was judged.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What came out.
    pub result: StepResult,
    /// The lesson's values as they are now; those that cannot be told now stay as they were.
    pub values: Values,
    /// What was seen.
    pub snapshot: Snapshot,
}

impl Case<'_> {
    /// Looks, tries and decides. What the state alone shows is told to `early` where attempts are still to come, which may
    /// take their time.
    ///
    /// # Errors
    /// [`EngineError`] when the engine cannot be asked at all.
    pub async fn judge(&self, early: impl FnOnce(StepResult)) -> Result<Judged, EngineError> {
        let subjects = subjects(self.lesson, self.step);
        let mut snapshot = self.engine.fresh(self.known, &subjects).await?;
        let mut values = current(self.lesson, &snapshot, self.values);
        let mut evidence = Evidence {
            files: files(self.step, self.workspace),
            reaches: Vec::new(),
            tasks: self.tasks.to_vec(),
            snapshot: Some(snapshot.clone()),
            strict: self.strict,
        };
        let foreseen = check::judge(self.step, &evidence, &values);
        let failed = fails(&foreseen);
        if !self.step.reaches.is_empty() {
            early(foreseen);
        }
        let tries = async {
            if failed {
                return Ok(self.reaches(&snapshot, &values, true).await);
            }
            tokio::select! {
                seen = self.reaches(&snapshot, &values, false) => Ok(seen),
                broken = self.broken(&evidence, &values, &subjects) => {
                    let (snapshot, values) = broken?;
                    Ok(self.reaches(&snapshot, &values, true).await)
                }
            }
        };
        evidence.reaches = tries.await?;
        if !failed && !self.are_met(&evidence.reaches) {
            // Trying took its time: what was well before, such as a container whose process was about to end, may not
            // be any more, and then it is the reason.
            snapshot = self.engine.fresh(&snapshot, &subjects).await?;
            values = current(self.lesson, &snapshot, &values);
            evidence.snapshot = Some(snapshot.clone());
        }
        let result = check::judge(self.step, &evidence, &values);
        Ok(Judged { result, values, snapshot })
    }

    /// Waits until a goal does not hold any more: to go on trying is of no use then. Gives the state that shows it. What
    /// is seen of the engine may be older than `evidence`, and so it is looked at anew before it is believed.
    async fn broken(
        &self,
        evidence: &Evidence,
        values: &Values,
        subjects: &[Subject],
    ) -> Result<(Snapshot, Values), EngineError> {
        let Some(mut states) = self.states.clone() else { return std::future::pending().await };
        let shows = |now: &Snapshot| {
            let evidence = Evidence { snapshot: Some(now.clone()), ..evidence.clone() };
            fails(&check::judge(self.step, &evidence, values))
        };
        while states.changed().await.is_ok() {
            let Some(now) = states.borrow_and_update().clone().filter(|now| shows(now)) else { continue };
            let fresh = self.engine.fresh(&now, subjects).await?;
            if shows(&fresh) {
                let values = current(self.lesson, &fresh, values);
                return Ok((fresh, values));
            }
        }
        // The program is ending.
        std::future::pending().await
    }

    fn are_met(&self, seen: &[Option<Observation>]) -> bool {
        let mut reaches = self.step.reaches.iter().zip(seen);
        reaches.all(|(reach, seen)| seen.as_ref().is_some_and(|seen| check::meets(reach, seen)))
    }

    /// All reaches at the same time: each may take until its own `within`. Where a goal has `failed` already, each
    /// is tried once: the step cannot pass before something changes, and then it is judged anew.
    async fn reaches(&self, snapshot: &Snapshot, values: &Values, failed: bool) -> Vec<Option<Observation>> {
        join_all(self.step.reaches.iter().map(|reach| async {
            let target = match Target::parse(&values.fill(&reach.to)) {
                Ok(target) => target,
                Err(reason) => return Some(Observation::Impossible(reason)),
            };
            let expected = |seen: &Observation| failed || check::meets(reach, seen);
            let images = &self.lesson.images;
            let tries = self.prober.reach_until(
                self.engine,
                snapshot,
                &reach.from,
                &target,
                images,
                reach.within,
                expected,
            );
            Some(tries.await)
        }))
        .await
    }
}

/// Whether a goal does not hold.
fn fails(result: &StepResult) -> bool {
    result.goals.iter().any(|goal| matches!(goal, Outcome::Fails(_)))
}

/// The files that the step's goals and edits name. One that cannot be read counts as none.
pub fn files(step: &Step, workspace: &Workspace) -> BTreeMap<String, Option<String>> {
    let named = step.goals.iter().filter_map(|goal| match &goal.subject {
        Subject::File(path) => Some(path),
        _ => None,
    });
    let edited = step.edits.iter().map(|edit| &edit.path);
    named.chain(edited).map(|path| (path.clone(), workspace.read(path).ok().flatten())).collect()
}

/// The lesson's values as `snapshot` has them; those that cannot be told now stay as in `before`.
pub fn current(lesson: &Lesson, snapshot: &Snapshot, before: &Values) -> Values {
    let mut values = before.clone();
    values.named.extend(network::values(snapshot, &lesson.values));
    values
}

/// What must be looked at for a step: what its goals and reaches are about, and where values are read.
fn subjects(lesson: &Lesson, step: &Step) -> Vec<Subject> {
    let goals = step.goals.iter().map(|goal| goal.subject.clone());
    let linked = step
        .goals
        .iter()
        .flat_map(|goal| goal.links.values().map(|target| Subject::Container(target.clone())));
    let reaches = step.reaches.iter().flat_map(|reach| {
        let target = network::Target::parse(&reach.to).host.to_owned();
        let named = [reach.from.clone(), target].into_iter().chain(reach.by.clone());
        named.map(Subject::Container).collect::<Vec<_>>()
    });
    let mut subjects: Vec<Subject> = goals.chain(linked).chain(reaches).chain(sources(lesson)).collect();
    subjects.retain(|subject| *subject != Subject::Container(HOST.to_owned()));
    subjects.sort();
    subjects.dedup();
    subjects
}

/// Where the lesson's values are read.
pub fn sources(lesson: &Lesson) -> Vec<Subject> {
    let sources = lesson.values.values().flat_map(|source| match source {
        Source::Ip { container, network } => {
            vec![Subject::Container(container.clone()), Subject::Network(network.clone())]
        }
        Source::Gateway(network) | Source::Subnet(network) => vec![Subject::Network(network.clone())],
        Source::Id(container) => vec![Subject::Container(container.clone())],
    });
    sources.collect()
}

/// What to say when the engine could not be asked.
pub fn unknown(error: &EngineError) -> StepResult {
    let reason = phrase("runtime-judge-unknown").with("reason", error.phrase());
    StepResult { verdict: check::Verdict::Unknown(reason), ..StepResult::default() }
}
