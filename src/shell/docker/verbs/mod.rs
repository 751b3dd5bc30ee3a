//! One file per verb or family of verbs: the flags as a table, and the struct made of them.

pub(super) mod build;
pub(super) mod container;
pub(super) mod exec;
pub(super) mod image;
pub(super) mod inspect;
pub(super) mod lifecycle;
pub(super) mod list;
pub(super) mod logs;
pub(super) mod network;
pub(super) mod run;
mod run_flags;
pub(super) mod version;
