//! One task is played: its line runs on a terminal in memory, and is interrupted when the lesson says so.

use std::time::{Duration, Instant};

use bytes::Bytes;
use tokio::sync::mpsc;

use super::report::TaskReport;
use crate::check::{Progress, TaskRun, Watch};
use crate::docker::{Event, Input, Io};
use crate::lesson::{Expected, Line, Values};
use crate::runtime::line::{self, Ended, LineContext};
use crate::text::{Size, Terminal};

/// The terminal that every player has: what a lesson's author may count on.
pub const SIZE: Size = Size { cols: 80, rows: 24 };

/// Events that wait to be taken in.
const QUEUE: usize = 64;

/// How long a line may still take after an interrupt that we sent because its time was up.
const GRACE: Duration = Duration::from_secs(5);

/// Lines after which a line that goes on for ever is interrupted.
const ENOUGH: usize = 3;

/// How long a line that goes on for ever may be silent before it is interrupted.
const QUIET: Duration = Duration::from_secs(2);

/// What a task is played with.
#[derive(Debug, Clone, Copy)]
pub struct Play<'a> {
    /// The line, values put in.
    pub line: &'a str,
    /// What it should print; alternatives.
    pub expected: &'a [Expected],
    /// The lesson's values.
    pub values: &'a Values,
    /// The longest that it may take.
    pub limit: Duration,
    /// Whether it is interrupted in any case, as by somebody who has seen enough: after [`ENOUGH`] lines, or when
    /// nothing has come for [`QUIET`].
    pub interrupt: bool,
}

impl Play<'_> {
    /// Plays the task to its end.
    pub async fn run(&self, context: &LineContext<'_>) -> TaskReport {
        let began = Instant::now();
        let (out, mut events) = mpsc::channel(QUEUE);
        let (keys, input) = mpsc::channel(QUEUE);
        let mut running =
            std::pin::pin!(line::run(context, self.line, Io { out, input, terminal: Some(SIZE) }));
        let mut deadline = std::pin::pin!(tokio::time::sleep(self.limit));
        let mut quiet = std::pin::pin!(tokio::time::sleep(QUIET));
        let mut capture = Capture::new(self.expected, self.values);
        let mut timed_out = false;
        let ended = loop {
            tokio::select! {
                biased;
                Some(event) = events.recv() => {
                    if capture.take(&event) || self.interrupt && capture.leave_after(ENOUGH) {
                        let _ = keys.try_send(Input::Interrupt);
                    }
                    quiet.as_mut().reset(tokio::time::Instant::now() + QUIET);
                    let replies = capture.terminal.take_replies();
                    if !replies.is_empty() {
                        let _ = keys.try_send(Input::Bytes(Bytes::from(replies)));
                    }
                }
                ended = &mut running => break Some(ended),
                () = &mut quiet, if self.interrupt && !capture.interrupted => {
                    capture.leave();
                    let _ = keys.try_send(Input::Interrupt);
                }
                () = &mut deadline => {
                    if timed_out {
                        break None;
                    }
                    timed_out = true;
                    let _ = keys.try_send(Input::Interrupt);
                    deadline.as_mut().reset(tokio::time::Instant::now() + GRACE);
                }
            }
        };
        while let Ok(event) = events.try_recv() {
            capture.take(&event);
        }
        self.report(&capture, ended, timed_out, began.elapsed())
    }

    fn report(
        &self,
        capture: &Capture,
        ended: Option<Ended>,
        timed_out: bool,
        elapsed: Duration,
    ) -> TaskReport {
        let (exit, refused) = match ended {
            Some(Ended::Exited(code) | Ended::Left(code) | Ended::Lost(code)) => (Some(code), None),
            Some(Ended::Short(code, phrase) | Ended::Refused(phrase, code)) => (Some(code), Some(phrase)),
            None => (None, None),
        };
        let lines = capture.terminal.logical_lines();
        let run = TaskRun { lines, exit, interrupted: capture.interrupted };
        TaskReport { line: self.line.to_owned(), run, refused, timed_out, elapsed }
    }
}

