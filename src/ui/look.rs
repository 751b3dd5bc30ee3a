//! What the views need besides the model: words, colours, signs.

use super::{Depth, Frames, Theme};
use crate::app::{Model, Scheme};
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
    /// The colours that suit the terminal.
    suited: Theme,
    /// The choice of which the colours are.
    scheme: Scheme,
}

impl Look {
    /// A look in `lang`, in the colours that suit the terminal.
    pub fn new(lang: &Lang, theme: Theme, frames: Frames) -> Self {
        let suited = theme.clone();
        Self { translator: Translator::new(lang), theme, frames, suited, scheme: Scheme::Auto }
    }

    /// The language and the colours that the model asks for.
    pub fn follow(&mut self, model: &Model) {
        self.speak(&model.lang);
        self.wear(Scheme::shown(model));
    }

    /// Changes the colours, where they are others.
    pub fn wear(&mut self, scheme: Scheme) {
        if self.scheme != scheme {
            self.scheme = scheme;
            // `NO_COLOR` is asked for anew with each start, and so it outweighs what is kept.
            let chosen = Theme::of(scheme).filter(|_| self.suited.depth != Depth::None);
            self.theme = chosen.unwrap_or_else(|| self.suited.clone());
        }
    }

    /// The terminal's background is known now. Where it decides, and the colours are others because of it, that is
    /// told.
    pub fn on(&mut self, light: bool) -> bool {
        if self.suited.depth != Depth::Full || self.suited.light == light {
            return false;
        }
        self.suited = if light { Theme::light() } else { Theme::dark() };
        if self.scheme == Scheme::Auto {
            self.theme = self.suited.clone();
        }
        self.scheme == Scheme::Auto
    }

    /// Whether the terminal's background would change what suits it.
    pub fn asks_for_background(&self) -> bool {
        self.suited.depth == Depth::Full
    }

    /// Changes the language, where it is another one.
    pub fn speak(&mut self, lang: &Lang) {
        if self.translator.lang() != lang {
            self.translator = Translator::new(lang);
        }
    }

    /// The phrase in the language shown, safe to be drawn: its arguments may come from anywhere.
    pub fn say(&self, phrase: &Phrase) -> String {
        crate::text::sanitize(&self.translator.say(phrase)).into_owned()
    }

    /// The message of that key in the language shown.
    pub(super) fn word(&self, key: &'static str) -> String {
        self.say(&phrase(key))
    }
}
