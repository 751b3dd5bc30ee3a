//! Going about in the course: opening lessons, from step to step, ending, beginning anew.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{bringing, edits, fit_output, journal, judging, next_generation, running, save, say, showing};
use crate::app::offer::{Offer, current_step, lacking, rest};
use crate::app::tasks::is_made;
use crate::app::{
    Cast, Effect, Follow, LessonModel, Model, Overlay, Pane, Screen, StartModel, TaskState, Tone,
};
use crate::check::{StepResult, Verdict};
use crate::i18n::{Phrase, phrase};
use crate::lesson::Values;

/// What was found out about a lesson that is being opened.
pub(super) struct Opening {
    /// Names that are somebody else's.
    pub taken: Vec<Phrase>,
    /// What the engine cannot do.
    pub lacking: Vec<Phrase>,
    /// Values known now.
    pub values: Values,
}

/// Opens a lesson at the step where it was left.
pub(super) fn open(model: &mut Model, out: &mut Vec<Effect>, index: usize) {
    let all = Arc::clone(&model.course);
    let Some(course) = all.lessons.get(index).filter(|lesson| !lesson.steps.is_empty()) else { return };
    let id = course.id.clone();
    let at = model.progress.lessons.get(&id).and_then(|progress| progress.at.as_deref());
    let step = course.steps.iter().position(|step| Some(step.id.as_str()) == at).unwrap_or(0);
    if model.progress.last.as_ref() != Some(&id) {
        let title = course.prose_in(&model.lang).map_or("", |prose| prose.title.as_str());
        running::head(model, title);
    }
    model.progress.last = Some(id);
    model.screen = Screen::Lesson(Box::new(LessonModel {
        lesson: index,
        cast: Cast::of(course),
        step,
        visit: 0,
        task: 0,
        tasks: Vec::new(),
        edits: Vec::new(),
        looking: 0,
        left_file: None,
        making: None,
        result: StepResult::default(),
        turned: crate::app::Turned::default(),
        judging: false,
        hints: 0,
        baseline: None,
        values: Values::default(),
        taken: Vec::new(),
        lacking: Vec::new(),
        focus: Pane::Lesson,
        tab: Pane::Network,
        zoomed: false,
        scroll: BTreeMap::new(),
        anchors: BTreeMap::new(),
        follow: Follow::default(),
        sight: crate::app::sight::Sight::default(),
        judgement: 0,
        judge_again: false,
        opening: None,
        resetting: None,
        bringing: None,
        explained: false,
        revisited: false,
        by_task: false,
        tried: false,
        restarted: false,
        solving: false,
        solved: false,
        noted: None,
    }));
    fit_output(model, out);
    out.push(Effect::ListFiles(index));
    look(model, out);
    go_to(model, out, step);
}

/// Has the engine looked at for the lesson, if it answers; else that is done once it does.
pub(super) fn look(model: &mut Model, out: &mut Vec<Effect>) {
    if !model.connection.is_ready() {
        return;
    }
    let generation = next_generation(model);
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    lesson.opening = Some(generation);
    out.push(Effect::Open { generation, lesson: lesson.lesson });
}

/// The engine has been looked at.
pub(super) fn opened(model: &mut Model, out: &mut Vec<Effect>, generation: u64, found: Opening) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if lesson.opening != Some(generation) {
        return;
    }
    lesson.opening = None;
    let freed = !lesson.taken.is_empty() && found.taken.is_empty();
    lesson.taken = found.taken;
    lesson.lacking = found.lacking;
    let values_differ = lesson.values != found.values;
    lesson.values = found.values;
    let judged_before = !matches!(lesson.result.verdict, Verdict::NotRun | Verdict::Read);
    let wants = lesson.revisited || judged_before;
    if values_differ {
        journal::values(model, out);
    }
    skip_if_lacking(model, out);
    skip_what_is_made(model);
    if freed {
        say(model, Tone::Good, phrase("app-names-free"));
    }
    if bringing::looked_at(model, out) {
        return;
    }
    if wants {
        judging::judge(model, out);
    }
}

