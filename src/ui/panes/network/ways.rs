//! Who of the lesson's containers reaches whom, and by which names.

use std::collections::BTreeSet;
use std::net::IpAddr;

use ratatui::style::Style;

use super::attempt::{Attempt, Attempts};
use super::change::Change;
use super::grid::grid;
use super::scene::Scene;
use crate::app::sight::{Block, Depth, Fold};
use crate::i18n::{Phrase, phrase};
use crate::network::{Computed, Container, Snapshot, by_address, cell};
use crate::text::{Span, pad, sanitize, width};
use crate::ui::row::{Row, Run, apart, cut, hanging};

/// So many pairs are drawn as a rule: those of four containers.
const FEW: usize = 12;

/// So many are drawn where all are asked for: those of twenty.
const MOST: usize = 380;

/// The least columns for what stands beside a pair; with less it stands below.
const BESIDE: usize = 24;

/// Columns before what stands below a pair.
const BELOW: usize = 6;

/// The way from one container to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// By these names, at these addresses.
    Named { names: Vec<String>, addresses: Vec<String> },
    /// By address alone.
    Nameless { addresses: Vec<String> },
    /// Not at all: the first broken layer, in words.
    Broken(Phrase),
    /// The engine does not tell.
    Unknown(Phrase),
}

/// Where it would answer what the learner is asked: when it is shown. Nothing where there are no two containers.
pub(super) fn guarded(scene: &Scene<'_>) -> Vec<Row> {
    if pairs(scene).is_empty() {
        return Vec::new();
    }
    let (look, theme) = (scene.look, &scene.look.theme);
    let mut out = vec![Row::from(vec![Span::new(look.word("ui-network-ways"), theme.accent)])];
    out.extend(hanging(&[blanks(2)], &[Span::new(look.word("ui-network-guarded"), theme.dim)], scene.cols));
    out
}

/// The lesson's containers, each with each, as far as the filter finds them.
fn pairs<'a>(scene: &Scene<'a>) -> Vec<(&'a str, &'a str)> {
    let names = own_names(scene);
    let all =
        names.iter().flat_map(|from| names.iter().filter(move |to| *to != from).map(move |to| (*from, *to)));
    all.filter(|(from, to)| scene.sight.finds(&[from, to])).collect()
}

/// The grid, then one row or more for each pair, below a title; nothing where there are no two containers.
pub(super) fn rows(scene: &Scene<'_>, attempts: &Attempts<'_>) -> Vec<Row> {
    let names = own_names(scene);
    let pairs = pairs(scene);
    if pairs.is_empty() {
        return Vec::new();
    }
    let drawn = match scene.sight.depth(&Block::Ways) {
        Depth::Closed => 0,
        Depth::Usual => FEW,
        Depth::Whole => MOST,
    };
    let fold = Fold { block: Block::Ways, more: pairs.len() > FEW };
    let cols = names.iter().map(|name| width(&sanitize(name))).max().unwrap_or(0);
    let cols = cols.min(scene.name_cols);
    let mut confirmed = false;
    let mut out = Vec::new();
    let mut above = None;
    for (from, to) in pairs.iter().take(drawn) {
        let (before, now) = (way(scene.before, from, to), way(scene.now, from, to));
        let change = Change::between(before.as_ref(), now.as_ref());
        // Both are of the lesson, but perhaps they never were there together.
        let Some(way) = now.or(before) else { continue };
        let said = match (scene.now.container(from), scene.now.container(to)) {
            (Some(from), Some(to)) => attempts.say(scene, from, to),
            _ => None,
        };
        confirmed |= said == Some(Attempt::Confirmed);
        let head = head(scene, change, mark(scene, &way, change, said), [from, to], cols);
        out.extend(beside(scene.cols, &head, &in_words(scene, &way, change, above.as_ref())));
        if let Some(Attempt::Saw { answer }) = said {
            let key = if answer { "ui-network-tried-answer" } else { "ui-network-tried-silence" };
            let text = scene.look.say(&phrase(key).with("to", *to));
            let line = [Span::new(text, scene.look.theme.warning_text())];
            out.extend(hanging(&[blanks(BELOW)], &line, scene.cols));
        }
        above = Some(way);
    }
    let grid = if drawn == 0 { Vec::new() } else { grid(scene, &asked_for(&pairs)) };
    out.splice(0..0, [title(scene, fold.clone(), confirmed)].into_iter().chain(grid));
    if let Some(more) = pairs.len().checked_sub(drawn).filter(|more| *more > 0) {
        let text = scene.look.say(&phrase("ui-network-more-ways").with("count", more));
        let row = cut(vec![Span::new(format!("    {text}"), scene.look.theme.dim)], scene.cols);
        out.push(Row { fold: Some(fold), ..Row::from(row) });
    }
    out
}

fn title(scene: &Scene<'_>, fold: Fold, confirmed: bool) -> Row {
    let (look, theme) = (scene.look, &scene.look.theme);
    let title = Span::new(look.word("ui-network-ways"), theme.accent);
    let row = scene.heading(fold, Change::Same, vec![title]);
    let mut legend = Vec::new();
    if confirmed {
        legend.push(Span::new("✓ ", theme.good));
        legend.push(Span::new(look.word("ui-network-confirmed"), theme.dim));
    }
    Row { fold: row.fold, ..apart(row.runs, legend, scene.cols) }
}

