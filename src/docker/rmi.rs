//! `docker rmi`.

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
    let mut last = Ok(0);
    for error in failures {
        let failure = Failure::from(error).with_code(i64::from(!harmless));
        // The last one stands for all, so that a lost engine is told as one.
        if let Err(said) = std::mem::replace(&mut last, Err(failure)) {
            said.end(output).await;
        }
    }
    last
}
