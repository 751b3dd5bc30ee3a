//! A line runs: parsed, asked for at the session, run on the engine, passed through its filters.

mod build;
mod builtin;
mod chain;
mod curl;
mod folder;
mod gate;
mod open;
mod pipe;
mod sink;

use tokio::sync::mpsc;

pub use folder::Folder;
pub use gate::{Gate, subjects};

use crate::docker::{self, Chunk, Event, Io, Stream};
use crate::engine::Engine;
use crate::i18n::{Phrase, phrase};
use crate::probe::Prober;
use crate::runtime::browser::Browser;
use crate::session;
use crate::shell::docker::Invocation;
use crate::shell::{self, Command, Script, ShellError};
use builtin::Around;
use pipe::{Passed, Pipe};

/// Events of a stage that wait for the next one; a flood waits in the engine, not here.
const QUEUE: usize = 16;

/// What a line runs in.
#[derive(Debug)]
pub struct LineContext<'a> {
    /// The engine, or what to tell the learner where none answers.
    pub engine: Result<Engine, Phrase>,
    /// Where files are.
    pub folder: &'a Folder,
    /// What lines must pass; only needed where there is an engine.
    pub gate: Gate,
    /// Helpers that must be gone before a line removes anything.
    pub prober: Option<&'a Prober>,
    /// What `open` shows pages with.
    pub browser: Browser,
}

impl LineContext<'_> {
    fn docker(&self) -> docker::Context {
        docker::Context {
            labels: session::labels(&self.gate.owner, self.gate.lesson.as_deref()),
            own: session::labels(&self.gate.owner, None),
            directory: self.folder.here(),
        }
    }
}

/// How a line ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// With this exit code, as a shell would give it.
    Exited(i64),
    /// With this exit code, and something was left out that the learner should know of.
    Short(i64, Phrase),
    /// We left it; what it began may go on. With the exit code of an interrupted program.
    Left(i64),
    /// The engine went away meanwhile, which was said on standard error.
    Lost(i64),
    /// It was not run: why, and the exit code that a shell would give.
    Refused(Phrase, i64),
}

/// Runs a line as typed to its end.
///
/// Output goes to `io.out` as it comes; nobody reading it ends the line. Dropping the future ends our
/// part; what runs in a container goes on.
pub async fn run(context: &LineContext<'_>, line: &str, io: Io) -> Ended {
    match shell::parse(line) {
        Ok(script) => run_script(context, &script, io).await,
        Err(error) => refuse(error, &io.out).await,
    }
}

/// Says why a line cannot be run.
pub async fn refuse(error: ShellError, out: &mpsc::Sender<Event>) -> Ended {
    match error {
        ShellError::Empty => Ended::Exited(0),
        ShellError::Line { phrase, code, .. } => Ended::Refused(phrase, code),
        ShellError::Docker { message, code } => {
            let bytes = format!("{message}\n").into();
            let _ = out.send(Event::Output(Chunk { stream: Stream::Stderr, bytes })).await;
            Ended::Exited(code)
        }
    }
}

/// Runs a parsed line to its end, as [`run`] does.
pub async fn run_script(context: &LineContext<'_>, script: &Script, io: Io) -> Ended {
    if Pipe::is_plain(script) {
        return stage(context, &script.command, io).await;
    }
    let pipe = match Pipe::open(script, context.folder, io.out.clone()) {
        Ok(pipe) => pipe,
        Err(phrase) => return Ended::Refused(phrase, 1),
    };
    let (out, events) = mpsc::channel(QUEUE);
    let stage = stage(context, &script.command, Io { out, ..io });
    let (ended, piped) = tokio::join!(stage, pipe.pass(events));
    match (ended, piped) {
        (ended @ Ended::Refused(..), _) => ended,
        (_, Err(phrase)) => Ended::Refused(phrase, 1),
        (ended @ (Ended::Left(INTERRUPTED) | Ended::Lost(_)), _) | (ended, Ok(None)) => ended,
        (_, Ok(Some(Passed { code, trouble: Some(trouble) }))) => Ended::Short(code, trouble),
        (_, Ok(Some(Passed { code, trouble: None }))) => Ended::Exited(code),
    }
}

/// The exit code of what an interrupt ended.
const INTERRUPTED: i64 = 130;

/// Runs the first stage.
async fn stage(context: &LineContext<'_>, command: &Command, io: Io) -> Ended {
    let invocation = match command {
        Command::Builtin(command) => {
            let around = Around {
                engine: context.engine.as_ref().ok(),
                folder: context.folder,
                browser: &context.browser,
            };
            return builtin::run(command, around, io).await;
        }
        Command::Docker(invocation) => invocation,
    };
    if let Invocation::Help { text, code } = invocation.as_ref() {
        let bytes = text.clone().into();
        let _ = io.out.send(Event::Output(Chunk { stream: Stream::Stdout, bytes })).await;
        return Ended::Exited(*code);
    }
    let engine = match &context.engine {
        Ok(engine) => engine,
        Err(reason) => {
            return Ended::Refused(phrase("runtime-line-no-engine").with("reason", reason.clone()), 1);
        }
    };
    if let Invocation::Build(build) = invocation.as_ref()
        && let Err(reason) = build::allow(build, context.folder, engine)
    {
        return Ended::Refused(reason, 1);
    }
    let before = match context.gate.pass(engine, invocation).await {
        Ok(before) => before,
        Err(reason) => return Ended::Refused(reason, 1),
    };
    // A helper shares a container's network and holds an image.
    if let Some(prober) = context.prober.filter(|_| !invocation.destroys().is_empty()) {
        prober.settle().await;
    }
    match docker::execute(engine, invocation, &context.docker(), io).await {
        docker::Ended::Exited(code) => match context.gate.made(engine, invocation, &before).await {
            Ok(()) => Ended::Exited(code),
            Err(phrase) => Ended::Short(code, phrase),
        },
        docker::Ended::Left(code) => Ended::Left(code),
        docker::Ended::Lost(code) => Ended::Lost(code),
    }
}
