//! Files of a lesson's folder: opened, written, and looked at for the edits that a step asks for.

use std::path::PathBuf;

use crate::app::{Made, Msg, Opened, Saved};
use crate::check;
use crate::i18n::{Phrase, phrase};
use crate::runtime::judge;
use crate::runtime::rooms::{Room, Rooms};
use crate::session::{Workspace, Write};

/// Reads a file for the built-in editor.
pub fn open(rooms: &Rooms, generation: u64, lesson: usize, typed: &str) -> Vec<Msg> {
    let opened = with_workspace(rooms, lesson, |room, workspace| {
        let path = place(room, workspace, typed)?;
        let content = workspace.text(&path).map_err(|error| error.phrase())?;
        Ok(Opened::Text { path, content })
    });
    vec![Msg::FileOpened(generation, opened)]
}

/// The file that another editor is to open; its folder is there afterwards.
///
/// # Errors
/// What to tell the learner where it cannot be edited.
pub fn locate(rooms: &Rooms, lesson: usize, typed: &str) -> Result<PathBuf, Phrase> {
    with_workspace(rooms, lesson, |room, workspace| {
        let path = place(room, workspace, typed)?;
        workspace.make_room(&path).map_err(|error| error.phrase())
    })
}

/// The path below the lesson's folder that `typed` names: from where lines run now, or, where there is no such file,
/// from the top, as lessons name their files.
fn place(room: &Room, workspace: &Workspace, typed: &str) -> Result<String, Phrase> {
    let here = room.folder.resolve(typed)?;
    let top = workspace.resolve(typed).ok();
    let chosen = top.filter(|top| !here.exists() && top.exists()).unwrap_or(here);
    workspace.below(&chosen).ok_or_else(|| phrase("session-is-folder").with("path", typed))
}

/// Writes a file that was edited.
pub fn save(
    rooms: &Rooms,
    generation: u64,
    lesson: usize,
    path: &str,
    before: Option<&str>,
    content: String,
) -> Vec<Msg> {
    let written = with_workspace(rooms, lesson, |_, workspace| {
        workspace.save(path, before, &content).map_err(|error| error.phrase())
    });
    let saved = match written {
        Ok(Write::Done) => Saved::Written(content),
        Ok(Write::Changed(now)) => Saved::Changed(now),
        Err(reason) => Saved::Failed(reason),
    };
    vec![Msg::FileSaved(generation, saved)]
}

/// Sees which of a step's edits have been made.
pub fn look(rooms: &Rooms, generation: u64, lesson: usize, step: usize) -> Vec<Msg> {
    let Some(step) = rooms.lesson(lesson).and_then(|lesson| lesson.steps.get(step)) else {
        return Vec::new();
    };
    let made =
        with_workspace(rooms, lesson, |_, workspace| Ok(check::edits(step, &judge::files(step, workspace))));
    made.map(|made| Msg::Edits(generation, made)).into_iter().collect()
}

/// Makes an edit for the learner, and sees which have been made then.
pub fn make(rooms: &Rooms, generation: u64, lesson: usize, (step, edit): (usize, usize)) -> Vec<Msg> {
    let Some(course) = rooms.lesson(lesson) else { return Vec::new() };
    let Some(here) = course.steps.get(step) else { return Vec::new() };
    let made = with_workspace(rooms, lesson, |_, workspace| {
        let kept = workspace.solve(course, step, edit)?;
        let path = here.edits.get(edit).map(|edit| edit.path.clone()).unwrap_or_default();
        let edits = check::edits(here, &judge::files(here, workspace));
        Ok(Made { edit, edits, kept: kept.map(|kept| (path, kept)) })
    });
    vec![Msg::EditMade(generation, made)]
}

fn with_workspace<T>(
    rooms: &Rooms,
    lesson: usize,
    work: impl FnOnce(&Room, &Workspace) -> Result<T, Phrase>,
) -> Result<T, Phrase> {
    let room = rooms.room(Some(lesson))?;
    let workspace = room.workspace.as_ref().ok_or_else(|| phrase("app-edit-only-in-lesson"))?;
    work(&room, workspace)
}
