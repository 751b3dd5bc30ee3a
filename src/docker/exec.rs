//! `docker exec`.

use super::Session;
use super::attach::{Streams, Target};
use super::failure::Failure;
use crate::engine::models::ExecConfig;
use crate::shell::docker::Exec;

/// Runs `docker exec`.
pub async fn exec(session: &mut Session<'_>, exec: &Exec) -> Result<i64, Failure> {
    let attached = !exec.detach;
    let engine = session.engine;
    if attached && exec.interactive && exec.tty && session.terminal.is_none() {
        // A container that is not there is said first.
        engine.container_json(&exec.container, false).await?;
        return Err(Failure::message("the input device is not a TTY", 1));
    }
    let terminal = session.terminal.filter(|_| exec.tty);
    let config = ExecConfig {
        attach_stdin: Some(attached && exec.interactive),
        attach_stdout: Some(attached),
        attach_stderr: Some(attached),
        cmd: Some(exec.command.clone()),
        console_size: terminal.map(|size| vec![size.rows.into(), size.cols.into()]),
        env: (!exec.env.is_empty())
            .then(|| exec.env.iter().map(|text| super::create::variable(text)).collect()),
        privileged: Some(exec.privileged),
        tty: Some(exec.tty),
        user: exec.user.clone(),
        working_dir: exec.workdir.clone(),
        ..ExecConfig::default()
    };
    let id = engine.create_exec(&exec.container, config).await?;
    if exec.detach {
        engine.start_exec_detached(&id, exec.tty).await?;
        return Ok(0);
    }
    let streams = engine.start_exec(&id, exec.tty, terminal).await?;
    let target = Target::Exec(id.clone());
    Streams { target, tty: exec.tty, stdin: exec.interactive }.carry(session, streams).await?;
    // The output has ended, so the command has; an engine that went away instead says so here.
    Ok(engine.exec_exit(&id).await?.unwrap_or(0))
}
