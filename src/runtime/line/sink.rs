//! Where output ends: the screen, a file of the workspace, nowhere.

use std::fs::File;
use std::io::Write;

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
        let path = folder.resolve(&redirect.path)?;
        // Opening a pipe or a device to write would wait for its reader.
        if path.exists() && !path.is_file() {
            return Err(cannot_write(&redirect.path, "Not a regular file"));
        }
        let mut options = File::options();
        options.create(true).append(redirect.append).write(true).truncate(!redirect.append);
        let file = options.open(path).map_err(|error| cannot_write(&redirect.path, &reason(&error)))?;
        Ok(Self::File(file, redirect.path.clone()))
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
        match self {
            Self::Nowhere => Ok(Ok(())),
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

fn cannot_write(path: &str, reason: &str) -> Phrase {
    phrase("runtime-line-file").with("path", path).with("reason", reason)
}
