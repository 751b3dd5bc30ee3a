//! The real program on a pseudo-terminal: keys go in, the emulated screen comes out.

#![allow(dead_code)] // each test binary uses its own part of this

mod delay;

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use netdojo::i18n::{Lang, Translator, phrase};
use netdojo::text::{Size, Terminal};
use portable_pty::{ChildKiller, CommandBuilder, MasterPty, PtyPair, PtySize, SlavePty, native_pty_system};

/// The longest that a screen may take to come; only a test that fails waits so long.
const PATIENCE: Duration = Duration::from_secs(60);

/// Keys as a terminal sends them.
pub mod key {
    pub const ENTER: &str = "\r";
    pub const ESC: &str = "\x1b";
    pub const TAB: &str = "\t";
    pub const CTRL_C: &str = "\x03";
    pub const CTRL_D: &str = "\x04";
    pub const CTRL_U: &str = "\x15";
    pub const CTRL_CLOSE: &str = "\x1d";
    pub const F2: &str = "\x1bOQ";
    pub const F3: &str = "\x1bOR";
}

/// What has come from the program so far.
struct Seen {
    terminal: Terminal,
    raw: Vec<u8>,
    closed: bool,
}

/// What goes to the program: keys, and the terminal's answers.
type Keyboard = Arc<Mutex<Box<dyn Write + Send>>>;

/// A running program.
pub struct Pty {
    master: Box<dyn MasterPty + Send>,
    slave: Option<Box<dyn SlavePty + Send>>,
    writer: Keyboard,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    ended: Receiver<u32>,
    killer: Box<dyn ChildKiller + Send + Sync>,
    pid: u32,
    modes_before: String,
}

/// How the program ended.
pub struct Ended {
    /// Its exit code.
    pub code: u32,
    /// All that it wrote.
    pub raw: String,
    /// Whether the line discipline is as it was before.
    pub modes_restored: bool,
    /// Whether the alternate screen is still shown.
    pub alternate: bool,
    /// What stands on the screen at the end.
    pub screen: String,
}

/// What lies between the program and its terminal.
#[derive(Clone, Copy)]
enum Line {
    /// Nothing, and the terminal answers no question.
    Near,
    /// Nothing, and it answers.
    Answering,
    /// A slow line, which delays each byte by so much.
    Far(Duration),
}

impl Pty {
    /// Starts `netdojo ARGS` with a home of its own on a terminal of `cols` × `rows`.
    pub fn start(cols: u16, rows: u16, home: &Path, env: &[(&str, &str)], args: &[&str]) -> Self {
        Self::open(Line::Near, (cols, rows), home, env, (env!("CARGO_BIN_EXE_netdojo"), args))
    }

    /// Starts `netdojo` in the same way behind a slow line: each byte is on its way for `delay`, there and back, and
    /// those of keys come one by one.
    pub fn far(delay: Duration, cols: u16, rows: u16, home: &Path) -> Self {
        Self::open(Line::Far(delay), (cols, rows), home, &[], (env!("CARGO_BIN_EXE_netdojo"), &[]))
    }

    /// Starts any `program ARGS` in the same way, on a terminal that answers when it is asked where its cursor is or
    /// what it can do: not every program starts without.
    pub fn spawn(
        cols: u16,
        rows: u16,
        home: &Path,
        env: &[(&str, &str)],
        program: &str,
        args: &[&str],
    ) -> Self {
        Self::open(Line::Answering, (cols, rows), home, env, (program, args))
    }

