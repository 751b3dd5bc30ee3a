//! What was done in a lesson, and the document made of it to take home. Pure: no I/O, no clock.
//!
//! `app` says what happened as [`Event`]s; `runtime` writes them as [`Entry`]s, one a line, into the lesson's
//! journal. [`tell`] folds a journal into a [`Story`]; [`document()`] puts the stories in the reader's words;
//! [`markdown()`] and [`html()`] write
//! it out.

mod compose;
pub mod document;
mod event;
mod fill;
mod html;
mod markdown;
mod printed;
#[cfg(test)]
mod stage;
mod story;
#[cfg(test)]
mod tests;

pub use compose::{Told, document};
pub use event::{End, Entry, Event, Judged};
pub use html::html;
pub use markdown::markdown;
pub use printed::Printed;
pub use story::{Attempt, Command, Deed, StepStory, Story, tell};
