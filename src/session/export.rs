//! Files that a learner asked for: a report, a picture of the screen.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::{SessionError, file};

/// Writes the file, whole; in place of one that is there already.
///
/// # Errors
/// When it cannot be written.
pub fn put(path: &Path, content: &[u8]) -> Result<(), SessionError> {
    file::replace(path, content)
}

/// Writes a file that is not there yet, and gives its whole path.
///
/// # Errors
/// [`SessionError::Exists`] where there is one; and when it cannot be written.
pub fn put_new(path: &Path, content: &[u8]) -> Result<PathBuf, SessionError> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if file::create(&path, content)? { Ok(path) } else { Err(SessionError::Exists { path }) }
}

/// Writes a file below `folder` under the name, or, where that is taken, under the next that is free (`name-2.svg`);
/// gives its whole path.
///
/// # Errors
/// When it cannot be written.
pub fn put_beside(folder: &Path, name: &str, content: &[u8]) -> Result<PathBuf, SessionError> {
    let whole = Path::new(name);
    let stem = whole.file_stem().and_then(OsStr::to_str).unwrap_or(name);
    let end = whole.extension().and_then(OsStr::to_str).unwrap_or_default();
    let mut number = 1;
    loop {
        let tried = if number == 1 { name.to_owned() } else { format!("{stem}-{number}.{end}") };
        match put_new(&folder.join(tried), content) {
            Err(SessionError::Exists { .. }) if number < 1000 => number += 1,
            other => return other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_over_unless_that_was_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.svg");
        assert_eq!(put_new(&path, b"1").unwrap(), path);
        assert!(matches!(put_new(&path, b"2"), Err(SessionError::Exists { .. })));
        assert_eq!(put_beside(folder.path(), "a.svg", b"3").unwrap(), folder.path().join("a-2.svg"));
        assert_eq!(put_beside(folder.path(), "a.svg", b"4").unwrap(), folder.path().join("a-3.svg"));
        assert_eq!(std::fs::read(&path).unwrap(), b"1");
        put(&path, b"5").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"5");
        assert!(put_new(&folder.path().join("none/a.svg"), b"").is_err());
    }
}
