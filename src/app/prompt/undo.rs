//! Undo and redo.

use super::{Last, Prompt};

/// So many steps can be undone.
const UNDO: usize = 200;

/// A text and the cursor in it.
type State = (String, usize);

/// What can be gone back to, and forward to again; the nearest last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Past {
    undo: Vec<State>,
    redo: Vec<State>,
}

impl Prompt {
    /// Takes back the last change.
    pub fn undo(&mut self) {
        if let Some(state) = self.past.undo.pop() {
            let now = self.go_to(state);
            self.past.redo.push(now);
        }
    }

    /// Makes once more what was taken back last.
    pub fn redo(&mut self) {
        if let Some(state) = self.past.redo.pop() {
            let now = self.go_to(state);
            self.past.undo.push(now);
        }
    }

    /// Takes back everything since the line was begun, or taken out of the history (Alt-R).
    pub fn revert(&mut self) {
        while !self.past.undo.is_empty() {
            self.undo();
        }
    }

    /// Before a change: it can be taken back, and what had been taken back is gone.
    pub(super) fn remember(&mut self) {
        self.last = Last::Other;
        self.browsing = None;
        self.past.redo.clear();
        if self.past.undo.len() == UNDO {
            self.past.undo.remove(0);
        }
        self.past.undo.push((self.text.clone(), self.cursor));
    }

    fn go_to(&mut self, (text, cursor): State) -> State {
        self.last = Last::Other;
        self.browsing = None;
        (std::mem::replace(&mut self.text, text), std::mem::replace(&mut self.cursor, cursor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undo_takes_back_a_word_at_a_time_and_redo_makes_it_again() {
        let mut prompt = Prompt::default();
        for c in "docker ps".chars() {
            prompt.insert(&c.to_string());
        }
        prompt.kill_to_start();
        let mut seen = Vec::new();
        for _ in 0..4 {
            prompt.undo();
            seen.push(prompt.text.clone());
        }
        assert_eq!(seen, ["docker ps", "docker ", "", ""]);
        for _ in 0..4 {
            prompt.redo();
            seen.push(prompt.text.clone());
        }
        assert_eq!(seen[4..], ["docker ", "docker ps", "", ""]);
    }

    #[test]
    fn a_change_ends_redo() {
        let mut prompt = Prompt::default();
        prompt.insert("one ");
        prompt.insert("two");
        prompt.undo();
        prompt.insert("x");
        prompt.redo();
        assert_eq!(prompt.text, "one x");
        prompt.revert();
        assert_eq!(prompt.text, "");
    }
}
