//! Signals that ask the program to end or to stop for a while. The terminal is given back first.

use std::io;

use futures_util::FutureExt;
use rustix::process::{Signal as Raw, getpid, kill_process};
use tokio::signal::unix::{Signal, SignalKind, signal};

/// The signals of job control: what stops the program for a while, and what wakes it.
///
/// Whoever listens for them has to stop by itself, see [`stop`]; where nobody does, the system does it.
#[derive(Debug)]
pub struct Pauses {
    stop: Signal,
    wake: Signal,
}

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// The program is asked to stop (`SIGTSTP`).
    Asked,
    /// It has been woken (`SIGCONT`), also from a stop that nothing can be done about (`SIGSTOP`).
    Over,
}

impl Pauses {
    /// Takes the signals over. To be called inside the runtime.
    pub fn new() -> io::Result<Self> {
        let wake = SignalKind::from_raw(Raw::CONT.as_raw());
        Ok(Self { stop: signal(SignalKind::from_raw(Raw::TSTP.as_raw()))?, wake: signal(wake)? })
    }

    /// Waits for the next of them.
    pub async fn next(&mut self) -> Pause {
        tokio::select! {
            biased;
            _ = self.wake.recv() => Pause::Over,
            _ = self.stop.recv() => Pause::Asked,
        }
    }
}

/// Stops the whole program until it is woken.
pub fn stop() -> io::Result<()> {
    kill_process(getpid(), Raw::STOP).map_err(io::Error::from)
}

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
