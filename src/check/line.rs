//! One expected line as a pattern for one printed line.

use std::ops::Range;

use regex::Regex;

use super::kind;
use super::verdict::{Segment, Stood};
use crate::lesson::{Kind, Piece, Values};

/// A part of a pattern, with the learner's own values and ports put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Stands there as it is, but for runs of blanks.
    Literal(String),
    /// Anything at all.
    Anything,
    /// A value of that kind.
    Kind(Kind, String),
    /// The learner's own value, known.
    Known(String),
}

impl Part {
    /// As it is shown in the expected column.
    pub(super) fn shown(&self) -> &str {
        match self {
            Self::Literal(text) | Self::Known(text) | Self::Kind(_, text) => text,
            Self::Anything => "[..]",
        }
    }
}

/// A compiled line of text and wildcards.
#[derive(Debug)]
pub(super) struct LinePattern {
    parts: Vec<Part>,
    matcher: Matcher,
}

#[derive(Debug)]
enum Matcher {
    /// No wildcard: the text with runs of blanks as one.
    Plain(String),
    /// Each part that is no literal is captured by a group, in their order.
    Regex(Box<Regex>),
}

impl LinePattern {
    /// The pattern of `pieces`, with `values` put in.
    pub(super) fn new(pieces: &[Piece], values: &Values) -> Self {
        let mut parts: Vec<Part> = pieces.iter().map(|piece| part(piece, values)).collect();
        if let Some(Part::Literal(last)) = parts.last_mut() {
            last.truncate(last.trim_end_matches(is_blank).len());
        }
        parts.retain(|part| !matches!(part, Part::Literal(text) if text.is_empty()));
        let plain = || Matcher::Plain(squeeze(&parts.iter().map(Part::shown).collect::<String>()));
        let matcher = if parts.iter().all(|part| matches!(part, Part::Literal(_) | Part::Known(_))) {
            plain()
        } else {
            // Only a line of megabytes does not compile; compared as text, it is reported as different.
            Regex::new(&source(&parts)).map_or_else(|_| plain(), |regex| Matcher::Regex(Box::new(regex)))
        };
        Self { parts, matcher }
    }

    /// The parts in order.
    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Whether `line` is as expected. Trailing blanks do not count.
    pub(super) fn matches(&self, line: &str) -> bool {
        match &self.matcher {
            Matcher::Plain(text) => same(text, line),
            Matcher::Regex(regex) => regex.is_match(line.trim_end_matches(is_blank)),
        }
    }

    /// The two sides of a line that matches, wildcards and what they matched marked; none where it does not.
    pub(super) fn sides(&self, line: &str) -> Option<(Vec<Segment>, Vec<Segment>)> {
        if !self.matches(line) {
            return None;
        }
        let expected = self.expected();
        let Matcher::Regex(regex) = &self.matcher else {
            let known = self.parts.iter().any(|part| matches!(part, Part::Known(_)));
            let actual = if known { self.plain_side(line) } else { vec![Segment::Same(line.to_owned())] };
            return Some((expected, actual));
        };
        let captures = regex.captures(line.trim_end_matches(is_blank))?;
        let varying: Vec<Range<usize>> = (1..captures.len())
            .filter_map(|group| captures.get(group))
            .map(|found| found.range())
            .filter(|range| !range.is_empty())
            .collect();
        Some((expected, split(line, &varying)))
    }

    /// What the wildcards stand for in a line that matches; values that are known are none.
    pub(super) fn stood(&self, line: &str) -> Vec<Stood> {
        let Matcher::Regex(regex) = &self.matcher else { return Vec::new() };
        let Some(captures) = regex.captures(line.trim_end_matches(is_blank)) else { return Vec::new() };
        let groups = self.parts.iter().filter(|part| !matches!(part, Part::Literal(_)));
        let stood = groups.zip(1..).filter(|(part, _)| !matches!(part, Part::Known(_)));
        stood
            .map(|(part, group)| Stood {
                wildcard: part.shown().to_owned(),
                text: captures.get(group).map(|found| found.as_str().to_owned()).unwrap_or_default(),
            })
            .collect()
    }

