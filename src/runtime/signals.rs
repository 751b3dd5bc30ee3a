//! Signals that ask the program to end. The terminal is given back first.

use std::io;

use futures_util::FutureExt;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// The exit code of what an interrupt (Ctrl-C) ended.
pub const INTERRUPTED: u8 = 130;

/// The signals that end the program.
#[derive(Debug)]
pub struct Signals {
    terminate: Signal,
    hangup: Signal,
    interrupt: Signal,
}

impl Signals {
    /// Takes the signals over. To be called inside the runtime.
    pub fn new() -> io::Result<Self> {
        Ok(Self {
            terminate: signal(SignalKind::terminate())?,
            hangup: signal(SignalKind::hangup())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    /// Forgets an interrupt that has come and was not waited for: one at the terminal goes to whatever runs
    /// there, and while that is another program it is meant for that one.
    pub async fn forget_interrupt(&mut self) {
        // A signal that the process has got already is told to its streams when the runtime looks next.
        tokio::task::yield_now().await;
        while self.interrupt.recv().now_or_never().flatten().is_some() {}
    }

    /// Waits for one of them and gives the exit code that a shell shows for it (128 and its number).
    pub async fn next(&mut self) -> u8 {
        let kind = tokio::select! {
            _ = self.terminate.recv() => SignalKind::terminate(),
            _ = self.hangup.recv() => SignalKind::hangup(),
            _ = self.interrupt.recv() => SignalKind::interrupt(),
        };
        u8::try_from(128 + kind.as_raw_value()).unwrap_or(u8::MAX)
    }
}
