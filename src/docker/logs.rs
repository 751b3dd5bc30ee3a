//! `docker logs`.

use std::time::{SystemTime, UNIX_EPOCH};

use super::Stream;
use super::each::named;
use super::failure::Failure;
use super::inspected::Inspected;
use super::output::Output;
use super::since::moment;
use crate::engine::{Engine, LogsQuery};
use crate::shell::docker::Logs;

/// Runs `docker logs`.
pub async fn logs(engine: &Engine, output: &Output, logs: &Logs) -> Result<i64, Failure> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let time = |name: &str, given: &Option<String>| match given.as_deref().filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => moment(text, now)
            .map(Some)
            .map_err(|why| Failure::message(format!("invalid value for \"{name}\": {why}"), 1)),
    };
    let container = Inspected::of(engine, named(&logs.container)?).await?;
    let query = LogsQuery {
        follow: logs.follow,
        timestamps: logs.timestamps,
        tail: logs.tail.clone(),
        since: time("since", &logs.since)?,
        until: time("until", &logs.until)?,
    };
    let mut printed = engine.logs(container.id(), container.tty(), &query).await?;
    loop {
        let piece = tokio::select! {
            piece = printed.next() => piece?,
            () = output.closed() => return Err(Failure::Unwatched),
        };
        let Some(piece) = piece else { return Ok(0) };
        output.print(if piece.stderr { Stream::Stderr } else { Stream::Stdout }, piece.bytes).await?;
    }
}
