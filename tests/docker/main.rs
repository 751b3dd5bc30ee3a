//! The docker verbs on a real engine: what they print, on which stream, and how they end.
//!
//! The expectations are what the docker CLI 28.2 prints for the same line on the same engine.

mod exec;
mod lists;
mod rig;
mod run;
