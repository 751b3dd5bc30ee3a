//! Several files in one: `-- path --` lines, each followed by the file's content.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use netdojo::lesson::Files;

/// Sections that say what comes out, not what goes in.
const RESULTS: [&str; 2] = ["problems", "outline"];

/// A case of the corpus.
pub struct Archive {
    /// What stands above the first file.
    pub head: String,
    /// The files, in the order of the archive.
    sections: Vec<(String, String)>,
    /// The lesson's files.
    pub files: Files,
    /// What should come out, by the section's name.
    pub results: BTreeMap<String, String>,
}

impl Archive {
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let mut archive =
            Self { head: String::new(), sections: Vec::new(), files: Files::new(), results: BTreeMap::new() };
        for line in text.split_inclusive('\n') {
            if let Some(name) = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"))
            {
                archive.sections.push((name.to_owned(), String::new()));
            } else if let Some((_, content)) = archive.sections.last_mut() {
                content.push_str(line);
            } else {
                archive.head.push_str(line);
            }
        }
        for (name, content) in &archive.sections {
            if RESULTS.contains(&name.as_str()) {
                archive.results.insert(name.clone(), content.clone());
            } else {
                archive.files.insert(name.clone(), content.clone().into_bytes());
            }
        }
        archive
    }

    /// Writes the case with new results.
    pub fn write(&self, path: &Path, results: &[(&str, String)]) {
        let mut text = self.head.clone();
        for (name, content) in self.sections.iter().filter(|(name, _)| !RESULTS.contains(&name.as_str())) {
            let _ = write!(text, "-- {name} --\n{content}");
        }
        for (name, content) in results {
            let _ = write!(text, "-- {name} --\n{content}");
        }
        std::fs::write(path, text).unwrap();
    }
}

/// The files of the manual's worked example: blocks fenced with four backticks, below a line that names the file in
/// backticks and ends with a colon.
pub fn example(manual: &str) -> Files {
    let mut files = Files::new();
    let mut name = None;
    let mut open: Option<String> = None;
    for line in manual.lines() {
        match &mut open {
            Some(content) if line == "````" => {
                if let Some(name) = name.take() {
                    files.insert(name, std::mem::take(content).into_bytes());
                }
                open = None;
            }
            Some(content) => {
                content.push_str(line);
                content.push('\n');
            }
            None if line.starts_with("````") => open = Some(String::new()),
            None if line.trim().is_empty() => {}
            None => {
                name = line.strip_prefix('`').and_then(|rest| rest.strip_suffix("`:")).map(str::to_owned);
            }
        }
    }
    files
}
