//! An expected output as an automaton over printed lines: no backtracking, so time is bounded.

use super::line::{LinePattern, is_blank};
use crate::lesson::{Expected, Line, Values};

/// What the terminal prints when it is sent an interrupt.
pub(super) const ECHO: &str = "^C";

/// One expected line, compiled.
#[derive(Debug)]
pub(super) enum Rule {
    /// `...`
    Any,
    /// `^C`
    Interrupt,
    /// Text and wildcards.
    Text(LinePattern),
}

/// An expected output, compiled with the learner's own values.
#[derive(Debug)]
pub(super) struct Script {
    rules: Vec<Rule>,
}

/// The rules that may come next: `states[i]` says that the first `i` rules can have matched all so far.
pub(super) type States = Vec<bool>;

/// How one rule and one line were put together: indices of rule and line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The rule matched the line.
    Pair(usize, usize),
    /// The rule, a `...`, took in the line.
    Absorb(usize, usize),
    /// The rule needed no line, or no more.
    Skip(usize),
    /// A blank line where none is expected, which does not count: mostly the echo of an Enter.
    Blank(usize),
    /// The rule and the line stand at the same place and do not match.
    Differ(usize, usize),
    /// No line for the rule.
    Missing(usize),
    /// No rule for the line.
    Extra(usize),
}

impl Script {
    /// Compiles an expectation. One that says nothing takes anything.
    pub(super) fn new(expected: &Expected, values: &Values) -> Self {
        let mut rules: Vec<Rule> = expected
            .lines
            .iter()
            .map(|line| match line {
                Line::Any => Rule::Any,
                Line::Interrupt => Rule::Interrupt,
                Line::Text(pieces) => Rule::Text(LinePattern::new(pieces, values)),
            })
            .collect();
        while matches!(rules.last(), Some(Rule::Text(last)) if last.parts().is_empty()) {
            rules.pop();
        }
        if expected.lines.is_empty() {
            rules.push(Rule::Any);
        }
        Self { rules }
    }

    /// The rules in order.
    pub(super) fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The index of the `n`th interrupt (0 is the first).
    pub(super) fn interrupt(&self, n: usize) -> Option<usize> {
        let interrupts = self.rules.iter().enumerate().filter(|(_, rule)| matches!(rule, Rule::Interrupt));
        interrupts.map(|(i, _)| i).nth(n)
    }

    /// Before anything was printed.
    pub(super) fn start(&self) -> States {
        let mut states = vec![false; self.rules.len() + 1];
        states[0] = true;
        self.close(&mut states);
        states
    }

    /// After one more line.
    pub(super) fn next(&self, states: &States, line: &str) -> States {
        let mut next = vec![false; states.len()];
        for (i, rule) in self.rules.iter().enumerate().filter(|(i, _)| states[*i]) {
            next[i] |= matches!(rule, Rule::Any);
            next[i + 1] |= !matches!(rule, Rule::Any) && self.accepts(i, line);
        }
        if is_empty(line) {
            next.iter_mut().zip(states).for_each(|(next, state)| *next |= state);
        }
        self.close(&mut next);
        next
    }

    /// Whether the states include the end.
    pub(super) fn is_complete(&self, states: &States) -> bool {
        states[self.rules.len()]
    }

    /// Whether rule `i`, a text or an interrupt, matches the line.
    ///
    /// The echo of an interrupt stands on a line of its own, or at the end of the line before, or at the
    /// beginning of the line after; without a terminal there is none.
    pub(super) fn accepts(&self, i: usize, line: &str) -> bool {
        match &self.rules[i] {
            Rule::Any => true,
            Rule::Interrupt => is_empty(line.trim_end_matches(is_blank).trim_start_matches(ECHO)),
            Rule::Text(pattern) => {
                pattern.matches(line) || {
                    let (before, bare, after) = self.without_echo(i, line);
                    !(before.is_empty() && after.is_empty()) && pattern.matches(bare)
                }
            }
        }
    }

    /// The line in three: an echo at its beginning, the line itself, an echo at its end, where rule `i`
    /// stands beside an interrupt.
    pub(super) fn without_echo<'a>(&self, i: usize, line: &'a str) -> (&'a str, &'a str, &'a str) {
        let follows = i > 0 && matches!(self.rules.get(i - 1), Some(Rule::Interrupt));
        let precedes = matches!(self.rules.get(i + 1), Some(Rule::Interrupt));
        let bare = if follows { line.trim_start_matches(ECHO) } else { line };
        let (before, rest) = line.split_at(line.len() - bare.len());
        let trimmed = rest.trim_end_matches(is_blank);
        let bare = if precedes { trimmed.trim_end_matches(ECHO) } else { rest };
        (before, bare, &rest[bare.len()..])
    }

    /// How `lines` match, step by step; none where they do not.
    pub(super) fn trace(&self, lines: &[String]) -> Option<Vec<Step>> {
        let mut all = vec![self.start()];
        for line in lines {
            let next = self.next(all.last()?, line);
            if !next.contains(&true) {
                return None;
            }
            all.push(next);
        }
        let (mut i, mut j) = (self.rules.len(), lines.len());
        if !all[j][i] {
            return None;
        }
        let mut steps = Vec::with_capacity(i + j);
        // Every state that was reached has one that it was reached from, so this walk ends at the start.
        while (i, j) != (0, 0) {
            let step = self.step_before(&all, lines, i, j)?;
            match step {
                Step::Pair(..) => (i, j) = (i - 1, j - 1),
                Step::Absorb(..) | Step::Blank(_) => j -= 1,
                _ => i -= 1,
            }
            steps.push(step);
        }
        steps.reverse();
        Some(steps)
    }

    fn step_before(&self, all: &[States], lines: &[String], i: usize, j: usize) -> Option<Step> {
        let line = j.checked_sub(1);
        let rule = i.checked_sub(1);
        if let (Some(rule), Some(line)) = (rule, line)
            && !matches!(self.rules[rule], Rule::Any)
            && all[line][rule]
            && self.accepts(rule, &lines[line])
        {
            return Some(Step::Pair(rule, line));
        }
        if let Some(line) = line.filter(|line| all[*line][i]) {
            match self.rules.get(i) {
                Some(Rule::Any) => return Some(Step::Absorb(i, line)),
                _ if is_empty(&lines[line]) => return Some(Step::Blank(line)),
                _ => {}
            }
        }
        rule.filter(|rule| all[j][*rule] && !matches!(self.rules[*rule], Rule::Text(_))).map(Step::Skip)
    }

    /// `...` and `^C` may match nothing.
    fn close(&self, states: &mut States) {
        for (i, rule) in self.rules.iter().enumerate() {
            states[i + 1] |= states[i] && !matches!(rule, Rule::Text(_));
        }
    }
}

/// Whether nothing but blanks stands in the line.
pub(super) fn is_empty(line: &str) -> bool {
    line.trim_end_matches(is_blank).is_empty()
}
