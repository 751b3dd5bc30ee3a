//! The glossary: words that lessons explain once for all, `glossary/LANG.md`.

use std::collections::BTreeMap;

use super::instep;
use super::markdown::{self, Section, Sections};
use super::parse::{self, Leaf};
use super::problem::{Problem, Source};
use super::{Block, Files};
use crate::i18n::{Lang, phrase};

/// The folder of the glossary, beside those of the lessons.
pub(super) const FOLDER: &str = "glossary";

/// The words of the course, in all its languages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Glossary {
    /// By language, in the order of the file.
    pub words: BTreeMap<Lang, Vec<Word>>,
}

/// A word with what it means.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Word {
    /// The same in every language; links lead to it.
    pub id: String,
    /// The word itself.
    pub term: String,
    /// What it means.
    pub text: Vec<Block>,
}

impl Glossary {
    /// The words in `lang`, or in the first language there is.
    pub fn words_in(&self, lang: &Lang) -> &[Word] {
        self.words.get(lang).or_else(|| self.words.values().next()).map_or(&[], Vec::as_slice)
    }

    /// The word with that id, in `lang` or in the first language there is.
    pub fn word(&self, lang: &Lang, id: &str) -> Option<&Word> {
        self.words_in(lang).iter().find(|word| word.id == id)
    }
}

/// The id of the word that a link leads to: `bridge` of `../glossary/en.md#bridge`.
pub fn word_of(link: &str) -> Option<&str> {
    let (file, id) = target(link)?;
    (parse::language(file).is_some() && !id.is_empty()).then_some(id)
}

/// The file of the glossary and the word that a link in a lesson means, whether or not there are such ones; none where
/// it leads elsewhere.
pub(super) fn target(link: &str) -> Option<(&str, &str)> {
    let (path, id) = target_beside(link)?;
    let (folder, file) = path.rsplit_once('/')?;
    (folder.trim_start_matches(['.', '/']) == FOLDER).then_some((file, id))
}

/// The file and the word that a link in the glossary itself means; none where it leads to the web.
pub(super) fn target_beside(link: &str) -> Option<(&str, &str)> {
    (!link.contains(':')).then(|| link.split_once('#').unwrap_or((link, "")))
}

/// A glossary as its author wrote it, with where everything stands.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// In the order of the languages; the first is the one that the others are held against.
    pub leaves: BTreeMap<Lang, Leaf>,
    /// What keeps words from being found.
    pub problems: Vec<Problem>,
    /// What does not, and is not right either.
    pub remarks: Vec<Problem>,
}

/// Reads the files of the glossary's folder.
pub(super) fn read(files: &Files) -> Draft {
    let mut draft = Draft::default();
    for (path, content) in files {
        let Some(lang) = parse::language(path) else {
            let problem = Problem::with_file(path, phrase("lesson-file-unknown"));
            draft.remarks.push(problem.help("lesson-word-file-help"));
            continue;
        };
        let Some(text) = parse::text(path, content, &mut draft.problems) else { continue };
        let source = Source { file: path, text: &text };
        let document = markdown::read(source, Sections::Words, &mut draft.problems);
        draft.leaves.insert(lang, Leaf { file: path.clone(), text, document });
    }
    let mut found: Vec<Problem> = draft.leaves.values().flat_map(words).collect();
    found.extend(instep::words(&draft.leaves));
    draft.problems.append(&mut found);
    draft
}

impl Draft {
    /// The words that could be read; of those with the same id the first.
    pub(super) fn into_glossary(self) -> Glossary {
        let word = |section: Section| Word { id: section.id, term: section.title, text: section.blocks };
        let words = self.leaves.into_iter().map(|(lang, leaf)| {
            let named = leaf.document.sections.into_iter().filter(|section| !section.id.is_empty());
            (lang, named.map(word).collect())
        });
        Glossary { words: words.collect() }
    }

