//! The lesson format's conformance corpus, and the lessons that the program brings along.
//!
//! A case is one file of `tests/corpus/lesson/`: files of a lesson's folder (or of a course's) under `-- path --`
//! lines, then `-- problems --` with what `lint` says of them, and for those that can be played `-- outline --` with
//! what was read. `UPDATE_CORPUS=1 cargo test --test lessons` writes both anew; read the difference before keeping it.

#![allow(clippy::unwrap_used, reason = "a test fails where something is not as it should be")]

#[path = "corpus/archive.rs"]
mod archive;
#[path = "corpus/outline.rs"]
mod outline;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use netdojo::i18n::{Translator, available};
use netdojo::lesson::{self, Files, Look};
use proptest::prelude::*;

use archive::Archive;

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/lesson");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    paths
}

/// The messages of a language, read once.
fn translator(lang: &str) -> &'static Translator {
    static ENGLISH: LazyLock<Translator> = LazyLock::new(|| Translator::new(&"en".parse().unwrap()));
    static JAPANESE: LazyLock<Translator> = LazyLock::new(|| Translator::new(&"ja".parse().unwrap()));
    match lang {
        "en" => &ENGLISH,
        _ => &JAPANESE,
    }
}

#[test]
fn every_case_says_what_it_should() {
    let english = translator("en");
    let mut wrong = Vec::new();
    for path in corpus() {
        let archive = Archive::read(&path);
        let mut results = vec![("problems", lesson::report_plain(&lesson::lint(&archive.files), english))];
        if let Ok(lesson) = lesson::parse("case", &archive.files) {
            results.push(("outline", outline::of(&lesson)));
        }
        if std::env::var_os("UPDATE_CORPUS").is_some() {
            archive.write(&path, &results);
        } else if archive.results
            != results.iter().map(|(name, text)| ((*name).to_owned(), text.clone())).collect()
        {
            let shown: Vec<_> = results.iter().map(|(name, text)| format!("-- {name} --\n{text}")).collect();
            wrong.push(format!("{}:\n{}", path.display(), shown.concat()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Parsing and linting agree: what cannot be played has problems, and what has none can be played.
#[test]
fn lint_says_all_that_parse_says() {
    for path in corpus() {
        let files = Archive::read(&path).files;
        let linted = lesson::lint(&files);
        for problem in lesson::parse("case", &files).err().into_iter().flatten() {
            let is_lesson = files.contains_key("lesson.toml") || files.contains_key("en.md");
            assert!(!is_lesson || linted.contains(&problem), "{}: {problem:?}", path.display());
        }
    }
}

#[test]
fn every_sentence_is_there_in_every_language() {
    for path in corpus() {
        let files = Archive::read(&path).files;
        for problem in lesson::lint(&files) {
            for lang in available() {
                let translator = Translator::new(&lang);
                for phrase in std::iter::once(&problem.what).chain(&problem.help) {
                    let said = translator.say(phrase);
                    assert!(!said.starts_with("lesson-") && !said.contains("{$"), "{lang}: {said}");
                }
            }
        }
    }
}

#[test]
fn the_built_in_lessons_are_clean() {
    let problems = lesson::lint(&lesson::built_in());
    assert!(problems.is_empty(), "{}", lesson::report_plain(&problems, translator("en")));
}

#[test]
fn problems_are_drawn_with_their_lines() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/lesson/emphasis.txt");
    let files = Archive::read(&path).files;
    let problems = lesson::lint(&files);
    for lang in ["en", "ja"] {
        let look = Look { width: 72, color: false, unicode: true };
        insta::assert_snapshot!(
            format!("emphasis_{lang}"),
            lesson::report_graphical(&problems, &files, translator(lang), look)
        );
    }
    let look = Look { width: 72, color: false, unicode: false };
    let drawn = lesson::report_graphical(&problems, &files, translator("en"), look);
    assert!(drawn.lines().filter(|line| line.contains('^')).count() >= 1, "{drawn}");
    let look = Look { width: 72, color: true, unicode: true };
    assert!(lesson::report_graphical(&problems, &files, translator("en"), look).contains("\u{1b}["));
}

/// What `docs/authoring.md` shows as a whole lesson is one.
#[test]
fn the_worked_example_of_the_manual_is_clean() {
    let manual =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/authoring.md")).unwrap();
    let files = archive::example(&manual);
    assert_eq!(files.keys().map(String::as_str).collect::<Vec<_>>(), ["en.md", "ja.md", "lesson.toml"]);
    let problems = lesson::lint(&files);
    assert!(problems.is_empty(), "{}", lesson::report_plain(&problems, translator("en")));
    assert!(lesson::parse("example", &files).is_ok());
}

/// The manual names everything that the format has.
#[test]
fn the_manual_names_every_word_of_the_format() {
    let manual =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/authoring.md")).unwrap();
    let wildcards = lesson::Kind::ALL.iter().map(|(name, _)| format!("`[{name}]`"));
    let needs = lesson::Need::ALL.iter().map(|(name, _)| format!("`{name}`"));
    for word in wildcards.chain(needs) {
        assert!(manual.contains(&word), "{word}");
    }
}

/// Editors on other systems end lines with CR LF and begin files with a byte order mark.
#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    let plain = link_files();
    let mut files = plain.clone();
    for content in files.values_mut() {
        let text = String::from_utf8(content.clone()).unwrap();
        *content = format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes();
    }
    assert_eq!(lesson::report_plain(&lesson::lint(&files), translator("en")), "");
    let (left, right) = (lesson::parse("link", &plain).unwrap(), lesson::parse("link", &files).unwrap());
    assert_eq!(left.steps, right.steps);
}

/// The files of the lesson `link`, read once.
fn link_files() -> Files {
    static FILES: LazyLock<Files> = LazyLock::new(|| {
        lesson::built_in()
            .into_iter()
            .filter_map(|(path, content)| Some((path.strip_prefix("link/")?.to_owned(), content)))
            .collect()
    });
    FILES.clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// No text of any kind makes the reader panic, and every problem can be shown.
    #[test]
    fn any_prose_is_read(text in "(#{1,3} |<!-- (step|word): |-->|`{3}(console|diff path=x)?( solution)?\n|- \\[[ x]\\] |\\]\\(../glossary/ja.md#|[$#>|*_\\[\\]!~\\\\-]{1,4}|[a-zあ。 ]{0,6}|\r?\n|\t){0,60}") {
        let mut files = link_files();
        files.insert("ja.md".into(), text.clone().into_bytes());
        let problems = lesson::lint(&files);
        files.insert("course.toml".into(), b"format = 1\nlessons = []\n".to_vec());
        files.insert("glossary/ja.md".into(), text.into_bytes());
        lesson::course(&files);
        lesson::report_plain(&lesson::lint(&files), translator("ja"));
        lesson::report_plain(&problems, translator("ja"));
        lesson::report_graphical(&problems, &files, translator("en"), Look { width: 80, color: false, unicode: true });
    }

    #[test]
    fn any_key_is_read(text in "(\\[{0,2}(step\\.first|values|ports)?(\\.goal|\\.reach)?\\]{0,2}|[a-z]{1,8} = |\"[a-z:/]{0,8}\"|[0-9]{1,6}|true|\\[|\\]|[{},.]|\n){0,40}") {
        let mut files = link_files();
        files.insert("lesson.toml".into(), text.into_bytes());
        lesson::report_plain(&lesson::lint(&files), translator("en"));
    }

    #[test]
    fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let mut files = link_files();
        files.insert("ja.md".into(), bytes.clone());
        files.insert("lesson.toml".into(), bytes);
        lesson::report_plain(&lesson::lint(&files), translator("en"));
    }

    /// A command or a line of output that one language loses never goes unseen.
    #[test]
    fn a_lost_line_is_told(lost in any::<prop::sample::Index>()) {
        let mut files = link_files();
        let text = String::from_utf8(files["ja.md"].clone()).unwrap();
        let mut inside = false;
        let mut candidates = Vec::new();
        for (index, line) in text.lines().enumerate() {
            if line.starts_with("```") {
                inside = line == "```console";
            } else if inside && !line.starts_with('#') {
                candidates.push(index);
            }
        }
        let lost = candidates[lost.index(candidates.len())];
        let kept: Vec<&str> =
            text.lines().enumerate().filter(|(index, _)| *index != lost).map(|(_, line)| line).collect();
        files.insert("ja.md".into(), kept.join("\n").into_bytes());
        prop_assert!(!lesson::lint(&files).is_empty(), "line {}", lost + 1);
    }
}
