//! The line that runs now: its output becomes messages, keys go to it.

use std::time::Instant;

use bytes::{Bytes, BytesMut};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;

use crate::app::{Msg, Outcome};
use crate::docker::{Event, Input, Io};
use crate::runtime::line::Ended;
use crate::runtime::pace::Pace;
use crate::text::Size;

/// Events that wait to become messages; a flood waits in the engine.
const QUEUE: usize = 16;

/// Keys that wait to be sent; more than anybody types, less than would hurt.
const KEYS: usize = 1024;

/// The most output that one message carries.
const LARGEST: usize = 64 * 1024;

/// A running line.
#[derive(Debug)]
pub struct Running {
    /// Its generation.
    pub generation: u64,
    input: mpsc::Sender<Input>,
    task: AbortHandle,
}

impl Running {
    /// A line of that generation, which runs as `task` and takes `input`.
    pub fn new(generation: u64, input: mpsc::Sender<Input>, task: AbortHandle) -> Self {
        Self { generation, input, task }
    }

    /// Sends keys. Where the line reads none, and the queue is full, they are lost, as on any terminal.
    pub fn send(&self, input: Input) {
        let _ = self.input.try_send(input);
    }

    /// Stops looking at it. What it began in a container goes on.
    pub fn detach(self) {
        self.task.abort();
    }

    /// Whether it has ended.
    pub fn has_ended(&self) -> bool {
        self.task.is_finished()
    }
}

/// The two ends of a line's input and output, ours and its own.
pub fn ends(size: Size) -> (Io, mpsc::Sender<Input>, mpsc::Receiver<Event>) {
    let (out, events) = mpsc::channel(QUEUE);
    let (keys, input) = mpsc::channel(KEYS);
    (Io { out, input, terminal: Some(size) }, keys, events)
}

/// Turns a line's events into messages until there are no more. Output that came meanwhile goes into one message.
pub async fn pump(generation: u64, mut events: mpsc::Receiver<Event>, answers: mpsc::Sender<Msg>) {
    let mut next = None;
    let (began, mut pace) = (Instant::now(), Pace::default());
    loop {
        let event = match next.take() {
            Some(event) => event,
            None => match events.recv().await {
                Some(event) => event,
                None => return,
            },
        };
        let msg = match event {
            Event::Output(chunk) => {
                let (bytes, after) = gather(chunk.bytes, &mut events);
                next = after;
                Msg::Output(generation, bytes)
            }
            Event::Progress(progress) => {
                if let Some(speed) = pace.note(began.elapsed(), &progress)
                    && answers.send(Msg::Paced(generation, speed)).await.is_err()
                {
                    return;
                }
                Msg::Progressed(generation, progress.id, progress.action, progress.amount)
            }
            Event::Cleared => Msg::Cleared(generation),
        };
        if answers.send(msg).await.is_err() {
            return;
        }
    }
}

/// The bytes of `first` and of the output that waits behind it, and the event after those.
fn gather(first: Bytes, events: &mut mpsc::Receiver<Event>) -> (Bytes, Option<Event>) {
    let mut all: Option<BytesMut> = None;
    let mut length = first.len();
    while length < LARGEST {
        match events.try_recv() {
            Ok(Event::Output(chunk)) => {
                length += chunk.bytes.len();
                all.get_or_insert_with(|| BytesMut::from(first.as_ref())).extend_from_slice(&chunk.bytes);
            }
            Ok(other) => return (all.map_or(first, BytesMut::freeze), Some(other)),
            Err(_) => break,
        }
    }
    (all.map_or(first, BytesMut::freeze), None)
}

/// How a line ended, as the program says it.
pub fn outcome(ended: Ended) -> Outcome {
    match ended {
        Ended::Exited(code) | Ended::Short(code, _) => Outcome::Exited(code),
        Ended::Left(_) => Outcome::Detached,
        Ended::Lost(_) => Outcome::Lost,
        Ended::Refused(phrase, code) => Outcome::Refused(phrase, code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::docker::{Chunk, Stream};

    #[tokio::test]
    async fn waiting_output_is_gathered_and_order_is_kept() {
        let (out, events) = mpsc::channel(QUEUE);
        let (answers, mut messages) = mpsc::channel(QUEUE);
        for text in ["a", "b"] {
            let chunk = Chunk { stream: Stream::Stdout, bytes: Bytes::from_static(text.as_bytes()) };
            out.send(Event::Output(chunk)).await.expect("there is room");
        }
        out.send(Event::Cleared).await.expect("there is room");
        let chunk = Chunk { stream: Stream::Stderr, bytes: Bytes::from_static(b"c") };
        out.send(Event::Output(chunk)).await.expect("there is room");
        drop(out);
        pump(7, events, answers).await;
        assert!(matches!(messages.recv().await, Some(Msg::Output(7, bytes)) if &bytes[..] == b"ab"));
        assert!(matches!(messages.recv().await, Some(Msg::Cleared(7))));
        assert!(matches!(messages.recv().await, Some(Msg::Output(7, bytes)) if &bytes[..] == b"c"));
        assert!(messages.recv().await.is_none());
    }
}
