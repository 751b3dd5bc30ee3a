//! Files that are whole or not there at all, and locks between processes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::SessionError;

/// Makes a folder and those above it.
pub(super) fn make_folder(path: &Path) -> Result<(), SessionError> {
    fs::create_dir_all(path).map_err(|source| SessionError::Folder { path: path.to_owned(), source })
}

/// The file's content; none where there is no file.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, SessionError> {
    match fs::read(path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(SessionError::Read { path: path.to_owned(), source }),
    }
}

/// Replaces the file by one with that content: whoever reads sees the old or the new one, whole.
pub(super) fn replace(path: &Path, content: &[u8]) -> Result<(), SessionError> {
    let written = || -> io::Result<()> {
        let file = written(path, content)?;
        // A file keeps the rights that it has.
        if let Ok(found) = fs::metadata(path) {
            file.as_file().set_permissions(found.permissions())?;
        }
        file.persist(path).map_err(|error| error.error)?;
        // The name is on the disk only once its folder is; where folders cannot be synced, it soon will be.
        let _ = File::open(folder_of(path)).and_then(|folder| folder.sync_all());
        Ok(())
    };
    written().map_err(|source| SessionError::Write { path: path.to_owned(), source })
}

/// Makes the file with that content unless there is one already; says whether it was made.
pub(super) fn create(path: &Path, content: &[u8]) -> Result<bool, SessionError> {
    let made = written(path, content).and_then(|file| match file.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    });
    made.map_err(|source| SessionError::Write { path: path.to_owned(), source })
}

/// A file beside `path` with that content, on the disk, with the rights that any new file gets.
fn written(path: &Path, content: &[u8]) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.prefix(".netdojo-").tempfile_in(folder_of(path))?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Holds a lock file until it is dropped. File systems that know no locks are used without.
pub(super) fn lock(path: &Path) -> Result<File, SessionError> {
    let failed = |source| SessionError::Write { path: path.to_owned(), source };
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(failed)?;
    match file.lock() {
        Err(error) if error.kind() != io::ErrorKind::Unsupported => Err(failed(error)),
        _ => Ok(file),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
