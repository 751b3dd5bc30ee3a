//! The best alignment of an expected output with one that does not match it.

use std::hash::{BuildHasher, Hasher, RandomState};

use super::line::Part;
use super::script::{Rule, Script, Step, is_empty};

/// Cells of the table that is filled at most; lines beyond are reported as too many.
const MOST_CELLS: usize = 400_000;
const MISSING: u32 = 4;
const EXTRA: u32 = 4;

/// The steps that put expected and printed lines together at the lowest cost.
///
/// A pair that differs costs the less the more words the two have in common, so that a changed line
/// stands beside what it should have been, and a foreign line stands alone.
pub(super) fn align(script: &Script, lines: &[String]) -> Vec<Step> {
    let rules = script.rules().len();
    let width = rules + 1;
    let shown = lines.len().min(MOST_CELLS / width).max(1).min(lines.len());
    let table = Table::fill(script, &lines[..shown], width);
    let mut steps = table.walk(rules, shown);
    steps.extend((shown..lines.len()).map(Step::Extra));
    steps
}

struct Table {
    width: usize,
    /// By line, then rule: the step by which the cell is reached at the lowest cost.
    steps: Vec<Option<Step>>,
}

impl Table {
    fn fill(script: &Script, lines: &[String], width: usize) -> Self {
        let words = Words::default();
        let expected: Vec<Vec<u64>> = script
            .rules()
            .iter()
            .map(|rule| match rule {
                Rule::Text(pattern) => words.of(&pattern.parts().iter().map(Part::shown).collect::<String>()),
                Rule::Any | Rule::Interrupt => Vec::new(),
            })
            .collect();
        let mut steps = vec![None; width * (lines.len() + 1)];
        let mut before = vec![u32::MAX; width];
        for (j, row) in steps.chunks_mut(width).enumerate() {
            let line = j.checked_sub(1).map(|line| (line, lines[line].as_str(), words.of(&lines[line])));
            let mut costs = vec![u32::MAX; width];
            for i in 0..width {
                let mut best = (if (i, j) == (0, 0) { 0 } else { u32::MAX }, None);
                let mut offer = |from: u32, (cost, step): (u32, Step)| {
                    if from.saturating_add(cost) < best.0 {
                        best = (from.saturating_add(cost), Some(step));
                    }
                };
                if let Some((line, text, words)) = &line {
                    offer(before[i], alone(script, i, *line, text));
                    if i > 0
                        && let Some(step) = together(script, i - 1, *line, text, (&expected[i - 1], words))
                    {
                        offer(before[i - 1], step);
                    }
                }
                if i > 0 {
                    offer(costs[i - 1], without(script, i - 1));
                }
                (costs[i], row[i]) = best;
            }
            before = costs;
        }
        Self { width, steps }
    }

    fn walk(&self, mut i: usize, mut j: usize) -> Vec<Step> {
        let mut walked = Vec::with_capacity(i + j);
        while let Some(step) = self.steps[j * self.width + i] {
            match step {
                Step::Pair(..) | Step::Differ(..) => (i, j) = (i - 1, j - 1),
                Step::Absorb(..) | Step::Blank(_) | Step::Extra(_) => j -= 1,
                Step::Skip(_) | Step::Missing(_) => i -= 1,
            }
            walked.push(step);
        }
        walked.reverse();
        walked
    }
}

/// The step that takes a line where rule `next` is still to come.
fn alone(script: &Script, next: usize, line: usize, text: &str) -> (u32, Step) {
    match script.rules().get(next) {
        Some(Rule::Any) => (0, Step::Absorb(next, line)),
        _ if is_empty(text) => (0, Step::Blank(line)),
        _ => (EXTRA, Step::Extra(line)),
    }
}

/// The step that takes a rule and a line, where there is one.
fn together(
    script: &Script,
    rule: usize,
    line: usize,
    text: &str,
    (expected, actual): (&[u64], &[u64]),
) -> Option<(u32, Step)> {
    match script.rules()[rule] {
        Rule::Any => None,
        _ if script.accepts(rule, text) => Some((0, Step::Pair(rule, line))),
        Rule::Interrupt => None,
        Rule::Text(_) => Some((distance(expected, actual), Step::Differ(rule, line))),
    }
}

/// The step that takes a rule without a line.
fn without(script: &Script, rule: usize) -> (u32, Step) {
    match script.rules()[rule] {
        Rule::Text(_) => (MISSING, Step::Missing(rule)),
        Rule::Any | Rule::Interrupt => (0, Step::Skip(rule)),
    }
}

/// Words as numbers, so that comparing lines is cheap.
#[derive(Default)]
struct Words(RandomState);

impl Words {
    fn of(&self, line: &str) -> Vec<u64> {
        let mut words: Vec<u64> = line
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| {
                let mut hasher = self.0.build_hasher();
                hasher.write(word.as_bytes());
                hasher.finish()
            })
            .collect();
        words.sort_unstable();
        words.dedup();
        words
    }
}

/// What it costs to show two lines side by side that differ: less than leaving both alone where they
/// share words, more where they share none.
fn distance(expected: &[u64], actual: &[u64]) -> u32 {
    let common = expected.iter().filter(|word| actual.binary_search(word).is_ok()).count();
    let all = expected.len().max(actual.len());
    match common {
        0 if all > 0 => MISSING + EXTRA - 1,
        common if common * 2 >= all => 2,
        _ => 4,
    }
}
