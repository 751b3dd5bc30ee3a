//! Verdicts with their reasons, and the check in a list.

use super::Narrator;
use super::page::Page;
use crate::app::offer::{Solution, solution};
use crate::app::{LessonModel, Model, Screen, tasks};
use crate::check::{Comparison, Outcome, Segment, Verdict};
use crate::i18n::{Phrase, phrase};
use crate::lesson::Step;
use crate::text::sanitize;
use crate::ui::Look;
use crate::ui::panes::goal;

impl Narrator {
    /// How the step stands, where that is another than before or was asked for.
    pub(super) fn verdict(&mut self, model: &Model, look: &Look) {
        let Screen::Lesson(lesson) = &model.screen else { return };
        if !self.is_there(model) || model.running.is_some() {
            return;
        }
        if lesson.judging {
            // Trying to reach something may take its time; nobody is to wait in the dark.
            if self.answering
                && lesson.result.verdict != Verdict::Passed
                && !std::mem::replace(&mut self.told.judging, true)
            {
                self.page.say(&look.word("plain-judging"));
                self.told.owed = true;
            }
            return;
        }
        // Whoever was told that it is being checked is told what came out, also if it is the same as before.
        let owed = std::mem::take(&mut self.told.owed);
        let verdict = &lesson.result.verdict;
        let judged = self.told.judgement != lesson.judgement && self.answering;
        self.told.judgement = lesson.judgement;
        let again = judged && matches!(verdict, Verdict::Failed(_) | Verdict::Unknown(_));
        let same = std::mem::replace(&mut self.told.verdict, verdict.clone()) == *verdict;
        if !owed && ((same && !again) || *verdict == Verdict::NotRun) {
            return;
        }
        match verdict {
            Verdict::NotRun if lesson.tasks.iter().any(|task| task.run.is_some()) => {
                self.page.say(&look.say(&under_way(lesson)));
            }
            verdict => tell(&mut self.page, verdict, look),
        }
    }
}

/// In its midst a step says how many of its commands have run.
fn under_way(lesson: &LessonModel) -> Phrase {
    let (done, count) = (tasks::done(lesson), lesson.tasks.len());
    phrase("plain-under-way")
        .with("verdict", phrase("ui-verdict-under-way"))
        .with("done", done)
        .with("count", count)
}

fn tell(page: &mut Page, verdict: &Verdict, look: &Look) {
    let (key, reasons) = match verdict {
        Verdict::NotRun => ("ui-verdict-not-run", &[][..]),
        Verdict::Passed => ("ui-verdict-passed", &[][..]),
        Verdict::Read => ("ui-verdict-read", &[][..]),
        Verdict::Failed(reasons) => ("ui-verdict-failed", &reasons[..]),
        Verdict::Unknown(reason) => ("ui-verdict-unknown", std::slice::from_ref(reason)),
        Verdict::Skipped(reason) => ("ui-verdict-skipped", std::slice::from_ref(reason)),
    };
    match reasons {
        [] => page.say(&look.say(&phrase("plain-verdict").with("verdict", phrase(key)))),
        [reason] => page.say(&because(key, reason, look)),
        reasons => {
            page.say(&look.say(&phrase("plain-title").with("text", phrase(key))));
            numbered(page, reasons.iter(), look);
        }
    }
}

fn because(key: &'static str, reason: &Phrase, look: &Look) -> String {
    look.say(&phrase("plain-because").with("verdict", phrase(key)).with("reason", reason.clone()))
}

/// Sentences with their numbers.
pub(super) fn numbered<'a>(page: &mut Page, all: impl Iterator<Item = &'a Phrase>, look: &Look) {
    for (one, number) in all.zip(1..) {
        page.item(&format!("{number}. "), &look.say(one));
    }
}

/// The step's goals and reaches, then how its tasks' output compares.
pub(super) fn list(page: &mut Page, step: &Step, lesson: &LessonModel, look: &Look) {
    page.say(&look.say(&phrase("plain-title").with("text", phrase("ui-pane-check"))));
    let goals = step
        .goals
        .iter()
        .map(|wanted| goal::goal(wanted, &lesson.values, look))
        .zip(outcomes(&lesson.result.goals));
    let reaches = step
        .reaches
        .iter()
        .map(|wanted| goal::reach(wanted, &lesson.values, look))
        .zip(outcomes(&lesson.result.reaches));
    let mut empty = true;
    for (text, outcome) in goals.chain(reaches) {
        empty = false;
        page.item("- ", &statement(&text, outcome, look));
    }
    let hidden = solution(step, lesson) == Solution::Hidden;
    for (index, task) in step.tasks.iter().enumerate().filter(|_| !hidden) {
        empty = false;
        let line = lesson.values.fill(&task.line);
        let result = lesson.result.tasks.get(index).and_then(Option::as_ref);
        let key = match result {
            None => "ui-verdict-not-run",
            Some(comparison) if comparison.matches() => "plain-as-expected",
            Some(_) => "plain-otherwise",
        };
        let said = phrase("plain-standing").with("text", line).with("standing", phrase(key));
        page.item("- ", &look.say(&said));
        if let Some(comparison) = result.filter(|comparison| !comparison.matches()) {
            differences(page, comparison, look);
        }
    }
    if empty {
        page.say(&look.word("ui-check-nothing"));
    }
}

fn outcomes(all: &[Outcome]) -> impl Iterator<Item = Option<&Outcome>> + use<'_> {
    all.iter().map(Some).chain(std::iter::repeat(None))
}

/// A statement with how it stands, and the reason where it does not hold.
fn statement(text: &str, outcome: Option<&Outcome>, look: &Look) -> String {
    let standing = |key| phrase("plain-standing").with("text", text).with("standing", phrase(key));
    let (said, reason) = match outcome {
        None | Some(Outcome::Pending) => (standing("plain-open"), None),
        Some(Outcome::Holds) => (standing("plain-holds"), None),
        Some(Outcome::Fails(reason)) => (standing("plain-fails"), Some(reason)),
        Some(Outcome::Unknown(reason)) => (standing("ui-verdict-unknown"), Some(reason)),
    };
    match reason {
        Some(reason) => format!("{}\n{}", look.say(&said), look.say(reason)),
        None => look.say(&said),
    }
}

/// The lines that differ, what was expected before what came.
fn differences(page: &mut Page, comparison: &Comparison, look: &Look) {
    if let Some((expected, actual)) = comparison.exit_differs {
        page.item(
            "  ",
            &look.say(&phrase("ui-check-exit").with("expected", expected).with("actual", actual)),
        );
    }
    for row in comparison.rows.iter().filter(|row| !row.matches) {
        for (key, side) in [("ui-check-expected", &row.expected), ("ui-check-actual", &row.actual)] {
            if let Some(segments) = side {
                let text: String = segments.iter().map(Segment::text).collect();
                let cell =
                    phrase("plain-cell").with("name", phrase(key)).with("text", sanitize(&text).into_owned());
                page.item("  ", &look.say(&cell));
            }
        }
    }
}
