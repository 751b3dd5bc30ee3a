//! The real terminal, or pipes, around one line that runs without our screen.

use std::future::Future;
use std::io::{self, IsTerminal, Read, Write};
use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;

use super::pace::Pace;
use crate::app::Speed;
use crate::docker::{Event, Input, Io, Progress, Stream, units};
use crate::shell::Script;
use crate::shell::docker::Invocation;
use crate::text::{Amount, Size, ascii_bar, clock, truncate};

/// Events that wait to be written.
const QUEUE: usize = 16;

/// Columns of the bar.
const BAR: usize = 20;

/// Standard input, output and error of this process, for one line.
#[derive(Debug)]
pub struct Console {
    /// The terminal's size, where standard input is one.
    terminal: Option<Size>,
    /// Whether standard input goes to the line.
    forwards: bool,
    /// Whether every key goes to the line as it is.
    raw: bool,
    /// Whether standard error is a terminal, on which progress may be shown.
    shows_progress: bool,
}

impl Console {
    /// What the line needs of the terminal.
    pub fn new(script: &Script) -> io::Result<Self> {
        let forwards = script.docker().is_some_and(Invocation::takes_input);
        let stdin_is_terminal = io::stdin().is_terminal();
        let terminal = if stdin_is_terminal { Some(size()?) } else { None };
        Ok(Self {
            terminal,
            forwards,
            raw: forwards && script.wants_terminal() && stdin_is_terminal,
            shows_progress: io::stderr().is_terminal(),
        })
    }

    /// Runs a line with these as its input and output.
    pub async fn run<F, Fut, T>(self, line: F) -> io::Result<T>
    where
        F: FnOnce(Io) -> Fut,
        Fut: Future<Output = T>,
    {
        let (out, mut events) = mpsc::channel(QUEUE);
        let (keys, input) = mpsc::channel(QUEUE);
        let _raw = if self.raw { Some(RawMode::enter()?) } else { None };
        if self.forwards {
            forward_stdin(keys.clone());
        }
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        let mut hangup = signal(SignalKind::hangup())?;
        let mut resized = signal(SignalKind::window_change())?;
        let mut line = std::pin::pin!(line(Io { out, input, terminal: self.terminal }));
        let mut screen = Screen {
            progress: false,
            shows_progress: self.shows_progress,
            pace: Pace::default(),
            began: Instant::now(),
        };
        let ended = loop {
            tokio::select! {
                biased;
                Some(event) = events.recv() => screen.show(&event)?,
                ended = &mut line => break ended,
                _ = interrupt.recv() => { let _ = keys.try_send(Input::Interrupt); }
                _ = terminate.recv() => { let _ = keys.try_send(Input::Interrupt); }
                _ = hangup.recv() => { let _ = keys.try_send(Input::Interrupt); }
                _ = resized.recv() => {
                    if let Ok(size) = size() {
                        let _ = keys.try_send(Input::Resize(size));
                    }
                }
            }
        };
        // What was sent last is still in the queue.
        while let Ok(event) = events.try_recv() {
            screen.show(&event)?;
        }
        screen.clear_progress()?;
        Ok(ended)
    }
}

fn size() -> io::Result<Size> {
    let (cols, rows) = crossterm::terminal::size()?;
    Ok(Size { cols, rows })
}

/// Reads standard input on a thread of its own, as reading cannot be broken off; the thread ends with
/// the process.
fn forward_stdin(keys: mpsc::Sender<Input>) {
    std::thread::spawn(move || {
        let mut buffer = vec![0; 16 * 1024];
        loop {
            let input = match io::stdin().read(&mut buffer) {
                Ok(0) | Err(_) => Input::Eof,
                Ok(read) => Input::Bytes(Bytes::copy_from_slice(&buffer[..read])),
            };
            let last = input == Input::Eof;
            if keys.blocking_send(input).is_err() || last {
                return;
            }
        }
    });
}

/// Where events are written.
struct Screen {
    progress: bool,
    shows_progress: bool,
    pace: Pace,
    began: Instant,
}

