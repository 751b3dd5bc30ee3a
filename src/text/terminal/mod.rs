//! A terminal in memory: bytes in, cells and logical lines out.

mod cell;
mod filter;
mod guard;
mod lines;
mod palette;
mod pieces;

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use alacritty_terminal::Term;
use alacritty_terminal::event::{Event, EventListener};
use alacritty_terminal::grid::{Dimensions, Grid};
use alacritty_terminal::index::Line;
use alacritty_terminal::term::cell::Cell as GridCell;
use alacritty_terminal::term::{Config, Osc52, TermMode};
use alacritty_terminal::vte::ansi::{Processor, Timeout};

pub use cell::{Cell, CellStyle, Color};
pub use pieces::Piece;

use super::{KeyModes, MouseModes, MouseReport};
use filter::Filter;
use guard::Guard;

/// A terminal's size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Size {
    /// Columns, at least 2.
    pub cols: u16,
    /// Rows, at least 1.
    pub rows: u16,
}

impl Size {
    /// The size with at least the columns and rows that an emulator needs.
    fn clamped(self) -> Self {
        Self { cols: self.cols.max(2), rows: self.rows.max(1) }
    }
}

impl Dimensions for Size {
    fn total_lines(&self) -> usize {
        self.screen_lines()
    }

    fn screen_lines(&self) -> usize {
        usize::from(self.rows)
    }

    fn columns(&self) -> usize {
        usize::from(self.cols)
    }
}

/// Rows of scrollback, unless a terminal is so wide that [`MAX_CELLS`] comes first.
const SCROLLBACK: usize = 10_000;

/// Cells of scrollback: at 24 bytes each, 19 MB.
const MAX_CELLS: usize = 800_000;

/// Bytes of answers that wait to be sent; a container that asks without reading gets no more.
const MAX_REPLIES: usize = 4096;

/// An emulated terminal with scrollback.
///
/// Rows are numbered from the oldest one of the scrollback, so `row(total_rows() - 1)` is the last of
/// the screen.
pub struct Terminal {
    term: Term<Replies>,
    processor: Processor<NoTimeout>,
    filter: Filter,
    replies: Replies,
    scrollback: usize,
    widest: u16,
}

/// Where a terminal's cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The row, numbered as in [`Terminal::row`].
    pub row: usize,
    /// The column, from 0.
    pub col: u16,
    /// Whether it is to be seen.
    pub visible: bool,
}

/// The same, where each new line begins in the first column: what a terminal makes of a program's output that does not draw
/// on it.
pub fn with_returns(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() + bytes.len() / 16);
    for piece in bytes.split_inclusive(|&byte| byte == b'\n') {
        match piece.strip_suffix(b"\n") {
            Some(line) => {
                out.extend_from_slice(line);
                out.extend_from_slice(b"\r\n");
            }
            None => out.extend_from_slice(piece),
        }
    }
    out
}

impl Terminal {
    /// An empty terminal of that size.
    pub fn new(size: Size) -> Self {
        Self::with_scrollback(size, SCROLLBACK)
    }

    /// An empty terminal that keeps at most `scrollback` rows besides the screen.
    pub fn with_scrollback(size: Size, scrollback: usize) -> Self {
        let size = size.clamped();
        let replies = Replies::default();
        Self {
            term: Term::new(config(size, scrollback, 0), &size, replies.clone()),
            processor: Processor::new(),
            filter: Filter::default(),
            replies,
            scrollback,
            widest: 0,
        }
    }

    /// Its size.
    pub fn size(&self) -> Size {
        let narrow = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        Size { cols: narrow(self.term.columns()), rows: narrow(self.term.screen_lines()) }
    }

    /// Takes what a program printed, cut anywhere.
    pub fn feed(&mut self, bytes: &[u8]) {
        let mut guard = Guard::new(&mut self.term, bytes.len());
        self.filter.pass(bytes, |bytes| self.processor.advance(&mut guard, bytes));
    }

    /// Takes what a program without a terminal printed: a newline goes to the first column as well.
    pub fn feed_lines(&mut self, bytes: &[u8]) {
        self.feed(&with_returns(bytes));
    }

    /// Gives it another size; wrapped lines are wrapped anew.
    pub fn resize(&mut self, size: Size) {
        let size = size.clamped();
        if size == self.size() {
            return;
        }
        self.term.set_options(config(size, self.scrollback, self.widest));
        self.term.resize(size);
    }

    /// Keeps as many rows from now on as there is room for at that width too, so that none is lost when it becomes that
    /// wide.
    pub fn expect_width(&mut self, cols: u16) {
        if self.widest != cols {
            self.widest = cols;
            self.term.set_options(config(self.size(), self.scrollback, cols));
        }
    }

    /// Empties screen and scrollback and forgets every mode.
    pub fn clear(&mut self) {
        let widest = self.widest;
        *self = Self::with_scrollback(self.size(), self.scrollback);
        self.expect_width(widest);
    }

    /// Rows of scrollback and screen.
    pub fn total_rows(&self) -> usize {
        self.term.total_lines()
    }

