//! Text files of a workspace, to be edited.

use std::path::PathBuf;

use super::{SessionError, Workspace, file};

/// The largest file that can be edited, in bytes.
pub const LARGEST: u64 = 1024 * 1024;

/// What became of a file that was to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Write {
    /// It was written.
    Done,
    /// Nothing was written, since the file has been changed: what it holds, none where it is gone.
    Changed(Option<String>),
}

impl Workspace {
    /// The text of a file; none where there is no such file.
    ///
    /// # Errors
    /// When it lies outside, is no text, is too large, or cannot be read.
    pub fn text(&self, path: &str) -> Result<Option<String>, SessionError> {
        let resolved = self.resolve(path)?;
        let named = || path.to_owned();
        match std::fs::metadata(&resolved) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(SessionError::Read { path: resolved, source }),
            Ok(found) if found.is_dir() => return Err(SessionError::IsFolder { path: named() }),
            // A pipe or a device would never end.
            Ok(found) if !found.is_file() => return Err(SessionError::NoText { path: named() }),
            Ok(found) if found.len() > LARGEST => return Err(SessionError::TooLarge { path: named() }),
            Ok(_) => {}
        }
        let Some(content) = file::read(&resolved)? else { return Ok(None) };
        let text = String::from_utf8(content).ok().filter(|text| is_plain(text));
        text.map(Some).ok_or_else(|| SessionError::NoText { path: named() })
    }

    /// Writes a file whole or not at all, if it still holds what it held `before` (none: it was not there).
    ///
    /// # Errors
    /// When it lies outside, or cannot be read or written.
    pub fn save(&self, path: &str, before: Option<&str>, content: &str) -> Result<Write, SessionError> {
        let now = self.text(path)?;
        if now.as_deref() != before {
            return Ok(Write::Changed(now));
        }
        self.write(path, content)?;
        Ok(Write::Done)
    }

    /// The path below the folder of the file that `resolved`, an absolute path inside it, names.
    pub fn below(&self, resolved: &std::path::Path) -> Option<String> {
        let path: PathBuf = resolved.strip_prefix(self.root()).ok()?.to_owned();
        Some(path.to_str()?.replace('\\', "/")).filter(|path| !path.is_empty())
    }
}

/// Whether an editor can show and keep the text as it is.
fn is_plain(text: &str) -> bool {
    let text = text.replace("\r\n", "\n");
    !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Home;

    fn workspace() -> (tempfile::TempDir, Workspace) {
        let folder = tempfile::tempdir().unwrap();
        let lesson = crate::lesson::Lesson {
            id: "case".into(),
            workspace: [("a.conf".to_owned(), b"listen 80;\n".to_vec())].into(),
            ..crate::lesson::Lesson::default()
        };
        let workspace = Workspace::open(&Home::at(folder.path()), &lesson).unwrap();
        (folder, workspace)
    }

    #[test]
    fn only_text_of_a_fair_size_is_edited() {
        let (_folder, workspace) = workspace();
        let put = |name: &str, content: &[u8]| std::fs::write(workspace.root().join(name), content).unwrap();
        put("binary", b"a\0b");
        put("latin", b"\xff\xfe");
        put("old", b"a\rb");
        put("dos", b"a\r\n\tb");
        put("large", &vec![b'a'; usize::try_from(LARGEST).unwrap() + 1]);
        std::fs::create_dir(workspace.root().join("folder")).unwrap();
        for name in ["binary", "latin", "old"] {
            assert!(matches!(workspace.text(name), Err(SessionError::NoText { .. })), "{name}");
        }
        assert!(matches!(workspace.text("large"), Err(SessionError::TooLarge { .. })));
        assert!(matches!(workspace.text("folder"), Err(SessionError::IsFolder { .. })));
        assert!(matches!(workspace.text("../x"), Err(SessionError::Outside { .. })));
        assert_eq!(workspace.text("dos").unwrap().as_deref(), Some("a\r\n\tb"));
        assert_eq!(workspace.text("none").unwrap(), None);
    }

    #[test]
    fn nobody_elses_change_is_written_over() {
        let (_folder, workspace) = workspace();
        let save = |before, content| workspace.save("a.conf", before, content).unwrap();
        assert_eq!(save(Some("listen 80;\n"), "listen 81;\n"), Write::Done);
        assert_eq!(save(Some("listen 80;\n"), "x"), Write::Changed(Some("listen 81;\n".into())));
        assert_eq!(save(None, "x"), Write::Changed(Some("listen 81;\n".into())));
        std::fs::remove_file(workspace.root().join("a.conf")).unwrap();
        assert_eq!(save(Some("listen 81;\n"), "x"), Write::Changed(None));
        assert_eq!(save(None, "new\n"), Write::Done);
        assert_eq!(workspace.text("a.conf").unwrap().as_deref(), Some("new\n"));
    }

    #[cfg(unix)]
    #[test]
    fn rights_and_links_stay_as_they_are() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let (_folder, workspace) = workspace();
        let path = workspace.root().join("a.conf");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o750)).unwrap();
        symlink("a.conf", workspace.root().join("link")).unwrap();
        assert_eq!(workspace.save("link", Some("listen 80;\n"), "new\n").unwrap(), Write::Done);
        assert!(workspace.root().join("link").is_symlink());
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o750);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "new\n");
    }
}
