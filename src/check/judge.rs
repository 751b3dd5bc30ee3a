//! Whether a step has passed, and what to mend first where it has not.

use super::verdict::{Comparison, Evidence, Outcome, Segment, StepResult, TaskRun, Verdict};
use super::{attempt, compare_best, edits, goal};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Goal, Step, Subject, Values};

/// What may be anything, in a reason.
pub(super) const GAP: &str = "…";

/// Judges a step by what was found out.
///
/// Goals and reaches decide; where there are none, the edits and the tasks' outputs and exit codes do; `strict`, and a
/// step that only looks, demand both. A step with neither is read. While the engine is lost nothing has failed.
pub fn judge(step: &Step, evidence: &Evidence, values: &Values) -> StepResult {
    let snapshot = evidence.snapshot.as_ref();
    let goals: Vec<Outcome> =
        step.goals.iter().map(|goal| goal::check(goal, snapshot, &evidence.files, values)).collect();
    let seen = |i: usize| evidence.reaches.get(i).and_then(Option::as_ref);
    let reaches: Vec<Outcome> = step
        .reaches
        .iter()
        .enumerate()
        .map(|(i, reach)| attempt::check(reach, seen(i), snapshot, values))
        .collect();
    let run = |i: usize| evidence.tasks.get(i).and_then(Option::as_ref);
    let tasks: Vec<Option<Comparison>> = step
        .tasks
        .iter()
        .enumerate()
        .map(|(i, task)| run(i).map(|run| compare_best(&task.expected, run, values)))
        .collect();
    let mut result = StepResult { verdict: Verdict::NotRun, goals, reaches, tasks };
    result.verdict = verdict(step, evidence, &result, values);
    result
}

fn verdict(step: &Step, evidence: &Evidence, result: &StepResult, values: &Values) -> Verdict {
    let decided_by_state = !step.goals.is_empty() || !step.reaches.is_empty();
    if !decided_by_state && step.tasks.is_empty() && step.edits.is_empty() {
        return Verdict::Read;
    }
    let by_tasks = if evidence.strict || step.is_decided_by_tasks() {
        tasks(step, evidence, result, values)
    } else {
        Verdict::Passed
    };
    let lost = evidence.snapshot.is_none();
    if lost && (decided_by_state || by_tasks != Verdict::Passed) {
        return Verdict::Unknown(phrase("check-engine-lost"));
    }
    let mut reasons = failures(step, result);
    if reasons.is_empty() {
        let unknown = result.goals.iter().chain(&result.reaches).find_map(|outcome| match outcome {
            Outcome::Unknown(why) => Some(why.clone()),
            Outcome::Holds | Outcome::Fails(_) | Outcome::Pending => None,
        });
        if let Some(why) = unknown {
            return Verdict::Unknown(why);
        }
    }
    match by_tasks {
        Verdict::Failed(more) => reasons.extend(more),
        Verdict::NotRun if reasons.is_empty() => return Verdict::NotRun,
        _ => {}
    }
    if reasons.is_empty() { Verdict::Passed } else { Verdict::Failed(reasons) }
}