    fn open(
        line: Line,
        (cols, rows): (u16, u16),
        home: &Path,
        env: &[(&str, &str)],
        (program, args): (&str, &[&str]),
    ) -> Self {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        let PtyPair { master, slave } = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let modes_before = modes(&*master);
        let command = command(program, home, env, args);
        let mut child = slave.spawn_command(command).expect("the program starts");
        let pid = child.process_id().expect("a process id");
        let killer = child.clone_killer();
        let (tell, ended) = channel();
        std::thread::spawn(move || {
            if let Ok(status) = child.wait() {
                let _ = tell.send(status.exit_code());
            }
        });
        let mut reader = master.try_clone_reader().expect("a reader");
        let mut writer = master.take_writer().expect("a writer");
        if let Line::Far(delay) = line {
            (reader, writer) = delay::line(delay, reader, writer);
        }
        let seen = Seen { terminal: Terminal::new(Size { cols, rows }), raw: Vec::new(), closed: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let writer = Arc::new(Mutex::new(writer));
        std::thread::spawn({
            let seen = seen.clone();
            let answers = matches!(line, Line::Answering).then(|| writer.clone());
            move || read(reader, &seen, answers.as_ref())
        });
        Self { master, slave: Some(slave), writer, seen, ended, killer, pid, modes_before }
    }

    /// Types keys.
    pub fn keys(&mut self, keys: &str) {
        send(&self.writer, keys.as_bytes()).expect("the program reads keys");
    }

    /// Types a line and Enter.
    pub fn line(&mut self, line: &str) {
        self.keys(line);
        self.keys(key::ENTER);
    }

    /// The screen as text, one line per row.
    pub fn screen(&self) -> String {
        let seen = self.seen.0.lock().unwrap_or_else(PoisonError::into_inner);
        text(&seen.terminal)
    }

    /// Waits until the screen is as `wanted` says, and gives it.
    pub fn wait(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        self.wait_for(what, PATIENCE, wanted)
    }

    /// Waits until `text` stands on the screen, and gives the screen.
    pub fn see(&self, text: &str) -> String {
        self.wait(text, |screen| screen.contains(text))
    }

    /// Waits until no line runs any more: what is typed ahead never runs by itself.
    pub fn idle(&self) {
        let keys = [
            "ui-enter-running",
            "ui-enter-leaving",
            "ui-enter-attached",
            "ui-enter-return",
            "ui-enter-clear",
        ];
        let running = ["ja", "en"].map(|lang| keys.map(|key| say(lang, key)));
        self.wait("the end of the line", |screen| {
            !running.as_flattened().iter().any(|word| screen.contains(word))
        });
    }

    /// Waits at most `patience` until the screen is as `wanted` says, and gives it.
    pub fn wait_for(&self, what: &str, patience: Duration, wanted: impl Fn(&str) -> bool) -> String {
        let until = Instant::now() + patience;
        let (lock, changed) = &*self.seen;
        let mut seen = lock.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            let screen = text(&seen.terminal);
            if wanted(&screen) {
                return screen;
            }
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited in vain for: {what}\n{}", framed(&screen));
            assert!(!seen.closed, "the program ended before: {what}\n{}", framed(&screen));
            seen = changed.wait_timeout(seen, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Whatever `draw` makes of the screen as it stands.
    pub fn drawn<T>(&self, draw: impl FnOnce(&Terminal) -> T) -> T {
        draw(&self.seen.0.lock().unwrap_or_else(PoisonError::into_inner).terminal)
    }

    /// Bytes written so far.
    pub fn written(&self) -> usize {
        self.seen.0.lock().unwrap_or_else(PoisonError::into_inner).raw.len()
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        let size = PtySize { rows, cols, pixel_width: 0, pixel_height: 0 };
        {
            let mut seen = self.seen.0.lock().unwrap_or_else(PoisonError::into_inner);
            seen.terminal = Terminal::new(Size { cols, rows });
        }
        self.master.resize(size).expect("the terminal is resized");
    }

    /// The program's process id.
    pub fn pid(&self) -> u32 {
        self.pid
    }

    /// Sends a signal by its name: `TERM`, `HUP`.
    pub fn signal(&self, name: &str) {
        let status = std::process::Command::new("kill")
            .args(["-s", name, &self.pid.to_string()])
            .status()
            .expect("kill is there");
        assert!(status.success());
    }

    /// Leaves the program once no line runs any more; it must end well.
    pub fn leave(mut self) {
        self.idle();
        self.keys(key::CTRL_D);
        let ended = self.ended();
        assert_eq!(ended.code, 0);
        assert!(ended.modes_restored && !ended.alternate);
    }

    /// Waits for the program's end.
    pub fn ended(mut self) -> Ended {
        let code = self
            .ended
            .recv_timeout(PATIENCE)
            .unwrap_or_else(|error| panic!("the program did not end: {error}\n{}", framed(&self.screen())));
        let modes_restored = modes(&*self.master) == self.modes_before;
        // Only when nobody holds the other end does the reader see that all has been said.
        self.slave = None;
        let (lock, changed) = &*self.seen;
        let mut seen = lock.lock().unwrap_or_else(PoisonError::into_inner);
        let until = Instant::now() + PATIENCE;
        while !seen.closed && Instant::now() < until {
            seen = changed.wait_timeout(seen, PATIENCE).unwrap_or_else(PoisonError::into_inner).0;
        }
        Ended {
            code,
            raw: String::from_utf8_lossy(&seen.raw).into_owned(),
            modes_restored,
            alternate: seen.terminal.is_alternate_screen(),
            screen: text(&seen.terminal),
        }
    }
}

/// What the program says for a phrase without arguments, in a language.
pub fn say(lang: &str, key: &'static str) -> String {
    let lang: Lang = lang.parse().expect("a language");
    Translator::new(&lang).say(&phrase(key))
}

/// Starts the program, takes its terminal away once `text` was written, as when a window is closed, and
/// gives the exit code.
pub fn hang_up_after(text: &str, home: &Path) -> u32 {
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let PtyPair { master, slave } = native_pty_system().openpty(size).expect("a pseudo-terminal");
    let command = command(env!("CARGO_BIN_EXE_netdojo"), home, &[], &[]);
    let mut child = slave.spawn_command(command).expect("the program starts");
    drop(slave);
    let mut reader = master.try_clone_reader().expect("a reader");
    let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains(text) {
        let read = reader.read(&mut buffer).expect("the program writes");
        seen.extend_from_slice(&buffer[..read]);
    }
    drop((reader, master));
    let (tell, ended) = channel();
    let mut killer = child.clone_killer();
    std::thread::spawn(move || tell.send(child.wait().expect("it ends").exit_code()));
    ended.recv_timeout(PATIENCE).unwrap_or_else(|_| {
        let _ = killer.kill();
        panic!("the program goes on without its terminal")
    })
}

/// A folder of lessons that holds `link` as it is built in, and nothing else: what the tests play.
fn link_alone(home: &Path) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons/link");
    let folder = home.join("lessons");
    std::fs::create_dir_all(folder.join("link")).expect("a folder");
    std::fs::write(folder.join("course.toml"), "format = 1\nlessons = [\"link\"]\n").expect("a course");
    for name in ["lesson.toml", "en.md", "ja.md"] {
        std::fs::copy(from.join(name), folder.join("link").join(name)).expect("a copy");
    }
    folder
}

/// A program with a home of its own.
fn command(program: &str, home: &Path, env: &[(&str, &str)], args: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(program);
    command.args(args);
    command.env_clear();
    for name in ["PATH", "DOCKER_HOST", "XDG_RUNTIME_DIR", "NETDOJO_LOG"] {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
    command.env("HOME", home);
    command.env("NETDOJO_HOME", home.join("netdojo"));
    command.env("NETDOJO_LANG", "en");
    command.env("NETDOJO_LESSONS", link_alone(home));
    command.env("TERM", "xterm-256color");
    command.env("LANG", "en_US.UTF-8");
    for (name, value) in env {
        command.env(name, value);
    }
    command.cwd(home);
    command
}

impl Drop for Pty {
    fn drop(&mut self) {
        // The child that this started, and no other; it has ended already when the test went well.
        let _ = self.killer.kill();
    }
}

fn send(keyboard: &Keyboard, bytes: &[u8]) -> std::io::Result<()> {
    let mut keyboard = keyboard.lock().unwrap_or_else(PoisonError::into_inner);
    keyboard.write_all(bytes)?;
    keyboard.flush()
}

fn read(mut reader: Box<dyn Read + Send>, seen: &(Mutex<Seen>, Condvar), answers: Option<&Keyboard>) {
    let mut buffer = [0; 16384];
    let mut waiting = Vec::new();
    loop {
        let read = reader.read(&mut buffer).unwrap_or(0);
        let mut now = seen.0.lock().unwrap_or_else(PoisonError::into_inner);
        now.raw.extend_from_slice(&buffer[..read]);
        now.closed = read == 0;
        waiting.extend_from_slice(&buffer[..read]);
        let shown = if now.closed { waiting.len() } else { whole(&waiting) };
        now.terminal.feed(&waiting[..shown]);
        waiting.drain(..shown);
        let replies = now.terminal.take_replies();
        if let Some(keyboard) = answers {
            // A program that has ended reads no answer.
            let _ = send(keyboard, &replies);
        }
        seen.1.notify_all();
        if read == 0 {
            return;
        }
    }
}

/// How many of the bytes may be shown: a frame that has begun (a synchronized update) is shown when it is whole, as
/// terminals do, so that no test sees half of one.
fn whole(bytes: &[u8]) -> usize {
    const BEGIN: &[u8] = b"\x1b[?2026h";
    const END: &[u8] = b"\x1b[?2026l";
    let last = |mark: &[u8]| bytes.windows(mark.len()).rposition(|window| window == mark);
    match (last(BEGIN), last(END)) {
        (Some(begin), end) if end.is_none_or(|end| end < begin) => begin,
        // The mark itself may have come in part.
        _ => {
            let part = (1..BEGIN.len()).rev().find(|&length| bytes.ends_with(&BEGIN[..length]));
            bytes.len() - part.unwrap_or(0)
        }
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("the terminal's modes"))
}

fn text(terminal: &Terminal) -> String {
    let rows = terminal.total_rows();
    let first = rows.saturating_sub(usize::from(terminal.size().rows));
    let line = |row| terminal.row(row).map(|cell| cell.symbol()).collect::<String>();
    (first..rows).map(|row| line(row).trim_end().to_owned() + "\n").collect()
}

fn framed(screen: &str) -> String {
    let lines: Vec<String> = screen.lines().map(|line| format!("│{line}")).collect();
    lines.join("\n")
}
