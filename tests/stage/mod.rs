//! What tests share that play the lesson's own names on the engine: one at a time, and nothing left.

#![allow(dead_code)] // each test binary uses its own part of this

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The right to use the lesson's names, and a home of its own; afterwards what was made is removed.
pub struct Stage {
    temp: tempfile::TempDir,
    /// Held by whose turn it is, with the home in it; released when dropped, after the removal.
    turn: Option<File>,
}

impl Stage {
    /// Waits for its turn.
    pub fn new() -> Self {
        let file = std::env::temp_dir().join("netdojo-test-lesson.lock");
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(file);
        let mut turn = opened.expect("a lock file");
        turn.lock().expect("its turn comes");
        let mut killed = String::new();
        turn.read_to_string(&mut killed).expect("a home, or nothing");
        // A test that was killed has not removed what it made, and its containers have the lesson's names.
        if Path::new(&killed).is_dir() {
            let cleaned = netdojo(Path::new(&killed), &["clean", "--yes"]).output().expect("it runs");
            assert!(cleaned.status.success(), "{}", String::from_utf8_lossy(&cleaned.stderr));
        }
        let temp = tempfile::tempdir().expect("a folder");
        note(&mut turn, temp.path().to_str().expect("a path in Unicode"));
        Self { temp, turn: Some(turn) }
    }

    /// Another learner on the same engine, while it is a test's turn.
    pub fn somebody_else() -> Self {
        Self { temp: tempfile::tempdir().expect("a folder"), turn: None }
    }

    /// The home folder of the learner.
    pub fn home(&self) -> PathBuf {
        self.temp.path().to_owned()
    }

    /// `netdojo` with this home.
    pub fn netdojo(&self, args: &[&str]) -> Command {
        netdojo(self.temp.path(), args)
    }

    /// Nothing is left of what the lesson `link` makes.
    pub fn has_nothing_left(&self) {
        let left =
            self.netdojo(&["run", "docker ps -a | grep -E 'alpine_0[12]$'"]).output().expect("it runs");
        assert!(left.stdout.is_empty(), "{}", String::from_utf8_lossy(&left.stdout));
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        let done = self.netdojo(&["clean", "--yes"]).output();
        if !std::thread::panicking() {
            assert!(done.is_ok_and(|output| output.status.success()), "what was made is removed");
        }
        if let Some(turn) = &mut self.turn {
            note(turn, "");
        }
    }
}

/// `netdojo` for the learner with that home folder.
fn netdojo(home: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_netdojo"));
    command.args(args).env("NETDOJO_HOME", home.join("netdojo")).env("NETDOJO_LANG", "en");
    command
}

/// Replaces what the lock file says.
fn note(turn: &mut File, home: &str) {
    let written = turn.set_len(0).and_then(|()| turn.rewind()).and_then(|()| turn.write_all(home.as_bytes()));
    written.expect("the lock file can be written");
}
