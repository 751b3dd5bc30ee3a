//! What the learner does at the terminal, read on a thread of its own.
//!
//! crossterm reads the terminal while its stream is polled, and does not come back from there when the
//! terminal is gone; besides, it wakes only whoever asked first. On a thread of its own neither can
//! keep the event loop from a signal or a key.

use std::io;
use std::thread;

use crossterm::event::{Event, EventStream};
use futures_util::StreamExt;
use tokio::sync::{mpsc, oneshot};

use super::join::{Joiner, PATIENCE};

/// Events that may wait before the terminal itself has to.
const QUEUE: usize = 256;

/// The terminal's events. Reading stops when this is dropped.
#[derive(Debug)]
pub struct Input {
    events: mpsc::Receiver<io::Result<Event>>,
    reading: oneshot::Sender<()>,
    thread: thread::JoinHandle<()>,
}

impl Input {
    /// Begins to read. From now on a change of the terminal's size is told, so whoever has asked for the
    /// size before has to ask again.
    pub fn new() -> io::Result<Self> {
        // Made here and not on the thread: this is what begins to listen for the terminal's size.
        let stream = EventStream::new();
        let (sender, events) = mpsc::channel(QUEUE);
        let (reading, stopped) = oneshot::channel();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
        let thread = thread::Builder::new()
            .name("input".into())
            .spawn(move || runtime.block_on(read(stream, sender, stopped)))?;
        Ok(Self { events, reading, thread })
    }

    /// Stops reading, and waits until nothing reads any more. What was typed and not taken in is lost.
    pub fn stop(self) {
        let Self { events, reading, thread } = self;
        drop((events, reading));
        let _ = thread.join();
    }

    /// Waits for the next event; none when the terminal is gone.
    pub async fn next(&mut self) -> Option<io::Result<Event>> {
        self.events.recv().await
    }

    /// The next event, if it is there already.
    pub fn ready(&mut self) -> Option<io::Result<Event>> {
        self.events.try_recv().ok()
    }
}

async fn read(
    mut events: EventStream,
    sender: mpsc::Sender<io::Result<Event>>,
    mut stopped: oneshot::Receiver<()>,
) {
    let mut joiner = Joiner::default();
    loop {
        // Nothing is waited for but after an Esc.
        let over = async {
            if joiner.waits() { tokio::time::sleep(PATIENCE).await } else { std::future::pending().await }
        };
        let happened = tokio::select! {
            biased;
            _ = &mut stopped => return,
            event = events.next() => match event {
                Some(Ok(event)) => joiner.take(event).into_iter().map(Ok).collect(),
                Some(Err(error)) => vec![Err(error)],
                None => return,
            },
            () = over => joiner.give_up().into_iter().map(Ok).collect(),
        };
        for event in happened {
            if sender.send(event).await.is_err() {
                return;
            }
        }
    }
}
