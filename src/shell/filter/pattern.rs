//! The patterns of `grep`, basic and extended, as patterns of the `regex` crate.
//!
//! All of POSIX and GNU's additions but back-references (`\1`), which no automaton can follow.

use std::fmt::Write as _;

use super::bracket;

/// How a pattern is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// `grep`: `\(`, `\|`, `\+`.
    Basic,
    /// `grep -E`: `(`, `|`, `+`.
    Extended,
    /// `grep -F`: nothing is special.
    Fixed,
}

/// Why a pattern cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bad {
    /// `[` without `]`.
    OpenBracket,
    /// `(` without `)`, or the other way round.
    Group,
    /// `{` that is no interval, or too large a one.
    Interval,
    /// A range whose end lies before its start.
    Range,
    /// `[[:nosuch:]]`
    Class(String),
    /// `\1`
    BackReference,
    /// `\` at the end.
    Backslash,
}

/// The `regex` pattern that matches what `pattern` matches.
pub(super) fn translate(pattern: &str, syntax: Syntax) -> Result<String, Bad> {
    if syntax == Syntax::Fixed {
        return Ok(regex::escape(pattern));
    }
    if pattern.starts_with("[:") && pattern.ends_with(":]") {
        return Err(Bad::Class(pattern.to_owned()));
    }
    let mut translator = Translator {
        extended: syntax == Syntax::Extended,
        rest: pattern,
        out: String::new(),
        atom: None,
        groups: Vec::new(),
    };
    while let Some(token) = translator.token()? {
        translator.push(token)?;
    }
    if translator.groups.is_empty() { Ok(translator.out) } else { Err(Bad::Group) }
}

struct Translator<'a> {
    extended: bool,
    rest: &'a str,
    out: String,
    /// Where in `out` the thing begins that `*` would repeat.
    atom: Option<usize>,
    groups: Vec<usize>,
}

enum Token {
    Literal(char),
    /// Already translated, and may be repeated.
    Atom(String),
    /// Already translated, and matches no letter.
    Anchor(&'static str),
    Open,
    Close,
    Or,
    Repeat(String),
}

impl Translator<'_> {
    /// Whether a branch begins here, where `^` anchors and `*` is itself in a basic pattern.
    fn at_start(&self) -> bool {
        self.out.is_empty()
            || self.out.ends_with("(?:") && self.atom.is_none()
            || self.out.ends_with('|') && self.atom.is_none()
    }

    /// Whether nothing but a `^` stands before: there, too, a basic pattern's `*` is itself.
    fn after_anchor(&self) -> bool {
        self.out.strip_suffix('^').is_some_and(|before| {
            self.atom == Some(before.len())
                && (before.is_empty() || before.ends_with("(?:") || before.ends_with('|'))
        })
    }

    fn take(&mut self, length: usize) {
        self.rest = &self.rest[length..];
    }

    fn token(&mut self) -> Result<Option<Token>, Bad> {
        let Some(c) = self.rest.chars().next() else { return Ok(None) };
        if c == '\\' {
            return self.escaped().map(Some);
        }
        if self.extended && c == '{' {
            let interval = interval(&self.rest[1..], "}");
            if let Some((repeat, length)) = interval? {
                self.take(1 + length);
                return Ok(Some(Token::Repeat(repeat)));
            }
            // No interval: GNU's takes the brace for itself.
            self.take(1);
            return Ok(Some(Token::Literal('{')));
        }
        self.take(c.len_utf8());
        Ok(Some(match c {
            '.' => Token::Atom(".".to_owned()),
            '[' => {
                let (class, length) = bracket::translate(self.rest)?;
                self.take(length);
                Token::Atom(class)
            }
            '*' if self.extended || !(self.at_start() || self.after_anchor()) => {
                Token::Repeat("*".to_owned())
            }
            '+' | '?' if self.extended => Token::Repeat(c.to_string()),
            '(' if self.extended => Token::Open,
            // Without an open group it stands for itself, as POSIX has it.
            ')' if self.extended && !self.groups.is_empty() => Token::Close,
            '|' if self.extended => Token::Or,
            '^' if self.extended || self.at_start() => Token::Anchor("^"),
            '$' if self.extended
                || self.rest.is_empty()
                || self.rest.starts_with("\\)")
                || self.rest.starts_with("\\|") =>
            {
                Token::Anchor("$")
            }
            _ => Token::Literal(c),
        }))
    }

