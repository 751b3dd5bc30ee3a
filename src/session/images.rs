//! Whose an image is. A label would change it, so the ledger knows: by the name that was given, and the id that it had.

use super::{Entry, Intention, ObjectKind, Place};
use crate::i18n::{Phrase, phrase};
use crate::network::EngineInfo;
use crate::shell::docker::Reference;

/// An image as the engine knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Its full id.
    pub id: String,
    /// All its names, with tags.
    pub tags: Vec<String>,
}

/// The name as it is written down: as people write it, with the tag that is meant.
pub fn full_name(name: &str) -> String {
    match Reference::parse(name) {
        Ok(reference) => {
            let tag = reference.tag_or_latest().map(|tag| format!(":{tag}")).unwrap_or_default();
            let digest = reference.digest.as_ref().map(|digest| format!("@{digest}")).unwrap_or_default();
            reference.familiar_name() + &tag + &digest
        }
        Err(_) => name.to_owned(),
    }
}

/// Whether `owner` may give the name `tag` to another image, where `found` has it now.
///
/// # Errors
/// That it is somebody else's, and what to do instead.
pub fn allow_tag(
    tag: &str,
    found: &Found,
    entries: &[Entry],
    info: &EngineInfo,
    owner: &str,
) -> Result<(), Phrase> {
    if is_built(&full_name(tag), &found.id, entries, info, owner) {
        return Ok(());
    }
    Err(phrase("session-image-taken").with("name", full_name(tag)))
}

/// Whether `owner` may remove the image `found`, named `name` on the line: by a name that was given or fetched for
/// them, or by its id where all its names are.
///
/// # Errors
/// That it is somebody else's.
pub fn allow_removal(
    name: &str,
    found: &Found,
    entries: &[Entry],
    info: &EngineInfo,
    owner: &str,
) -> Result<(), Phrase> {
    let ours = |tag: &str| {
        is_built(tag, &found.id, entries, info, owner)
            || of(entries, info, owner, Intention::Pull)
                .any(|entry| entry.change.name.as_deref().is_some_and(|name| full_name(name) == tag))
    };
    let tags: Vec<String> = found.tags.iter().map(|tag| full_name(tag)).collect();
    let named = full_name(name);
    let allowed = if tags.contains(&named) {
        ours(&named)
    } else if tags.is_empty() {
        of(entries, info, owner, Intention::Build).any(|entry| entry.change.id.as_ref() == Some(&found.id))
    } else {
        tags.iter().all(|tag| ours(tag))
    };
    if allowed { Ok(()) } else { Err(phrase("session-image-foreign").with("name", name)) }
}

/// Whether a build of `owner` gave the name to an image of that engine; it may mean another by now.
pub fn built_by(name: &str, entries: &[Entry], info: &EngineInfo, owner: &str) -> bool {
    by_builds(entries, info, owner)
        .any(|entry| entry.change.name.as_deref() == Some(name) && entry.change.id.is_some())
}

/// Whether a build of `owner` gave `name` to the image `id` on that engine.
fn is_built(name: &str, id: &str, entries: &[Entry], info: &EngineInfo, owner: &str) -> bool {
    by_builds(entries, info, owner)
        .any(|entry| entry.change.name.as_deref() == Some(name) && entry.change.id.as_deref() == Some(id))
}

/// What builds did, whether they made the image or found it in the engine's cache.
fn by_builds<'a>(
    entries: &'a [Entry],
    info: &'a EngineInfo,
    owner: &'a str,
) -> impl Iterator<Item = &'a Entry> {
    [Intention::Build, Intention::Name]
        .into_iter()
        .flat_map(move |intention| of(entries, info, owner, intention))
}

fn of<'a>(
    entries: &'a [Entry],
    info: &'a EngineInfo,
    owner: &'a str,
    intention: Intention,
) -> impl Iterator<Item = &'a Entry> {
    entries.iter().filter(move |Entry { place, change, .. }: &&Entry| {
        let Place { owner: theirs, .. } = place;
        theirs == owner
            && change.kind == ObjectKind::Image
            && change.intention == intention
            && place.is_on(info)
    })
}

/// What a ledger may hold on [`EngineInfo::sample`]: `web:1` of `me`, `app` of `you`, and `nginx`, pulled for `me`.
#[cfg(test)]
pub(super) fn sample_ledger() -> Vec<Entry> {
    use super::{Change, built};
    let entry = |owner: &str, change: Change| Entry {
        at: String::new(),
        place: Place { engine: "E".into(), owner: owner.into(), ..Place::default() },
        change,
    };
    let pull =
        Change { kind: ObjectKind::Image, name: Some("nginx".into()), intention: Intention::Pull, id: None };
    vec![
        entry("me", built("web:1", None)),
        entry("me", built("web:1", Some("sha256:aa".into()))),
        entry("you", built("app", Some("sha256:bb".into()))),
        entry("me", pull),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::speakable;

    fn found(id: &str, tags: &[&str]) -> Found {
        Found { id: format!("sha256:{id}"), tags: tags.iter().map(|&tag| tag.to_owned()).collect() }
    }

    #[test]
    fn a_name_is_ours_while_it_means_what_we_built() {
        let tag = |tag: &str, found: Found| {
            allow_tag(tag, &found, &sample_ledger(), &EngineInfo::sample(), "me").is_ok()
        };
        assert!(tag("web:1", found("aa", &["web:1"])));
        assert!(tag("docker.io/library/web:1", found("aa", &["web:1"])));
        // Somebody has given the name to another image since, or it was never ours.
        assert!(!tag("web:1", found("cc", &["web:1"])));
        assert!(!tag("web", found("aa", &["web:latest"])));
        assert!(!tag("app", found("bb", &["app:latest"])));
        let elsewhere = EngineInfo { id: "F".into(), ..EngineInfo::sample() };
        let why = allow_tag("web:1", &found("aa", &[]), &sample_ledger(), &elsewhere, "me").unwrap_err();
        assert_eq!(speakable(&why).key, "session-image-taken");
    }

    #[test]
    fn only_names_of_ours_are_removed() {
        let may = |name: &str, found: Found| {
            allow_removal(name, &found, &sample_ledger(), &EngineInfo::sample(), "me").is_ok()
        };
        assert!(may("web:1", found("aa", &["web:1", "theirs:1"])));
        assert!(may("nginx", found("dd", &["docker.io/library/nginx:latest"])));
        assert!(!may("theirs:1", found("aa", &["web:1", "theirs:1"])));
        assert!(!may("aa", found("aa", &["web:1", "theirs:1"])), "by its id it would lose both");
        assert!(may("aa", found("aa", &["web:1"])));
        assert!(may("aa", found("aa", &[])));
        assert!(!may("ee", found("ee", &[])));
        assert!(!may("app", found("bb", &["app:latest"])));
    }
}
