//! Does what the program asks for, and answers with messages. Nothing here waits: what takes time is a task.

mod bring;
pub mod files;
mod lesson;
mod pending;
mod running;
mod scribe;

use std::future::Future;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::AbortHandle;

use super::clock::Clock;
use super::keepsake;
use super::rooms::Rooms;
use crate::app::{Effect, Msg, Notice, Outcome, Tone};
use crate::docker::Input;
use crate::engine::Supervisor;
use crate::i18n::{Phrase, phrase};
use crate::network::Connection;
use crate::runtime::browser::Browser;
use crate::runtime::line::{self, LineContext};
use crate::runtime::shield::Shield;
use crate::shell::{self, Script};
use crate::text::Size;
use pending::Pending;
use running::Running;
use scribe::Scribe;

/// Does the program's effects.
#[derive(Debug)]
pub struct Effects {
    answers: mpsc::Sender<Msg>,
    supervisor: Arc<Supervisor>,
    rooms: Arc<Rooms>,
    running: Option<Running>,
    scribe: Option<Scribe>,
    clock: Clock,
    /// Stops what brings the engine to where a step begins.
    stop: Option<oneshot::Sender<()>>,
    pending: Pending,
}

impl Effects {
    /// Answers go to `answers`.
    pub fn new(
        answers: mpsc::Sender<Msg>,
        supervisor: Arc<Supervisor>,
        rooms: Arc<Rooms>,
        clock: Clock,
    ) -> Self {
        let scribe = Some(Scribe::new(rooms.home(), answers.clone()));
        Self { answers, supervisor, rooms, running: None, stop: None, scribe, clock, pending: Pending::new() }
    }

