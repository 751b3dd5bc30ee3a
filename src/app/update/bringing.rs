//! The engine is brought to where a step begins: `/jump`, `/catchup`.

use super::{edits, judging, lesson, next_generation, reading, say};
use crate::app::offer::blocked;
use crate::app::{Bringing, Confirm, Effect, Headway, List, Model, Overlay, Screen, Tone};
use crate::i18n::{Phrase, phrase};
use crate::lesson::Values;

/// `/jump`: to a step, or to one that is chosen from the list of them.
pub(super) fn jump(model: &mut Model, out: &mut Vec<Effect>, typed: &str) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let here = lesson.step;
    if typed.is_empty() {
        model.overlay = Some(Overlay::List { of: List::Jump, selected: here });
    } else if let Some(step) = reading::wanted(model, typed) {
        start(model, out, step);
    }
}

/// `/catchup`: the engine as it is where this step begins, or another one. What the learner has made is removed only
/// when it is asked for twice; an instructor is not asked.
pub(super) fn catch_up(model: &mut Model, out: &mut Vec<Effect>, typed: &str) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let here = lesson.step;
    let Some(step) = (if typed.is_empty() { Some(here) } else { reading::wanted(model, typed) }) else {
        return;
    };
    if model.teach.is_none() && has_made(model) {
        model.confirm = Some(Confirm::CatchUp(step));
        return say(model, Tone::Warning, phrase("app-confirm-catchup").with("step", step + 1));
    }
    start(model, out, step);
}

/// Whether there is anything of the lesson's on the engine.
fn has_made(model: &Model) -> bool {
    let (Screen::Lesson(lesson), Some(snapshot)) = (&model.screen, &model.snapshot) else { return false };
    snapshot.containers.values().any(|container| lesson.cast.has(container))
        || snapshot
            .networks
            .values()
            .any(|network| !network.default_bridge && lesson.cast.has_network(network))
}

/// Opens a step, and has the engine brought to where it begins, at once or as soon as it has been looked at for the
/// lesson. It can be read meanwhile.
pub(super) fn start(model: &mut Model, out: &mut Vec<Effect>, step: usize) {
    let Screen::Lesson(at) = &mut model.screen else { return };
    // It is shown as it is for somebody who comes to it for the first time.
    at.restarted = true;
    let index = at.lesson;
    lesson::go_to(model, out, step);
    let Screen::Lesson(at) = &model.screen else { return };
    let looked_at = at.opening.is_none();
    let reason = looked_at.then(|| blocked(model, at).or_else(|| at.lacking.first().cloned()));
    if let Some(reason) = reason.flatten() {
        return say(model, Tone::Warning, reason);
    }
    let generation = next_generation(model);
    if let Screen::Lesson(at) = &mut model.screen {
        at.bringing =
            Some(Bringing { generation, to: step, headway: None, asked: looked_at, stopping: false });
    }
    if looked_at {
        out.push(Effect::Bring { generation, lesson: index, step });
    }
}

/// The engine has been looked at: what was asked for meanwhile begins, or is said to be impossible. Whether anything
/// was.
pub(super) fn looked_at(model: &mut Model, out: &mut Vec<Effect>) -> bool {
    let Screen::Lesson(at) = &mut model.screen else { return false };
    let Some(waiting) = at.bringing.take_if(|bringing| !bringing.asked) else { return false };
    start(model, out, waiting.to);
    true
}

/// How far it has come.
pub(super) fn headway(model: &mut Model, generation: u64, headway: Headway) {
    if let Screen::Lesson(lesson) = &mut model.screen
        && let Some(bringing) = lesson.bringing.as_mut().filter(|bringing| bringing.generation == generation)
    {
        bringing.headway = Some(headway);
    }
}

/// Ctrl-C: it is stopped where it is. Whether there was something to stop.
pub(super) fn stop(model: &mut Model, out: &mut Vec<Effect>) -> bool {
    let Screen::Lesson(lesson) = &mut model.screen else { return false };
    if lesson.bringing.take_if(|bringing| !bringing.asked).is_some() {
        say(model, Tone::Warning, phrase("app-bringing-stopped-before"));
        return true;
    }
    let Some(bringing) = &mut lesson.bringing else { return false };
    if !std::mem::replace(&mut bringing.stopping, true) {
        out.push(Effect::StopBringing);
    }
    say(model, Tone::Info, phrase("app-bringing-stopping"));
    true
}

/// The engine is where it was to be brought, or has come as far as it could.
pub(super) fn brought(
    model: &mut Model,
    out: &mut Vec<Effect>,
    generation: u64,
    result: Result<Values, Phrase>,
) {
    let Screen::Lesson(at) = &mut model.screen else { return };
    let Some(bringing) = at.bringing.take_if(|bringing| bringing.generation == generation) else { return };
    let values = match result {
        Ok(values) => values,
        Err(reason) => return stopped(model, out, &bringing, reason),
    };
    at.baseline.clone_from(&model.snapshot);
    lesson::values(model, out, values);
    lesson::look(model, out);
    // The files are as they were before the step as well.
    edits::look(model, out);
    say(model, Tone::Good, phrase("app-brought").with("step", bringing.to + 1));
    if matches!(&model.screen, Screen::Lesson(at) if at.revisited) {
        judging::judge(model, out);
    }
}

/// It has come only so far: the step that is open is the one in which the engine stands.
fn stopped(model: &mut Model, out: &mut Vec<Effect>, bringing: &Bringing, reason: Phrase) {
    let stands = bringing.stands().map(|(step, _)| step);
    match stands {
        Some(step) => lesson::go_to(model, out, step),
        None => edits::look(model, out),
    }
    lesson::look(model, out);
    let (tone, said) = match (bringing.stopping, stands) {
        (false, _) => (Tone::Bad, reason),
        (true, Some(step)) => (Tone::Warning, phrase("app-bringing-stopped").with("step", step + 1)),
        (true, None) => (Tone::Warning, phrase("app-bringing-stopped-early")),
    };
    say(model, tone, said);
}