/// What a running task has printed.
struct Capture {
    terminal: Terminal,
    /// Follows the output where an interrupt is to be sent.
    watch: Option<Watch>,
    /// Lines that `watch` has seen.
    seen: usize,
    interrupted: bool,
}

impl Capture {
    fn new(expected: &[Expected], values: &Values) -> Self {
        let waits = expected.iter().any(|expected| expected.lines.contains(&Line::Interrupt));
        Self {
            terminal: Terminal::new(SIZE),
            watch: waits.then(|| Watch::new(expected, values)),
            seen: 0,
            interrupted: false,
        }
    }

    /// Takes in what happened; says whether the interrupt is to be sent now.
    fn take(&mut self, event: &Event) -> bool {
        match event {
            Event::Output(chunk) => {
                self.terminal.feed_lines(&chunk.bytes);
                chunk.bytes.contains(&b'\n') && self.is_interrupt_due()
            }
            Event::Cleared => {
                self.terminal.clear();
                self.seen = 0;
                false
            }
            Event::Progress(_) => false,
        }
    }

    /// Says whether so many lines have come that the interrupt is to be sent now.
    fn leave_after(&mut self, lines: usize) -> bool {
        let enough = !self.interrupted && self.whole(&self.terminal.logical_lines()) >= lines;
        if enough {
            self.leave();
        }
        enough
    }

    /// Notes that the interrupt is sent, whatever was expected.
    fn leave(&mut self) {
        if let Some(watch) = &mut self.watch {
            watch.interrupted();
        }
        self.interrupted = true;
    }

    /// How many of the lines are whole: the one in which the cursor stands may still change.
    fn whole(&self, lines: &[String]) -> usize {
        lines.len().saturating_sub(usize::from(self.terminal.cursor().col > 0))
    }

    fn is_interrupt_due(&mut self) -> bool {
        let lines = self.terminal.logical_lines();
        let whole = self.whole(&lines);
        let Some(watch) = &mut self.watch else { return false };
        for line in lines.iter().take(whole).skip(self.seen) {
            watch.line(line);
        }
        self.seen = self.seen.max(whole);
        if watch.progress() != Progress::InterruptNow {
            return false;
        }
        watch.interrupted();
        self.interrupted = true;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::docker::{Chunk, Stream};

    fn output(text: &'static str) -> Event {
        Event::Output(Chunk { stream: Stream::Stdout, bytes: Bytes::from_static(text.as_bytes()) })
    }

    #[test]
    fn the_interrupt_is_due_once_all_before_it_has_come_whole() {
        let expected = [Expected::from_text("one\ntwo\n^C\n...").expect("it is well written")];
        let mut capture = Capture::new(&expected, &Values::default());
        assert!(!capture.take(&output("one\r\ntw")));
        assert!(!capture.take(&output("o")));
        assert!(capture.take(&output("\r\n")));
        assert!(!capture.take(&output("three\r\n")), "it is sent once");
        assert!(capture.interrupted);
    }

    #[test]
    fn who_has_seen_enough_leaves_once() {
        let mut capture = Capture::new(&[], &Values::default());
        assert!(!capture.take(&output("one\r\ntwo\r\nthr")));
        assert!(!capture.leave_after(ENOUGH));
        assert!(!capture.take(&output("ee\r\n")));
        assert!(capture.leave_after(ENOUGH));
        assert!(!capture.leave_after(ENOUGH), "it is sent once");
    }

    #[test]
    fn nothing_is_interrupted_that_need_not_be() {
        let expected = [Expected::from_text("one").expect("it is well written")];
        let mut capture = Capture::new(&expected, &Values::default());
        assert!(!capture.take(&output("one\n")));
        assert!(!capture.interrupted);
    }
}
