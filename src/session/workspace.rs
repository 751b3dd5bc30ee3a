//! The folder on disk where a lesson's files lie.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use super::{Home, SessionError, file};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Edit, Lesson};

/// The most of a file that a goal looks at, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// A lesson's folder. What the learner has edited is never written over.
#[derive(Debug, Clone)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The lesson's folder, with each of the lesson's files that was not there.
    ///
    /// # Errors
    /// When something cannot be written, or a file's path leads out of the folder.
    pub fn open(home: &Home, lesson: &Lesson) -> Result<Self, SessionError> {
        let workspaces = home.data().join("workspaces");
        let id = inside(&lesson.id)?;
        let root = workspaces.join(id);
        file::make_folder(&root)?;
        let root = root.canonicalize().map_err(|source| SessionError::Folder { path: root, source })?;
        let workspace = Self { root };
        workspace.put(&lesson.workspace)?;
        Ok(workspace)
    }

    /// The folder, absolute.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where `path`, which is relative to the folder, lies.
    ///
    /// # Errors
    /// [`SessionError::Outside`] when it leads out of the folder: absolute, by `..`, or by a symbolic link.
    pub fn resolve(&self, path: &str) -> Result<PathBuf, SessionError> {
        let resolved = self.root.join(inside(path)?);
        if stays_inside(&self.root, &resolved) {
            Ok(resolved)
        } else {
            Err(SessionError::Outside { path: path.to_owned() })
        }
    }

    /// The file's text; none where there is no such file. What is no text is shown as well as can be.
    ///
    /// # Errors
    /// When it lies outside, is no plain file, is too large, or cannot be read.
    pub fn read(&self, path: &str) -> Result<Option<String>, SessionError> {
        let resolved = self.resolve(path)?;
        let failed = |source| SessionError::Read { path: resolved.clone(), source };
        match std::fs::metadata(&resolved) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(failed(source)),
            // A pipe or a device would never end.
            Ok(found) if !found.is_file() => return Err(failed(std::io::ErrorKind::InvalidInput.into())),
            Ok(found) if found.len() > LARGEST => {
                return Err(failed(std::io::ErrorKind::FileTooLarge.into()));
            }
            Ok(_) => {}
        }
        Ok(file::read(&resolved)?.map(|content| String::from_utf8_lossy(&content).into_owned()))
    }

    /// Writes a file of the folder, whole or not at all; its own folders are made.
    ///
    /// # Errors
    /// When it lies outside or cannot be written.
    pub fn write(&self, path: &str, content: &str) -> Result<(), SessionError> {
        let resolved = self.make_room(path)?;
        // A link that stays inside leads to the file that is meant.
        file::replace(&resolved.canonicalize().unwrap_or(resolved), content.as_bytes())
    }

    /// Where `path` lies; the folders that it lies in are made.
    ///
    /// # Errors
    /// When it lies outside, or a folder cannot be made.
    pub fn make_room(&self, path: &str) -> Result<PathBuf, SessionError> {
        let resolved = self.resolve(path)?;
        if let Some(folder) = resolved.parent() {
            file::make_folder(folder)?;
        }
        Ok(resolved)
    }

    /// Makes an edit of the lesson's.
    ///
    /// # Errors
    /// Why it cannot be made: the file is not as the edit says, or cannot be read or written.
    pub fn edit(&self, edit: &Edit) -> Result<(), Phrase> {
        self.change(&edit.path, |before| {
            edit.apply(before).map_err(|reason| {
                phrase("session-edit-fails").with("path", edit.path.as_str()).with("reason", reason)
            })
        })
    }

    /// Writes a text file anew, from what it holds now; none where there is no such file.
    ///
    /// # Errors
    /// Why it cannot be made: `change` says so, the file is no text, or cannot be read or written.
    pub fn change(
        &self,
        path: &str,
        change: impl FnOnce(Option<&str>) -> Result<String, Phrase>,
    ) -> Result<(), Phrase> {
        let before = self.text(path).map_err(|error| error.phrase())?;
        let after = change(before.as_deref())?;
        self.write(path, &after).map_err(|error| error.phrase())
    }

    /// The files below the folder, as paths relative to it, in order. Symbolic links are not followed.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn files(&self) -> Result<Vec<String>, SessionError> {
        let mut found = Vec::new();
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            let failed = |source| SessionError::Read { path: folder.clone(), source };
            for entry in std::fs::read_dir(&folder).map_err(failed)? {
                let entry = entry.map_err(failed)?;
                let path = entry.path();
                if entry.file_type().map_err(failed)?.is_dir() {
                    folders.push(path);
                } else if let Some(path) = path.strip_prefix(&self.root).ok().and_then(Path::to_str) {
                    found.push(path.replace('\\', "/"));
                }
            }
        }
        found.sort();
        Ok(found)
    }

    /// Puts the lesson's files back as they were. Where the learner has changed or added something, the whole
    /// folder is kept beside it first, and its new name returned.
    ///
    /// # Errors
    /// When something cannot be read or written; nothing is lost then.
    pub fn reset(&self, lesson: &Lesson) -> Result<Option<PathBuf>, SessionError> {
        let kept = if self.is_edited(lesson)? { Some(self.keep()?) } else { None };
        file::make_folder(&self.root)?;
        self.put(&lesson.workspace)?;
        Ok(kept)
    }

    fn is_edited(&self, lesson: &Lesson) -> Result<bool, SessionError> {
        for path in self.files()? {
            let original = lesson.workspace.get(&path);
            let content = file::read(&self.root.join(&path))?;
            if original.is_none() || content.as_ref() != original {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Renames the folder to a name of [`kept_name`].
    fn keep(&self) -> Result<PathBuf, SessionError> {
        let kept = kept_name(&self.root);
        let failed = |source| SessionError::Write { path: kept.clone(), source };
        std::fs::rename(&self.root, &kept).map_err(failed)?;
        Ok(kept)
    }

    fn put(&self, files: &BTreeMap<String, Vec<u8>>) -> Result<(), SessionError> {
        for (path, content) in files {
            let resolved = self.resolve(path)?;
            if resolved.exists() {
                continue;
            }
            if let Some(folder) = resolved.parent() {
                file::make_folder(folder)?;
            }
            file::create(&resolved, content)?;
        }
        Ok(())
    }
}

/// A name that nothing has yet, for what is kept of `path`: `link.kept-1`, or the next number that is free.
pub(super) fn kept_name(path: &Path) -> PathBuf {
    let numbered = |n: u32| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".kept-{n}"));
        PathBuf::from(name)
    };
    let free = (1..u32::MAX).map(numbered).find(|path| !path.exists() && !path.is_symlink());
    free.unwrap_or_else(|| path.with_extension("kept"))
}

