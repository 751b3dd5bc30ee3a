//! What is looked for with `/find`, and how far one has come with it.

use super::{Model, Pane};
use crate::text::Needle;

/// Where a word is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a pane, the output's scrollback included.
    Pane(Pane),
    /// In what lies over the screen.
    Overlay,
}

/// Where a match begins: row and column of the content.
pub type Spot = (usize, usize);

/// The search. Which rows hold the word is known only once they have been laid out, so the view looks for it when a
/// jump is due, and what it has found comes back with [`super::Measured`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Find {
    /// The word as it was typed last; it stays, to be looked for once more.
    pub word: String,
    /// Where it is looked for, or was last.
    pub place: Option<Place>,
    /// Whether matches are marked, and n and N go on.
    pub on: bool,
    /// Whether keys write the word (in an overlay, which has no prompt).
    pub typing: bool,
    /// The match reached last.
    pub at: Option<Spot>,
    /// Its number from 1; 0 while there is none.
    pub number: usize,
    /// How many matches there are.
    pub count: usize,
    /// Matches to go on by, from the one reached or else from what is in sight, as soon as the view has looked.
    pub due: Option<isize>,
}

impl Find {
    /// What is to be marked in that place.
    pub fn needle(&self, place: Place) -> Option<Needle> {
        if self.is_in(place) { Needle::new(&self.word) } else { None }
    }

    /// Whether all matches of that place are to be looked for.
    pub fn looks_in(&self, place: Place) -> bool {
        self.due.is_some() && self.is_in(place)
    }

    /// Whether matches of that place are marked.
    pub fn is_in(&self, place: Place) -> bool {
        self.on && self.place == Some(place)
    }

    /// Looks for another word, or for the same one in another place: from what is in sight there.
    pub(super) fn begin(&mut self, word: &str, place: Place) {
        *self = Self { word: word.to_owned(), place: Some(place), on: true, due: Some(0), ..Self::default() };
    }

    /// Goes on by so many matches; in another place than before it begins with what is in sight there.
    pub(super) fn go_on(&mut self, place: Place, steps: isize) {
        if self.place == Some(place) {
            self.due = Some(self.due.unwrap_or(0) + steps);
            self.on = true;
        } else {
            let word = self.word.clone();
            self.begin(&word, place);
        }
    }

    /// No more is marked; the word stays, and the match reached.
    pub(super) fn end(&mut self) {
        (self.on, self.typing, self.due) = (false, false, None);
    }

    /// The text is another one: no match has been reached in it.
    pub(super) fn leave(&mut self) {
        self.end();
        (self.at, self.place) = (None, None);
    }

    /// Goes to the match that is due, of all that there are; gives where that is and whether the way led around an end.
    /// `top` is the first row in sight.
    pub(super) fn arrive(&mut self, spots: &[Spot], top: usize) -> Option<(Spot, bool)> {
        let steps = self.due.take()?;
        self.count = spots.len();
        let count = isize::try_from(spots.len()).ok().filter(|count| *count > 0);
        let Some(count) = count else {
            (self.at, self.number) = (None, 0);
            return None;
        };
        let from = spots.partition_point(|spot| *spot < self.at.unwrap_or((top, 0)));
        let stands = self.at.is_some() && spots.get(from).copied() == self.at;
        let from = isize::try_from(from).unwrap_or(0);
        let wanted = match self.at {
            // Below what is in sight there is none: the nearest one above.
            None if from == count && steps == 0 => count - 1,
            // The one reached is gone: the next one is already a step further.
            Some(_) if !stands && steps > 0 => from + steps - 1,
            _ => from + steps,
        };
        let index = usize::try_from(wanted.rem_euclid(count)).unwrap_or(0);
        let spot = *spots.get(index)?;
        (self.at, self.number) = (Some(spot), index + 1);
        Some((spot, !(0..count).contains(&wanted)))
    }
}

/// Whether `n` and `N` at the prompt lead through matches instead of being typed.
pub fn takes_keys(model: &Model) -> bool {
    let at_prompt = model.overlay.is_none() && model.prompt.completion.is_none();
    model.find.on && at_prompt && model.prompt.text.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPOTS: [Spot; 4] = [(2, 0), (2, 9), (7, 3), (30, 1)];

    fn begun() -> Find {
        let mut find = Find::default();
        find.begin("word", Place::Overlay);
        find
    }

    fn go(find: &mut Find, steps: isize) -> Option<(usize, bool)> {
        find.due = Some(steps);
        find.arrive(&SPOTS, 0).map(|(_, around)| (find.number, around))
    }

    #[test]
    fn it_begins_with_what_is_in_sight() {
        for (top, number) in [(0, 1), (3, 3), (30, 4), (31, 4)] {
            let mut find = begun();
            assert_eq!(find.arrive(&SPOTS, top).map(|(_, around)| around), Some(false));
            assert_eq!((find.number, find.count), (number, 4), "from row {top}");
        }
    }

    #[test]
    fn it_goes_on_around_the_ends() {
        let mut find = begun();
        find.arrive(&SPOTS, 0);
        assert_eq!(go(&mut find, 1), Some((2, false)));
        assert_eq!(go(&mut find, 2), Some((4, false)));
        assert_eq!(go(&mut find, 1), Some((1, true)));
        assert_eq!(go(&mut find, -1), Some((4, true)));
    }

    #[test]
    fn a_match_that_is_gone_is_where_it_goes_on_from() {
        let mut find = begun();
        find.at = Some((5, 0));
        assert_eq!(go(&mut find, 1), Some((3, false)));
        find.at = Some((5, 0));
        assert_eq!(go(&mut find, -1), Some((2, false)));
    }

    #[test]
    fn without_a_match_there_is_none() {
        let mut find = begun();
        assert_eq!(find.arrive(&[], 0), None);
        assert_eq!((find.at, find.number, find.count), (None, 0, 0));
        assert_eq!(find.arrive(&SPOTS, 0), None, "nothing is due");
    }
}
