//! The functions that a template may call: Go's own and docker's.

use std::cmp::Ordering;
use std::fmt::Write as _;

use serde_json::Value;

use super::print;

/// Every function.
const KNOWN: [&str; 26] = [
    "and", "eq", "ge", "gt", "index", "join", "json", "le", "len", "lower", "lt", "ne", "not", "or", "pad",
    "print", "printf", "println", "slice", "split", "title", "truncate", "upper", "html", "js", "urlquery",
];

/// The most blanks that a width or `pad` gives: nobody's screen is wider.
const WIDEST: usize = 10_000;

/// Whether there is a function of that name.
pub fn is_known(name: &str) -> bool {
    KNOWN.contains(&name) && !matches!(name, "html" | "js" | "urlquery")
}

/// Whether the function leaves a heading as it is.
pub fn keeps_headings(name: &str) -> bool {
    matches!(name, "json" | "title" | "lower" | "upper" | "truncate" | "pad" | "split")
}

/// Whether a value counts as true.
pub fn truth(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
    }
}

/// Calls a function.
///
/// # Errors
/// What Go says about its arguments.
pub fn call(name: &str, arguments: &[Value]) -> Result<Value, String> {
    let text = |index: usize| arguments.get(index).and_then(Value::as_str).unwrap_or_default();
    let number = |index: usize| {
        let given = arguments.get(index).and_then(Value::as_i64);
        given.and_then(|number| usize::try_from(number).ok()).unwrap_or(0)
    };
    let wanted = match name {
        "print" | "println" | "printf" | "and" | "or" | "index" | "slice" | "eq" => None,
        "join" | "split" | "truncate" | "ne" | "lt" | "le" | "gt" | "ge" => Some(2),
        "pad" => Some(3),
        _ => Some(1),
    };
    if let Some(wanted) = wanted.filter(|wanted| *wanted != arguments.len()) {
        return Err(format!("wrong number of args for {name}: want {wanted} got {}", arguments.len()));
    }
    Ok(match name {
        "json" => Value::String(print::json(&arguments[0])),
        "lower" => Value::String(text(0).to_lowercase()),
        "upper" => Value::String(text(0).to_uppercase()),
        "title" => Value::String(title(text(0))),
        "join" => {
            let items = arguments[0].as_array().ok_or("wrong type for value; expected []string")?;
            let items: Vec<String> = items.iter().map(|item| print::value(item, None)).collect();
            Value::String(items.join(text(1)))
        }
        "split" => text(0).split(text(1)).map(Value::from).collect(),
        "truncate" => Value::String(text(0).chars().take(number(1)).collect()),
        "pad" => {
            let blanks = |index: usize| " ".repeat(number(index).min(WIDEST));
            Value::String(format!("{}{}{}", blanks(1), text(0), blanks(2)))
        }
        "print" => Value::String(printed(arguments)),
        "println" => {
            let all: Vec<String> = arguments.iter().map(|value| print::value(value, None)).collect();
            Value::String(all.join(" ") + "\n")
        }
        "printf" => Value::String(formatted(text(0), arguments.get(1..).unwrap_or_default())),
        "len" => Value::from(length(&arguments[0])?),
        "index" => index(arguments)?,
        "slice" => slice(arguments)?,
        "not" => Value::Bool(!truth(&arguments[0])),
        "and" => chosen(arguments, false),
        "or" => chosen(arguments, true),
        "eq" => {
            let (first, rest) = arguments.split_first().ok_or("missing argument for comparison")?;
            Value::Bool(rest.iter().any(|other| equal(first, other)))
        }
        "ne" => Value::Bool(!equal(&arguments[0], &arguments[1])),
        "lt" => Value::Bool(order(arguments)? == Ordering::Less),
        "le" => Value::Bool(order(arguments)? != Ordering::Greater),
        "gt" => Value::Bool(order(arguments)? == Ordering::Greater),
        "ge" => Value::Bool(order(arguments)? != Ordering::Less),
        other => return Err(format!("function {other:?} not defined")),
    })
}

/// The first argument whose truth is `wanted`, else the last.
fn chosen(arguments: &[Value], wanted: bool) -> Value {
    let found = arguments.iter().find(|value| truth(value) == wanted);
    found.or(arguments.last()).cloned().unwrap_or(Value::Null)
}

fn title(text: &str) -> String {
    let mut upper = true;
    text.chars()
        .flat_map(|character| {
            let begins = std::mem::replace(&mut upper, !character.is_alphanumeric());
            let changed: Vec<char> =
                if begins { character.to_uppercase().collect() } else { vec![character] };
            changed
        })
        .collect()
}

/// Like Go's `Sprint`: a blank between two arguments of which neither is a string.
fn printed(arguments: &[Value]) -> String {
    let mut text = String::new();
    for (index, value) in arguments.iter().enumerate() {
        if index > 0 && !value.is_string() && !arguments[index - 1].is_string() {
            text.push(' ');
        }
        text += &print::value(value, None);
    }
    text
}

