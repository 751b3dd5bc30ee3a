//! Finding by what is like what was typed.

use nucleo::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo::{Matcher, Utf32String};

/// What was typed, to be held against many texts.
pub(super) struct Fuzzy {
    letters: Pattern,
    words: Pattern,
    matcher: Matcher,
}

impl Fuzzy {
    /// Words that were typed, in any case, each to be found in a text in its order.
    pub fn new(typed: &str) -> Self {
        let letters = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let words = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Substring);
        Self { letters, words, matcher: Matcher::new(nucleo::Config::DEFAULT) }
    }

    /// How well a text fits whose letters may have others between them, the more the better; none where it does not.
    pub fn score(&mut self, text: &Utf32String) -> Option<u32> {
        self.letters.score(text.slice(..), &mut self.matcher)
    }

    /// How many letters of a text the match goes over, the fewer the better; none where it does not fit.
    pub fn spread(&mut self, text: &Utf32String) -> Option<u32> {
        let mut places = Vec::new();
        self.letters.indices(text.slice(..), &mut self.matcher, &mut places)?;
        let first = places.iter().min().copied().unwrap_or_default();
        places.iter().max().map(|last| last - first)
    }

    /// How well a text fits that has each word in one piece; best where words begin so.
    pub fn score_whole(&mut self, text: &Utf32String) -> Option<u32> {
        self.words.score(text.slice(..), &mut self.matcher)
    }
}
