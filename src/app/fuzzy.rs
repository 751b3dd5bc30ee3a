//! Finding by what is like what was typed.

use nucleo::pattern::{CaseMatching, Normalization, Pattern};
use nucleo::{Matcher, Utf32String};

/// What was typed, to be held against many texts.
pub(super) struct Fuzzy {
    pattern: Pattern,
    matcher: Matcher,
}

impl Fuzzy {
    /// Words that were typed, in any case, each to be found in a text in its order.
    pub fn new(typed: &str) -> Self {
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        Self { pattern, matcher: Matcher::new(nucleo::Config::DEFAULT) }
    }

    /// How well a text fits, the more the better; none where it does not.
    pub fn score(&mut self, text: &Utf32String) -> Option<u32> {
        self.pattern.score(text.slice(..), &mut self.matcher)
    }
}
