//! Files in memory: what lessons are read from.

use std::collections::BTreeMap;

use rust_embed::RustEmbed;

/// Files by their path below some folder, with `/` between its parts, and their content.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The lessons, in the binary of a release build, read from disk in a debug build.
#[derive(RustEmbed)]
#[folder = "lessons/"]
struct BuiltIn;

/// The files of the built-in lessons: `course.toml`, `link/lesson.toml`, `link/ja.md`, …
pub fn built_in() -> Files {
    BuiltIn::iter()
        .filter_map(|path| BuiltIn::get(&path).map(|file| (path.into_owned(), file.data.into_owned())))
        .collect()
}

/// The files below `folder`, by their path below it.
pub(super) fn below(files: &Files, folder: &str) -> Files {
    let prefix = format!("{folder}/");
    files
        .range(prefix.clone()..)
        .take_while(|(path, _)| path.starts_with(&prefix))
        .map(|(path, content)| (path[prefix.len()..].to_owned(), content.clone()))
        .collect()
}

/// The names of the folders that `files` are in, in order.
pub(super) fn folders(files: &Files) -> Vec<&str> {
    let mut names: Vec<&str> =
        files.keys().filter_map(|path| path.split_once('/').map(|(name, _)| name)).collect();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_lessons_have_their_files() {
        let files = built_in();
        assert!(files.contains_key("course.toml"));
        assert!(files.contains_key("link/ja.md"));
        assert!(folders(&files).contains(&"link"));
        assert!(below(&files, "link").contains_key("en.md"));
    }

    #[test]
    fn a_folder_whose_name_begins_alike_is_another() {
        let files: Files = [("link/ja.md", "a"), ("links/ja.md", "b")]
            .map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()))
            .into();
        assert_eq!(below(&files, "link").len(), 1);
    }
}
