//! The step's edits: which have been made, and `/solve` making them.

use super::{journal, judging, next_generation, running, say};
use crate::app::offer::{current_step, due_edit};
use crate::app::{Effect, Made, Model, Screen, TaskState, Tone};
use crate::i18n::{Phrase, phrase};

/// Has the files looked at that the current step's edits are about.
pub(super) fn look(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    if current_step(model, lesson).is_none_or(|step| step.edits.is_empty()) {
        return;
    }
    let generation = next_generation(model);
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    lesson.looking = generation;
    out.push(Effect::LookAtEdits { generation, lesson: lesson.lesson, step: lesson.step });
}

/// The files have been looked at.
pub(super) fn looked(model: &mut Model, out: &mut Vec<Effect>, generation: u64, made: Vec<bool>) {
    if let Screen::Lesson(lesson) = &model.screen
        && lesson.looking == generation
    {
        note(model, out, made);
        say_what_is_left(model);
    }
}

/// The editor of a file was left: where the step still asks for an edit of it, that is said once it has been looked at.
pub(super) fn note_left(model: &mut Model, path: Option<String>) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    let step = model.course.lessons.get(lesson.lesson).and_then(|all| all.steps.get(lesson.step));
    // Another editor does not say which file it had: the one that was to be edited, then.
    let due = || step.and_then(|step| Some(step.edits[due_edit(step, lesson)?].path.clone()));
    lesson.left_file = path.or_else(due);
}

fn say_what_is_left(model: &mut Model) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    let Some(path) = lesson.left_file.take() else { return };
    let Screen::Lesson(lesson) = &model.screen else { return };
    let Some(step) = current_step(model, lesson) else { return };
    if due_edit(step, lesson).is_some_and(|edit| step.edits[edit].path == path) {
        say(model, Tone::Warning, phrase("app-edit-open").with("path", path));
    }
}

fn note(model: &mut Model, out: &mut Vec<Effect>, made: Vec<bool>) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if made.len() != lesson.edits.len() {
        return;
    }
    let before = std::mem::replace(&mut lesson.edits, made);
    let Screen::Lesson(lesson) = &model.screen else { return };
    let Some(step) = current_step(model, lesson) else { return };
    for ((edit, before), now) in step.edits.iter().zip(before).zip(&lesson.edits) {
        if *now && !before {
            journal::edited(model, out, &edit.path);
        }
    }
}

/// Commands behind an edit of the file have run with what it held before: they are to run once more.
fn run_anew(model: &mut Model, path: &str) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let Some(step) = current_step(model, lesson) else { return };
    let edit = step.edits.iter().position(|edit| edit.path == path).unwrap_or(step.edits.len());
    let behind = step.tasks.iter().position(|task| task.edits_before > edit).unwrap_or(step.tasks.len());
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    lesson.tasks.iter_mut().skip(behind).for_each(|task| *task = TaskState::default());
    lesson.task = lesson.task.min(behind);
}

/// Has an edit made, as `/solve` does.
pub(super) fn make(model: &mut Model, out: &mut Vec<Effect>, edit: usize) {
    let generation = next_generation(model);
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    lesson.making = Some(generation);
    out.push(Effect::MakeEdit { generation, lesson: lesson.lesson, step: lesson.step, edit });
}

/// The edit has been made, and how the files are now; or not: then the file is not as the lesson left it.
pub(super) fn made(model: &mut Model, out: &mut Vec<Effect>, generation: u64, result: Result<Made, Phrase>) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    if lesson.making.take_if(|making| *making == generation).is_none() {
        return;
    }
    let solving = lesson.solving;
    match result {
        Ok(Made { edit, mut edits, kept }) => {
            // Whatever it looks like now: in a step that was opened again, a later one may have followed.
            edits.iter_mut().skip(edit).take(1).for_each(|made| *made = true);
            // A look that began before says nothing any more.
            lesson.looking = lesson.looking.max(generation);
            out.push(Effect::ListFiles(lesson.lesson));
            note(model, out, edits);
            if let Some((path, kept)) = kept {
                run_anew(model, &path);
                let said = phrase("app-edit-anew").with("path", path).with("kept", kept);
                say(model, Tone::Info, said);
            }
            judging::judge(model, out);
            if solving {
                running::solve(model, out);
            }
        }
        Err(reason) => {
            lesson.solving = false;
            say(model, Tone::Bad, reason);
        }
    }
}