    /// The expected side by itself.
    pub(super) fn expected(&self) -> Vec<Segment> {
        self.parts
            .iter()
            .map(|part| match part {
                Part::Literal(text) => Segment::Same(text.clone()),
                varies => Segment::Varies(varies.shown().to_owned()),
            })
            .collect()
    }

    /// The printed side of a line whose only wildcards are values that are known.
    fn plain_side(&self, line: &str) -> Vec<Segment> {
        let mut varying = Vec::new();
        let mut from = 0;
        for part in &self.parts {
            if let Part::Known(value) = part
                && let Some(at) = line.get(from..).and_then(|rest| rest.find(value.as_str()))
            {
                varying.push(from + at..from + at + value.len());
                from += at + value.len();
            }
        }
        split(line, &varying)
    }
}

/// Blanks are what people cannot tell apart in a terminal; a carriage return may stand at a line's end.
pub(super) fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r')
}

fn part(piece: &Piece, values: &Values) -> Part {
    match piece {
        Piece::Literal(text) => Part::Literal(values.fill_ports(text)),
        Piece::Anything => Part::Anything,
        Piece::Value { kind, name } => {
            if let Some(known) = name.as_ref().and_then(|name| values.named.get(name)) {
                return Part::Known(known.clone());
            }
            let label = kind.name();
            let shown = match name {
                Some(name) => format!("[{label}:{name}]"),
                None => format!("[{label}]"),
            };
            Part::Kind(*kind, shown)
        }
    }
}

/// The regular expression of all parts, each wildcard in a group of its own.
///
/// A wildcard that may be empty must not ask for two runs of blanks around it where the printed line has one.
fn source(parts: &[Part]) -> String {
    let mut regex = String::from("^");
    let mut blank_before = false;
    for (i, part) in parts.iter().enumerate() {
        match part {
            Part::Literal(text) => {
                let text = if blank_before { text.trim_start_matches(is_blank) } else { text };
                let next_is_any = parts.get(i + 1) == Some(&Part::Anything);
                let (body, held) = match text.trim_end_matches(is_blank) {
                    body if next_is_any && body.len() < text.len() => (body, true),
                    _ => (text, false),
                };
                push_literal(&mut regex, body);
                blank_before = held;
            }
            Part::Known(text) => {
                regex.push('(');
                push_literal(&mut regex, text);
                regex.push(')');
                blank_before = false;
            }
            Part::Kind(kind, _) => {
                regex.push('(');
                regex.push_str(&kind::pattern(*kind));
                regex.push(')');
                blank_before = false;
            }
            Part::Anything => {
                let blank_after =
                    matches!(parts.get(i + 1), Some(Part::Literal(text)) if text.starts_with(is_blank));
                regex.push_str(match (blank_before, blank_after, i + 1 == parts.len()) {
                    (true, true, _) => r"[ \t\r]+(?:(.*)[ \t\r]+)?",
                    (true, false, true) => r"(?:[ \t\r]+(.*))?",
                    (true, false, false) => r"[ \t\r]+(.*)",
                    (false, ..) => "(.*)",
                });
                blank_before = blank_before && blank_after;
            }
        }
    }
    regex.push_str(r"[ \t\r]*$");
    format!("(?s){regex}")
}

fn push_literal(regex: &mut String, text: &str) {
    let mut rest = text;
    while !rest.is_empty() {
        let blanks = rest.len() - rest.trim_start_matches(is_blank).len();
        if blanks > 0 {
            regex.push_str(r"[ \t\r]+");
            rest = &rest[blanks..];
        }
        let word = rest.find(is_blank).unwrap_or(rest.len());
        regex.push_str(&regex::escape(&rest[..word]));
        rest = &rest[word..];
    }
}

/// `text` with each run of blanks as one space, and none at the end.
fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim_end_matches(is_blank).chars() {
        match is_blank(c) {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    }
    out
}

/// Whether `line` is `squeezed` but for runs of blanks.
fn same(squeezed: &str, line: &str) -> bool {
    let mut expected = squeezed.chars();
    let mut in_blanks = false;
    for c in line.trim_end_matches(is_blank).chars() {
        let blank = is_blank(c);
        if blank && in_blanks {
            continue;
        }
        in_blanks = blank;
        if expected.next() != Some(if blank { ' ' } else { c }) {
            return false;
        }
    }
    expected.next().is_none()
}

