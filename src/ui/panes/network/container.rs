//! A container, and below it the other names it has, its links and its ports.

use std::net::{IpAddr, SocketAddr};

use ratatui::style::Style;

use super::change::Change;
use super::scene::{Member, Scene, is_on};
use crate::i18n::phrase;
use crate::network::{Container, ContainerState, Endpoint, Mode};
use crate::text::{Span, pad, sanitize, width};
use crate::ui::Look;
use crate::ui::row::{Row, Run, Thing, begin, cut, hanging};

/// Columns before what is said of a container below its row.
const INDENT: usize = 6;

/// The rows of one container.
pub(super) fn rows(scene: &Scene<'_>, member: &Member<'_>) -> Vec<Row> {
    let Member { container, endpoint, change, own } = *member;
    let (look, theme) = (scene.look, &scene.look.theme);
    let running = container.state == ContainerState::Running && change != Change::Gone;
    let (sign, sign_style) = if running { ("●", theme.good) } else { ("○", theme.dim) };
    let address = endpoint.and_then(|e| e.ipv4.or(e.ipv6)).map(|ip| ip.to_string()).unwrap_or_default();
    let name_style = if running && (own || !scene.has_own) { theme.strong } else { Style::new() };
    let mut runs = vec![
        change.sign(look),
        Span::new(format!("  {sign} "), sign_style),
        Span::new(pad(&sanitize(&container.name), scene.name_cols), name_style),
    ];
    if endpoint.is_some() {
        runs.push(Span::new(format!("  {}", pad(&address, 15.max(width(&address)))), Style::new()));
    }
    if change == Change::Gone {
        runs.extend(change.note(look));
        return begin(vec![Row::from(cut(runs, scene.cols))], Some(Thing::Container));
    }
    let mut parts = vec![Span::new(
        format!("  {}", state(container.state, look)),
        if running { theme.good } else { theme.dim },
    )];
    parts.extend(change.note(look));
    parts.push(Span::new(format!("  {}", sanitize(&container.image)), theme.dim));
    let mut out = begin(flow(runs, parts, scene.cols), Some(Thing::Container));
    let was =
        Some(member).filter(|member| member.change == Change::Other).and_then(|member| was(scene, member));
    for line in was.into_iter().chain(details(scene, container, endpoint)) {
        out.extend(hanging(&[Span::new(" ".repeat(INDENT), Style::new())], &line, scene.cols));
    }
    out
}

/// A row of `runs` and as many of `parts` as it has room for; the others below it, none of them broken.
fn flow(runs: Vec<Run>, parts: Vec<Run>, cols: usize) -> Vec<Row> {
    let mut rows = vec![Row::from(cut(runs, cols))];
    for part in parts {
        let last = rows.last_mut().filter(|row| row.width() + width(&part.text) <= cols);
        if let Some(row) = last {
            row.runs.push(part);
        } else {
            // Every part has two blanks in front.
            let indent = Span::new(" ".repeat(INDENT - 2), Style::new());
            rows.push(Row::from(cut(vec![indent, part], cols)));
        }
    }
    rows
}

/// What of it was otherwise when the step began: state and address, or else that it began anew.
fn was(scene: &Scene<'_>, member: &Member<'_>) -> Option<Vec<Run>> {
    let (look, container) = (scene.look, member.container);
    let before = scene.before.containers.get(&container.id)?;
    let address = |endpoint: Option<&Endpoint>| endpoint.and_then(|e| e.ipv4.or(e.ipv6));
    let place = member.endpoint.and_then(|now| before.endpoints.iter().find(|e| e.network == now.network));
    let mut said = Vec::new();
    if before.state != container.state {
        said.push(state(before.state, look));
    }
    let old = address(place).filter(|old| Some(*old) != address(member.endpoint));
    said.extend(old.map(|old| old.to_string()));
    let text = if !said.is_empty() {
        look.say(&phrase("panes-was").with("was", said.join("  ")))
    } else if before.started_at != container.started_at {
        look.word("panes-restarted")
    } else {
        return None;
    };
    Some(vec![Span::new(text, look.theme.warning_text())])
}

