//! The terminal program: takes the terminal, runs the event loop, gives the terminal back.

mod clicks;
pub(in crate::runtime) mod clock;
pub(in crate::runtime) mod effects;
mod frames;
mod guard;
mod handover;
mod hangup;
mod input;
mod keepsake;
mod notes;
mod program;
mod record;
pub(in crate::runtime) mod rooms;
mod screen;

use std::io;
use std::sync::Arc;

use tokio::sync::mpsc;

use crate::app::{Model, Msg, Notice, Progress, Tone};
use crate::engine::{Supervisor, Surroundings};
use crate::i18n::{Lang, Phrase, available, phrase};
use crate::lesson::Course;
use crate::runtime::signals::Signals;
use crate::session::Home;
use crate::ui::Look;
use clicks::Clicks;
use clock::Clock;
use effects::Effects;
use frames::Frames;
use notes::Board;
pub use notes::follow;
use program::Program;
use rooms::Rooms;
use screen::Screen;

/// Messages that wait for the loop; a flood waits in the engine.
const QUEUE: usize = 64;

/// What the program starts with.
#[derive(Debug)]
pub struct Setup {
    /// The lessons.
    pub course: Course,
    /// What is kept from the last time.
    pub progress: Progress,
    /// What the learner is to be told first.
    pub notice: Option<Phrase>,
    /// Where everything is kept.
    pub home: Home,
    /// Whose the things are that are made.
    pub owner: String,
    /// The language to begin with.
    pub lang: Lang,
    /// Colours and signs.
    pub look: Look,
    /// The file into which the session is to be recorded from the beginning.
    pub record: Option<String>,
    /// What is different for whoever teaches; none in the normal program.
    pub teaching: Option<Teaching>,
}

/// What is different for whoever teaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Teaching {
    /// The lesson to begin with: index into the course.
    pub lesson: Option<usize>,
}

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
            Err(error) => phrase("teach-no-board").with("detail", error.to_string()),
        };
        model.notice = Some(Notice { tone: Tone::Warning, phrase: said });
        None
    });
    model.teach = setup.teaching.map(|_| Box::default());
    if let Some(lesson) = setup.teaching.and_then(|teaching| teaching.lesson) {
        let _ = answers.try_send(Msg::OpenLesson(lesson));
    }
    let guard = guard::Guard::take(&mut io::stdout())?;
    let supervisor = Arc::new(Supervisor::start(Surroundings::of_process()));
    let mut program = Program {
        clock,
        shot: None,
        model,
        screen: Screen::new(size)?,
        look: setup.look,
        effects: Effects::new(answers, supervisor.clone(), rooms, clock),
        supervisor,
        frames: Frames::default(),
        clicks: Clicks::default(),
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
