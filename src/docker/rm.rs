//! `docker rm`.

use super::each::each;
use super::failure::Failure;
use super::output::Output;
use crate::engine::Engine;
use crate::shell::docker::Rm;

/// Runs `docker rm`.
pub async fn rm(engine: &Engine, output: &Output, rm: &Rm) -> Result<i64, Failure> {
    each(output, &rm.names, |name| async move {
        let bare = name.trim_matches('/');
        if bare.is_empty() {
            return Err(Failure::message("container name cannot be empty", 1));
        }
        match engine.remove_container(bare, rm.force, rm.volumes, rm.link).await {
            // With force, what is to go is gone: said, and no failure.
            Err(error) if rm.force && error.status() == Some(404) => Err(Failure::from(error).with_code(0)),
            removed => Ok(removed?),
        }
    })
    .await
}
