//! Verbs that do the same to several containers: all at once, told in the order they were named.

use futures_util::StreamExt;

use super::failure::Failure;
use super::output::Output;

/// How many containers are dealt with at the same time.
const AT_ONCE: usize = 50;

/// Does `work` to each of `names` and prints the names for which it went well. What went wrong comes
/// last, a line each, and makes the exit code 1.
pub async fn each<'a, F>(
    output: &Output,
    names: &'a [String],
    work: impl Fn(&'a str) -> F,
) -> Result<i64, Failure>
where
    F: Future<Output = Result<(), Failure>>,
{
    // Made before they are polled: a stream that calls `work` itself is not `Send` for every lifetime.
    let work: Vec<F> = names.iter().map(|name| work(name)).collect();
    let mut results = futures_util::stream::iter(work).buffered(AT_ONCE);
    let mut failures = Vec::new();
    for name in names {
        let Some(result) = results.next().await else { break };
        match result {
            Ok(()) => output.stdout(format!("{name}\n")).await?,
            Err(failure) if failure.is_harmless() => {
                failure.end(output).await;
            }
            Err(failure) => failures.push(failure),
        }
    }
    all_told(output, failures).await
}

/// Tells all failures but the last, which stands for all, so that a lost engine is told as one; well without any.
pub async fn all_told(output: &Output, failures: Vec<Failure>) -> Result<i64, Failure> {
    let mut last = Ok(0);
    for failure in failures {
        if let Err(said) = std::mem::replace(&mut last, Err(failure)) {
            said.end(output).await;
        }
    }
    last
}

/// `name`, or what docker says about an empty one.
pub fn named(name: &str) -> Result<&str, Failure> {
    let trimmed = name.trim();
    if trimmed.is_empty() {
        return Err(Failure::message("invalid container name or ID: value is empty", 1));
    }
    Ok(trimmed)
}
