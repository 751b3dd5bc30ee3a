//! What a task should print, as written in a `console` block. Matching is `check`'s.

/// What is expected of one task.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Expected {
    /// Lines in order. Empty means that nothing was said about the output, so anything will do.
    pub lines: Vec<Line>,
    /// The exit code, 0 where the block has no `? N`.
    pub exit: i64,
}

/// One line of an expected output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// `...`: zero or more lines of anything.
    Any,
    /// `^C`: all before it has matched, now the interrupt is sent. Matches the terminal's own `^C` echo, if any.
    Interrupt,
    /// A line of text and wildcards.
    Text(Vec<Piece>),
}

/// A part of an expected line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text to stand there as it is; runs of blanks compare as one.
    Literal(String),
    /// `[..]`: anything within the line.
    Anything,
    /// `[KIND]`: a value of that kind; `[KIND:name]`: the value of that name.
    Value {
        /// What kind of value.
        kind: Kind,
        /// The name in the key's `[values]`, where one is given.
        name: Option<String>,
    },
}

/// Kinds of values that may vary from one run to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// `[ID]`: 12 or 64 hex digits, or `sha256:` and 64 of them.
    Id,
    /// `[IP]`: an IPv4 or IPv6 address.
    Ip,
    /// `[PORT]`: 1 to 65535.
    Port,
    /// `[N]`: a whole number.
    Number,
    /// `[MS]`: a time in milliseconds, `0.067`.
    Millis,
    /// `[SIZE]`: as docker prints sizes, `133MB`.
    Size,
    /// `[DATE]`: a date, with or without a time.
    Date,
    /// `[AGE]`: as docker prints ages, without "ago": `2 minutes`, `About an hour`, `Less than a second`.
    Age,
}

impl Kind {
    /// Every kind, with the word that stands for it in brackets.
    pub const ALL: [(&'static str, Self); 8] = [
        ("ID", Self::Id),
        ("IP", Self::Ip),
        ("PORT", Self::Port),
        ("N", Self::Number),
        ("MS", Self::Millis),
        ("SIZE", Self::Size),
        ("DATE", Self::Date),
        ("AGE", Self::Age),
    ];

    /// The word that stands for it in brackets.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// The kind that the word stands for.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, kind)| *kind)
    }
}