/// Names of the lesson's containers, those that are gone among them.
fn own_names<'a>(scene: &Scene<'a>) -> BTreeSet<&'a str> {
    let all = scene.before.containers.values().chain(scene.now.containers.values());
    all.filter(|container| scene.cast.has(container)).map(|container| container.name.as_str()).collect()
}

/// The containers of these pairs.
fn asked_for<'a>(pairs: &[(&'a str, &'a str)]) -> Vec<&'a str> {
    let names: BTreeSet<&str> = pairs.iter().flat_map(|(from, to)| [*from, *to]).collect();
    names.into_iter().collect()
}

/// The way from one container to another; none where one of them is not there.
pub(super) fn way(snapshot: &Snapshot, from: &str, to: &str) -> Option<Way> {
    let (from, to) = (snapshot.container(from)?, snapshot.container(to)?);
    let cell = cell(snapshot, from, to);
    Some(match cell.computed {
        Computed::Yes(_) => {
            let mut names: Vec<String> = Vec::new();
            let mut networks: Vec<&str> = Vec::new();
            for way in &cell.ways {
                if !names.contains(&way.name) {
                    names.push(way.name.clone());
                }
                if !networks.contains(&way.network.as_str()) {
                    networks.push(&way.network);
                }
            }
            Way::Named { names, addresses: addresses_on(to, &networks) }
        }
        Computed::No(broken) => {
            let addresses: Vec<String> =
                by_address(snapshot, from, to).iter().map(IpAddr::to_string).collect();
            if addresses.is_empty() { Way::Broken(broken.why) } else { Way::Nameless { addresses } }
        }
        Computed::Unknown(why) => Way::Unknown(why),
    })
}

/// The container's addresses on these networks; with the networks' names where there are several.
fn addresses_on(container: &Container, networks: &[&str]) -> Vec<String> {
    let on = |network: &&str| {
        let endpoint = container.endpoints.iter().find(|endpoint| endpoint.network == **network)?;
        let address = endpoint.ipv4.or(endpoint.ipv6)?;
        Some(if networks.len() > 1 { format!("{address} ({network})") } else { address.to_string() })
    };
    networks.iter().filter_map(on).collect()
}

/// The sign of a way: what is known of it, and from where.
fn mark(scene: &Scene<'_>, way: &Way, change: Change, said: Option<Attempt>) -> Run {
    let theme = &scene.look.theme;
    match (said, way) {
        _ if change == Change::Gone => Span::new("  ", Style::new()),
        (Some(Attempt::Confirmed), _) => Span::new("✓ ", theme.good),
        (Some(Attempt::Saw { .. }), _) => Span::new("! ", theme.warning),
        (None, Way::Unknown(_)) => Span::new("? ", theme.warning),
        (None, Way::Broken(_)) => Span::new("✗ ", theme.bad),
        (None, _) => Span::new("  ", Style::new()),
    }
}

fn head(scene: &Scene<'_>, change: Change, mark: Run, pair: [&str; 2], cols: usize) -> Vec<Run> {
    let theme = &scene.look.theme;
    let [from, to] = pair.map(|name| Span::new(pad(&sanitize(name), cols), theme.strong));
    vec![change.sign(scene.look), mark, from, Span::new(" → ", theme.accent), to, blanks(2)]
}

/// What is said of a way: at the end of its row, or of the row of its head, and before that.
struct Words {
    text: Vec<Run>,
    /// Goes behind the head, where the text does not fit beside it.
    tail: Vec<Run>,
}

/// In words what there is of a way; `above` is the one drawn before it, whose reason is not said twice.
fn in_words(scene: &Scene<'_>, way: &Way, change: Change, above: Option<&Way>) -> Words {
    let (look, theme) = (scene.look, &scene.look.theme);
    let mut tail = Vec::new();
    let text = match way {
        _ if change == Change::Gone => vec![Span::new(look.word("ui-change-gone"), theme.bad)],
        Way::Named { names, addresses } => {
            tail.push(Span::new(sanitize(&addresses.join(", ")), Style::new()));
            vec![Span::new(sanitize(&names.join(", ")), theme.code)]
        }
        Way::Nameless { addresses } => {
            let text = phrase("ui-network-nameless").with("addresses", addresses.join(", "));
            vec![Span::new(look.say(&text), theme.warning_text())]
        }
        Way::Broken(why) => {
            let same = above == Some(way);
            let why = if same { look.word("ui-network-same-reason") } else { look.say(why) };
            vec![
                Span::new(look.word("ui-network-broken"), theme.bad),
                Span::new(format!("  {why}"), Style::new()),
            ]
        }
        Way::Unknown(why) => vec![Span::new(look.say(why), Style::new())],
    };
    Words { text, tail }
}

/// Words beside a head, or below it where that takes fewer rows.
fn beside(cols: usize, head: &[Run], words: &Words) -> Vec<Row> {
    let (text, tail) = (&words.text[..], &words.tail[..]);
    let mut line = text.to_vec();
    if !tail.is_empty() {
        line.push(blanks(2));
        line.extend(tail.iter().cloned());
    }
    let indent: usize = head.iter().map(|run| width(&run.text)).sum();
    let mut below = vec![Row::from(cut([head, tail].concat(), cols))];
    below.extend(hanging(&[blanks(BELOW)], text, cols));
    if indent + BESIDE > cols {
        return below;
    }
    let beside = hanging(head, &line, cols);
    if beside.len() > below.len() { below } else { beside }
}

/// Nothing, in so many columns.
pub(super) fn blanks(cols: usize) -> Run {
    Span::new(" ".repeat(cols), Style::new())
}
