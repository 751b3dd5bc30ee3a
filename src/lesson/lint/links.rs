//! Links to the glossary: to a word that there is, in the language of the prose.

use std::ops::Range;

use crate::i18n::{Lang, Phrase, phrase};
use crate::lesson::Problem;
use crate::lesson::glossary::{self, Draft as Glossary, FOLDER};
use crate::lesson::parse::{Leaf, language};

/// Where a file of prose stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a lesson's folder, beside that of the glossary.
    Lesson,
    /// In the glossary itself.
    Glossary,
}

/// The links of one file that lead to no word. Without a glossary to look in, only the language is looked at.
pub(super) fn check(leaf: &Leaf, lang: &Lang, place: Place, words: Option<&Glossary>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (link, span) in &leaf.document.links {
        let target = match place {
            Place::Lesson => glossary::target(link),
            Place::Glossary => glossary::target_beside(link),
        };
        let Some(target) = target else { continue };
        let Some((what, help)) = fault(link, target, lang, place, words) else { continue };
        problems.push(leaf.source().problem(of_target(&leaf.text, span, link), what).advise(help));
    }
    problems
}

/// What is wrong with a link, and what to do about it.
fn fault(
    link: &str,
    (file, id): (&str, &str),
    lang: &Lang,
    place: Place,
    words: Option<&Glossary>,
) -> Option<(Phrase, Phrase)> {
    let own = match place {
        Place::Lesson => format!("../{FOLDER}/{lang}.md"),
        Place::Glossary => format!("{lang}.md"),
    };
    let right = phrase("lesson-word-link-help")
        .with("right", format!("{own}#{}", if id.is_empty() { "…" } else { id }));
    let dead = || phrase("lesson-word-link-dead").with("link", link);
    let in_place = link.starts_with(&own) || place == Place::Glossary;
    match language(file) {
        Some(other) if other != *lang => {
            Some((phrase("lesson-word-link-language").with("lang", other.to_string()), right))
        }
        Some(_) if !in_place || id.is_empty() => Some((dead(), right)),
        None if !(place == Place::Glossary && file.is_empty()) => Some((dead(), right)),
        _ => {
            let ids = words?.ids(lang).unwrap_or_default();
            (!ids.contains(&id)).then(|| (dead(), unknown(id, &ids)))
        }
    }
}

/// Advice where there is no such word: the one that it is most like, or all there are.
fn unknown(id: &str, ids: &[&str]) -> Phrase {
    let like = ids.iter().map(|known| (strsim::damerau_levenshtein(id, known), *known)).min();
    match like {
        Some((distance, known)) if distance <= 2 => phrase("lesson-word-like-help").with("known", known),
        _ => phrase("lesson-word-unknown-help").with("id", id).with("known", ids.join(", ")),
    }
}

/// The part of a link's source that says where it leads; all of it where that is written otherwise.
fn of_target(text: &str, span: &Range<usize>, link: &str) -> Range<usize> {
    let source = text.get(span.clone()).unwrap_or_default();
    match source.rfind(link) {
        Some(at) => span.start + at..span.start + at + link.len(),
        None => span.clone(),
    }
}