/// Where the engine lacks what the lesson or the step needs, the step is skipped.
fn skip_if_lacking(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let reading = current_step(model, lesson).is_none_or(crate::lesson::Step::is_reading);
    let reason = lacking(model, lesson);
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    match reason {
        Some(reason) if !reading => {
            lesson.result = StepResult { verdict: Verdict::Skipped(reason), ..StepResult::default() };
            journal::judged(model, out);
        }
        // Another engine has answered that can do it.
        None if matches!(lesson.result.verdict, Verdict::Skipped(_)) => lesson.result = StepResult::default(),
        _ => {}
    }
}

/// The step's first commands that make what is there already are not offered: whoever left the step in its midst would
/// only be told that the names are taken.
fn skip_what_is_made(model: &mut Model) {
    let Some(now) = model.snapshot.clone() else { return };
    let Screen::Lesson(lesson) = &model.screen else { return };
    let Some(step) = current_step(model, lesson).filter(|step| !step.challenge) else { return };
    if lesson.tasks.iter().any(|task| task.run.is_some()) {
        return;
    }
    let to_do = step.tasks.iter().position(|task| !is_made(&task.line, &now)).unwrap_or(step.tasks.len());
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.task = to_do;
    }
}

/// Goes to a step of the open lesson.
pub(super) fn go_to(model: &mut Model, out: &mut Vec<Effect>, step: usize) {
    let visit = next_generation(model);
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    let Some(course) = model.course.lessons.get(lesson.lesson) else { return };
    let Some(opened) = course.steps.get(step) else { return };
    let progress = model.progress.lessons.entry(course.id.clone()).or_default();
    progress.at = Some(opened.id.clone());
    let done = progress.done.contains(&opened.id);
    lesson.step = step;
    lesson.visit = visit;
    lesson.task = 0;
    lesson.tasks = vec![TaskState::default(); opened.tasks.len()];
    lesson.edits = vec![false; opened.edits.len()];
    lesson.making = None;
    lesson.left_file = None;
    lesson.result = StepResult::default();
    lesson.turned = crate::app::Turned::default();
    if done && opened.is_reading() {
        lesson.result.verdict = Verdict::Read;
    }
    lesson.judging = false;
    lesson.judge_again = false;
    lesson.hints = 0;
    lesson.baseline.clone_from(&model.snapshot);
    lesson.revisited = done && !lesson.restarted;
    // Who comes back reads from the beginning.
    lesson.explained = lesson.revisited;
    lesson.by_task = false;
    lesson.tried = false;
    lesson.solving = false;
    lesson.solved = false;
    lesson.noted = None;
    if opened.challenge {
        // What is to be reached stands there.
        lesson.tab = Pane::Check;
        if !lesson.zoomed && lesson.focus != Pane::Lesson {
            lesson.focus = Pane::Check;
        }
    }
    model.find.leave();
    lesson.scroll.retain(|pane, _| *pane == Pane::Output);
    // It is read from its beginning, even where the command is further down.
    lesson.scroll.insert(Pane::Lesson, 0);
    lesson.follow = Follow::Command;
    let revisited = lesson.revisited;
    showing::bring(model, Pane::Lesson);
    showing::step_opened(model);
    journal::step(model, out);
    skip_if_lacking(model, out);
    skip_what_is_made(model);
    save(model, out);
    edits::look(model, out);
    // A step that is new to the learner is judged when something has happened: its goals may hold
    // already, and then it would have passed before anything was done.
    if revisited {
        judging::judge(model, out);
    }
}

