//! An edit made for the learner, whatever has become of the file.

use super::Workspace;
use super::workspace::kept_name;
use crate::i18n::{Phrase, phrase};
use crate::lesson::Lesson;

impl Workspace {
    /// Makes an edit of the lesson: step and edit by index. Where the learner has changed the file so that the edit does
    /// not apply, the learner's file is kept beside it, and the file is written as the lesson would have it. Gives the
    /// kept file's path, relative to the folder.
    ///
    /// # Errors
    /// Why it cannot be made: the lesson's own edits do not apply, or a file cannot be read or written.
    pub fn solve(&self, lesson: &Lesson, step: usize, edit: usize) -> Result<Option<String>, Phrase> {
        let Some(wanted) = lesson.steps.get(step).and_then(|step| step.edits.get(edit)) else {
            return Ok(None);
        };
        let before = self.text(&wanted.path).map_err(|error| error.phrase())?;
        if before.as_deref().is_some_and(|content| wanted.is_made(content)) || self.edit(wanted).is_ok() {
            return Ok(None);
        }
        let after = lesson.edited(step, edit).map_err(|reason| {
            phrase("session-edit-fails").with("path", wanted.path.as_str()).with("reason", reason)
        })?;
        let kept = before.map(|before| self.keep_text(&wanted.path, &before)).transpose()?;
        self.write(&wanted.path, &after).map_err(|error| error.phrase())?;
        Ok(kept)
    }

    /// Writes what a file held beside it.
    fn keep_text(&self, path: &str, content: &str) -> Result<String, Phrase> {
        let resolved = self.resolve(path).map_err(|error| error.phrase())?;
        let kept = self.below(&kept_name(&resolved)).unwrap_or_else(|| format!("{path}.kept"));
        self.write(&kept, content).map_err(|error| error.phrase())?;
        Ok(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::{Edit, Step};
    use crate::session::Home;

    fn lesson() -> Lesson {
        let edit = |diff: &str| Edit { path: "site.conf".into(), diff: diff.into() };
        let step = |edits: Vec<Edit>| Step { edits, ..Step::default() };
        Lesson {
            id: "case".into(),
            images: vec![],
            minutes: 1,
            needs: vec![],
            ports: [].into(),
            values: [].into(),
            steps: vec![
                step(vec![edit("-one\n+two\n")]),
                step(vec![edit("-two\n+three\n"), edit("+four\n three\n")]),
            ],
            prose: [].into(),
            workspace: [("site.conf".to_owned(), b"one\n".to_vec())].into(),
        }
    }

    #[test]
    fn a_file_that_was_changed_is_kept_and_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::open(&Home::at(folder.path()), &lesson()).unwrap();
        let now = || workspace.read("site.conf").unwrap().unwrap();
        assert_eq!((workspace.solve(&lesson(), 0, 0), now().as_str()), (Ok(None), "two\n"));
        assert_eq!((workspace.solve(&lesson(), 0, 0), now().as_str()), (Ok(None), "two\n"), "once is enough");
        workspace.write("site.conf", "twoo\n").unwrap();
        let kept = Ok(Some("site.conf.kept-1".to_owned()));
        assert_eq!((workspace.solve(&lesson(), 1, 1), now().as_str()), (kept, "four\nthree\n"));
        assert_eq!(workspace.read("site.conf.kept-1").unwrap().as_deref(), Some("twoo\n"));
        std::fs::remove_file(workspace.root().join("site.conf")).unwrap();
        assert_eq!((workspace.solve(&lesson(), 1, 0), now().as_str()), (Ok(None), "three\n"), "it was gone");
        assert_eq!(workspace.solve(&lesson(), 7, 0), Ok(None));
    }
}
