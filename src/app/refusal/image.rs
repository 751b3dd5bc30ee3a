//! Images that are not there, and which of those that are was most likely meant.

use super::{UNKNOWN, UNREACHABLE};
use crate::i18n::{Phrase, phrase};
use crate::network::Snapshot;
use crate::shell::docker::{Invocation, ObjectKind, Reference};
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
        // Another version of what is here was asked for on purpose.
        let is_version = |near: &str| read(&name).is_some_and(|(wanted, _)| wanted == near);
        let near = nearest(&name, &snapshot.images).filter(|(near, _)| !pulls || !is_version(near))?;
        let key =
            if unreachable { "app-refusal-image-unreachable-near" } else { "app-refusal-no-image-near" };
        Some(phrase(key).with("name", name.as_str()).with("near", short(near)))
    })
}

/// Whether `line` says that there is no image called `name`: each engine has its own words.
fn says_no_image(line: &str, name: &str) -> bool {
    const WORDS: [&str; 3] = ["No such image", "image not known", "Unable to find image"];
    let wanted = read(name);
    let is_name = |word: &str| read(word.trim_matches(['\'', '"', ':', ','])) == wanted;
    wanted.is_some() && WORDS.iter().any(|words| line.contains(words)) && line.split_whitespace().any(is_name)
}

/// The image of the engine that is called most like `typed`, as name and tag: of those whose tags differ, the one with
/// the tag typed.
fn nearest(typed: &str, images: &[String]) -> Option<(String, String)> {
    let (wanted, tag) = read(typed)?;
    let known: Vec<(String, String)> = images.iter().filter_map(|image| read(image)).collect();
    let near = nearest_name(&wanted, known.iter().map(|(name, _)| name.as_str()))?;
    let called = || known.iter().filter(|(name, _)| name == near);
    called().find(|(_, other)| *other == tag).or_else(|| called().next()).cloned()
}

/// A reference's name as docker shows it, and the tag that is meant.
fn read(reference: &str) -> Option<(String, String)> {
    let reference = Reference::parse(reference).ok()?;
    Some((reference.familiar_name(), reference.tag_or_latest()?.to_owned()))
}

/// What people write for an image of the engine.
pub(super) fn written(reference: &str) -> Option<String> {
    read(reference).map(short)
}

fn short((name, tag): (String, String)) -> String {
    if tag == "latest" { name } else { format!("{name}:{tag}") }
}
