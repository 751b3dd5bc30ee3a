//! The docker verbs: one file each, on `engine`, with the docker CLI's own layout, messages and exit codes.
//!
//! [`execute`] runs one parsed `docker …` line. The reference is the docker CLI 28.2 on the same engine;
//! where we depart from it on purpose, `docs/docker-parity.md` says so.

mod attach;
mod create;
mod each;
mod exec;
mod failure;
mod filters;
mod io;
mod listing;
mod network_option;
mod output;
mod ports;
mod ps;
mod publish;
mod pull;
mod reference;
mod rm;
mod run;
mod table;
mod template;
mod text;
mod typed;
mod units;

use std::collections::BTreeMap;
use std::path::PathBuf;

use failure::Failure;
use filters::filters;
pub use io::{Chunk, Event, Input, Io, Progress, Stream};
use output::Output;
use typed::Typed;

use crate::engine::Engine;
use crate::shell::docker::Invocation;

/// What a line runs in, beside the engine.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// Put on whatever is created; a label that the line itself gives wins.
    pub labels: BTreeMap<String, String>,
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
    let mut input = Typed::new(input);
    let output = Output::new(out);
    let mut session = Session { engine, context, output: &output, input: &mut input, terminal };
    let result = match invocation {
        Invocation::Run(run) => run::run(&mut session, run).await,
        Invocation::Exec(exec) => exec::exec(&mut session, exec).await,
        other => {
            let Session { input, .. } = session;
            // Whatever has no terminal of its own ends with an interrupt.
            tokio::select! {
                result = plain(engine, other, context, &output) => result,
                () = input.interrupted() => Err(Failure::Left),
            }
        }
    };
    match result {
        Ok(code) => Ended::Exited(code),
        Err(failure) => failure.end(&output).await,
    }
}

/// What a verb that talks to a container holds.
struct Session<'a> {
    engine: &'a Engine,
    context: &'a Context,
    output: &'a Output,
    input: &'a mut Typed,
    terminal: Option<crate::text::Size>,
}

/// The verbs that only ask and print.
async fn plain(
    engine: &Engine,
    invocation: &Invocation,
    context: &Context,
    output: &Output,
) -> Result<i64, Failure> {
    match invocation {
        Invocation::Create(run) => run::create(engine, context, output, run).await,
        Invocation::Ps(ps) => ps::ps(engine, output, ps).await,
        Invocation::Rm(rm) => rm::rm(engine, output, rm).await,
        Invocation::Pull(pull) => pull::pull(engine, output, pull).await,
        Invocation::Help { text, code } => {
            output.stdout(text.clone()).await?;
            Ok(*code)
        }
        _ => Err(Failure::message("docker: not yet", 1)),
    }
}
