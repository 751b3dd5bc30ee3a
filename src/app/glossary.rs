//! Words of the glossary, found as one types them: by id or by the word itself, in any language.

use nucleo::Utf32String;

use super::Model;
use super::fuzzy::Fuzzy;
use crate::lesson::{Glossary, Word};

/// The id of the word that `typed` means: exactly, else the one that it fits best.
pub fn find<'a>(glossary: &'a Glossary, typed: &str) -> Option<&'a str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let wanted = typed.to_lowercase();
    let is = |word: &&Word| word.id == wanted || word.term.to_lowercase() == wanted;
    if let Some(exact) = all(glossary).find(is) {
        return Some(&exact.id);
    }
    let mut fuzzy = Fuzzy::new(typed);
    let mut score = |text: &str| fuzzy.score(&Utf32String::from(text));
    let mut best: Option<(u32, &str)> = None;
    for word in all(glossary) {
        let fits = score(&word.id).max(score(&word.term));
        // Of those that fit alike the first stays.
        if let Some(fits) = fits.filter(|fits| best.is_none_or(|(most, _)| *fits > most)) {
            best = Some((fits, &word.id));
        }
    }
    best.map(|(_, id)| id)
}

/// The words in the language shown whose id or name, in any language, begins with what was typed: the name, and the id.
pub fn beginning<'a>(model: &'a Model, typed: &str) -> Vec<(&'a str, &'a str)> {
    let glossary = &model.course.glossary;
    let typed = typed.to_lowercase();
    let fits = |id: &str| {
        let mut same = all(glossary).filter(|word| word.id == id);
        id.starts_with(&typed) || same.any(|word| word.term.to_lowercase().starts_with(&typed))
    };
    let words = glossary.words_in(&model.lang).iter();
    words.filter(|word| fits(&word.id)).map(|word| (word.term.as_str(), word.id.as_str())).collect()
}

fn all(glossary: &Glossary) -> impl Iterator<Item = &Word> {
    glossary.words.values().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn glossary() -> Glossary {
        let word = |id: &str, term: &str| Word { id: id.into(), term: term.into(), text: Vec::new() };
        let lang = |lang: &str| lang.parse::<Lang>().unwrap();
        let en =
            vec![word("default-bridge", "Default bridge"), word("bridge", "Bridge"), word("port", "Port")];
        let ja = vec![
            word("default-bridge", "既定のブリッジ"),
            word("bridge", "ブリッジ"),
            word("port", "ポート"),
        ];
        Glossary { words: [(lang("en"), en), (lang("ja"), ja)].into() }
    }

    #[test]
    fn a_word_is_found_by_id_by_name_and_by_what_it_is_like() {
        let glossary = glossary();
        for (typed, id) in [
            ("bridge", Some("bridge")),
            (" BRIDGE ", Some("bridge")),
            ("Default bridge", Some("default-bridge")),
            ("ブリッジ", Some("bridge")),
            ("既定", Some("default-bridge")),
            ("prt", Some("port")),
            ("ポー", Some("port")),
            ("zzz", None),
            ("", None),
        ] {
            assert_eq!(find(&glossary, typed), id, "{typed}");
        }
        assert_eq!(find(&Glossary::default(), "bridge"), None);
    }
}
