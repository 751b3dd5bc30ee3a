//! What the program says is there in every language: the same keys with the same arguments, no key
//! that is asked for and missing, none that nobody asks for. And it is said in good style.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;
use regex::Regex;

/// Texts in the source that look like a key and are none.
const NO_KEYS: [&str; 1] = ["network-alias"];

/// Messages by key, with the arguments that each uses.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn root(below: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(below)
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|is| is == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// A language's messages by area (the file's name).
fn messages(lang: &str) -> BTreeMap<String, Messages> {
    let head = Regex::new(r"^([a-z][a-z0-9-]*) *=").unwrap();
    let argument = Regex::new(r"\$ *([a-z][a-z0-9_-]*)").unwrap();
    let mut areas = BTreeMap::new();
    for path in files(&root("locales").join(lang), "ftl") {
        let source = fs::read_to_string(&path).unwrap();
        let parsed = FluentResource::try_new(source.clone());
        assert!(parsed.is_ok(), "{}: {:?}", path.display(), parsed.err().map(|(_, errors)| errors));
        let mut messages = Messages::new();
        let mut key = None;
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some(found) = head.captures(line) {
                let name = found[1].to_owned();
                assert!(
                    messages.insert(name.clone(), BTreeSet::new()).is_none(),
                    "{}: {name} twice",
                    path.display()
                );
                key = Some(name);
            }
            if let Some(arguments) = key.as_ref().and_then(|key| messages.get_mut(key)) {
                arguments.extend(argument.captures_iter(line).map(|found| found[1].to_owned()));
            }
        }
        areas.insert(stem(&path), messages);
    }
    areas
}

fn languages() -> Vec<String> {
    let langs: Vec<String> = netdojo::i18n::available().iter().map(ToString::to_string).collect();
    assert!(langs.len() >= 2, "{langs:?}");
    langs
}

#[test]
fn every_language_has_the_same_keys_with_the_same_arguments() {
    let langs = languages();
    let first = messages(&langs[0]);
    for lang in &langs[1..] {
        let other = messages(lang);
        assert_eq!(first.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "files of {lang}");
        for (area, messages) in &first {
            assert_eq!(messages, &other[area], "{area}.ftl: {} against {lang}", langs[0]);
        }
    }
}

#[test]
fn every_key_begins_with_its_area() {
    for (area, messages) in messages(&languages()[0]) {
        for key in messages.keys() {
            assert!(key.starts_with(&format!("{area}-")), "{key} in {area}.ftl");
        }
    }
}

#[test]
fn every_key_asked_for_is_there_and_every_key_there_is_asked_for() {
    let known: BTreeMap<String, Messages> = messages(&languages()[0]);
    let literal = Regex::new(r#""([a-z]+)(-[a-z0-9]+)+""#).unwrap();
    let mut asked = BTreeSet::new();
    let mut missing = Vec::new();
    for path in files(&root("src"), "rs") {
        let source = fs::read_to_string(&path).unwrap();
        for found in literal.captures_iter(&source) {
            let key = found[0].trim_matches('"').to_owned();
            let in_phrase = source.contains(&format!("phrase(\"{key}\")"));
            match known.get(&found[1]) {
                Some(messages) if messages.contains_key(&key) => {
                    asked.insert(key);
                }
                Some(_) if !NO_KEYS.contains(&key.as_str()) => missing.push((key, path.clone())),
                None if in_phrase => missing.push((key, path.clone())),
                _ => {}
            }
        }
    }
    let there: BTreeSet<String> = known.values().flat_map(|messages| messages.keys().cloned()).collect();
    let unused: Vec<&String> = there.difference(&asked).collect();
    assert!(missing.is_empty(), "asked for and not there: {missing:#?}");
    assert!(unused.is_empty(), "there and not asked for: {unused:#?}");
}

/// The Japanese texts, each with its file and key.
fn japanese() -> Vec<(String, String)> {
    let head = Regex::new(r"^([a-z][a-z0-9-]*) *= ?").unwrap();
    let mut texts: Vec<(String, String)> = Vec::new();
    for path in files(&root("locales/ja"), "ftl") {
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            if let Some(found) = head.captures(line) {
                texts
                    .push((format!("{}.ftl: {}", stem(&path), &found[1]), line[found[0].len()..].to_owned()));
            } else if let Some((_, text)) = texts.last_mut() {
                text.extend(["\n", line]);
            }
        }
    }
    texts
}

/// です・ます throughout: no sentence ends plainly. What ends with a noun is a label, and well.
#[test]
fn japanese_sentences_are_polite() {
    let aside = Regex::new("（[^）]*）$").unwrap();
    let plain = Regex::new(
        "(だ|だった|である|であった|ない|なかった|[うくすつぬむるぐぶ]|った|した|いた|えた|れた|けた|めた|んだ)$",
    )
    .unwrap();
    let polite = Regex::new("(です|ます|でした|ました|ください|でしょう|ましょう)$").unwrap();
    let mut wrong = Vec::new();
    for (key, text) in japanese() {
        let mut sentences: Vec<&str> = text.split('。').collect();
        // What follows the last full stop is a label, or the rest of a line.
        sentences.pop();
        for sentence in sentences {
            let said = aside.replace(sentence.trim(), "");
            if plain.is_match(&said) && !polite.is_match(&said) {
                wrong.push(format!("{key}: {sentence}。"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Full-width signs beside Japanese letters: a half-width one there was left over.
#[test]
fn japanese_punctuation_is_full_width() {
    let letter = r"[\u{3040}-\u{30ff}\u{4e00}-\u{9fff}]";
    let half = Regex::new(&format!(r"(?m){letter}(?:[()]|[,.!?](?:\s|$|{letter}))|[()]{letter}")).unwrap();
    let wrong: Vec<_> = japanese().into_iter().filter(|(_, text)| half.is_match(text)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