/// The goals' and reaches' reasons: what others need first, then in the key's order.
fn failures(step: &Step, result: &StepResult) -> Vec<Phrase> {
    let failing = |outcome: &Outcome| match outcome {
        Outcome::Fails(why) => Some(why.clone()),
        Outcome::Holds | Outcome::Unknown(_) | Outcome::Pending => None,
    };
    let goals = step.goals.iter().zip(&result.goals);
    let mut ranked: Vec<(u8, Phrase)> =
        goals.filter_map(|(goal, outcome)| Some((rank(goal), failing(outcome)?))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut reasons: Vec<Phrase> = Vec::new();
    for why in ranked.into_iter().map(|(_, why)| why).chain(result.reaches.iter().filter_map(failing)) {
        if !reasons.contains(&why) {
            reasons.push(why);
        }
    }
    reasons
}

/// Images are built from files, containers are made from images on networks; what is to be gone comes last.
fn rank(goal: &Goal) -> u8 {
    match (&goal.subject, goal.absent) {
        (_, true) => 4,
        (Subject::File(_), _) => 0,
        (Subject::Image(_), _) => 1,
        (Subject::Network(_), _) => 2,
        (Subject::Container(_), _) => 3,
    }
}

fn tasks(step: &Step, evidence: &Evidence, result: &StepResult, values: &Values) -> Verdict {
    let mut reasons = Vec::new();
    let mut waiting = None;
    for (i, task) in step.tasks.iter().enumerate() {
        // As the learner sees it: with the learner's own addresses and ports.
        let line = values.fill(&task.line);
        let named = |key| phrase(key).with("line", line.as_str());
        let run = evidence.tasks.get(i).and_then(Option::as_ref).filter(|run| run.exit.is_some());
        match (run, &result.tasks[i]) {
            (Some(run), Some(comparison)) if !comparison.matches() => {
                reasons.push(task_reason(&named, run, comparison));
            }
            (Some(_), Some(_)) => {}
            _ => waiting = waiting.or_else(|| Some(named("check-task-not-run"))),
        }
    }
    // An edit that comes before a task is not missed before that task has run.
    if waiting.is_none() || evidence.strict {
        let made = edits(step, &evidence.files);
        let undone = step.edits.iter().zip(made).filter(|(_, made)| !made);
        reasons.extend(undone.map(|(edit, _)| phrase("check-edit-undone").with("path", edit.path.as_str())));
    }
    match (reasons.is_empty(), waiting) {
        (true, None) => Verdict::Passed,
        (true, Some(_)) if !evidence.strict => Verdict::NotRun,
        (_, waiting) => {
            reasons.extend(waiting);
            Verdict::Failed(reasons)
        }
    }
}

fn task_reason(named: &impl Fn(&'static str) -> Phrase, run: &TaskRun, comparison: &Comparison) -> Phrase {
    if let Some((expected, actual)) = comparison.exit_differs {
        let last = last_words(&run.lines);
        let why = |key| named(key).with("expected", expected).with("actual", actual);
        return match last {
            Some(last) => why("check-task-exit-saying").with("said", last),
            None => why("check-task-exit"),
        };
    }
    let text = |side: &Option<Vec<Segment>>| side.as_ref().map(|segments| quoted(segments));
    let row = comparison.rows.iter().find(|row| !row.matches);
    match row.map(|row| (text(&row.expected), text(&row.actual))) {
        Some((Some(expected), Some(actual))) => {
            named("check-task-differs").with("expected", expected).with("actual", actual)
        }
        Some((Some(expected), None)) if run.lines.is_empty() => {
            named("check-task-silent").with("expected", expected)
        }
        Some((Some(expected), None)) => named("check-task-missing").with("expected", expected),
        Some((None, Some(actual))) => named("check-task-extra").with("actual", actual),
        Some((None, None)) | None => named("check-task-other"),
    }
}

/// A line as a sentence quotes it: columns of a table are no part of it, nor is how a lesson writes what may be anything.
fn quoted(segments: &[Segment]) -> String {
    let text = |segment: &Segment| match segment {
        Segment::Varies(text) if text.starts_with('[') && text.ends_with(']') => GAP.to_owned(),
        other => other.text().to_owned(),
    };
    let line: String = segments.iter().map(text).collect();
    let mut words: Vec<&str> = line.split_whitespace().collect();
    words.dedup_by(|word, before| *word == GAP && *before == GAP);
    words.join(" ")
}

/// The last of these printed lines that says something: docker's way to its help, below an error, does not.
pub fn last_words(lines: &[String]) -> Option<&str> {
    let is_help =
        |line: &str| line.starts_with("Run 'docker ") && line.ends_with("--help' for more information");
    lines.iter().rev().map(|line| line.trim()).find(|line| !line.is_empty() && !is_help(line))
}

#[cfg(test)]
mod tests;
