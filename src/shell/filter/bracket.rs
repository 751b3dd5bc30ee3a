//! `[…]` in a POSIX pattern, as a class of the `regex` crate.

use super::pattern::Bad;

/// Reads the bracket expression that `text` begins with, behind its `[`: the class, and the bytes read.
pub(super) fn translate(text: &str) -> Result<(String, usize), Bad> {
    let mut out = String::from("[");
    let mut rest = text;
    if let Some(after) = rest.strip_prefix('^') {
        out.push('^');
        rest = after;
    }
    let mut first = true;
    loop {
        let c = rest.chars().next().ok_or(Bad::OpenBracket)?;
        if c == ']' && !first {
            out.push(']');
            return Ok((out, text.len() - rest.len() + 1));
        }
        first = false;
        if let Some(after) = rest.strip_prefix("[:") {
            let end = after.find(":]").ok_or(Bad::OpenBracket)?;
            out.push_str(class(&after[..end])?);
            rest = &after[end + 2..];
            continue;
        }
        let (start, after) = element(rest)?;
        rest = after;
        // `-` is a range unless it is the last sign.
        match rest.strip_prefix('-').filter(|after| !after.starts_with(']')) {
            Some(after) if !after.is_empty() => {
                let (end, after) = element(after)?;
                if end < start {
                    return Err(Bad::Range);
                }
                push(&mut out, start);
                out.push('-');
                push(&mut out, end);
                rest = after;
            }
            _ => push(&mut out, start),
        }
    }
}

/// A character, or `[.x.]`, `[=x=]` of one.
fn element(text: &str) -> Result<(char, &str), Bad> {
    for (opening, closing) in [("[.", ".]"), ("[=", "=]")] {
        if let Some(after) = text.strip_prefix(opening) {
            let mut chars = after.chars();
            let c = chars.next().ok_or(Bad::OpenBracket)?;
            let rest = chars.as_str().strip_prefix(closing).ok_or(Bad::Class(opening.to_owned()))?;
            return Ok((c, rest));
        }
    }
    if text.starts_with("[:") {
        return Err(Bad::Range);
    }
    let mut chars = text.chars();
    let c = chars.next().ok_or(Bad::OpenBracket)?;
    Ok((c, chars.as_str()))
}

fn push(out: &mut String, c: char) {
    if matches!(c, '[' | ']' | '\\' | '^' | '-' | '&' | '~') {
        out.push('\\');
    }
    out.push(c);
}

fn class(name: &str) -> Result<&'static str, Bad> {
    Ok(match name {
        "alnum" => r"\p{Alphabetic}\p{Nd}",
        "alpha" => r"\p{Alphabetic}",
        "blank" => r" \t",
        "cntrl" => r"\p{Cc}",
        "digit" => "0-9",
        "graph" => r"[^\p{Z}\p{C}]",
        "lower" => r"\p{Lowercase}",
        "print" => r"[^\p{Zl}\p{Zp}\p{C}]",
        "punct" => r"\p{P}\p{S}",
        "space" => r"\s",
        "upper" => r"\p{Uppercase}",
        "xdigit" => "0-9A-Fa-f",
        _ => return Err(Bad::Class(name.to_owned())),
    })
}
