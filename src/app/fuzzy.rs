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

    /// How long the longest piece is that a text has of what was typed; none where it does not fit.
    pub fn longest_piece(&mut self, text: &Utf32String) -> Option<usize> {
        let mut places = Vec::new();
        self.letters.indices(text.slice(..), &mut self.matcher, &mut places)?;
        places.sort_unstable();
        places.dedup();
        places.chunk_by(|one, next| one + 1 == *next).map(<[u32]>::len).max()
    }

    /// How well a text fits that has each word in one piece; best where words begin so.
    pub fn score_whole(&mut self, text: &Utf32String) -> Option<u32> {
        self.words.score(text.slice(..), &mut self.matcher)
    }
}
