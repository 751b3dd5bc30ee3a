//! The journal of each lesson: what was done in it, one JSON object per line.

use std::marker::PhantomData;
use std::path::PathBuf;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Home, SessionError, file, lines};

/// The most bytes that a lesson's journal takes.
const MOST: u64 = 4 << 20;

/// The bytes that are left of a journal that has become too large: its newest lines.
const KEPT: usize = 2 << 20;

/// The journals of one installation, each of `T`s. Safe with several programs at once.
#[derive(Debug, Clone)]
pub struct Journal<T> {
    folder: PathBuf,
    kept: PhantomData<fn() -> T>,
}

impl<T: Serialize + DeserializeOwned> Journal<T> {
    /// The journals of that home.
    pub fn new(home: &Home) -> Self {
        Self { folder: home.state().join("journal"), kept: PhantomData }
    }

    /// Adds an entry to a lesson's journal. Of one that has become too large the oldest lines are given up.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn append(&self, lesson: &str, entry: &T) -> Result<(), SessionError> {
        let path = self.path(lesson);
        let failed = |source| SessionError::Write { path: path.clone(), source };
        let mut line = serde_json::to_string(entry).map_err(|error| failed(error.into()))?;
        line.push('\n');
        file::make_folder(&self.folder)?;
        let _lock = file::lock(&self.folder.join("lock"))?;
        let written = lines::append(&path, &line).map_err(failed)?;
        if written.metadata().map_err(failed)?.len() <= MOST {
            return Ok(());
        }
        let content = file::read(&path)?.unwrap_or_default();
        let from = content.len().saturating_sub(KEPT);
        // From the beginning of a line; what cannot be read is kept like the rest.
        let from = content[from..].iter().position(|byte| *byte == b'\n').map_or(from, |end| from + end + 1);
        file::replace(&path, &content[from..])
    }

    /// A lesson's entries, oldest first. Lines that cannot be understood are left out, and stay in the file.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn entries(&self, lesson: &str) -> Result<Vec<T>, SessionError> {
        let content = file::read(&self.path(lesson))?.unwrap_or_default();
        let lines = content.split(|byte| *byte == b'\n');
        Ok(lines.filter_map(|line| serde_json::from_slice(line).ok()).collect())
    }

    fn path(&self, lesson: &str) -> PathBuf {
        self.folder.join(format!("{lesson}.jsonl"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal() -> (tempfile::TempDir, Journal<String>) {
        let folder = tempfile::tempdir().unwrap();
        let journal = Journal::new(&Home::at(folder.path()));
        (folder, journal)
    }

    #[test]
    fn entries_are_kept_by_lesson_in_order() {
        let (_folder, journal) = journal();
        assert_eq!(journal.entries("link").unwrap(), Vec::<String>::new());
        for entry in ["a", "b\nc"] {
            journal.append("link", &entry.to_owned()).unwrap();
        }
        journal.append("ports", &"d".to_owned()).unwrap();
        assert_eq!(journal.entries("link").unwrap(), ["a", "b\nc"]);
        assert_eq!(journal.entries("ports").unwrap(), ["d"]);
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_kept() {
        let (_folder, journal) = journal();
        journal.append("link", &"a".to_owned()).unwrap();
        let mut content = std::fs::read(journal.path("link")).unwrap();
        content.extend_from_slice(b"\xff\xfe\n{\"other\":1}\n\"cut of");
        std::fs::write(journal.path("link"), &content).unwrap();
        journal.append("link", &"b".to_owned()).unwrap();
        assert_eq!(journal.entries("link").unwrap(), ["a", "b"]);
        assert!(std::fs::read(journal.path("link")).unwrap().starts_with(&content));
    }

    #[test]
    fn it_is_bounded_and_the_newest_stays() {
        let (_folder, journal) = journal();
        let large = "x".repeat(100_000);
        for n in 0..60 {
            journal.append("link", &format!("{n} {large}")).unwrap();
            assert!(std::fs::metadata(journal.path("link")).unwrap().len() <= MOST);
        }
        let kept = journal.entries("link").unwrap();
        assert!(kept.len() >= 20 && kept.len() < 60, "{}", kept.len());
        assert!(kept.last().unwrap().starts_with("59 "));
        assert!(kept[0].ends_with(&large), "lines are whole");
    }

    #[test]
    fn several_write_at_once() {
        let (_folder, journal) = journal();
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let journal = journal.clone();
                std::thread::spawn(move || {
                    (0..25).for_each(|n| journal.append("link", &format!("{writer}-{n}")).unwrap());
                })
            })
            .collect();
        for writer in writers {
            writer.join().unwrap();
        }
        assert_eq!(journal.entries("link").unwrap().len(), 100);
    }
}
