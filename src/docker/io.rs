//! How a running line talks to whoever shows it: output one way, keys the other.

use bytes::Bytes;
use tokio::sync::mpsc;

use crate::text::{Amount, Size};

/// Which stream a piece of output came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stream {
    /// Standard output; also everything from a terminal.
    Stdout,
    /// Standard error.
    Stderr,
}

/// A piece of output, cut anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Where it came from.
    pub stream: Stream,
    /// What was printed.
    pub bytes: Bytes,
}

/// How far a long piece of work is: a layer of a pull.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// What moves, `a2abf6c4d29d`; empty for the whole.
    pub id: String,
    /// What is being done, as the engine says it: `Downloading`.
    pub action: String,
    /// How much of it is done, where the engine knows.
    pub amount: Option<Amount>,
}

/// What a running line sends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// Something was printed.
    Output(Chunk),
    /// Something moved on. No part of the output that a check compares.
    Progress(Progress),
    /// `clear`: what was printed before is to go.
    Cleared,
}

/// What a running line is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Keys or pasted text, for the container's terminal or standard input.
    Bytes(Bytes),
    /// The terminal has another size.
    Resize(Size),
    /// Ctrl-C. On a terminal it is the byte 0x03 to the container; elsewhere it ends our part:
    /// `run` without `-t` signals the container as docker does, `logs -f` and `exec` leave.
    Interrupt,
    /// No more input will come.
    Eof,
}

/// The two ends that a running line holds.
#[derive(Debug)]
pub struct Io {
    /// Output. A closed receiver means that nobody looks any more: end quietly.
    pub out: mpsc::Sender<Event>,
    /// Input.
    pub input: mpsc::Receiver<Input>,
    /// The terminal's size where the line runs on one; `-t` is refused without.
    pub terminal: Option<Size>,
}
