//! What the views need besides the model: words, colours, signs.

use super::{Frames, Theme};
use crate::i18n::{Lang, Phrase, Translator, phrase};

/// How the screen looks and in which language it speaks.
#[derive(Debug)]
pub struct Look {
    /// Renders phrases.
    pub translator: Translator,
    /// Colours.
    pub theme: Theme,
    /// Signs.
    pub frames: Frames,
}

impl Look {
    /// A look in `lang`.
    pub fn new(lang: &Lang, theme: Theme, frames: Frames) -> Self {
        Self { translator: Translator::new(lang), theme, frames }
    }

    /// Changes the language, where it is another one.
    pub fn speak(&mut self, lang: &Lang) {
        if self.translator.lang() != lang {
            self.translator = Translator::new(lang);
        }
    }

    /// The phrase in the language shown, safe to be drawn: its arguments may come from anywhere.
    pub(super) fn say(&self, phrase: &Phrase) -> String {
        crate::text::sanitize(&self.translator.say(phrase)).into_owned()
    }

    /// The message of that key in the language shown.
    pub(super) fn word(&self, key: &'static str) -> String {
        self.say(&phrase(key))
    }
}
