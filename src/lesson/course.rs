//! The course: `course.toml` and a folder for each lesson.

use super::files::{below, folders};
use super::key::course as read_order;
use super::problem::{Problem, Source};
use super::{Course, Files, built_in, glossary, parse};
use crate::i18n::phrase;

/// The file that gives the lessons their order.
pub(super) const ORDER: &str = "course.toml";

/// The lessons that the program brings along.
pub fn load() -> Course {
    course(&built_in())
}

/// The lessons in `files`, whose paths begin with a lesson's folder: `course.toml`, `link/lesson.toml`, …
///
/// A lesson that cannot be read takes no other one away: it is in [`Course::broken`].
pub fn course(files: &Files) -> Course {
    let (ids, problems) = order(files);
    let mut course = Course::default();
    if !problems.is_empty() {
        course.broken.push((ORDER.to_owned(), problems));
    }
    for id in ids {
        match parse(&id, &below(files, &id)) {
            Ok(lesson) => course.lessons.push(lesson),
            Err(problems) => {
                let problems = problems.into_iter().map(|problem| problem.within(&id)).collect();
                course.broken.push((id, problems));
            }
        }
    }
    let draft = glossary::read(&below(files, glossary::FOLDER));
    if !draft.problems.is_empty() {
        let problems = draft.problems.iter().cloned().map(|problem| problem.within(glossary::FOLDER));
        course.broken.push((glossary::FOLDER.to_owned(), problems.collect()));
    }
    course.glossary = draft.into_glossary();
    course
}

/// The ids of the lessons in order, and what is wrong with `course.toml`. Without a readable one, it is the
/// order of the folders' names.
pub(super) fn order(files: &Files) -> (Vec<String>, Vec<Problem>) {
    let mut problems = Vec::new();
    let by_name: Vec<String> = folders(files)
        .into_iter()
        .filter(|folder| files.contains_key(&format!("{folder}/{}", parse::KEY)))
        .map(str::to_owned)
        .collect();
    let Some(content) = files.get(ORDER) else {
        return (
            by_name,
            vec![Problem::with_file(ORDER, phrase("lesson-no-course")).help("lesson-no-course-help")],
        );
    };
    let Some(text) = parse::text(ORDER, content, &mut problems) else { return (by_name, problems) };
    let source = Source { file: ORDER, text: &text };
    let mut ids: Vec<String> = Vec::new();
    for id in read_order(source, &mut problems) {
        if ids.contains(&id.value) {
            let what = phrase("lesson-course-twice").with("id", id.value);
            problems.push(source.problem(id.span, what).help("lesson-course-twice-help"));
        } else if !folders(files).contains(&id.value.as_str()) {
            let what = phrase("lesson-course-no-folder").with("id", id.value.as_str());
            let help = phrase("lesson-course-no-folder-help").with("id", id.value);
            problems.push(source.problem(id.span, what).advise(help));
        } else {
            ids.push(id.value);
        }
    }
    if ids.is_empty() { (by_name, problems) } else { (ids, problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_course_can_be_played() {
        let course = load();
        assert_eq!(course.broken, []);
        let ids: Vec<_> = course.lessons.iter().map(|lesson| lesson.id.as_str()).collect();
        let files = built_in();
        let order = std::str::from_utf8(&files[ORDER]).unwrap().parse::<toml::Table>().unwrap();
        let wanted: Vec<_> =
            order["lessons"].as_array().unwrap().iter().filter_map(|id| id.as_str()).collect();
        assert_eq!(ids, wanted);
        let link = course.lessons.iter().find(|lesson| lesson.id == "link").unwrap();
        let reading: Vec<_> =
            link.steps.iter().filter(|step| step.is_reading()).map(|step| step.id.as_str()).collect();
        assert_eq!(reading, ["legacy", "remember"]);
    }

    #[test]
    fn a_broken_lesson_takes_no_other_one_away() {
        let mut files = built_in();
        for (path, text) in [
            ("broken/lesson.toml", "format = 1\nimages = []\nminutes = 5\n"),
            ("broken/en.md", "no heading\n"),
            ("course.toml", "format = 1\nlessons = [\"broken\", \"link\", \"gone\"]\n"),
        ] {
            files.insert(path.to_owned(), text.as_bytes().to_vec());
        }
        let course = course(&files);
        assert_eq!(course.lessons.len(), 1);
        assert_eq!(course.broken.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), [ORDER, "broken"]);
        assert!(course.broken[1].1.iter().all(|problem| problem.file == "broken/en.md"));
    }

    #[test]
    fn without_an_order_lessons_come_by_name() {
        let mut files = built_in();
        files.remove(ORDER);
        let course = course(&files);
        let ids: Vec<_> = course.lessons.iter().map(|lesson| lesson.id.as_str()).collect();
        assert!(ids.contains(&"link") && ids.is_sorted(), "{ids:?}");
        assert_eq!(course.broken[0].1[0].what.key, "lesson-no-course");
    }
}
