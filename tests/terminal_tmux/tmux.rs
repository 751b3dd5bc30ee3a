//! A tmux server of our own, and what it shows of bytes.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};

use netdojo::text::Size;

/// What a pane plays: the bytes as they are, then a question that tmux answers only when it has taken in all before it.
/// The answer read, the test is told.
const PLAY: &str = r#"stty raw -echo; cat "$1"; printf '\033[5n'; dd bs=1 count=4 >/dev/null 2>&1
tmux -L "$2" wait-for -S shown; exec cat >/dev/null"#;

/// A private server with one pane.
pub struct Tmux {
    socket: String,
    size: Size,
    folder: tempfile::TempDir,
}

/// What a pane shows.
pub struct Screen {
    pub rows: Vec<String>,
    pub styled: Vec<String>,
    pub cursor: (u16, usize),
    pub alternate: bool,
}

impl Tmux {
    pub fn start(size: Size) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let socket = format!("netdojo-test-{}-{count}", std::process::id());
        let folder = tempfile::tempdir().expect("a folder");
        let tmux = Self { socket, size, folder };
        std::fs::write(tmux.script(), PLAY).expect("written");
        let (cols, rows) = (size.cols.to_string(), size.rows.to_string());
        tmux.run(&["-f", "/dev/null", "-u", "new-session", "-d", "-x", &cols, "-y", &rows, "exec cat"]);
        tmux.run(&["set", "-g", "status", "off", ";", "set", "-g", "remain-on-exit", "on"]);
        tmux.run(&["set", "-g", "default-terminal", "tmux-256color"]);
        tmux.run(&["resize-window", "-x", &cols, "-y", &rows]);
        tmux
    }

    fn script(&self) -> PathBuf {
        self.folder.path().join("play")
    }

    /// Shows the bytes on an empty pane, and gives what is on it then.
    pub fn show(&mut self, bytes: &[u8]) -> Screen {
        let file = self.folder.path().join("bytes");
        std::fs::write(&file, bytes).expect("written");
        let play = format!("exec sh {} {} {}", self.script().display(), file.display(), self.socket);
        self.run(&["respawn-pane", "-k", &play, ";", "wait-for", "shown"]);
        let lines = |output: &Output| {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        let state = lines(&self.run(&["display-message", "-p", "#{cursor_x} #{cursor_y} #{alternate_on}"]));
        let numbers: Vec<u16> = state[0].split(' ').map(|number| number.parse().expect("a number")).collect();
        let mut rows: Vec<String> =
            lines(&self.run(&["capture-pane", "-p"])).iter().map(|row| row.trim_end().to_owned()).collect();
        rows.resize(usize::from(self.size.rows), String::new());
        Screen {
            rows,
            styled: lines(&self.run(&["capture-pane", "-p", "-e"])),
            // Where a line is full, tmux has its cursor behind it.
            cursor: (numbers[0].min(self.size.cols - 1), usize::from(numbers[1])),
            alternate: numbers[2] == 1,
        }
    }

    fn run(&self, args: &[&str]) -> Output {
        let output = Command::new("tmux")
            .args(["-L", &self.socket])
            .args(args)
            .env("LC_ALL", "C.UTF-8")
            // Its socket goes with the folder.
            .env("TMUX_TMPDIR", self.folder.path())
            .env_remove("TMUX")
            .output()
            .expect("tmux is there: tests/rig/tmux installs it");
        assert!(output.status.success(), "tmux {args:?}: {}", String::from_utf8_lossy(&output.stderr));
        output
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        // The server that this started, by its own socket.
        let _ = Command::new("tmux")
            .args(["-L", &self.socket, "kill-server"])
            .env("TMUX_TMPDIR", self.folder.path())
            .output();
    }
}
