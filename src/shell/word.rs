//! Cutting a line into words and operators, quotes taken off, with the bytes each came from.
//!
//! The rules are bash's for an interactive line. The lexer never gives up: a line that is still being typed
//! (an open quote) yields the words so far, so that colouring and completion see the same words as [`parse`].
//! What bash would expand (`$HOME`, `*`, `~`, `{a,b}`) is kept as it stands and noted as a [`Slip`].
//!
//! [`parse`]: super::parse()

use std::ops::Range;

use super::slip::{self, Slip};

/// A word of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word without its quotes and backslashes.
    pub text: String,
    /// The bytes of the line it came from, quotes included.
    pub span: Range<usize>,
    /// Whether any of it was quoted or escaped: `'#'` is a word where `#` begins a comment.
    pub quoted: bool,
}

/// What a line is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A word.
    Word(Word),
    /// An operator such as `|` or `2>&`, with the number written before it.
    Op {
        /// The operator, without the number.
        text: &'static str,
        /// `2` in `2>`.
        fd: Option<u32>,
        /// Where it stands, the number included.
        span: Range<usize>,
    },
}

impl Token {
    /// The bytes of the line that the token came from.
    pub(crate) fn span(&self) -> &Range<usize> {
        match self {
            Self::Word(word) => &word.span,
            Self::Op { span, .. } => span,
        }
    }
}

/// The words among `tokens` that are not the target of a redirection.
pub(crate) fn command_words(tokens: &[Token]) -> Vec<&Word> {
    let mut words = Vec::new();
    let mut target = false;
    for token in tokens {
        match token {
            // A line's end behind a `|`.
            Token::Op { text: "\n", .. } => {}
            Token::Op { .. } => target = true,
            Token::Word(_) if target => target = false,
            Token::Word(word) => words.push(word),
        }
    }
    words
}

/// A line cut into tokens.
#[derive(Debug, Default)]
pub(crate) struct Lexed {
    /// The tokens in order; their spans never overlap.
    pub tokens: Vec<Token>,
    /// Comments, from the `#` to the end of the line.
    pub comments: Vec<Range<usize>>,
    /// What a shell would do and this prompt does not, or a slip, in the order found.
    pub slips: Vec<Slip>,
    /// Where a `\` and the line's end behind it join two lines.
    pub joints: Vec<Joint>,
    /// What the line's end leaves open.
    pub open: Option<LeftOpen>,
}

/// A `\` with the line's end behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Joint {
    /// Where it stands.
    pub span: Range<usize>,
    /// Whether it stands in double quotes, where the blanks beside it belong to the word.
    pub in_double: bool,
}

/// What a line leaves open at its end, so that one more row belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOpen {
    /// This quote.
    Quote(char),
    /// A `\`.
    Escape,
    /// A `|`.
    Pipe,
}

/// Longest first, so that the first that fits is the right one.
const OPERATORS: [&str; 24] = [
    "&>>", ";;&", ";&", "<<<", "<<-", "&&", "||", "|&", ";;", "&>", "<<", "<&", "<>", ">>", ">&", ">|", "|",
    "&", ";", "<", ">", "(", ")", "\n",
];

/// Cuts `line` into tokens.
pub(crate) fn lex(line: &str) -> Lexed {
    let mut lexer = Lexer { line, at: 0, out: Lexed::default() };
    lexer.run();
    lexer.out
}

struct Lexer<'a> {
    line: &'a str,
    at: usize,
    out: Lexed,
}

