//! What tests share that play the lesson's own names on the engine: one at a time, and nothing left.

#![allow(dead_code)] // each test binary uses its own part of this

use std::fs::File;
use std::path::PathBuf;
use std::process::Command;

/// The right to use the lesson's names, and a home of its own; afterwards what was made is removed.
pub struct Stage {
    temp: tempfile::TempDir,
    /// Released when dropped, after the removal.
    _turn: Option<File>,
}

impl Stage {
    /// Waits for its turn.
    pub fn new() -> Self {
        let turn = File::create(std::env::temp_dir().join("netdojo-test-lesson.lock")).expect("a lock file");
        turn.lock().expect("its turn comes");
        Self { temp: tempfile::tempdir().expect("a folder"), _turn: Some(turn) }
    }

    /// Another learner on the same engine, while it is a test's turn.
    pub fn somebody_else() -> Self {
        Self { temp: tempfile::tempdir().expect("a folder"), _turn: None }
    }

    /// The home folder of the learner.
    pub fn home(&self) -> PathBuf {
        self.temp.path().to_owned()
    }

    /// `netdojo` with this home.
    pub fn netdojo(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_netdojo"));
        command.args(args).env("NETDOJO_HOME", self.home().join("netdojo")).env("NETDOJO_LANG", "en");
        command
    }
}

impl Stage {
    /// Nothing is left of what the lesson `link` makes.
    #[allow(dead_code, reason = "for the tests that play it to its end")]
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
    }
}
