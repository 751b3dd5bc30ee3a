//! Expected output beside what was printed, and whether an interrupt is due while it is being printed.

use super::align::align;
use super::script::{ECHO, Rule, Script, States, Step};
use super::tokens::differing;
use super::verdict::{Comparison, Row, Segment, Stood, TaskRun};
use crate::lesson::{Expected, Values};

/// Zero or more lines, as the lesson writes them.
const ANY: &str = "...";

/// How far a running task has come in its expected output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// All is well so far, and more is expected.
    Pending,
    /// All before the next `^C` has matched: the interrupt is to be sent now.
    InterruptNow,
    /// Everything that is expected has been printed; more may come where the end is open.
    Complete,
    /// What has been printed cannot match any more, whatever comes.
    Diverged,
}

/// Puts expected and printed lines side by side.
///
/// `values` replace `[KIND:name]` and ports. A run that has not ended has no exit code to differ.
/// Time is bounded by lines expected × lines printed.
pub fn compare(expected: &Expected, run: &TaskRun, values: &Values) -> Comparison {
    let script = Script::new(expected, values);
    let trace = script.trace(&run.lines);
    let output_matches = trace.is_some();
    let steps = trace.unwrap_or_else(|| align(&script, &run.lines));
    Comparison {
        rows: rows(&script, &run.lines, &steps, !expected.lines.is_empty()),
        output_matches,
        exit_differs: run.exit.filter(|exit| *exit != expected.exit).map(|exit| (expected.exit, exit)),
    }
}

/// The comparison with the alternative that fits best; the first of those that fit equally well.
///
/// No alternative at all means that nothing is said but that it ends well.
pub fn compare_best(alternatives: &[Expected], run: &TaskRun, values: &Values) -> Comparison {
    let penalty = |comparison: &Comparison| {
        let differing = comparison.rows.iter().filter(|row| !row.matches).count();
        (!comparison.matches(), differing + usize::from(comparison.exit_differs.is_some()))
    };
    alternatives
        .iter()
        .map(|expected| compare(expected, run, values))
        .min_by_key(penalty)
        .unwrap_or_else(|| compare(&Expected::default(), run, values))
}

/// Follows a task's output line by line, at a cost per line that does not grow.
#[derive(Debug)]
pub struct Watch {
    followed: Vec<Followed>,
    interrupts: usize,
}

#[derive(Debug)]
struct Followed {
    script: Script,
    states: States,
    /// How many interrupts have become due.
    due: usize,
}

impl Watch {
    /// Follows all alternatives of a task; none means that anything will do.
    pub fn new(alternatives: &[Expected], values: &Values) -> Self {
        let anything = [Expected::default()];
        let alternatives = if alternatives.is_empty() { &anything } else { alternatives };
        let followed = alternatives
            .iter()
            .map(|expected| {
                let script = Script::new(expected, values);
                let mut followed = Followed { states: script.start(), script, due: 0 };
                followed.latch(0);
                followed
            })
            .collect();
        Self { followed, interrupts: 0 }
    }

    /// Takes in a line that has ended; the rest of one that has not might still change it.
    pub fn line(&mut self, line: &str) {
        for followed in &mut self.followed {
            followed.states = followed.script.next(&followed.states, line);
            followed.latch(self.interrupts);
        }
    }

    /// Says that the interrupt asked for was sent.
    pub fn interrupted(&mut self) {
        self.interrupts += 1;
    }

    /// How far the output has come.
    pub fn progress(&self) -> Progress {
        if self.followed.iter().any(|followed| followed.due > self.interrupts) {
            return Progress::InterruptNow;
        }
        let complete = |followed: &Followed| {
            followed.script.is_complete(&followed.states)
                && followed.script.interrupt(self.interrupts).is_none()
        };
        if self.followed.iter().any(complete) {
            Progress::Complete
        } else if self.followed.iter().any(|followed| followed.states.contains(&true)) {
            Progress::Pending
        } else {
            Progress::Diverged
        }
    }
}

