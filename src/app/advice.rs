//! The next thing to try where a step has not passed.

use super::offer::{Offer, Solution, blocked, current_step, offer, solution};
use super::{LessonModel, Model, alerts};
use crate::check::{Outcome, Remedy, Verdict, remedy};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{AlertKind, Step, Subject};
use crate::shell::docker::{Invocation, ObjectKind};
use crate::shell::{Script, parse, quote};

/// What to try next; none while nothing has failed, or nothing can be tried now.
pub fn next(model: &Model, lesson: &LessonModel) -> Option<Phrase> {
    let step = current_step(model, lesson)?;
    let failed = matches!(lesson.result.verdict, Verdict::Failed(_)) && !lesson.judging;
    if !failed || model.running.is_some() || blocked(model, lesson).is_some() {
        return None;
    }
    if solution(step, lesson) == Solution::Hidden {
        return Some(help(model, lesson, "panes-next-solution"));
    }
    let offered = offer(model);
    if let Offer::Edit { line, .. } = &offered {
        return Some(phrase("panes-next-enter").with("line", line.as_str()));
    }
    mend(model, lesson, step)
        .or_else(|| match offered {
            Offer::Run { task, line } if lesson.tasks.get(task).is_some_and(|task| task.run.is_none()) => {
                Some(phrase("panes-next-enter").with("line", line))
            }
            _ => None,
        })
        .or_else(|| Some(help(model, lesson, "panes-next-solve")))
}

/// A hint, while there is one; else what is left then.
fn help(model: &Model, lesson: &LessonModel, else_key: &'static str) -> Phrase {
    match alerts::count(model, AlertKind::Tip).checked_sub(lesson.hints).filter(|left| *left > 0) {
        Some(left) => phrase("panes-next-hint").with("count", left),
        None => phrase(else_key),
    }
}

/// What mends the first goal that does not hold, unless the lines of the step that are still to run do that.
fn mend(model: &Model, lesson: &LessonModel, step: &Step) -> Option<Phrase> {
    let snapshot = model.snapshot.as_deref()?;
    let fails = |outcome: &Outcome| matches!(outcome, Outcome::Fails(_));
    let (goal, _) = step.goals.iter().zip(&lesson.result.goals).find(|(_, outcome)| fails(outcome))?;
    let remedy = remedy(goal, snapshot)?;
    let has_run = |index: usize| lesson.tasks.get(index).is_some_and(|task| task.run.is_some());
    let scripts: Vec<(usize, Script)> = step
        .tasks
        .iter()
        .enumerate()
        .filter_map(|(index, task)| Some((index, parse(&task.line).ok()?)))
        .collect();
    let makes = |subject: &Subject, script: &Script| {
        script.creates().into_iter().any(|object| is(subject, object.kind, object.name.as_deref()))
    };
    let changes = |subject: &Subject, script: &Script| {
        // A command that is run in it may do anything, but mends nothing of this.
        let runs_in_it = matches!(script.docker(), Some(Invocation::Exec(_)));
        let changed = if runs_in_it { Vec::new() } else { script.changes() };
        let all = changed.into_iter().chain(script.destroys());
        all.into_iter().any(|object| is(subject, object.kind, object.name.as_deref()))
    };
    // What is to be done is still to come; but nothing is made where something of that name is in the way.
    let comes = |script: &Script| match &remedy {
        Remedy::Make(subject) => makes(subject, script),
        _ => !makes(&goal.subject, script) && changes(&goal.subject, script),
    };
    if scripts.iter().any(|(index, script)| !has_run(*index) && comes(script)) {
        return None;
    }
    let making = |subject: &Subject| {
        let (index, _) = scripts.iter().find(|(_, script)| makes(subject, script))?;
        Some(lesson.values.fill(&step.tasks[*index].line))
    };
    Some(match remedy {
        Remedy::Line(words) => phrase("panes-next-line").with("line", docker(&words)),
        Remedy::Edit(path) => phrase("panes-next-line").with("line", format!("edit {}", quote(&path))),
        Remedy::Make(subject) => match making(&subject) {
            Some(line) => phrase("panes-next-line").with("line", line),
            None => phrase("panes-next-earlier").with("name", name(&subject)),
        },
        Remedy::Anew(subject, removal) => match making(&subject) {
            Some(line) => phrase("panes-next-anew").with("removal", docker(&removal)).with("line", line),
            None => phrase("panes-next-earlier").with("name", name(&subject)),
        },
    })
}

/// The docker line of these words.
fn docker(words: &[String]) -> String {
    let words: Vec<_> = words.iter().map(|word| quote(word)).collect();
    format!("docker {}", words.join(" "))
}

fn name(subject: &Subject) -> &str {
    match subject {
        Subject::Container(name) | Subject::Network(name) | Subject::Image(name) | Subject::File(name) => {
            name
        }
    }
}

/// Whether an object of a line is what a goal is about.
fn is(subject: &Subject, kind: ObjectKind, named: Option<&str>) -> bool {
    let fits = match subject {
        Subject::Container(_) => matches!(kind, ObjectKind::Container | ObjectKind::Any),
        Subject::Network(_) => matches!(kind, ObjectKind::Network | ObjectKind::Any),
        Subject::Image(_) => matches!(kind, ObjectKind::Image | ObjectKind::Any),
        Subject::File(_) => false,
    };
    fits && named == Some(name(subject))
}
