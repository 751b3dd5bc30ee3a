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

/// Writes the last line over all lessons.
pub fn summary(paper: &mut Paper<'_>, reports: &[LessonReport]) {
    let left_out = reports.iter().filter(|report| matches!(report.outcome, Outcome::Lacking(_))).count();
    let played = reports.len() - left_out;
    let failed = reports.iter().filter(|report| !report.is_well()).count();
    if failed > 0 {
        paper.phrase(0, &phrase("cli-verify-not-well").with("failed", failed).with("lessons", played));
    } else if played > 0 {
        paper.phrase(0, &phrase("cli-verify-all-well").with("lessons", played));
    }
    if left_out > 0 {
        paper.phrase(0, &phrase("cli-verify-left-out").with("lessons", left_out));
    }
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
