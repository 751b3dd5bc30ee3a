//! `--since` and `--until`: a time, or how long ago.

use std::time::Duration;

use time::format_description::well_known::Rfc3339;
use time::macros::format_description;
use time::{Date, OffsetDateTime, PrimitiveDateTime};

/// A moment as the engine takes it, seconds since 1970 with a fraction. `text` is a time (`2026-11-24`,
/// `2026-11-24T04:05:06Z`), seconds since 1970, or how long before `now` (`10m`, `1h30m`), itself since 1970. A time without a
/// zone is UTC.
///
/// # Errors
/// What docker says about it.
pub fn moment(text: &str, now: Duration) -> Result<String, String> {
    if let Some(nanoseconds) = duration(text) {
        let now = i128::try_from(now.as_nanos()).unwrap_or(i128::MAX);
        return Ok(seconds(now.saturating_sub(nanoseconds)));
    }
    if is_number(text) {
        return Ok(text.to_owned());
    }
    let time =
        date_time(text).ok_or_else(|| format!("failed to parse value as time or duration: {text:?}"))?;
    Ok(seconds(time.unix_timestamp_nanos()))
}

fn is_number(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole) && digits(fraction)
}

fn seconds(nanoseconds: i128) -> String {
    let second = 1_000_000_000;
    format!("{}.{:09}", nanoseconds.div_euclid(second), nanoseconds.rem_euclid(second))
}

fn date_time(text: &str) -> Option<OffsetDateTime> {
    if let Ok(time) = OffsetDateTime::parse(text, &Rfc3339) {
        return Some(time);
    }
    let local = text.strip_suffix('Z').unwrap_or(text);
    let minute = format_description!("[year]-[month]-[day]T[hour]:[minute]");
    let second = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]");
    let fraction = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond]");
    let time = PrimitiveDateTime::parse(local, &minute)
        .or_else(|_| PrimitiveDateTime::parse(local, &second))
        .or_else(|_| PrimitiveDateTime::parse(local, &fraction));
    if let Ok(time) = time {
        return Some(time.assume_utc());
    }
    let day = Date::parse(local, &format_description!("[year]-[month]-[day]")).ok()?;
    Some(day.midnight().assume_utc())
}

/// `1h30m` in nanoseconds, as Go reads it.
fn duration(text: &str) -> Option<i128> {
    const UNITS: [(&str, f64); 8] = [
        ("ns", 1.0),
        ("us", 1e3),
        ("µs", 1e3),
        ("μs", 1e3),
        ("ms", 1e6),
        ("s", 1e9),
        ("m", 60e9),
        ("h", 3600e9),
    ];
    let (sign, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest.is_empty() {
        return None;
    }
    if rest == "0" {
        return Some(0);
    }
    let mut total = 0.0;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, after) = rest.split_at(end);
        let (_, factor, after) = UNITS
            .iter()
            .filter_map(|(unit, factor)| Some((unit.len(), *factor, after.strip_prefix(unit)?)))
            .max_by_key(|(length, ..)| *length)?;
        total += number.parse::<f64>().ok()? * factor;
        rest = after;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a cast of a float saturates, and 292 years are checked"
    )]
    let nanoseconds = total as i128;
    (total >= 0.0 && nanoseconds < i128::from(i64::MAX)).then_some(sign * nanoseconds)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::moment;

    #[test]
    fn times_durations_and_seconds() {
        for (text, seconds) in [
            ("10m", "400.000000000"),
            ("0s", "1000.000000000"),
            ("1m30s", "910.000000000"),
            ("1.5s", "998.500000000"),
            ("500ms", "999.500000000"),
            ("1234.5", "1234.5"),
            ("1970-01-02", "86400.000000000"),
            ("1970-01-01T00:01", "60.000000000"),
            ("1970-01-01T00:01:01", "61.000000000"),
            ("1970-01-01T00:01:01.25Z", "61.250000000"),
            ("1970-01-01T09:00:00+09:00", "0.000000000"),
        ] {
            assert_eq!(moment(text, Duration::from_secs(1000)).as_deref(), Ok(seconds), "{text}");
        }
        assert_eq!(
            moment("x", Duration::ZERO).unwrap_err(),
            "failed to parse value as time or duration: \"x\""
        );
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "[-+0-9a-zµ:.TZ]{0,24}|[0-9]{1,40}h|\\PC{0,10}", now in any::<u64>()) {
            let _ = moment(&text, Duration::from_secs(now));
        }
    }
}
