//! Fluent bundles, and the choice of a language.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use super::{Arg, Lang, Phrase, SavedArg, SavedPhrase};

/// The locales, in the binary of a release build, read from disk in a debug build.
#[derive(RustEmbed)]
#[folder = "locales/"]
struct Locales;

/// Renders phrases in one language.
pub struct Translator {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Translator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Translator").field("lang", &self.lang).finish_non_exhaustive()
    }
}

impl Translator {
    /// A translator for `lang`, which should be one of [`available`]; a language without a folder
    /// renders keys instead of sentences.
    pub fn new(lang: &Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.clone()]);
        // Isolating marks are for bidirectional text; terminals print them as garbage.
        bundle.set_use_isolating(false);
        let folder = format!("{lang}/");
        for file in Locales::iter().filter(|file| file.starts_with(&folder)) {
            let Some(data) = Locales::get(&file) else { continue };
            let source = String::from_utf8_lossy(&data.data).into_owned();
            // A message that does not parse is left out; a test fails on it long before a learner could.
            let resource = FluentResource::try_new(source).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        Self { lang: lang.clone(), bundle }
    }

    /// The language that this renders.
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// The phrase in this language; its key where the locale lacks it.
    ///
    /// # Panics
    /// Only in tests: where an argument is missing.
    pub fn say(&self, phrase: &Phrase) -> String {
        let Some(pattern) = self.bundle.get_message(phrase.key).and_then(|message| message.value()) else {
            return phrase.key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &phrase.args {
            args.set(*name, self.value(value));
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        // An argument that is missing is shown as its name; tests do not let it come so far.
        #[cfg(test)]
        assert!(errors.is_empty(), "{}: {errors:?}", phrase.key);
        said
    }

    /// A phrase that was kept, in this language; none where the locale has no such message any more, or one with
    /// other arguments.
    pub fn recall(&self, saved: &SavedPhrase) -> Option<String> {
        let pattern = self.bundle.get_message(&saved.key)?.value()?;
        let mut args = FluentArgs::new();
        for (name, arg) in &saved.args {
            args.set(
                name.clone(),
                match arg {
                    SavedArg::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
                    SavedArg::Number(number) => FluentValue::from(*number),
                    SavedArg::Phrase(phrase) => FluentValue::String(Cow::Owned(self.recall(phrase)?)),
                },
            );
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        errors.is_empty().then_some(said)
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Phrase(phrase) => FluentValue::String(Cow::Owned(self.say(phrase))),
        }
    }
}

/// The languages that have a folder below `locales/`, in alphabetical order.
pub fn available() -> Vec<Lang> {
    let mut found: Vec<Lang> = Locales::iter()
        .filter_map(|file| file.split('/').next().and_then(|folder| folder.parse().ok()))
        .collect();
    found.sort_by_key(ToString::to_string);
    found.dedup();
    found
}

/// The available language that suits `wanted` best (most wanted first), else English.
///
/// `wanted` are names as people write them in `--lang`, `NETDOJO_LANG` or the environment's locale:
/// `ja`, `ja-JP`, `ja_JP.UTF-8`, `C`.
pub fn negotiate<S: AsRef<str>>(wanted: &[S]) -> Lang {
    let requested: Vec<LanguageIdentifier> = wanted
        .iter()
        .filter_map(|name| name.as_ref().split(['.', '@']).next().and_then(|tag| tag.parse().ok()))
        .collect();
    let available = available();
    let english: Lang = unic_langid::langid!("en");
    fluent_langneg::negotiate_languages(
        &requested,
        &available,
        Some(&english),
        fluent_langneg::NegotiationStrategy::Lookup,
    )
    .first()
    .map_or(english.clone(), |found| (*found).clone())
}

/// The phrase, after it was said in every language: fails where a key or an argument is missing.
///
/// # Panics
/// That is how it fails.
#[cfg(test)]
pub fn speakable(phrase: &Phrase) -> &Phrase {
    for lang in available() {
        let said = Translator::new(&lang).say(phrase);
        assert_ne!(said, phrase.key, "no such message in {lang}");
    }
    phrase
}

#[cfg(test)]
mod tests {
    use super::super::phrase;
    use super::*;

    fn chosen(wanted: &[&str]) -> String {
        negotiate(wanted).to_string()
    }

    #[test]
    fn a_language_is_found_however_it_is_written() {
        for wanted in ["ja", "ja-JP", "ja_JP", "ja_JP.UTF-8", "ja_JP.eucJP@euro", "JA"] {
            assert_eq!(chosen(&[wanted]), "ja", "{wanted}");
        }
        for wanted in ["en", "en_GB.UTF-8", "en-US", "C", "C.UTF-8", "POSIX", "fr", "fr_FR.UTF-8", "", "???"]
        {
            assert_eq!(chosen(&[wanted]), "en", "{wanted}");
        }
        assert_eq!(chosen(&[]), "en");
    }

    #[test]
    fn the_first_one_that_there_is_wins() {
        assert_eq!(chosen(&["fr", "ja", "en"]), "ja");
        assert_eq!(chosen(&["", "ja_JP.UTF-8"]), "ja");
        assert_eq!(chosen(&["en_US.UTF-8", "ja"]), "en");
    }

    #[test]
    fn phrases_are_said_with_their_arguments_in_each_language() {
        let why = phrase("network-why-created").with("name", "alpine_01");
        let whole = phrase("check-reach-because").with("what", phrase("check-engine-lost")).with("why", why);
        for lang in available() {
            let said = Translator::new(&lang).say(&whole);
            assert!(
                said.contains("alpine_01") && !said.contains('$') && !said.contains("why-created"),
                "{said}"
            );
            // Marks for bidirectional text would be garbage on a terminal.
            assert!(!said.contains(['\u{2068}', '\u{2069}']), "{said}");
        }
        let unknown = Phrase { key: "unknown", args: Vec::new() };
        assert_eq!(Translator::new(&negotiate(&["ja"])).say(&unknown), "unknown");
    }

    #[test]
    fn numbers_are_said_as_they_are() {
        let why = phrase("check-container-exited").with("name", "a").with("code", 1370_i64);
        for lang in available() {
            assert!(Translator::new(&lang).say(&why).contains("1370"));
        }
    }
}