/// Goes on from the current step: to the next, or at the last one back to the lessons.
pub(super) fn next(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    if lesson.result.verdict == Verdict::Passed {
        judging::mark_done(model, out);
    }
    let Screen::Lesson(lesson) = &model.screen else { return };
    let (index, step) = (lesson.lesson, lesson.step + 1);
    let Some(course) = model.course.lessons.get(index) else { return };
    if step < course.steps.len() {
        go_to(model, out, step);
        return;
    }
    let skipped = matches!(lesson.result.verdict, Verdict::Skipped(_)) || !lesson.lacking.is_empty();
    let progress = model.progress.lessons.entry(course.id.clone()).or_default();
    let left: Vec<_> = course.steps.iter().filter(|step| !progress.done.contains(&step.id)).collect();
    progress.at = left.first().map(|step| step.id.clone());
    let title = course.prose_in(&model.lang).map_or_else(|| course.id.clone(), |prose| prose.title.clone());
    let (tone, said) = match left.len() {
        0 => (Tone::Good, phrase("app-lesson-finished").with("title", title)),
        _ if skipped => (Tone::Info, phrase("app-lesson-skipped").with("title", title)),
        left => (Tone::Info, phrase("app-lesson-left").with("title", title).with("count", left)),
    };
    let on = usize::from(left.is_empty() && index + 1 < model.course.lessons.len());
    model.progress.last = model.course.lessons.get(index + on).map(|lesson| lesson.id.clone());
    to_start(model, out, index + on);
    say(model, tone, said);
    celebrate(model, out);
}

/// The last of all steps is done: that is said once, and briefly.
fn celebrate(model: &mut Model, out: &mut Vec<Effect>) {
    if model.progress.celebrated || !model.progress.is_complete(&model.course.lessons) {
        return;
    }
    model.progress.celebrated = true;
    model.overlay = Some(Overlay::Finished { scroll: 0 });
    save(model, out);
}

/// Goes back to the step before.
pub(super) fn back(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    match lesson.step.checked_sub(1) {
        Some(step) => go_to(model, out, step),
        None => say(model, Tone::Info, phrase("app-first-step")),
    }
}

/// Marks a reading step as read and goes on.
pub(super) fn read(model: &mut Model, out: &mut Vec<Effect>) {
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.result.verdict = Verdict::Read;
    }
    journal::judged(model, out);
    judging::mark_done(model, out);
    next(model, out);
}

/// Back to the list of lessons, with this one under the cursor.
pub(super) fn to_start(model: &mut Model, out: &mut Vec<Effect>, selected: usize) {
    journal::left(model, out);
    model.screen = Screen::Start(StartModel { selected, ..StartModel::default() });
    model.files.clear();
    model.find.leave();
    (model.editor, model.opening_file) = (None, None);
    fit_output(model, out);
    save(model, out);
}

/// Values have been read anew; ports stay as they were given at the start.
pub(super) fn values(model: &mut Model, out: &mut Vec<Effect>, values: Values) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    let before = lesson.values.clone();
    lesson.values.named = values.named;
    if !values.ports.is_empty() {
        lesson.values.ports = values.ports;
    }
    if lesson.values != before {
        journal::values(model, out);
    }
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if lesson.solving && model.running.is_none() && matches!(rest(model), Offer::Run { .. }) {
        running::solve(model, out);
    }
}

/// Removes what the lesson made; asked for twice.
pub(super) fn reset(model: &mut Model, out: &mut Vec<Effect>) {
    let generation = next_generation(model);
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    lesson.resetting = Some(generation);
    lesson.solving = false;
    out.push(Effect::Reset { generation, lesson: lesson.lesson });
    say(model, Tone::Info, phrase("app-lesson-resetting"));
}

/// What the lesson made has been removed, or not.
pub(super) fn reset_done(
    model: &mut Model,
    out: &mut Vec<Effect>,
    generation: u64,
    result: Result<(), Phrase>,
) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if lesson.resetting != Some(generation) {
        return;
    }
    lesson.resetting = None;
    match result {
        Ok(()) => {
            lesson.restarted = true;
            if let Some(course) = model.course.lessons.get(lesson.lesson) {
                model.progress.lessons.entry(course.id.clone()).or_default().ask_again();
            }
            journal::reset(model, out);
            say(model, Tone::Good, phrase("app-lesson-reset"));
            look(model, out);
            go_to(model, out, 0);
        }
        Err(reason) => {
            say(model, Tone::Bad, reason);
            judging::judge(model, out);
        }
    }
}
