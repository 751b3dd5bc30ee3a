//! The same lines through the docker CLI and through us, on the same engine, side by side.
//!
//! `cargo bench --bench docker_parity` needs the docker CLI 28.2, the images `alpine` and `nginx`, and an engine.
//! It prints every line whose output, streams or exit code differ and ends with 1 if there are any. Ids,
//! times and ages, which differ from one run to the next, are masked. The tests in `tests/docker` hold the
//! same expectations as recorded text, so that they need no CLI.

use std::process::{Command, ExitCode, Stdio};

use netdojo::docker::{Context, Event, Input, Io, Stream, execute};
use netdojo::engine::{Engine, Surroundings, candidates, open};
use netdojo::shell::{self, ShellError};
use regex::Regex;
use tokio::sync::mpsc;

/// Lines whose containers are made anew for each side; `$A`, `$B`, `$N` are names of our own.
const LINES: &str = include_str!("docker_parity.txt");

/// What a line gives: standard output, standard error, exit code.
type Given = (String, String, i64);

fn main() -> ExitCode {
    let Ok(version) = Command::new("docker").arg("--version").output() else {
        eprintln!("docker_parity: there is no docker CLI to compare with");
        return ExitCode::FAILURE;
    };
    println!("{}", String::from_utf8_lossy(&version.stdout).trim());
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let engine = runtime.block_on(async {
        let place = candidates(&Surroundings::of_process()).expect("an endpoint").remove(0);
        open(&place).await.expect("an engine")
    });
    let (mut same, mut different) = (0, 0);
    for line in LINES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (line, quiet) = line.strip_prefix('@').map_or((line, false), |line| (line, true));
        let theirs = by_docker(&name(line, "cli"));
        let ours = runtime.block_on(by_us(&engine, &name(line, "our")));
        let (theirs, ours) = (masked(theirs, "cli"), masked(ours, "our"));
        if theirs == ours {
            same += usize::from(!quiet);
        } else {
            different += 1;
            println!(
                "\n$ {line}\n  docker: {}\n  ours:   {}",
                around(&theirs, &ours),
                around(&ours, &theirs)
            );
        }
    }
    println!("\n{same} lines alike, {different} not");
    ExitCode::from(u8::from(different > 0))
}

/// What was given, from a little before the first difference.
fn around(given: &Given, other: &Given) -> String {
    let (text, other) = (format!("{given:?}"), format!("{other:?}"));
    let common = text.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    text.chars().skip(common.saturating_sub(80)).take(600).collect()
}

/// The line with names for one side.
fn name(line: &str, side: &str) -> String {
    line.replace("$A", &format!("ndp-{side}-a"))
        .replace("$B", &format!("ndp-{side}-b"))
        .replace("$N", &format!("ndp-{side}-n"))
}

fn by_docker(line: &str) -> Given {
    let done = Command::new("sh").args(["-c", line]).stdin(Stdio::null()).output().expect("sh");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (text(done.stdout), text(done.stderr), done.status.code().map_or(-1, i64::from))
}

async fn by_us(engine: &Engine, line: &str) -> Given {
    let script = match shell::parse(line) {
        Ok(script) => script,
        Err(ShellError::Docker { message, code }) => return (String::new(), message + "\n", code),
        // What this prompt does not do, the lines that prepare do through the CLI.
        Err(_) => return by_docker(line),
    };
    let shell::Command::Docker(invocation) = script.command else { return by_docker(line) };
    let (events, mut out) = mpsc::channel(16);
    let (keys, input) = mpsc::channel(1);
    let _ = keys.send(Input::Eof).await;
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let context = Context::default();
    let reading = async {
        while let Some(event) = out.recv().await {
            if let Event::Output(chunk) = event {
                match chunk.stream {
                    Stream::Stdout => stdout.extend_from_slice(&chunk.bytes),
                    Stream::Stderr => stderr.extend_from_slice(&chunk.bytes),
                }
            }
        }
    };
    let io = Io { out: events, input, terminal: None };
    let (ended, ()) = tokio::join!(execute(engine, &invocation, &context, io), reading);
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    (text(stdout), text(stderr), ended.code())
}

/// Without what differs from one run to the next.
fn masked((stdout, stderr, code): Given, side: &str) -> Given {
    let masks = [
        (r"\b[0-9a-f]{64}\b", "ID64"),
        (r"\b[0-9a-f]{12}\b", "ID12"),
        (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?( \+0000 UTC)?", "TIME"),
        (r"(Less than a second|About an? \w+|\d+ (second|minute|hour|day|week)s?)( ago)?", "AGE"),
        (r"\b(172|10)\.\d+\.\d+\.\d+|\b([0-9a-f]{2}:){5}[0-9a-f]{2}\b", "ADDR"),
        (r#""Pid": ?\d+"#, "PID"),
        (r" +\n", "\n"),
        (r" {3,}", "   "),
        (r"\b[34]\d{4}\b", "PORT"),
    ];
    let mask = |text: String| {
        masks.iter().fold(text.replace(&format!("ndp-{side}"), "ndp"), |text, (pattern, name)| {
            Regex::new(pattern).expect("a pattern").replace_all(&text, *name).into_owned()
        })
    };
    (mask(stdout), mask(stderr), code)
}
