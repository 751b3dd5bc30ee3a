//! What is said of a line that has ended: by the notice, and in the output where the line was not run.

use super::{running, say};
use crate::app::{Effect, Model, Outcome, Running, Tone, refusal};
use crate::i18n::phrase;
use crate::shell::{self, docker::Invocation};
use crate::text::wrap_plain;

/// Says how the line ended, where its output alone does not.
pub(super) fn tell(
    model: &mut Model,
    out: &mut Vec<Effect>,
    running: &Running,
    outcome: Outcome,
    as_expected: bool,
) {
    let (tone, said) = match outcome {
        Outcome::Exited(0) => {
            // How to stop it need not be said any more.
            if running.watch.is_some() {
                model.notice = None;
            }
            let said = running.capture.logical_lines();
            match refusal::misspelt(&said, &running.line, model.snapshot.as_deref()) {
                Some(meaning) => (Tone::Warning, meaning),
                None => return,
            }
        }
        Outcome::Exited(code) if as_expected => {
            (Tone::Good, phrase("app-exited-expected").with("code", code))
        }
        Outcome::Exited(code) => {
            let said = running.capture.logical_lines();
            match refusal::explain(&said, &running.line, model.snapshot.as_deref()) {
                Some(meaning) => (Tone::Warning, meaning),
                None => (Tone::Info, phrase("app-exited").with("code", code)),
            }
        }
        Outcome::Refused(reason, _) => {
            // Line by line the notice itself stands below the line.
            if !model.front.is_lines() {
                out.push(Effect::Explain(reason.clone()));
            }
            (Tone::Bad, reason)
        }
        Outcome::Detached if running.goes_on && is_exec(&running.line) => {
            (Tone::Info, phrase("app-detached-exec"))
        }
        Outcome::Detached if running.goes_on => (Tone::Info, phrase("app-detached-goes-on")),
        // A pull or a build, which does not go on by itself.
        Outcome::Detached if !running.progress.is_empty() => (Tone::Info, phrase("app-detached-stopped")),
        Outcome::Detached => (Tone::Info, phrase("app-detached")),
        Outcome::Lost => (Tone::Warning, phrase("app-line-lost")),
    };
    say(model, tone, said);
}

/// Whether a line runs a program in a container that is there for something else: to stop that is no way to end it.
fn is_exec(line: &str) -> bool {
    shell::parse(line).is_ok_and(|script| matches!(script.docker(), Some(Invocation::Exec(_))))
}

/// Writes below a line why it was not run, as docker writes its errors there; the notice is gone with the next key. It is
/// nothing that the line has printed: neither the check nor the journal sees it. Sentences break between words.
pub(super) fn explained(model: &mut Model, text: &str) {
    let cols = usize::from(model.output.size().cols);
    let rows = wrap_plain(&format!("netdojo: {text}"), cols).join("\n");
    running::start_row(&mut model.output);
    model.output.feed(b"\x1b[31m");
    model.output.feed_lines(rows.as_bytes());
    model.output.feed(b"\x1b[0m\r\n");
}