impl Followed {
    /// Output comes in bursts: that an interrupt was due is remembered when more lines follow.
    /// One more is due only once the one before it was `sent` and something was printed since.
    fn latch(&mut self, sent: usize) {
        let next = self.script.interrupt(self.due);
        if self.due == sent && next.is_some_and(|rule| self.states[rule]) {
            self.due += 1;
        }
    }
}

fn rows(script: &Script, lines: &[String], steps: &[Step], show_any: bool) -> Vec<Row> {
    let mut rows = Vec::with_capacity(steps.len());
    let mut shown = None;
    for step in steps {
        let row = match *step {
            Step::Pair(rule, line) => pair(script, rule, &lines[line]),
            Step::Differ(rule, line) => differ(script, rule, &lines[line]),
            Step::Absorb(rule, line) => {
                let first = shown.replace(rule) != Some(rule) && show_any;
                let expected = first.then(|| script.rules()[rule].shown());
                let any = first.then(|| Stood { wildcard: ANY.to_owned(), text: String::new() });
                let actual = Some(vec![Segment::Varies(lines[line].clone())]);
                Row { expected, actual, matches: true, stood: any.into_iter().collect() }
            }
            Step::Skip(rule) => {
                if shown == Some(rule) || !show_any {
                    continue;
                }
                Row {
                    expected: Some(script.rules()[rule].shown()),
                    actual: None,
                    matches: true,
                    stood: Vec::new(),
                }
            }
            Step::Blank(line) => Row {
                expected: None,
                actual: Some(vec![Segment::Varies(lines[line].clone())]),
                matches: true,
                stood: Vec::new(),
            },
            Step::Missing(rule) => {
                let expected = script.rules()[rule].shown();
                Row {
                    expected: Some(expected.into_iter().map(differs).collect()),
                    actual: None,
                    matches: false,
                    stood: Vec::new(),
                }
            }
            Step::Extra(line) => {
                let actual = Some(vec![Segment::Differs(lines[line].clone())]);
                Row { expected: None, actual, matches: false, stood: Vec::new() }
            }
        };
        rows.push(row);
    }
    rows
}

/// A line that is missing differs as a whole, but for what could have been anything.
fn differs(segment: Segment) -> Segment {
    match segment {
        Segment::Same(text) => Segment::Differs(text),
        other => other,
    }
}

fn pair(script: &Script, rule: usize, line: &str) -> Row {
    let mut stood = Vec::new();
    let sides = match &script.rules()[rule] {
        Rule::Text(pattern) => {
            let (before, bare, after) =
                if pattern.matches(line) { ("", line, "") } else { script.without_echo(rule, line) };
            stood = pattern.stood(bare);
            pattern.sides(bare).map(|(expected, mut actual)| {
                if !before.is_empty() {
                    actual.insert(0, Segment::Varies(before.to_owned()));
                }
                if !after.is_empty() {
                    actual.push(Segment::Varies(after.to_owned()));
                }
                (expected, actual)
            })
        }
        other => Some((other.shown(), vec![Segment::Varies(line.to_owned())])),
    };
    let (expected, actual) =
        sides.unwrap_or_else(|| (script.rules()[rule].shown(), vec![Segment::Same(line.to_owned())]));
    Row { expected: Some(expected), actual: Some(actual), matches: true, stood }
}

fn differ(script: &Script, rule: usize, line: &str) -> Row {
    let (expected, actual) = match &script.rules()[rule] {
        Rule::Text(pattern) => differing(pattern, line),
        other => (other.shown(), vec![Segment::Differs(line.to_owned())]),
    };
    Row { expected: Some(expected), actual: Some(actual), matches: false, stood: Vec::new() }
}

impl Rule {
    /// The rule as the lesson writes it, values put in.
    fn shown(&self) -> Vec<Segment> {
        match self {
            Self::Any => vec![Segment::Varies(ANY.to_owned())],
            Self::Interrupt => vec![Segment::Varies(ECHO.to_owned())],
            Self::Text(pattern) => pattern.expected(),
        }
    }
}

#[cfg(test)]
mod tests;
