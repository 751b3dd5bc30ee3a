//! What is said where nothing can stand at the cursor.

use super::{Known, Names, candidates, split};
use crate::i18n::{Phrase, phrase};

/// Why nothing can stand at byte `cursor` of `line`: what would is not there, or nothing fits what was typed. `names` are
/// those that there are, where that is known.
pub fn nothing(line: &str, cursor: usize, names: Option<&Names>) -> Phrase {
    let Some((tokens, typed)) = split(line, cursor) else { return phrase("shell-nothing") };
    let offered = |names: &Names| candidates(&tokens, &typed.text, names);
    let (_, kept) = offered(&Names::default());
    // What is looked for is what would be offered if it were there.
    let wants = |one: Names| offered(&one).0.len() > offered(&Names::default()).0.len();
    let typed = typed.text.get(kept..).unwrap_or_default();
    match names.and_then(|names| lacking(names, wants)) {
        Some(key) => phrase(key),
        None if typed.is_empty() => phrase("shell-nothing"),
        None => phrase("shell-nothing-begins").with("typed", typed),
    }
}

/// What is wanted of the names, and is not among them: the key of what is said then.
fn lacking(names: &Names, wants: impl Fn(Names) -> bool) -> Option<&'static str> {
    let container = |running| Names { containers: vec![(String::new(), running)], ..Names::default() };
    let known = || vec![Known { name: String::new(), about: phrase("shell-nothing") }];
    if wants(Names { networks: known(), ..Names::default() }) {
        // The engine's own are always there.
        return None;
    }
    let has = |wanted: bool| names.containers.iter().any(|(_, running)| *running == wanted);
    match (wants(container(true)), wants(container(false))) {
        (true, true) if names.containers.is_empty() => return Some("shell-nothing-containers"),
        (true, false) if !has(true) => return Some("shell-nothing-running"),
        (false, true) if !has(false) => return Some("shell-nothing-stopped"),
        _ => {}
    }
    if names.images.is_empty() && wants(Names { images: known(), ..Names::default() }) {
        return Some("shell-nothing-images");
    }
    let file = Names { files: vec![String::new()], ..Names::default() };
    (names.files.is_empty() && wants(file)).then_some("shell-nothing-files")
}