/// `line` cut at the ranges, which are in order: inside varies, outside is the same.
fn split(line: &str, varying: &[Range<usize>]) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut from = 0;
    for range in varying {
        if from < range.start {
            segments.push(Segment::Same(line[from..range.start].to_owned()));
        }
        segments.push(Segment::Varies(line[range.clone()].to_owned()));
        from = range.end;
    }
    if from < line.len() || segments.is_empty() {
        segments.push(Segment::Same(line[from..].to_owned()));
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(text: &str) -> Piece {
        Piece::Literal(text.to_owned())
    }

    fn value(kind: Kind) -> Piece {
        Piece::Value { kind, name: None }
    }

    fn pattern(pieces: &[Piece]) -> LinePattern {
        LinePattern::new(pieces, &Values::default())
    }

    #[test]
    fn runs_of_blanks_compare_as_one_and_trailing_ones_not_at_all() {
        let line = pattern(&[literal("CONTAINER ID  IMAGE ")]);
        assert!(line.matches("CONTAINER ID        IMAGE"));
        assert!(line.matches("CONTAINER ID\tIMAGE   \r"));
        assert!(!line.matches("CONTAINERID IMAGE"));
        assert!(!line.matches(" CONTAINER ID IMAGE"));
        assert!(pattern(&[literal(" inet")]).matches("    inet"));
    }

    #[test]
    fn an_empty_wildcard_takes_no_blank_for_itself() {
        let middle = pattern(&[literal("a "), Piece::Anything, literal(" b")]);
        assert!(middle.matches("a b") && middle.matches("a x y b") && !middle.matches("ab"));
        assert!(!middle.matches("a xb"));
        let end = pattern(&[literal("a "), Piece::Anything]);
        assert!(end.matches("a") && end.matches("a b") && !end.matches("ab"));
        let glued = pattern(&[literal("a"), Piece::Anything, literal("b")]);
        assert!(glued.matches("ab") && glued.matches("a-b"));
    }

    #[test]
    fn wildcards_and_what_they_matched_are_marked() {
        let line = pattern(&[literal("PING x ("), value(Kind::Ip), literal("): 56")]);
        let (expected, actual) = line.sides("PING x (172.17.0.2): 56").unwrap();
        assert_eq!(expected[1], Segment::Varies("[IP]".into()));
        assert_eq!(
            actual,
            [
                Segment::Same("PING x (".into()),
                Segment::Varies("172.17.0.2".into()),
                Segment::Same("): 56".into())
            ]
        );
        assert!(line.sides("PING x (172.17.0): 56").is_none());
    }

    #[test]
    fn a_named_value_is_that_value_once_known() {
        let first = Piece::Value { kind: Kind::Ip, name: Some("first".into()) };
        let pieces = [literal("to "), first];
        assert!(pattern(&pieces).matches("to 10.0.0.9"));
        let values =
            Values { named: [("first".to_owned(), "172.17.0.2".to_owned())].into(), ..Values::default() };
        let known = LinePattern::new(&pieces, &values);
        assert!(known.matches("to 172.17.0.2") && !known.matches("to 10.0.0.9"));
        let (expected, actual) = known.sides("to   172.17.0.2").unwrap();
        assert_eq!(expected[1], Segment::Varies("172.17.0.2".into()));
        assert_eq!(actual[1], Segment::Varies("172.17.0.2".into()));
    }

    #[test]
    fn a_port_that_was_taken_is_expected_under_its_new_number() {
        let values = Values { ports: [(10_080, 10_081)].into(), ..Values::default() };
        let line = LinePattern::new(&[literal("0.0.0.0:10080->80/tcp 110080")], &values);
        assert!(line.matches("0.0.0.0:10081->80/tcp 110080"));
        assert!(!line.matches("0.0.0.0:10080->80/tcp 110080"));
    }

    #[test]
    fn brackets_and_signs_stand_for_themselves() {
        assert!(pattern(&[literal("[emerg] a.b* (c)"), Piece::Anything]).matches("[emerg] a.b* (c)"));
        assert!(!pattern(&[literal("a.b"), Piece::Anything]).matches("axb"));
    }
}
