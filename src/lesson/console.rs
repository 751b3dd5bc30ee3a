//! Reads `console` blocks: commands as people paste them from a shell, each with what it should print.

use std::ops::Range;

use super::output::{self, Output, Row};
use super::problem::{Problem, Source};
use crate::i18n::phrase;

/// A command of a block with what is expected of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Command {
    /// The comment lines above it, without `#`.
    pub comments: Vec<String>,
    /// Its lines as written, without `$ ` and `> `.
    pub lines: Vec<String>,
    /// Its lines joined to one.
    pub line: String,
    /// Where it stands, from after its `$ `.
    pub span: Range<usize>,
    /// Where each of `lines` stands.
    pub spans: Vec<Range<usize>>,
    /// What it should print.
    pub output: Output,
}

/// Reads the lines of a block. `block` is where it stands, for what concerns it as a whole.
pub(super) fn read(
    rows: &[Row<'_>],
    block: Range<usize>,
    source: Source<'_>,
    problems: &mut Vec<Problem>,
) -> Vec<Command> {
    let mut commands: Vec<Command> = Vec::new();
    // Where the lines begin that belong to the command read last, or stand before the first.
    let mut open = 0;
    let mut at = 0;
    while at < rows.len() {
        let Some(first) = prompt(rows[at].text) else {
            at += 1;
            continue;
        };
        let comments = comments_above(&rows[open..at]);
        close(&rows[open..at - comments.len()], commands.last_mut(), source, problems);
        let used = continued(&rows[at..]);
        let mut command = command(first, &rows[at..at + used], source, problems);
        command.comments = comments;
        commands.push(command);
        at += used;
        open = at;
    }
    close(&rows[open..], commands.last_mut(), source, problems);
    if commands.is_empty() {
        problems
            .push(source.problem(block, phrase("lesson-console-empty")).help("lesson-console-empty-help"));
    }
    commands
}

/// The text after a line's `$ `.
fn prompt(line: &str) -> Option<&str> {
    if line.trim_end() == "$" { Some("") } else { line.strip_prefix("$ ") }
}

/// The `#` lines at the end of `rows`.
fn comments_above(rows: &[Row<'_>]) -> Vec<String> {
    let first = rows.iter().rposition(|row| !row.text.starts_with('#')).map_or(0, |last| last + 1);
    rows[first..].iter().map(|row| row.text.trim_start_matches('#').trim().to_owned()).collect()
}

/// Gives the lines below a command to it.
fn close(rows: &[Row<'_>], command: Option<&mut Command>, source: Source<'_>, problems: &mut Vec<Problem>) {
    if let Some(command) = command {
        command.output = output::read(rows, source, problems);
    } else if let Some(row) = rows.iter().find(|row| !row.text.trim().is_empty()) {
        problems.push(
            source
                .problem(row.span(), phrase("lesson-output-before-command"))
                .help("lesson-output-before-command-help"),
        );
    }
}

/// How many rows the command at the first of them takes.
fn continued(rows: &[Row<'_>]) -> usize {
    rows.iter().position(|row| !goes_on(row.text)).map_or(rows.len(), |last| last + 1)
}

/// Whether a line ends with a `\` that is not itself escaped.
fn goes_on(line: &str) -> bool {
    let line = line.trim_end();
    (line.len() - line.trim_end_matches('\\').len()) % 2 == 1
}

fn command(first: &str, rows: &[Row<'_>], source: Source<'_>, problems: &mut Vec<Problem>) -> Command {
    let mut command = Command::default();
    let mut joined = String::new();
    for (index, row) in rows.iter().enumerate() {
        let text = match index {
            0 => first,
            _ if row.text == ">" => "",
            _ => row.text.strip_prefix("> ").unwrap_or(row.text),
        };
        let at = row.at + row.text.len() - text.len();
        command.spans.push(at..at + text.trim_end().len());
        command.lines.push(text.trim_end().to_owned());
        if index > 0 && prompt(row.text).is_some() {
            problems.push(
                source
                    .problem(row.span(), phrase("lesson-continued-prompt"))
                    .help("lesson-continued-prompt-help"),
            );
        }
        join(&mut joined, text);
        if goes_on(text) {
            let slash = at + text.trim_end().len() - 1;
            if index + 1 == rows.len() {
                problems.push(
                    source
                        .problem(slash..slash + 1, phrase("lesson-continued-nothing"))
                        .help("lesson-continued-nothing-help"),
                );
            }
            joined.truncate(joined.trim_end().len() - 1);
            if in_quotes(&joined) {
                problems.push(
                    source
                        .problem(slash..slash + 1, phrase("lesson-continued-quotes"))
                        .help("lesson-continued-quotes-help"),
                );
            }
        }
    }
    joined.trim().clone_into(&mut command.line);
    let start = command.spans.first().map_or(0, |span| span.start);
    command.span = start..command.spans.last().map_or(start, |span| span.end);
    if command.line.is_empty() {
        let row = rows.first().map_or(0..0, Row::span);
        problems.push(source.problem(row, phrase("lesson-command-empty")).help("lesson-command-empty-help"));
    }
    command
}

/// Adds the next line: blanks at the seam become one, and none comes where there was none, as in a shell.
fn join(joined: &mut String, next: &str) {
    let seam = joined.ends_with(char::is_whitespace) || next.starts_with(char::is_whitespace);
    joined.truncate(joined.trim_end().len());
    if seam && !joined.is_empty() {
        joined.push(' ');
    }
    joined.push_str(if joined.is_empty() { next } else { next.trim_start() });
}

/// Whether a quotation is open at the end of `line`.
fn in_quotes(line: &str) -> bool {
    let mut quote = None;
    let mut chars = line.chars();
    while let Some(next) = chars.next() {
        match (quote, next) {
            (None | Some('"'), '\\') => drop(chars.next()),
            (None, '\'' | '"') => quote = Some(next),
            (Some(open), next) if open == next => quote = None,
            _ => {}
        }
    }
    quote.is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Line, Piece};
    use super::*;

    fn parse(text: &str) -> (Vec<Command>, Vec<&'static str>) {
        let mut problems = Vec::new();
        let source = Source { file: "", text };
        let commands = read(&output::rows_of(text, 0), 0..text.len(), source, &mut problems);
        (commands, problems.into_iter().map(|problem| problem.what.key).collect())
    }

    fn literal(text: &str) -> Line {
        Line::Text(vec![Piece::Literal(text.into())])
    }

    #[test]
    fn commands_with_their_outputs_and_comments() {
        let (commands, problems) = parse("# start it\n# now\n$ docker ps\nout\n\n# next\n$ docker images\n");
        assert!(problems.is_empty());
        assert_eq!(commands[0].comments, ["start it", "now"]);
        assert_eq!(commands[0].line, "docker ps");
        assert_eq!(commands[0].output.expected.lines, [literal("out")]);
        assert_eq!(commands[1].comments, ["next"]);
        assert_eq!(commands[1].output.expected.lines, []);
    }

    #[test]
    fn a_hash_that_is_not_directly_above_a_command_is_output() {
        let (commands, _) = parse("$ a\n# one\n\n$ b\n# two\n");
        assert_eq!(commands[0].output.expected.lines, [literal("# one")]);
        assert_eq!(commands[1].output.expected.lines, [literal("# two")]);
        let (commands, _) = parse("$ a\n\\# one\n$ b\n");
        assert_eq!(commands[0].output.expected.lines, [literal("# one")]);
    }

    #[test]
    fn continuation_lines_with_and_without_their_prompt() {
        for text in ["$ docker run \\\n>   -d \\\n> alpine\nx", "$ docker run \\\n  -d \\\n  alpine\nx"] {
            let (commands, problems) = parse(text);
            assert!(problems.is_empty());
            assert_eq!(commands[0].line, "docker run -d alpine");
            assert_eq!(commands[0].lines.len(), 3);
            assert_eq!(commands[0].output.expected.lines, [literal("x")]);
        }
        assert_eq!(parse("$ docker net\\\nwork ls").0[0].line, "docker network ls");
    }

    #[test]
    fn an_escaped_backslash_does_not_continue() {
        let (commands, _) = parse("$ echo a\\\\\n  b");
        assert_eq!(commands[0].line, "echo a\\\\");
    }

    #[test]
    fn a_dollar_inside_output_is_output() {
        let (commands, _) = parse("$ a\n$PATH\n / # \n");
        assert_eq!(commands.len(), 1);
        assert_eq!(commands[0].output.expected.lines.len(), 2);
    }

    #[test]
    fn faults_of_a_block() {
        assert_eq!(parse("").1, ["lesson-console-empty"]);
        assert_eq!(parse("out\n$ a").1, ["lesson-output-before-command"]);
        assert_eq!(parse("$ a \\").1, ["lesson-continued-nothing"]);
        assert_eq!(parse("$ a \\\n$ b").1, ["lesson-continued-prompt"]);
        assert_eq!(parse("$ sh -c 'a \\\nb'").1, ["lesson-continued-quotes"]);
        assert_eq!(parse("$").1, ["lesson-command-empty"]);
    }

    #[test]
    fn spans_point_at_the_command() {
        let text = "# c\n$ docker run \\\n>   alpine\n";
        let (commands, _) = parse(text);
        assert_eq!(&text[commands[0].span.clone()], "docker run \\\n>   alpine");
        assert_eq!(&text[commands[0].spans[1].clone()], "  alpine");
    }

    proptest! {
        #[test]
        fn every_command_is_kept(
            commands in prop::collection::vec(("[a-z]{1,8}( [a-z.-]{1,8}){0,3}", "([a-z#>. ]{0,12}\n){0,3}"), 1..6)
        ) {
            let blocks: Vec<_> = commands.iter().map(|(line, out)| format!("$ {line}\n{out}")).collect();
            let text = blocks.concat();
            let (read, _) = parse(&text);
            let lines: Vec<_> = read.iter().map(|command| command.line.clone()).collect();
            let wanted: Vec<_> = commands.iter().map(|(line, _)| line.trim().to_owned()).collect();
            prop_assert_eq!(lines, wanted);
        }

        #[test]
        fn any_block_is_read(text in "([$#>\\\\?^ ]{0,3}[a-z'\"あ. \\\\\\[\\]]{0,12}\r?\n){0,8}") {
            let (commands, _) = parse(&text);
            for command in commands {
                prop_assert!(text.get(command.span.clone()).is_some());
            }
        }
    }
}
