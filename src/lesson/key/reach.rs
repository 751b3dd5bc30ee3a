//! A `[[step.ID.reach]]`: an attempt that must come out in a certain way.

use std::time::Duration;

use super::Placed;
use super::table::Table;
use crate::i18n::phrase;
use crate::lesson::{DEFAULT_WITHIN, Expect, Reach};

/// The outcomes that have a name.
const OUTCOMES: [(&str, Expect); 5] = [
    ("reply", Expect::Reply),
    ("unknown-name", Expect::UnknownName),
    ("unreachable", Expect::Unreachable),
    ("refused", Expect::Refused),
    ("reset", Expect::Reset),
];

pub(super) fn read(mut table: Table<'_, '_>) -> Option<Reach> {
    let from = required(&mut table, "from");
    let to = required(&mut table, "to");
    let expect = expect(&mut table);
    let by = table.text("by");
    let body = table.text("body");
    let within = within(&mut table);
    if let (Some(to), Some(expect)) = (&to, &expect) {
        let is_url = to.value.starts_with("http://");
        if to.value.starts_with("https://") || (!is_url && to.value.contains("://")) {
            let what = phrase("lesson-reach-scheme").with("to", to.value.as_str());
            table.report(to.span.clone(), what, phrase("lesson-reach-scheme-help"));
        } else if !is_url && (matches!(expect.value, Expect::Status(_)) || body.is_some()) {
            let what = phrase("lesson-reach-not-url").with("to", to.value.as_str());
            table.report(to.span.clone(), what, phrase("lesson-reach-not-url-help"));
        } else if !is_url && !is_name_and_port(&to.value) {
            let what = phrase("lesson-reach-to").with("to", to.value.as_str());
            table.report(to.span.clone(), what, phrase("lesson-reach-to-help"));
        }
    }
    if let (Some(by), Some(expect)) = (&by, &expect)
        && expect.value != Expect::Reply
    {
        table.report(by.span.clone(), phrase("lesson-reach-by"), phrase("lesson-reach-by-help"));
    }
    table.finish();
    Some(Reach {
        from: from?.value,
        to: to?.value,
        expect: expect?.value,
        by: by.map(|by| by.value),
        body: body.map(|body| body.value),
        within,
    })
}

fn required(table: &mut Table<'_, '_>, key: &'static str) -> Option<Placed<String>> {
    let value = table.text(key);
    if value.is_none() && !table.has(key) {
        table.missing(key);
    }
    value
}

fn expect(table: &mut Table<'_, '_>) -> Option<Placed<Expect>> {
    let found = table.number_or_text("expect");
    let Some((number, text)) = found else {
        if !table.has("expect") {
            table.missing("expect");
        }
        return None;
    };
    let status =
        number.and_then(|number| u16::try_from(number).ok()).filter(|status| (100..=599).contains(status));
    let named = OUTCOMES.iter().find(|(known, _)| *known == text.value).map(|(_, expect)| *expect);
    let Some(expect) = status.map(Expect::Status).or(named) else {
        let known: Vec<&str> = OUTCOMES.iter().map(|(known, _)| *known).collect();
        let what = phrase("lesson-expect-unknown").with("expect", text.value);
        table.report(text.span, what, phrase("lesson-expect-help").with("known", known.join(", ")));
        return None;
    };
    Some(Placed { value: expect, span: text.span })
}

/// `within = "30s"`, up to ten minutes.
fn within(table: &mut Table<'_, '_>) -> Duration {
    let Some(text) = table.text("within") else { return DEFAULT_WITHIN };
    let parsed =
        duration(&text.value).filter(|within| !within.is_zero() && *within <= Duration::from_secs(600));
    parsed.unwrap_or_else(|| {
        let what = phrase("lesson-within").with("within", text.value);
        table.report(text.span, what, phrase("lesson-within-help"));
        DEFAULT_WITHIN
    })
}

fn duration(text: &str) -> Option<Duration> {
    let (digits, unit) = text.split_at(text.find(|sign: char| !sign.is_ascii_digit())?);
    let number: u64 = digits.parse().ok()?;
    match unit.trim() {
        "ms" => Some(Duration::from_millis(number)),
        "s" => Some(Duration::from_secs(number)),
        "m" => Some(Duration::from_secs(number.checked_mul(60)?)),
        _ => None,
    }
}

/// `name`, `name:port`, an address in place of a name, a value in place of an address.
fn is_name_and_port(to: &str) -> bool {
    let (name, port) = if to.starts_with('[') {
        match to.split_once(']') {
            Some((name, port)) => (&name[1..], port.strip_prefix(':')),
            None => return false,
        }
    } else {
        match to.split_once(':') {
            Some((name, port)) => (name, Some(port)),
            None => (to, None),
        }
    };
    !name.is_empty()
        && !name.contains(char::is_whitespace)
        && port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations() {
        assert_eq!(duration("30s"), Some(Duration::from_secs(30)));
        assert_eq!(duration("500ms"), Some(Duration::from_millis(500)));
        assert_eq!(duration("2m"), Some(Duration::from_secs(120)));
        for wrong in ["", "30", "s", "1h", "-1s", "1.5s", "99999999999999999999m"] {
            assert_eq!(duration(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn targets() {
        for right in ["web", "web:80", "[IP:first]", "[IP:first]:80", "172.17.0.2", "[::1]:80"] {
            assert!(is_name_and_port(right), "{right}");
        }
        for wrong in ["", ":80", "web:", "web:0", "web:99999", "a b", "[x"] {
            assert!(!is_name_and_port(wrong), "{wrong}");
        }
    }
}
