//! A `[[step.ID.goal]]`: a statement about one object.

use super::table::Table;
use crate::i18n::phrase;
use crate::lesson::markdown::is_below;
use crate::lesson::{Goal, State, Subject};

/// The states that a goal may ask for.
const STATES: [(&str, State); 4] = [
    ("created", State::Created),
    ("running", State::Running),
    ("paused", State::Paused),
    ("exited", State::Exited),
];

pub(super) fn read(mut table: Table<'_, '_>) -> Option<Goal> {
    let subject = subject(&mut table);
    let mut goal = Goal::about(subject.clone().unwrap_or(Subject::Container(String::new())));
    goal.absent = table.truth("absent").is_some_and(|absent| absent.value);
    match &subject {
        Some(Subject::Container(_)) => container(&mut table, &mut goal),
        Some(Subject::Network(_)) => {
            goal.driver = table.text("driver").map(|driver| driver.value);
            goal.internal = table.truth("internal").map(|internal| internal.value);
        }
        Some(Subject::File(path)) => {
            goal.contains = table.text("contains").map(|text| text.value);
            let lacks = table.text("lacks");
            if let (Some(lacks), Some(contains)) = (&lacks, &goal.contains)
                && contains.contains(&lacks.value)
            {
                let span = lacks.span.clone();
                table.report(span, phrase("lesson-goal-lacks"), phrase("lesson-goal-lacks-help"));
            }
            goal.lacks = lacks.map(|text| text.value);
            if !is_below(path) {
                let span = table.span();
                let what = phrase("lesson-path-outside").with("path", path.as_str());
                table.report(span, what, phrase("lesson-path-outside-help"));
            }
        }
        Some(Subject::Image(_)) => {}
        // Which keys are right depends on the subject.
        None => return None,
    }
    if goal.absent && goal != (Goal { absent: true, ..Goal::about(goal.subject.clone()) }) {
        let span = table.span();
        table.report(span, phrase("lesson-goal-absent"), phrase("lesson-goal-absent-help"));
    }
    table.finish();
    Some(goal)
}

/// What the goal is about: exactly one of four keys.
fn subject(table: &mut Table<'_, '_>) -> Option<Subject> {
    // With a container, `image` says what it was made from.
    let image = if table.has("container") { None } else { table.text("image") };
    let mut found = [
        table.text("container").map(|name| Subject::Container(name.value)),
        table.text("network").map(|name| Subject::Network(name.value)),
        image.map(|name| Subject::Image(name.value)),
        table.text("file").map(|name| Subject::File(name.value)),
    ]
    .into_iter()
    .flatten();
    let first = found.next();
    if first.is_none() || found.next().is_some() {
        let span = table.span();
        table.report(span, phrase("lesson-goal-subject"), phrase("lesson-goal-subject-help"));
        return None;
    }
    first
}

fn container(table: &mut Table<'_, '_>, goal: &mut Goal) {
    goal.state = table.text("state").and_then(|name| {
        let state = STATES.iter().find(|(known, _)| *known == name.value).map(|(_, state)| *state);
        if state.is_none() {
            let known: Vec<&str> = STATES.iter().map(|(known, _)| *known).collect();
            let what = phrase("lesson-state-unknown").with("state", name.value);
            table.report(name.span, what, phrase("lesson-known-help").with("known", known.join(", ")));
        }
        state
    });
    goal.exit = table.number("exit", 0, 255).map(|exit| exit.value);
    goal.image = table.text("image").map(|image| image.value);
    goal.networks = texts(table, "networks").unwrap_or_default();
    goal.only_networks = texts(table, "only_networks");
    goal.aliases = texts(table, "aliases").unwrap_or_default();
    for (alias, _, value) in table.named("links") {
        if let Some(target) = table.as_text(value) {
            goal.links.insert(alias, target.value);
        }
    }
    goal.publishes = texts(table, "publishes").unwrap_or_default();
    goal.only_publishes = texts(table, "only_publishes");
}

fn texts(table: &mut Table<'_, '_>, key: &'static str) -> Option<Vec<String>> {
    Some(table.texts(key)?.into_iter().map(|text| text.value).collect())
}
