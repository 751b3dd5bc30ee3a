//! What a learner takes along: the report, a picture of the screen, a recording of the session.

use super::say;
use crate::app::{Effect, Model, Tone};
use crate::i18n::{Phrase, phrase};

/// `/report [FILE]`.
pub(super) fn report(model: &Model, out: &mut Vec<Effect>, file: &str) {
    let (progress, lang) = (Box::new(model.progress.clone()), model.lang.clone());
    out.push(Effect::Report { file: named(file), progress, lang });
}

/// `/shot [FILE]`.
pub(super) fn shot(out: &mut Vec<Effect>, file: &str) {
    out.push(Effect::Shot(named(file)));
}

/// `/record [FILE]`: begins, or ends what is being recorded.
pub(super) fn record(model: &mut Model, out: &mut Vec<Effect>, file: &str) {
    if model.recording.is_some() {
        out.push(Effect::StopRecording);
    } else {
        out.push(Effect::Record(named(file)));
    }
}

/// A recording has begun, ended, or cannot go on.
pub(super) fn recording(model: &mut Model, result: Result<Option<String>, Phrase>) {
    match result {
        Ok(Some(path)) => {
            say(model, Tone::Info, phrase("app-recording").with("path", path.as_str()));
            model.recording = Some(path);
        }
        Ok(None) => {
            if let Some(path) = model.recording.take() {
                say(model, Tone::Good, phrase("app-recorded").with("path", path));
            }
        }
        Err(reason) => {
            model.recording = None;
            say(model, Tone::Bad, reason);
        }
    }
}

fn named(file: &str) -> Option<String> {
    (!file.is_empty()).then(|| file.to_owned())
}
