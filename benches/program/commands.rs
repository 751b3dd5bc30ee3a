//! Whole commands beside the docker command line.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use netdojo::lesson::{self, Line, Task};

use super::engine::{Crowd, PROGRAM, docker_cli, timed};
use super::figures::{Figures, Row};
use super::pty::Pty;

/// Ours and theirs in turn, so that a machine that slows down slows both.
fn pairs(
    runs: usize,
    mut ours: impl FnMut() -> Duration,
    mut theirs: impl FnMut() -> Duration,
) -> (Figures, Figures, Figures) {
    let _warm = (ours(), theirs());
    let taken: Vec<(Duration, Duration)> = (0..runs).map(|_| (ours(), theirs())).collect();
    (
        Figures::millis(taken.iter().map(|pair| pair.0)),
        Figures::millis(taken.iter().map(|pair| pair.1)),
        Figures::of(taken.iter().map(|pair| pair.0.as_secs_f64() / pair.1.as_secs_f64())),
    )
}

/// `netdojo run 'docker ps'` beside `docker ps`, 20 containers running.
pub fn ps() -> Vec<Row> {
    let Some(version) = docker_cli() else { return Vec::new() };
    let _crowd = Crowd::of(20);
    let runs = 41;
    let (ours, theirs, ratio) =
        pairs(runs, || timed(PROGRAM, &["run", "docker ps"]), || timed("docker", &["ps"]));
    vec![Row {
        what: "`netdojo run 'docker ps'`, whole process",
        measured: format!("{} against {}: {:.2} ×", ours.spread(), theirs.spread(), ratio.median()),
        budget: "≤ 0.6 × the docker CLI",
        how: format!(
            "20 containers, {runs} pairs in turn, docker CLI {version}, median (least–most), ratio pair by pair"
        ),
    }]
}

/// The lesson's lines through `netdojo verify` beside the same lines through the docker CLI.
pub fn lesson() -> Vec<Row> {
    let Some(version) = docker_cli() else { return Vec::new() };
    let course = lesson::load();
    let lesson = course.lessons.iter().find(|lesson| lesson.id == "link").expect("the lesson is there");
    let tasks: Vec<Task> = lesson.steps.iter().flat_map(|step| step.tasks.clone()).collect();
    let runs = 5;
    let (ours, theirs, ratio) =
        pairs(runs, || timed(PROGRAM, &["verify", "link", "--lang", "en"]), || tasks.iter().map(play).sum());
    vec![Row {
        what: "the lines of `link`, played and judged by `netdojo verify`",
        measured: format!("{} against {}: {:.2} ×", ours.spread(), theirs.spread(), ratio.median()),
        budget: "≤ 0.9 × the docker CLI",
        how: format!(
            "{} lines, {runs} pairs in turn, docker CLI {version} in `sh -c` on a terminal, nothing judged there",
            tasks.len()
        ),
    }]
}

/// One task through the docker command line: on a terminal where its line asks for one, interrupted
/// once as much has come as the lesson waits for. How long it took; looking a value up is not counted.
fn play(task: &Task) -> Duration {
    let expected = &task.expected[0];
    let mut line = task.line.clone();
    for (value, container, format) in [
        ("[IP:second]", "alpine_02", "{{.NetworkSettings.Networks.bridge.IPAddress}}"),
        ("[ID:short]", "alpine_01", "{{slice .Id 0 12}}"),
    ] {
        if line.contains(value) {
            line = line.replace(value, &inspected(container, format));
        }
    }
    let began = Instant::now();
    if !line.contains("-it") {
        let mut shell = Command::new("sh");
        shell.args(["-c", &line]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let code = shell.status().expect("sh starts").code();
        assert_eq!(code.map(i64::from), Some(expected.exit), "{line}");
        return began.elapsed();
    }
    let home = tempfile::tempdir().expect("a folder");
    let mut terminal = Pty::spawn(80, 24, home.path(), &[], "sh", &["-c", &line]);
    if expected.lines.contains(&Line::Interrupt) {
        terminal.wait("two answers", |screen| screen.contains("seq=1"));
        terminal.keys("\x03");
    }
    assert_eq!(i64::from(terminal.ended().code), expected.exit, "{line}");
    began.elapsed()
}

/// What the engine says of a container.
fn inspected(name: &str, format: &str) -> String {
    let output =
        Command::new("docker").args(["inspect", "-f", format, name]).output().expect("docker starts");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
