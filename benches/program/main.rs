//! The budgets of whole processes, measured on the real engine and, where it does the same, beside
//! the docker command line, oxker and presenterm in the same run; what is not installed is left out.
//!
//!     cargo bench --bench program            all of it, about three minutes
//!     cargo bench --bench program -- ps key  only those whose name contains one of the words
//!
//! Prints a table as it stands in docs/benchmarks.md. Judges nothing: a timed test would fail on a busy
//! machine for no fault of the program's.

#[path = "../../tests/pty/mod.rs"]
mod pty;

mod commands;
mod engine;
mod figures;
mod others;
mod screen;

use figures::Row;

/// One of the measurements.
type Measure = fn() -> Vec<Row>;

/// What can be measured, by name.
const ALL: [(&str, Measure); 9] = [
    ("ps", commands::ps),
    ("lesson", commands::lesson),
    ("first-frame", screen::first_frame),
    ("key", screen::key),
    ("idle", screen::idle),
    ("resident", screen::resident),
    ("flood", screen::flood),
    ("oxker", others::oxker),
    ("presenterm", others::presenterm),
];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    println!("| what | measured | budget | how |");
    println!("| --- | --- | --- | --- |");
    for (name, measure) in ALL {
        if words.is_empty() || words.iter().any(|word| name.contains(word.as_str())) {
            for row in measure() {
                println!("| {} | {} | {} | {} |", row.what, row.measured, row.budget, row.how);
            }
        }
    }
}
