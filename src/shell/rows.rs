//! A line in several rows: whether one more belongs to it, and the line that they are together.

use std::borrow::Cow;

use super::word::{LeftOpen, Token, lex};

/// What the end of `line` leaves open, so that one more row belongs to it; none where it is whole.
pub fn left_open(line: &str) -> Option<LeftOpen> {
    let lexed = lex(line);
    let after_pipe = || {
        let last = lexed.tokens.iter().rev().find(|token| !matches!(token, Token::Op { text: "\n", .. }));
        matches!(last, Some(Token::Op { text: "|" | "|&", .. })).then_some(LeftOpen::Pipe)
    };
    lexed.open.or_else(after_pipe)
}

/// Whether the end of `line` belongs to a comment: a `\` does not continue it.
pub fn is_comment(line: &str) -> bool {
    lex(line).comments.last().is_some_and(|comment| comment.end == line.len())
}

/// `line` with the rows that a `\` continues joined into one, and one blank for those around it. Newlines inside quotes
/// stay: they belong to the word.
pub fn joined(line: &str) -> Cow<'_, str> {
    let joints = lex(line).joints;
    if joints.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    for joint in joints {
        let Some(before) = line.get(at..joint.span.start) else { continue };
        out.push_str(before);
        at = joint.span.end;
        if joint.in_double {
            continue;
        }
        let blanks = line[at..].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        if blanks > 0 && !out.ends_with([' ', '\t']) {
            out.push(' ');
        }
        at += blanks;
    }
    out.push_str(&line[at..]);
    Cow::Owned(out)
}

/// The last word of `line` as it is written, quotes and all.
pub fn last_word(line: &str) -> Option<&str> {
    let tokens = lex(line).tokens;
    let last = tokens.iter().rev().find(|token| matches!(token, Token::Word(_)))?;
    line.get(last.span().clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::shell::parse;

    #[test]
    fn an_open_quote_a_backslash_and_a_pipe_go_on() {
        for (line, open) in [
            ("docker run \\", Some(LeftOpen::Escape)),
            ("docker exec a sh -c 'echo", Some(LeftOpen::Quote('\''))),
            ("docker exec a sh -c \"echo \\", Some(LeftOpen::Quote('"'))),
            ("docker ps |", Some(LeftOpen::Pipe)),
            ("docker ps |\n", Some(LeftOpen::Pipe)),
            ("docker ps", None),
            ("docker ps \\\\", None),
            ("docker ps \\ ", None),
            ("docker ps # it's \\", None),
            ("docker run \\\n  alpine", None),
            ("docker run \\\n", None),
            ("", None),
        ] {
            assert_eq!(left_open(line), open, "{line:?}");
        }
    }

    #[test]
    fn rows_are_joined_with_one_blank() {
        assert_eq!(joined("docker run \\\n   -d \\\n alpine"), "docker run -d alpine");
        assert_eq!(joined("docker run\\\n -d"), "docker run -d");
        assert_eq!(joined("docker ru\\\nn -d"), "docker run -d");
        assert_eq!(joined("echo \"a \\\n b\""), "echo \"a  b\"");
        assert_eq!(joined("echo 'a\nb \\\nc'"), "echo 'a\nb \\\nc'");
        assert_eq!(joined("docker ps # a \\\nb"), "docker ps # a \\\nb");
        assert_eq!(joined("docker ps \\\n"), "docker ps ");
    }

    #[test]
    fn the_last_word_is_as_it_was_written() {
        assert_eq!(last_word("docker exec a echo 'x y' | wc"), Some("wc"));
        assert_eq!(last_word("docker exec a echo 'x y' # no"), Some("'x y'"));
        assert_eq!(last_word("  # nothing"), None);
    }

    proptest! {
        /// What a joined line does is what its rows do.
        #[test]
        fn joining_changes_no_meaning(line in "(docker |ps|a|'|\"|\\\\\n|\\\\| |#|\\||\n|あ){0,12}") {
            let both = (parse(&line), parse(&joined(&line)));
            if let (Ok(rows), Ok(one)) = both {
                prop_assert_eq!(rows, one);
            } else {
                prop_assert_eq!(parse(&line).is_ok(), parse(&joined(&line)).is_ok());
            }
        }
    }
}
