//! Where a verb prints.

use bytes::Bytes;
use tokio::sync::mpsc;

use super::failure::Failure;
use super::{Chunk, Event, Progress, Stream};
use crate::text::with_returns;

/// The writing end of a line's events.
#[derive(Debug)]
pub struct Output {
    events: mpsc::Sender<Event>,
    /// Whether what is printed goes to a terminal that a container draws on: a new line does not begin at its left edge
    /// by itself there.
    raw: bool,
}

impl Output {
    /// Prints to `events`; whether they are shown on a terminal that a container draws on.
    pub fn new(events: mpsc::Sender<Event>, raw: bool) -> Self {
        Self { events, raw }
    }

    /// Prints on standard output.
    pub async fn stdout(&self, text: impl Into<Bytes>) -> Result<(), Failure> {
        self.print(Stream::Stdout, text.into()).await
    }

    /// Prints words of our own on standard error.
    pub async fn stderr(&self, text: impl Into<Bytes>) -> Result<(), Failure> {
        let text = text.into();
        let text = if self.raw { with_returns(&text).into() } else { text };
        self.print(Stream::Stderr, text).await
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

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn our_own_lines_begin_at_the_left_edge_of_a_containers_terminal() {
        for (raw, shown) in [(true, "a\r\nb\r\nc"), (false, "a\nb\nc")] {
            let (events, mut printed) = mpsc::channel(1);
            Output::new(events, raw).stderr("a\nb\nc").await.expect("somebody reads");
            let Some(Event::Output(chunk)) = printed.recv().await else { panic!("nothing was printed") };
            assert_eq!(chunk.bytes, shown);
        }
    }
}