fn details(scene: &Scene<'_>, container: &Container, endpoint: Option<&Endpoint>) -> Vec<Vec<Run>> {
    let (look, theme) = (scene.look, &scene.look.theme);
    let mut out = Vec::new();
    if let Mode::Container(target) = &container.mode {
        let name = scene.now.container(target).map_or(target.as_str(), |target| target.name.as_str());
        let text = look.say(&phrase("ui-network-shares").with("container", name));
        out.push(vec![Span::new(text, Style::new())]);
    }
    let missing = container.endpoints.iter().filter(|_| endpoint.is_none());
    for network in missing.map(|endpoint| &endpoint.network).filter(|name| scene.now.network(name).is_none())
    {
        let text = look.say(&phrase("ui-network-nowhere").with("network", network.as_str()));
        out.push(vec![Span::new(text, theme.warning_text())]);
    }
    let names = endpoint.map(|endpoint| other_names(container, endpoint)).unwrap_or_default();
    if !names.is_empty() {
        let text = look.say(&phrase("ui-network-aliases").with("names", names.join(", ")));
        out.push(vec![Span::new(text, theme.dim)]);
    }
    // The default bridge's links are the container's own; those of other networks the endpoint's.
    let own = container.links.iter().filter(|_| endpoint.is_none_or(|e| is_on_default(scene, e)));
    for link in own.chain(endpoint.iter().flat_map(|endpoint| &endpoint.links)) {
        out.push(vec![
            Span::new(sanitize(&link.alias), theme.code),
            Span::new(" → ", theme.accent),
            Span::new(sanitize(&link.target), theme.strong),
            Span::new(format!("  {}", look.word("ui-network-link")), theme.dim),
        ]);
    }
    let is_first = endpoint.is_none_or(|e| container.endpoints.first().is_some_and(|first| first == e));
    // What has no port on the host now is not published, whatever is to be once it runs.
    for port in container.ports.iter().filter(|_| is_first) {
        let Some(number) = port.host_port else { continue };
        out.push(vec![
            Span::new(on_host(port.host_ip, number), Style::new()),
            Span::new(" → ", theme.accent),
            Span::new(format!("{}/{}", port.container_port, sanitize(&port.protocol)), Style::new()),
            Span::new(format!("  {}", look.word("ui-network-port")), theme.dim),
        ]);
    }
    out
}

fn is_on_default(scene: &Scene<'_>, endpoint: &Endpoint) -> bool {
    scene.now.networks.values().any(|network| network.default_bridge && is_on(endpoint, network))
}

fn state(state: ContainerState, look: &Look) -> String {
    match state {
        ContainerState::Created => look.word("ui-state-created"),
        ContainerState::Running => look.word("ui-state-running"),
        ContainerState::Paused => look.word("ui-state-paused"),
        ContainerState::Restarting => look.word("ui-state-restarting"),
        ContainerState::Exited(code) => look.say(&phrase("ui-state-exited").with("code", code)),
        ContainerState::Dead => look.word("ui-state-dead"),
    }
}

/// Names on a network that a learner gave: not the container's own, nor its id.
fn other_names(container: &Container, endpoint: &Endpoint) -> Vec<String> {
    let is_id = |name: &str| name.len() >= 12 && container.id.starts_with(name);
    endpoint
        .names
        .iter()
        .filter(|name| **name != container.name && !is_id(name))
        .map(|name| sanitize(name).into_owned())
        .collect()
}

/// A port on the host, with the address where it is not all of them.
fn on_host(ip: Option<IpAddr>, number: u16) -> String {
    match ip {
        Some(ip) if !ip.is_unspecified() => SocketAddr::new(ip, number).to_string(),
        _ => number.to_string(),
    }
}
