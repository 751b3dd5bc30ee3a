//! Values that the learner's engine supplies: addresses and ids that differ on every machine.

use std::collections::BTreeMap;
use std::ops::Range;

use super::output::wildcard;
use super::parse::Draft;
use super::problem::Problem;
use super::{Kind, Piece};
use crate::i18n::phrase;

/// Where a value of the key's `[values]` is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// `ip CONTAINER NETWORK`: the container's IPv4 address on that network.
    Ip {
        /// The container's name.
        container: String,
        /// The network's name.
        network: String,
    },
    /// `gateway NETWORK`: the network's gateway.
    Gateway(String),
    /// `subnet NETWORK`: the network's subnet, `172.17.0.0/16`.
    Subnet(String),
    /// `id CONTAINER`: the container's short id.
    Id(String),
}

/// The values known now, by name, and the ports that stand for those of the lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    /// By name in the key's `[values]`.
    pub named: BTreeMap<String, String>,
    /// Port as written in the lesson, and the free one that takes its place.
    pub ports: BTreeMap<u16, u16>,
}

/// A part of a text into which values are put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// As it is written in the lesson.
    Written(String),
    /// The learner's own: a value, or a port.
    Own(String),
    /// The name of a value that is not known yet.
    Unknown(String),
}

impl Values {
    /// The text as [`Self::fill`] makes it, in parts, for who shows which of it is the learner's own.
    pub fn parts(&self, text: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut from = 0;
        for (_, name, span) in named(text) {
            self.parts_with_ports(&text[from..span.start], &mut parts);
            parts.push(self.named.get(&name).map_or(Part::Unknown(name), |value| Part::Own(value.clone())));
            from = span.end;
        }
        self.parts_with_ports(&text[from..], &mut parts);
        parts
    }

    fn parts_with_ports(&self, text: &str, parts: &mut Vec<Part>) {
        let mut from = 0;
        for (port, span) in ports(text) {
            let Some(other) = self.ports.get(&port) else { continue };
            parts.push(Part::Written(text[from..span.start].to_owned()));
            parts.push(Part::Own(other.to_string()));
            from = span.end;
        }
        parts.push(Part::Written(text[from..].to_owned()));
        parts.retain(|part| *part != Part::Written(String::new()));
    }

    /// The text with what is known put in: values in place of `[IP:name]`, and the ports that are used instead of
    /// the lesson's own. A value that is not known yet stays as it is written; [`Self::missing`] tells which.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut from = 0;
        for (_, name, span) in named(text) {
            let Some(value) = self.named.get(&name) else { continue };
            filled.push_str(&self.fill_ports(&text[from..span.start]));
            filled.push_str(value);
            from = span.end;
        }
        filled.push_str(&self.fill_ports(&text[from..]));
        filled
    }

    /// The names of the values in `text` that are not known yet, each once, in their order. A line in which there
    /// is one cannot be run.
    pub fn missing(&self, text: &str) -> Vec<String> {
        let mut missing: Vec<String> = Vec::new();
        for (_, name, _) in named(text) {
            if !self.named.contains_key(&name) && !missing.contains(&name) {
                missing.push(name);
            }
        }
        missing
    }

    /// The text with the ports that are used put in instead of the lesson's own; what stands in brackets stays.
    pub fn fill_ports(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut from = 0;
        for (port, span) in ports(text) {
            let Some(other) = self.ports.get(&port) else { continue };
            filled.push_str(&text[from..span.start]);
            filled.push_str(&other.to_string());
            from = span.end;
        }
        filled.push_str(&text[from..]);
        filled
    }
}

/// The named values in a text, in order: `[IP:first]` as kind, name and place.
pub(super) fn named(text: &str) -> Vec<(Kind, String, Range<usize>)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('[') {
        let escaped = (at - text[..at].trim_end_matches('\\').len()) % 2 == 1;
        if escaped {
            continue;
        }
        if let Some((Piece::Value { kind, name: Some(name) }, length)) = wildcard(&text[at..]) {
            found.push((kind, name, at..at + length));
        }
    }
    found
}

/// The numbers in a text that may be a host's port: digits that are part of no word, no longer number and no
/// address; also directly behind `-p`.
pub(super) fn ports(text: &str) -> Vec<(u16, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|sign: char| sign.is_ascii_digit()).map(|offset| at + offset) {
        let end = text[start..]
            .find(|sign: char| !sign.is_ascii_digit())
            .map_or(text.len(), |offset| start + offset);
        at = end;
        let (before, after) = (&text[..start], &text[end..]);
        let alone_before = !before
            .ends_with(|sign: char| sign.is_ascii_alphanumeric() || "_-.".contains(sign))
            || before.ends_with(" -p");
        let mut next = after.chars();
        let alone_after = match next.next() {
            Some('.') => !next.next().is_some_and(|sign| sign.is_ascii_digit()),
            Some(sign) => !sign.is_ascii_alphanumeric() && sign != '_',
            None => true,
        };
        if alone_before
            && alone_after
            && let Ok(port) = text[start..end].parse()
        {
            found.push((port, start..end));
        }
    }
    found
}

