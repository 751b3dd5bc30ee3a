//! What other terminal programs need for the same: oxker for containers, presenterm for pages to read. Each is measured
//! where it is installed, in turn with ours, and left out where it is not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::commands::pairs;
use super::engine::Crowd;
use super::figures::{Figures, Row};
use super::pty::Pty;
use super::screen::{daemons, home, resident_mb, rest, settle, with_lesson};

/// Starts of each program, and keys pressed in each.
const RUNS: usize = 21;

/// How long a program is left alone.
const WINDOW: Duration = Duration::from_secs(15);

/// Another program with the files that it is to show.
struct Other {
    name: &'static str,
    version: String,
    args: Vec<String>,
    files: TempDir,
    /// What stands on its screen once all is there.
    ready: String,
    /// A key, and what stands on the screen once it has been obeyed.
    there: (&'static str, &'static str),
    /// The key that leads back.
    back: &'static str,
}

impl Other {
    fn start(&self) -> Pty {
        let args: Vec<&str> = self.args.iter().map(String::as_str).collect();
        let program = Pty::spawn(160, 45, self.files.path(), &[], self.name, &args);
        program.wait("its first whole screen", |screen| screen.contains(&self.ready));
        program
    }

    fn how(&self, taken: &str) -> String {
        format!("{} {}, both at 160×45, {taken}", self.name, self.version)
    }
}

/// oxker, which shows containers, beside our start screen and an open lesson.
pub fn oxker() -> Vec<Row> {
    let Some(version) = version("oxker") else { return Vec::new() };
    let crowd = Crowd::of(20);
    let other = Other {
        name: "oxker",
        version,
        args: Vec::new(),
        files: home(),
        ready: crowd.name(0).to_owned(),
        there: ("h", "toggle this"),
        back: "h",
    };
    let start = starts(&other, "start to the engine's answer on the screen", |screen| screen.contains("API"));
    let ours = {
        let home = home();
        measure_idle(&with_lesson(home.path(), 160, 45))
    };
    let theirs = measure_idle(&other.start());
    vec![start, key(&other), idle(&other, &ours, &theirs), resident(&other, &ours, &theirs)]
}

/// presenterm, which shows pages, beside our start screen and an open lesson.
pub fn presenterm() -> Vec<Row> {
    let Some(version) = version("presenterm") else { return Vec::new() };
    let files = home();
    let pages = pages(files.path());
    let other = Other {
        name: "presenterm",
        version,
        args: vec![pages.to_string_lossy().into_owned()],
        files,
        ready: "The first page".to_owned(),
        there: ("l", "The second page"),
        back: "h",
    };
    let whole = |screen: &str| screen.trim_end().lines().count() >= 44;
    let start = starts(&other, "start to first full frame", whole);
    let ours = {
        let home = home();
        measure_idle(&with_lesson(home.path(), 160, 45))
    };
    let theirs = measure_idle(&other.start());
    vec![start, key(&other), idle(&other, &ours, &theirs), resident(&other, &ours, &theirs)]
}

/// A program's version, where it is installed.
fn version(name: &str) -> Option<String> {
    let output = Command::new(name).arg("--version").stdin(Stdio::null()).output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.split_whitespace().nth(1).map(str::to_owned)
}

/// Two pages as long as a step of a lesson.
fn pages(folder: &Path) -> PathBuf {
    let page = |title: &str| {
        let text = "Containers on one network reach each other by name.\n\n".repeat(6);
        format!("{title}\n===\n\n{text}```bash\ndocker run -d --name first alpine sleep 1000\n```\n")
    };
    let path = folder.join("pages.md");
    let text = format!("{}\n<!-- end_slide -->\n\n{}", page("The first page"), page("The second page"));
    fs::write(&path, text).expect("the folder can be written");
    path
}

/// From the start of the process to what is `ready` on each screen.
fn starts(other: &Other, what: &'static str, ready: impl Fn(&str) -> bool) -> Row {
    let ours = || {
        let home = home();
        let began = Instant::now();
        let program = Pty::start(160, 45, home.path(), &[], &["--lang", "en"]);
        program.wait("our screen", &ready);
        began.elapsed()
    };
    let theirs = || {
        let began = Instant::now();
        let _program = other.start();
        began.elapsed()
    };
    let (ours, theirs, ratio) = pairs(RUNS, ours, theirs);
    compared(other, what, format!("{} against {}: {:.2} ×", ours.spread(), theirs.spread(), ratio.median()))
}

/// From a key to what it changes: a page, or the help over the screen.
fn key(other: &Other) -> Row {
    let home = home();
    let mut program = with_lesson(home.path(), 160, 45);
    let mut theirs = other.start();
    let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        our_times.push(turn(&mut program, ("\x1bOP", |screen| screen.contains("Ctrl-A"))));
        turn(&mut program, ("\x1b", |screen| !screen.contains("Ctrl-A")));
        their_times.push(turn(&mut theirs, (other.there.0, |screen| screen.contains(other.there.1))));
        turn(&mut theirs, (other.back, |screen| !screen.contains(other.there.1)));
    }
    let (ours, theirs) = (Figures::millis(our_times), Figures::millis(their_times));
    compared(
        other,
        "a key that covers the screen → frame",
        format!("{} against {}", ours.spread(), theirs.spread()),
    )
}

/// Presses a key and says how long it took to show.
fn turn(program: &mut Pty, (key, shown): (&str, impl Fn(&str) -> bool)) -> Duration {
    let began = Instant::now();
    program.keys(key);
    program.wait("what the key leads to", shown);
    began.elapsed()
}

/// What a program needs while nobody does anything.
struct Idle {
    ticks: u64,
    daemon: u64,
    megabytes: f64,
}

fn measure_idle(program: &Pty) -> Idle {
    // A program that draws all the time never settles.
    settle(program, Duration::from_secs(5));
    let all: Vec<u32> = daemons().into_iter().chain([program.pid()]).collect();
    let ticks = rest(&all, WINDOW);
    let own = ticks[all.len() - 1];
    Idle { ticks: own, daemon: ticks.iter().sum::<u64>() - own, megabytes: resident_mb(program.pid()) }
}

fn idle(other: &Other, ours: &Idle, theirs: &Idle) -> Row {
    let told = |idle: &Idle| format!("{} ticks, engine {}", idle.ticks, idle.daemon);
    once(other, "idle for 15 s", format!("{} against {}", told(ours), told(theirs)))
}

fn resident(other: &Other, ours: &Idle, theirs: &Idle) -> Row {
    let measured = format!("{:.1} MB against {:.1} MB", ours.megabytes, theirs.megabytes);
    once(other, "resident, a lesson or its own screen open", measured)
}

/// A row of what was measured several times in turn.
fn compared(other: &Other, what: &'static str, measured: String) -> Row {
    let how = other.how(&format!("{RUNS} in turn, median (least–most)"));
    Row { what, measured, budget: "none: beside another program", how }
}

/// A row of what was measured once, ours with a lesson open.
fn once(other: &Other, what: &'static str, measured: String) -> Row {
    let how = other.how("one after the other, once");
    Row { what, measured, budget: "none: beside another program", how }
}