    /// The ids of the words in a language; none where there is no such file.
    pub(super) fn ids(&self, lang: &Lang) -> Option<Vec<&str>> {
        let leaf = self.leaves.get(lang)?;
        Some(
            leaf.document
                .sections
                .iter()
                .map(|section| section.id.as_str())
                .filter(|id| !id.is_empty())
                .collect(),
        )
    }
}

/// What is wrong with one language's words by themselves.
fn words(leaf: &Leaf) -> Vec<Problem> {
    let mut problems = parse::duplicate_ids(leaf, "lesson-word-id-twice", "lesson-word-id-twice-help");
    let empty = leaf.document.sections.iter().filter(|section| section.blocks.is_empty());
    problems.extend(empty.map(|section| {
        let what = phrase("lesson-word-empty").with("term", section.title.as_str());
        leaf.source().problem(section.id_span.clone(), what).help("lesson-word-empty-help")
    }));
    problems.sort_by_key(|problem| problem.span.start);
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(texts: &[(&str, &str)]) -> Files {
        texts.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn links_to_words() {
        assert_eq!(word_of("../glossary/ja.md#bridge"), Some("bridge"));
        assert_eq!(word_of("glossary/en.md#port"), Some("port"));
        for other in [
            "../glossary/ja.md",
            "../glossary/ja.md#",
            "../link/ja.md#bridge",
            "../link/glossary/ja.md#bridge",
            "http://x/#y",
            "https://x.org/glossary/en.md#y",
            "#bridge",
        ] {
            assert_eq!(word_of(other), None, "{other}");
        }
    }

    #[test]
    fn words_are_found_in_each_language() {
        let draft = read(&files(&[
            ("en.md", "# Glossary\n\n## Port\n<!-- word: port -->\n\nA number.\n"),
            ("ja.md", "# 用語集\n\n## ポート\n<!-- word: port -->\n\n番号です。\n"),
        ]));
        assert_eq!(draft.problems, []);
        let glossary = draft.into_glossary();
        let [ja, en, fr] = ["ja", "en", "fr"].map(|lang| lang.parse::<Lang>().unwrap());
        assert_eq!(glossary.word(&ja, "port").map(|word| word.term.as_str()), Some("ポート"));
        assert_eq!(glossary.words_in(&en).len(), 1);
        assert_eq!(
            glossary.word(&fr, "port").map(|word| word.term.as_str()),
            Some("Port"),
            "the first there is"
        );
        assert!(glossary.word(&ja, "bridge").is_none());
        assert!(Glossary::default().words_in(&ja).is_empty());
    }

    #[test]
    fn ids_missing_doubled_and_out_of_step() {
        let draft = read(&files(&[
            ("en.md", "# G\n\n## A\n<!-- word: a -->\n\nx\n\n## B\n<!-- word: b -->\n\nx\n\n## C\n\nx\n"),
            (
                "ja.md",
                "# G\n\n## B\n<!-- word: b -->\n\nx\n\n## A\n<!-- word: a -->\n\n## A\n<!-- word: a -->\n\nx\n",
            ),
        ]));
        let found: Vec<_> =
            draft.problems.iter().map(|one| (one.file.as_str(), one.line, one.what.key)).collect();
        assert_eq!(
            found,
            [
                ("en.md", 13, "lesson-word-id-missing"),
                ("ja.md", 9, "lesson-word-empty"),
                ("ja.md", 12, "lesson-word-id-twice"),
                ("ja.md", 4, "lesson-word-order"),
            ]
        );
    }

    #[test]
    fn a_word_without_an_id_is_held_against_no_other() {
        let b = "## B\n<!-- word: b -->\n\nx\n";
        let draft = read(&files(&[
            ("en.md", &format!("# G\n\n## A\n\nx\n\n{b}\n## C\n<!-- word: c -->\n\nx\n")),
            ("ja.md", &format!("# G\n\n{b}")),
        ]));
        let found: Vec<_> = draft.problems.iter().map(|one| (one.file.as_str(), one.what.key)).collect();
        assert_eq!(found, [("en.md", "lesson-word-id-missing"), ("ja.md", "lesson-word-missing")]);
    }
}
