//! Any text as a lesson's prose, its answer key, and the course: parsed and linted.

#![no_main]

use libfuzzer_sys::fuzz_target;
use netdojo::lesson::{Files, course, parse};

fuzz_target!(|text: &str| {
    // The parts of the text, cut at a byte that no lesson holds, stand for the files.
    let mut parts = text.split('\u{1}');
    let mut file = || parts.next().unwrap_or_default().as_bytes().to_vec();
    let (english, japanese, key) = (file(), file(), file());
    let key = if key.is_empty() { b"format = 1\nimages = [\"alpine\"]\nminutes = 1\n".to_vec() } else { key };
    let lesson: Files = [("en.md", english), ("ja.md", japanese), ("lesson.toml", key)]
        .map(|(name, content)| (name.to_owned(), content))
        .into();
    let _ = parse("link", &lesson);
    let mut files: Files =
        lesson.into_iter().map(|(name, content)| (format!("link/{name}"), content)).collect();
    files.insert("course.toml".to_owned(), b"lessons = [\"link\"]\n".to_vec());
    let _ = course(&files);
});
