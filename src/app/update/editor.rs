//! The built-in editor: a file's life, from being opened to being saved and left.

mod keys;

use super::{edits, judging, next_generation, say};
use crate::app::editor::{Editor, Mode};
use crate::app::offer::current_step;
use crate::app::{Effect, Model, Opened, Saved, Screen, Tone, prompt};
use crate::i18n::{Phrase, phrase};

pub(super) use self::keys::{key, mouse, paste};

/// `edit FILE` was typed or is offered.
pub(super) fn open(model: &mut Model, out: &mut Vec<Effect>, line: &str, path: String) {
    let Screen::Lesson(lesson) = &model.screen else {
        return say(model, Tone::Info, phrase("app-edit-only-in-lesson"));
    };
    let lesson = lesson.lesson;
    prompt::push(&mut model.progress.history, line);
    super::save(model, out);
    let generation = next_generation(model);
    model.opening_file = Some(generation);
    out.push(Effect::OpenFile { generation, lesson, path });
}

/// The file has been read, or another editor was left.
pub(super) fn opened(
    model: &mut Model,
    out: &mut Vec<Effect>,
    generation: u64,
    result: Result<Opened, Phrase>,
) {
    if model.opening_file.take_if(|waiting| *waiting == generation).is_none() {
        return;
    }
    let Screen::Lesson(lesson) = &model.screen else { return };
    match result {
        Ok(Opened::Text { path, content }) => {
            let mut editor = Editor::new(lesson.lesson, path, content);
            editor.reveal(model.size);
            model.overlay = None;
            model.editor = Some(Box::new(editor));
        }
        Ok(Opened::Elsewhere) => {
            edits::note_left(model, None);
            after(model, out);
        }
        Err(reason) => {
            say(model, Tone::Bad, reason);
            // An editor of the learner's own may have written before it failed.
            after(model, out);
        }
    }
}

/// A file may have changed: the step is looked at again.
fn after(model: &mut Model, out: &mut Vec<Effect>) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let is_all = current_step(model, lesson).is_some_and(|step| step.tasks.is_empty());
    out.push(Effect::ListFiles(lesson.lesson));
    edits::look(model, out);
    if is_all {
        judging::judge_as_asked(model, out);
    } else {
        // With the commands after it still to run, the step is only begun.
        judging::judge(model, out);
    }
}

/// The file has been written, or not.
pub(super) fn saved(model: &mut Model, out: &mut Vec<Effect>, generation: u64, result: Saved) {
    let Some(editor) = model.editor.as_mut().filter(|editor| editor.saving == Some(generation)) else {
        return;
    };
    editor.saving = None;
    let leaving = std::mem::take(&mut editor.leaving);
    match result {
        Saved::Written(content) => {
            editor.note_saved(content);
            let path = editor.path.clone();
            if leaving {
                // What was typed since is not lost: it is asked about.
                leave(model, out);
            }
            say(model, Tone::Good, phrase("app-edit-saved").with("path", path));
            after(model, out);
        }
        Saved::Changed(content) => {
            editor.theirs = content;
            editor.leaving = leaving;
            editor.mode = Mode::AskChanged;
        }
        Saved::Failed(reason) => say(model, Tone::Bad, reason),
    }
}

fn save(model: &mut Model, out: &mut Vec<Effect>, leaving: bool) {
    let generation = next_generation(model);
    let Some(editor) = &mut model.editor else { return };
    if editor.saving.is_some() {
        editor.leaving |= leaving;
        return;
    }
    editor.mode = Mode::Edit;
    editor.saving = Some(generation);
    editor.leaving = leaving;
    out.push(Effect::SaveFile {
        generation,
        lesson: editor.lesson,
        path: editor.path.clone(),
        before: editor.on_disk.clone(),
        content: editor.content(),
    });
}

/// Leaves the editor; not before a save under way is answered, since that says what there is to ask about.
fn leave(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(editor) = &mut model.editor else { return };
    if editor.saving.is_some() {
        editor.leaving = true;
    } else if editor.is_changed() {
        editor.mode = Mode::AskUnsaved;
    } else {
        close(model, out);
    }
}

/// Closes it, whatever it holds.
fn close(model: &mut Model, out: &mut Vec<Effect>) {
    if let Some(editor) = model.editor.take() {
        edits::note_left(model, Some(editor.path));
        edits::look(model, out);
    }
}

fn reveal(model: &mut Model) {
    if let Some(editor) = &mut model.editor {
        editor.reveal(model.size);
    }
}

/// The terminal has another size.
pub(super) fn resized(model: &mut Model) {
    reveal(model);
}
