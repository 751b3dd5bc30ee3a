//! Where two lines differ, word by word.

use std::ops::Range;

use regex::Regex;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::kind;
use super::line::{LinePattern, Part, is_blank};
use super::verdict::Segment;
use crate::lesson::Kind;

/// A word, a run of blanks (all alike), a sign, or a wildcard.
#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Token<'a> {
    Text(&'a str),
    Blank,
    Kind(Kind),
    Anything,
}

/// The two sides of a pair that does not match, with what differs marked.
///
/// The printed line's words that could be a value of a kind which the expected line asks for, and that the
/// expected line does not say literally, stand for that kind: so an address that may vary is not marked
/// as a difference only because something else in the line is one.
pub(super) fn differing(pattern: &LinePattern, line: &str) -> (Vec<Segment>, Vec<Segment>) {
    let (left, left_text) = expected_tokens(pattern.parts());
    let (right, right_text) = actual_tokens(pattern.parts(), line);
    let mut sides = (Vec::new(), Vec::new());
    for op in capture_diff_slices(Algorithm::Patience, &left, &right) {
        let same = op.tag() == DiffTag::Equal;
        for (side, tokens, texts, range) in [
            (&mut sides.0, &left, &left_text, op.old_range()),
            (&mut sides.1, &right, &right_text, op.new_range()),
        ] {
            for i in range {
                push(side, &tokens[i], texts[i], same);
            }
        }
    }
    sides
}

/// Adds a token to a side, joined to the segment before it where it is of the same sort.
fn push(side: &mut Vec<Segment>, token: &Token<'_>, text: &str, same: bool) {
    let varies = *token == Token::Anything || (same && matches!(token, Token::Kind(_)));
    match side.last_mut() {
        Some(Segment::Same(last)) if same && !varies => last.push_str(text),
        Some(Segment::Differs(last)) if !same && !varies => last.push_str(text),
        _ if varies => side.push(Segment::Varies(text.to_owned())),
        _ if same => side.push(Segment::Same(text.to_owned())),
        _ => side.push(Segment::Differs(text.to_owned())),
    }
}

fn expected_tokens(parts: &[Part]) -> (Vec<Token<'_>>, Vec<&str>) {
    let (mut tokens, mut texts) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Literal(text) | Part::Known(text) => words(text, &mut tokens, &mut texts),
            Part::Kind(kind, shown) => {
                tokens.push(Token::Kind(*kind));
                texts.push(shown.as_str());
            }
            Part::Anything => {
                tokens.push(Token::Anything);
                texts.push(part.shown());
            }
        }
    }
    (tokens, texts)
}

fn actual_tokens<'a>(parts: &[Part], line: &'a str) -> (Vec<Token<'a>>, Vec<&'a str>) {
    let mut values = values(parts, line);
    values.sort_by_key(|(range, _)| range.start);
    let (mut tokens, mut texts) = (Vec::new(), Vec::new());
    let mut from = 0;
    for (range, kind) in values {
        words(&line[from..range.start], &mut tokens, &mut texts);
        tokens.push(Token::Kind(kind));
        texts.push(&line[range.clone()]);
        from = range.end;
    }
    words(&line[from..], &mut tokens, &mut texts);
    (tokens, texts)
}

/// Where in the line values of the expected kinds stand, none overlapping another.
fn values(parts: &[Part], line: &str) -> Vec<(Range<usize>, Kind)> {
    let literal = |word: &str| {
        parts.iter().any(|part| match part {
            Part::Literal(text) | Part::Known(text) => text.split(is_blank).any(|said| said == word),
            Part::Kind(..) | Part::Anything => false,
        })
    };
    let mut kinds: Vec<Kind> = parts
        .iter()
        .filter_map(|part| if let Part::Kind(kind, _) = part { Some(*kind) } else { None })
        .collect();
    // A date or an age holds numbers, an address holds what could be a time: the longer kinds first.
    kinds.sort_by_key(|kind| match kind {
        Kind::Date | Kind::Age => 0,
        Kind::Id => 1,
        Kind::Ip => 2,
        Kind::Size => 3,
        Kind::Millis => 4,
        Kind::Port | Kind::Number => 5,
    });
    kinds.dedup();
    let mut found: Vec<(Range<usize>, Kind)> = Vec::new();
    for kind in kinds {
        let Ok(regex) = Regex::new(&kind::pattern(kind)) else { continue };
        for value in regex.find_iter(line) {
            let alone = !line[..value.start()].ends_with(is_part_of_word)
                && !line[value.end()..].starts_with(is_part_of_word);
            let free =
                found.iter().all(|(range, _)| value.end() <= range.start || range.end <= value.start());
            if alone && free && !literal(value.as_str()) {
                found.push((value.range(), kind));
            }
        }
    }
    found
}

fn words<'a>(text: &'a str, tokens: &mut Vec<Token<'a>>, texts: &mut Vec<&'a str>) {
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
        let end = if is_blank(first) {
            run(is_blank)
        } else if is_part_of_word(first) {
            run(is_part_of_word)
        } else {
            first.len_utf8()
        };
        let (word, after) = rest.split_at(end);
        tokens.push(if is_blank(first) { Token::Blank } else { Token::Text(word) });
        texts.push(word);
        rest = after;
    }
}

fn is_part_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
