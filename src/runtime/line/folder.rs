//! The folder in which lines run: what `cd`, `ls`, `cat` and `>` may touch, and nothing above it.

use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::i18n::{Phrase, phrase};
use crate::session::stays_inside;

/// A folder and the place inside it where lines run now.
#[derive(Debug)]
pub struct Folder {
    /// Absolute, without symbolic links.
    root: PathBuf,
    /// Below the root.
    inside: Mutex<PathBuf>,
}

impl Folder {
    /// The folder at `root`, which must exist.
    pub fn new(root: &Path) -> std::io::Result<Self> {
        Ok(Self { root: root.canonicalize()?, inside: Mutex::default() })
    }

    /// Where lines run now, as `pwd` says it.
    pub fn here(&self) -> PathBuf {
        self.root.join(&*self.inside.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The file or folder that `typed` names.
    ///
    /// # Errors
    /// What to tell the learner when it lies outside.
    pub fn resolve(&self, typed: &str) -> Result<PathBuf, Phrase> {
        let outside = || phrase("runtime-line-outside").with("path", typed);
        let path = flattened(&self.here().join(typed)).ok_or_else(outside)?;
        if stays_inside(&self.root, &path) { Ok(path) } else { Err(outside()) }
    }

    /// `cd`: goes to the folder that `typed` names, to the top without one.
    ///
    /// # Errors
    /// `Problem` when there is no such folder here.
    pub fn enter(&self, typed: Option<&str>) -> Result<(), Problem> {
        let path = match typed {
            Some(typed) => self.resolve(typed).map_err(Problem::Refused)?,
            None => self.root.clone(),
        };
        if !path.is_dir() {
            let why = if path.exists() { "Not a directory" } else { "No such file or directory" };
            return Err(Problem::Said(format!("cd: {}: {why}", typed.unwrap_or_default())));
        }
        let inside = path.strip_prefix(&self.root).unwrap_or(Path::new("")).to_owned();
        *self.inside.lock().unwrap_or_else(PoisonError::into_inner) = inside;
        Ok(())
    }
}

/// Why a built-in did not do what it was asked to.
#[derive(Debug, PartialEq, Eq)]
pub enum Problem {
    /// What the program of that name prints in every shell; exit code 1.
    Said(String),
    /// What this prompt does not allow, in the learner's language.
    Refused(Phrase),
}

/// The path without `.` and `..`; none when `..` leads above `/`.
fn flattened(path: &Path) -> Option<PathBuf> {
    let mut flat = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => {
                if !flat.pop() {
                    return None;
                }
            }
            Component::CurDir => {}
            other => flat.push(other),
        }
    }
    Some(flat)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Folder) {
        let temp = tempfile::tempdir().expect("a folder");
        std::fs::create_dir_all(temp.path().join("top/nginx")).expect("a folder");
        let folder = Folder::new(&temp.path().join("top")).expect("it is there");
        (temp, folder)
    }

    #[test]
    fn paths_stay_inside() {
        let (_temp, folder) = folder();
        assert!(folder.resolve("nginx/../new.txt").is_ok());
        assert!(folder.resolve("../other").is_err());
        assert!(folder.resolve("/etc/passwd").is_err());
        assert!(folder.resolve("../../../../../../../../../..").is_err());
        assert!(folder.resolve(&folder.here().join("nginx").display().to_string()).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere_else() {
        let (temp, folder) = folder();
        std::os::unix::fs::symlink(temp.path(), folder.here().join("up")).expect("a link");
        assert!(folder.resolve("up/secret").is_err());
        std::os::unix::fs::symlink(temp.path().join("gone"), folder.here().join("dangling")).expect("a link");
        assert!(folder.resolve("dangling").is_err(), "writing would go through it");
        assert!(folder.resolve("dangling/below").is_err());
    }

    #[test]
    fn cd_moves_and_comes_back() {
        let (_temp, folder) = folder();
        let top = folder.here();
        assert_eq!(folder.enter(Some("nginx")), Ok(()));
        assert_eq!(folder.here(), top.join("nginx"));
        assert!(matches!(folder.enter(Some("../..")), Err(Problem::Refused(_))));
        assert!(matches!(folder.enter(Some("none")), Err(Problem::Said(_))));
        assert_eq!(folder.enter(None), Ok(()));
        assert_eq!(folder.here(), top);
    }
}
