//! The engine while it is brought to where a step begins.

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Headway {
    /// What is in the way is being removed.
    Removing,
    /// A piece of work is being done.
    Working {
        /// Pieces of work that are done.
        done: usize,
        /// How many there are.
        count: usize,
        /// Index of the step that it belongs to.
        step: usize,
        /// The line, or the file that is changed.
        line: String,
    },
    /// All is done, and what must be reachable is waited for.
    Waiting {
        /// Index of the step that says so.
        step: usize,
    },
}

/// A step to whose beginning the engine is being brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bringing {
    /// The generation of the [`super::Effect::Bring`] that is not answered yet.
    pub generation: u64,
    /// The step.
    pub to: usize,
    /// How far it has come; none before anything was done.
    pub headway: Option<Headway>,
    /// Whether the engine has been asked: it is not before it has been looked at for the lesson.
    pub asked: bool,
    /// Whether it was asked to stop.
    pub stopping: bool,
}

impl Bringing {
    /// The step in which the engine stands now, and what is done there; none where the steps have not been begun.
    pub fn stands(&self) -> Option<(usize, &str)> {
        match self.headway.as_ref()? {
            Headway::Removing => None,
            Headway::Working { step, line, .. } => Some((*step, line)),
            Headway::Waiting { step } => Some((*step, "")),
        }
    }
}