/// Whether `path`, absolute and without `..`, also lies below `root` once symbolic links are followed.
/// `root` is absolute and has none.
pub fn stays_inside(root: &Path, path: &Path) -> bool {
    // Of a path that is not there yet, what is there of it decides.
    let real = path.ancestors().find_map(|part| part.canonicalize().ok());
    // A link to what is not there yet would be written through, wherever it leads.
    let dangles = path.ancestors().any(|part| part.is_symlink() && !part.exists());
    path.starts_with(root) && real.is_some_and(|real| real.starts_with(root)) && !dangles
}

/// The path as one that only goes down, without `.`.
fn inside(path: &str) -> Result<PathBuf, SessionError> {
    let mut down = PathBuf::new();
    for part in Path::new(path).components() {
        match part {
            Component::Normal(name) => down.push(name),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                return Err(SessionError::Outside { path: path.to_owned() });
            }
        }
    }
    if down.as_os_str().is_empty() || path.contains('\0') {
        return Err(SessionError::Outside { path: path.to_owned() });
    }
    Ok(down)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lesson(id: &str, files: &[(&str, &str)]) -> Lesson {
        Lesson {
            id: id.into(),
            workspace: files
                .iter()
                .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
                .collect(),
            ..Lesson::default()
        }
    }

    fn nginx() -> Lesson {
        lesson("link", &[("nginx/Dockerfile", "FROM nginx"), ("nginx/files/tomcat.conf", "server {}")])
    }

    fn home() -> (tempfile::TempDir, Home) {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        (folder, home)
    }

    #[test]
    fn files_appear_once_and_edits_stay() {
        let (_folder, home) = home();
        let workspace = Workspace::open(&home, &nginx()).unwrap();
        assert_eq!(workspace.files().unwrap(), ["nginx/Dockerfile", "nginx/files/tomcat.conf"]);
        let edited = workspace.resolve("nginx/files/tomcat.conf").unwrap();
        std::fs::write(&edited, "mine").unwrap();
        let again = Workspace::open(&home, &nginx()).unwrap();
        assert_eq!(again.read("nginx/files/tomcat.conf").unwrap().as_deref(), Some("mine"));
        assert_eq!(again.read("nginx/Dockerfile").unwrap().as_deref(), Some("FROM nginx"));
        assert_eq!(again.read("none").unwrap(), None);
    }

    #[test]
    fn what_is_no_text_is_never_edited() {
        let (_folder, home) = home();
        let workspace = Workspace::open(&home, &nginx()).unwrap();
        let path = workspace.root().join("nginx/Dockerfile");
        std::fs::write(&path, b"FROM nginx\n# \xe9\n").unwrap();
        let edit = Edit { path: "nginx/Dockerfile".into(), diff: "-FROM nginx\n+FROM alpine\n".into() };
        assert!(workspace.edit(&edit).is_err());
        assert_eq!(std::fs::read(&path).unwrap(), b"FROM nginx\n# \xe9\n");
        std::fs::write(&path, "FROM nginx\n").unwrap();
        assert_eq!(workspace.edit(&edit), Ok(()));
        assert_eq!(workspace.read("nginx/Dockerfile").unwrap().as_deref(), Some("FROM alpine\n"));
    }

    #[test]
    fn a_reset_keeps_what_was_edited() {
        let (_folder, home) = home();
        let workspace = Workspace::open(&home, &nginx()).unwrap();
        assert_eq!(workspace.reset(&nginx()).unwrap(), None);
        std::fs::write(workspace.root().join("nginx/Dockerfile"), "mine").unwrap();
        let kept = workspace.reset(&nginx()).unwrap().unwrap();
        assert_eq!(std::fs::read_to_string(kept.join("nginx/Dockerfile")).unwrap(), "mine");
        assert_eq!(workspace.read("nginx/Dockerfile").unwrap().as_deref(), Some("FROM nginx"));
        std::fs::write(workspace.root().join("more"), "mine too").unwrap();
        let second = workspace.reset(&nginx()).unwrap().unwrap();
        assert_ne!(kept, second);
        assert_eq!(workspace.read("more").unwrap(), None);
    }

    #[test]
    fn an_edit_is_made_or_nothing_is() {
        let (_folder, home) = home();
        let workspace = Workspace::open(&home, &nginx()).unwrap();
        let edit = |path: &str, diff: &str| {
            let edit = Edit { path: path.into(), diff: diff.into() };
            workspace.edit(&edit).map_err(|reason| reason.key)
        };
        assert_eq!(edit("nginx/Dockerfile", "-FROM nginx\n+FROM nginx:1.27\n"), Ok(()));
        assert_eq!(workspace.read("nginx/Dockerfile").unwrap().as_deref(), Some("FROM nginx:1.27\n"));
        assert_eq!(edit("nginx/Dockerfile", "-FROM nginx\n+x\n"), Err("session-edit-fails"));
        assert_eq!(edit("new/folder/file", "+one\n"), Ok(()));
        assert_eq!(workspace.read("new/folder/file").unwrap().as_deref(), Some("one\n"));
        assert_eq!(edit("../out", "+one\n"), Err("session-outside"));
        assert_eq!(workspace.files().unwrap().len(), 3, "no other files are left behind");
    }

    #[test]
    fn nothing_leads_out() {
        let (_folder, home) = home();
        let workspace = Workspace::open(&home, &nginx()).unwrap();
        for path in ["", ".", "..", "../link.txt", "nginx/../../x", "/etc/passwd", "a\0b"] {
            assert!(matches!(workspace.resolve(path), Err(SessionError::Outside { .. })), "{path:?}");
        }
        assert!(workspace.resolve("./nginx/new").is_ok());
        assert!(Workspace::open(&home, &lesson("../escape", &[])).is_err());
        assert!(Workspace::open(&home, &lesson("escape", &[("../x", "")])).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_leads_nowhere_else() {
        let (folder, home) = home();
        let workspace = Workspace::open(&home, &nginx()).unwrap();
        std::os::unix::fs::symlink(folder.path(), workspace.root().join("up")).unwrap();
        std::os::unix::fs::symlink(folder.path().join("gone"), workspace.root().join("dangling")).unwrap();
        std::os::unix::fs::symlink("nginx", workspace.root().join("within")).unwrap();
        for path in ["up/x", "up", "dangling"] {
            assert!(matches!(workspace.resolve(path), Err(SessionError::Outside { .. })), "{path}");
        }
        assert!(workspace.resolve("within/Dockerfile").is_ok());
        let escape = lesson("link", &[("up/file", "x")]);
        assert!(Workspace::open(&home, &escape).is_err());
        assert!(!folder.path().join("file").exists());
    }
}
