//! The event loop: whatever happens becomes a message, messages change the model, the model is drawn.

use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyEventKind};
use tokio::sync::mpsc;

use super::background::{Background, Heard};
use super::clicks::Clicks;
use super::frames::Frames;
use super::handover::Request;
use super::hangup;
use super::input::Input;
use super::notes::Board;
use super::screen::{self, Screen};
use super::waited::Waited;
use super::{guard, record};
use crate::app::{self, Effect, Model, Msg};
use crate::engine::Supervisor;
use crate::i18n::phrase;
use crate::runtime::clock::Clock;
use crate::runtime::effects::Effects;
use crate::runtime::keepsake;
use crate::runtime::signals::{Pause, Pauses, Signals};
use crate::session::because;
use crate::ui::{self, Look};

/// The longest that messages are taken in before a frame may be drawn.
const SLICE: Duration = Duration::from_millis(8);

/// The terminal program while it runs.
#[derive(Debug)]
pub struct Program {
    pub(super) model: Model,
    pub(super) screen: Screen,
    pub(super) look: Look,
    /// Whether the terminal has said what it is written on.
    pub(super) background: Background,
    pub(super) effects: Effects,
    pub(super) supervisor: Arc<Supervisor>,
    pub(super) frames: Frames,
    pub(super) clicks: Clicks,
    pub(super) waited: Waited,
    /// The learner's own editor, where there is one.
    pub(super) editor: Option<String>,
    /// Shows the instructor's notes to other terminals.
    pub(super) board: Option<Board>,
    /// Tells the time.
    pub(super) clock: Clock,
    /// Where the next frame is to be written as a picture: a file, or a name of its own.
    #[expect(clippy::option_option, reason = "whether there is one, and whether it was named")]
    pub(super) shot: Option<Option<String>>,
    /// What the terminal is to be lent for.
    pub(super) lending: Option<Request>,
}

impl Program {
    /// Runs until the learner or a signal ends it, and gives the exit code.
    pub async fn run(
        mut self,
        mut answers: mpsc::Receiver<Msg>,
        mut signals: Signals,
        clock: Clock,
    ) -> io::Result<u8> {
        let mut keys = Input::new()?;
        // What the terminal became between the first look at it and now, nobody will tell.
        let (cols, rows) = crossterm::terminal::size()?;
        if (cols, rows) != self.model.size {
            self.input(Event::Resize(cols, rows))?;
        }
        let mut connection = self.supervisor.connection();
        let mut snapshot = self.supervisor.snapshot();
        let mut minute = Box::pin(clock.minute());
        let gone = hangup::watch();
        let mut pauses = Pauses::new()?;
        let mut code = 0;
        self.take(Msg::Minute(clock.text()))?;
        while !self.model.quitting {
            let (second, over) = self.waited.look(self.model.is_waiting(), Instant::now());
            if over {
                self.take(Msg::Waited(0))?;
            }
            self.draw_if_due()?;
            let second = second.map(tokio::time::Instant::from_std);
            let pause = self.frames.due(Instant::now()).map(tokio::time::Instant::from_std);
            tokio::select! {
                biased;
                signal = signals.next() => {
                    code = signal;
                    self.take(Msg::Terminate)?;
                }
                () = gone.notified() => {
                    code = hangup::CODE;
                    self.take(Msg::Terminate)?;
                }
                pause = pauses.next() => self.pause(pause)?,
                Some(event) = keys.next() => self.input(event?)?,
                Ok(()) = connection.changed() => {
                    let now = connection.borrow_and_update().clone();
                    self.take(Msg::Connection(now))?;
                }
                Ok(()) = snapshot.changed() => {
                    let now = snapshot.borrow_and_update().clone();
                    if let Some(now) = now {
                        self.take(Msg::Snapshot(now))?;
                    }
                }
                () = &mut minute => {
                    minute = Box::pin(clock.minute());
                    self.take(Msg::Minute(clock.text()))?;
                }
                () = sleep_until(pause), if pause.is_some() => continue,
                () = sleep_until(second), if second.is_some() => {
                    let seconds = self.waited.tell(Instant::now());
                    self.take(Msg::Waited(seconds))?;
                }
                Some(answer) = answers.recv() => self.take(answer)?,
            }
            self.take_ready(&mut keys, &mut answers)?;
            if let Some(request) = self.lending.take() {
                let signal;
                (keys, signal) = self.lend(request, keys, (&mut signals, &mut pauses)).await?;
                if let Some(signal) = signal {
                    code = signal;
                    self.take(Msg::Terminate)?;
                }
            }
        }
        self.effects.finish();
        Ok(code)
    }

    /// Stops until the program is woken; afterwards what stands on the terminal is somebody else's.
    fn pause(&mut self, pause: Pause) -> io::Result<()> {
        guard::pause(pause, &mut io::stdout(), self.model.mouse)?;
        self.begin_anew()
    }

    /// Draws everything again on a terminal that may have become another size.
    pub(super) fn begin_anew(&mut self) -> io::Result<()> {
        let size = crossterm::terminal::size()?;
        self.screen.resize(size)?;
        self.take(Msg::Resized(size.0, size.1))
    }

    /// Takes in what is ready without waiting: keys first, output only for as long as a frame may wait.
    fn take_ready(&mut self, keys: &mut Input, answers: &mut mpsc::Receiver<Msg>) -> io::Result<()> {
        let until = Instant::now() + SLICE;
        loop {
            while let Some(event) = keys.ready() {
                self.input(event?)?;
            }
            match answers.try_recv() {
                Ok(answer) => self.take(answer)?,
                Err(_) => return Ok(()),
            }
            if Instant::now() >= until {
                return Ok(());
            }
        }
    }

