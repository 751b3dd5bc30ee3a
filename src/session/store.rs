//! What a learner has done, kept from one start to the next.

use std::marker::PhantomData;
use std::path::{Path, PathBuf};

use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};

use super::{Home, SessionError, file};
use crate::i18n::{Phrase, phrase};

/// The format that is written. Files of a later one are left as they are.
const FORMAT: u32 = 1;

/// The file that keeps a `T`, whole at every moment.
#[derive(Debug, Clone)]
pub struct Store<T> {
    path: PathBuf,
    kept: PhantomData<fn() -> T>,
}

/// What was kept, and what the learner is to be told about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded<T> {
    /// What was kept; the default where nothing was, or nothing that can be read.
    pub value: T,
    /// Why it begins anew, where it does although something was kept.
    pub notice: Option<Phrase>,
}

#[derive(Serialize, Deserialize)]
struct Envelope<T> {
    format: u32,
    progress: T,
}

/// The envelope of any format.
#[derive(Deserialize)]
struct Version {
    format: u32,
    #[serde(default, rename = "progress")]
    _progress: IgnoredAny,
}

impl<T: Serialize + DeserializeOwned + Default> Store<T> {
    /// The progress of that home.
    pub fn progress(home: &Home) -> Self {
        Self { path: home.state().join("progress.json"), kept: PhantomData }
    }

    /// Reads what was kept. A file that cannot be understood is put aside under another name, never lost.
    pub fn load(&self) -> Loaded<T> {
        let fresh = |notice| Loaded { value: T::default(), notice };
        let content = match file::read(&self.path) {
            Ok(Some(content)) => content,
            Ok(None) => return fresh(None),
            Err(error) => return fresh(Some(error.phrase())),
        };
        if is_newer(&content) {
            return fresh(Some(SessionError::Newer { path: self.path.clone() }.phrase()));
        }
        match serde_json::from_slice::<Envelope<T>>(&content) {
            Ok(envelope) => Loaded { value: envelope.progress, notice: None },
            Err(_) => fresh(Some(match aside(&self.path) {
                Ok(kept) => phrase("session-progress-broken").with("path", kept.display().to_string()),
                Err(error) => error.phrase(),
            })),
        }
    }

    /// Keeps the value. The last of several programs to do so wins.
    ///
    /// # Errors
    /// When it cannot be written, or what is there comes from a later version.
    pub fn save(&self, value: &T) -> Result<(), SessionError> {
        if let Some(folder) = self.path.parent() {
            file::make_folder(folder)?;
        }
        if file::read(&self.path)?.is_some_and(|content| is_newer(&content)) {
            return Err(SessionError::Newer { path: self.path.clone() });
        }
        let failed =
            |error: serde_json::Error| SessionError::Write { path: self.path.clone(), source: error.into() };
        let envelope = Envelope { format: FORMAT, progress: value };
        let mut content = serde_json::to_vec_pretty(&envelope).map_err(failed)?;
        content.push(b'\n');
        file::replace(&self.path, &content)
    }
}

fn is_newer(content: &[u8]) -> bool {
    serde_json::from_slice::<Version>(content).is_ok_and(|version| version.format > FORMAT)
}

/// Gives the file a name that nothing has: `progress.json.broken-1`.
fn aside(path: &Path) -> Result<PathBuf, SessionError> {
    let failed = |source| SessionError::Write { path: path.to_owned(), source };
    for n in 1..u32::MAX {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".broken-{n}"));
        let kept = PathBuf::from(name);
        // A hard link never takes a name over; where there are none, the name was free a moment ago.
        match std::fs::hard_link(path, &kept) {
            Ok(()) => std::fs::remove_file(path).map_err(failed)?,
            Err(_) if kept.exists() => continue,
            Err(_) => std::fs::rename(path, &kept).map_err(failed)?,
        }
        return Ok(kept);
    }
    Err(failed(std::io::ErrorKind::AlreadyExists.into()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::i18n::speakable;

    type Kept = BTreeMap<String, Vec<u32>>;

    fn store() -> (tempfile::TempDir, Store<Kept>) {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::progress(&Home::at(folder.path()));
        (folder, store)
    }

    fn kept() -> Kept {
        [("link".to_owned(), vec![1, 2])].into()
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let (_folder, store) = store();
        assert_eq!(store.load(), Loaded { value: Kept::new(), notice: None });
        store.save(&kept()).unwrap();
        assert_eq!(store.load(), Loaded { value: kept(), notice: None });
        let left: Vec<_> = std::fs::read_dir(store.path.parent().unwrap()).unwrap().collect();
        assert_eq!(left.len(), 1, "nothing temporary stays behind");
    }

    #[test]
    fn a_broken_file_is_put_aside_and_said() {
        let (_folder, store) = store();
        for (n, content) in [&b"{ half"[..], b"", b"{\"format\":1}", b"[]", b"\xff"].iter().enumerate() {
            store.save(&kept()).unwrap();
            std::fs::write(&store.path, content).unwrap();
            let loaded = store.load();
            assert_eq!(loaded.value, Kept::new());
            assert_eq!(speakable(&loaded.notice.unwrap()).key, "session-progress-broken");
            let aside = store.path.with_file_name(format!("progress.json.broken-{}", n + 1));
            assert_eq!(std::fs::read(aside).unwrap(), *content);
            assert!(!store.path.exists());
        }
    }

    #[test]
    fn a_later_format_is_left_as_it_is() {
        let (_folder, store) = store();
        store.save(&kept()).unwrap();
        let later = br#"{"format":2,"progress":["whatever"],"more":1}"#;
        std::fs::write(&store.path, later).unwrap();
        assert_eq!(speakable(&store.load().notice.unwrap()).key, "session-newer");
        assert!(matches!(store.save(&kept()), Err(SessionError::Newer { .. })));
        assert_eq!(std::fs::read(&store.path).unwrap(), later);
    }
}
