//! The terminal is lent to the learner's own editor, whole, and taken back whole.

use std::io;
use std::pin::pin;

use super::guard;
use super::input::Input;
use super::program::Program;
use crate::app::Msg;
use crate::runtime::editor;
use crate::runtime::effects::files;
use crate::runtime::signals::{Pause, Pauses, Signals, stop};

/// A file that is to be opened in an editor of the learner's own.
#[derive(Debug)]
pub struct Request {
    /// Answered with this.
    pub generation: u64,
    /// Index into the course.
    pub lesson: usize,
    /// As typed.
    pub path: String,
    /// The editor, as a command line.
    pub editor: String,
}

impl Program {
    /// Lends the terminal until the editor is left; gives the terminal's input again, and the exit code of a signal
    /// that came meanwhile.
    pub(super) async fn lend(
        &mut self,
        request: Request,
        keys: Input,
        (signals, pauses): (&mut Signals, &mut Pauses),
    ) -> io::Result<(Input, Option<u8>)> {
        let Request { generation, lesson, path, editor } = request;
        let file = match files::locate(self.effects.rooms(), lesson, &path) {
            Ok(file) => file,
            Err(reason) => {
                self.take(Msg::FileOpened(generation, Err(reason)))?;
                return Ok((keys, None));
            }
        };
        // Nobody but the editor may read from the terminal now.
        keys.stop();
        guard::give_back();
        let (result, code) = beside(pauses, editor::run(&editor, &file, signals)).await;
        guard::take_again(&mut io::stdout(), self.model.mouse)?;
        let keys = Input::new()?;
        self.begin_anew()?;
        self.take(Msg::FileOpened(generation, result))?;
        Ok((keys, code))
    }
}

/// Waits for work on another program's terminal. A program that stops there stops its whole group, so that the shell has
/// the terminal: we stop with it.
async fn beside<T>(pauses: &mut Pauses, work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        tokio::select! {
            done = &mut work => return done,
            pause = pauses.next() => {
                if pause == Pause::Asked && let Err(error) = stop() {
                    tracing::warn!("cannot stop: {error}");
                }
            }
        }
    }
}