    /// Begins what `effect` asks for. What concerns the screen itself is not for here.
    pub fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Run { generation, line, lesson, cols, rows } => {
                self.run(generation, line, lesson, Size { cols, rows });
            }
            Effect::Send(bytes) => self.send(Input::Bytes(bytes)),
            Effect::Eof => self.send(Input::Eof),
            Effect::Interrupt => self.send(Input::Interrupt),
            Effect::ResizeOutput(cols, rows) => self.send(Input::Resize(Size { cols, rows })),
            Effect::Detach => self.detach(),
            Effect::Open { generation, lesson } => {
                let (supervisor, rooms) = (self.supervisor.clone(), self.rooms.clone());
                self.answer(async move { lesson::open(&supervisor, &rooms, generation, lesson) });
            }
            Effect::Judge { generation, lesson, step, tasks } => {
                let (supervisor, rooms) = (self.supervisor.clone(), self.rooms.clone());
                let answers = self.answers.clone();
                self.answer(async move {
                    // Where nobody takes answers any more, none is missed.
                    let early = |foreseen| drop(answers.try_send(foreseen));
                    lesson::judge(&supervisor, &rooms, generation, (lesson, step), &tasks, early).await
                });
            }
            Effect::Reset { generation, lesson } => {
                let (supervisor, rooms) = (self.supervisor.clone(), self.rooms.clone());
                self.answer(async move { lesson::reset(&supervisor, &rooms, generation, lesson).await });
            }
            Effect::Bring { generation, lesson, step } => self.bring(generation, lesson, step),
            Effect::StopBringing => {
                if let Some(stop) = self.stop.take() {
                    let _ = stop.send(());
                }
            }
            Effect::ListFiles(lesson) => {
                self.with_rooms(move |rooms| vec![Msg::Files(rooms.files(Some(lesson)))]);
            }
            Effect::OpenFile { generation, lesson, path } => {
                self.with_rooms(move |rooms| files::open(rooms, generation, lesson, &path));
            }
            Effect::SaveFile { generation, lesson, path, before, content } => {
                self.with_rooms(move |rooms| {
                    files::save(rooms, generation, lesson, &path, before.as_deref(), content)
                });
            }
            Effect::LookAtEdits { generation, lesson, step } => {
                self.with_rooms(move |rooms| files::look(rooms, generation, lesson, step));
            }
            Effect::MakeEdit { generation, lesson, step, edit } => {
                self.with_rooms(move |rooms| files::make(rooms, generation, lesson, (step, edit)));
            }
            Effect::Note { lesson, event } => {
                if let (Some(scribe), Some(lesson)) = (&self.scribe, self.rooms.lesson(lesson)) {
                    scribe.note(&lesson.id, *event);
                }
            }
            Effect::Report { file, progress, lang } => {
                let (rooms, now) = (self.rooms.clone(), self.clock.now());
                self.keep(move || {
                    let kept = (rooms.home(), progress.as_ref());
                    keepsake::report(rooms.course(), kept, &lang, file.as_deref(), now)
                });
            }
            Effect::Save(progress) => {
                if let Err(reason) = self.rooms.save(&progress) {
                    self.tell(Tone::Warning, reason);
                }
            }
            Effect::Shot(_)
            | Effect::Record(_)
            | Effect::StopRecording
            | Effect::Explain(_)
            | Effect::Copy(_)
            | Effect::CopySelection
            | Effect::CaptureMouse(_)
            | Effect::Repaint
            | Effect::Quit => {}
        }
    }

    /// Ends what runs, and finishes what is written. What a line began in a container goes on.
    pub fn finish(&mut self) {
        if let Some(running) = self.running.take() {
            running.detach();
        }
        if let Some(scribe) = self.scribe.take() {
            scribe.finish();
        }
    }

    fn run(&mut self, generation: u64, line: String, lesson: Option<usize>, size: Size) {
        let (io, keys, events) = running::ends(size);
        let (supervisor, rooms) = (self.supervisor.clone(), self.rooms.clone());
        let answers = self.answers.clone();
        let work = async move {
            let room = match rooms.room(lesson) {
                Ok(room) => room,
                Err(reason) => return vec![Msg::Ended(generation, Outcome::Refused(reason, 1))],
            };
            let context = LineContext {
                engine: supervisor.engine().ok_or_else(|| reason(&supervisor)),
                folder: &room.folder,
                gate: room.gate.clone(),
                prober: Some(&rooms.prober),
                browser: Browser::Own { stays: true },
            };
            let pump = running::pump(generation, events, answers);
            let (ended, ()) = tokio::join!(line::run(&context, &line, io), pump);
            if matches!(ended, line::Ended::Lost(_)) {
                supervisor.retry();
            }
            // Some changes have no event: what the line may have changed is looked at before its end is told.
            let changed = shell::parse(&line).ok().as_ref().and_then(Script::docker).map(line::subjects);
            if let Some(changed) = changed.filter(|changed| !changed.is_empty()) {
                supervisor.refresh(&changed).await;
            }
            let files = Msg::Files(rooms.files(lesson));
            let short = match &ended {
                line::Ended::Short(_, phrase) => {
                    Some(Msg::Notice(Notice { tone: Tone::Warning, phrase: phrase.clone() }))
                }
                _ => None,
            };
            [Msg::Ended(generation, running::outcome(ended)), files].into_iter().chain(short).collect()
        };
        let panicked = phrase("runtime-task-panicked");
        let task = self.spawn(work, move || Msg::Ended(generation, Outcome::Refused(panicked, 1)));
        self.running = Some(Running::new(generation, keys, task));
    }

    fn bring(&mut self, generation: u64, lesson: usize, step: usize) {
        let (supervisor, rooms) = (self.supervisor.clone(), self.rooms.clone());
        let answers = self.answers.clone();
        let (cancel, cancelled) = oneshot::channel();
        self.stop = Some(cancel);
        let work = async move {
            bring::bring(&supervisor, &rooms, generation, (lesson, step), &answers, cancelled).await
        };
        let panicked = phrase("runtime-task-panicked");
        self.spawn(work, move || Msg::Brought(generation, Err(panicked)));
    }

    fn send(&self, input: Input) {
        if let Some(running) = &self.running {
            running.send(input);
        }
    }

    fn detach(&mut self) {
        if let Some(running) = self.running.take().filter(|running| !running.has_ended()) {
            let generation = running.generation;
            running.detach();
            self.answer(async move { vec![Msg::Ended(generation, Outcome::Detached)] });
        }
    }

    /// Writes something for the learner, after all that is to be in the journal, and tells what came of it.
    pub fn keep(&self, work: impl FnOnce() -> Msg + Send + 'static) {
        if let Some(scribe) = &self.scribe {
            scribe.then(work, self.pending.begin());
        }
    }

    /// How much of what was asked for is still to be answered.
    pub fn pending(&self) -> watch::Receiver<usize> {
        self.pending.watch()
    }

    /// Where files are.
    pub fn rooms(&self) -> &Rooms {
        &self.rooms
    }

    /// Does something with files, and answers.
    fn with_rooms(&self, work: impl FnOnce(&Rooms) -> Vec<Msg> + Send + 'static) {
        let rooms = self.rooms.clone();
        self.answer(async move { work(&rooms) });
    }

    fn tell(&self, tone: Tone, phrase: Phrase) {
        self.answer(async move { vec![Msg::Notice(Notice { tone, phrase })] });
    }

    fn answer(&self, work: impl Future<Output = Vec<Msg>> + Send + 'static) {
        self.spawn(work, || Msg::Notice(Notice { tone: Tone::Bad, phrase: phrase("runtime-task-panicked") }));
    }

    /// Runs `work` as a task and sends its answers; where it panics, `broken` takes their place.
    fn spawn(
        &self,
        work: impl Future<Output = Vec<Msg>> + Send + 'static,
        broken: impl FnOnce() -> Msg + Send + 'static,
    ) -> AbortHandle {
        let answers = self.answers.clone();
        let begun = self.pending.begin();
        let task = async move {
            let _begun = begun;
            let messages = Shield::new(work).await.unwrap_or_else(|_| vec![broken()]);
            for message in messages {
                if answers.send(message).await.is_err() {
                    return;
                }
            }
        };
        tokio::spawn(task).abort_handle()
    }
}

/// Why there is no engine now.
fn reason(supervisor: &Supervisor) -> Phrase {
    match &*supervisor.connection().borrow() {
        Connection::Lost { reason, .. } | Connection::Absent { reason } => reason.clone(),
        Connection::Connecting | Connection::Ready(_) => phrase("app-engine-connecting"),
    }
}
