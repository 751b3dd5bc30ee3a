//! How much of the network pane is shown: what is folded, what is looked for, and where the keyboard is in it.

use std::collections::BTreeMap;

use super::{Model, Pane, Screen};
use crate::text::fold;

/// Whose containers and networks are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// The lesson's own in full, the others as far as something happens to them.
    #[default]
    Usual,
    /// The lesson's own alone.
    Lesson,
    /// Everything that there is.
    Everything,
}

/// A part of the pane that can be folded.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Block {
    /// A network with the containers on it, by its full id.
    Network(String),
    /// The containers without a network of their own.
    Apart,
    /// Who reaches whom.
    Ways,
}

/// How far a block is unfolded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Depth {
    /// Its heading alone.
    Closed,
    /// What matters of it.
    #[default]
    Usual,
    /// All of it.
    Whole,
}

/// What a row folds and unfolds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// The block.
    pub block: Block,
    /// Whether there is more of it than what matters.
    pub more: bool,
}

/// How much of the network pane is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sight {
    /// Whose.
    pub scope: Scope,
    /// Only what has all these words in it, folded and in lower case; empty for no filter.
    pub words: Vec<String>,
    /// What was folded or unfolded by hand.
    depths: BTreeMap<Block, Depth>,
    /// Whether keys fold (`/fold`), as long as the pane has the focus.
    pub keys: bool,
    /// The block under the cursor; the first one where that is not shown.
    pub at: Option<Block>,
}

impl Sight {
    /// What `/network WORD …` asks for: `lesson`, `all`, or words to look for; nothing for the usual.
    pub fn ask(&mut self, asked: &str) {
        let asked = fold(asked).to_lowercase();
        let keys = self.keys;
        *self = Self { keys, ..Self::default() };
        match asked.trim() {
            "all" => self.scope = Scope::Everything,
            "lesson" => self.scope = Scope::Lesson,
            words => self.words = words.split_whitespace().map(str::to_owned).collect(),
        }
    }

    /// How far a block is unfolded: as it was done by hand, else by whose things are shown.
    pub fn depth(&self, block: &Block) -> Depth {
        let usual = if self.scope == Scope::Everything { Depth::Whole } else { Depth::Usual };
        self.depths.get(block).copied().unwrap_or(usual)
    }

    /// Whether something with these texts is shown: each word stands in one of them.
    pub fn finds(&self, texts: &[&str]) -> bool {
        self.words
            .iter()
            .all(|word| texts.iter().any(|text| fold(text).to_lowercase().contains(word.as_str())))
    }

    /// One step further unfolded, or folded.
    pub(super) fn turn(&mut self, fold: &Fold, open: bool) {
        let depth = match (self.depth(&fold.block), open) {
            (Depth::Closed, true) => Depth::Usual,
            (Depth::Usual, true) if fold.more => Depth::Whole,
            (Depth::Whole, false) if fold.more => Depth::Usual,
            (_, false) => Depth::Closed,
            (depth, true) => depth,
        };
        self.depths.insert(fold.block.clone(), depth);
    }

    /// Unfolds to the end, then folds: what a click does.
    pub(super) fn turn_on(&mut self, fold: &Fold) {
        match self.depth(&fold.block) {
            Depth::Closed => self.turn(fold, true),
            Depth::Usual if fold.more => self.turn(fold, true),
            Depth::Usual | Depth::Whole => drop(self.depths.insert(fold.block.clone(), Depth::Closed)),
        }
    }

    /// The next of the three scopes.
    pub(super) fn widen(&mut self) {
        self.depths.clear();
        self.scope = match self.scope {
            Scope::Usual => Scope::Everything,
            Scope::Everything => Scope::Lesson,
            Scope::Lesson => Scope::Usual,
        };
    }
}

/// Whether keys fold now, instead of going to the prompt.
pub fn has_keys(model: &Model) -> bool {
    let attached = model.running.as_ref().is_some_and(|running| running.attached);
    let elsewhere = attached || model.overlay.is_some() || model.editor.is_some();
    let focused =
        matches!(&model.screen, Screen::Lesson(lesson) if lesson.sight.keys && lesson.focus == Pane::Network);
    focused && !elsewhere
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold_of(more: bool) -> Fold {
        Fold { block: Block::Ways, more }
    }

    #[test]
    fn a_click_goes_through_all_depths() {
        for (more, depths) in [
            (true, vec![Depth::Whole, Depth::Closed, Depth::Usual, Depth::Whole]),
            (false, vec![Depth::Closed, Depth::Usual, Depth::Closed]),
        ] {
            let mut sight = Sight::default();
            for depth in depths {
                sight.turn_on(&fold_of(more));
                assert_eq!(sight.depth(&Block::Ways), depth, "{more}");
            }
        }
    }

    #[test]
    fn keys_go_one_way_and_stop_at_the_ends() {
        let mut sight = Sight::default();
        sight.turn(&fold_of(false), true);
        assert_eq!(sight.depth(&Block::Ways), Depth::Usual, "there is no more");
        for depth in [Depth::Whole, Depth::Whole] {
            sight.turn(&fold_of(true), true);
            assert_eq!(sight.depth(&Block::Ways), depth);
        }
        for depth in [Depth::Usual, Depth::Closed, Depth::Closed] {
            sight.turn(&fold_of(true), false);
            assert_eq!(sight.depth(&Block::Ways), depth);
        }
        assert_eq!(sight.depth(&Block::Apart), Depth::Usual, "each by itself");
    }

    #[test]
    fn what_is_asked_for_takes_the_place_of_what_was() {
        let mut sight = Sight::default();
        sight.ask("Ｗeb 8080");
        assert!(sight.finds(&["my-WEB", "0.0.0.0:8080"]) && !sight.finds(&["web"]) && !sight.finds(&[]));
        sight.ask("all");
        assert_eq!((sight.scope, sight.depth(&Block::Apart)), (Scope::Everything, Depth::Whole));
        assert!(sight.words.is_empty());
        sight.ask("");
        assert_eq!(sight, Sight::default());
    }
}
