//! Files that the learner takes along: where they are written, and what is said about it.

use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use time::OffsetDateTime;

use super::report::{self, Format};
use crate::app::{Msg, Notice, Progress, Tone};
use crate::i18n::{Lang, Phrase, Translator, phrase};
use crate::lesson::Course;
use crate::session::{Home, put_beside, put_new};
use crate::ui::svg;

/// Writes the report beside where the program was started, or into the file named.
pub fn report(
    course: &Course,
    (home, progress): (&Home, &Progress),
    lang: &Lang,
    file: Option<&str>,
    now: OffsetDateTime,
) -> Msg {
    let format = file.and_then(|file| Format::of(Path::new(file))).unwrap_or(Format::Html);
    let text = report::make(course, (home, progress), &[], (format, &Translator::new(lang)), now);
    let file = file
        .map(|file| if Format::of(Path::new(file)).is_some() { file.into() } else { ending(file, "html") });
    let written =
        text.and_then(|text| write(file.as_deref(), &dated("report", "html", now), text.as_bytes()));
    told(written, "app-report-written")
}

/// Writes a picture of what was drawn.
pub fn shot(buffer: &Buffer, file: Option<&str>, now: OffsetDateTime) -> Msg {
    let file = file.map(|file| ending(file, "svg"));
    let written = write(file.as_deref(), &dated("shot", "svg", now), svg::render(buffer).as_bytes());
    told(written, "app-shot-written")
}

/// The file's name with the ending that says what it holds, and lets a browser open it; a folder's as it is.
fn ending(file: &str, end: &str) -> String {
    let has_it = Path::new(file).extension().is_some_and(|ending| ending.eq_ignore_ascii_case(end));
    let is_whole = has_it || file.ends_with('/') || named(file).is_dir();
    if is_whole { file.to_owned() } else { format!("{file}.{end}") }
}

fn write(file: Option<&str>, name: &str, content: &[u8]) -> Result<PathBuf, Phrase> {
    let written = match file.map(named) {
        Some(folder) if folder.is_dir() => put_beside(&folder, name, content),
        Some(file) => put_new(&file, content),
        None => put_beside(Path::new("."), name, content),
    };
    written.map_err(|error| error.phrase())
}

/// The file that the learner named, where `~/` is their home folder as in a shell.
pub fn named(file: &str) -> PathBuf {
    let home = || etcetera::home_dir().ok();
    let below = file.strip_prefix("~/");
    below.and_then(|below| Some(home()?.join(below))).unwrap_or_else(|| PathBuf::from(file))
}

fn told(written: Result<PathBuf, Phrase>, key: &'static str) -> Msg {
    let (tone, phrase) = match written {
        Ok(path) => (Tone::Good, phrase(key).with("path", path.display().to_string())),
        Err(reason) => (Tone::Bad, reason),
    };
    Msg::Notice(Notice { tone, phrase })
}

/// A name with the time in it: `netdojo-report-20260102-1300.html`.
pub fn dated(what: &str, end: &str, now: OffsetDateTime) -> String {
    let (year, month, day) = now.to_calendar_date();
    let (hour, minute) = (now.hour(), now.minute());
    format!("netdojo-{what}-{year}{:02}{day:02}-{hour:02}{minute:02}.{end}", u8::from(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gets_a_file_with_a_name_of_its_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let name = folder.path().display().to_string();
        let written = write(Some(&ending(&name, "svg")), "shot.svg", b"x").expect("it is written");
        assert_eq!(written, folder.path().join("shot.svg"));
    }

    #[test]
    fn a_name_without_an_ending_gets_one() {
        assert_eq!(ending("day1", "svg"), "day1.svg");
        assert_eq!(ending("../a.b/day1", "html"), "../a.b/day1.html");
        assert_eq!(ending("day1.svg", "svg"), "day1.svg");
        assert_eq!(ending("day1.png", "svg"), "day1.png.svg", "it is no other kind of picture");
        assert_eq!(ending("folder/", "svg"), "folder/");
    }
}
