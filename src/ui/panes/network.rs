//! What exists on the engine, and what of it has changed since the step began.

use std::collections::BTreeMap;

use ratatui::style::Style;

use crate::app::{LessonModel, Model};
use crate::i18n::phrase;
use crate::network::{
    Connection, Container, ContainerState, Endpoint, Mode, Network, PublishedPort, Snapshot,
};
use crate::text::{Span, pad, sanitize, width};
use crate::ui::Look;
use crate::ui::row::{Row, Run, cut, hanging, rows};

/// Columns of the widest name that is shown whole where there is not much room.
const NAME_COLS: usize = 26;

/// The networks with the containers on them.
pub(super) fn content(model: &Model, lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let mut out = state(&model.connection, look, cols);
    let said = out.len();
    let Some(now) = model.snapshot.as_deref() else { return out };
    let before = lesson.baseline.as_deref().unwrap_or(now);
    let list = List { look, now, before, cols, name_cols: name_cols(now, before, cols) };
    for network in list.networks() {
        let rows = list.network(network);
        if !rows.is_empty() && !out.is_empty() {
            out.push(Row::default());
        }
        out.extend(rows);
    }
    let apart = list.without_network();
    if !apart.is_empty() {
        out.push(Row::default());
        out.extend(apart);
    }
    if now.containers.is_empty() {
        out.push(Row::default());
        out.extend(rows(&[Span::new(look.word("ui-network-empty"), look.theme.dim)], cols));
    }
    if !model.connection.is_ready() {
        grey(&mut out[said..], look);
    }
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

fn name_cols(now: &Snapshot, before: &Snapshot, cols: usize) -> usize {
    let names = now.containers.values().chain(before.containers.values()).map(|c| width(&sanitize(&c.name)));
    names.max().unwrap_or(0).min(NAME_COLS.max(cols / 3))
}

/// What the rows are made of.
struct List<'a> {
    look: &'a Look,
    now: &'a Snapshot,
    before: &'a Snapshot,
    cols: usize,
    name_cols: usize,
}

/// How something compares with the beginning of the step.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Same,
    New,
    Gone,
    Other,
}

