//! Where the lessons come from: the program itself, or the folder that `NETDOJO_LESSONS` names.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::lesson::{Files, built_in};

/// Files larger than this are no part of a lesson.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The folder that is to take the place of the built-in lessons, where one is named.
pub fn folder() -> Option<PathBuf> {
    std::env::var_os("NETDOJO_LESSONS").filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

/// The files of the lessons: those of `folder`, else the built-in ones.
pub fn files(folder: Option<&Path>) -> io::Result<Files> {
    folder.map_or_else(|| Ok(built_in()), read)
}

/// The files below `folder`. Hidden ones are left out, as version control and editors leave theirs there;
/// symbolic links too, as they may lead anywhere.
fn read(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((path, prefix)) = folders.pop() {
        for entry in fs::read_dir(&path)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let kind = entry.file_type()?;
            if name.starts_with('.') || kind.is_symlink() {
                continue;
            }
            let key = format!("{prefix}{name}");
            if kind.is_dir() {
                folders.push((entry.path(), key + "/"));
            } else if kind.is_file() && entry.metadata()?.len() <= LARGEST {
                files.insert(key, fs::read(entry.path())?);
            }
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_read_whole_and_hidden_files_are_not() {
        let temp = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(temp.path().join("link/workspace/nginx")).expect("folders");
        fs::create_dir_all(temp.path().join(".git")).expect("a folder");
        for file in
            ["course.toml", "link/ja.md", "link/workspace/nginx/Dockerfile", ".git/config", "link/.swp"]
        {
            fs::write(temp.path().join(file), file).expect("written");
        }
        let files = files(Some(temp.path())).expect("it can be read");
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(names, ["course.toml", "link/ja.md", "link/workspace/nginx/Dockerfile"]);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        assert!(files(Some(Path::new("/nowhere/at/all"))).is_err());
    }
}
