//! The terminal program: takes the terminal, runs the event loop, gives the terminal back.

mod background;
mod clicks;
mod frames;
mod guard;
mod handover;
mod hangup;
mod input;
mod join;
mod notes;
mod program;
mod record;
mod screen;
mod waited;

use std::io;
use std::sync::Arc;

use tokio::sync::mpsc;

use super::clock::Clock;
use super::effects::Effects;
use super::rooms::Rooms;
use super::setup::Setup;
use super::signals::Signals;
use crate::app::{Model, Msg, Notice, Tone};
use crate::engine::{Supervisor, Surroundings};
use crate::i18n::{available, phrase};
use crate::session::because;
use background::Background;
use clicks::Clicks;
use frames::Frames;
use notes::Board;
pub use notes::follow;
use program::Program;
use screen::Screen;
use waited::Waited;

/// Messages that wait for the loop; a flood waits in the engine.
const QUEUE: usize = 64;

/// Runs the terminal program to its end and gives its exit code: 0, or that of the signal that ended it.
///
/// # Errors
/// The terminal cannot be used; it has been given back all the same.
pub fn run(setup: Setup) -> io::Result<u8> {
    // Before there are threads, see `Clock::local`.
    let clock = Clock::local();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let code = runtime.block_on(start(setup, clock));
    // Nothing that is still under way may keep the learner waiting.
    runtime.shutdown_background();
    code
}

async fn start(setup: Setup, clock: Clock) -> io::Result<u8> {
    let signals = Signals::new()?;
    let (answers, messages) = mpsc::channel(QUEUE);
    let course = Arc::new(setup.course);
    let board = setup.teaching.map(|_| Board::new(&setup.home));
    let rooms = Arc::new(Rooms::new(course.clone(), setup.home, setup.owner));
    let size = crossterm::terminal::size()?;
    let mut model = Model::new(course, setup.progress, available(), setup.lang, size);
    model.notice = setup.notice.map(|phrase| Notice { tone: Tone::Warning, phrase });
    let board = board.and_then(|board| {
        let said = match board {
            Ok(Some(board)) => return Some(board),
            Ok(None) => phrase("teach-another"),
            Err(error) => phrase("teach-no-board").with("detail", because(&error)),
        };
        model.notice = Some(Notice { tone: Tone::Warning, phrase: said });
        None
    });
    model.teach = setup.teaching.map(|_| Box::default());
    if let Some(lesson) = setup.teaching.and_then(|teaching| teaching.lesson) {
        let _ = answers.try_send(Msg::OpenLesson(lesson));
    }
    model.mouse = guard::wants_mouse();
    let guard = guard::Guard::take(&mut io::stdout(), model.mouse)?;
    let term = std::env::var("TERM").ok();
    let asks = setup.look.asks_for_background() && Background::may_be_asked(term.as_deref());
    let background = if asks { Background::ask(&mut io::stdout())? } else { Background::default() };
    let supervisor = Arc::new(Supervisor::start(Surroundings::of_process()));
    let mut program = Program {
        clock,
        shot: None,
        model,
        screen: Screen::new(size)?,
        look: setup.look,
        background,
        effects: Effects::new(answers, supervisor.clone(), rooms, clock),
        supervisor,
        frames: Frames::default(),
        clicks: Clicks::default(),
        waited: Waited::default(),
        editor: crate::runtime::editor::of_environment(),
        lending: None,
        board,
    };
    if let Some(file) = &setup.record {
        program.record(Some(file))?;
    }
    let code = program.run(messages, signals, clock).await;
    drop(guard);
    // Where the terminal is gone, so is what was being written to it.
    if code.is_err() && hangup::is_gone() { Ok(hangup::CODE) } else { code }
}
