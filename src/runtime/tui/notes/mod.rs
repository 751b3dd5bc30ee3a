//! The instructor's notes on other terminals: the program tells them of each change, over sockets in its home.
//!
//! The program listens at one name, each follower at a name of its own. Whoever starts later calls the other: so
//! nobody has to look again and again whether the other is there. What goes over a connection is the same either way:
//! one JSON document a line, whenever something has changed.

mod board;
mod follow;

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use board::Board;
pub use follow::follow;

use crate::app::teach::Page;
use crate::session::Home;

/// What a follower is told.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Told {
    /// The language of the program.
    lang: String,
    /// What there is to read, by language.
    pages: BTreeMap<String, Page>,
}

/// Where the program listens.
fn board_at(home: &Home) -> PathBuf {
    home.state().join("teach.sock")
}

/// What the names begin with at which followers listen.
const FOLLOWER: &str = "notes-";

/// Where this follower listens.
fn follower_at(home: &Home) -> PathBuf {
    home.state().join(format!("{FOLLOWER}{}.sock", std::process::id()))
}

/// A socket's name, which is gone with its owner.
#[derive(Debug)]
struct Name(PathBuf);

impl Drop for Name {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
