//! The report of `netdojo verify --json`: one document, the same for every language but for its sentences.

use serde_json::{Value, json};

use super::report::{Counts, plain};
use crate::check::{Comparison, Outcome as Stands, Row, Verdict};
use crate::i18n::{Phrase, Translator};
use crate::network::EngineInfo;
use crate::runtime::player::{LessonReport, Outcome, StepReport, TaskReport};

/// The document over all lessons.
pub fn document(reports: &[LessonReport], engine: &EngineInfo, translator: &Translator) -> Value {
    let counts = Counts::of(reports);
    json!({
        "format": 1,
        "netdojo": env!("CARGO_PKG_VERSION"),
        "lang": translator.lang().to_string(),
        "engine": { "version": engine.version, "api": engine.api, "endpoint": engine.endpoint },
        "passed": counts.failed == 0,
        "counts": { "passed": counts.passed, "failed": counts.failed, "skipped": counts.left_out },
        "lessons": reports.iter().map(|report| lesson(report, translator)).collect::<Vec<_>>(),
    })
}

fn lesson(report: &LessonReport, translator: &Translator) -> Value {
    let (outcome, reasons, steps): (_, &[Phrase], &[StepReport]) = match &report.outcome {
        Outcome::Played(steps) => (played(report), &[], steps),
        Outcome::Taken(reasons) => ("taken", reasons, &[]),
        Outcome::Lacking(reasons) => ("skipped", reasons, &[]),
        Outcome::Broken(reason) => ("broken", std::slice::from_ref(reason), &[]),
    };
    json!({
        "id": report.id,
        "title": report.title,
        "outcome": outcome,
        "reasons": say_all(reasons, translator),
        "left": say_all(&report.left, translator),
        "seconds": report.elapsed.as_secs_f64(),
        "steps": steps.iter().map(|report| step(report, translator)).collect::<Vec<_>>(),
    })
}

fn played(report: &LessonReport) -> &'static str {
    match (report.is_well(), report.is_left_out()) {
        (false, _) => "failed",
        (true, true) => "skipped",
        (true, false) => "passed",
    }
}

fn step(report: &StepReport, translator: &Translator) -> Value {
    let (verdict, reasons) = match &report.result.verdict {
        Verdict::NotRun => ("not-run", Vec::new()),
        Verdict::Passed => ("passed", Vec::new()),
        Verdict::Read => ("read", Vec::new()),
        Verdict::Failed(reasons) => ("failed", say_all(reasons, translator)),
        Verdict::Unknown(reason) => ("unknown", vec![translator.say(reason)]),
        Verdict::Skipped(reason) => ("skipped", vec![translator.say(reason)]),
    };
    let comparisons = &report.result.tasks;
    let tasks = report.tasks.iter().enumerate();
    json!({
        "id": report.id,
        "title": report.title,
        "verdict": verdict,
        "reasons": reasons,
        "seconds": report.elapsed.as_secs_f64(),
        "goals": report.result.goals.iter().map(|goal| stands(goal, translator)).collect::<Vec<_>>(),
        "reaches": report.result.reaches.iter().map(|reach| stands(reach, translator)).collect::<Vec<_>>(),
        "tasks": tasks
            .map(|(index, report)| task(report, comparisons.get(index).and_then(Option::as_ref), translator))
            .collect::<Vec<_>>(),
    })
}

fn stands(outcome: &Stands, translator: &Translator) -> Value {
    match outcome {
        Stands::Holds => json!({ "outcome": "holds" }),
        Stands::Fails(reason) => json!({ "outcome": "fails", "reason": translator.say(reason) }),
        Stands::Pending => json!({ "outcome": "pending" }),
        Stands::Unknown(reason) => json!({ "outcome": "unknown", "reason": translator.say(reason) }),
    }
}

fn task(report: &TaskReport, comparison: Option<&Comparison>, translator: &Translator) -> Value {
    json!({
        "line": report.line,
        "exit": report.run.exit,
        "output": report.run.lines,
        "interrupted": report.run.interrupted,
        "timed_out": report.timed_out,
        "refused": report.refused.as_ref().map(|reason| translator.say(reason)),
        "matches": comparison.map(Comparison::matches),
        "expected_exit": comparison.and_then(|comparison| comparison.exit_differs).map(|(expected, _)| expected),
        "differences": comparison.map(differences),
        "seconds": report.elapsed.as_secs_f64(),
    })
}

fn differences(comparison: &Comparison) -> Vec<Value> {
    let differ = |row: &&Row| !row.matches;
    let text = |row: &Row| json!({ "expected": row.expected.as_deref().map(plain), "actual": row.actual.as_deref().map(plain) });
    comparison.rows.iter().filter(differ).map(text).collect()
}

fn say_all(phrases: &[Phrase], translator: &Translator) -> Vec<String> {
    phrases.iter().map(|phrase| translator.say(phrase)).collect()
}
