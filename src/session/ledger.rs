//! The ledger: what this program was about to make on which engine, written before it was made.

use std::fs::File;
use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::{Change, Home, SessionError, file, lines};
use crate::network::EngineInfo;

/// An append-only journal of one installation, one JSON object per line. Safe with several programs at once.
#[derive(Debug, Clone)]
pub struct Ledger {
    path: PathBuf,
    lock: PathBuf,
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When, RFC 3339 in UTC.
    pub at: String,
    /// Where and for whom.
    #[serde(flatten)]
    pub place: Place,
    /// What.
    #[serde(flatten)]
    pub change: Change,
}

/// Where and for whom something is made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The engine's own id; may be empty.
    pub engine: String,
    /// Where the engine was found.
    pub endpoint: String,
    /// For whom.
    pub owner: String,
    /// In which lesson, if in one.
    pub lesson: Option<String>,
}

impl Place {
    /// This engine, for that owner, in that lesson.
    pub fn new(info: &EngineInfo, owner: &str, lesson: Option<&str>) -> Self {
        Self {
            engine: info.id.clone(),
            endpoint: info.endpoint.clone(),
            owner: owner.to_owned(),
            lesson: lesson.map(str::to_owned),
        }
    }

    /// Whether it is on this engine: by the engine's id, and by the endpoint where it has none.
    pub fn is_on(&self, info: &EngineInfo) -> bool {
        if self.engine.is_empty() || info.id.is_empty() {
            self.endpoint == info.endpoint
        } else {
            self.engine == info.id
        }
    }
}

impl Ledger {
    /// The ledger of that home.
    pub fn new(home: &Home) -> Self {
        Self { path: home.state().join("ledger.jsonl"), lock: home.state().join("ledger.lock") }
    }

    /// Writes what is about to be made, and returns only once it is on the disk: call it before the change.
    /// Nothing to write is nothing done.
    ///
    /// # Errors
    /// When it cannot be written; then the change must not be made.
    pub fn record(&self, place: &Place, changes: &[Change]) -> Result<(), SessionError> {
        if changes.is_empty() {
            return Ok(());
        }
        let at = OffsetDateTime::now_utc().format(&Rfc3339).unwrap_or_default();
        let mut lines = String::new();
        for change in changes {
            let entry = Entry { at: at.clone(), place: place.clone(), change: change.clone() };
            lines += &serde_json::to_string(&entry).map_err(|error| self.unwritten(error.into()))?;
            lines.push('\n');
        }
        let _lock = self.lock()?;
        lines::append(&self.path, &lines)
            .and_then(|file| file.sync_data())
            .map_err(|source| self.unwritten(source))
    }

    /// All that was written, oldest first. What a crash has cut off in the middle is left out.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn entries(&self) -> Result<Vec<Entry>, SessionError> {
        let content = file::read(&self.path)?.unwrap_or_default();
        let lines = content.split(|byte| *byte == b'\n');
        Ok(lines.filter_map(|line| serde_json::from_slice(line).ok()).collect())
    }

    /// Forgets the entries that `keep` does not want, and what cannot be read.
    ///
    /// # Errors
    /// When it cannot be read or written; then it is as it was.
    pub fn compact(&self, keep: impl Fn(&Entry) -> bool) -> Result<(), SessionError> {
        let _lock = self.lock()?;
        let mut lines = Vec::new();
        for entry in self.entries()?.iter().filter(|entry| keep(entry)) {
            serde_json::to_writer(&mut lines, entry).map_err(|error| self.unwritten(error.into()))?;
            lines.push(b'\n');
        }
        file::replace(&self.path, &lines)
    }

    /// Beside the journal, as compacting puts another file in the journal's place.
    fn lock(&self) -> Result<File, SessionError> {
        if let Some(folder) = self.path.parent() {
            file::make_folder(folder)?;
        }
        file::lock(&self.lock)
    }

    fn unwritten(&self, source: io::Error) -> SessionError {
        SessionError::Write { path: self.path.clone(), source }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Intention, ObjectKind};
    use super::*;

    fn ledger() -> (tempfile::TempDir, Ledger) {
        let folder = tempfile::tempdir().unwrap();
        let ledger = Ledger::new(&Home::at(folder.path()));
        (folder, ledger)
    }

    fn place() -> Place {
        Place {
            engine: "E".into(),
            endpoint: "unix:///s".into(),
            owner: "me".into(),
            lesson: Some("link".into()),
        }
    }

    fn container(name: &str) -> Change {
        Change {
            kind: ObjectKind::Container,
            name: Some(name.into()),
            intention: Intention::Create,
            id: None,
        }
    }

    fn names(ledger: &Ledger) -> Vec<String> {
        ledger.entries().unwrap().into_iter().filter_map(|entry| entry.change.name).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let (_folder, ledger) = ledger();
        assert_eq!(ledger.entries().unwrap(), []);
        ledger.record(&place(), &[]).unwrap();
        assert!(!ledger.path.exists());
        ledger.record(&place(), &[container("a"), container("b")]).unwrap();
        ledger.record(&Place { lesson: None, ..place() }, &[container("c")]).unwrap();
        assert_eq!(names(&ledger), ["a", "b", "c"]);
        let entries = ledger.entries().unwrap();
        assert_eq!(entries[0].place, place());
        assert!(OffsetDateTime::parse(&entries[0].at, &Rfc3339).is_ok());
    }

    #[test]
    fn a_line_cut_off_costs_no_other() {
        let (_folder, ledger) = ledger();
        ledger.record(&place(), &[container("a")]).unwrap();
        let whole = std::fs::read(&ledger.path).unwrap();
        for cut in 1..whole.len() {
            std::fs::write(&ledger.path, [&whole[..], &whole[..cut]].concat()).unwrap();
            ledger.record(&place(), &[container("b")]).unwrap();
            let found = names(&ledger);
            assert_eq!(
                (found.first().unwrap().as_str(), found.last().unwrap().as_str()),
                ("a", "b"),
                "{cut}"
            );
        }
        std::fs::write(&ledger.path, b"\xff\xfe{}\n[1]\n").unwrap();
        assert_eq!(names(&ledger), Vec::<String>::new());
    }

    #[test]
    fn several_write_at_once_and_one_forgets() {
        let (_folder, ledger) = ledger();
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let ledger = ledger.clone();
                std::thread::spawn(move || {
                    for n in 0..20 {
                        ledger.record(&place(), &[container(&format!("{writer}-{n}"))]).unwrap();
                        if n % 7 == 0 {
                            ledger.compact(|entry| entry.change.name.as_deref() != Some("0-0")).unwrap();
                        }
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.join().unwrap();
        }
        let mut found = names(&ledger);
        found.retain(|name| name != "0-0");
        found.sort();
        found.dedup();
        assert_eq!(found.len(), 79);
    }

    #[test]
    fn an_engine_is_known_by_its_id_or_its_endpoint() {
        let info = |id: &str, endpoint: &str| EngineInfo {
            endpoint: endpoint.into(),
            id: id.into(),
            ..EngineInfo::sample()
        };
        assert!(place().is_on(&info("E", "tcp://elsewhere")));
        assert!(!place().is_on(&info("F", "unix:///s")));
        assert!(place().is_on(&info("", "unix:///s")));
        assert!(!place().is_on(&info("", "unix:///t")));
        assert_eq!(Place::new(&info("E", "unix:///s"), "me", Some("link")), place());
    }
}