impl Screen {
    fn show(&mut self, event: &Event) -> io::Result<()> {
        match event {
            Event::Output(chunk) => {
                self.clear_progress()?;
                match chunk.stream {
                    Stream::Stdout => write(&mut io::stdout().lock(), &chunk.bytes),
                    Stream::Stderr => write(&mut io::stderr().lock(), &chunk.bytes),
                }
            }
            Event::Progress(progress) if self.shows_progress => {
                self.progress = true;
                let speed = self.pace.note(self.began.elapsed(), progress);
                // A line that wraps would not be overwritten.
                let cols = size().map_or(80, |size| usize::from(size.cols));
                let line = line(progress, speed);
                let line = truncate(&line, cols.saturating_sub(1));
                write(&mut io::stderr().lock(), format!("\r\x1b[K{line}").as_bytes())
            }
            Event::Cleared if io::stdout().is_terminal() => {
                write(&mut io::stdout().lock(), b"\x1b[2J\x1b[3J\x1b[H")
            }
            Event::Progress(_) | Event::Cleared => Ok(()),
        }
    }

    fn clear_progress(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.progress) {
            return Ok(());
        }
        write(&mut io::stderr().lock(), b"\r\x1b[K")
    }
}

fn write(to: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    to.write_all(bytes)?;
    to.flush()
}

/// How far the work is, on one line: all of it in a bar where its size is known, how fast, and how long it still takes;
/// at last the part that moved.
fn line(progress: &Progress, speed: Option<Speed>) -> String {
    let mut parts = Vec::new();
    if let Some(Speed { done, all, per_second, left }) = speed {
        parts.push(match all.filter(|all| *all > 0) {
            Some(all) => format!("{} {}/{}", ascii_bar(done, all, BAR), amount(done), amount(all)),
            None => amount(done),
        });
        parts.push(format!("{}/s", amount(per_second)));
        parts.extend(
            left.filter(|left| *left > 0).map(|left| format!("-{}", clock(Duration::from_secs(left)))),
        );
    }
    let id = if progress.id.is_empty() { String::new() } else { format!("{}: ", progress.id) };
    let percent = match progress.amount {
        Some(Amount::Bytes(done, Some(all))) if all > 0 => {
            format!(" {}%", u128::from(done) * 100 / u128::from(all))
        }
        _ => String::new(),
    };
    parts.push(format!("{id}{}{percent}", progress.action));
    parts.join("  ").chars().filter(|char| !char.is_control()).collect()
}

fn amount(bytes: u64) -> String {
    units::size(i64::try_from(bytes).unwrap_or(i64::MAX))
}

/// Raw mode until dropped.
struct RawMode;

impl RawMode {
    fn enter() -> io::Result<Self> {
        crossterm::terminal::enable_raw_mode()?;
        Ok(Self)
    }
}

impl Drop for RawMode {
    fn drop(&mut self) {
        let _ = crossterm::terminal::disable_raw_mode();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pull_is_told_on_one_line() {
        let part =
            |amount| Progress { id: "a2ab".to_owned(), action: "Downloading\x1b[2J".to_owned(), amount };
        assert_eq!(line(&part(None), None), "a2ab: Downloading[2J");
        assert_eq!(line(&part(Some(Amount::Bytes(1, Some(4)))), None), "a2ab: Downloading[2J 25%");
        assert_eq!(line(&part(Some(Amount::Bytes(u64::MAX, Some(0)))), None), "a2ab: Downloading[2J");
        let speed = Speed { done: 5_000_000, all: Some(10_000_000), per_second: 1_000_000, left: Some(65) };
        assert_eq!(
            line(&part(None), Some(speed)),
            "[##########..........] 5MB/10MB  1MB/s  -1:05  a2ab: Downloading[2J"
        );
        let unknown = Speed { all: None, left: None, ..speed };
        assert_eq!(line(&part(None), Some(unknown)), "5MB  1MB/s  a2ab: Downloading[2J");
    }
}
