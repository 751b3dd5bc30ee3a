//! All that moves: the event loop, the effect runner, lines that run, lessons that are played.

pub mod browser;
pub mod console;
pub mod editor;
pub mod judge;
pub mod lessons;
pub mod line;
pub mod log;
pub mod plain;
pub mod player;
pub mod ports;
pub mod report;
pub mod shield;
pub mod signals;
pub mod tui;
