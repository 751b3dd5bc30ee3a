//! The lesson of edits, opened, and what is asked for when its files are edited.

use netdojo::app::editor::Editor;
use netdojo::app::{Effect, Msg, Opened, Progress};
use netdojo::lesson::Course;

use super::{Driver, lesson_of_edits};

/// A lesson of edits, opened.
pub fn begun() -> Driver {
    let course = Course { lessons: vec![lesson_of_edits()], ..Course::default() };
    let mut driver = Driver::of(course, Progress::default()).connected();
    driver.enter();
    let generation = look(&driver);
    driver.opened();
    driver.send(Msg::Edits(generation, vec![false; 2]));
    driver
}

/// The generation of the look at the files that was asked for last.
pub fn look(driver: &Driver) -> u64 {
    let asked = driver.effects.iter().find_map(|effect| match effect {
        Effect::LookAtEdits { generation, .. } => Some(*generation),
        _ => None,
    });
    asked.expect("the files are looked at")
}

/// The line that opens a file, and the file as it is.
pub fn open(driver: &mut Driver, line: &str, content: Option<&str>) {
    driver.line(line);
    let (generation, path) = opening(driver);
    let opened = Opened::Text { path, content: content.map(str::to_owned) };
    driver.send(Msg::FileOpened(generation, Ok(opened)));
}

/// The file that is asked for: its generation, its path.
pub fn opening(driver: &Driver) -> (u64, String) {
    let asked = driver.effects.iter().find_map(|effect| match effect {
        Effect::OpenFile { generation, path, .. } => Some((*generation, path.clone())),
        _ => None,
    });
    asked.expect("a file is opened")
}

/// The built-in editor, which is open.
pub fn editor(driver: &Driver) -> &Editor {
    driver.model.editor.as_ref().expect("the editor is open")
}

/// What is asked to be written: its generation, what was there before, what is to be there.
pub fn saving(driver: &Driver) -> (u64, Option<String>, String) {
    let asked = driver.effects.iter().find_map(|effect| match effect {
        Effect::SaveFile { generation, before, content, .. } => {
            Some((*generation, before.clone(), content.clone()))
        }
        _ => None,
    });
    asked.expect("the file is written")
}
