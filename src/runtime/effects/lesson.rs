//! A lesson is opened, its steps are judged, what it made is removed.

use crate::app::{Msg, Notice, Tone};
use crate::check::{StepResult, TaskRun, Verdict};
use crate::engine::Supervisor;
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Subject, Values};
use crate::network;
use crate::runtime::judge::{self, Case};
use crate::runtime::ports;
use crate::runtime::rooms::Rooms;
use crate::session::{self, ObjectKind, clean};

/// Looks at the engine for a lesson: whose its names are, what the engine cannot do, its values.
pub fn open(supervisor: &Supervisor, rooms: &Rooms, generation: u64, index: usize) -> Vec<Msg> {
    let mut answers = Vec::new();
    let room = rooms.room(Some(index));
    if let Err(reason) = &room {
        answers.push(Msg::Notice(Notice { tone: Tone::Bad, phrase: reason.clone() }));
    }
    let snapshot = supervisor.snapshot().borrow().clone();
    let (Some(engine), Some(snapshot), Some(lesson)) = (supervisor.engine(), snapshot, rooms.lesson(index))
    else {
        // The engine went away in between; once it is back it is looked at again.
        return answers;
    };
    // A ledger that cannot be read is said where something is to be made.
    let entries = rooms.ledger().entries().unwrap_or_default();
    let taken = session::taken(lesson, &snapshot, &entries, engine.info(), rooms.owner());
    let lacking = network::lacking(engine.info(), &snapshot, &lesson.needs);
    let lacking = lacking.into_iter().map(|(_, reason)| reason).collect();
    let ports = ports::substitutes(lesson, &snapshot, rooms.owner(), engine.info().local);
    let values = judge::current(lesson, &snapshot, &Values { ports, ..Values::default() });
    if let Ok(room) = room {
        room.keep(&values);
    }
    answers.push(Msg::Opened { generation, taken, lacking, values });
    answers
}

/// Judges a step; what is known before everything has been tried is told to `early`.
pub async fn judge(
    supervisor: &Supervisor,
    rooms: &Rooms,
    generation: u64,
    (index, step): (usize, usize),
    tasks: &[Option<TaskRun>],
    early: impl FnOnce(Msg),
) -> Vec<Msg> {
    let unknown = |reason: Phrase| {
        let result = StepResult { verdict: Verdict::Unknown(reason), ..StepResult::default() };
        vec![Msg::Judged(generation, Box::new(result))]
    };
    let Some(engine) = supervisor.engine() else { return unknown(phrase("runtime-judge-no-engine")) };
    let Some(lesson) = rooms.lesson(index) else { return Vec::new() };
    let Some(step) = lesson.steps.get(step) else { return Vec::new() };
    let room = match rooms.room(Some(index)) {
        Ok(room) => room,
        Err(reason) => return unknown(reason),
    };
    let Some(workspace) = &room.workspace else { return Vec::new() };
    let known = supervisor.snapshot().borrow().clone().unwrap_or_default();
    let case = Case {
        engine: &engine,
        known: &known,
        states: Some(supervisor.snapshot()),
        lesson,
        step,
        workspace,
        prober: &rooms.prober,
        values: &room.values(),
        tasks,
        strict: false,
    };
    match case.judge(|foreseen| early(Msg::Foreseen(generation, Box::new(foreseen)))).await {
        Ok(judged) => {
            room.keep(&judged.values);
            vec![Msg::Values(judged.values), Msg::Judged(generation, Box::new(judged.result))]
        }
        Err(error) => {
            if error.is_lost() {
                supervisor.retry();
            }
            vec![Msg::Judged(generation, Box::new(judge::unknown(&error)))]
        }
    }
}

/// Removes what a lesson made, and puts its files back.
pub async fn reset(supervisor: &Supervisor, rooms: &Rooms, generation: u64, index: usize) -> Vec<Msg> {
    let outcome = remove(supervisor, rooms, index).await;
    vec![Msg::Reset(generation, outcome)]
}

async fn remove(supervisor: &Supervisor, rooms: &Rooms, index: usize) -> Result<(), Phrase> {
    let engine = supervisor.engine().ok_or_else(|| phrase("runtime-judge-no-engine"))?;
    let Some(lesson) = rooms.lesson(index) else { return Ok(()) };
    rooms.prober.settle().await;
    let snapshot = engine.snapshot().await.map_err(|error| error.phrase())?;
    let wish = clean::Wish {
        owner: rooms.owner().to_owned(),
        lesson: Some(lesson.id.clone()),
        ..clean::Wish::default()
    };
    let ledger = rooms.ledger();
    let entries = ledger.entries().map_err(|error| error.phrase())?;
    let plan = clean::plan(&engine, &snapshot, &entries, &wish).await.map_err(|error| error.phrase())?;
    let outcomes = clean::execute(&engine, &plan, &ledger).await.map_err(|error| error.phrase())?;
    let subjects: Vec<Subject> = plan.remove.iter().filter_map(subject).collect();
    supervisor.refresh(&subjects).await;
    if let Some(workspace) = rooms.room(Some(index))?.workspace.as_ref() {
        workspace.reset(lesson).map_err(|error| error.phrase())?;
    }
    match outcomes.into_iter().find_map(|(item, outcome)| Some((item, outcome.err()?))) {
        Some((item, error)) => {
            Err(phrase("runtime-reset-left").with("name", item.name).with("reason", error.phrase()))
        }
        None => Ok(()),
    }
}

/// What is to be looked at again once it is gone.
fn subject(item: &clean::Item) -> Option<Subject> {
    let name = item.name.clone();
    match item.kind {
        ObjectKind::Container => Some(Subject::Container(name)),
        ObjectKind::Network => Some(Subject::Network(name)),
        ObjectKind::Image => Some(Subject::Image(name)),
        ObjectKind::Volume => None,
    }
}
