//! Finding in the text.

use super::Buffer;

impl Buffer {
    /// The first place at or after byte `from` where `wanted` stands, around at the end. Capitals matter only where
    /// `wanted` has some.
    pub fn find(&self, wanted: &str, from: usize) -> Option<usize> {
        let places = self.places(wanted);
        places.iter().copied().find(|at| *at >= from).or_else(|| places.first().copied())
    }

    /// The last place before byte `before` where `wanted` stands, around at the beginning.
    pub fn find_back(&self, wanted: &str, before: usize) -> Option<usize> {
        let places = self.places(wanted);
        places.iter().copied().rfind(|at| *at < before).or_else(|| places.last().copied())
    }

    fn places(&self, wanted: &str) -> Vec<usize> {
        if wanted.is_empty() {
            return Vec::new();
        }
        // Only what keeps its length in bytes is lowered, so that places are those of the text.
        let (text, wanted) = if wanted.chars().any(char::is_uppercase) {
            (self.text.clone(), wanted.to_owned())
        } else {
            (self.text.to_ascii_lowercase(), wanted.to_ascii_lowercase())
        };
        text.match_indices(&wanted).map(|(at, _)| at).collect()
    }
}
