//! What lies over the screen.

/// What lies over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// Keys and commands.
    Help {
        /// First row shown.
        scroll: usize,
    },
    /// The slash commands to choose from.
    Palette {
        /// What was typed to narrow them down.
        query: String,
        /// The one under the cursor.
        selected: usize,
    },
    /// The instructor's notes, whole (`/notes`).
    Notes {
        /// First row shown.
        scroll: usize,
    },
    /// All that is in the way of passing the step (`/why`), from the step's result.
    Why {
        /// First row shown.
        scroll: usize,
    },
    /// The course is finished.
    Finished {
        /// First row shown.
        scroll: usize,
    },
    /// Something to choose from.
    List {
        /// What it is.
        of: List,
        /// The entry under the cursor.
        selected: usize,
    },
    /// A word of the glossary (`/word`), or the list of them.
    Word {
        /// The word's id; none for the list.
        id: Option<String>,
        /// First row shown.
        scroll: usize,
    },
}

impl Overlay {
    /// The first row shown, where rows are scrolled.
    pub fn scroll_mut(&mut self) -> Option<&mut usize> {
        match self {
            Self::Help { scroll }
            | Self::Why { scroll }
            | Self::Finished { scroll }
            | Self::Word { scroll, .. }
            | Self::Notes { scroll } => Some(scroll),
            Self::Palette { .. } | Self::List { .. } => None,
        }
    }
}

/// What an overlay lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List {
    /// The lesson's steps (`/goto`).
    Steps,
    /// The lesson's steps, with the minute in which each begins, for the engine to be brought there (`/jump`).
    Jump,
    /// Colours (`/theme`).
    Themes,
    /// The links of the step's text (`/links`), or of the explanation of the word with that id.
    Links(Option<String>),
}
