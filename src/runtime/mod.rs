//! All that moves: the event loop, the effect runner, lines that run, lessons that are played.

pub mod browser;
mod clock;
pub mod console;
pub mod editor;
mod effects;
pub mod judge;
mod keepsake;
pub mod lessons;
pub mod line;
pub mod log;
mod pace;
pub mod plain;
pub mod player;
pub mod ports;
mod relay;
pub mod report;
mod rooms;
pub mod setup;
pub mod shield;
pub mod signals;
pub mod tui;
