//! Phrases as they are kept in files, to be said later in any language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Arg, Phrase};

/// A [`Phrase`] that owns all of its parts, so that it can be written and read again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedPhrase {
    /// The message's key; a later version may not have it any more.
    pub key: String,
    /// Arguments by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, SavedArg>,
}

/// An argument of a [`SavedPhrase`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SavedArg {
    /// A number.
    Number(i64),
    /// Text.
    Text(String),
    /// A phrase inside a phrase.
    Phrase(SavedPhrase),
}

impl From<&Phrase> for SavedPhrase {
    fn from(phrase: &Phrase) -> Self {
        let args = phrase.args.iter().map(|(name, arg)| ((*name).to_owned(), arg.into())).collect();
        Self { key: phrase.key.to_owned(), args }
    }
}

impl From<&Arg> for SavedArg {
    fn from(arg: &Arg) -> Self {
        match arg {
            Arg::Text(text) => Self::Text(text.clone()),
            Arg::Number(number) => Self::Number(*number),
            Arg::Phrase(phrase) => Self::Phrase(phrase.as_ref().into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Translator, available, phrase};
    use super::*;

    #[test]
    fn a_phrase_that_was_kept_is_said_as_before() {
        let why = phrase("network-why-created").with("name", "a-1");
        let whole = phrase("check-reach-because").with("what", phrase("check-engine-lost")).with("why", why);
        let coded = phrase("check-container-exited").with("name", "a").with("code", 137_i64);
        for phrase in [whole, coded] {
            let kept = serde_json::to_string(&SavedPhrase::from(&phrase)).unwrap();
            let read: SavedPhrase = serde_json::from_str(&kept).unwrap();
            for lang in available() {
                let translator = Translator::new(&lang);
                assert_eq!(translator.recall(&read), Some(translator.say(&phrase)));
            }
        }
    }

    #[test]
    fn what_this_version_does_not_know_is_not_said() {
        let translator = Translator::new(&available()[0]);
        let gone = SavedPhrase { key: "gone".into(), args: BTreeMap::new() };
        assert_eq!(translator.recall(&gone), None);
        let changed = SavedPhrase { key: "check-container-exited".into(), args: BTreeMap::new() };
        assert_eq!(translator.recall(&changed), None, "its arguments are others now");
    }
}
