//! The real terminal as something to draw on.

use std::io::{self, BufWriter, Stdout};

use crossterm::clipboard::CopyToClipboard;
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use super::record::Tee;

/// Bytes that a frame may take before they are written: a whole frame of a large terminal.
const BUFFER: usize = 64 * 1024;

/// Draws frames on standard output.
#[derive(Debug)]
pub struct Screen {
    terminal: Terminal<CrosstermBackend<BufWriter<Tee<Stdout>>>>,
}

impl Screen {
    /// The screen of the terminal, which the guard has taken and which has that many columns and rows.
    ///
    /// Its size is the model's and follows it alone: what is laid out for one size is never drawn on another.
    pub fn new((cols, rows): (u16, u16)) -> io::Result<Self> {
        let backend = CrosstermBackend::new(BufWriter::with_capacity(BUFFER, Tee(io::stdout())));
        let viewport = Viewport::Fixed(Rect::new(0, 0, cols, rows));
        Ok(Self { terminal: Terminal::with_options(backend, TerminalOptions { viewport })? })
    }

    /// Draws one frame. A terminal that knows synchronized updates shows it in one piece.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        self.terminal.draw(view)?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Takes another size. Everything is drawn anew, as terminals do what they like to their old content.
    pub fn resize(&mut self, (cols, rows): (u16, u16)) -> io::Result<()> {
        self.terminal.resize(Rect::new(0, 0, cols, rows))
    }
}

/// Puts text on the terminal's clipboard, where the terminal allows it (OSC 52). Past the frames, and so past a recording.
pub fn copy(text: &str) -> io::Result<()> {
    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
}
