//! Goals and reaches in words.

use ratatui::style::Style;

use crate::app::Turned;
use crate::check::{Outcome, StepResult};
use crate::i18n::{Phrase, phrase};
use crate::lesson::{Expect, Goal, Reach, State, Step, Subject, Values};
use crate::text::Span;
use crate::ui::Look;
use crate::ui::row::{Row, hanging};

/// All that must hold after a step, and whether it does.
pub(in crate::ui) fn statements(
    step: &Step,
    result: &StepResult,
    turned: &Turned,
    values: &Values,
    look: &Look,
    cols: usize,
) -> Vec<Row> {
    let goals = step.goals.iter().map(|wanted| goal(wanted, values, look));
    let goals = goals.zip(outcomes(&result.goals)).zip(known(&turned.goals));
    let reaches = step.reaches.iter().map(|wanted| reach(wanted, values, look));
    let reaches = reaches.zip(outcomes(&result.reaches)).zip(known(&turned.reaches));
    goals
        .chain(reaches)
        .flat_map(|((text, outcome), turned)| statement(&text, outcome, turned, look, cols))
        .collect()
}

/// Whether each came out otherwise than before, as far as that is known.
fn known(turned: &[bool]) -> impl Iterator<Item = bool> + use<'_> {
    turned.iter().copied().chain(std::iter::repeat(false))
}

/// What came out, as far as it is known.
fn outcomes(known: &[Outcome]) -> impl Iterator<Item = Option<&Outcome>> {
    known.iter().map(Some).chain(std::iter::repeat(None))
}

/// One statement with its sign, whether that is new, and the reason where it does not hold.
fn statement(text: &str, outcome: Option<&Outcome>, turned: bool, look: &Look, cols: usize) -> Vec<Row> {
    let theme = &look.theme;
    let (sign, style, reason) = match outcome {
        None | Some(Outcome::Pending) => (Span::new("○ ", theme.dim), theme.dim, None),
        Some(Outcome::Holds) => (Span::new("✓ ", theme.good), Style::new(), None),
        Some(Outcome::Fails(reason)) => (Span::new("✗ ", theme.bad), theme.strong, Some((reason, theme.bad))),
        Some(Outcome::Unknown(reason)) => {
            (Span::new("? ", theme.warning), Style::new(), Some((reason, theme.warning)))
        }
    };
    let mut said = vec![Span::new(text, style)];
    if let Some(key) = outcome.filter(|_| turned).and_then(turned_key) {
        said.push(Span::new(format!("  {}", look.word(key)), sign.style));
    }
    let mut out = hanging(&[sign], &said, cols);
    if let Some((reason, style)) = reason {
        let arrow = Span::new("  → ", style);
        out.extend(hanging(&[arrow], &[Span::new(look.say(reason), Style::new())], cols));
    }
    out
}

/// What is said of a condition that has come out otherwise.
fn turned_key(outcome: &Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Holds => Some("panes-turned-held"),
        Outcome::Fails(_) => Some("panes-turned-failed"),
        Outcome::Unknown(_) | Outcome::Pending => None,
    }
}

/// A goal in a sentence: what it is about, and everything that must hold.
pub(in crate::ui) fn goal(goal: &Goal, values: &Values, look: &Look) -> String {
    let subject = match &goal.subject {
        Subject::Container(name) => phrase("ui-goal-container").with("name", name.as_str()),
        Subject::Network(name) => phrase("ui-goal-network").with("name", name.as_str()),
        Subject::Image(name) => phrase("ui-goal-image").with("name", name.as_str()),
        Subject::File(name) => phrase("ui-goal-file").with("name", name.as_str()),
    };
    let facts: Vec<String> = facts(goal).iter().map(|fact| look.say(fact)).collect();
    let facts = facts.join(&look.word("ui-separator"));
    look.say(&phrase("ui-goal").with("subject", subject).with("facts", values.fill_ports(&facts)))
}

fn facts(goal: &Goal) -> Vec<Phrase> {
    if goal.absent {
        return vec![phrase("ui-goal-absent")];
    }
    let mut facts = Vec::new();
    facts.extend(goal.state.map(|state| phrase(state_key(state))));
    facts.extend(goal.exit.map(|code| phrase("ui-goal-exit").with("code", code)));
    facts.extend(goal.image.as_ref().map(|image| phrase("ui-goal-from-image").with("image", image.as_str())));
    if !goal.networks.is_empty() {
        facts.push(phrase("ui-goal-networks").with("networks", goal.networks.join(", ")));
    }
    if let Some(only) = &goal.only_networks {
        facts.push(phrase("ui-goal-only-networks").with("networks", only.join(", ")));
    }
    if !goal.aliases.is_empty() {
        facts.push(phrase("ui-goal-aliases").with("aliases", goal.aliases.join(", ")));
    }
    for (alias, target) in &goal.links {
        facts.push(phrase("ui-goal-link").with("alias", alias.as_str()).with("target", target.as_str()));
    }
    if let Some(only) = &goal.only_publishes {
        facts.push(phrase("ui-goal-only-publishes").with("ports", only.join(", ")));
    }
    if !goal.publishes.is_empty() {
        facts.push(phrase("ui-goal-publishes").with("ports", goal.publishes.join(", ")));
    }
    facts.extend(goal.contains.as_ref().map(|text| phrase("ui-goal-contains").with("text", text.as_str())));
    facts.extend(goal.lacks.as_ref().map(|text| phrase("ui-goal-lacks").with("text", text.as_str())));
    facts.extend(goal.driver.as_ref().map(|driver| phrase("ui-goal-driver").with("driver", driver.as_str())));
    facts.extend(
        goal.internal
            .map(|internal| phrase(if internal { "ui-goal-internal" } else { "ui-goal-not-internal" })),
    );
    if facts.is_empty() {
        facts.push(phrase("ui-goal-present"));
    }
    facts
}

fn state_key(state: State) -> &'static str {
    match state {
        State::Created => "ui-goal-created",
        State::Running => "ui-goal-running",
        State::Paused => "ui-goal-paused",
        State::Exited => "ui-goal-exited",
    }
}

/// A reach in a sentence: from where, to what, and how it must come out.
pub(in crate::ui) fn reach(reach: &Reach, values: &Values, look: &Look) -> String {
    let expect = match reach.expect {
        Expect::Reply => phrase("ui-reach-reply"),
        Expect::UnknownName => phrase("ui-reach-unknown-name"),
        Expect::Unreachable => phrase("ui-reach-unreachable"),
        Expect::Refused => phrase("ui-reach-refused"),
        Expect::Reset => phrase("ui-reach-reset"),
        Expect::Status(status) => phrase("ui-reach-status").with("status", i64::from(status)),
    };
    let from = if reach.from == "host" { look.word("ui-reach-host") } else { reach.from.clone() };
    let mut said = look.say(
        &phrase("ui-reach").with("from", from).with("to", values.fill(&reach.to)).with("expect", expect),
    );
    if let Some(by) = &reach.by {
        said = look.say(&phrase("ui-reach-by").with("reach", said).with("name", by.as_str()));
    }
    if let Some(body) = &reach.body {
        said = look.say(&phrase("ui-reach-body").with("reach", said).with("text", body.as_str()));
    }
    said
}
