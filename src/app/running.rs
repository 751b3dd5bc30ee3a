//! The line that runs: how, how far it has come, what it has printed.

use std::collections::BTreeMap;

use crate::check::Watch;
use crate::text::{Amount, Terminal};

/// The line that runs now.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent of one another")]
pub struct Running {
    /// Its generation.
    pub generation: u64,
    /// The line.
    pub line: String,
    /// The task it stands for, where it is one.
    pub task: Option<usize>,
    /// Whether it runs on a terminal (`-t`): keys go to the container.
    pub terminal: bool,
    /// Whether it takes input (`-i`).
    pub interactive: bool,
    /// Its own output since it began, for the check.
    pub capture: Terminal,
    /// What moves: id → what is done, bytes done and in all.
    pub progress: BTreeMap<String, Moved>,
    /// How fast that is, once it can be told.
    pub speed: Option<Speed>,
    /// Whether an interrupt was sent.
    pub interrupted: bool,
    /// Whether keys go to the container now: true on a terminal until Ctrl-] comes back to the prompt.
    pub attached: bool,
    /// Pasted text that is to go there once it is confirmed.
    pub pasted: Option<String>,
    /// Whether a mouse button went down there and has not come up.
    pub held: bool,
    /// Whether we are about to stop looking at it.
    pub detaching: bool,
    /// Bytes that went into `capture`; beyond a limit no more do.
    pub captured: usize,
    /// Whether more was printed than that.
    pub cut: bool,
    /// Whether its output is a terminal's own, with newlines that go down only.
    pub raw: bool,
    /// Whether what it does goes on in the engine when it is left.
    pub goes_on: bool,
    /// Where the task is to be interrupted: whether that is due, for `/solve`.
    pub watch: Option<Watch>,
    /// Lines of `capture` that `watch` has seen.
    pub watched: usize,
}

impl Running {
    /// Whether it may be a shell or the like: it takes input on a terminal, and no task says that an interrupt ends it.
    pub fn may_be_shell(&self) -> bool {
        self.terminal && self.interactive && self.watch.is_none()
    }
}

/// How fast a download is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speed {
    /// Bytes that are here.
    pub done: u64,
    /// Bytes in all, once that is known.
    pub all: Option<u64>,
    /// Bytes in a second.
    pub per_second: u64,
    /// Seconds until all of it is here, where that can be told.
    pub left: Option<u64>,
}

/// How far a piece of work has come: what is done, and how much of it where the engine knows.
pub type Moved = (String, Option<Amount>);
