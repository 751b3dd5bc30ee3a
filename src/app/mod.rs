//! The program's state and how it changes. Pure: no I/O, no clock, no bollard.
//!
//! Input, engine streams and timers come in as [`Msg`]; [`update()`] changes the [`Model`] and says
//! what is to be done as [`Effect`]s; `runtime` does them and answers with more messages. Every
//! effect that is answered carries a generation; answers of an old generation are dropped.

pub mod advice;
mod alerts;
pub mod anchor;
mod bringing;
pub mod button;
mod cast;
pub mod commands;
pub mod editor;
mod effect;
pub mod find;
mod front;
mod fuzzy;
pub mod glossary;
pub mod keymap;
pub mod layout;
pub mod links;
mod manner;
mod model;
mod msg;
pub mod offer;
pub mod outline;
mod overlay;
pub mod palette;
mod progress;
pub mod prompt;
pub mod questions;
pub mod refusal;
mod running;
mod scheme;
pub mod selection;
pub mod sight;
pub mod tasks;
pub mod teach;
mod turned;
mod update;

pub use bringing::{Bringing, Headway};
pub use cast::Cast;
pub use effect::Effect;
pub use front::Front;
pub use model::{Confirm, Follow, LessonModel, Model, Notice, Pane, Screen, StartModel, TaskState, Tone};
pub use msg::{Caret, Made, Measure, Measured, Msg, Opened, Outcome, Saved};
pub use overlay::{List, Overlay};
pub use progress::{LessonProgress, Progress};
pub use running::{Moved, Running, Speed};
pub use scheme::Scheme;
pub use turned::Turned;
pub use update::update;
