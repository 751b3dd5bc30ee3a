//! Images that are not there, and which of those that are was most likely meant.

use super::{UNKNOWN, UNREACHABLE};
use crate::i18n::{Phrase, phrase};
use crate::network::Snapshot;
use crate::shell::docker::{Invocation, ObjectKind};
use crate::shell::{Script, nearest_name};

/// That a failed line names an image that is not there, and whose name is nearly that of one that is, or that has another
/// tag. An image that was found by pulling is no slip, so this is said of lines that failed only.
pub(super) fn misspelt(said: &[String], script: &Script, snapshot: &Snapshot) -> Option<Phrase> {
    let says = |words: &[&str]| said.iter().any(|line| words.iter().any(|words| line.contains(words)));
    let unreachable = says(&UNREACHABLE);
    let pulls = matches!(script.docker(), Some(Invocation::Pull(_)));
    let refused = pulls && (unreachable || says(&UNKNOWN));
    let is_missing = |name: &String| refused || said.iter().any(|line| says_no_image(line, name));
    let images = script.names_touched().into_iter().filter(|object| object.kind == ObjectKind::Image);
    let missing = images.filter_map(|image| image.name).filter(is_missing);
    missing.filter(|name| !snapshot.has_image(name)).find_map(|name| {
        let near =
            nearest_image(&name, &snapshot.images).filter(|near| !pulls || !is_same_image(&name, near))?;
        let key =
            if unreachable { "app-refusal-image-unreachable-near" } else { "app-refusal-no-image-near" };
        Some(phrase(key).with("name", name.as_str()).with("near", near))
    })
}

/// Whether `line` says that there is no image called `name`: each engine has its own words.
fn says_no_image(line: &str, name: &str) -> bool {
    const WORDS: [&str; 3] = ["No such image", "image not known", "Unable to find image"];
    let is_name = |word: &str| tagged(word.trim_matches(['\'', '"', ':', ','])) == tagged(name);
    WORDS.iter().any(|words| line.contains(words)) && line.split_whitespace().any(is_name)
}

/// The image of the engine that is called most like `typed`: of those whose tags differ, the one with the tag typed.
fn nearest_image<'a>(typed: &str, images: &'a [String]) -> Option<&'a str> {
    let (wanted, tag) = tagged(typed);
    let near = nearest_name(wanted, images.iter().map(|image| tagged(image).0))?;
    let called = || images.iter().filter(|image| tagged(image).0 == near);
    let best = called().find(|image| tagged(image).1 == tag).or_else(|| called().next())?;
    Some(shortened(best))
}

/// Whether the two are one repository, whatever their tags.
fn is_same_image(one: &str, other: &str) -> bool {
    tagged(one).0 == tagged(other).0
}

/// A reference's repository as docker shows it, and its tag: `latest` where none is given.
fn tagged(reference: &str) -> (&str, &str) {
    let short = shortened(reference);
    match short.rsplit_once(':') {
        Some((name, tag)) if !tag.contains('/') => (name, tag),
        _ => (short, "latest"),
    }
}

/// A reference without what docker leaves out.
pub(super) fn shortened(reference: &str) -> &str {
    let short = ["docker.io/library/", "docker.io/"].iter().find_map(|prefix| reference.strip_prefix(prefix));
    let short = short.unwrap_or(reference);
    short.strip_suffix(":latest").unwrap_or(short)
}
