//! The flags of a verb, as a table.

/// What a flag's value must be, by the message that says it is not.
pub(super) type Check = fn(&str) -> Result<(), String>;

/// A flag of one verb.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flag {
    /// `detach` for `--detach`.
    pub long: &'static str,
    /// `d` for `-d`.
    pub short: Option<char>,
    /// What it takes.
    pub kind: Kind,
    /// What is wrong with a value, beyond its kind.
    pub check: Option<Check>,
    /// What it does, for `--help` and completion; empty for a flag that is not supported here.
    pub about: &'static str,
    /// Whether this prompt carries it out. The others are known so that they can be named.
    pub supported: bool,
    /// Not listed: an older name, or a flag of other platforms.
    pub hidden: bool,
    /// The flag whose value this one gives: `network` for `--net`.
    pub same_as: Option<&'static str>,
}

/// What a flag takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Nothing, or `=true`, `=false`.
    Bool,
    /// One value, the last one given.
    Text,
    /// A whole number.
    Int,
    /// Any number of values, in order.
    List,
    /// One value of a kind that docker's help names so.
    Named(&'static str),
}

impl Kind {
    /// The name in the second column of `--help`; empty for a switch.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Bool => "",
            Self::Text => "string",
            Self::Int => "int",
            Self::List => "list",
            Self::Named(name) => name,
        }
    }
}

impl Flag {
    const fn new(long: &'static str, kind: Kind, about: &'static str) -> Self {
        Self { long, short: None, kind, check: None, about, supported: true, hidden: false, same_as: None }
    }

    /// A switch.
    pub(super) const fn bool(long: &'static str, about: &'static str) -> Self {
        Self::new(long, Kind::Bool, about)
    }

    /// A flag with one value.
    pub(super) const fn text(long: &'static str, about: &'static str) -> Self {
        Self::new(long, Kind::Text, about)
    }

    /// A flag with a whole number.
    pub(super) const fn int(long: &'static str, about: &'static str) -> Self {
        Self::new(long, Kind::Int, about)
    }

    /// A flag that may be given many times.
    pub(super) const fn list(long: &'static str, about: &'static str) -> Self {
        Self::new(long, Kind::List, about)
    }

    /// A flag that docker has and this prompt does not carry out.
    pub(super) const fn absent(long: &'static str, kind: Kind) -> Self {
        let mut flag = Self::new(long, kind, "");
        flag.supported = false;
        flag
    }

    /// An older or second name of the flag `same_as`.
    pub(super) const fn alias(long: &'static str, kind: Kind, same_as: &'static str) -> Self {
        let mut flag = Self::new(long, kind, "");
        flag.hidden = true;
        flag.same_as = Some(same_as);
        flag
    }

    /// With a one-letter form.
    pub(super) const fn short(mut self, letter: char) -> Self {
        self.short = Some(letter);
        self
    }

    /// With the name of its value's kind in `--help`.
    pub(super) const fn named(mut self, name: &'static str) -> Self {
        self.kind = Kind::Named(name);
        self
    }

    /// With a test of each value.
    pub(super) const fn check(mut self, check: Check) -> Self {
        self.check = Some(check);
        self
    }

    /// Not listed in `--help`.
    pub(super) const fn hidden(mut self) -> Self {
        self.hidden = true;
        self
    }

    /// `-d, --detach`, or `--rm` for one without a letter: as docker's messages name it.
    pub(crate) fn display(&self) -> String {
        match self.short {
            Some(letter) => format!("-{letter}, --{}", self.long),
            None => format!("--{}", self.long),
        }
    }
}