impl<'a> List<'a> {
    /// Networks that exist or existed: the default bridge first, the engine's other own ones last.
    fn networks(&self) -> Vec<&'a Network> {
        let mut all: BTreeMap<&str, &Network> = BTreeMap::new();
        for network in self.before.networks.values().chain(self.now.networks.values()) {
            all.insert(&network.id, network);
        }
        let mut all: Vec<&Network> = all.into_values().collect();
        all.sort_by_key(|network| (is_own(network), !network.default_bridge, &network.name));
        all
    }

    /// A network and its members; nothing for `host` and `none` while nobody is on them.
    fn network(&self, network: &'a Network) -> Vec<Row> {
        let members = self.members(network);
        if members.is_empty() && is_own(network) {
            return Vec::new();
        }
        let theme = &self.look.theme;
        let change = presence(
            self.before.networks.contains_key(&network.id),
            self.now.networks.contains_key(&network.id),
        );
        let mut runs = vec![self.sign(change), Span::new(sanitize(&network.name), theme.accent)];
        for subnet in &network.subnets {
            runs.push(Span::new(format!("  {}", sanitize(subnet)), Style::new()));
        }
        for key in properties(network) {
            runs.push(Span::new(format!("  {}", self.look.word(key)), theme.dim));
        }
        self.note(&mut runs, change);
        let mut out = vec![Row::from(cut(runs, self.cols))];
        for (container, endpoint, change) in members {
            out.extend(self.container(container, Some(endpoint), change));
        }
        out
    }

    /// The containers on a network by name, those that have left it among them.
    fn members(&self, network: &Network) -> Vec<(&'a Container, &'a Endpoint, Change)> {
        let now = endpoints(self.now, network);
        let before = endpoints(self.before, network);
        let mut out = Vec::new();
        for (id, (container, endpoint)) in &now {
            let change = match before.get(id) {
                None => Change::New,
                Some((old, at)) if old.state != container.state || at.ipv4 != endpoint.ipv4 => Change::Other,
                Some(_) => Change::Same,
            };
            out.push((*container, *endpoint, change));
        }
        for (_, (container, endpoint)) in before.iter().filter(|(id, _)| !now.contains_key(*id)) {
            out.push((*container, *endpoint, Change::Gone));
        }
        out.sort_by_key(|(container, ..)| &container.name);
        out
    }

    /// Containers that use no network of their own.
    fn without_network(&self) -> Vec<Row> {
        let apart = |snapshot: &'a Snapshot| snapshot.containers.values().filter(|c| c.endpoints.is_empty());
        let mut all: Vec<(&Container, Change)> = apart(self.now)
            .map(|c| (c, presence(self.before.containers.contains_key(&c.id), true)))
            .chain(
                apart(self.before)
                    .filter(|c| !self.now.containers.contains_key(&c.id))
                    .map(|c| (c, Change::Gone)),
            )
            .collect();
        all.sort_by_key(|(container, _)| &container.name);
        let mut out = Vec::new();
        for (container, change) in all {
            if out.is_empty() {
                out.push(Row::of(
                    format!("  {}", self.look.word("ui-network-apart")),
                    self.look.theme.accent,
                ));
            }
            out.extend(self.container(container, None, change));
        }
        out
    }

    /// A container, and below it the other names it has, its links and its ports.
    fn container(&self, container: &Container, endpoint: Option<&Endpoint>, change: Change) -> Vec<Row> {
        let theme = &self.look.theme;
        let running = container.state == ContainerState::Running && change != Change::Gone;
        let (sign, sign_style) = if running { ("●", theme.good) } else { ("○", theme.dim) };
        let address = endpoint.and_then(|e| e.ipv4.or(e.ipv6)).map(|ip| ip.to_string()).unwrap_or_default();
        let name_style = if running { theme.strong } else { Style::new() };
        let mut runs = vec![
            self.sign(change),
            Span::new(format!("  {sign} "), sign_style),
            Span::new(pad(&sanitize(&container.name), self.name_cols), name_style),
        ];
        if endpoint.is_some() {
            runs.push(Span::new(format!("  {}", pad(&address, 15.max(width(&address)))), Style::new()));
        }
        if change == Change::Gone {
            self.note(&mut runs, change);
        } else {
            runs.push(Span::new(
                format!("  {}", self.state(container)),
                if running { theme.good } else { theme.dim },
            ));
            self.note(&mut runs, change);
            runs.push(Span::new(format!("  {}", sanitize(&container.image)), theme.dim));
        }
        let mut out = vec![Row::from(cut(runs, self.cols))];
        if change != Change::Gone {
            for line in self.details(container, endpoint) {
                out.extend(hanging(&[Span::new(" ".repeat(6), Style::new())], &line, self.cols));
            }
        }
        out
    }

    fn details(&self, container: &Container, endpoint: Option<&Endpoint>) -> Vec<Vec<Run>> {
        let theme = &self.look.theme;
        let mut out = Vec::new();
        if let Mode::Container(target) = &container.mode {
            let name = self.now.container(target).map_or(target.as_str(), |target| target.name.as_str());
            let text = self.look.say(&phrase("ui-network-shares").with("container", name));
            out.push(vec![Span::new(text, Style::new())]);
        }
        let names = endpoint.map(|endpoint| other_names(container, endpoint)).unwrap_or_default();
        if !names.is_empty() {
            let text = self.look.say(&phrase("ui-network-aliases").with("names", names.join(", ")));
            out.push(vec![Span::new(text, theme.dim)]);
        }
        // The default bridge's links are the container's own; those of other networks the endpoint's.
        let own = container.links.iter().filter(|_| endpoint.is_none_or(|e| self.is_default(e)));
        for link in own.chain(endpoint.iter().flat_map(|endpoint| &endpoint.links)) {
            out.push(vec![
                Span::new(sanitize(&link.alias), theme.code),
                Span::new(" → ", theme.accent),
                Span::new(sanitize(&link.target), theme.strong),
                Span::new(format!("  {}", self.look.word("ui-network-link")), theme.dim),
            ]);
        }
        let is_first = endpoint.is_none_or(|e| container.endpoints.first().is_some_and(|first| first == e));
        for port in container.ports.iter().filter(|_| is_first) {
            out.push(vec![
                Span::new(published(port), Style::new()),
                Span::new(" → ", theme.accent),
                Span::new(format!("{}/{}", port.container_port, sanitize(&port.protocol)), Style::new()),
                Span::new(format!("  {}", self.look.word("ui-network-port")), theme.dim),
            ]);
        }
        out
    }

    fn is_default(&self, endpoint: &Endpoint) -> bool {
        self.now.networks.values().any(|network| network.default_bridge && is_on(endpoint, network))
    }

    fn state(&self, container: &Container) -> String {
        let look = self.look;
        match container.state {
            ContainerState::Created => look.word("ui-state-created"),
            ContainerState::Running => look.word("ui-state-running"),
            ContainerState::Paused => look.word("ui-state-paused"),
            ContainerState::Restarting => look.word("ui-state-restarting"),
            ContainerState::Exited(code) => look.say(&phrase("ui-state-exited").with("code", code)),
            ContainerState::Dead => look.word("ui-state-dead"),
        }
    }

    fn sign(&self, change: Change) -> Run {
        let theme = &self.look.theme;
        match change {
            Change::Same => Span::new("  ", Style::new()),
            Change::New => Span::new("+ ", theme.good),
            Change::Gone => Span::new("- ", theme.bad),
            Change::Other => Span::new("~ ", theme.warning),
        }
    }

    /// The word for a change, so that nobody has to know the signs.
    fn note(&self, runs: &mut Vec<Run>, change: Change) {
        let theme = &self.look.theme;
        let (key, style) = match change {
            Change::Same => return,
            Change::New => ("ui-change-new", theme.good),
            Change::Gone => ("ui-change-gone", theme.bad),
            Change::Other => ("ui-change-other", theme.warning),
        };
        runs.push(Span::new(format!("  {}", self.look.word(key)), style));
    }
}

