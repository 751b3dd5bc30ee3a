//! The docker verbs on a real engine: what they print, on which stream, and how they end.
//!
//! The expectations are what the docker CLI 28.2 prints for the same line on the same engine.

#![allow(clippy::unwrap_used, reason = "a test fails where something is not there")]

mod build;
mod exec;
mod lines;
mod lists;
mod lost;
mod networks;
mod rig;
mod run;
