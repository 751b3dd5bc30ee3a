//! Expected output against printed output: the cases of `tests/corpus/expected/`.
//!
//! A case is `%%% case NAME -> matches|differs`, then, in any order, `%%% values NAME=VALUE`,
//! `%%% port WRITTEN=ACTUAL` and `%%% exit N`, then `%%% expected` and `%%% actual` with their lines.

#![allow(clippy::unwrap_used, reason = "a broken corpus is to stop the test")]

use std::path::Path;

use netdojo::check::{Progress, TaskRun, Watch, compare};
use netdojo::lesson::{Expected, Values};

#[derive(Default)]
struct Case {
    name: String,
    matches: bool,
    values: Values,
    exit: i64,
    expected: String,
    actual: Vec<String>,
}

enum Part {
    Words,
    Expected,
    Actual,
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut part = Part::Words;
    for line in text.lines() {
        let Some(directive) = line.strip_prefix("%%% ") else {
            match (&part, cases.last_mut()) {
                (Part::Expected, Some(case)) => case.expected.extend([line, "\n"]),
                (Part::Actual, Some(case)) => case.actual.push(line.to_owned()),
                _ => {}
            }
            continue;
        };
        let (word, rest) = directive.split_once(' ').unwrap_or((directive, ""));
        if word == "case" {
            let (name, verdict) = rest.rsplit_once(" -> ").expect("a verdict");
            assert!(["matches", "differs"].contains(&verdict), "{rest}");
            cases.push(Case { name: name.to_owned(), matches: verdict == "matches", ..Case::default() });
            part = Part::Words;
            continue;
        }
        let case = cases.last_mut().expect("a case first");
        match (word, rest.split_once('=')) {
            ("values", Some((name, value))) => {
                case.values.named.extend([(name.to_owned(), value.to_owned())]);
            }
            ("port", Some((written, actual))) => {
                case.values.ports.extend([(written.parse::<u16>().unwrap(), actual.parse::<u16>().unwrap())]);
            }
            ("exit", None) => case.exit = rest.parse().unwrap(),
            ("expected", None) => part = Part::Expected,
            ("actual", None) => part = Part::Actual,
            _ => panic!("unknown directive: {line}"),
        }
    }
    for case in &mut cases {
        // The blank line that sets cases apart.
        if case.actual.last().is_some_and(String::is_empty) {
            case.actual.pop();
        }
    }
    cases
}

#[test]
fn every_case_comes_out_as_it_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/expected");
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        for case in cases(&std::fs::read_to_string(&path).unwrap()) {
            count += 1;
            let expected = Expected::from_text(&case.expected)
                .unwrap_or_else(|problems| panic!("{}: {}: {problems:?}", path.display(), case.name));
            let run = TaskRun { lines: case.actual.clone(), exit: Some(case.exit), interrupted: false };
            let comparison = compare(&expected, &run, &case.values);
            if comparison.matches() != case.matches {
                wrong.push(format!("{}: {}: {comparison:#?}", path.display(), case.name));
            }
            // What is followed line by line while it runs comes to the same end.
            let mut watch = Watch::new(&[expected], &case.values);
            for line in &case.actual {
                watch.line(line);
            }
            if watch.progress() == Progress::InterruptNow {
                watch.interrupted();
            }
            let complete = watch.progress() == Progress::Complete;
            assert_eq!(complete, comparison.output_matches, "{}: {}", path.display(), case.name);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 50, "only {count} cases were found");
}
