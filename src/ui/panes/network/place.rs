//! A network with the containers on it; what does not belong to the lesson is folded.

use ratatui::style::Style;

use super::change::Change;
use super::container;
use super::scene::{Member, Members, Scene, block, is_engines_own};
use crate::app::sight::Fold;
use crate::i18n::phrase;
use crate::network::Network;
use crate::text::{Span, sanitize};
use crate::ui::row::{Row, Run, Thing, begin, cut, hanging};

/// Columns of the signs in front of a heading: what has changed, and how far it is unfolded.
const SIGNS: usize = 4;

/// A network's row, and below it those of its containers.
pub(super) fn network(scene: &Scene<'_>, network: &Network, members: &Members<'_>) -> Vec<Row> {
    let (look, theme) = (scene.look, &scene.look.theme);
    let change = change(scene, network);
    let mut runs = vec![Span::new(sanitize(&network.name), theme.accent)];
    for subnet in &network.subnets {
        runs.push(Span::new(format!("  {}", sanitize(subnet)), Style::new()));
    }
    for key in properties(network) {
        runs.push(Span::new(format!("  {}", look.word(key)), theme.dim));
    }
    runs.extend(change.note(look));
    headed(scene, Some(network), change, runs, members)
}

/// The containers without a network of their own.
pub(super) fn apart(scene: &Scene<'_>, members: &Members<'_>) -> Vec<Row> {
    let title = Span::new(scene.look.word("ui-network-apart"), scene.look.theme.accent);
    headed(scene, None, Change::Same, vec![title], members)
}

/// Networks that do not belong to the lesson and that nobody is on, in one line.
pub(super) fn empty(scene: &Scene<'_>, networks: &[&Network]) -> Vec<Row> {
    if networks.is_empty() {
        return Vec::new();
    }
    let names: Vec<_> = networks.iter().map(|network| sanitize(&network.name)).collect();
    let text = scene.look.say(&phrase("ui-network-unused").with("networks", names.join(", ")));
    let rows =
        hanging(&[Span::new("    ", Style::new())], &[Span::new(text, scene.look.theme.dim)], scene.cols);
    begin(rows, Some(Thing::EmptyNetworks))
}

/// How a network compares with the beginning of the step.
pub(super) fn change(scene: &Scene<'_>, network: &Network) -> Change {
    let there = |networks: &std::collections::BTreeMap<String, Network>| {
        networks.contains_key(&network.id).then_some(())
    };
    Change::between(there(&scene.before.networks).as_ref(), there(&scene.now.networks).as_ref())
}

/// A title, the containers that are drawn, and how many others there are: beside the title where there is
/// room, else below.
fn headed(
    scene: &Scene<'_>,
    network: Option<&Network>,
    change: Change,
    mut title: Vec<Run>,
    members: &Members<'_>,
) -> Vec<Row> {
    let fold = Fold { block: block(network), more: members.more };
    let others = others(scene, members);
    let mut below = None;
    if let Some(others) = others {
        let row = Row::from(title.clone());
        if SIGNS + row.width() + 2 + others.width() <= scene.cols {
            title.push(Span::new("  ", Style::new()));
            title.extend(others.runs);
        } else {
            below = Some(others);
        }
    }
    // Nothing is on it, so there is nothing to fold.
    if members.is_empty() {
        let mut runs = vec![change.sign(scene.look), Span::new("  ", Style::new())];
        runs.extend(title);
        let rows = vec![Row::from(cut(runs, scene.cols))];
        return begin(rows, network.map(|_| Thing::EmptyNetwork));
    }
    let mut out = begin(vec![scene.heading(fold.clone(), change, title)], network.map(|_| Thing::Network));
    out.extend(members.shown.iter().flat_map(|member| container::rows(scene, member)));
    if let Some(others) = below {
        let others = hanging(&[Span::new(" ".repeat(SIGNS), Style::new())], &others.runs, scene.cols);
        out.extend(others.into_iter().map(|row| Row { fold: Some(fold.clone()), ..row }));
    }
    out
}

/// How many containers are not drawn, and whether any of them changed.
fn others(scene: &Scene<'_>, members: &Members<'_>) -> Option<Row> {
    let (look, theme) = (scene.look, &scene.look.theme);
    let count = |is: fn(&Member<'_>) -> bool| members.folded.iter().filter(|member| is(member)).count();
    let here = count(|member| member.change != Change::Gone);
    let changed = count(|member| member.change != Change::Same);
    if members.folded.is_empty() {
        return None;
    }
    let key = if members.shown.is_empty() { "ui-network-containers" } else { "ui-network-others" };
    let mut runs = vec![Span::new(look.say(&phrase(key).with("count", here)), theme.dim)];
    if changed > 0 {
        let text = look.say(&phrase("ui-network-others-changed").with("count", changed));
        runs.push(Span::new(format!("  {text}"), theme.warning_text()));
    }
    Some(Row::from(runs))
}

/// What is special about a network: keys of phrases.
fn properties(network: &Network) -> Vec<&'static str> {
    let mut keys = Vec::new();
    if network.default_bridge {
        keys.push("ui-network-default");
    }
    if network.internal {
        keys.push("ui-network-internal");
    }
    if !network.icc && !is_engines_own(network) {
        keys.push("ui-network-no-icc");
    }
    keys
}
