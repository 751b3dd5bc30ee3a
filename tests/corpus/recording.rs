//! What a lesson's tasks have printed somewhere, written down in a file.
//!
//! `# name = value` gives a value that the lesson asks the engine for, `# write OURS for THEIRS` says what the
//! lesson calls what is called otherwise there, and other lines with `#` say where it is from. Below `-- STEP NUMBER --`
//! stands what the step's task with that number printed; `? 1` is its exit code where it is not 0.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use netdojo::check::TaskRun;
use netdojo::lesson::Values;

/// What was printed: by step and task, and the values that held.
pub struct Recording {
    pub path: PathBuf,
    pub values: Values,
    pub tasks: BTreeMap<(String, usize), TaskRun>,
}

/// The files of a folder below `tests/corpus/`, in the order of their names.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Reads one file.
pub fn read(path: PathBuf) -> Recording {
    let text = std::fs::read_to_string(&path).unwrap();
    let mut recording = Recording { path, values: Values::default(), tasks: BTreeMap::new() };
    let mut renamed = Vec::new();
    let mut open = None;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --")) {
            let (step, number) = name.split_once(' ').unwrap();
            let key = (step.to_owned(), number.parse::<usize>().unwrap() - 1);
            let run = TaskRun { exit: Some(0), ..TaskRun::default() };
            assert!(
                recording.tasks.insert(key.clone(), run).is_none(),
                "{} {name}: twice",
                recording.path.display()
            );
            open = Some(key);
        } else if let Some(key) = &open {
            let run = recording.tasks.get_mut(key).unwrap();
            if let Some(code) = line.strip_prefix("? ") {
                run.exit = Some(code.parse().unwrap());
            } else {
                run.interrupted |= line == "^C";
                let line = renamed.iter().fold(line.to_owned(), |line, (theirs, ours): &(String, String)| {
                    line.replace(theirs, ours)
                });
                run.lines.push(line);
            }
        } else if let Some((ours, theirs)) =
            line.strip_prefix("# write ").and_then(|rest| rest.split_once(" for "))
        {
            renamed.push((theirs.to_owned(), ours.to_owned()));
        } else if let Some((name, value)) = line.trim_start_matches("# ").split_once(" = ") {
            recording.values.named.insert(name.to_owned(), value.to_owned());
        }
    }
    recording
}
