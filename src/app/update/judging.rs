//! When a step is judged, and what the judgement changes.

use std::collections::BTreeSet;

use super::{journal, next_generation, save, scroll};
use crate::app::offer::{current_step, is_over, is_under_way, lacking};
use crate::app::tasks::may_run_again;
use crate::app::{Effect, Follow, LessonModel, Model, Screen, Turned, alerts};
use crate::check::{Outcome, StepResult, Verdict};
use crate::i18n::phrase;
use crate::lesson::{AlertKind, Reach, Step, Subject, Values};
use crate::network::{Container, Snapshot, Target};

/// Has the current step judged; again afterwards, if that is under way already.
pub(super) fn judge(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let may_be_judged = current_step(model, lesson).is_some_and(|step| !step.is_reading())
        && model.connection.is_ready()
        // Somebody else's containers must not let a step pass.
        && lesson.taken.is_empty()
        && lacking(model, lesson).is_none()
        && lesson.opening.is_none()
        && lesson.resetting.is_none()
        && lesson.bringing.is_none();
    if !may_be_judged {
        return;
    }
    let judging = lesson.judging;
    let generation = if judging { 0 } else { next_generation(model) };
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if judging {
        lesson.judge_again = true;
        return;
    }
    lesson.judging = true;
    lesson.judge_again = false;
    lesson.judgement = generation;
    let tasks = lesson.tasks.iter().map(|task| task.run.clone()).collect();
    out.push(Effect::Judge { generation, lesson: lesson.lesson, step: lesson.step, tasks });
}

/// As [`judge`], where the learner wants to know, or has changed something: what does not hold has failed from now on.
pub(super) fn judge_as_asked(model: &mut Model, out: &mut Vec<Effect>) {
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.tried = true;
    }
    judge(model, out);
}

/// A judgement has come out.
pub(super) fn judged(model: &mut Model, out: &mut Vec<Effect>, generation: u64, result: StepResult) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if !lesson.judging || lesson.judgement != generation {
        return;
    }
    let again = lesson.judge_again;
    let step = model.course.lessons.get(lesson.lesson).and_then(|all| all.steps.get(lesson.step));
    if again && result.verdict == Verdict::Passed && step.is_some_and(|step| !step.reaches.is_empty()) {
        // Attempts were made one before and one after something changed: together they say nothing.
        lesson.judging = false;
        return judge(model, out);
    }
    lesson.judging = false;
    // Whoever asked how it stands has the answer now.
    model.notice.take_if(|notice| notice.phrase.key == "app-judging");
    // Why a step has not passed says more than the exit code of its last line.
    if matches!(result.verdict, Verdict::Failed(_)) {
        model.notice.take_if(|notice| notice.phrase.key == "app-exited");
    }
    let Some(step) = model.course.lessons.get(lesson.lesson).and_then(|all| all.steps.get(lesson.step))
    else {
        return;
    };
    let result = as_it_stands(step, lesson, model.snapshot.as_deref(), result);
    let turned = Turned::between(&lesson.result, &result);
    if turned.any() {
        lesson.turned = turned;
    }
    let newly_passed = result.verdict == Verdict::Passed && lesson.result.verdict != Verdict::Passed;
    lesson.result = result;
    if newly_passed && !lesson.by_task && has_changed(step, lesson, model.snapshot.as_deref()) {
        pass_over_what_is_made(step, lesson);
    }
    if step.is_decided_by_tasks() && lesson.task >= lesson.tasks.len() {
        offer_differing_task(lesson);
    }
    // Who leaves a passed step before its last command has run finds it as it was left.
    let over = lesson.result.verdict == Verdict::Passed && is_over(step, lesson);
    let newly_over = is_over(step, lesson) && !lesson.explained;
    lesson.explained = is_over(step, lesson);
    journal::judged(model, out);
    if over {
        mark_done(model, out);
    }
    if newly_over {
        show_explanation(model);
    }
    if again {
        judge(model, out);
    }
}

/// Whether the learner has done anything for the step since it was opened, here or from elsewhere.
fn has_begun(step: &Step, lesson: &LessonModel, now: Option<&Snapshot>) -> bool {
    lesson.tried || has_changed(step, lesson, now)
}

/// The judgement as the learner is told it, who may be before or in the midst of the step.
fn as_it_stands(step: &Step, lesson: &LessonModel, now: Option<&Snapshot>, result: StepResult) -> StepResult {
    if is_under_way(step, lesson) || !has_begun(step, lesson, now) { unfinished(result) } else { result }
}

