//! `docker run`, `docker create`.

use super::attach::{Streams, Target};
use super::create::plan;
use super::failure::Failure;
use super::output::Output;
use super::reference::familiar;
use super::{Context, Session, pull};
use crate::engine::models::NetworkConnectRequest;
use crate::engine::{Created, Engine, EngineError, Streams as Which, Until};
use crate::shell::docker::{Reference, Run};
use crate::text::Size;

/// Exit code where the engine or the line is at fault, not what runs in the container.
const OUR_FAULT: i64 = 125;

/// Runs `docker create`.
pub async fn create(engine: &Engine, context: &Context, output: &Output, run: &Run) -> Result<i64, Failure> {
    let made = make(engine, context, output, run, false, None).await.map_err(|failure| match failure {
        Failure::Message { .. } => failure.with_help("create", OUR_FAULT),
        other => other,
    })?;
    output.stdout(format!("{}\n", made.id)).await?;
    Ok(0)
}

/// Runs `docker run`.
pub async fn run(session: &mut Session<'_>, run: &Run) -> Result<i64, Failure> {
    let attached = !run.detach;
    if attached && run.interactive && run.tty && session.terminal.is_none() {
        return Err(Failure::message("the input device is not a TTY", 1));
    }
    let Session { engine, context, output, terminal, .. } = *session;
    let made = session.until_interrupted(make(engine, context, output, run, attached, terminal)).await;
    let made = made.map_err(|failure| failure.with_help("run", OUR_FAULT))?;
    if attached { follow(session, run, &made.id).await } else { detach(session, run, &made.id).await }
}

/// Starts a container and leaves it to itself.
async fn detach(session: &Session<'_>, run: &Run, id: &str) -> Result<i64, Failure> {
    session.output.stdout(format!("{id}\n")).await?;
    let waiting = if run.rm { Some(session.engine.wait(id, Until::Removed).await) } else { None };
    if let Err(error) = session.engine.start_container(id).await {
        if let Some(Ok(wait)) = waiting {
            let _ = wait.exit().await;
        }
        return Err(not_started(error));
    }
    Ok(0)
}

/// Starts a container with its streams on ours, and ends as it does.
async fn follow(session: &mut Session<'_>, run: &Run, id: &str) -> Result<i64, Failure> {
    let failed = |error: EngineError| Failure::from(error).with_help("run", OUR_FAULT);
    let engine = session.engine;
    let which = Which { stdin: run.interactive, tty: run.tty };
    // Before the start, or the first words of the container would be lost, and its end missed.
    let streams = engine.attach(id, which).await.map_err(not_started)?;
    let until = if run.rm { Until::Removed } else { Until::NextExit };
    let wait = engine.wait(id, until).await.map_err(failed)?;
    if let Err(error) = engine.start_container(id).await {
        drop(streams);
        if run.rm {
            let _ = wait.exit().await;
        }
        return Err(not_started(error));
    }
    let target = Target::Container(id.to_owned());
    let carried = Streams { target, tty: run.tty, stdin: run.interactive }.carry(session, streams).await;
    carried.map_err(|failure| match failure {
        Failure::Engine { error, .. } => waiting_failed(error),
        other => other,
    })?;
    let exit = tokio::select! {
        exit = wait.exit() => exit.map_err(waiting_failed)?,
        () = session.input.interrupted() => return Err(Failure::Left),
    };
    match exit.error {
        None => Ok(exit.code),
        Some(reason) => Err(Failure::message(format!("Error waiting for container: {reason}"), OUR_FAULT)),
    }
}

/// An engine that went away while we waited.
fn waiting_failed(error: EngineError) -> Failure {
    Failure::Engine { error, prefix: "error waiting for container: ", suffix: String::new(), code: OUR_FAULT }
}

/// A start that failed: its exit code tells a program that is missing (127) or no program (126) from
/// the rest.
fn not_started(error: EngineError) -> Failure {
    let said = error.to_string();
    let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
    let code = if says(&[
        "executable file not found",
        "no such file or directory",
        "system cannot find the file specified",
    ]) {
        127
    } else if says(&["permission denied", "is a directory"]) && !error.is_lost() {
        126
    } else {
        OUR_FAULT
    };
    Failure::from(error).with_help("run", code)
}

/// Makes the container, pulling its image first where it is missing or where `--pull` says so.
async fn make(
    engine: &Engine,
    context: &Context,
    output: &Output,
    run: &Run,
    attached: bool,
    terminal: Option<Size>,
) -> Result<Created, Failure> {
    let refused = |text: String| Failure::message(text, OUR_FAULT);
    let policy = run.pull.as_deref().filter(|policy| !policy.is_empty()).unwrap_or("missing");
    let plan = plan(run, attached, context, terminal).map_err(refused)?;
    // An image may also be named by its id, which is no reference.
    let is_id = run.image.len() == 64 && run.image.bytes().all(|byte| byte.is_ascii_hexdigit());
    let image = if is_id {
        None
    } else {
        Some(Reference::parse(&run.image).map_err(|why| refused(why.to_string()))?)
    };
    if let (Some(image), "always") = (&image, policy) {
        pull::fetch(engine, output, image, None, false).await?;
    }
    let (body, later) = plan.for_engine(takes_many_networks(engine));
    let name = run.name.as_deref();
    let made = match engine.create_container(name, body.clone()).await {
        Err(error) if error.status() == Some(404) && says_no_image(&error) && policy == "missing" => {
            let Some(image) = &image else { return Err(error.into()) };
            output.stderr(format!("Unable to find image '{}' locally\n", familiar(image))).await?;
            pull::fetch(engine, output, image, None, false).await?;
            engine.create_container(name, body).await?
        }
        made => made?,
    };
    for (network, settings) in later {
        let request = NetworkConnectRequest { container: made.id.clone(), endpoint_config: Some(settings) };
        engine.connect_network(&network, request).await?;
    }
    for warning in &made.warnings {
        output.stderr(format!("WARNING: {warning}\n")).await?;
    }
    Ok(made)
}

/// Whether the engine takes several networks in one create: API 1.44 and later.
fn takes_many_networks(engine: &Engine) -> bool {
    let version = engine.info().api.split_once('.');
    let version = version.and_then(|(major, minor)| Some((major.parse().ok()?, minor.parse().ok()?)));
    version.is_some_and(|version: (u32, u32)| version >= (1, 44))
}

/// Whether a 404 speaks of the image, rather than of a network or a container that the line names.
fn says_no_image(error: &EngineError) -> bool {
    error.to_string().to_lowercase().contains("no such image")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(message: &str) -> i64 {
        let failure = not_started(EngineError::Response { status: 400, message: message.to_owned() });
        match failure {
            Failure::Engine { code, .. } | Failure::Message { code, .. } => code,
            _ => -1,
        }
    }

    #[test]
    fn the_exit_code_says_why_nothing_started() {
        assert_eq!(code("exec: \"nosuch\": executable file not found in $PATH: unknown"), 127);
        assert_eq!(code("exec: \"/tmp\": permission denied: unknown"), 126);
        assert_eq!(code("exec: \"/tmp\": is a directory: unknown"), 126);
        assert_eq!(code("driver failed programming external connectivity: port is already allocated"), 125);
    }
}
