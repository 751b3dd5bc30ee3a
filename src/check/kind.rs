//! Kinds of values that vary from run to run, as regular expressions.
//!
//! They hold no `\d` or `\w`: the engines print ASCII, and Unicode classes would make every pattern large.

use crate::lesson::Kind;

const OCTET: &str = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const GROUP: &str = "[0-9a-fA-F]{1,4}";
const ID: &str = "(?:sha256:)?[0-9a-f]{64}|[0-9a-f]{12}";
const PORT: &str = "6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3}";
const NUMBER: &str = "-?[0-9]+";
const MILLIS: &str = r"[0-9]+(?:\.[0-9]+)?";
const SIZE: &str = r"[0-9]+(?:\.[0-9]+)?[ \t]?(?:[kKMGTPEZY]i?)?B";
/// What go-units' `HumanDuration` prints; the singulars are printed by other clients.
const AGE: &str = r"Less[ \t]+than[ \t]+a[ \t]+second|About[ \t]+(?:a[ \t]+minute|an[ \t]+hour)|[0-9]+[ \t]+(?:second|minute|hour|day|week|month|year)s?";

/// The body of a regular expression that matches a value of that kind and nothing else.
pub(super) fn pattern(kind: Kind) -> String {
    match kind {
        Kind::Id => ID.to_owned(),
        Kind::Ip => format!("{}|{}", ipv6(), ipv4()),
        Kind::Port => PORT.to_owned(),
        Kind::Number => NUMBER.to_owned(),
        Kind::Millis => MILLIS.to_owned(),
        Kind::Size => SIZE.to_owned(),
        Kind::Date => date(),
        Kind::Age => AGE.to_owned(),
    }
}

fn ipv4() -> String {
    format!(r"{OCTET}(?:\.{OCTET}){{3}}")
}

/// All the places where `::` may stand, and none; an embedded IPv4 address; a zone.
fn ipv6() -> String {
    let mut forms = vec![format!("(?:{GROUP}:){{7}}{GROUP}"), format!("::(?:[fF]{{4}}:)?{}", ipv4())];
    for before in 1..=6 {
        forms.push(format!("(?:{GROUP}:){{1,{before}}}(?::{GROUP}){{1,{}}}", 7 - before));
    }
    forms.push(format!("(?:{GROUP}:){{1,7}}:"));
    forms.push(format!(":(?:(?::{GROUP}){{1,7}}|:)"));
    format!("(?:{})(?:%[0-9a-zA-Z]+)?", forms.join("|"))
}

/// Dates as engines, nginx, tomcat, HTTP and `date` write them.
fn date() -> String {
    const DAY: &str = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
    const MONTH: &str = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
    const TIME: &str = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?";
    const ZONE: &str = r"(?:[ \t]?(?:Z|[+-][0-9]{2}:?[0-9]{2}))?(?:[ \t]+[A-Z]{3,5})?";
    [
        format!(r"[0-9]{{4}}[-/][0-9]{{2}}[-/][0-9]{{2}}(?:(?:T|[ \t]+){TIME}{ZONE})?"),
        format!(r"(?:{DAY},[ \t]+)?[0-9]{{1,2}}[-/ ]{MONTH}[-/ ][0-9]{{4}}(?:(?::|[ \t]+){TIME}{ZONE})?"),
        format!(r"(?:{DAY}[ \t]+)?{MONTH}[ \t]+[0-9]{{1,2}}[ \t]+{TIME}{ZONE}[ \t]+[0-9]{{4}}"),
    ]
    .join("|")
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    fn is(kind: Kind, text: &str) -> bool {
        Regex::new(&format!("^(?:{})$", pattern(kind))).unwrap().is_match(text)
    }

    #[test]
    fn ids_are_12_or_64_hex_digits() {
        assert!(is(Kind::Id, "dd57496e7899"));
        assert!(is(Kind::Id, "ce1d1a84aab3af9506ba1427c7c7cd4cc89787d81de2ed00833f2ebc75d959ff"));
        assert!(is(Kind::Id, "sha256:ce1d1a84aab3af9506ba1427c7c7cd4cc89787d81de2ed00833f2ebc75d959ff"));
        assert!(!is(Kind::Id, "dd57496e789"));
        assert!(!is(Kind::Id, "dd57496e78990"));
        assert!(!is(Kind::Id, "DD57496E7899"));
    }

    #[test]
    fn addresses_are_what_the_standard_library_parses() {
        let samples = [
            "172.17.0.2",
            "255.255.255.255",
            "256.1.1.1",
            "1.2.3",
            "01.2.3.4",
            "::",
            "::1",
            "1::",
            "fe80::1",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "1::3:4:5:6:7:8",
            "1:2:3:4:5:6::8",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1::2::3",
            ":",
            ":::",
            "12345::",
            "::ffff:10.0.0.1",
            "::1.2.3.4",
        ];
        for sample in samples {
            assert_eq!(is(Kind::Ip, sample), sample.parse::<std::net::IpAddr>().is_ok(), "{sample}");
        }
        assert!(is(Kind::Ip, "fe80::1%eth0"));
    }

    #[test]
    fn ports_end_at_65535() {
        for port in 0..=70_000_u32 {
            if !(100..65_000).contains(&port) || port % 997 == 0 {
                assert_eq!(is(Kind::Port, &port.to_string()), (1..=65_535).contains(&port), "{port}");
            }
        }
    }

    #[test]
    fn sizes_and_ages_as_docker_prints_them() {
        for size in ["0B", "133MB", "7.8MB", "3.584kB", "1.09GB", "512MiB", "11.21MB"] {
            assert!(is(Kind::Size, size), "{size}");
        }
        assert!(!is(Kind::Size, "133"));
        for age in [
            "Less than a second",
            "1 second",
            "43 seconds",
            "About a minute",
            "2 minutes",
            "About an hour",
            "3 hours",
            "4 days",
            "5 weeks",
            "2 months",
            "2 years",
        ] {
            assert!(is(Kind::Age, age), "{age}");
        }
        assert!(!is(Kind::Age, "2 minutes ago"));
        assert!(!is(Kind::Age, "a minute"));
    }

    #[test]
    fn dates_as_programs_write_them() {
        for date in [
            "2026-11-24",
            "2026-11-24T03:50:39.123456789Z",
            "2026-11-24 03:50:39 +0000 UTC",
            "2026-11-24T03:50:39+09:00",
            "2026/11/24 03:50:39",
            "24/Nov/2026:03:50:39 +0000",
            "24-Nov-2026 03:50:39.123",
            "Tue, 24 Nov 2026 03:50:39 GMT",
            "Tue Nov 24 03:50:39 UTC 2026",
            "Tue Nov 24 03:50:39 2026",
            "Nov 24 03:50:39 2026",
        ] {
            assert!(is(Kind::Date, date), "{date}");
        }
        assert!(!is(Kind::Date, "24"));
        assert!(!is(Kind::Date, "03:50:39"));
    }

    #[test]
    fn numbers_and_times() {
        assert!(is(Kind::Number, "0") && is(Kind::Number, "-1") && !is(Kind::Number, "1.5"));
        assert!(is(Kind::Millis, "0.067") && is(Kind::Millis, "12") && !is(Kind::Millis, ".5"));
    }
}