fn presence(before: bool, now: bool) -> Change {
    match (before, now) {
        (false, true) => Change::New,
        (true, false) => Change::Gone,
        _ => Change::Same,
    }
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
    if !network.icc && !is_own(network) {
        keys.push("ui-network-no-icc");
    }
    keys
}

/// Whether a network is one of the engine's own two without addresses.
fn is_own(network: &Network) -> bool {
    matches!(network.driver.as_str(), "host" | "null")
}

fn is_on(endpoint: &Endpoint, network: &Network) -> bool {
    if endpoint.network_id.is_empty() {
        endpoint.network == network.name
    } else {
        endpoint.network_id == network.id
    }
}

fn endpoints<'a>(
    snapshot: &'a Snapshot,
    network: &Network,
) -> BTreeMap<&'a str, (&'a Container, &'a Endpoint)> {
    let of = |container: &'a Container| {
        let endpoint = container.endpoints.iter().find(|endpoint| is_on(endpoint, network))?;
        Some((container.id.as_str(), (container, endpoint)))
    };
    snapshot.containers.values().filter_map(of).collect()
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
fn published(port: &PublishedPort) -> String {
    let number = port.host_port.map_or_else(|| "?".to_owned(), |port| port.to_string());
    match port.host_ip {
        Some(ip) if ip.is_ipv6() && !ip.is_unspecified() => format!("[{ip}]:{number}"),
        Some(ip) if !ip.is_unspecified() => format!("{ip}:{number}"),
        _ => number,
    }
}
