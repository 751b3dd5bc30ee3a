//! Predictions, challenges and the glossary.

use std::sync::Arc;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::stage::{
    container, draw, langs, lesson, opening, passed as judged_passed, ready, snapshot as engine_with,
};
use super::{LARGE, NARROW, SMALL, picture::picture};
use crate::app::layout::{areas, inner};
use crate::app::{Model, Msg, Overlay, Pane, TaskState, update};
use crate::check::{Evidence, TaskRun, judge};
use crate::i18n::Lang;
use crate::lesson::{Course, Files, Values, course};

/// The lesson written for these tests, with its glossary.
fn written() -> Arc<Course> {
    let files: Files = [
        ("course.toml", include_str!("../../../tests/questions/course.toml")),
        ("predict/lesson.toml", include_str!("../../../tests/questions/predict/lesson.toml")),
        ("predict/ja.md", include_str!("../../../tests/questions/predict/ja.md")),
        ("predict/en.md", include_str!("../../../tests/questions/predict/en.md")),
        ("glossary/ja.md", include_str!("../../../tests/questions/glossary/ja.md")),
        ("glossary/en.md", include_str!("../../../tests/questions/glossary/en.md")),
    ]
    .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
    .into();
    Arc::new(course(&files))
}

pub fn press(model: &mut Model, keys: &str) {
    for key in keys.chars() {
        let code =
            if key == '\n' { crossterm::event::KeyCode::Enter } else { crossterm::event::KeyCode::Char(key) };
        update(model, Msg::Key(code.into()));
    }
}

/// The lesson opened, the container running; the question stands before the next command.
pub fn asked(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = ready(lang, size);
    model.course = written();
    press(&mut model, "\n");
    let generation = opening(&mut model);
    update(
        &mut model,
        Msg::Opened { generation, taken: Vec::new(), lacking: Vec::new(), values: Values::default() },
    );
    model.snapshot = Some(Arc::new(engine_with(&[container("predict_a", 2)])));
    let lesson = lesson(&mut model);
    let run = Some(TaskRun { lines: vec!["0".repeat(64)], exit: Some(0), interrupted: false });
    lesson.tasks[0] = TaskState { run, as_expected: true };
    lesson.task = 1;
    lesson.scroll.clear();
    model
}

/// The second command has run, and the step has passed.
pub fn answered(model: &mut Model) {
    let lines = vec!["ping: bad address 'nobody'".to_owned()];
    let first = lesson(model).tasks[0].run.clone();
    let runs = vec![first, Some(TaskRun { lines, exit: Some(1), interrupted: false })];
    let evidence = Evidence {
        snapshot: Some(engine_with(&[container("predict_a", 2)])),
        tasks: runs.clone(),
        ..Evidence::default()
    };
    let course = Arc::clone(&model.course);
    let lesson = lesson(model);
    lesson.result = judge(&course.lessons[0].steps[0], &evidence, &lesson.values);
    lesson.tasks = runs.into_iter().map(|run| TaskState { as_expected: run.is_some(), run }).collect();
    lesson.task = 2;
    lesson.follow = crate::app::Follow::Question(0);
}

fn shown(name: &str, change: impl Fn(&mut Model)) {
    for size in [NARROW, LARGE] {
        for lang in langs() {
            let mut model = asked(&lang, size);
            change(&mut model);
            let (buffer, cursor, _) = draw(&model);
            let name = format!("{name}_{}x{}_{lang}", size.0, size.1);
            insta::assert_snapshot!(name, picture(&buffer, cursor));
        }
    }
}

#[test]
fn a_question() {
    shown("question_open", |_| {});
    shown("question_first", |model| press(model, "\n"));
    shown("question_predicted", |model| press(model, "1"));
    shown("question_revealed_wrong", |model| {
        press(model, "1");
        answered(model);
        model.notice = None;
    });
    shown("question_revealed_right", |model| {
        press(model, "2");
        answered(model);
        model.notice = None;
    });
    shown("question_revealed_unpredicted", answered);
    shown("question_at_the_end", |model| {
        answered(model);
        press(model, "2");
    });
}

#[test]
fn the_check_does_not_give_the_answer_away() {
    let check = |model: &mut Model| {
        let lesson = lesson(model);
        (lesson.focus, lesson.tab, lesson.zoomed) = (Pane::Check, Pane::Check, true);
        let (buffer, _, _) = draw(model);
        picture(&buffer, None)
    };
    for lang in langs() {
        let mut model = asked(&lang, NARROW);
        assert!(!check(&mut model).contains("bad address"), "{lang}");
        press(&mut model, "1");
        assert!(!check(&mut model).contains("bad address"), "{lang}: predicted, and not tried yet");
        answered(&mut model);
        assert!(check(&mut model).contains("bad address"), "{lang}");
    }
}

#[test]
fn a_challenge() {
    shown("challenge", |model| press(model, "/next\n"));
    shown("challenge_solved", |model| {
        press(model, "/next\n");
        lesson(model).solved = true;
    });
}

#[test]
fn links_and_steps() {
    shown("links", |model| press(model, "/links\n"));
    shown("steps", |model| {
        model.progress.lessons.entry("predict".to_owned()).or_default().done.insert("alone".to_owned());
        press(model, "/goto\n");
    });
    shown("steps_completion", |model| press(model, "/goto "));
}

#[test]
fn words() {
    shown("words", |model| press(model, "/word\n"));
    shown("word", |model| press(model, "/word bridge\n"));
    shown("word_completion", |model| press(model, "/word br"));
}

/// A text in a language without that word says so, and nothing is drawn outside of its box.
#[test]
fn a_word_that_is_gone() {
    let [lang, _] = langs();
    let mut model = judged_passed(&lang, NARROW);
    model.overlay = Some(Overlay::Word { id: Some("gone".to_owned()), scroll: 7 });
    let (_, _, measured) = draw(&model);
    assert_eq!(measured.overlay.rows, 1);
}

/// Pressed and let go on any row of an answer, that answers; dragged, it marks text.
#[test]
fn a_click_on_an_answer_answers() {
    for size in [SMALL, NARROW, LARGE] {
        for wanted in 0..3 {
            let mut model = asked(&langs()[1], size);
            lesson(&mut model).follow = crate::app::Follow::Question(0);
            lesson(&mut model).zoomed = true;
            let (_, _, measured) = draw(&model);
            let (first, shown) = (measured.panes[&Pane::Lesson].first, measured.answers.clone());
            update(&mut model, Msg::Measured(measured));
            let area = inner(areas(&model).unwrap().lesson.unwrap());
            let row = shown.iter().filter(|(_, answer)| **answer == wanted).map(|(row, _)| *row).next_back();
            let row = area.y + u16::try_from(row.unwrap() - first).unwrap();
            let mouse = |kind: fn(MouseButton) -> MouseEventKind, column| {
                let kind = kind(MouseButton::Left);
                Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
            };
            let predicted = |model: &Model| {
                let progress = model.progress.lessons.get("predict");
                progress.and_then(|lesson| lesson.predictions.values().next()?[0])
            };
            update(&mut model, mouse(MouseEventKind::Down, 6));
            update(&mut model, mouse(MouseEventKind::Drag, 9));
            update(&mut model, mouse(MouseEventKind::Up, 9));
            assert_eq!(predicted(&model), None, "text was marked");
            update(&mut model, mouse(MouseEventKind::Down, 6));
            update(&mut model, mouse(MouseEventKind::Up, 6));
            assert_eq!(predicted(&model), Some(wanted), "{size:?}");
        }
    }
}
