//! The engine is brought to where a step begins, until it is there or is asked to stop.

use std::ops::ControlFlow;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot};

use crate::app::{Headway, Msg};
use crate::engine::Supervisor;
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Lesson, Subject, Values};
use crate::runtime::line;
use crate::runtime::player::{Place, Player};
use crate::runtime::rooms::Rooms;
use crate::shell;

/// The longest that a line may take: images may have to be fetched and built.
const LIMIT: Duration = Duration::from_secs(300);

/// How long what is being done when somebody wants it to stop may take to end.
const GRACE: Duration = Duration::from_secs(5);

/// Brings the engine to where step `to` begins.
pub async fn bring(
    supervisor: &Supervisor,
    rooms: &Rooms,
    generation: u64,
    (index, to): (usize, usize),
    answers: &mpsc::Sender<Msg>,
    stop: oneshot::Receiver<()>,
) -> Vec<Msg> {
    let stopped = AtomicBool::new(false);
    let mut going = pin!(go(supervisor, rooms, generation, (index, to), answers, &stopped));
    let brought = tokio::select! {
        brought = &mut going => brought,
        _ = stop => {
            stopped.store(true, Ordering::Relaxed);
            // A request that is dropped may still be carried out, after whatever comes next: it is let end.
            match tokio::time::timeout(GRACE, going).await {
                Ok(brought) => brought,
                // A build or a pull: nothing comes of it once nobody listens.
                Err(_) => Err(phrase("app-bringing-stopping")),
            }
        }
    };
    if let Some(lesson) = rooms.lesson(index) {
        supervisor.refresh(&subjects(lesson)).await;
    }
    vec![Msg::Files(rooms.files(Some(index))), Msg::Brought(generation, brought)]
}

async fn go(
    supervisor: &Supervisor,
    rooms: &Rooms,
    generation: u64,
    (index, to): (usize, usize),
    answers: &mpsc::Sender<Msg>,
    stopped: &AtomicBool,
) -> Result<Values, Phrase> {
    let engine = supervisor.engine().ok_or_else(|| phrase("runtime-judge-no-engine"))?;
    let lesson = rooms.lesson(index).ok_or_else(|| phrase("runtime-player-no-step"))?;
    let room = rooms.room(Some(index))?;
    // Helpers of the step that was open join networks that are about to be removed.
    rooms.prober.settle().await;
    let place = Place { workspace: rooms.workspace(lesson)?, values: room.values() };
    let player = Player::acting_as(engine, rooms.home(), rooms.owner().to_owned(), LIMIT);
    // What comes too fast to be drawn need not be told.
    let watch = |headway: Headway| {
        drop(answers.try_send(Msg::Headway(generation, headway)));
        if stopped.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let values = player.bring(lesson, place, to, &watch).await?;
    room.keep(&values);
    Ok(values)
}

/// What the lesson's lines may have changed.
fn subjects(lesson: &Lesson) -> Vec<Subject> {
    let tasks = lesson.steps.iter().flat_map(|step| &step.tasks);
    let mut subjects: Vec<Subject> = Vec::new();
    for script in tasks.filter_map(|task| shell::parse(&task.line).ok()) {
        let changed = script.docker().map(line::subjects).unwrap_or_default();
        for subject in changed {
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
    }
    subjects
}
