//! What the program says, in the learner's language.
//!
//! Pure parts never hold finished sentences: they hand out a [`Phrase`] (a key of
//! `locales/*/*.ftl` and its arguments), and the edge renders it with a [`Translator`].
//! A language is a folder below `locales/` and a file in each lesson; nothing else names one.

mod phrase;
mod saved;
mod translator;

pub use phrase::{Arg, Phrase, phrase};
pub use saved::{SavedArg, SavedPhrase};
#[cfg(test)]
pub use translator::speakable;
pub use translator::{Translator, available, negotiate};

/// A language of the program, such as `ja` or `en`.
pub type Lang = unic_langid::LanguageIdentifier;
