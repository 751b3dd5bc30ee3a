//! netdojo: a terminal dojo in which people learn how containers talk to each other, by doing it.
//!
//! What may use what runs one way (a test in `tests/architecture.rs` holds it):
//!
//! ```text
//! main → cli → { ui, runtime }
//! ui → app → { lesson, shell, network, check, report }  pure: no I/O, no clock, no bollard
//! runtime → { docker, probe, session } → engine       all I/O; engine alone names bollard
//! i18n, text                                          leaves that anyone may use
//! ```

pub mod app;
pub mod check;
pub mod cli;
pub mod docker;
pub mod engine;
pub mod i18n;
pub mod lesson;
pub mod network;
pub mod probe;
pub mod report;
pub mod runtime;
pub mod session;
pub mod shell;
pub mod text;
pub mod ui;
