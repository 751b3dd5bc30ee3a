//! Docker's flag grammar, against what docker CLI 28.2 said to the same lines (`tests/shell/record`).

#![allow(clippy::unwrap_used, reason = "a record that cannot be read is a failed test")]

use netdojo::shell::docker::Invocation;
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

/// Lines that use what this prompt says is not done here, before docker is asked: with which phrase, and at what.
const NOT_HERE: [(&str, &str, &str); 3] = [
    (r"docker ps -n $'a\tb\x01\x7f'", "shell-ansi-quote", "$"),
    ("docker network create --aux-address a=10.0.0.5 a", "shell-docker-flag-absent", "--aux-address"),
    ("docker network create --aux-address a a", "shell-docker-flag-absent", "--aux-address"),
];

/// A line that is refused, in docker's words, only when it runs.
const WHEN_IT_RUNS: &str = "docker network rm ''";

#[test]
fn every_recorded_line_is_judged_as_docker_judges_it() {
    let mut wrong = Vec::new();
    let lines = recorded();
    assert!(lines.len() > 300, "the record is there: {}", lines.len());
    for (line, code, said) in lines {
        if NOT_HERE.iter().any(|(here, ..)| *here == line) || line == WHEN_IT_RUNS {
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

#[test]
fn what_is_not_done_here_is_said_before_docker_is_asked() {
    let recorded = recorded();
    for (line, key, what) in NOT_HERE {
        assert!(recorded.iter().any(|(one, ..)| *one == line), "{line} is in the record");
        let Err(ShellError::Line { phrase, span, code }) = parse(line) else { panic!("{line} is refused") };
        assert_eq!((phrase.key, &line[span], code), (key, what, 2), "{line}");
    }
}

#[test]
fn an_empty_name_is_left_to_the_one_that_removes() {
    assert!(recorded().iter().any(|(line, ..)| *line == WHEN_IT_RUNS));
    let script = parse(WHEN_IT_RUNS).unwrap();
    let Some(Invocation::NetworkRm(rm)) = script.docker() else { panic!("{script:?}") };
    assert_eq!((rm.names.as_slice(), rm.force), ([String::new()].as_slice(), false));
}
