//! What is missing under its name, and what there is instead that may have been meant for it.

use crate::i18n::{Phrase, phrase};
use crate::network::{Container, Snapshot};

/// From so much likeness on, a name may be a slip of another.
const LIKE: f32 = 0.75;

/// That something is missing, and what there is instead under a name that looks like a slip of it.
pub(super) fn missing<'a>(
    key: &'static str,
    similar_key: &'static str,
    name: &str,
    others: impl Iterator<Item = &'a str>,
) -> Phrase {
    match similar(name, others) {
        Some(other) => phrase(similar_key).with("name", name).with("similar", other),
        None => phrase(key).with("name", name),
    }
}

/// That a container is missing; also where one was made of the image without a name.
pub(super) fn container(name: &str, image: Option<&str>, snapshot: &Snapshot) -> Phrase {
    let names = snapshot.containers.values().map(|container| container.name.as_str());
    if let Some(other) = similar(name, names) {
        return phrase("check-container-similar").with("name", name).with("similar", other);
    }
    let mut unnamed = snapshot.containers.values().filter(|container| {
        container.labels.contains_key(crate::lesson::LABEL)
            && is_given_name(&container.name)
            && image.is_some_and(|image| super::container::is_made_from(container, image))
    });
    match (unnamed.next(), unnamed.next()) {
        (Some(Container { name: other, .. }), None) => {
            phrase("check-container-unnamed").with("name", name).with("other", other.as_str())
        }
        _ => phrase("check-container-missing").with("name", name),
    }
}

/// The name most like it, if any is like it at all.
fn similar<'a>(name: &str, others: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = |other: &str| {
        let (left, right) = (name.to_lowercase(), other.to_lowercase());
        similar::TextDiff::from_chars(left.as_str(), right.as_str()).ratio()
    };
    others
        .filter(|other| !is_sibling(name, other))
        .map(|other| (likeness(other), other))
        .filter(|(likeness, _)| *likeness >= LIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, other)| other)
}

/// Whether two names differ in their numbers alone: `alpine_01` is no slip of `alpine_02`, but `alpine_1` is one of
/// `alpine_01`.
fn is_sibling(name: &str, other: &str) -> bool {
    let is_digit = |sign: char| sign.is_ascii_digit();
    let words = |name: &str| {
        let words = name.split(is_digit).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect::<Vec<_>>()
    };
    let numbers = |name: &str| {
        let numbers = name.split(|sign| !is_digit(sign)).filter(|number| !number.is_empty());
        numbers.map(|number| number.trim_start_matches('0').to_owned()).collect::<Vec<_>>()
    };
    words(name) == words(other) && numbers(name) != numbers(other)
}

/// Whether it looks like a name that the engine chose, such as `brave_noether` or `brave_noether7`.
fn is_given_name(name: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|sign| sign.is_ascii_lowercase());
    let bare = name.strip_suffix(|sign: char| sign.is_ascii_digit()).unwrap_or(name);
    bare.split_once('_').is_some_and(|(left, right)| is_word(left) && is_word(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_make_siblings_and_leading_zeros_do_not() {
        let like = |name: &str, other: &'static str| similar(name, [other].into_iter()).is_some();
        assert!(!like("alpine_01", "alpine_02"));
        assert!(!like("web-1", "web-12"));
        for slip in ["alpine_1", "alpine01", "alpine-01", "Alpine_01", "alpin_01", "alpine_001", "aline_01"] {
            assert!(like("alpine_01", slip), "{slip}");
        }
        assert!(!like("web", "db"));
    }

    #[test]
    fn names_that_the_engine_chose_are_known() {
        for name in ["brave_noether", "brave_noether7"] {
            assert!(is_given_name(name), "{name}");
        }
        for name in ["alpine_01", "test", "tomcat-1", "a_b", "Brave_noether", "one_two_three"] {
            assert!(!is_given_name(name), "{name}");
        }
    }
}
