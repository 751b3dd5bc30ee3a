//! What is marked in a pane, to be copied: by the mouse or by the keyboard.
//!
//! A selection is told in rows and columns of the pane's content; which characters those are, only the view knows.

use super::Pane;

/// A place in a pane's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The row of the content, from 0.
    pub row: usize,
    /// The column, from 0.
    pub col: u16,
}

/// What a selection grows by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    /// Single characters.
    Character,
    /// Whole words.
    Word,
    /// Whole lines, however many rows they take.
    Line,
}

/// How far a selection has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The mouse button went down, and nothing is marked yet.
    Pressed,
    /// The mouse is dragged.
    Dragged,
    /// It has been copied, and is still shown.
    Copied,
    /// The keyboard moves a mark; nothing is selected before `anchor` is set.
    Keyboard,
}

/// A part of what a pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The pane.
    pub pane: Pane,
    /// Where it began.
    pub anchor: Option<Spot>,
    /// Where it has come to.
    pub head: Spot,
    /// What it grows by.
    pub grain: Grain,
    /// How far it has come.
    pub stage: Stage,
    /// Whether the pane followed its content before, and is to follow it again.
    pub followed: bool,
}

impl Selection {
    /// Whether keys move a mark.
    pub fn is_by_keyboard(&self) -> bool {
        self.stage == Stage::Keyboard
    }

    /// Its first and its last character, both included; none while nothing is marked.
    pub fn ends(&self) -> Option<(Spot, Spot)> {
        let anchor = self.anchor.filter(|_| self.stage != Stage::Pressed)?;
        Some((anchor.min(self.head), anchor.max(self.head)))
    }
}
