//! `-f KEY=VALUE`

use crate::engine::Filters;

/// Filters of a line as the engine takes them.
pub fn filters(given: &[String]) -> Filters {
    let mut filters = Filters::new();
    for text in given {
        let (key, value) = text.split_once('=').unwrap_or((text, ""));
        filters.entry(key.trim().to_lowercase()).or_default().push(value.trim().to_owned());
    }
    filters
}
