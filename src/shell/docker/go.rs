//! Text as Go prints and reads it, so that messages agree with docker's to the letter.

use std::fmt::Write as _;

/// `text` as Go's `%q` prints a string.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    text.chars().for_each(|c| escape(c, '"', &mut out));
    out.push('"');
    out
}

/// `c` as Go's `%q` prints a rune.
pub(super) fn quote_char(c: char) -> String {
    let mut out = String::from("'");
    escape(c, '\'', &mut out);
    out.push('\'');
    out
}

fn escape(c: char, quote: char, out: &mut String) {
    match c {
        '\\' => out.push_str("\\\\"),
        _ if c == quote => {
            out.push('\\');
            out.push(c);
        }
        '\x07' => out.push_str("\\a"),
        '\x08' => out.push_str("\\b"),
        '\x0c' => out.push_str("\\f"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\x0b' => out.push_str("\\v"),
        // Rust escapes what has no picture, as Go does; both follow Unicode's tables.
        _ if c.escape_debug().len() > 1 && !matches!(c, '"' | '\'') => {
            let code = c as u32;
            // Writing to a `String` cannot fail.
            let _ = match code {
                0..0x80 => write!(out, "\\x{code:02x}"),
                0x80..0x1_0000 => write!(out, "\\u{code:04x}"),
                _ => write!(out, "\\U{code:08x}"),
            };
        }
        _ => out.push(c),
    }
}

/// `strconv.ParseBool`.
pub(super) fn parse_bool(text: &str) -> Result<bool, String> {
    match text {
        "1" | "t" | "T" | "TRUE" | "true" | "True" => Ok(true),
        "0" | "f" | "F" | "FALSE" | "false" | "False" => Ok(false),
        _ => Err(format!("strconv.ParseBool: parsing {}: invalid syntax", quote(text))),
    }
}

/// `strconv.ParseInt(text, 0, 64)`: decimal, `0x`, `0o`, `0b`, a leading `0` for octal, `_` between digits.
pub(super) fn parse_int(text: &str) -> Result<i64, String> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let outcome = magnitude(digits).and_then(|value| {
        let value = if negative { -i128::from(value) } else { i128::from(value) };
        i64::try_from(value).map_err(|_| Bad::Range)
    });
    outcome.map_err(|bad| bad.say("ParseInt", text))
}

/// `strconv.ParseUint(text, 0, bits)`.
pub(super) fn parse_uint(text: &str, bits: u32) -> Result<u64, String> {
    magnitude(text)
        .and_then(|value| if bits < 64 && value >> bits != 0 { Err(Bad::Range) } else { Ok(value) })
        .map_err(|bad| bad.say("ParseUint", text))
}

/// `strconv.ParseUint(text, 10, 16)`, as ports are read: digits alone.
pub(super) fn parse_port(text: &str) -> Result<u16, String> {
    let outcome = if text.is_empty() || !text.bytes().all(|b| b.is_ascii_digit()) {
        Err(Bad::Syntax)
    } else {
        text.parse().map_err(|_| Bad::Range)
    };
    outcome.map_err(|bad| bad.say("ParseUint", text))
}

#[derive(Clone, Copy)]
enum Bad {
    Syntax,
    Range,
}

impl Bad {
    fn say(self, function: &str, text: &str) -> String {
        let what = match self {
            Self::Syntax => "invalid syntax",
            Self::Range => "value out of range",
        };
        format!("strconv.{function}: parsing {}: {what}", quote(text))
    }
}

fn magnitude(text: &str) -> Result<u64, Bad> {
    let lower = text.to_ascii_lowercase();
    let (radix, digits) = match lower.as_bytes() {
        [b'0', b'x', ..] => (16, &lower[2..]),
        [b'0', b'o', ..] => (8, &lower[2..]),
        [b'0', b'b', ..] => (2, &lower[2..]),
        [b'0', _, ..] => (8, &lower[1..]),
        _ => (10, lower.as_str()),
    };
    // An underscore may stand between digits and after a base's prefix, nowhere else.
    let digits = if radix == 10 { digits } else { digits.strip_prefix('_').unwrap_or(digits) };
    if digits.is_empty() || digits.starts_with('_') || digits.ends_with('_') || digits.contains("__") {
        return Err(Bad::Syntax);
    }
    let digits = digits.replace('_', "");
    if !digits.chars().all(|c| c.is_digit(radix)) {
        return Err(Bad::Syntax);
    }
    u64::from_str_radix(&digits, radix).map_err(|_| Bad::Range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_as_go_does() {
        assert_eq!(quote("a\"b\\\n\x01é\u{7f}'\u{200b}"), "\"a\\\"b\\\\\\n\\x01é\\x7f'\\u200b\"");
        assert_eq!(quote_char('\''), r"'\''");
        assert_eq!(quote_char('"'), "'\"'");
    }

    #[test]
    fn numbers_as_go_reads_them() {
        assert_eq!(parse_int("0x10"), Ok(16));
        assert_eq!(parse_int("1_0"), Ok(10));
        assert_eq!(parse_int("010"), Ok(8));
        assert_eq!(parse_int("-9223372036854775808"), Ok(i64::MIN));
        assert_eq!(parse_int("0"), Ok(0));
        for bad in ["", "abc", "1.5", "_1", "1_", "1__0", "0x", "09", "--1", " 3"] {
            assert!(parse_int(bad).is_err(), "{bad}");
        }
        assert!(parse_int("9223372036854775808").unwrap_err().ends_with("value out of range"));
        assert!(parse_uint("65536", 16).unwrap_err().ends_with("value out of range"));
        assert_eq!(parse_uint("65535", 16), Ok(65535));
        assert!(parse_port("+1").is_err());
    }
}
