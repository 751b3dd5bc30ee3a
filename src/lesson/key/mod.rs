//! Reads the answer key, `lesson.toml`: all that is wrong with it at once, each with its place.

mod goal;
mod header;
mod reach;
mod step;
mod table;

use std::collections::BTreeMap;
use std::ops::Range;

use self::table::Table;
use super::problem::{Problem, Source};
use super::{Expected, Goal, Need, Reach};
use crate::i18n::phrase;
use crate::lesson::value::Source as ValueSource;

/// An answer key with where its parts stand.
#[derive(Debug, Default)]
pub(super) struct Key {
    /// Whether it is there and is TOML; else what it lacks says nothing.
    pub legible: bool,
    pub images: Vec<Placed<String>>,
    pub minutes: u16,
    pub needs: Vec<Need>,
    pub ports: BTreeMap<String, Placed<u16>>,
    pub values: BTreeMap<String, Placed<ValueSource>>,
    pub steps: BTreeMap<String, Placed<StepKey>>,
}

/// What the key says of one step.
#[derive(Debug, Default)]
pub(super) struct StepKey {
    /// Where it says so.
    pub looks: Option<Range<usize>>,
    pub goals: Vec<Goal>,
    pub reaches: Vec<Reach>,
    pub needs: Vec<Need>,
    pub alternatives: Vec<Placed<Alternative>>,
}

/// Another output that a task may have.
#[derive(Debug)]
pub(super) struct Alternative {
    /// The task's number in its step, from 1.
    pub task: usize,
    pub expected: Expected,
}

/// Something and where it stands in the key.
#[derive(Debug, Clone, Default)]
pub(super) struct Placed<T> {
    pub value: T,
    pub span: Range<usize>,
}

/// Reads `course.toml`: the ids of the lessons in their order.
pub(super) fn course(source: Source<'_>, problems: &mut Vec<Problem>) -> Vec<Placed<String>> {
    let (ids, _) = with_table(source, problems, |mut table| {
        header::format(&mut table);
        let lessons = table.texts("lessons");
        if lessons.is_none() && !table.has("lessons") {
            table.missing("lessons");
        }
        table.finish();
        lessons.unwrap_or_default()
    });
    ids
}

/// Reads a key. What could not be read is left out, and in `problems`.
pub(super) fn read(source: Source<'_>, problems: &mut Vec<Problem>) -> Key {
    let (key, legible) = with_table(source, problems, header::read);
    Key { legible, ..key }
}

/// Reads the whole of a file, and tells whether it is TOML at all.
fn with_table<T>(
    source: Source<'_>,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(Table<'_, '_>) -> T,
) -> (T, bool) {
    let (document, errors) = toml::de::DeTable::parse_recoverable(source.text);
    // What comes after a slip in the syntax mostly follows from it.
    if let Some(error) = errors.iter().min_by_key(|error| error.span().map_or(0, |span| span.start)) {
        let what = phrase("lesson-toml").with("message", error.message());
        problems.push(source.problem(error.span().unwrap_or(0..0), what).help("lesson-toml-help"));
    }
    let mut found = Vec::new();
    let value = read(Table::new(document.get_ref(), 0..0, "", source, &mut found));
    if errors.is_empty() {
        problems.append(&mut found);
    }
    (value, errors.is_empty())
}
