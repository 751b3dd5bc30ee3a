//! Where a verb prints.

use bytes::Bytes;
use tokio::sync::mpsc;

use super::failure::Failure;
use super::{Chunk, Event, Progress, Stream};

/// The writing end of a line's events.
#[derive(Debug)]
pub struct Output {
    events: mpsc::Sender<Event>,
}

impl Output {
    /// Prints to `events`.
    pub fn new(events: mpsc::Sender<Event>) -> Self {
        Self { events }
    }

    /// Prints on standard output.
    pub async fn stdout(&self, text: impl Into<Bytes>) -> Result<(), Failure> {
        self.print(Stream::Stdout, text.into()).await
    }

    /// Prints on standard error.
    pub async fn stderr(&self, text: impl Into<Bytes>) -> Result<(), Failure> {
        self.print(Stream::Stderr, text.into()).await
    }

    /// Prints `bytes`. Waits while the reader is behind, which is what bounds a flood.
    pub async fn print(&self, stream: Stream, bytes: Bytes) -> Result<(), Failure> {
        if bytes.is_empty() {
            return Ok(());
        }
        self.send(Event::Output(Chunk { stream, bytes })).await
    }

    /// Says how far something is.
    pub async fn progress(&self, progress: Progress) -> Result<(), Failure> {
        self.send(Event::Progress(progress)).await
    }

    /// Returns once nobody reads any more.
    pub async fn closed(&self) {
        self.events.closed().await;
    }

    async fn send(&self, event: Event) -> Result<(), Failure> {
        self.events.send(event).await.map_err(|_| Failure::Unwatched)
    }
}
