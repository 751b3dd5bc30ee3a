//! A session recorded as an asciicast (version 2): one line for each frame that is drawn.
//!
//! Each line is written as it happens, so that the file can be read whatever ends the program. It is global, like the
//! terminal that it shows: the panic hook must be able to close it.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Instant;

use serde_json::json;
use time::OffsetDateTime;

use crate::i18n::Phrase;
use crate::runtime::keepsake;
use crate::session::SessionError;

/// What a player's terminal shows before the first frame: an empty screen of its own.
const OPEN: &str = "\x1b[?1049h\x1b[H\x1b[2J";

/// Gives the player's terminal back as it was.
const CLOSE: &str = "\x1b[?2026l\x1b[0m\x1b[?25h\x1b[?1049l";

static RECORDING: Mutex<Option<Recording>> = Mutex::new(None);

struct Recording {
    file: File,
    began: Instant,
    /// What was drawn of the frame under way.
    frame: Vec<u8>,
}

/// Begins to record into the file named, or one beside where the program was started; gives its whole path.
///
/// # Errors
/// What to tell the learner where it cannot be written.
pub(super) fn begin(file: Option<&str>, size: (u16, u16), now: OffsetDateTime) -> Result<String, Phrase> {
    let own = || keepsake::dated("recording", "cast", now);
    let name = match file.map(keepsake::named) {
        Some(folder) if folder.is_dir() => folder.join(own()),
        Some(file) => file,
        None => PathBuf::from(own()),
    };
    let path = std::path::absolute(&name).unwrap_or(name);
    match start(&path, size) {
        Ok(()) => Ok(path.display().to_string()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(SessionError::Exists { path }.phrase())
        }
        Err(source) => Err(SessionError::Write { path, source }.phrase()),
    }
}

/// Begins to record into a file, which must not be there yet. Everything is to be drawn anew afterwards.
///
/// # Errors
/// The file cannot be made, or written; or it exists.
pub fn start(path: &Path, (cols, rows): (u16, u16)) -> io::Result<()> {
    let file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let mut recording = Recording { file, began: Instant::now(), frame: Vec::new() };
    let header = json!({
        "version": 2,
        "width": cols,
        "height": rows,
        "timestamp": OffsetDateTime::now_utc().unix_timestamp(),
        "title": "netdojo",
        "env": { "TERM": std::env::var("TERM").unwrap_or_default() },
    });
    recording.line(&header.to_string())?;
    recording.event("o", OPEN)?;
    *lock() = Some(recording);
    Ok(())
}

/// Takes in what is being drawn.
pub fn drawing(bytes: &[u8]) {
    if let Some(recording) = &mut *lock() {
        recording.frame.extend_from_slice(bytes);
    }
}

/// A frame has been drawn. Where it cannot be written, recording ends.
///
/// # Errors
/// It could not be written.
pub fn drawn() -> io::Result<()> {
    attempt(|recording| {
        if recording.frame.is_empty() {
            return Ok(());
        }
        let frame = std::mem::take(&mut recording.frame);
        recording.event("o", &String::from_utf8_lossy(&frame))
    })
}

/// The terminal has another size.
///
/// # Errors
/// It could not be written.
pub fn resized((cols, rows): (u16, u16)) -> io::Result<()> {
    attempt(|recording| recording.event("r", &format!("{cols}x{rows}")))
}

/// Ends the recording, if there is one. Also called while panicking: it waits for nobody.
pub fn stop() {
    let mut guard = match RECORDING.try_lock() {
        Ok(guard) => guard,
        Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
        Err(TryLockError::WouldBlock) => return,
    };
    if let Some(mut recording) = guard.take() {
        // There is nobody left to be told.
        let _ = recording.event("o", CLOSE);
    }
}

fn attempt(work: impl FnOnce(&mut Recording) -> io::Result<()>) -> io::Result<()> {
    let mut guard = lock();
    let Some(recording) = &mut *guard else { return Ok(()) };
    let result = work(recording);
    if result.is_err() {
        *guard = None;
    }
    result
}

fn lock() -> MutexGuard<'static, Option<Recording>> {
    RECORDING.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Recording {
    fn event(&mut self, kind: &str, data: &str) -> io::Result<()> {
        let millis = u32::try_from(self.began.elapsed().as_millis()).unwrap_or(u32::MAX);
        self.line(&json!([f64::from(millis) / 1000.0, kind, data]).to_string())
    }

    /// In one piece, so that what is there is whole lines.
    fn line(&mut self, text: &str) -> io::Result<()> {
        self.file.write_all(format!("{text}\n").as_bytes())
    }
}

/// What is drawn goes to the terminal, and into the recording where there is one.
#[derive(Debug)]
pub struct Tee<W>(pub W);

impl<W: Write> Write for Tee<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.0.write(bytes)?;
        drawing(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
