//! What can go wrong with what is kept.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::i18n::{Phrase, phrase};

/// An operation on what is kept that failed.
#[derive(Debug, Error)]
pub enum SessionError {
    /// There is nowhere to keep anything.
    #[error("there is no home folder; set NETDOJO_HOME")]
    NoHome,
    /// A folder could not be made.
    #[error("cannot make the folder {}: {source}", path.display())]
    Folder {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file could not be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file was written by a later version, whose format is not known here.
    #[error("{} was written by a newer netdojo", path.display())]
    Newer {
        /// Which.
        path: PathBuf,
    },
    /// A file that would have been written over.
    #[error("{} exists already", path.display())]
    Exists {
        /// Which.
        path: PathBuf,
    },
    /// A folder where a file was asked for.
    #[error("{path} is a folder")]
    IsFolder {
        /// As it was given.
        path: String,
    },
    /// A file that holds no text.
    #[error("{path} is no text")]
    NoText {
        /// As it was given.
        path: String,
    },
    /// A file too large to be edited.
    #[error("{path} is too large")]
    TooLarge {
        /// As it was given.
        path: String,
    },
    /// A path that leads out of the workspace.
    #[error("{path} lies outside the workspace")]
    Outside {
        /// As it was given.
        path: String,
    },
}

impl SessionError {
    /// What happened, what it means and what to do, for the learner.
    pub fn phrase(&self) -> Phrase {
        let named = |key, path: &PathBuf| phrase(key).with("path", path.display().to_string());
        match self {
            Self::NoHome => phrase("session-no-home"),
            Self::Folder { path, source } => {
                named("session-cannot-make-folder", path).with("detail", because(source))
            }
            Self::Read { path, source } => named("session-cannot-read", path).with("detail", because(source)),
            Self::Write { path, source } if source.kind() == io::ErrorKind::NotFound => {
                named("session-no-folder", path)
            }
            Self::Write { path, source } => {
                named("session-cannot-write", path).with("detail", because(source))
            }
            Self::Exists { path } => named("session-exists", path),
            Self::Newer { path } => named("session-newer", path),
            Self::IsFolder { path } => phrase("session-is-folder").with("path", path.as_str()),
            Self::NoText { path } => phrase("session-no-text").with("path", path.as_str()),
            Self::TooLarge { path } => phrase("session-too-large").with("path", path.as_str()),
            Self::Outside { path } => phrase("session-outside").with("path", path.as_str()),
        }
    }
}

/// What the system says of a file, in the learner's language; in the system's words where it is something rare.
pub fn because(error: &io::Error) -> Phrase {
    phrase(match error.kind() {
        io::ErrorKind::NotFound => "session-because-missing",
        io::ErrorKind::PermissionDenied => "session-because-denied",
        io::ErrorKind::NotADirectory => "session-because-no-folder",
        io::ErrorKind::IsADirectory => "session-because-folder",
        io::ErrorKind::ReadOnlyFilesystem => "session-because-read-only",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "session-because-full",
        _ => return phrase("session-because-other").with("detail", error.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::speakable;

    #[test]
    fn what_the_system_says_can_be_said() {
        for kind in [
            io::ErrorKind::NotFound,
            io::ErrorKind::PermissionDenied,
            io::ErrorKind::NotADirectory,
            io::ErrorKind::IsADirectory,
            io::ErrorKind::ReadOnlyFilesystem,
            io::ErrorKind::StorageFull,
            io::ErrorKind::TimedOut,
        ] {
            speakable(&because(&io::Error::from(kind)));
        }
    }

    #[test]
    fn every_error_can_be_said() {
        let source = || io::Error::from(io::ErrorKind::PermissionDenied);
        let path = || PathBuf::from("/x");
        for error in [
            SessionError::NoHome,
            SessionError::Folder { path: path(), source: source() },
            SessionError::Read { path: path(), source: source() },
            SessionError::Write { path: path(), source: source() },
            SessionError::Exists { path: path() },
            SessionError::Write { path: path(), source: io::Error::from(io::ErrorKind::NotFound) },
            SessionError::Newer { path: path() },
            SessionError::IsFolder { path: "x".into() },
            SessionError::NoText { path: "x".into() },
            SessionError::TooLarge { path: "x".into() },
            SessionError::Outside { path: "../x".into() },
        ] {
            speakable(&error.phrase());
        }
    }
}
