//! Docker's flag grammar, against what docker CLI 28.2 said to the same lines (`tests/shell/record`).

#![allow(clippy::unwrap_used, reason = "a record that cannot be read is a failed test")]

use netdojo::shell::{ShellError, parse};

/// A line, the exit code (none where the CLI went on to ask the engine), and what it printed.
fn recorded() -> Vec<(&'static str, Option<i64>, &'static str)> {
    include_str!("shell/docker-28.2.txt")
        .split("\n\n%\n")
        .filter(|entry| !entry.is_empty())
        .map(|entry| {
            let (line, rest) = entry.strip_prefix("$ ").unwrap().split_once("\n? ").unwrap();
            let (code, said) = rest.split_once('\n').unwrap();
            (line, code.parse().ok(), said)
        })
        .collect()
}

/// Lines that use what this prompt says is not done here, before docker is asked, and one that is refused, in
/// docker's words, only when it runs.
const ELSEWHERE: [&str; 4] = [
    r"docker ps -n $'a\tb\x01\x7f'",
    "docker network create --aux-address a=10.0.0.5 a",
    "docker network create --aux-address a a",
    "docker network rm ''",
];

#[test]
fn every_recorded_line_is_judged_as_docker_judges_it() {
    let mut wrong = Vec::new();
    let lines = recorded();
    assert!(lines.len() > 300, "the record is there: {}", lines.len());
    for (line, code, said) in lines {
        if ELSEWHERE.contains(&line) {
            continue;
        }
        match (code, parse(line)) {
            (Some(code), Err(ShellError::Docker { message, code: ours })) => {
                if message != said || ours != code {
                    wrong
                        .push(format!("{line}\n  docker ({code}): {said:?}\n  ours ({ours}):   {message:?}"));
                }
            }
            // The engine is asked, or would be if this prompt had the flag.
            (None, Ok(_) | Err(ShellError::Line { .. })) => {}
            (_, ours) => wrong.push(format!("{line}\n  docker ({code:?}): {said:?}\n  ours: {ours:?}")),
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}
