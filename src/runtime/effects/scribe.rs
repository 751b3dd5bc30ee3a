//! Writes the lessons' journals, and what is made of them, on a thread of its own: a slow disk must not hold up the screen.

use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use tokio::sync::mpsc;

use super::pending::Begun;
use crate::app::{Msg, Notice, Tone};
use crate::report::{Entry, Event};
use crate::session::{Home, Journal};

/// Entries that may wait for the disk; where it cannot keep up, more are lost rather than waited for.
const WAITING: usize = 256;

/// The longest that the program's end waits for the disk.
const GRACE: Duration = Duration::from_secs(2);

/// Something to be done, in order.
enum Work {
    /// Write into a lesson's journal.
    Note(String, Entry),
    /// Write something else, and tell what came of it.
    Then(Box<dyn FnOnce() -> Msg + Send>, Begun),
}

/// Writes journals until it is told to finish.
#[derive(Debug)]
pub struct Scribe {
    work: SyncSender<Work>,
    done: Receiver<()>,
    /// Which run of the program this is.
    by: String,
}

impl Scribe {
    /// Writes into the journals of that home. The first time that it cannot, that is told through `answers`.
    pub fn new(home: &Home, answers: mpsc::Sender<Msg>) -> Self {
        let (work, waiting) = sync_channel(WAITING);
        let (ended, done) = channel();
        let journal = Journal::new(home);
        thread::spawn(move || {
            write(&journal, &waiting, &answers);
            let _ = ended.send(());
        });
        Self { work, done, by: format!("{:08x}", fastrand::u32(..)) }
    }

    /// Has written down that this happens now in that lesson.
    pub fn note(&self, lesson: &str, event: Event) {
        let at = OffsetDateTime::now_utc().format(&Rfc3339).unwrap_or_default();
        let entry = Entry { at, by: self.by.clone(), event };
        let _ = self.work.try_send(Work::Note(lesson.to_owned(), entry));
    }

    /// Has this done after all that is to be written; it has `begun` until it has been told.
    pub fn then(&self, work: impl FnOnce() -> Msg + Send + 'static, begun: Begun) {
        let _ = self.work.try_send(Work::Then(Box::new(work), begun));
    }

    /// Waits until everything is written, but not for ever.
    pub fn finish(self) {
        drop(self.work);
        let _ = self.done.recv_timeout(GRACE);
    }
}

fn write(journal: &Journal<Entry>, waiting: &Receiver<Work>, answers: &mpsc::Sender<Msg>) {
    let mut told = false;
    while let Ok(work) = waiting.recv() {
        let (message, _begun) = match work {
            Work::Then(work, begun) => (work(), Some(begun)),
            Work::Note(lesson, entry) => match journal.append(&lesson, &entry) {
                Err(error) if !std::mem::replace(&mut told, true) => {
                    (Msg::Notice(Notice { tone: Tone::Warning, phrase: error.phrase() }), None)
                }
                _ => continue,
            },
        };
        let _ = answers.blocking_send(message);
    }
}
