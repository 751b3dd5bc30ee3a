//! The report of `netdojo verify` for people.

use std::time::Duration;

use crate::check::{Comparison, Outcome as Stands, Segment, Verdict};
use crate::cli::paper::{Mark, Paper};
use crate::i18n::{Phrase, phrase};
use crate::runtime::player::{LessonReport, Outcome, StepReport, TaskReport};

/// Writes a whole lesson.
pub fn lesson(paper: &mut Paper<'_>, report: &LessonReport) {
    paper.line(0, &format!("{} ({}) {}", report.title, report.id, seconds(report.elapsed)));
    match &report.outcome {
        Outcome::Played(steps) => steps.iter().for_each(|report| step(paper, report)),
        Outcome::Taken(reasons) => {
            paper.marked_phrase(2, Mark::Bad, &phrase("cli-verify-taken"));
            phrases(paper, 4, reasons);
        }
        Outcome::Lacking(reasons) => {
            paper.marked_phrase(2, Mark::Neutral, &phrase("cli-verify-lacking"));
            phrases(paper, 4, reasons);
        }
        Outcome::Broken(reason) => paper.marked_phrase(2, Mark::Bad, reason),
    }
    for left in &report.left {
        paper.marked_phrase(2, Mark::Neutral, left);
    }
}

/// How many lessons came out how. What an engine cannot do has neither passed nor failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Passed.
    pub passed: usize,
    /// Failed, or could not be played.
    pub failed: usize,
    /// Left out, as this engine cannot do them.
    pub left_out: usize,
}

impl Counts {
    /// Counts the lessons.
    pub fn of(reports: &[LessonReport]) -> Self {
        let mut counts = Self::default();
        for report in reports {
            let count = if !report.is_well() {
                &mut counts.failed
            } else if report.is_left_out() {
                &mut counts.left_out
            } else {
                &mut counts.passed
            };
            *count += 1;
        }
        counts
    }
}

/// Writes the last line over all lessons.
pub fn summary(paper: &mut Paper<'_>, reports: &[LessonReport]) {
    let counts = Counts::of(reports);
    let said = phrase("cli-verify-summary")
        .with("passed", counts.passed)
        .with("failed", counts.failed)
        .with("left", counts.left_out);
    paper.phrase(0, &said);
}

fn step(paper: &mut Paper<'_>, step: &StepReport) {
    let mark = match step.result.verdict {
        Verdict::Passed | Verdict::Read => Mark::Good,
        Verdict::Skipped(_) => Mark::Neutral,
        Verdict::Failed(_) | Verdict::Unknown(_) | Verdict::NotRun => Mark::Bad,
    };
    paper.marked(2, mark, &format!("{} ({}) {}", step.title, step.id, seconds(step.elapsed)));
    match &step.result.verdict {
        Verdict::Failed(reasons) => phrases(paper, 4, reasons),
        Verdict::Unknown(reason) | Verdict::Skipped(reason) => paper.phrase(4, reason),
        Verdict::NotRun => paper.phrase(4, &phrase("cli-verify-not-run")),
        Verdict::Passed | Verdict::Read => {}
    }
    if step.is_well() {
        return;
    }
    for stands in step.result.goals.iter().chain(&step.result.reaches) {
        if let Stands::Unknown(reason) = stands {
            paper.phrase(4, reason);
        }
    }
    for (index, report) in step.tasks.iter().enumerate() {
        task(paper, report, step.result.tasks.get(index).and_then(Option::as_ref));
    }
}

fn task(paper: &mut Paper<'_>, task: &TaskReport, comparison: Option<&Comparison>) {
    let well = comparison.is_some_and(Comparison::matches) && !task.timed_out && task.refused.is_none();
    paper.marked(4, if well { Mark::Good } else { Mark::Bad }, &format!("$ {}", task.line));
    if let Some(reason) = &task.refused {
        paper.phrase(6, reason);
    }
    if task.timed_out {
        let seconds = i64::try_from(task.elapsed.as_secs()).unwrap_or(i64::MAX);
        paper.phrase(6, &phrase("cli-verify-timeout").with("seconds", seconds));
    }
    let Some(comparison) = comparison.filter(|_| !well) else { return };
    if let Some((expected, actual)) = comparison.exit_differs {
        paper.phrase(6, &phrase("cli-verify-exit").with("expected", expected).with("actual", actual));
    }
    if !comparison.output_matches {
        rows(paper, comparison);
    }
}

fn rows(paper: &mut Paper<'_>, comparison: &Comparison) {
    paper.phrase(6, &phrase("cli-verify-legend"));
    for row in &comparison.rows {
        if row.matches {
            let line = row.actual.as_deref().or(row.expected.as_deref()).map(plain);
            paper.line(6, &format!("  {}", line.unwrap_or_default()));
            continue;
        }
        if let Some(expected) = &row.expected {
            let line = paper.paint(Mark::Good, &format!("- {}", plain(expected)));
            paper.line(6, &line);
        }
        if let Some(actual) = &row.actual {
            let line = paper.paint(Mark::Bad, &format!("+ {}", plain(actual)));
            paper.line(6, &line);
        }
    }
}

fn phrases(paper: &mut Paper<'_>, indent: usize, phrases: &[Phrase]) {
    for said in phrases {
        paper.phrase(indent, said);
    }
}

/// A compared line as plain text. What containers print may hold anything: only what can be seen stays.
pub fn plain(segments: &[Segment]) -> String {
    let texts = segments.iter().map(|segment| match segment {
        Segment::Same(text) | Segment::Differs(text) | Segment::Varies(text) => text.as_str(),
    });
    texts.collect::<String>().chars().filter(|char| !char.is_control()).collect()
}

fn seconds(elapsed: Duration) -> String {
    format!("{:.1} s", elapsed.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::StepResult;

    fn report(outcome: Outcome) -> LessonReport {
        LessonReport {
            id: "link".into(),
            title: String::new(),
            outcome,
            elapsed: Duration::ZERO,
            left: Vec::new(),
        }
    }

    fn played(verdicts: Vec<Verdict>) -> LessonReport {
        let step = |verdict| StepReport {
            id: "step".into(),
            title: String::new(),
            tasks: Vec::new(),
            result: StepResult { verdict, ..StepResult::default() },
            elapsed: Duration::ZERO,
        };
        report(Outcome::Played(verdicts.into_iter().map(step).collect()))
    }

    #[test]
    fn what_was_left_out_has_not_passed() {
        let why = || phrase("cli-verify-lacking");
        let reports = [
            played(vec![Verdict::Passed, Verdict::Read]),
            played(vec![Verdict::Passed, Verdict::Skipped(why())]),
            played(vec![Verdict::Read, Verdict::Skipped(why())]),
            played(vec![Verdict::Passed, Verdict::Failed(vec![])]),
            played(vec![Verdict::NotRun]),
            report(Outcome::Lacking(vec![why()])),
            report(Outcome::Taken(vec![])),
            report(Outcome::Broken(why())),
        ];
        assert_eq!(Counts::of(&reports), Counts { passed: 2, failed: 4, left_out: 2 });
    }
}
