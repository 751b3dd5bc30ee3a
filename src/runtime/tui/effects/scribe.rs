//! Writes the lessons' journals on a thread of its own: a slow disk must not hold up the screen.

use std::sync::mpsc::{Receiver, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use tokio::sync::mpsc;

use crate::app::{Msg, Notice, Tone};
use crate::report::{Entry, Event};
use crate::session::{Home, Journal};

/// Entries that may wait for the disk; where it cannot keep up, more are lost rather than waited for.
const WAITING: usize = 256;

/// The longest that the program's end waits for the disk.
const GRACE: Duration = Duration::from_secs(2);

/// Writes journals until it is told to finish.
#[derive(Debug)]
pub struct Scribe {
    entries: SyncSender<(String, Entry)>,
    done: Receiver<()>,
    /// Which run of the program this is.
    by: String,
}

impl Scribe {
    /// Writes into the journals of that home. The first time that it cannot, that is told through `answers`.
    pub fn new(home: &Home, answers: mpsc::Sender<Msg>) -> Self {
        let (entries, waiting) = sync_channel(WAITING);
        let (ended, done) = channel();
        let journal = Journal::new(home);
        thread::spawn(move || {
            write(&journal, &waiting, &answers);
            let _ = ended.send(());
        });
        Self { entries, done, by: format!("{:08x}", fastrand::u32(..)) }
    }

    /// Has written down that this happens now in that lesson.
    pub fn note(&self, lesson: &str, event: Event) {
        let at = OffsetDateTime::now_utc().format(&Rfc3339).unwrap_or_default();
        let entry = Entry { at, by: self.by.clone(), event };
        let _ = self.entries.try_send((lesson.to_owned(), entry));
    }

    /// Waits until everything is written, but not for ever.
    pub fn finish(self) {
        drop(self.entries);
        let _ = self.done.recv_timeout(GRACE);
    }
}

fn write(journal: &Journal<Entry>, waiting: &Receiver<(String, Entry)>, answers: &mpsc::Sender<Msg>) {
    let mut told = false;
    while let Ok((lesson, entry)) = waiting.recv() {
        if let Err(error) = journal.append(&lesson, &entry)
            && !std::mem::replace(&mut told, true)
        {
            let _ = answers.try_send(Msg::Notice(Notice { tone: Tone::Warning, phrase: error.phrase() }));
        }
    }
}
