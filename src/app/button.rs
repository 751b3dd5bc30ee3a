//! What can be clicked: the view says where it has drawn it, `update` does it.

use crossterm::event::KeyEvent;
use ratatui::layout::{Position, Rect};

use super::commands::Action;
use super::{Model, Pane};

/// Something to click.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// Where it is on the screen.
    pub area: Rect,
    /// What a click on it does.
    pub press: Press,
}

/// What a click does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// The same as that key, which is written there.
    Key(KeyEvent),
    /// The same as that slash command without an argument.
    Command(Action),
    /// The pane is shown below the lesson.
    Tab(Pane),
    /// The entry with that index of the list, the palette or the lessons is chosen.
    Entry(usize),
    /// The link with that index is followed, of those that [`super::links::links`] gives.
    Link(usize),
    /// All the commands are shown to choose from.
    Palette,
    /// Nothing: what lies over the rest is not closed by a click into it.
    Stay,
}

impl Button {
    /// The button at a column and a row, the one drawn last where several lie over one another.
    pub fn at(model: &Model, column: u16, row: u16) -> Option<Press> {
        let position = Position::new(column, row);
        let found = model.measured.buttons.iter().rev().find(|button| button.area.contains(position));
        found.map(|button| button.press)
    }
}
