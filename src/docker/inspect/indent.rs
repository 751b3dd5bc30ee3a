//! JSON text laid out anew, nothing of it changed: order, numbers and escapes stay the engine's.

/// With each value on a line of its own, four blanks deeper than what holds it.
pub fn indented(json: &str) -> String {
    let mut text = String::with_capacity(json.len() * 2);
    let mut depth = 0usize;
    let mut pending = false;
    each_token(json, |token| {
        let closes = matches!(token, "}" | "]");
        if pending {
            pending = false;
            if !closes {
                line(&mut text, depth);
            }
        } else if closes {
            line(&mut text, depth.saturating_sub(1));
        }
        match token {
            "{" | "[" => {
                depth += 1;
                pending = true;
                text.push_str(token);
            }
            "}" | "]" => {
                depth = depth.saturating_sub(1);
                text.push_str(token);
            }
            "," => {
                text.push(',');
                line(&mut text, depth);
            }
            ":" => text.push_str(": "),
            other => text.push_str(other),
        }
    });
    text
}

/// Without blanks between values.
pub fn compact(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    each_token(json, |token| text.push_str(token));
    text
}

fn line(text: &mut String, depth: usize) {
    text.push('\n');
    text.extend(std::iter::repeat_n("    ", depth));
}

/// Signs, strings, and what stands between them, without blanks.
fn each_token<'a>(json: &'a str, mut take: impl FnMut(&'a str)) {
    let mut rest = json;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            ' ' | '\t' | '\r' | '\n' => {
                rest = &rest[1..];
                continue;
            }
            '{' | '}' | '[' | ']' | ',' | ':' => 1,
            '"' => string(rest),
            _ => rest.find(|c: char| "{}[],:\" \t\r\n".contains(c)).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at(length);
        take(token);
        rest = after;
    }
}

/// The length of the string that `text` begins with, quotes and all.
fn string(text: &str) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{compact, indented};

    #[test]
    fn as_docker_lays_it_out() {
        let json = r#"[{"Id":"a","Args":[],"State":{"Pid":0,"X":{}},"Env":["A=\"b\"","c"],"N":null}]"#;
        let laid_out = concat!(
            "[\n    {\n        \"Id\": \"a\",\n        \"Args\": [],\n        \"State\": {\n",
            "            \"Pid\": 0,\n            \"X\": {}\n        },\n        \"Env\": [\n",
            "            \"A=\\\"b\\\"\",\n            \"c\"\n        ],\n        \"N\": null\n    }\n]"
        );
        assert_eq!(indented(json), laid_out);
        assert_eq!(compact(laid_out), json);
        assert_eq!(indented("[]"), "[]");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_panics(text in "[\\[\\]{}:,\"\\\\a1é \n]{0,40}") {
            prop_assert_eq!(compact(&indented(&text)), compact(&text));
        }
    }
}
