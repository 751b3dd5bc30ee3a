//! Reads expected output: the lines under a command of a `console` block.

use std::ops::Range;

use super::problem::{Problem, Source};
use super::{Expected, Kind, Line, Piece};
use crate::i18n::phrase;

/// A line of a block, and where it stands in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    /// The line without its end.
    pub text: &'a str,
    /// The byte in the file at which it begins.
    pub at: usize,
}

impl Row<'_> {
    pub(super) fn span(&self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }
}

/// Expected output with where its parts stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Output {
    pub expected: Expected,
    /// One per line of `expected`.
    pub spans: Vec<Range<usize>>,
    /// Where `? N` stands, where it does.
    pub exit: Option<Range<usize>>,
    /// Brackets that look like a wildcard and are none: for `lint`.
    pub doubts: Vec<Range<usize>>,
}

impl Expected {
    /// Reads expected output as it stands below a command: lines, wildcards, `...`, `^C`, `? N`.
    ///
    /// # Errors
    /// All that is wrong with it. The problems' file is empty, their spans refer to `text`.
    pub fn from_text(text: &str) -> Result<Self, Vec<Problem>> {
        let source = Source { file: "", text };
        let mut problems = Vec::new();
        let output = read(&rows_of(text, 0), source, &mut problems);
        if problems.is_empty() { Ok(output.expected) } else { Err(problems) }
    }
}

/// The lines of `text`, whose first byte stands at `at` in its file.
pub(super) fn rows_of(text: &str, at: usize) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        rows.push(Row { text: line.trim_end_matches(['\n', '\r']), at: at + start });
        start += line.len();
    }
    rows
}