/// The word being read.
struct Open {
    text: String,
    start: usize,
    quoted: bool,
    /// Unquoted braces, commas and dots, for [`expands_braces`].
    plain: Vec<(usize, char)>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        &self.line[self.at..]
    }

    /// The length of a `\` with the line's end behind it, which joins two lines; 0 where there is none.
    fn continuation(&self) -> usize {
        ["\\\n", "\\\r\n"]
            .iter()
            .find(|joint| self.rest().starts_with(**joint))
            .map_or(0, |joint| joint.len())
    }

    /// Goes over such a `\`; whether there was one.
    fn joint(&mut self, in_double: bool) -> bool {
        let length = self.continuation();
        if length > 0 {
            self.out.joints.push(Joint { span: self.at..self.at + length, in_double });
            self.at += length;
        }
        length > 0
    }

    fn run(&mut self) {
        loop {
            if self.joint(false) {
                continue;
            }
            let Some(c) = self.rest().chars().next() else { return };
            if matches!(c, ' ' | '\t' | '\r') {
                self.at += 1;
            } else if c == '#' {
                let end = self.rest().find('\n').map_or(self.line.len(), |length| self.at + length);
                self.out.comments.push(self.at..end);
                self.at = end;
            } else if let Some(op) = self.operator() {
                self.push_operator(op, None, self.at);
            } else {
                self.word();
            }
        }
    }

    fn operator(&self) -> Option<&'static str> {
        OPERATORS.into_iter().find(|op| self.rest().starts_with(op))
    }

    fn push_operator(&mut self, text: &'static str, fd: Option<u32>, start: usize) {
        self.at += text.len();
        self.out.tokens.push(Token::Op { text, fd, span: start..self.at });
    }

    fn word(&mut self) {
        let mut open = Open { text: String::new(), start: self.at, quoted: false, plain: Vec::new() };
        while let Some(c) = self.rest().chars().next() {
            if self.joint(false) {
                continue;
            }
            match c {
                ' ' | '\t' | '\r' => break,
                '\'' => self.single(&mut open),
                '"' => self.double(&mut open),
                '\\' => self.escape(&mut open),
                '$' | '`' => self.expansion(&mut open, false),
                _ if self.operator().is_some() => break,
                _ => self.plain(&mut open, c),
            }
        }
        self.close(open);
    }

    /// Ends a word: digits directly before `<` or `>` name a stream and belong to the operator.
    fn close(&mut self, open: Open) {
        let Open { text, start, quoted, plain } = open;
        if !quoted
            && self.rest().starts_with(['<', '>'])
            && !text.is_empty()
            && text.bytes().all(|b| b.is_ascii_digit())
            && let Ok(fd) = text.parse()
            && let Some(op) = self.operator()
        {
            self.push_operator(op, Some(fd), start);
            return;
        }
        if let Some(span) = expands_braces(&plain) {
            self.out.slips.push(slip::braces(span));
        }
        self.out.tokens.push(Token::Word(Word { text, span: start..self.at, quoted }));
    }

    fn plain(&mut self, open: &mut Open, c: char) {
        let span = self.at..self.at + c.len_utf8();
        match c {
            '*' | '?' => self.out.slips.push(slip::glob(span.clone(), c)),
            '~' if open.start == self.at && !self.rest()[1..].starts_with(['~', '=', ':', '.']) => {
                self.out.slips.push(slip::tilde(span.clone()));
            }
            '{' | '}' | ',' | '.' => open.plain.push((self.at, c)),
            _ => {}
        }
        open.text.push(c);
        self.at = span.end;
    }

    fn escape(&mut self, open: &mut Open) {
        open.quoted = true;
        let Some(c) = self.rest()[1..].chars().next() else {
            self.out.slips.push(slip::open_escape(self.at..self.at + 1));
            self.out.open = Some(LeftOpen::Escape);
            self.at += 1;
            return;
        };
        open.text.push(c);
        self.at += 1 + c.len_utf8();
    }

    fn single(&mut self, open: &mut Open) {
        open.quoted = true;
        let start = self.at;
        let inner = &self.rest()[1..];
        if let Some(length) = inner.find('\'') {
            open.text.push_str(&inner[..length]);
            self.at += length + 2;
        } else {
            open.text.push_str(inner);
            self.at = self.line.len();
            self.out.slips.push(slip::open_quote(start..self.at, '\''));
            self.out.open = Some(LeftOpen::Quote('\''));
        }
    }

    fn double(&mut self, open: &mut Open) {
        open.quoted = true;
        let start = self.at;
        self.at += 1;
        loop {
            if self.joint(true) {
                continue;
            }
            let mut chars = self.rest().chars();
            match (chars.next(), chars.next()) {
                (None, _) => {
                    self.out.slips.push(slip::open_quote(start..self.at, '"'));
                    self.out.open = Some(LeftOpen::Quote('"'));
                    return;
                }
                (Some('"'), _) => {
                    self.at += 1;
                    return;
                }
                (Some('\\'), Some(c @ ('$' | '`' | '"' | '\\'))) => {
                    open.text.push(c);
                    self.at += 2;
                }
                (Some('$' | '`'), _) => self.expansion(open, true),
                (Some(c), _) => {
                    open.text.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
    }

    /// `$NAME`, `${…}`, `$(…)`, `` `…` ``, `$'…'`: kept as written, and noted.
    fn expansion(&mut self, open: &mut Open, in_double: bool) {
        let rest = self.rest();
        let after = &rest[1..];
        let next = after.chars().next();
        let length = if rest.starts_with('`') {
            1 + after.find('`').map_or(after.len(), |end| end + 1)
        } else {
            match next {
                Some('(') => 1 + bracketed(after, '(', ')'),
                Some('{') => 1 + bracketed(after, '{', '}'),
                Some('\'' | '"') if !in_double => 1,
                Some(c) if c.is_ascii_alphabetic() || c == '_' => {
                    1 + after.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(after.len())
                }
                Some('0'..='9' | '*' | '@' | '#' | '?' | '$' | '!' | '-') => 2,
                _ => {
                    open.text.push('$');
                    self.at += 1;
                    return;
                }
            }
        };
        let span = self.at..self.at + length;
        self.out.slips.push(slip::expansion(span.clone(), &rest[..length]));
        open.text.push_str(&rest[..length]);
        self.at = span.end;
    }
}

/// The length of the bracketed text that `text` begins with, brackets included; all of it where none closes.
fn bracketed(text: &str, opening: char, closing: char) -> usize {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        if c == opening {
            depth += 1;
        } else if c == closing {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + c.len_utf8();
            }
        }
    }
    text.len()
}

/// Whether bash would make several words of these braces: `{a,b}` and `{1..3}`, but not `{{.Names}}`.
fn expands_braces(plain: &[(usize, char)]) -> Option<Range<usize>> {
    let mut stack: Vec<(usize, bool)> = Vec::new();
    let mut last_dot = None;
    for &(at, c) in plain {
        match c {
            '{' => stack.push((at, false)),
            '}' => {
                if let Some((start, true)) = stack.pop() {
                    return Some(start..at + 1);
                }
            }
            ',' => stack.last_mut().into_iter().for_each(|brace| brace.1 = true),
            _ => {
                if last_dot.is_some_and(|dot| dot + 1 == at) {
                    stack.last_mut().into_iter().for_each(|brace| brace.1 = true);
                }
                last_dot = Some(at);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests;