/// Before and in the midst of the step's commands nothing has failed: what does not hold is not done yet.
fn unfinished(mut result: StepResult) -> StepResult {
    if matches!(result.verdict, Verdict::Failed(_)) {
        result.verdict = Verdict::NotRun;
        let open = result.goals.iter_mut().chain(&mut result.reaches);
        open.filter(|outcome| matches!(outcome, Outcome::Fails(_)))
            .for_each(|outcome| *outcome = Outcome::Pending);
    }
    result
}

/// The state has been looked at, and attempts are still to come. What has passed stands until something is found
/// that does not hold; what could only fail by an attempt is not known any more.
pub(super) fn foreseen(model: &mut Model, generation: u64, result: StepResult) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    let Some(step) = model.course.lessons.get(lesson.lesson).and_then(|all| all.steps.get(lesson.step))
    else {
        return;
    };
    let result = being_tried(step, &lesson.values, result);
    let result = as_it_stands(step, lesson, model.snapshot.as_deref(), result);
    let fails = matches!(result.verdict, Verdict::Failed(_));
    if !lesson.judging
        || lesson.judgement != generation
        || (!fails && lesson.result.verdict == Verdict::Passed)
    {
        return;
    }
    let turned = Turned::between(&lesson.result, &result);
    if turned.any() {
        lesson.turned = turned;
    }
    lesson.result = result;
}

/// What has not been tried yet is being tried: for how long at most. Where a goal fails already, each is tried once only.
fn being_tried(step: &Step, values: &Values, mut result: StepResult) -> StepResult {
    let trying = |reach: &Reach| {
        phrase("app-trying")
            .with("from", reach.from.as_str())
            .with("to", values.fill(&reach.to))
            .with("seconds", i64::try_from(reach.within.as_secs()).unwrap_or(i64::MAX))
    };
    let Verdict::Unknown(reason) = &mut result.verdict else { return result };
    for (reach, outcome) in step.reaches.iter().zip(&mut result.reaches).rev() {
        if let Outcome::Unknown(why) = outcome {
            *why = trying(reach);
            *reason = why.clone();
        }
    }
    result
}

/// Whether what the step is about is another than when it was opened.
fn has_changed(step: &Step, lesson: &LessonModel, now: Option<&Snapshot>) -> bool {
    lesson.baseline.as_deref().zip(now).is_some_and(|(before, now)| is_about(step, before, now))
}

/// The step has passed by another way than its commands: those that would make the same once more are not offered.
fn pass_over_what_is_made(step: &Step, lesson: &mut LessonModel) {
    let left = step.tasks.iter().enumerate().skip(lesson.task);
    let looks = left.into_iter().find(|(_, task)| may_run_again(&lesson.values.fill(&task.line)));
    lesson.task = looks.map_or(step.tasks.len(), |(index, _)| index);
}

/// The step is behind the learner: what explains it is brought into sight.
fn show_explanation(model: &mut Model) {
    if alerts::count(model, AlertKind::Note) > 0
        && let Screen::Lesson(lesson) = &mut model.screen
        // What a prediction came to is looked at first; the explanation is below it.
        && !matches!(lesson.follow, Follow::Question(_))
    {
        scroll::explanation(lesson);
    }
}

/// Where the tasks alone decide, the first one that came out differently is offered once more.
fn offer_differing_task(lesson: &mut LessonModel) {
    if !matches!(lesson.result.verdict, Verdict::Failed(_)) {
        return;
    }
    let differs =
        lesson.result.tasks.iter().position(|task| task.as_ref().is_none_or(|task| !task.matches()));
    if let Some(task) = differs.filter(|task| *task < lesson.tasks.len()) {
        lesson.task = task;
    }
}

/// Notes that the current step has passed or been read.
pub(super) fn mark_done(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let Some(course) = model.course.lessons.get(lesson.lesson) else { return };
    let Some(step) = course.steps.get(lesson.step) else { return };
    let progress = model.progress.lessons.entry(course.id.clone()).or_default();
    if progress.done.insert(step.id.clone()) {
        save(model, out);
    }
}

/// Whether something that may decide the step is another than before: what its goals and reaches name, and what else is on
/// the networks of those that ask, since it may answer to a name.
pub(super) fn touches(step: &Step, before: &Snapshot, now: &Snapshot) -> bool {
    let neighbours = |snapshot| {
        let asking = step.reaches.iter().filter_map(move |reach| Snapshot::container(snapshot, &reach.from));
        asking.flat_map(move |from| neighbours(from, snapshot))
    };
    is_about(step, before, now) || differ(neighbours(before).chain(neighbours(now)), before, now)
}

