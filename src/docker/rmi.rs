//! `docker rmi`.

use super::each::all_told;
use super::failure::Failure;
use super::output::Output;
use crate::engine::{Engine, Removed};
use crate::shell::docker::Rmi;

/// Runs `docker rmi`: one image after the other, what went wrong at the end.
pub async fn rmi(engine: &Engine, output: &Output, rmi: &Rmi) -> Result<i64, Failure> {
    let mut failures = Vec::new();
    for name in &rmi.names {
        match engine.remove_image(name, rmi.force, rmi.no_prune).await {
            Ok(done) => {
                for step in done {
                    let line = match step {
                        Removed::Untagged(name) => format!("Untagged: {name}\n"),
                        Removed::Deleted(id) => format!("Deleted: {id}\n"),
                    };
                    output.stdout(line).await?;
                }
            }
            Err(error) => failures.push(error),
        }
    }
    // With force, what is to go is gone: said, and no failure.
    let harmless = rmi.force && failures.iter().all(crate::engine::EngineError::is_missing);
    let told = |error| Failure::from(error).with_code(i64::from(!harmless));
    all_told(output, failures.into_iter().map(told).collect()).await
}
