//! What exists on the engine, what of it has changed since the step began, and who reaches whom.
//!
//! What belongs to the lesson comes first and in full; what else there is takes as few rows as it can.

mod attempt;
mod change;
mod container;
mod place;
mod scene;
mod ways;

use crate::app::offer::current_step;
use crate::app::{LessonModel, Model};
use crate::network::{Connection, Network};
use crate::text::Span;
use crate::ui::Look;
use crate::ui::row::{Row, rows};
use attempt::Attempts;
use change::Change;
use scene::{Members, Scene, is_engines_own};

/// The networks with the containers on them, and who reaches whom.
pub(in crate::ui) fn content(model: &Model, lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let mut out = state(&model.connection, look, cols);
    let said = out.len();
    let Some(now) = model.snapshot.as_deref() else { return out };
    let before = lesson.baseline.as_deref().unwrap_or(now);
    let scene = Scene::new(look, now, before, &lesson.cast, cols);
    let (own, others): (Vec<_>, Vec<_>) = scene
        .networks()
        .into_iter()
        .map(|network| (network, scene.members(network)))
        .partition(|(network, members)| lesson.cast.has_network(network) || members.has_own());
    let apart = scene.apart();
    let mut blocks: Vec<Vec<Row>> =
        own.iter().map(|(network, members)| place::network(&scene, network, members)).collect();
    if apart.has_own() {
        blocks.push(place::apart(&scene, &apart));
    }
    if !scene.has_own {
        let key = if now.containers.is_empty() { "ui-network-empty" } else { "ui-network-none-of-own" };
        blocks.push(rows(&[Span::new(look.word(key), look.theme.dim)], cols));
    }
    let step = current_step(model, lesson);
    let waiting = lesson.judging || model.running.as_ref().is_some_and(|running| !running.terminal);
    let ways = ways::rows(&scene, &Attempts::of(step, lesson, !waiting));
    // They belong to the drawing above: the title parts them from it.
    match blocks.last_mut() {
        Some(drawn) => drawn.extend(ways),
        None => blocks.push(ways),
    }
    blocks.push(foreign(&scene, &others, &apart));
    for block in blocks.into_iter().filter(|block| !block.is_empty()) {
        if !out.is_empty() {
            out.push(Row::default());
        }
        out.extend(block);
    }
    if !model.connection.is_ready() {
        grey(&mut out[said..], look);
    }
    out
}

/// What does not belong to the lesson: a row for each network that somebody is on, one for all others. The
/// engine's own two are nothing to see while nobody is on them.
fn foreign(scene: &Scene<'_>, networks: &[(&Network, Members<'_>)], apart: &Members<'_>) -> Vec<Row> {
    let mut out = Vec::new();
    let mut empty = Vec::new();
    for (network, members) in networks {
        if !members.is_empty() || place::change(scene, network) != Change::Same {
            out.extend(place::network(scene, network, members));
        } else if !is_engines_own(network) {
            empty.push(*network);
        }
    }
    if !apart.is_empty() && !apart.has_own() {
        out.extend(place::apart(scene, apart));
    }
    out.extend(place::empty(scene, &empty));
    out
}

/// How we stand with the engine, where it does not answer.
fn state(connection: &Connection, look: &Look, cols: usize) -> Vec<Row> {
    let (text, style) = match connection {
        Connection::Ready(_) => return Vec::new(),
        Connection::Connecting => (look.word("ui-engine-connecting"), look.theme.dim),
        Connection::Absent { reason } => (look.say(reason), look.theme.warning_text()),
        Connection::Lost { reason, .. } => {
            (format!("{}\n{}", look.say(reason), look.word("ui-network-stale")), look.theme.warning_text())
        }
    };
    rows(&[Span::new(text, style)], cols)
}

/// Takes the colours from what may no longer be so.
fn grey(out: &mut [Row], look: &Look) {
    for run in out.iter_mut().flat_map(|row| &mut row.runs) {
        run.style = look.theme.dim;
    }
}
