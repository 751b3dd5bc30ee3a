//! Words and operators, against bash's rules and against brush's tokenizer.

use super::*;
use proptest::prelude::*;

fn words(line: &str) -> Vec<String> {
    lex(line)
        .tokens
        .into_iter()
        .map(|token| match token {
            Token::Word(word) => word.text,
            Token::Op { text, fd, .. } => {
                format!("{}{text}", fd.map_or(String::new(), |fd| fd.to_string()))
            }
        })
        .collect()
}

#[test]
fn quotes_come_off_as_in_bash() {
    assert_eq!(words(r#"a'b c'"d e"\ f"#), ["ab cd e f"]);
    assert_eq!(words(r#""a\"b\\c\nd" '\n' \\"#), [r#"a"b\c\nd"#, r"\n", r"\"]);
    assert_eq!(words("'' \"\" x"), ["", "", "x"]);
    assert_eq!(words("a\\\nb \\\n c"), ["ab", "c"]);
    assert_eq!(words("a \\\r\n  b\r\n"), ["a", "b", "\n"]);
    assert_eq!(words("\"a\\\nb\""), ["ab"]);
    assert_eq!(words("echo a#b # c | d"), ["echo", "a#b"]);
    assert_eq!(words("echo '#'"), ["echo", "#"]);
}

#[test]
fn operators_need_no_blanks_and_numbers_name_streams() {
    assert_eq!(
        words("a|b>c 2>&1 x2>y 2 >z"),
        ["a", "|", "b", ">", "c", "2>&", "1", "x2", ">", "y", "2", ">", "z"]
    );
    assert_eq!(words("a&&b||c;d|&e&>f"), ["a", "&&", "b", "||", "c", ";", "d", "|&", "e", "&>", "f"]);
}

#[test]
fn what_bash_would_expand_is_noted_and_what_it_would_not_is_not() {
    for line in [
        "$HOME",
        "${A}",
        "$(docker ps -aq)",
        "`x`",
        "\"$A\"",
        "*",
        "a?",
        "~",
        "~/x",
        "{a,b}",
        "{1..3}",
        "$'a'",
    ] {
        assert!(!lex(line).slips.is_empty(), "{line}");
    }
    for line in [
        "$",
        "a$ b",
        "'$HOME'",
        r"\$HOME",
        "'*'",
        "\"?\"",
        "a~",
        "{{.Names}}",
        "{{.A}},{{.B}}",
        "'{a,b}'",
        "[::1]:80",
        "\"$\"",
        "a\\*",
    ] {
        assert!(lex(line).slips.is_empty(), "{line}: {:?}", lex(line).slips);
    }
}

#[test]
fn an_open_quote_still_gives_its_word() {
    assert_eq!(words("docker exec 'a b"), ["docker", "exec", "a b"]);
    assert_eq!(lex("docker 'a b").slips.len(), 1);
    assert_eq!(lex("a \\").slips.len(), 1);
}

/// A second implementation of bash's words, to compare with.
fn by_brush(line: &str) -> Option<Vec<String>> {
    let tokens = brush_parser::tokenize_str(line).ok()?;
    Some(tokens.iter().map(|token| token.to_str().to_owned()).collect())
}

/// The same words as they stand in the line, quotes on and continuation lines joined.
fn raw(line: &str) -> Vec<String> {
    let lexed = lex(line);
    let mut out = Vec::new();
    for token in lexed.tokens {
        match token {
            Token::Word(word) => out.push(line[word.span].to_owned()),
            Token::Op { text, fd, .. } => {
                out.extend(fd.map(|fd| fd.to_string()));
                out.push(text.to_owned());
            }
        }
    }
    out
}

proptest! {
    #[test]
    fn never_panics_and_spans_are_in_bounds_and_in_order(line in "\\PC*|[ a-z0-9'\"\\\\$`(){}|&;<>~*?#,.\n\r]{0,40}") {
        let lexed = lex(&line);
        let mut end = 0;
        for token in &lexed.tokens {
            let span = token.span();
            prop_assert!(span.start >= end && span.end > span.start && span.end <= line.len());
            prop_assert!(line.get(span.clone()).is_some());
            end = span.end;
        }
        for slip in &lexed.slips {
            prop_assert!(line.get(slip.span.clone()).is_some());
        }
    }

    #[test]
    fn cuts_where_brush_cuts(line in "([ab=/:.-]|'[a ]{0,2}'|\"[a ]{0,2}\"|\\\\[ a]| |\\||>|>>|2>|&&|;|<){0,12}") {
        if let Some(theirs) = by_brush(&line) {
            prop_assert_eq!(raw(&line), theirs, "{}", line);
        }
    }
}
