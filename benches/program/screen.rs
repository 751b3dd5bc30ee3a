//! The terminal program on a pseudo-terminal.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::commands::pairs;
use super::engine::{Crowd, docker_cli, timed};
use super::figures::{Figures, Row};
use super::pty::{Pty, key};

/// The longest that our own screen may go on drawing.
const PATIENCE: Duration = Duration::from_secs(60);

/// A folder of its own for a program.
pub fn home() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// The program with the first lesson open.
pub fn with_lesson(home: &Path, cols: u16, rows: u16) -> Pty {
    let mut program = Pty::start(cols, rows, home, &[], &["--lang", "en"]);
    program.see("netdojo");
    program.wait("the engine", |screen| screen.contains("Docker") || screen.contains("Podman"));
    program.keys(key::ENTER);
    program.see("docker run");
    program
}

/// From the start of the process to the whole start screen.
pub fn first_frame() -> Vec<Row> {
    let runs = 41;
    let taken = (0..runs).map(|_| {
        let home = home();
        let began = Instant::now();
        let program = Pty::start(160, 45, home.path(), &[], &["--lang", "en"]);
        // The last row is drawn last: when the prompt stands there, the frame is whole.
        program.wait("the prompt", |screen| screen.trim_end().lines().count() >= 44);
        began.elapsed()
    });
    let taken = Figures::millis(taken);
    vec![Row {
        what: "start to first full frame",
        measured: taken.spread(),
        budget: "≤ 20 ms",
        how: format!(
            "{runs} starts at 160×45, from before the start of the process to the last row of the screen, median (least–most)"
        ),
    }]
}

/// From a key to what it changes on the screen.
pub fn key() -> Vec<Row> {
    let home = home();
    let mut program = with_lesson(home.path(), 160, 45);
    let mut typed = String::new();
    let mut taken = Vec::new();
    for letter in "docker ps -a # abcdefghijklmnopqrstuvwxyz0123456789".chars() {
        typed.push(letter);
        let began = Instant::now();
        program.keys(&letter.to_string());
        let wanted = typed.trim_end().to_owned();
        program.wait("the letter", |screen| screen.contains(&wanted));
        if letter != ' ' {
            taken.push(began.elapsed());
        }
    }
    let taken = Figures::millis(taken);
    vec![Row {
        what: "key → frame",
        measured: format!("{}, 99 % within {:.1} ms", taken.spread(), taken.percentile(99)),
        budget: "≤ 16 ms",
        how:
            "a letter typed into the prompt of an open lesson at 160×45, to the letter on the emulated screen"
                .into(),
    }]
}

/// Processor time of an idle screen, its own and the engine's.
pub fn idle() -> Vec<Row> {
    let _crowd = Crowd::of(20);
    let window = Duration::from_secs(15);
    // What the engine does by itself, before there is anybody to serve.
    let alone = rest(&daemons(), window).iter().sum::<u64>();
    let home = home();
    let program = with_lesson(home.path(), 160, 45);
    // Whatever the start still has to do is done when nothing has been drawn for a second.
    settle(&program, PATIENCE);
    let before = daemons().iter().filter_map(|pid| ticks(*pid)).sum::<u64>();
    let ours = rest(&[program.pid()], window).iter().sum::<u64>();
    let after = daemons().iter().filter_map(|pid| ticks(*pid)).sum::<u64>();
    vec![Row {
        what: "idle, 20 containers, lesson open",
        measured: format!("{ours} ticks, engine {} ticks (without us {alone})", after - before),
        budget: "0 ticks in 15 s, none caused in the daemon",
        how:
            "user and system time of /proc/PID/stat over 15 s, 100 ticks to the second; the engine is dockerd"
                .into(),
    }]
}

/// Memory with a lesson open.
pub fn resident() -> Vec<Row> {
    let _crowd = Crowd::of(20);
    let home = home();
    let program = with_lesson(home.path(), 160, 45);
    settle(&program, PATIENCE);
    vec![Row {
        what: "resident, lesson open",
        measured: format!("{:.1} MB", resident_mb(program.pid())),
        budget: "≤ 20 MB",
        how: "VmRSS of /proc/PID/status, 20 containers, 160×45".into(),
    }]
}