/// Reads the lines under one command.
pub(super) fn read(rows: &[Row<'_>], source: Source<'_>, problems: &mut Vec<Problem>) -> Output {
    let mut output = Output::default();
    let used = rows.iter().rposition(|row| !row.text.trim().is_empty()).map_or(0, |last| last + 1);
    for (index, row) in rows[..used].iter().enumerate() {
        if let Some(code) = exit_code(row.text) {
            read_exit(code, *row, index + 1 == used, &mut output, source, problems);
            continue;
        }
        let line = match row.text.trim() {
            "..." => Line::Any,
            "^C" => Line::Interrupt,
            _ => Line::Text(read_pieces(*row, &mut output)),
        };
        if line == Line::Interrupt && output.expected.lines.contains(&Line::Interrupt) {
            problems.push(
                source
                    .problem(row.span(), phrase("lesson-second-interrupt"))
                    .help("lesson-second-interrupt-help"),
            );
            continue;
        }
        output.expected.lines.push(line);
        output.spans.push(row.span());
    }
    trim_blank_end(&mut output);
    output
}

fn read_exit(
    code: &str,
    row: Row<'_>,
    last: bool,
    output: &mut Output,
    source: Source<'_>,
    problems: &mut Vec<Problem>,
) {
    match code.parse::<i64>() {
        Ok(code) if code <= 255 && last => {
            output.expected.exit = code;
            output.exit = Some(row.span());
        }
        Ok(code) if code <= 255 => {
            problems.push(
                source.problem(row.span(), phrase("lesson-exit-not-last")).help("lesson-exit-not-last-help"),
            );
        }
        _ => problems.push(
            source
                .problem(row.span(), phrase("lesson-exit-range").with("code", code))
                .help("lesson-exit-range-help"),
        ),
    }
}

/// Blank lines between the output and its `? N` say nothing either.
fn trim_blank_end(output: &mut Output) {
    let blank = |line: &Line| matches!(line, Line::Text(pieces) if pieces.is_empty());
    while output.expected.lines.last().is_some_and(blank) {
        output.expected.lines.pop();
        output.spans.pop();
    }
}

/// The digits of a `? N` line.
fn exit_code(line: &str) -> Option<&str> {
    let code = line.trim_end().strip_prefix("? ")?.trim_start();
    (!code.is_empty() && code.bytes().all(|byte| byte.is_ascii_digit())).then_some(code)
}

/// A line of text and wildcards. A `\` before `[`, and before a sign that would be special at the start of a
/// line, takes its meaning away.
fn read_pieces(row: Row<'_>, output: &mut Output) -> Vec<Piece> {
    let text = row.text.trim_end();
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    let body = text.trim_start();
    if let Some(escaped) =
        body.strip_prefix('\\').filter(|after| after.starts_with(['#', '$', '?', '^', '.']))
    {
        literal.push_str(&text[..text.len() - body.len()]);
        rest = escaped;
    }
    while !rest.is_empty() {
        let at = row.at + text.len() - rest.len();
        if let Some((plain, length)) = unescape(rest) {
            literal.push_str(&plain);
            rest = &rest[length..];
        } else if let Some((piece, length)) = wildcard(rest) {
            if !literal.is_empty() {
                pieces.push(Piece::Literal(std::mem::take(&mut literal)));
            }
            pieces.push(piece);
            rest = &rest[length..];
        } else {
            output.doubts.extend(looks_like_wildcard(rest).map(|length| at..at + length));
            let mut chars = rest.chars();
            literal.extend(chars.next());
            rest = chars.as_str();
        }
    }
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    pieces
}

/// What backslashes at the start of `text` stand for, and how many bytes that takes: before a `[` each pair is one,
/// and a single one makes the bracket text; elsewhere they are what they are.
fn unescape(text: &str) -> Option<(String, usize)> {
    let after = text.trim_start_matches('\\');
    let slashes = text.len() - after.len();
    match (slashes, after.starts_with('[')) {
        (0, _) => None,
        (_, false) => Some((text[..slashes].to_owned(), slashes)),
        (_, true) if slashes % 2 == 1 => Some((format!("{}[", &text[..slashes / 2]), slashes + 1)),
        (_, true) => Some((text[..slashes / 2].to_owned(), slashes)),
    }
}

/// The wildcard at the start of `text`, and its length in bytes.
pub(super) fn wildcard(text: &str) -> Option<(Piece, usize)> {
    let inner = text.strip_prefix('[')?;
    let inner = &inner[..inner.find(']')?];
    let length = inner.len() + 2;
    if inner == ".." {
        return Some((Piece::Anything, length));
    }
    let (kind, name) = match inner.split_once(':') {
        Some((kind, name)) => (kind, Some(name)),
        None => (inner, None),
    };
    let kind = Kind::named(kind)?;
    match name {
        Some(name) if !is_name(name) => None,
        name => Some((Piece::Value { kind, name: name.map(str::to_owned) }, length)),
    }
}

/// Whether `text` may name a value or a port in a key.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// The length of a bracket at the start of `text` that is written like a wildcard: `[IPS]`, `[ID:]`, `[...]`.
fn looks_like_wildcard(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let inner = &inner[..inner.find(']')?];
    let kind = inner.split(':').next().unwrap_or_default();
    let capitals = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_uppercase());
    (capitals || inner == "..." || inner == ".").then_some(inner.len() + 2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pieces(line: &str) -> Vec<Piece> {
        match Expected::from_text(line).unwrap().lines.into_iter().next() {
            Some(Line::Text(pieces)) => pieces,
            other => panic!("{other:?}"),
        }
    }

    fn literal(text: &str) -> Piece {
        Piece::Literal(text.to_owned())
    }

    #[test]
    fn wildcards_between_literals() {
        assert_eq!(
            pieces("PING other ([IP:first]): 56 data [..]"),
            [
                literal("PING other ("),
                Piece::Value { kind: Kind::Ip, name: Some("first".into()) },
                literal("): 56 data "),
                Piece::Anything,
            ]
        );
    }

    #[test]
    fn other_brackets_are_text() {
        for line in
            ["nginx: [emerg] host not found", "[::]:10080->80/tcp", "[", "[]", "[IP", "map[a:b]", "[IP:]"]
        {
            assert_eq!(pieces(line), [literal(line)]);
        }
    }

    #[test]
    fn a_backslash_takes_the_meaning_away() {
        assert_eq!(pieces(r"\[IP]"), [literal("[IP]")]);
        assert_eq!(pieces(r"\\[IP]")[0], literal(r"\"));
        assert_eq!(pieces(r"\\\[IP]"), [literal(r"\[IP]")]);
        assert_eq!(pieces(r"\# not a comment"), [literal("# not a comment")]);
        assert_eq!(pieces(r"\..."), [literal("...")]);
        assert_eq!(pieces(r"  \^C"), [literal("  ^C")]);
        assert_eq!(pieces(r"C:\dir\new"), [literal(r"C:\dir\new")]);
    }

    #[test]
    fn gap_interrupt_and_exit_code() {
        let expected = Expected::from_text("one\n...\n^C\n\n? 130\n").unwrap();
        assert_eq!(expected.lines, [Line::Text(vec![literal("one")]), Line::Any, Line::Interrupt]);
        assert_eq!(expected.exit, 130);
    }

    #[test]
    fn blank_lines_inside_count_and_at_the_end_do_not() {
        let expected = Expected::from_text("a\n\nb\n\n").unwrap();
        assert_eq!(expected.lines.len(), 3);
        assert_eq!(expected.lines[1], Line::Text(vec![]));
    }

    #[test]
    fn nothing_said_is_nothing_expected() {
        assert_eq!(Expected::from_text("\n\n").unwrap(), Expected::default());
    }

    #[test]
    fn faults_are_told_with_their_place() {
        let problems = Expected::from_text("? 1\nmore\n^C\n^C\n? 999").unwrap_err();
        let found: Vec<_> = problems.iter().map(|problem| (problem.line, problem.what.key)).collect();
        assert_eq!(
            found,
            [(1, "lesson-exit-not-last"), (4, "lesson-second-interrupt"), (5, "lesson-exit-range")]
        );
    }

    #[test]
    fn what_only_looks_like_a_wildcard_is_noted() {
        let source = Source { file: "", text: "[IPS] [ok] \\[OK] [N]" };
        let output = read(&rows_of(source.text, 0), source, &mut Vec::new());
        assert_eq!(output.doubts.len(), 1);
        assert_eq!(&source.text[output.doubts[0].clone()], "[IPS]");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[\\[\\]\\\\ .?^C#$0-9A-Zあ\n\r]{0,60}") {
            let _ = Expected::from_text(&text);
        }

        #[test]
        fn text_without_signs_comes_through(text in "[a-z0-9 あ。]{0,40}[a-z]") {
            prop_assert_eq!(pieces(&text), vec![literal(&text)]);
        }
    }
}
