//! A sentence that is still to be said: a key and its arguments.

/// A message of the locales with its arguments, not yet in any language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The message's key in `locales/*/*.ftl`.
    pub key: &'static str,
    /// Named arguments, in the order they were given.
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Phrase`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Text that stands in every language as it is: a name, an address, a line of output.
    Text(String),
    /// A number, which Fluent may use to choose a plural.
    Number(i64),
    /// A phrase inside a phrase, rendered in the same language.
    Phrase(Box<Phrase>),
}

/// A phrase by its key, without arguments. A test holds that every key given here is in every locale.
pub fn phrase(key: &'static str) -> Phrase {
    Phrase { key, args: Vec::new() }
}

impl Phrase {
    /// The phrase with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(Box::new(phrase))
    }
}