    fn input(&mut self, event: Event) -> io::Result<()> {
        match self.background.hear(event) {
            Heard::Part => Ok(()),
            Heard::Answer(light) => {
                if light.is_some_and(|light| self.look.on(light)) {
                    self.frames.want();
                }
                Ok(())
            }
            Heard::Events(events) => events.into_iter().try_for_each(|event| self.happened(event)),
        }
    }

    fn happened(&mut self, event: Event) -> io::Result<()> {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Press => {
                self.frames.answer();
                self.take(Msg::Key(key))
            }
            Event::Paste(text) => self.take(Msg::Paste(text)),
            Event::Mouse(mouse) => {
                self.take(Msg::Mouse(mouse))?;
                match self.clicks.count(mouse, Instant::now()) {
                    Some(count) => self.take(Msg::ClickedAgain(count)),
                    None => Ok(()),
                }
            }
            Event::Resize(cols, rows) => {
                self.recorded(record::resized((cols, rows)))?;
                self.screen.resize((cols, rows))?;
                self.take(Msg::Resized(cols, rows))
            }
            Event::FocusGained => self.take(Msg::Focused(true)),
            Event::FocusLost => self.take(Msg::Focused(false)),
            Event::Key(_) => Ok(()),
        }
    }

    /// Lets a message change the model, and does what follows from it.
    pub(super) fn take(&mut self, msg: Msg) -> io::Result<()> {
        let effects = app::update(&mut self.model, msg);
        self.frames.want();
        for effect in effects {
            self.perform(effect)?;
        }
        Ok(())
    }

    fn perform(&mut self, effect: Effect) -> io::Result<()> {
        match effect {
            Effect::OpenFile { generation, lesson, path } if self.editor.is_some() => {
                let editor = self.editor.clone().unwrap_or_default();
                self.lending = Some(Request { generation, lesson, path, editor });
                Ok(())
            }
            Effect::Explain(reason) => {
                self.look.speak(&self.model.lang);
                self.take(Msg::Explained(self.look.say(&reason)))
            }
            Effect::Copy(text) => screen::copy(&text),
            Effect::CopySelection => self.copy_selection(),
            Effect::Shot(file) => {
                self.shot = Some(file);
                Ok(())
            }
            Effect::Record(file) => self.record(file.as_deref()),
            Effect::StopRecording => {
                record::stop();
                self.take(Msg::Recording(Ok(None)))
            }
            Effect::Repaint => self.screen.resize(self.model.size),
            Effect::CaptureMouse(capture) => guard::capture_mouse(&mut io::stdout(), capture),
            Effect::Quit => {
                self.model.quitting = true;
                Ok(())
            }
            other => {
                self.effects.perform(other);
                Ok(())
            }
        }
    }

    /// Tells where a recording cannot go on.
    fn recorded(&mut self, written: io::Result<()>) -> io::Result<()> {
        match written {
            Ok(()) => Ok(()),
            Err(error) => {
                let path = self.model.recording.clone().unwrap_or_default();
                let reason =
                    phrase("runtime-recording-failed").with("path", path).with("detail", because(&error));
                self.take(Msg::Recording(Err(reason)))
            }
        }
    }

    /// Copies what is marked, as it is seen.
    fn copy_selection(&mut self) -> io::Result<()> {
        self.look.follow(&self.model);
        let text = ui::selected(&self.model, &self.look);
        if let Some(text) = &text {
            screen::copy(text)?;
        }
        self.take(Msg::Copied(text.map(|text| (text.lines().count(), ui::count(&text)))))
    }

    fn draw_if_due(&mut self) -> io::Result<()> {
        let now = Instant::now();
        if self.frames.due(now).is_none_or(|due| due > now) {
            return Ok(());
        }
        let Self { model, screen, look, .. } = self;
        look.follow(model);
        let mut measured = None;
        let mut picture = None;
        let shot = self.shot.take();
        screen.draw(|frame| {
            measured = Some(ui::view(frame, model, look));
            picture = shot.as_ref().map(|_| frame.buffer_mut().clone());
        })?;
        self.frames.drawn(Instant::now());
        self.recorded(record::drawn())?;
        if let Some((file, picture)) = shot.zip(picture) {
            let now = self.clock.now();
            self.effects.keep(move || keepsake::shot(&picture, file.as_deref(), now));
        }
        if let Some(board) = &self.board {
            board.show(&self.model);
        }
        // What the view found out about heights is no change that wants another frame; what it found of a word that
        // is looked for is one.
        if let Some(measured) = measured {
            if measured.found.is_some() {
                self.frames.want();
            }
            for effect in app::update(&mut self.model, Msg::Measured(measured)) {
                self.perform(effect)?;
            }
        }
        Ok(())
    }

    /// Begins to record the session.
    pub(super) fn record(&mut self, file: Option<&str>) -> io::Result<()> {
        let begun = record::begin(file, self.model.size, self.clock.now());
        if begun.is_ok() {
            // The recording begins with a whole screen.
            self.screen.resize(self.model.size)?;
        }
        self.take(Msg::Recording(begun.map(Some)))
    }
}

async fn sleep_until(deadline: Option<tokio::time::Instant>) {
    match deadline {
        Some(deadline) => tokio::time::sleep_until(deadline).await,
        None => std::future::pending().await,
    }
}
