//! The event loop: lines and whatever else happens become messages, messages change the model, what is new is printed.

use std::io::{self, Write};
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::mpsc;

use super::input::Input;
use super::terminal::{self, BRACKET};
use crate::app::{self, Effect, Model, Msg};
use crate::engine::Supervisor;
use crate::i18n::phrase;
use crate::runtime::editor;
use crate::runtime::effects::{Effects, files};
use crate::runtime::signals::{INTERRUPTED, Signals};
use crate::ui::Look;
use crate::ui::plain::Narrator;

/// The program while it runs.
#[derive(Debug)]
pub struct Program {
    pub(super) model: Model,
    pub(super) narrator: Narrator,
    pub(super) look: Look,
    pub(super) effects: Effects,
    pub(super) supervisor: Arc<Supervisor>,
    pub(super) input: Input,
    /// The learner's own editor, where there is one and a terminal for it.
    pub(super) editor: Option<String>,
    /// Whether somebody types at a terminal.
    pub(super) typed: bool,
    /// A file that is to be opened.
    pub(super) opening: Option<Request>,
    /// Whether there is no more input.
    pub(super) ended: bool,
    /// Whether the line that was read last was empty, and so did what was offered.
    pub(super) accepted: bool,
}

/// A file that is to be opened in an editor.
#[derive(Debug)]
pub struct Request {
    generation: u64,
    lesson: usize,
    path: String,
}

impl Program {
    /// Runs until the learner, the end of the input or a signal ends it, and gives the exit code.
    pub async fn run(mut self, mut answers: mpsc::Receiver<Msg>, mut signals: Signals) -> io::Result<u8> {
        let mut resized = signal(SignalKind::window_change())?;
        let mut connection = self.supervisor.connection();
        let mut snapshot = self.supervisor.snapshot();
        let mut pending = self.effects.pending();
        let mut code = 0;
        let (cols, rows) = self.model.size;
        self.take(Msg::Resized(cols, rows));
        self.print()?;
        while !self.model.quitting {
            if self.may_read(&answers) {
                self.input.want();
            }
            tokio::select! {
                biased;
                signal = signals.next() => match signal {
                    INTERRUPTED if self.typed || self.model.running.is_some() => self.interrupt(),
                    signal => {
                        code = signal;
                        self.take(Msg::Terminate);
                    }
                },
                _ = resized.recv() => {
                    let size = terminal::size();
                    self.narrator.resize(terminal::cols(), size);
                    self.take(Msg::Resized(size.cols, size.rows));
                }
                line = self.input.next(), if self.input.is_waiting() => self.read(line?),
                Ok(()) = connection.changed() => {
                    let now = connection.borrow_and_update().clone();
                    self.take(Msg::Connection(now));
                }
                Ok(()) = snapshot.changed() => {
                    let now = snapshot.borrow_and_update().clone();
                    if let Some(now) = now {
                        self.take(Msg::Snapshot(now));
                    }
                }
                Some(answer) = answers.recv() => self.take(answer),
                Ok(()) = pending.changed() => {}
            }
            self.print()?;
            if let Some(request) = self.opening.take() {
                if let Some(signal) = self.open(request, &mut signals).await {
                    code = signal;
                    self.take(Msg::Terminate);
                }
                self.print()?;
            }
            if self.ended && self.is_done(&answers) && !self.model.quitting {
                self.take(Msg::Terminate);
            }
        }
        self.effects.finish();
        self.narrator.leave();
        self.print()?;
        Ok(code)
    }

    /// Whether a line may be read now. Lines from a pipe wait until what the one before asked for has been done; a line that
    /// runs may want them too, unless it is the lesson's own: then they are meant for what follows it.
    fn may_read(&self, answers: &mpsc::Receiver<Msg>) -> bool {
        if self.ended {
            return false;
        }
        let takes_input =
            |running: &app::Running| running.interactive && running.watch.is_none() && !self.accepted;
        self.typed || self.is_done(answers) || self.model.running.as_ref().is_some_and(takes_input)
    }

    /// Whether all that was asked for has been done, answered and told.
    fn is_done(&self, answers: &mpsc::Receiver<Msg>) -> bool {
        Narrator::is_settled(&self.model) && *self.effects.pending().borrow() == 0 && answers.is_empty()
    }

    fn read(&mut self, line: Option<String>) {
        let Some(line) = line else { return self.end() };
        self.accepted = line.trim().is_empty();
        match line.split_once(BRACKET) {
            Some((_, rest)) if self.typed => {
                self.narrator.read(rest, true);
                self.take(Msg::Key(KeyEvent::new(KeyCode::Char(']'), KeyModifiers::CONTROL)));
            }
            _ => {
                self.narrator.read(&line, self.typed);
                self.take(Msg::Line(line));
            }
        }
    }

    /// The end of the input: at a terminal that is Ctrl-D; a pipe has no more to say, and what runs is waited for.
    fn end(&mut self) {
        if self.typed {
            self.narrator.read("", false);
        } else {
            self.ended = true;
            if self.model.running.is_none() {
                return;
            }
        }
        self.take(Msg::Key(KeyEvent::new(KeyCode::Char('d'), KeyModifiers::CONTROL)));
    }

    fn interrupt(&mut self) {
        self.narrator.read("", false);
        self.take(Msg::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL)));
    }

    /// Lets a message change the model, and does what follows from it.
    fn take(&mut self, msg: Msg) {
        if let Msg::Output(generation, bytes) = &msg
            && self.model.running.as_ref().is_some_and(|running| running.generation == *generation)
        {
            self.narrator.output(bytes);
        }
        for effect in app::update(&mut self.model, msg) {
            match effect {
                Effect::OpenFile { generation, lesson, path } => {
                    self.opening = Some(Request { generation, lesson, path });
                }
                Effect::Quit => self.model.quitting = true,
                other => self.effects.perform(other),
            }
        }
        self.look.speak(&self.model.lang);
        self.narrator.tell(&self.model, &self.look);
    }

    fn print(&mut self) -> io::Result<()> {
        let text = self.narrator.take();
        if text.is_empty() {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Has a file edited, or says how that can be done; gives the exit code of a signal that came meanwhile.
    async fn open(&mut self, request: Request, signals: &mut Signals) -> Option<u8> {
        let Request { generation, lesson, path } = request;
        let file = match files::locate(self.effects.rooms(), lesson, &path) {
            Ok(file) => file,
            Err(reason) => {
                self.take(Msg::FileOpened(generation, Err(reason)));
                return None;
            }
        };
        let (opened, signal) = if let Some(editor) = &self.editor {
            editor::run(editor, &file, signals).await
        } else {
            let nowhere =
                phrase("plain-no-editor").with("path", path).with("file", file.display().to_string());
            (Err(nowhere), None)
        };
        self.take(Msg::FileOpened(generation, opened));
        signal
    }
}
