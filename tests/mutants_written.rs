//! The wrong and right answers of `tests/mutants/`, as they are written. `make mutants` plays them.

#![allow(clippy::unwrap_used, reason = "a test fails where something is not as it should be")]

#[path = "mutants/file.rs"]
#[allow(dead_code)] // what only playing them needs
mod file;

use file::Mutants;
use netdojo::lesson::{self, Lesson};

/// The lessons for which there are answers, by the names of the files.
fn written() -> Vec<String> {
    let entries = std::fs::read_dir(file::folder()).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect()
}

fn link() -> Lesson {
    lesson::load().lessons.into_iter().find(|lesson| lesson.id == "link").unwrap()
}

#[test]
fn each_step_has_its_answers() {
    let course = lesson::load();
    let mut problems = Vec::new();
    for id in written() {
        let Some(lesson) = course.lessons.iter().find(|lesson| lesson.id == id) else {
            problems.push(format!("{id}.toml: there is no such lesson in the course"));
            continue;
        };
        match Mutants::parse(&std::fs::read_to_string(file::path(&id)).unwrap()) {
            Ok(mutants) => {
                let found = mutants.problems(lesson).into_iter();
                problems.extend(found.map(|problem| format!("{id}.toml: {problem}")));
            }
            Err(error) => problems.push(format!("{id}.toml: {error}")),
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn each_lesson_has_its_file() {
    let written = written();
    let course = lesson::load();
    let lacking: Vec<&str> = course
        .lessons
        .iter()
        .map(|lesson| lesson.id.as_str())
        .filter(|id| !written.iter().any(|one| one == id))
        .collect();
    assert!(lacking.is_empty(), "tests/mutants/ has no file for: {}", lacking.join(", "));
}

#[test]
fn what_is_missing_is_found() {
    let nothing = Mutants::parse("").unwrap().problems(&link()).join("\n");
    assert!(nothing.contains("first: 0 wrong answers"), "{nothing}");
    assert!(nothing.contains("first: another right answer"), "{nothing}");
    assert!(nothing.contains("list: 0 wrong answers"), "{nothing}");
    assert!(!nothing.contains("list: another right answer"), "its output decides: {nothing}");
    assert!(!nothing.contains("remember:"), "there is nothing to do: {nothing}");
    let strange = "[[step.nosuch.right]]\nabout = \"x\"\nlines = [\"docker ps\"]\n\
         [[step.first.wrong]]\nabout = \"idle\"\nlines = []\nreason = \"\"\n";
    let strange = Mutants::parse(strange).unwrap().problems(&link()).join("\n");
    for part in [
        "nosuch: there is no such step",
        "first: “idle”: says nothing or does nothing",
        "first: “idle”: no reason",
    ] {
        assert!(strange.contains(part), "{part} in {strange}");
    }
}

#[test]
fn slips_in_a_file_are_errors() {
    let wrong =
        |line: &str| format!("[[step.first.wrong]]\nabout = \"x\"\nreason = \"y\"\nlines = [{line}]\n");
    for line in [
        "\"docker ps\"",
        "{ line = \"docker ps\", interrupt = true }",
        "{ path = \"f\", replace = \"a\", with = \"b\" }",
        "{ path = \"f\", with = \"b\" }",
    ] {
        assert!(Mutants::parse(&wrong(line)).is_ok(), "{line}");
    }
    for line in ["1", "{ line = \"docker ps\", wait = true }", "{ path = \"f\" }"] {
        assert!(Mutants::parse(&wrong(line)).is_err(), "{line}");
    }
    assert!(Mutants::parse("[[step.first.right]]\nabout = \"x\"\nlines = []\nreason = \"y\"\n").is_err());
    assert!(Mutants::parse("[[step.first.wrong]]\nabout = \"x\"\nlines = []\n").is_err());
}
