//! Ids, times and commands as docker shortens and writes them.

use std::fmt::Write as _;

use time::OffsetDateTime;
use time::macros::format_description;

/// The first twelve digits of an id.
pub fn short_id(id: &str) -> String {
    let id = id.split_once(':').map_or(id, |(_, digits)| digits);
    id.chars().take(12).collect()
}

/// `text` in at most `columns` columns, with `…` for what is cut off.
pub fn ellipsis(text: &str, columns: usize) -> String {
    if crate::text::width(text) <= columns {
        return text.to_owned();
    }
    let mut cut = String::new();
    for character in text.chars() {
        let mut longer = cut.clone();
        longer.push(character);
        if crate::text::width(&longer) > columns.saturating_sub(1) {
            break;
        }
        cut = longer;
    }
    cut + "…"
}

/// `text` in double quotes, as Go writes a string.
pub fn go_quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\x07' => quoted.push_str("\\a"),
            '\x08' => quoted.push_str("\\b"),
            '\x0c' => quoted.push_str("\\f"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\x0b' => quoted.push_str("\\v"),
            control if (control as u32) < 0x20 || control as u32 == 0x7f => {
                let _ = write!(quoted, "\\x{:02x}", control as u32);
            }
            control if control.is_control() => {
                let _ = write!(quoted, "\\u{:04x}", control as u32);
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// Seconds since 1970 as `2026-11-24 04:05:35 +0000 UTC`.
pub fn timestamp(seconds: i64) -> String {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute]:[second] +0000 UTC");
    OffsetDateTime::from_unix_timestamp(seconds)
        .ok()
        .and_then(|time| time.format(&format).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ellipsis, go_quoted, short_id};

    #[test]
    fn ids_are_twelve_digits_without_their_kind() {
        assert_eq!(short_id("sha256:0123456789abcdef"), "0123456789ab");
        assert_eq!(short_id("0123456789abcdef"), "0123456789ab");
    }

    #[test]
    fn what_is_cut_ends_in_one_column_of_dots() {
        assert_eq!(ellipsis("sleep 1000", 20), "sleep 1000");
        assert_eq!(ellipsis("/docker-entrypoint.sh nginx", 20), "/docker-entrypoint.…");
        assert_eq!(ellipsis("あいうえおかきくけこさ", 20), "あいうえおかきくけ…");
    }

    #[test]
    fn quotes_and_controls_are_escaped() {
        assert_eq!(go_quoted("sh -c 'echo \"a\"\n'"), "\"sh -c 'echo \\\"a\\\"\\n'\"");
        assert_eq!(go_quoted("\x1b[0m"), "\"\\x1b[0m\"");
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_asked(text in "\\PC{0,30}", columns in 1usize..30) {
            prop_assert!(crate::text::width(&ellipsis(&text, columns)) <= columns);
        }
    }
}
