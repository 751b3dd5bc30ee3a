//! `docker network prune`.

use super::failure::Failure;
use super::filters;
use super::{Input, Session};
use crate::shell::docker::NetworkPrune;

/// Docker's question; what is removed here are our own networks alone.
const QUESTION: &str = "WARNING! This will remove all custom networks not used by at least one container.\n\
                        Are you sure you want to continue? [y/N] ";

/// The longest answer that is read.
const LONGEST: usize = 1024;

/// Runs `docker network prune`, for networks with the labels that say that they are ours.
pub async fn prune(session: &mut Session<'_>, prune: &NetworkPrune) -> Result<i64, Failure> {
    if !prune.force {
        session.output.stdout(QUESTION).await?;
        if !is_agreed(session).await? {
            return Ok(0);
        }
    }
    let own = &session.context.own;
    if own.is_empty() {
        return Ok(0);
    }
    let mut filters = filters(&prune.filters);
    let own = own.iter().map(|(key, value)| format!("{key}={value}"));
    filters.entry("label".to_owned()).or_default().extend(own);
    let engine = session.engine;
    let mut removed = session.until_interrupted(async { Ok(engine.prune_networks(&filters).await?) }).await?;
    if removed.is_empty() {
        return Ok(0);
    }
    removed.sort();
    session.output.stdout(format!("Deleted Networks:\n{}\n\n", removed.join("\n"))).await?;
    Ok(0)
}

/// Whether the answer is `y`.
async fn is_agreed(session: &mut Session<'_>) -> Result<bool, Failure> {
    let mut answer = Vec::new();
    loop {
        match session.input.next().await {
            Input::Bytes(bytes) => answer.extend_from_slice(&bytes),
            Input::Eof => break,
            Input::Interrupt => return Err(Failure::Left),
            Input::Resize(_) => {}
        }
        if answer.len() > LONGEST || answer.iter().any(|byte| matches!(byte, b'\n' | b'\r')) {
            break;
        }
    }
    let line = answer.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    Ok(line.trim_ascii().eq_ignore_ascii_case(b"y"))
}
