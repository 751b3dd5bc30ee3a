//! How the state changes: one message in, what is to be done out.

mod bringing;
mod commands;
mod complete;
mod container;
mod editor;
mod edits;
mod ending;
mod engine;
mod enter;
mod find;
mod journal;
mod judging;
mod keep;
mod keys;
mod lesson;
mod line;
mod mouse;
mod multiline;
mod overlay;
mod paste;
mod predict;
mod reading;
mod readline;
mod running;
mod scroll;
mod select;
mod showing;
mod sight;
mod theme;

use super::{Effect, Model, Msg, Notice, Tone, teach};
use crate::i18n::Phrase;

/// Changes the state as the message asks, and says what is to be done.
///
/// Answers to requests that are no longer waited for change nothing.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = Vec::new();
    let out = &mut effects;
    if model.quitting {
        return effects;
    }
    match msg {
        Msg::Key(key) => keys::key(model, out, key),
        Msg::Line(text) => line::line(model, out, &text),
        Msg::Paste(text) => paste::paste(model, out, &text),
        Msg::Mouse(mouse) => mouse::mouse(model, out, mouse),
        Msg::Focused(gained) => container::focus(model, out, gained),
        Msg::ClickedAgain(count) => select::again(model, count),
        Msg::Copied(amount) => select::copied(model, amount),
        Msg::Resized(cols, rows) => resize(model, out, (cols, rows)),
        Msg::Connection(connection) => engine::connection(model, out, connection),
        Msg::Snapshot(snapshot) => engine::snapshot(model, out, snapshot),
        Msg::Output(generation, bytes) => running::output(model, out, generation, &bytes),
        Msg::Progressed(generation, id, action, amount) => {
            running::progressed(model, generation, id, action, amount);
        }
        Msg::Paced(generation, speed) => running::paced(model, generation, speed),
        Msg::Cleared(generation) => running::cleared(model, generation),
        Msg::Explained(text) => ending::explained(model, &text),
        Msg::Ended(generation, outcome) => running::ended(model, out, generation, outcome),
        Msg::Judged(generation, result) => judging::judged(model, out, generation, *result),
        Msg::Foreseen(generation, result) => judging::foreseen(model, generation, *result),
        Msg::Values(values) => lesson::values(model, out, values),
        Msg::Opened { generation, taken, lacking, values } => {
            lesson::opened(model, out, generation, lesson::Opening { taken, lacking, values });
        }
        Msg::Reset(generation, result) => lesson::reset_done(model, out, generation, result),
        Msg::OpenLesson(index) => lesson::open(model, out, index),
        Msg::Headway(generation, headway) => bringing::headway(model, generation, headway),
        Msg::Brought(generation, result) => bringing::brought(model, out, generation, result),
        Msg::FileOpened(generation, result) => editor::opened(model, out, generation, result),
        Msg::FileSaved(generation, result) => editor::saved(model, out, generation, result),
        Msg::Edits(generation, made) => edits::looked(model, out, generation, made),
        Msg::EditMade(generation, result) => edits::made(model, out, generation, result),
        Msg::Notice(notice) => model.notice = Some(notice),
        Msg::Recording(result) => keep::recording(model, result),
        Msg::Files(files) => model.files = files,
        Msg::Minute(clock) => {
            teach::minute(model, &clock);
            model.clock = clock;
        }
        Msg::Waited(seconds) => model.waited = seconds,
        Msg::Measured(measured) => scroll::measured(model, measured),
        Msg::Terminate => quit(model, out),
    }
    effects
}

/// A new generation, for a request that is answered.
fn next_generation(model: &mut Model) -> u64 {
    model.generation += 1;
    model.generation
}

fn say(model: &mut Model, tone: Tone, phrase: Phrase) {
    model.notice = Some(Notice { tone, phrase });
}

fn save(model: &Model, out: &mut Vec<Effect>) {
    out.push(Effect::Save(Box::new(model.progress.clone())));
}

fn quit(model: &mut Model, out: &mut Vec<Effect>) {
    model.quitting = true;
    journal::left(model, out);
    save(model, out);
    out.push(Effect::Quit);
}

fn resize(model: &mut Model, out: &mut Vec<Effect>, size: (u16, u16)) {
    model.size = size;
    select::end(model);
    editor::resized(model);
    fit_output(model, out);
}

/// Gives the emulated terminal the output pane's size, after anything that may have changed it.
fn fit_output(model: &mut Model, out: &mut Vec<Effect>) {
    // A pane on the whole screen shows what has gone by before as well.
    model.output.expect_width(model.size.0);
    let size = super::layout::output_size(model);
    if size == model.output.size() {
        return;
    }
    model.output.resize(size);
    if let Some(running) = &mut model.running {
        running.capture.resize(size);
    }
    out.push(Effect::ResizeOutput(size.cols, size.rows));
}
