//! The program line by line: lines come in from standard input, what is new goes out to standard output.
//!
//! The same model and the same effects as on the screen; only who reads and who tells is another. Nothing here waits for
//! a clock: what is told follows from what happens.

mod input;
mod program;
mod terminal;

use std::io::{self, IsTerminal};
use std::sync::Arc;

use tokio::sync::mpsc;

use crate::app::{Front, Model, Notice, Tone};
use crate::engine::{Supervisor, Surroundings};
use crate::i18n::{Phrase, available};
use crate::runtime::clock::Clock;
use crate::runtime::effects::Effects;
use crate::runtime::rooms::Rooms;
use crate::runtime::setup::Setup;
use crate::runtime::signals::Signals;
use crate::ui::plain::Narrator;
use input::Input;
use program::Program;
use terminal::Terminal;

/// Messages that wait for the loop; a flood waits in the engine.
const QUEUE: usize = 64;

/// Runs the program line by line to its end and gives its exit code: 0, or that of the signal that ended it. `why` is said
/// first, where this was not asked for.
///
/// # Errors
/// Standard input or output cannot be used.
pub fn run(setup: Setup, why: Option<&Phrase>) -> io::Result<u8> {
    // Before there are threads, see `Clock::local`.
    let clock = Clock::local();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let code = runtime.block_on(start(setup, why, clock));
    // A thread may still wait for a line; it is not waited for.
    runtime.shutdown_background();
    code
}

async fn start(setup: Setup, why: Option<&Phrase>, clock: Clock) -> io::Result<u8> {
    let signals = Signals::new()?;
    let (answers, messages) = mpsc::channel(QUEUE);
    let course = Arc::new(setup.course);
    let rooms = Arc::new(Rooms::new(course.clone(), setup.home, setup.owner));
    let typed = io::stdin().is_terminal();
    let size = terminal::size();
    let mut model = Model::new(course, setup.progress, available(), setup.lang, (size.cols, size.rows));
    model.front = Front::Lines { typed };
    model.notice = setup.notice.map(|phrase| Notice { tone: Tone::Warning, phrase });
    let mut narrator = Narrator::new(terminal::cols());
    if let Some(why) = why {
        narrator.say(&setup.look.translator.say(why));
    }
    let supervisor = Arc::new(Supervisor::start(Surroundings::of_process()));
    let terminal = Terminal::take();
    let program = Program {
        model,
        narrator,
        look: setup.look,
        effects: Effects::new(answers, supervisor.clone(), rooms, clock),
        supervisor,
        input: Input::new()?,
        editor: crate::runtime::editor::of_environment().filter(|_| typed && io::stdout().is_terminal()),
        typed,
        opening: None,
        ended: false,
        accepted: false,
    };
    let code = program.run(messages, signals).await;
    drop(terminal);
    code
}