/// A million lines of output, and a key in the midst of them, beside the docker CLI where its output goes nowhere.
pub fn flood() -> Vec<Row> {
    const RUNS: usize = 5;
    let line = ["run", "--rm", "alpine", "seq", "1000000"];
    let (mut keys, mut resident) = (Vec::new(), Vec::new());
    let ours = || {
        let (took, key, megabytes) = flooded(&format!("docker {}", line.join(" ")));
        keys.push(key);
        resident.push(megabytes);
        took
    };
    let (took, beside) = match docker_cli() {
        Some(version) => {
            let (ours, theirs, ratio) = pairs(RUNS, ours, || timed("docker", &line));
            let figures = format!("{} against {}: {:.2} ×", ours.spread(), theirs.spread(), ratio.median());
            (figures, format!("; docker CLI {version}, in turn, what it prints thrown away"))
        }
        None => (Figures::millis(std::iter::repeat_with(ours).take(RUNS)).spread(), String::new()),
    };
    vec![Row {
        what: "a million lines of output",
        measured: format!(
            "{took}; {:.1} MB afterwards, a key in the midst {}",
            Figures::of(resident).percentile(100),
            Figures::millis(keys).spread()
        ),
        budget: "screen stays live, ≤ 40 MB resident",
        how: format!(
            "`docker run --rm alpine seq 1000000` in the lesson screen at 160×45, {RUNS} times, median (least–most), \
             the most memory{beside}"
        ),
    }]
}

/// How long the lines took, how long a key in the midst of them, and the memory afterwards in MB.
fn flooded(line: &str) -> (Duration, Duration, f64) {
    let home = home();
    let mut program = with_lesson(home.path(), 160, 45);
    let began = Instant::now();
    program.line(line);
    program.wait("some thousands of lines", |screen| screen.lines().any(counts));
    let key = Instant::now();
    program.keys("abcdefg");
    program.see("abcdefg");
    let key = key.elapsed();
    program.wait("the last lines", |screen| screen.contains("999998") && screen.contains("999999"));
    (began.elapsed(), key, resident_mb(program.pid()))
}

/// Whether a row ends with one of the numbers that are counted; the line that counts them does not.
fn counts(row: &str) -> bool {
    let last = row.split_whitespace().next_back().and_then(|word| word.parse::<u32>().ok());
    last.is_some_and(|number| (1000..1_000_000).contains(&number))
}

/// Waits until nothing has been drawn for a second, or for as long as `patience` says.
pub fn settle(program: &Pty, patience: Duration) {
    let began = Instant::now();
    let mut written = program.written();
    while began.elapsed() < patience {
        std::thread::sleep(Duration::from_secs(1));
        let now = program.written();
        if now == written {
            return;
        }
        written = now;
    }
}

/// Ticks that each of the processes uses while we wait.
pub fn rest(pids: &[u32], window: Duration) -> Vec<u64> {
    let now = || pids.iter().map(|pid| ticks(*pid).unwrap_or(0)).collect::<Vec<u64>>();
    let before = now();
    std::thread::sleep(window);
    now().iter().zip(before).map(|(now, before)| now.saturating_sub(before)).collect()
}

/// User and system time of a process in ticks, its threads included.
fn ticks(pid: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let after_name = stat.rsplit(')').next()?;
    let fields: Vec<&str> = after_name.split_whitespace().collect();
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}

/// The dockerd processes of this machine.
pub fn daemons() -> Vec<u32> {
    let processes = fs::read_dir("/proc").expect("/proc is there");
    processes
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter(|pid| {
            fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name.trim() == "dockerd")
        })
        .collect()
}

pub fn resident_mb(pid: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("the process is there");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("VmRSS");
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<f64>().ok()).expect("a number") / 1024.0
}
