//! The real terminal, or pipes, around one line that runs without our screen.

use std::future::Future;
use std::io::{self, IsTerminal, Read, Write};
use std::time::Instant;

use bytes::Bytes;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;

use super::pace::Pace;
use crate::app::Speed;
use crate::docker::{Event, Input, Io, Progress, Stream, units};
use crate::shell::Script;
use crate::shell::docker::Invocation;
use crate::text::Size;

/// Events that wait to be written.
const QUEUE: usize = 16;

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
                write(&mut io::stderr().lock(), format!("\r\x1b[K{}", line(progress, speed)).as_bytes())
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

/// How far a piece of work is, on one line.
fn line(progress: &Progress, speed: Option<Speed>) -> String {
    let id = if progress.id.is_empty() { String::new() } else { format!("{}: ", progress.id) };
    let bytes = match progress.bytes {
        Some((done, Some(all))) if all > 0 => format!(" {}%", done.saturating_mul(100) / all),
        _ => String::new(),
    };
    let speed = speed.map_or_else(String::new, |speed| {
        format!("  {}/s", units::size(i64::try_from(speed.per_second).unwrap_or(i64::MAX)))
    });
    let text = format!("{id}{}{bytes}{speed}", progress.action);
    text.chars().filter(|char| !char.is_control()).collect()
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
