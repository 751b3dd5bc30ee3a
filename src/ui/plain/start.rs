//! The lessons in a list, and how we stand with the engine.

use super::page::Page;
use crate::app::{LessonProgress, Model};
use crate::i18n::phrase;
use crate::lesson::Lesson;
use crate::network::Connection;
use crate::ui::{Look, header, start};

/// Tells the engine and the lessons, each with its number and id.
pub(super) fn tell(page: &mut Page, model: &Model, look: &Look) {
    page.part();
    page.say(&look.word("ui-start-tagline"));
    page.say(&engine(&model.connection, look));
    page.part();
    page.say(&look.say(&phrase("plain-title").with("text", phrase("ui-lessons"))));
    for (lesson, number) in model.course.lessons.iter().zip(1_usize..) {
        let first = format!("{number}. ");
        page.item(&first, &entry(model, lesson, look));
    }
    for (id, problems) in &model.course.broken {
        let broken = phrase("ui-start-broken").with("lesson", id.as_str()).with("count", problems.len());
        page.item("- ", &look.say(&broken));
    }
    page.part();
}

/// A lesson: its title, minutes and progress; what comes next; what is missing.
fn entry(model: &Model, lesson: &Lesson, look: &Look) -> String {
    let none = LessonProgress::default();
    let progress = model.progress.lessons.get(&lesson.id).unwrap_or(&none);
    let prose = lesson.prose_in(&model.lang);
    let done = lesson.steps.iter().filter(|step| progress.done.contains(&step.id)).count();
    let next = lesson.steps.iter().position(|step| !progress.done.contains(&step.id));
    let said = phrase("plain-lesson")
        .with("title", prose.map_or(lesson.id.as_str(), |prose| prose.title.as_str()))
        .with("id", lesson.id.as_str())
        .with("minutes", usize::from(lesson.minutes))
        .with("done", done)
        .with("count", lesson.steps.len());
    let mut out = vec![look.say(&said)];
    match next.and_then(|at| prose?.steps.get(at)).filter(|_| done > 0) {
        Some(next) => out.push(look.say(&phrase("ui-start-next").with("title", next.title.as_str()))),
        None if next.is_none() && done > 0 => out.push(look.word("ui-start-finished")),
        None => {}
    }
    out.extend(start::missing(model, lesson, look));
    out.join("\n")
}

/// The engine: which it is and where, or why there is none and what to do.
pub(super) fn engine(connection: &Connection, look: &Look) -> String {
    match connection {
        Connection::Connecting => look.word("ui-engine-connecting"),
        Connection::Ready(info) => {
            let engine = phrase("ui-start-engine")
                .with("engine", header::name(info))
                .with("api", info.api.as_str())
                .with("endpoint", info.endpoint.as_str());
            look.say(&phrase("plain-engine").with("engine", engine))
        }
        Connection::Lost { reason, .. } | Connection::Absent { reason } => look.say(reason),
    }
}