    /// Rows up to the last one that was used.
    pub fn used_rows(&self) -> usize {
        let used = lines::last_used_line(self.grid()) + 1;
        self.term.history_size().saturating_add_signed(used as isize)
    }

    /// The cells of a row from left to right; none below the last row.
    pub fn row(&self, row: usize) -> impl Iterator<Item = Cell<'_>> {
        let cells = self.line(row).map_or(&[][..], |line| &self.grid()[line][..]);
        cell::cells(cells)
    }

    /// Whether the line in a row goes on in the next one, as it was wrapped.
    pub fn goes_on(&self, row: usize) -> bool {
        self.line(row).is_some_and(|line| lines::goes_on(self.grid(), line))
    }

    /// Where the cursor is.
    pub fn cursor(&self) -> Cursor {
        let point = self.grid().cursor.point;
        Cursor {
            row: self.term.history_size().saturating_add_signed(point.line.0 as isize),
            col: u16::try_from(point.column.0).unwrap_or(u16::MAX),
            visible: self.term.mode().contains(TermMode::SHOW_CURSOR),
        }
    }

    /// Whether a full-screen program shows its own screen.
    pub fn is_alternate_screen(&self) -> bool {
        self.term.mode().contains(TermMode::ALT_SCREEN)
    }

    /// How keys are to be encoded now.
    pub fn key_modes(&self) -> KeyModes {
        let mode = self.term.mode();
        KeyModes {
            app_cursor: mode.contains(TermMode::APP_CURSOR),
            bracketed_paste: mode.contains(TermMode::BRACKETED_PASTE),
            newline: mode.contains(TermMode::LINE_FEED_NEW_LINE),
            focus: mode.contains(TermMode::FOCUS_IN_OUT),
        }
    }

    /// How the program wants the mouse now.
    pub fn mouse_modes(&self) -> MouseModes {
        let mode = self.term.mode();
        let reports = [
            (TermMode::MOUSE_MOTION, MouseReport::Motion),
            (TermMode::MOUSE_DRAG, MouseReport::Drags),
            (TermMode::MOUSE_REPORT_CLICK, MouseReport::Clicks),
        ];
        let report = reports.into_iter().find(|(asked, _)| mode.contains(*asked)).map(|(_, report)| report);
        MouseModes {
            report: report.unwrap_or_default(),
            sgr: mode.contains(TermMode::SGR_MOUSE),
            utf8: mode.contains(TermMode::UTF8_MOUSE),
            wheel_keys: mode.contains(TermMode::ALT_SCREEN | TermMode::ALTERNATE_SCROLL),
        }
    }

    /// Answers to what the program asked of its terminal, to be sent to it; empty mostly.
    pub fn take_replies(&mut self) -> Vec<u8> {
        std::mem::take(&mut *self.replies.0.lock().unwrap_or_else(PoisonError::into_inner)).into_bytes()
    }

    /// The logical lines: rows that were wrapped joined again, trailing blanks off, scrollback first.
    ///
    /// Lines after the last one that was used are not among them.
    pub fn logical_lines(&self) -> Vec<String> {
        lines::logical_lines(self.grid())
    }

    /// The logical lines as [`Self::logical_lines`] gives them, with how they look; trailing blanks off, also those
    /// that have a background.
    pub fn styled_lines(&self) -> Vec<Vec<Piece>> {
        pieces::styled_lines(self.grid())
    }

    fn grid(&self) -> &Grid<GridCell> {
        self.term.grid()
    }

    fn line(&self, row: usize) -> Option<Line> {
        let row = i32::try_from(row).ok().filter(|_| row < self.total_rows())?;
        Some(self.term.topmost_line() + row)
    }
}

impl fmt::Debug for Terminal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Terminal")
            .field("size", &self.size())
            .field("rows", &self.total_rows())
            .finish_non_exhaustive()
    }
}

fn config(size: Size, scrollback: usize, widest: u16) -> Config {
    let cols = size.columns().max(usize::from(widest));
    Config {
        scrolling_history: scrollback.min(MAX_CELLS / cols),
        osc52: Osc52::Disabled,
        ..Config::default()
    }
}

/// Collects what the emulator wants to answer.
#[derive(Debug, Clone, Default)]
struct Replies(Arc<Mutex<String>>);

impl EventListener for Replies {
    fn send_event(&self, event: Event) {
        if let Event::PtyWrite(text) = event {
            let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if waiting.len() + text.len() <= MAX_REPLIES {
                waiting.push_str(&text);
            }
        }
    }
}

/// No synchronized updates: they would hold output back until a clock says otherwise, and there is
/// no clock here. Frames are drawn from whole pieces of output anyway.
#[derive(Debug, Default)]
struct NoTimeout;

impl Timeout for NoTimeout {
    fn set_timeout(&mut self, _duration: Duration) {}

    fn clear_timeout(&mut self) {}

    fn pending_timeout(&self) -> bool {
        false
    }
}

#[cfg(test)]
mod tests;
