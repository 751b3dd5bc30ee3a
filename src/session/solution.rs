//! An edit made for the learner, whatever has become of the file.

use super::Workspace;
use super::workspace::kept_name;
use crate::i18n::{Phrase, phrase};
use crate::lesson::Lesson;

impl Workspace {
    /// Makes an edit of the lesson: step and edit by index. The file is as the lesson has it afterwards, or as a later edit
    /// makes it. Where the learner has changed it in another way, the learner's file is kept beside it. Gives the kept
    /// file's path, relative to the folder.
    ///
    /// # Errors
    /// Why it cannot be made: the lesson's own edits do not apply, or a file cannot be read or written.
    pub fn solve(&self, lesson: &Lesson, step: usize, edit: usize) -> Result<Option<String>, Phrase> {
        let Some(wanted) = lesson.steps.get(step).and_then(|step| step.edits.get(edit)) else {
            return Ok(None);
        };
        let path = wanted.path.as_str();
        let before = self.text(path).map_err(|error| error.phrase())?;
        let after = lesson
            .edited(step, edit)
            .map_err(|reason| phrase("session-edit-fails").with("path", path).with("reason", reason))?;
        let Some(before) = before else { return self.put_text(path, &after).map(|()| None) };
        let states = states(lesson, path);
        let is = |state: &String| says_the_same(&before, state);
        if states.iter().any(|(at, state)| *at >= Some((step, edit)) && is(state)) {
            return Ok(None);
        }
        if states.iter().any(|(_, state)| is(state)) {
            return self.put_text(path, &after).map(|()| None);
        }
        let kept = self.keep_text(path, &before)?;
        self.put_text(path, &after)?;
        Ok(Some(kept))
    }

    fn put_text(&self, path: &str, content: &str) -> Result<(), Phrase> {
        self.write(path, content).map_err(|error| error.phrase())
    }

    /// Writes what a file held beside it.
    fn keep_text(&self, path: &str, content: &str) -> Result<String, Phrase> {
        let resolved = self.resolve(path).map_err(|error| error.phrase())?;
        let kept = self.below(&kept_name(&resolved)).unwrap_or_else(|| format!("{path}.kept"));
        self.put_text(&kept, content)?;
        Ok(kept)
    }
}

/// What the lesson itself makes of the file, one edit after the other: after which edit, step and edit by index, and what
/// the file holds then; none for how it comes.
fn states(lesson: &Lesson, path: &str) -> Vec<(Option<(usize, usize)>, String)> {
    let first = lesson.workspace.get(path).and_then(|bytes| String::from_utf8(bytes.clone()).ok());
    let edits = lesson
        .steps
        .iter()
        .enumerate()
        .flat_map(|(step, all)| all.edits.iter().enumerate().map(move |(edit, one)| (step, edit, one)));
    let after = edits
        .filter(|(_, _, edit)| edit.path == path)
        .filter_map(|(step, edit, _)| Some((Some((step, edit)), lesson.edited(step, edit).ok()?)));
    first.map(|first| (None, first)).into_iter().chain(after).collect()
}

/// Whether two files differ in blanks and blank lines only.
fn says_the_same(one: &str, other: &str) -> bool {
    let lines = |text: &'_ str| -> Vec<String> {
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        lines.filter(|line| !line.is_empty()).collect()
    };
    lines(one) == lines(other)
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
            steps: vec![
                step(vec![edit("-one\n+two\n")]),
                step(vec![edit("-two\n+three\n"), edit("+four\n three\n")]),
            ],
            workspace: [("site.conf".to_owned(), b"one\n".to_vec())].into(),
            ..Lesson::default()
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
        workspace.write("site.conf", "  two\n\n").unwrap();
        assert_eq!(
            (workspace.solve(&lesson(), 1, 0), now().as_str()),
            (Ok(None), "three\n"),
            "blanks are nobody's work"
        );
        workspace.write("site.conf", "four\nthree\nnonsense {\n").unwrap();
        let kept = Ok(Some("site.conf.kept-2".to_owned()));
        assert_eq!(
            (workspace.solve(&lesson(), 1, 1), now().as_str()),
            (kept, "four\nthree\n"),
            "what else is there"
        );
        assert_eq!(
            (workspace.solve(&lesson(), 0, 0), now().as_str()),
            (Ok(None), "four\nthree\n"),
            "a later edit"
        );
        std::fs::remove_file(workspace.root().join("site.conf")).unwrap();
        assert_eq!((workspace.solve(&lesson(), 1, 0), now().as_str()), (Ok(None), "three\n"), "it was gone");
        assert_eq!(workspace.solve(&lesson(), 7, 0), Ok(None));
    }
}