    /// What a `\` begins.
    fn escaped(&mut self) -> Result<Token, Bad> {
        let c = self.rest[1..].chars().next().ok_or(Bad::Backslash)?;
        if c == '{' && !self.extended {
            if self.at_start() {
                return Err(Bad::Interval);
            }
            let (repeat, length) = interval(&self.rest[2..], "\\}")?.ok_or(Bad::Interval)?;
            self.take(2 + length);
            return Ok(Token::Repeat(repeat));
        }
        self.take(1 + c.len_utf8());
        Ok(match c {
            '(' if !self.extended => Token::Open,
            ')' if !self.extended => {
                if self.groups.is_empty() {
                    return Err(Bad::Group);
                }
                Token::Close
            }
            '|' if !self.extended => Token::Or,
            '+' | '?' if !self.extended && !self.at_start() => Token::Repeat(c.to_string()),
            '1'..='9' => return Err(Bad::BackReference),
            'w' => Token::Atom(r"[\p{Alphabetic}\p{Nd}_]".to_owned()),
            'W' => Token::Atom(r"[^\p{Alphabetic}\p{Nd}_]".to_owned()),
            's' => Token::Atom(r"\s".to_owned()),
            'S' => Token::Atom(r"\S".to_owned()),
            'b' => Token::Anchor(r"\b"),
            'B' => Token::Anchor(r"\B"),
            '<' => Token::Anchor(r"\b{start}"),
            '>' => Token::Anchor(r"\b{end}"),
            '`' => Token::Anchor("^"),
            '\'' => Token::Anchor("$"),
            _ => Token::Literal(c),
        })
    }

    fn push(&mut self, token: Token) -> Result<(), Bad> {
        let here = self.out.len();
        match token {
            Token::Literal(c) => {
                self.out.push_str(&regex::escape(c.encode_utf8(&mut [0; 4])));
                self.atom = Some(here);
            }
            Token::Atom(text) => {
                self.out.push_str(&text);
                self.atom = Some(here);
            }
            Token::Anchor(text) => {
                self.out.push_str(text);
                self.atom = Some(here);
            }
            Token::Open => {
                self.groups.push(here);
                self.out.push_str("(?:");
                self.atom = None;
            }
            Token::Close => {
                let start = self.groups.pop().ok_or(Bad::Group)?;
                self.out.push(')');
                self.atom = Some(start);
            }
            Token::Or => {
                self.out.push('|');
                self.atom = None;
            }
            // Nothing repeated is nothing.
            Token::Repeat(text) => {
                if let Some(start) = self.atom {
                    // A group of its own keeps `a*?` from meaning something else to the `regex` crate.
                    self.out.insert_str(start, "(?:");
                    let _ = write!(self.out, "){text}");
                }
            }
        }
        Ok(())
    }
}

/// `2}`, `2,}`, `,3}`, `2,3}`: the repetition and the bytes read; none where it is no interval.
fn interval(text: &str, closing: &str) -> Result<Option<(String, usize)>, Bad> {
    let Some(end) = text.find(closing) else { return Ok(None) };
    let inner = &text[..end];
    let number = |text: &str| -> Option<u32> {
        text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().unwrap_or(u32::MAX))
    };
    let (low, high) = match inner.split_once(',') {
        None if inner.is_empty() => return Ok(None),
        None => (number(inner), number(inner).map(Some)),
        Some((low, "")) => (if low.is_empty() { Some(0) } else { number(low) }, Some(None)),
        Some((low, high)) => (if low.is_empty() { Some(0) } else { number(low) }, number(high).map(Some)),
    };
    let (Some(low), Some(high)) = (low, high) else { return Ok(None) };
    // A thousand of anything is a slip, and costs the matcher its memory.
    if low > 1000 || high.is_some_and(|high| high < low || high > 1000) {
        return Err(Bad::Interval);
    }
    let repeat = match high {
        None => format!("{{{low},}}"),
        Some(high) => format!("{{{low},{high}}}"),
    };
    Ok(Some((repeat, end + closing.len())))
}
