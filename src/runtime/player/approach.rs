//! From the beginning of one step to that of a later one: what stands between is done, as the lesson says.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use futures_util::future::join_all;

use super::TaskReport;
use super::plan::{Plan, Planned, Work};
use super::steps::{Steps, uses_values};
use super::touch::Thing;
use crate::app::Headway;
use crate::check::{self, Verdict};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Expected, Step, Task};
use crate::network::Target;
use crate::shell::docker::ObjectKind;

/// Whoever wants to know how far it has come, and whether to go on: between two lines, never within a request.
pub(super) type Watch<'a> = &'a (dyn Fn(Headway) -> ControlFlow<()> + Sync);

/// Counts what is done, and tells of it.
struct Course<'a> {
    watch: Watch<'a>,
    done: AtomicUsize,
    count: usize,
    /// What is being done now, in order; the last is told of.
    now: Mutex<Vec<(usize, String)>>,
    /// Whether somebody wants it to stop.
    stopped: AtomicBool,
}

impl Course<'_> {
    fn begin(&self, step: usize, line: &str) {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).push((step, line.to_owned()));
        self.tell(step, line);
    }

    fn end(&self, step: usize, line: &str) {
        self.done.fetch_add(1, Ordering::Relaxed);
        self.now.lock().unwrap_or_else(PoisonError::into_inner).retain(|(_, other)| other != line);
        self.tell(step, line);
    }

    /// Tells what is being done; where that is nothing, what began or ended just now.
    fn tell(&self, step: usize, line: &str) {
        let now = self.now.lock().unwrap_or_else(PoisonError::into_inner).last().cloned();
        let (step, line) = now.unwrap_or_else(|| (step, line.to_owned()));
        let done = self.done.load(Ordering::Relaxed);
        let told = (self.watch)(Headway::Working { done, count: self.count, step, line });
        self.stopped.fetch_or(told.is_break(), Ordering::Relaxed);
    }

    fn goes_on(&self) -> Result<(), Phrase> {
        if self.stopped.load(Ordering::Relaxed) { Err(stopping()) } else { Ok(()) }
    }
}

/// Said when somebody wanted it to stop.
pub(super) fn stopping() -> Phrase {
    phrase("app-bringing-stopping")
}

impl<'a> Steps<'a> {
    /// Does what the steps from `from` to before `to` ask for, as far as it matters at `to`. What must be reachable
    /// there is waited for, as a learner does.
    pub(super) async fn approach(&mut self, from: usize, to: usize, watch: Watch<'_>) -> Result<(), Phrase> {
        let plan = self.plan(from, to);
        let course = Course {
            watch,
            done: AtomicUsize::new(0),
            count: plan.work.len(),
            now: Mutex::default(),
            stopped: AtomicBool::new(false),
        };
        for wave in plan.waves() {
            course.goes_on()?;
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
                let made = self.edit_once(edit);
                course.end(planned.step, &edit.path);
                return made;
            }
        };
        let line = self.filled(&task.line)?;
        course.begin(planned.step, &line);
        let report = self.line(&line, &task.expected, false).await;
        course.end(planned.step, &line);
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
            let touched = things.any(|thing| altered.contains(thing));
            let stays = |step: &&Step| !touched && !reached(step).any(|thing| altered.contains(&thing));
            let step = self.lesson.steps.get(last.step).filter(|step| !step.reaches.is_empty());
            due.extend(step.filter(stays).map(|step| (last.step, step)));
            altered.extend(of_step.iter().flat_map(|planned| &planned.touch.alters));
        }
        for (index, step) in due.into_iter().rev() {
            if watch(Headway::Waiting { step: index }).is_break() {
                return Err(stopping());
            }
            match self.judge(step, &[], false).await.verdict {
                Verdict::Failed(reasons) => reasons.into_iter().next().map_or(Ok(()), Err)?,
                Verdict::Unknown(reason) => return Err(reason),
                Verdict::NotRun | Verdict::Passed | Verdict::Read | Verdict::Skipped(_) => {}
            }
        }
        Ok(())
    }
}

/// The containers between which a step tries something, as far as they are called by their names there.
fn reached(step: &Step) -> impl Iterator<Item = Thing> {
    let names = step.reaches.iter().flat_map(|reach| [reach.from.as_str(), Target::parse(&reach.to).host]);
    names.map(|name| Thing::Object(ObjectKind::Container, name.to_owned()))
}

fn ended_well(task: &Task, report: &TaskReport) -> bool {
    let codes = |expected: &Expected| report.run.exit == Some(expected.exit);
    if task.expected.is_empty() { report.run.exit == Some(0) } else { task.expected.iter().any(codes) }
}

/// Which line it was, and why: what it was refused for, else the last that it printed.
fn failure(step: usize, report: TaskReport) -> Phrase {
    let printed = check::last_words(&report.run.lines).map(str::to_owned);
    let exit = phrase("runtime-approach-exit").with("code", report.run.exit.unwrap_or(-1));
    let failed = phrase("runtime-approach-failed").with("step", step + 1).with("line", report.line);
    match (report.refused, printed) {
        (Some(reason), _) => failed.with("reason", reason),
        (None, Some(printed)) => failed.with("reason", printed),
        (None, None) => failed.with("reason", exit),
    }
}
