//! The learner's terminal, which stays as it is: lines are edited by it. Only Ctrl-] ends a line too, so that it can come
//! back from a container at once.

use std::io::{self, IsTerminal};

use rustix::termios::{OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};

use crate::text::Size;

/// What Ctrl-] types.
pub const BRACKET: char = '\u{1d}';

/// The size that is assumed where there is no terminal.
const SIZE: Size = Size { cols: 80, rows: 24 };

/// The terminal's own way, put back when dropped.
pub struct Terminal {
    before: Option<Termios>,
}

impl Terminal {
    /// Has Ctrl-] end a line, where standard input is a terminal.
    pub fn take() -> Self {
        let before = io::stdin().is_terminal().then(|| tcgetattr(rustix::stdio::stdin()).ok()).flatten();
        if let Some(before) = &before {
            let mut now = before.clone();
            now.special_codes[SpecialCodeIndex::VEOL] = BRACKET as u8;
            // Without it Ctrl-] and Enter comes back.
            let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &now);
        }
        Self { before }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, before);
        }
    }
}

/// The size for containers' terminals.
pub fn size() -> Size {
    if !io::stdout().is_terminal() {
        return SIZE;
    }
    match crossterm::terminal::size() {
        Ok((cols, rows)) if cols > 0 && rows > 0 => Size { cols, rows },
        _ => SIZE,
    }
}

/// The columns after which lines are broken; none where they are not known.
pub fn cols() -> Option<usize> {
    let known = io::stdout().is_terminal().then(crossterm::terminal::size)?.ok()?;
    (known.0 > 0).then_some(usize::from(known.0))
}
