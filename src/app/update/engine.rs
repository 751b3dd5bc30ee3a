//! What the engine does by itself: it comes, goes, and changes.

use std::sync::Arc;

use super::{judging, lesson};
use crate::app::offer::current_step;
use crate::app::{Effect, Model, Notice, Screen};
use crate::check::Verdict;
use crate::i18n::{Phrase, phrase};
use crate::network::{self, Connection, Snapshot};

/// How we stand with the engine has changed.
pub(super) fn connection(model: &mut Model, out: &mut Vec<Effect>, connection: Connection) {
    let was_ready = model.connection.is_ready();
    let same_engine = model.connection.info() == connection.info();
    model.connection = connection;
    match &model.connection {
        Connection::Ready(_) if was_ready && same_engine => {}
        Connection::Ready(_) if model.notice.as_ref().is_some_and(is_about_its_loss) => {
            model.notice = None;
            lesson::look(model, out);
        }
        // Names, needs and ports may be others than before; the verdict follows.
        Connection::Ready(_) => lesson::look(model, out),
        Connection::Lost { reason, .. } | Connection::Absent { reason } => {
            let reason = reason.clone();
            lose(model, &reason);
        }
        Connection::Connecting => lose(model, &phrase("app-engine-connecting")),
    }
}

/// Whether a notice says that the engine is gone, which it is not any more.
fn is_about_its_loss(notice: &Notice) -> bool {
    notice.phrase.key.starts_with("engine-") || notice.phrase.key == "app-line-lost"
}

/// Without an engine nothing is known to have failed: what was judged is unknown now.
fn lose(model: &mut Model, reason: &Phrase) {
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    lesson.judging = false;
    lesson.judge_again = false;
    lesson.opening = None;
    lesson.bringing.take_if(|bringing| !bringing.asked);
    lesson.resetting = None;
    lesson.solving = false;
    if matches!(lesson.result.verdict, Verdict::Passed | Verdict::Failed(_) | Verdict::Unknown(_)) {
        lesson.result.verdict = Verdict::Unknown(reason.clone());
    }
}

/// What exists on the engine has changed.
pub(super) fn snapshot(model: &mut Model, out: &mut Vec<Effect>, snapshot: Arc<Snapshot>) {
    let before = model.snapshot.replace(Arc::clone(&snapshot));
    follow_values(model, out, &snapshot);
    let Screen::Lesson(lesson) = &mut model.screen else { return };
    let Some(before) = before else {
        lesson.baseline.get_or_insert(snapshot);
        return;
    };
    if !lesson.taken.is_empty() {
        // Whose the names are may have changed with it.
        if lesson.opening.is_none() && before != snapshot {
            lesson::look(model, out);
        }
        return;
    }
    // A line that will soon have ended is judged then.
    if model.running.as_ref().is_some_and(|running| !running.terminal) {
        return;
    }
    let Screen::Lesson(lesson) = &model.screen else { return };
    if current_step(model, lesson).is_some_and(|step| judging::touches(step, &before, &snapshot)) {
        judging::judge(model, out);
    }
}

/// The lesson's values follow what exists; one that cannot be told now stays as it was.
fn follow_values(model: &mut Model, out: &mut Vec<Effect>, snapshot: &Snapshot) {
    let Screen::Lesson(lesson) = &model.screen else { return };
    let Some(course) = model.course.lessons.get(lesson.lesson) else { return };
    let mut values = lesson.values.clone();
    values.named.extend(network::values(snapshot, &course.values));
    if values != lesson.values {
        lesson::values(model, out, values);
    }
}