fn equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        _ => one == other,
    }
}

fn order(arguments: &[Value]) -> Result<Ordering, String> {
    match (&arguments[0], &arguments[1]) {
        (Value::String(one), Value::String(other)) => Ok(one.cmp(other)),
        (Value::Number(one), Value::Number(other)) => {
            one.as_f64().partial_cmp(&other.as_f64()).ok_or_else(|| "invalid type for comparison".to_owned())
        }
        _ => Err("incompatible types for comparison".to_owned()),
    }
}

fn length(value: &Value) -> Result<usize, String> {
    match value {
        Value::String(text) => Ok(text.len()),
        Value::Array(items) => Ok(items.len()),
        Value::Object(fields) => Ok(fields.len()),
        Value::Null => Ok(0),
        other => Err(format!("len of {}", print::value(other, None))),
    }
}

/// `index value key…`
fn index(arguments: &[Value]) -> Result<Value, String> {
    let (value, keys) = arguments.split_first().ok_or("index of nothing")?;
    let mut value = value.clone();
    for key in keys {
        value = match (value, key) {
            (Value::Object(mut fields), Value::String(name)) => {
                fields.swap_remove(name).unwrap_or(Value::String(String::new()))
            }
            (Value::Array(mut items), Value::Number(number)) => {
                let at = number.as_u64().and_then(|at| usize::try_from(at).ok());
                match at.filter(|at| *at < items.len()) {
                    Some(at) => items.swap_remove(at),
                    None => return Err(format!("index out of range: {number}")),
                }
            }
            (Value::Null, _) => return Err("index of nil pointer".to_owned()),
            (other, key) => {
                return Err(format!(
                    "cannot index {} with {}",
                    print::value(&other, None),
                    print::value(key, None)
                ));
            }
        };
    }
    Ok(value)
}

/// `slice value from to`, in bytes for a string.
fn slice(arguments: &[Value]) -> Result<Value, String> {
    let (value, bounds) = arguments.split_first().ok_or("slice of nothing")?;
    let length = length(value)?;
    let bound = |index: usize, otherwise: usize| match bounds.get(index) {
        None => Ok(otherwise),
        Some(given) => given
            .as_u64()
            .and_then(|at| usize::try_from(at).ok())
            .filter(|at| *at <= length)
            .ok_or_else(|| format!("index out of range: {}", print::value(given, None))),
    };
    let (from, to) = (bound(0, 0)?, bound(1, length)?);
    if from > to {
        return Err(format!("invalid slice index: {from} > {to}"));
    }
    match value {
        Value::String(text) => {
            Ok(Value::String(String::from_utf8_lossy(&text.as_bytes()[from..to]).into_owned()))
        }
        Value::Array(items) => Ok(Value::Array(items[from..to].to_vec())),
        other => Err(format!("can't slice item of type {}", print::value(other, None))),
    }
}

/// Like Go's `Sprintf`, for the verbs that are of use here.
fn formatted(format: &str, arguments: &[Value]) -> String {
    let mut text = String::new();
    let mut arguments = arguments.iter();
    let mut characters = format.chars().peekable();
    while let Some(character) = characters.next() {
        if character != '%' {
            text.push(character);
            continue;
        }
        let (mut left, mut zero, mut width) = (false, false, 0usize);
        while let Some(flag) = characters.next_if(|c| matches!(c, '-' | '0' | '+' | '#' | ' ')) {
            left |= flag == '-';
            zero |= flag == '0';
        }
        while let Some(digit) = characters.next_if(char::is_ascii_digit) {
            width = (width * 10 + digit.to_digit(10).unwrap_or(0) as usize).min(WIDEST);
        }
        let verb = characters.next();
        if verb == Some('%') {
            text.push('%');
            continue;
        }
        let Some(verb) = verb else {
            text += "%!(NOVERB)";
            break;
        };
        let Some(value) = arguments.next() else {
            let _ = write!(text, "%!{verb}(MISSING)");
            continue;
        };
        let shown = match (verb, value) {
            ('q', Value::String(string)) => crate::docker::text::go_quoted(string),
            ('x', Value::Number(number)) => number.as_i64().map_or_else(String::new, |n| format!("{n:x}")),
            ('s' | 'v' | 'd' | 't' | 'q' | 'x', value) => print::value(value, None),
            (verb, value) => format!("%!{verb}({})", print::value(value, None)),
        };
        let missing = width.saturating_sub(shown.chars().count());
        match (left, zero && value.is_number()) {
            (true, _) => text += &(shown + &" ".repeat(missing)),
            (false, true) => text += &("0".repeat(missing) + &shown),
            (false, false) => text += &(" ".repeat(missing) + &shown),
        }
    }
    text
}
