//! A whole line, from a front that has lines instead of keys.

use crossterm::event::{KeyCode, KeyEvent};

use super::{enter, paste, predict};
use crate::app::{Effect, Model};
use crate::text;

/// So much of a line goes to a container's terminal.
const BYTES: usize = 64 * 1024;

/// A line was read: for the container that has the terminal, as an answer, or for the prompt. What was said before it is
/// over.
pub(super) fn line(model: &mut Model, out: &mut Vec<Effect>, line: &str) {
    model.notice = None;
    model.overlay = None;
    model.asked = None;
    let confirm = model.confirm.take();
    if model.running.as_ref().is_some_and(|running| running.attached) {
        let keys = model.output.key_modes();
        let mut bytes = text::encode_paste(paste::cut(line, BYTES), keys);
        bytes.extend(text::encode_key(KeyEvent::from(KeyCode::Enter), keys));
        out.push(Effect::Send(bytes.into()));
        return;
    }
    let line = joined(&model.prompt.take(), line);
    if let Some(begun) = line.strip_suffix('\\') {
        model.prompt.set(begun.trim_end());
        return;
    }
    let number = text::fold(line.trim()).parse().ok();
    if number.is_some_and(|number| predict::digit(model, out, number)) {
        return;
    }
    model.prompt.set(&line);
    enter::enter(model, out, confirm);
    // There is no editing what could not be run.
    model.prompt.take();
}

/// The line behind what has begun with a `\` at its end. The signs of a prompt, copied from a lesson, are no part of it.
fn joined(begun: &str, line: &str) -> String {
    if begun.is_empty() {
        return line.strip_prefix("$ ").unwrap_or(line).to_owned();
    }
    let line = line.trim_start();
    format!("{begun} {}", line.strip_prefix("> ").unwrap_or(line))
}
