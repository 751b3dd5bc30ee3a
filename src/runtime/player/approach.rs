//! From the beginning of one step to that of a later one: what stands between is done, as the lesson says.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::future::join_all;

use super::TaskReport;
use super::plan::{Plan, Planned, Work};
use super::steps::{Steps, uses_values};
use super::touch::Thing;
use crate::app::Headway;
use crate::check::Verdict;
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Expected, Step, Task};

/// Whoever wants to know how far it has come.
pub(super) type Watch<'a> = &'a (dyn Fn(Headway) + Sync);

/// Counts what is done, and tells of it.
struct Course<'a> {
    watch: Watch<'a>,
    done: AtomicUsize,
    count: usize,
    /// What is being done now, in order; the last is told of.
    now: Mutex<Vec<(usize, String)>>,
}

impl Course<'_> {
    fn begin(&self, step: usize, line: &str) {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).push((step, line.to_owned()));
        self.tell();
    }

    fn end(&self, line: &str) {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.now.lock().unwrap_or_else(PoisonError::into_inner).retain(|(_, other)| other != line);
        self.tell();
    }

    fn tell(&self) {
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner).last().cloned();
        if let Some((step, line)) = now {
            let done = self.done.load(Ordering::Relaxed);
            (self.watch)(Headway::Working { done, count: self.count, step, line });
        }
    }
}

impl<'a> Steps<'a> {
    /// Does what the steps from `from` to before `to` ask for, as far as it matters at `to`. What must be reachable
    /// there is waited for, as a learner does.
    pub(super) async fn approach(&mut self, from: usize, to: usize, watch: Watch<'_>) -> Result<(), Phrase> {
        let plan = self.plan(from, to);
        let course =
            Course { watch, done: AtomicUsize::new(0), count: plan.work.len(), now: Mutex::default() };
        for wave in plan.waves() {
            let uses = |planned: &&Planned<'_>| matches!(planned.work, Work::Line(task) if uses_values(task));
            if wave.iter().any(uses) {
                self.look().await.map_err(|error| error.phrase())?;
            }
            let steps = &*self;
            let outcomes = join_all(wave.into_iter().map(|planned| steps.perform(planned, &course))).await;
            outcomes.into_iter().collect::<Result<(), Phrase>>()?;
        }
        self.wait_for(&plan, watch).await
    }

    /// What has to be done from the beginning of one step to that of another. Steps that this engine cannot do are
    /// left out.
    pub(super) fn plan(&self, from: usize, to: usize) -> Plan<'a> {
        let steps = self.lesson.steps.iter().enumerate().take(to).skip(from);
        Plan::new(steps.filter(|(_, step)| self.obstacle(step).is_none()))
    }

    async fn perform(&self, planned: &Planned<'_>, course: &Course<'_>) -> Result<(), Phrase> {
        let task = match planned.work {
            Work::Line(task) => task,
            Work::Edit(edit) => {
                course.begin(planned.step, &edit.path);
                let made = self.edit(std::slice::from_ref(edit));
                course.end(&edit.path);
                return made;
            }
        };
        let line = self.filled(&task.line)?;
        course.begin(planned.step, &line);
        let report = self.line(&line, &task.expected, false).await;
        course.end(&line);
        if ended_well(task, &report) { Ok(()) } else { Err(failure(planned.step, report)) }
    }

    /// Waits for what the steps make reachable, where nothing that comes after them changes it again.
    async fn wait_for(&mut self, plan: &Plan<'a>, watch: Watch<'_>) -> Result<(), Phrase> {
        let mut altered: BTreeSet<&Thing> = BTreeSet::new();
        let mut due: Vec<(usize, &'a Step)> = Vec::new();
        let mut rest = &plan.work[..];
        while let Some(last) = rest.last() {
            let begin = rest.partition_point(|planned| planned.step < last.step);
            let of_step = &rest[begin..];
            rest = &rest[..begin];
            let mut things =
                of_step.iter().flat_map(|planned| planned.touch.alters.iter().chain(&planned.touch.needs));
            let stays = !things.any(|thing| altered.contains(thing));
            let step = self.lesson.steps.get(last.step).filter(|step| stays && !step.reaches.is_empty());
            due.extend(step.map(|step| (last.step, step)));
            altered.extend(of_step.iter().flat_map(|planned| &planned.touch.alters));
        }
        for (index, step) in due.into_iter().rev() {
            watch(Headway::Waiting { step: index });
            match self.judge(step, &[], false).await.verdict {
                Verdict::Failed(reasons) => reasons.into_iter().next().map_or(Ok(()), Err)?,
                Verdict::Unknown(reason) => return Err(reason),
                Verdict::NotRun | Verdict::Passed | Verdict::Read | Verdict::Skipped(_) => {}
            }
        }
        Ok(())
    }
}

fn ended_well(task: &Task, report: &TaskReport) -> bool {
    let codes = |expected: &Expected| report.run.exit == Some(expected.exit);
    if task.expected.is_empty() { report.run.exit == Some(0) } else { task.expected.iter().any(codes) }
}

/// Which line it was, and why: what it was refused for, else the last that it printed.
fn failure(step: usize, report: TaskReport) -> Phrase {
    let printed = report.run.lines.iter().rev().find(|line| !line.trim().is_empty()).cloned();
    let exit = phrase("runtime-approach-exit").with("code", report.run.exit.unwrap_or(-1));
    let failed = phrase("runtime-approach-failed").with("step", step + 1).with("line", report.line);
    match (report.refused, printed) {
        (Some(reason), _) => failed.with("reason", reason),
        (None, Some(printed)) => failed.with("reason", printed),
        (None, None) => failed.with("reason", exit),
    }
}
