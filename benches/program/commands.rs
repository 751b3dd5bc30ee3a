//! Whole commands beside the docker command line.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use netdojo::lesson::{self, Line, Task};

use super::engine::{Crowd, PROGRAM, docker_cli, timed};
use super::figures::{Figures, Row};
use super::pty::Pty;

/// Ours and theirs in turn, so that a machine that slows down slows both.
pub fn pairs(
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

/// The lesson's lines through `netdojo verify` beside the same lines through the docker CLI: the lines
/// alone, as `verify --json` times them, and the whole process, which judges as well.
pub fn lesson() -> Vec<Row> {
    let Some(version) = docker_cli() else { return Vec::new() };
    let course = lesson::load();
    let lesson = course.lessons.iter().find(|lesson| lesson.id == "link").expect("the lesson is there");
    let tasks: Vec<Task> = lesson.steps.iter().flat_map(|step| step.tasks.clone()).collect();
    let runs = 9;
    let mut lines = Vec::new();
    let verify = || {
        let began = Instant::now();
        let spent = verified();
        lines.push(spent);
        began.elapsed()
    };
    let (whole, theirs, whole_ratio) = pairs(runs, verify, || tasks.iter().map(play).sum());
    // The first was the warm-up of `pairs`.
    let lines = Figures::millis(lines.into_iter().skip(1));
    let how = format!(
        "{} lines, {runs} pairs in turn, docker CLI {version} in `sh -c` on a terminal, nothing judged there",
        tasks.len()
    );
    vec![
        Row {
            what: "the lines of `link`, played by `netdojo verify`",
            measured: format!(
                "{} against {}: {:.2} ×",
                lines.spread(),
                theirs.spread(),
                lines.median() / theirs.median()
            ),
            budget: "≤ 0.9 × the docker CLI",
            how: format!("{how}; ours from the start of each line to its end, as `--json` gives it"),
        },
        Row {
            what: "the same, the whole process: starting, judging, cleaning up",
            measured: format!("{}: {:.2} ×", whole.spread(), whole_ratio.median()),
            budget: "none",
            how,
        },
    ]
}

/// Plays the lesson with `netdojo verify` and gives what its lines took.
fn verified() -> Duration {
    let output = Command::new(PROGRAM)
        .args(["verify", "link", "--lang", "en", "--json"])
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a report");
    assert_eq!(report["passed"], true, "{report}");
    let each = |value: &serde_json::Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let steps = each(&report["lessons"][0], "steps");
    let tasks = steps.iter().flat_map(|step| each(step, "tasks"));
    Duration::from_secs_f64(tasks.filter_map(|task| task["seconds"].as_f64()).sum())
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
