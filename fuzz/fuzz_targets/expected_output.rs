//! Any text as what is expected, any other as what came: put side by side, and followed line by line.

#![no_main]

use libfuzzer_sys::fuzz_target;
use netdojo::check::{Progress, TaskRun, Watch, compare};
use netdojo::lesson::{Expected, Values};

fuzz_target!(|text: &str| {
    let (expected, actual) = text.split_once('\u{1}').unwrap_or((text, text));
    let Ok(expected) = Expected::from_text(expected) else { return };
    let lines: Vec<String> = actual.lines().map(str::to_owned).collect();
    let values = Values { named: [("ip".to_owned(), "172.17.0.2".to_owned())].into(), ..Values::default() };
    let run = TaskRun { lines: lines.clone(), exit: Some(expected.exit), interrupted: false };
    let comparison = compare(&expected, &run, &values);
    let mut watch = Watch::new(&[expected], &values);
    for line in &lines {
        watch.line(line);
    }
    if watch.progress() == Progress::InterruptNow {
        watch.interrupted();
    }
    // What is followed while it runs comes to the same end as what is compared afterwards.
    assert_eq!(watch.progress() == Progress::Complete, comparison.output_matches, "{comparison:#?}");
});