/// Whether something that the step's goals and reaches name is another than before.
fn is_about(step: &Step, before: &Snapshot, now: &Snapshot) -> bool {
    differ(named(step, before).into_iter().chain(named(step, now)), before, now)
}

/// Whether one of these is another than before.
fn differ<'a>(names: impl Iterator<Item = &'a str>, before: &Snapshot, now: &Snapshot) -> bool {
    names.collect::<BTreeSet<_>>().into_iter().any(|name| {
        before.container(name) != now.container(name)
            || before.network(name) != now.network(name)
            || before.has_image(name) != now.has_image(name)
    })
}

/// The objects that decide a step: those it names, and those that its links lead to.
fn named<'a>(step: &'a Step, snapshot: &'a Snapshot) -> BTreeSet<&'a str> {
    let mut names = BTreeSet::new();
    for goal in &step.goals {
        match &goal.subject {
            Subject::Container(name) | Subject::Network(name) | Subject::Image(name) => {
                names.insert(name.as_str());
            }
            Subject::File(_) => {}
        }
        names.extend(goal.links.values().map(String::as_str));
        names.extend(goal.networks.iter().chain(goal.only_networks.iter().flatten()).map(String::as_str));
    }
    for reach in &step.reaches {
        names.insert(reach.from.as_str());
        names.insert(Target::parse(&reach.to).host);
        if let Some(from) = snapshot.container(&reach.from) {
            let on_networks = from.endpoints.iter().flat_map(|endpoint| &endpoint.links);
            names.extend(from.links.iter().chain(on_networks).map(|link| link.target.as_str()));
        }
    }
    names
}

/// The containers on the same networks: one of them may answer to a name that is asked for.
fn neighbours<'a>(from: &'a Container, snapshot: &'a Snapshot) -> impl Iterator<Item = &'a str> {
    let is_on = |container: &Container| {
        let mut theirs = container.endpoints.iter();
        theirs.any(|one| from.endpoints.iter().any(|other| one.network_id == other.network_id))
    };
    snapshot
        .containers
        .values()
        .filter(move |container| is_on(container))
        .map(|container| container.name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::Expect;
    use crate::network::{ContainerState, Endpoint, Link};

    fn container(name: &str, state: ContainerState, links: &[(&str, &str)]) -> Container {
        let link = |(target, alias): &(&str, &str)| Link { target: (*target).into(), alias: (*alias).into() };
        let links = links.iter().map(link).collect();
        Container { id: name.into(), name: name.into(), state, links, ..Container::default() }
    }

    fn snapshot(containers: &[Container]) -> Snapshot {
        let containers = containers.iter().map(|one| (one.id.clone(), one.clone())).collect();
        Snapshot { containers, ..Snapshot::default() }
    }

    #[test]
    fn only_what_a_step_is_about_touches_it() {
        use ContainerState::{Exited, Running};
        let reach = Reach {
            from: "two".into(),
            to: "http://alias:80/x".into(),
            expect: Expect::Reply,
            by: None,
            body: None,
            within: crate::lesson::DEFAULT_WITHIN,
        };
        let step = Step { reaches: vec![reach], ..Step::default() };
        let one = container("one", Running, &[]);
        let two = container("two", Running, &[("one", "alias")]);
        let x = container("x", Running, &[]);
        let stopped = container("one", Exited(0), &[]);
        let before = snapshot(&[one.clone(), two.clone(), x.clone()]);
        let other = snapshot(&[one.clone(), two.clone()]);
        let on = |name: &str| Container {
            endpoints: vec![Endpoint { network_id: "n".into(), ..Endpoint::default() }],
            ..container(name, Running, &[])
        };
        let neighbour = snapshot(&[one.clone(), on("two"), on("x")]);
        let alone = snapshot(&[one.clone(), on("two")]);
        assert!(touches(&step, &neighbour, &alone), "it may have answered to the name");
        assert!(!is_about(&step, &neighbour, &alone));
        let target = snapshot(&[stopped, two, x.clone()]);
        let asker = snapshot(&[one, x]);
        assert!(!touches(&step, &before, &before));
        assert!(!touches(&step, &before, &other), "a container that has nothing to do with it");
        assert!(touches(&step, &before, &target), "the target of the link");
        assert!(touches(&step, &before, &asker), "the one that asks");
    }
}
