//! Values as Go prints them.

use serde_json::Value;

/// Fields that are maps in docker's own types, printed with their keys; other objects are structs.
const MAPS: [&str; 12] = [
    "Annotations",
    "ConfigOptions",
    "DriverOpts",
    "ExposedPorts",
    "Labels",
    "Networks",
    "Options",
    "PortBindings",
    "Ports",
    "StorageOpt",
    "Tmpfs",
    "Volumes",
];

/// Fields that are pointers in docker's own types, so that nothing prints as `<nil>`.
const POINTERS: [&str; 5] = ["Health", "Healthcheck", "StopTimeout", "GraphDriver", "Platform"];

/// A value as `{{ }}` prints it; `field` is the name it was found under.
pub fn value(value: &Value, field: Option<&str>) -> String {
    match (value, field) {
        (Value::Null, Some(name)) if MAPS.contains(&name) => "map[]".to_owned(),
        (Value::Null, Some(name)) if !POINTERS.contains(&name) => "[]".to_owned(),
        (Value::Null, _) => "<nil>".to_owned(),
        (Value::String(text), _) => text.clone(),
        (Value::Bool(flag), _) => flag.to_string(),
        (Value::Number(number), _) => number.to_string(),
        (Value::Array(items), _) => {
            let items: Vec<String> = items.iter().map(|item| self::value(item, None)).collect();
            format!("[{}]", items.join(" "))
        }
        (Value::Object(fields), Some(name)) if MAPS.contains(&name) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(key, _)| key.as_str());
            let fields: Vec<String> =
                fields.iter().map(|(key, field)| format!("{key}:{}", self::value(field, None))).collect();
            format!("map[{}]", fields.join(" "))
        }
        (Value::Object(fields), _) => {
            let fields: Vec<String> =
                fields.iter().map(|(key, field)| self::value(field, Some(key))).collect();
            format!("{{{}}}", fields.join(" "))
        }
    }
}

/// A value as JSON the way Go writes it, fit to stand in HTML.
pub fn json(value: &Value) -> String {
    let text = value.to_string();
    if !text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']) {
        return text;
    }
    text.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}
