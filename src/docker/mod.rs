//! The docker verbs: one file each, on `engine`, with the docker CLI's own layout, messages and exit codes.
//!
//! [`execute`] runs one parsed `docker …` line. The reference is the docker CLI 28.2 on the same engine;
//! where we depart from it on purpose, `docs/docker-parity.md` says so.

mod attach;
mod build;
mod create;
mod each;
mod exec;
mod failure;
mod filters;
mod images;
mod inspect;
mod inspected;
mod io;
mod lifecycle;
mod listing;
mod logs;
mod natural;
mod network_connect;
mod network_create;
mod network_disconnect;
mod network_ls;
mod network_prune;
mod network_rm;
mod output;
mod port;
mod ports;
mod ps;
mod pull;
mod reference;
mod rm;
mod rmi;
mod run;
mod since;
mod start;
mod table;
mod template;
mod text;
mod typed;
pub mod units;
mod version;

use std::collections::BTreeMap;
use std::path::PathBuf;

pub use build::{dockerfile, newer};
use failure::Failure;
use filters::filters;
pub use io::{Chunk, Event, Input, Io, Progress, Stream};
use output::Output;
pub use text::short_id;
use typed::Typed;

use crate::engine::Engine;
use crate::shell::docker::Invocation;

/// What a line runs in, beside the engine.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// Put on whatever is created; a label that the line itself gives wins.
    pub labels: BTreeMap<String, String>,
    /// Those of them that say whose it is: `prune` removes what carries them all, and nothing where there are none.
    pub own: BTreeMap<String, String>,
    /// Where relative paths of the line (`-v ./files:/srv`) begin.
    pub directory: PathBuf,
}

/// How a line ended, with the exit code that a shell would see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// By itself, well or not.
    Exited(i64),
    /// We no longer look, because of an interrupt or because nobody watched; what it began may go on.
    Left(i64),
    /// The engine went away meanwhile, which has been said on standard error.
    Lost(i64),
}

impl Ended {
    /// The exit code.
    pub fn code(self) -> i64 {
        match self {
            Self::Exited(code) | Self::Left(code) | Self::Lost(code) => code,
        }
    }
}

/// Runs a docker line to its end.
///
/// Output, errors included, is sent on `io.out` as the docker CLI would print it. Dropping the future
/// ends our part at once and leaves nothing of ours behind; a container goes on as it would without us.
pub async fn execute(engine: &Engine, invocation: &Invocation, context: &Context, io: Io) -> Ended {
    let Io { out, input, terminal } = io;
    let output = Output::new(out, terminal.is_some() && invocation.wants_terminal());
    let mut session = Session { engine, context, output: &output, input: Typed::new(input), terminal };
    match run_verb(&mut session, invocation).await {
        Ok(code) => Ended::Exited(code),
        Err(failure) => failure.end(&output).await,
    }
}

/// What a verb holds.
struct Session<'a> {
    engine: &'a Engine,
    context: &'a Context,
    output: &'a Output,
    input: Typed,
    terminal: Option<crate::text::Size>,
}

impl Session<'_> {
    /// Does `work` to its end, or to an interrupt: what has no terminal of its own ends with one.
    async fn until_interrupted<T>(
        &mut self,
        work: impl Future<Output = Result<T, Failure>>,
    ) -> Result<T, Failure> {
        tokio::select! {
            result = work => result,
            () = self.input.interrupted() => Err(Failure::Left),
        }
    }
}

/// Runs the verb of `invocation`: those that talk to a container with the whole session, the others, which
/// only ask and print, until an interrupt.
async fn run_verb(session: &mut Session<'_>, invocation: &Invocation) -> Result<i64, Failure> {
    let Session { engine, context, output, .. } = *session;
    match invocation {
        Invocation::Run(run) => run::run(session, run).await,
        Invocation::Exec(exec) => exec::exec(session, exec).await,
        Invocation::Start(start) if start.attach || start.interactive => {
            start::attached(session, start).await
        }
        Invocation::Start(start) => session.until_interrupted(start::start(engine, output, start)).await,
        Invocation::Create(run) => session.until_interrupted(run::create(engine, context, output, run)).await,
        Invocation::Ps(ps) => session.until_interrupted(ps::ps(engine, output, ps)).await,
        Invocation::Images(images) => session.until_interrupted(images::images(engine, output, images)).await,
        Invocation::Inspect(inspect) => {
            session.until_interrupted(inspect::inspect(engine, output, inspect)).await
        }
        Invocation::Logs(logs) => session.until_interrupted(logs::logs(engine, output, logs)).await,
        Invocation::Stop(stop) => session.until_interrupted(lifecycle::stop(engine, output, stop)).await,
        Invocation::Restart(restart) => {
            session.until_interrupted(lifecycle::restart(engine, output, restart)).await
        }
        Invocation::Kill(kill) => session.until_interrupted(lifecycle::kill(engine, output, kill)).await,
        Invocation::Pause(names) => session.until_interrupted(lifecycle::pause(engine, output, names)).await,
        Invocation::Unpause(names) => {
            session.until_interrupted(lifecycle::unpause(engine, output, names)).await
        }
        Invocation::Wait(names) => session.until_interrupted(lifecycle::wait(engine, output, names)).await,
        Invocation::Rm(rm) => session.until_interrupted(rm::rm(engine, output, rm)).await,
        Invocation::Pull(pull) => session.until_interrupted(pull::pull(engine, output, pull)).await,
        Invocation::Build(build) => {
            session.until_interrupted(build::build(engine, context, output, build)).await
        }
        Invocation::Rmi(rmi) => session.until_interrupted(rmi::rmi(engine, output, rmi)).await,
        Invocation::Port { container, private } => {
            session.until_interrupted(port::port(engine, output, container, private.as_deref())).await
        }
        Invocation::NetworkCreate(create) => {
            session.until_interrupted(network_create::create(engine, context, output, create)).await
        }
        Invocation::NetworkConnect(connect) => {
            session.until_interrupted(network_connect::connect(engine, connect)).await
        }
        Invocation::NetworkDisconnect(disconnect) => {
            session.until_interrupted(network_disconnect::disconnect(engine, disconnect)).await
        }
        Invocation::NetworkRm(rm) => session.until_interrupted(network_rm::rm(engine, output, rm)).await,
        Invocation::NetworkPrune(prune) => network_prune::prune(session, prune).await,
        Invocation::NetworkLs(ls) => session.until_interrupted(network_ls::ls(engine, output, ls)).await,
        Invocation::Version(version) => {
            session.until_interrupted(version::version(engine, output, version)).await
        }
        Invocation::Help { text, code } => {
            output.stdout(text.clone()).await?;
            Ok(*code)
        }
    }
}
