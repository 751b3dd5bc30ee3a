//! Where output ends: the screen, a file of the workspace, nowhere.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use tokio::sync::mpsc;

use super::builtin::reason;
use super::folder::Folder;
use crate::docker::{Chunk, Event, Stream};
use crate::i18n::{Phrase, phrase};
use crate::shell::Redirect;

/// Where output ends.
#[derive(Debug)]
pub enum Sink {
    /// Whoever looks at the line.
    Screen(Stream),
    /// `/dev/null`
    Nowhere,
    /// `> file`
    File(File, String),
    /// A file that is opened once there is something to write: what is in it stays until then.
    Later(PathBuf, String),
}

/// Nobody looks any more.
#[derive(Debug)]
pub struct Unwatched;

impl Sink {
    /// Opens the file that a line writes to.
    ///
    /// # Errors
    /// What to tell the learner when it cannot be written.
    pub fn open(redirect: &Redirect, folder: &Folder) -> Result<Self, Phrase> {
        if redirect.is_null() {
            return Ok(Self::Nowhere);
        }
        let path = regular(&redirect.path, folder)?;
        create(&path, &redirect.path, redirect.append)
    }

    /// The file that a page is to be kept in; it is opened when the page comes.
    ///
    /// # Errors
    /// What to tell the learner when it may not be written.
    pub fn later(path: &str, folder: &Folder) -> Result<Self, Phrase> {
        let redirect = Redirect { path: path.to_owned(), append: false };
        if redirect.is_null() {
            return Ok(Self::Nowhere);
        }
        Ok(Self::Later(regular(path, folder)?, redirect.path))
    }

    /// Writes `bytes`; what goes to the screen is sent on `out`.
    ///
    /// # Errors
    /// What to tell the learner when a file cannot be written.
    pub async fn write(
        &mut self,
        bytes: Bytes,
        out: &mpsc::Sender<Event>,
    ) -> Result<Result<(), Unwatched>, Phrase> {
        if bytes.is_empty() {
            return Ok(Ok(()));
        }
        if let Self::Later(path, typed) = self {
            *self = create(path, typed, false)?;
        }
        match self {
            // One that was to be opened later is open by now.
            Self::Nowhere | Self::Later(..) => Ok(Ok(())),
            Self::File(file, path) => {
                file.write_all(&bytes).map(Ok).map_err(|error| cannot_write(path, &reason(&error)))
            }
            Self::Screen(stream) => {
                let event = Event::Output(Chunk { stream: *stream, bytes });
                Ok(out.send(event).await.map_err(|_| Unwatched))
            }
        }
    }
}

/// Where the file lies.
fn regular(typed: &str, folder: &Folder) -> Result<PathBuf, Phrase> {
    let path = folder.resolve(typed)?;
    // Opening a pipe or a device to write would wait for its reader.
    if path.exists() && !path.is_file() {
        return Err(cannot_write(typed, "Not a regular file"));
    }
    Ok(path)
}

fn create(path: &Path, typed: &str, append: bool) -> Result<Sink, Phrase> {
    let mut options = File::options();
    options.create(true).append(append).write(true).truncate(!append);
    let file = options.open(path).map_err(|error| cannot_write(typed, &reason(&error)))?;
    Ok(Sink::File(file, typed.to_owned()))
}

fn cannot_write(path: &str, reason: &str) -> Phrase {
    phrase("runtime-line-file").with("path", path).with("reason", reason)
}
