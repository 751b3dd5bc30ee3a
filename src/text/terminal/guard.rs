//! What of a hostile stream reaches the emulator.
//!
//! Everything that a screen is made of passes through. Titles, links, palettes, the clipboard, cursor
//! shapes and keyboard protocols do not: nothing here shows them, and some of them grow without end.

use alacritty_terminal::Term;
use alacritty_terminal::event::EventListener;
use alacritty_terminal::grid::Dimensions;
use alacritty_terminal::index::{Column, Line, Point};
use alacritty_terminal::term::cell::Flags;
use alacritty_terminal::vte::ansi::{
    Attr, CharsetIndex, ClearMode, Handler, LineClearMode, Mode, PrivateMode, StandardCharset,
    TabulationClearMode,
};
use unicode_width::UnicodeWidthChar;

/// Combining marks that one cell may hold.
const MAX_MARKS: usize = 8;

/// The emulator behind its guard, for one piece of output.
pub(super) struct Guard<'a, L: EventListener> {
    term: &'a mut Term<L>,
    /// Characters that may still be drawn: `REP` makes a thousand out of six bytes.
    budget: usize,
}

impl<'a, L: EventListener> Guard<'a, L> {
    /// A guard for `bytes` bytes of output.
    pub(super) fn new(term: &'a mut Term<L>, bytes: usize) -> Self {
        let screen = term.columns() * term.screen_lines();
        Self { term, budget: bytes + screen }
    }

    /// Draws a half-width sound mark in a column of its own, where terminals show it; the emulator
    /// would take it for a combining one.
    fn input_sound_mark(&mut self, mark: char) {
        self.term.input(' ');
        let Point { line, column } = self.last_drawn();
        self.term.grid_mut()[line][column].c = mark;
    }

    /// The cell before the cursor.
    fn last_drawn(&self) -> Point {
        let cursor = &self.term.grid().cursor;
        let back = usize::from(!cursor.input_needs_wrap);
        Point::new(cursor.point.line, Column(cursor.point.column.0.saturating_sub(back)))
    }

    /// Whether the cell that a combining mark would go to has room for it.
    fn has_room_for_mark(&self) -> bool {
        let grid = self.term.grid();
        let Point { line, column } = self.last_drawn();
        let mut column = column.0;
        if grid[line][Column(column)].flags.contains(Flags::WIDE_CHAR_SPACER) {
            column = column.saturating_sub(1);
        }
        grid[line][Column(column)].zerowidth().is_none_or(|marks| marks.len() < MAX_MARKS)
    }
}

