//! What exists on the engine, what of it has changed since the step began, and who reaches whom.
//!
//! What belongs to the lesson comes first and in full; what else there is takes as few rows as it can.

mod attempt;
mod change;
mod container;
mod grid;
mod place;
mod scene;
mod ways;

use crate::app::offer::current_step;
use crate::app::questions::guards_outcome;
use crate::app::sight::{Block, Scope, has_keys};
use crate::app::{LessonModel, Model, Screen};
use crate::i18n::phrase;
use crate::network::{Connection, Network};
use crate::text::{Span, sanitize, truncate};
use crate::ui::Look;
use crate::ui::row::{Row, Run, rows};
use attempt::Attempts;
use change::Change;
use scene::{Members, Scene, is_engines_own};

/// Columns of the filter's words in the title.
const WORDS_COLS: usize = 16;

/// The networks with the containers on them, and who reaches whom.
pub(in crate::ui) fn content(model: &Model, lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let mut out = state(&model.connection, look, cols);
    let said = out.len();
    let Some(now) = model.snapshot.as_deref() else { return out };
    let before = lesson.baseline.as_deref().unwrap_or(now);
    let scene = Scene::new(look, now, before, lesson, cols);
    let (own, others): (Vec<_>, Vec<_>) = scene
        .networks()
        .into_iter()
        .map(|network| (network, scene.members(network)))
        .partition(|(network, members)| lesson.cast.has_network(network) || members.has_own());
    let apart = scene.apart();
    // A network that nobody is on any more for the filter is no answer to it.
    let wanted = |members: &Members<'_>| scene.sight.words.is_empty() || !members.is_empty();
    let mut blocks: Vec<Vec<Row>> = own
        .iter()
        .filter(|(_, members)| wanted(members))
        .map(|(network, members)| place::network(&scene, network, members))
        .collect();
    if apart.has_own() {
        blocks.push(place::apart(&scene, &apart));
    }
    if !scene.has_own && scene.sight.words.is_empty() {
        let key = if now.containers.is_empty() { "ui-network-empty" } else { "ui-network-none-of-own" };
        blocks.push(rows(&[Span::new(look.word(key), look.theme.dim)], cols));
    }
    let step = current_step(model, lesson);
    let waiting = lesson.judging || model.running.as_ref().is_some_and(|running| !running.terminal);
    let ways = if guards_outcome(model, lesson) {
        ways::guarded(&scene)
    } else {
        ways::rows(&scene, &Attempts::of(step, lesson, !waiting))
    };
    // They belong to the drawing above: the title parts them from it.
    match blocks.last_mut() {
        Some(drawn) => drawn.extend(ways),
        None => blocks.push(ways),
    }
    blocks.push(foreign(&scene, &others, &apart));
    blocks.push(left_out(&scene, own.iter().chain(&others).map(|(_, members)| members).chain([&apart])));
    for block in blocks.into_iter().filter(|block| !block.is_empty()) {
        if !out.is_empty() {
            out.push(Row::default());
        }
        out.extend(block);
    }
    if !model.connection.is_ready() {
        grey(&mut out[said..], look);
    }
    if has_keys(model) {
        mark(&mut out, lesson.sight.at.as_ref(), look);
    }
    out
}

/// What does not belong to the lesson: a row for each network that somebody is on, one for all others. The
/// engine's own two are nothing to see while nobody is on them.
fn foreign(scene: &Scene<'_>, networks: &[(&Network, Members<'_>)], apart: &Members<'_>) -> Vec<Row> {
    let mut out = Vec::new();
    let mut empty = Vec::new();
    let narrowed = scene.sight.scope == Scope::Lesson || !scene.sight.words.is_empty();
    let all = scene.sight.scope == Scope::Everything;
    for (network, members) in networks {
        if !members.is_empty() || (!narrowed && (all || place::change(scene, network) != Change::Same)) {
            out.extend(place::network(scene, network, members));
        } else if !is_engines_own(network) {
            empty.push(*network);
        }
    }
    if !apart.is_empty() && !apart.has_own() {
        out.extend(place::apart(scene, apart));
    }
    if !narrowed {
        out.extend(place::empty(scene, &empty));
    }
    out
}

/// What a filter leaves out, and how to see it again.
fn left_out<'a>(scene: &Scene<'_>, all: impl Iterator<Item = &'a Members<'a>>) -> Vec<Row> {
    let (left_out, shown) = all.fold((0, 0), |(out, shown), members| {
        (out + members.left_out, shown + members.shown.len() + members.folded.len())
    });
    let words = scene.sight.words.join(" ");
    let said = match (words.is_empty(), left_out, shown) {
        (_, 0, _) => return Vec::new(),
        (false, _, 0) => phrase("panes-nothing-found").with("words", words),
        _ => phrase("panes-left-out").with("count", left_out),
    };
    rows(&[Span::new(scene.look.say(&said), scene.look.theme.dim)], scene.cols)
}

/// What the pane is narrowed or widened to, for its title.
pub(in crate::ui) fn narrowed(model: &Model, look: &Look) -> Option<Run> {
    let Screen::Lesson(lesson) = &model.screen else { return None };
    let said = match lesson.sight.scope {
        _ if !lesson.sight.words.is_empty() => {
            let words = truncate(&sanitize(&lesson.sight.words.join(" ")), WORDS_COLS).into_owned();
            phrase("panes-title-words").with("words", words)
        }
        Scope::Usual => return None,
        Scope::Lesson => phrase("panes-title-lesson"),
        Scope::Everything => phrase("panes-title-everything"),
    };
    Some(Span::new(look.say(&said), look.theme.warning))
}

/// Marks the heading that keys are on, the first one where that is not shown.
fn mark(out: &mut [Row], at: Option<&Block>, look: &Look) {
    let is_at = |row: &Row| row.fold.as_ref().is_some_and(|fold| Some(&fold.block) == at);
    let index = out.iter().position(is_at).or_else(|| out.iter().position(|row| row.fold.is_some()));
    let Some(row) = index.and_then(|index| out.get_mut(index)) else { return };
    for run in &mut row.runs {
        run.style = look.theme.selected;
    }
    row.fill = Some(look.theme.selected);
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