/// Values that the prose uses and the key does not have, or has as something else.
pub(super) fn check(draft: &Draft) -> Vec<Problem> {
    let mut problems = Vec::new();
    for leaf in draft.prose.values().filter(|_| draft.key.legible) {
        for (kind, name, span) in named(&leaf.text) {
            let what = match draft.key.values.get(&name).map(|placed| &placed.value) {
                None => phrase("lesson-value-unknown").with("name", name.as_str()),
                Some(source) if !source.fits(kind) => {
                    phrase("lesson-value-kind").with("name", name.as_str()).with("kind", kind.name())
                }
                Some(_) => continue,
            };
            let help = phrase("lesson-value-unknown-help").with("name", name);
            problems.push(leaf.source().problem(span, what).advise(help));
        }
    }
    problems
}

impl Source {
    /// Whether a value from here may stand as that kind.
    fn fits(&self, kind: Kind) -> bool {
        match self {
            Self::Ip { .. } | Self::Gateway(_) | Self::Subnet(_) => kind == Kind::Ip,
            Self::Id(_) => kind == Kind::Id,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values() -> Values {
        Values {
            named: [("first".to_owned(), "172.17.0.2".to_owned())].into(),
            ports: [(10080, 10081)].into(),
        }
    }

    #[test]
    fn values_are_put_in() {
        assert_eq!(values().fill("ping -c 1 [IP:first]"), "ping -c 1 172.17.0.2");
        assert_eq!(values().fill("[IP:other] and [IP] stay"), "[IP:other] and [IP] stay");
        assert_eq!(values().missing("[IP:other] [IP:first] [IP:other] [N]"), ["other"]);
        assert_eq!(values().fill(r"\[IP:first]"), r"\[IP:first]");
        assert_eq!(values().fill(r"\\[IP:first]"), r"\\172.17.0.2");
    }

    #[test]
    fn ports_are_put_in_where_they_stand_for_themselves() {
        for (text, filled) in [
            ("-p 10080:80", "-p 10081:80"),
            ("docker run -p10080:80", "docker run -p10081:80"),
            ("-p 127.0.0.1:10080:80/tcp", "-p 127.0.0.1:10081:80/tcp"),
            ("http://127.0.0.1:10080/tomcat/", "http://127.0.0.1:10081/tomcat/"),
            ("0.0.0.0:10080->80/tcp", "0.0.0.0:10081->80/tcp"),
            ("ポート10080です。Port 10080.", "ポート10081です。Port 10081."),
        ] {
            assert_eq!(values().fill(text), filled);
        }
        for text in ["110080", "10080a", "web-10080", "a10080", "10080.5", "1.10080", "10080_"] {
            assert_eq!(values().fill(text), text);
        }
    }

    #[test]
    fn a_value_that_holds_a_port_is_not_filled_again() {
        let values = Values { named: [("x".into(), "10080".into())].into(), ports: [(10080, 1)].into() };
        assert_eq!(values.fill("[IP:x] 10080"), "10080 1");
    }

    #[test]
    fn parts_tell_what_is_the_learners_own() {
        let written = |text: &str| Part::Written(text.to_owned());
        assert_eq!(
            values().parts("ping [IP:first]、[IP:other] -p 10080:80"),
            [
                written("ping "),
                Part::Own("172.17.0.2".to_owned()),
                written("、"),
                Part::Unknown("other".to_owned()),
                written(" -p "),
                Part::Own("10081".to_owned()),
                written(":80"),
            ]
        );
    }

    proptest! {
        #[test]
        fn parts_make_the_filled_text(text in "[\\[\\]\\\\:IPfirst0-9 あ.-]{0,60}") {
            let joined: String = values()
                .parts(&text)
                .into_iter()
                .map(|part| match part {
                    Part::Written(text) | Part::Own(text) => text,
                    Part::Unknown(name) => format!("[IP:{name}]"),
                })
                .collect();
            prop_assert_eq!(joined, values().fill(&text));
        }

        #[test]
        fn nothing_known_changes_nothing(text in ".{0,80}") {
            prop_assert_eq!(Values::default().fill(&text), text);
        }

        #[test]
        fn any_text_is_filled(text in "[\\[\\]\\\\:IPfirst0-9 あ.-]{0,60}") {
            let _ = values().fill(&text);
        }
    }
}