impl<L: EventListener> Handler for Guard<'_, L> {
    fn input(&mut self, c: char) {
        let Some(budget) = self.budget.checked_sub(1) else { return };
        self.budget = budget;
        match c {
            // Latin and the like are neither wide nor combining.
            ..'\u{300}' => self.term.input(c),
            '\u{ff9e}' | '\u{ff9f}' => self.input_sound_mark(c),
            _ => match c.width() {
                Some(0) if !self.has_room_for_mark() => {}
                Some(0..=2) => self.term.input(c),
                // A few scripts have letters of three columns, for which the emulator has two.
                _ => self.term.input(char::REPLACEMENT_CHARACTER),
            },
        }
    }

    fn clear_screen(&mut self, mode: ClearMode) {
        let above = matches!(mode, ClearMode::Above);
        self.term.clear_screen(mode);
        // The emulator forgets the first row where the cursor is in the second.
        if above && self.term.grid().cursor.point.line == 1 {
            self.term.grid_mut().reset_region(..Line(1));
        }
    }

    fn goto(&mut self, line: i32, column: usize) {
        self.term.goto(line, column);
    }

    fn goto_line(&mut self, line: i32) {
        self.term.goto_line(line);
    }

    fn goto_col(&mut self, column: usize) {
        self.term.goto_col(column);
    }

    fn insert_blank(&mut self, count: usize) {
        self.term.insert_blank(count);
    }

    fn move_up(&mut self, count: usize) {
        self.term.move_up(count);
    }

    fn move_down(&mut self, count: usize) {
        self.term.move_down(count);
    }

    fn identify_terminal(&mut self, intermediate: Option<char>) {
        self.term.identify_terminal(intermediate);
    }

    fn device_status(&mut self, count: usize) {
        self.term.device_status(count);
    }

    fn move_forward(&mut self, column: usize) {
        self.term.move_forward(column);
    }

    fn move_backward(&mut self, column: usize) {
        self.term.move_backward(column);
    }

    fn move_down_and_cr(&mut self, row: usize) {
        self.term.move_down_and_cr(row);
    }

    fn move_up_and_cr(&mut self, row: usize) {
        self.term.move_up_and_cr(row);
    }

    fn put_tab(&mut self, count: u16) {
        self.term.put_tab(count);
    }

    fn backspace(&mut self) {
        self.term.backspace();
    }

    fn carriage_return(&mut self) {
        self.term.carriage_return();
    }

    fn linefeed(&mut self) {
        self.term.linefeed();
    }

    fn newline(&mut self) {
        self.term.newline();
    }

    fn set_horizontal_tabstop(&mut self) {
        self.term.set_horizontal_tabstop();
    }

    fn scroll_up(&mut self, count: usize) {
        self.term.scroll_up(count);
    }

    fn scroll_down(&mut self, count: usize) {
        self.term.scroll_down(count);
    }

    fn insert_blank_lines(&mut self, count: usize) {
        self.term.insert_blank_lines(count);
    }

    fn delete_lines(&mut self, count: usize) {
        self.term.delete_lines(count);
    }

    fn erase_chars(&mut self, count: usize) {
        self.term.erase_chars(count);
    }

    fn delete_chars(&mut self, count: usize) {
        // Asked to delete more than there is, the emulator deletes what stands before the cursor as well.
        let behind = self.term.columns() - self.term.grid().cursor.point.column.0;
        self.term.delete_chars(count.min(behind));
    }

    fn move_backward_tabs(&mut self, count: u16) {
        self.term.move_backward_tabs(count);
    }

    fn move_forward_tabs(&mut self, count: u16) {
        self.term.move_forward_tabs(count);
    }

    fn save_cursor_position(&mut self) {
        self.term.save_cursor_position();
    }

    fn restore_cursor_position(&mut self) {
        self.term.restore_cursor_position();
    }

    fn clear_line(&mut self, mode: LineClearMode) {
        self.term.clear_line(mode);
    }

    fn clear_tabs(&mut self, mode: TabulationClearMode) {
        self.term.clear_tabs(mode);
    }

    fn set_tabs(&mut self, interval: u16) {
        // The emulator knows no such thing, but how to set each.
        self.term.clear_tabs(TabulationClearMode::All);
        let before = self.term.grid().cursor.point.column;
        for column in (0..self.term.columns()).step_by(usize::from(interval.max(1))) {
            self.term.grid_mut().cursor.point.column = Column(column);
            self.term.set_horizontal_tabstop();
        }
        self.term.grid_mut().cursor.point.column = before;
    }

    fn reset_state(&mut self) {
        self.term.reset_state();
    }

    fn reverse_index(&mut self) {
        self.term.reverse_index();
    }

    fn terminal_attribute(&mut self, attr: Attr) {
        self.term.terminal_attribute(attr);
    }

    fn set_mode(&mut self, mode: Mode) {
        self.term.set_mode(mode);
    }

    fn unset_mode(&mut self, mode: Mode) {
        self.term.unset_mode(mode);
    }

    fn report_mode(&mut self, mode: Mode) {
        self.term.report_mode(mode);
    }

    fn set_private_mode(&mut self, mode: PrivateMode) {
        self.term.set_private_mode(mode);
    }

    fn unset_private_mode(&mut self, mode: PrivateMode) {
        self.term.unset_private_mode(mode);
    }

    fn report_private_mode(&mut self, mode: PrivateMode) {
        self.term.report_private_mode(mode);
    }

    fn set_scrolling_region(&mut self, top: usize, bottom: Option<usize>) {
        self.term.set_scrolling_region(top, bottom);
    }

    fn set_keypad_application_mode(&mut self) {
        self.term.set_keypad_application_mode();
    }

    fn unset_keypad_application_mode(&mut self) {
        self.term.unset_keypad_application_mode();
    }

    fn set_active_charset(&mut self, index: CharsetIndex) {
        self.term.set_active_charset(index);
    }

    fn configure_charset(&mut self, index: CharsetIndex, charset: StandardCharset) {
        self.term.configure_charset(index, charset);
    }

    fn decaln(&mut self) {
        // With it go scroll region and cursor, as on the terminal that it comes from.
        self.term.set_scrolling_region(1, None);
        self.term.decaln();
    }

    fn text_area_size_chars(&mut self) {
        self.term.text_area_size_chars();
    }
}
