//! Titles, texts and descriptions of the course itself: none is cut, in any language, on the smallest screen.

use std::sync::Arc;

use super::stage::{attached, begun, draw, langs, lesson, pulling, ready};
use super::{NARROW, SMALL};
use crate::app::{Model, Msg, update};
use crate::lesson::Course;

/// What is seen, without what only fills the screen.
fn seen(model: &Model) -> String {
    let (buffer, _, _) = draw(model);
    let all = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>();
    all.chars().filter(|c| !c.is_whitespace()).collect()
}

fn squashed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn course() -> Arc<Course> {
    Arc::new(crate::lesson::load())
}

#[test]
fn every_lesson_is_listed_with_its_whole_title() {
    let course = course();
    for lang in langs() {
        for size in [SMALL, NARROW] {
            for (index, lesson) in course.lessons.iter().enumerate() {
                let mut model = ready(&lang, size);
                model.course = Arc::clone(&course);
                if let crate::app::Screen::Start(start) = &mut model.screen {
                    start.selected = index;
                }
                let title: Vec<char> = squashed(&lesson.prose_in(&lang).unwrap().title).chars().collect();
                // A title of two rows has the minutes between them.
                let ends = [&title[..title.len().min(6)], &title[title.len().saturating_sub(4)..]]
                    .map(|end| end.iter().collect::<String>());
                let seen = seen(&model);
                let whole = ends.iter().all(|end| seen.contains(end)) && !seen.contains('…');
                assert!(whole, "{lang} {size:?}: {ends:?} in {seen}");
            }
        }
    }
}

/// The header has the whole title of the lesson or none.
#[test]
fn no_title_is_cut_in_the_header() {
    let course = course();
    for lang in langs() {
        for (index, course_lesson) in course.lessons.iter().enumerate() {
            let title = squashed(&course_lesson.prose_in(&lang).unwrap().title);
            for (size, must) in [(SMALL, false), (NARROW, true)] {
                let mut model = begun(&lang, size);
                model.course = Arc::clone(&course);
                lesson(&mut model).lesson = index;
                let (buffer, _, _) = draw(&model);
                let header: String = (0..size.0).map(|x| buffer[(x, 0)].symbol()).collect();
                let whole = squashed(&header).contains(&title);
                assert!(whole || !must, "{lang} {size:?}: {header}");
                assert!(!header.contains('…'), "{lang} {size:?}: {header}");
            }
        }
    }
}

/// In the list above the prompt, what is chosen has its whole description.
#[test]
fn what_is_chosen_is_described_whole() {
    use crate::app::prompt::{Candidate, Completion};
    for lang in langs() {
        let look = super::stage::look(&lang);
        for line in ["docker ", "docker run --", "docker network "] {
            let found = crate::shell::complete(line, line.len(), &crate::shell::Names::default()).unwrap();
            let candidates: Vec<Candidate> = found
                .candidates
                .iter()
                .map(|one| Candidate {
                    text: one.text.clone(),
                    about: one.describe.clone(),
                    whole: one.whole,
                })
                .collect();
            for (at, candidate) in candidates.iter().enumerate() {
                let mut model = begun(&lang, SMALL);
                model.prompt.set(line);
                let candidates = candidates.clone();
                model.prompt.completion = Some(Completion {
                    range: found.span.clone(),
                    candidates,
                    selected: Some(at),
                    ..Completion::default()
                });
                let Some(about) = &candidate.about else { continue };
                let about = look.say(about);
                assert!(seen(&model).contains(&squashed(&about)), "{lang}: {about}");
            }
        }
    }
}

/// What Enter runs is read before it is run.
#[test]
fn the_offered_command_is_seen_whole() {
    use crate::app::offer::ghost;
    let course = course();
    let mut seen_some = 0;
    for size in [SMALL, NARROW] {
        for (index, course_lesson) in course.lessons.iter().enumerate() {
            for (at, step) in course_lesson.steps.iter().enumerate() {
                for task in 0..step.tasks.len() {
                    let mut model = begun(&langs()[0], size);
                    model.course = Arc::clone(&course);
                    let lesson = lesson(&mut model);
                    (lesson.lesson, lesson.step, lesson.task) = (index, at, task);
                    lesson.tasks = vec![crate::app::TaskState::default(); step.tasks.len()];
                    lesson.edits = vec![true; step.edits.len()];
                    let Some(ghost) = ghost(&model) else { continue };
                    seen_some += 1;
                    let seen = seen(&model).replace('│', "");
                    assert!(seen.contains(&squashed(&ghost).replace('│', "")), "{size:?}: {ghost}");
                }
            }
        }
    }
    assert!(seen_some > 50, "{seen_some}");
}

/// Whatever happens, the first row says whose it is and how we stand with the engine.
#[test]
fn the_header_is_never_empty() {
    for lang in langs() {
        for recorded in [false, true] {
            let mut model = super::stage::lost(&lang, SMALL);
            let info = crate::network::EngineInfo {
                version: "28.5.2-with-a-long-suffix".to_owned(),
                ..super::stage::engine()
            };
            let reason = crate::i18n::phrase("engine-closed").with("endpoint", "x");
            model.connection = crate::network::Connection::Lost { info, reason };
            model.recording = recorded.then(|| "x.cast".to_owned());
            let (buffer, _, _) = draw(&model);
            let header: String = (0..SMALL.0).map(|x| buffer[(x, 0)].symbol()).collect();
            assert!(header.contains("netdojo") && header.contains("Docker"), "{lang} {recorded}: {header}");
        }
    }
}

#[test]
fn what_takes_long_says_for_how_long() {
    for (lang, said) in langs().into_iter().zip(["4711秒", "4711s"]) {
        let mut model = pulling(&lang, NARROW);
        assert!(!seen(&model).contains(said), "{lang}");
        update(&mut model, Msg::Waited(4711));
        assert!(seen(&model).contains(said), "{lang}");
        model.running = None;
        assert!(!seen(&model).contains(said), "{lang}: nothing is waited for");
        let mut model = attached(&lang, NARROW);
        update(&mut model, Msg::Waited(4711));
        assert!(!seen(&model).contains(said), "{lang}: a shell waits for the learner");
    }
}
