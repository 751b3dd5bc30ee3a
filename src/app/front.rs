//! What the learner has before them: the whole screen, or lines one after the other.

/// How the program is shown and spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Front {
    /// Panes on the whole terminal, keys as they are pressed.
    #[default]
    Screen,
    /// Lines, in and out.
    Lines {
        /// Whether somebody types them at a terminal, and may press Ctrl-C there; else they come from a pipe.
        typed: bool,
    },
}

impl Front {
    /// Whether there are lines, and no panes.
    pub fn is_lines(self) -> bool {
        matches!(self, Self::Lines { .. })
    }
}
