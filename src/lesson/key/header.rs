//! What the key says of the whole lesson: format, images, minutes, needs, ports, values.

use super::table::Table;
use super::{Key, Placed, StepKey, step};
use crate::i18n::phrase;
use crate::lesson::Need;
use crate::lesson::output::is_name;
use crate::lesson::value::Source as ValueSource;

/// The format that this program reads.
const FORMAT: i64 = 1;

pub(super) fn read(mut table: Table<'_, '_>) -> Key {
    format(&mut table);
    let images = table.texts("images");
    if images.is_none() && !table.has("images") {
        table.missing("images");
    }
    let minutes = table.number("minutes", 1, 600);
    if minutes.is_none() && !table.has("minutes") {
        table.missing("minutes");
    }
    let mut key = Key {
        images: images.unwrap_or_default(),
        minutes: minutes.and_then(|minutes| u16::try_from(minutes.value).ok()).unwrap_or_default(),
        needs: needs(&mut table),
        ..Key::default()
    };
    ports(&mut table, &mut key);
    values(&mut table, &mut key);
    for (id, span, value) in table.named("step") {
        if let Some(inner) = table.inner(value, format!("step.{id}")) {
            let value: StepKey = step::read(inner);
            key.steps.insert(id, Placed { value, span });
        }
    }
    table.finish();
    key
}

/// `format = 1`, so that a program that is too old says so.
pub(in crate::lesson) fn format(table: &mut Table<'_, '_>) {
    match table.number("format", 1, i64::MAX) {
        Some(format) if format.value > FORMAT => {
            let what = phrase("lesson-format").with("format", format.value);
            table.report(format.span, what, phrase("lesson-format-help"));
        }
        None if !table.has("format") => table.missing("format"),
        _ => {}
    }
}

/// `needs = [...]`, here and in a step.
pub(super) fn needs(table: &mut Table<'_, '_>) -> Vec<Need> {
    let mut needs = Vec::new();
    for name in table.texts("needs").unwrap_or_default() {
        if let Some((_, need)) = Need::ALL.iter().find(|(known, _)| *known == name.value) {
            needs.push(*need);
        } else {
            let known: Vec<&str> = Need::ALL.iter().map(|(known, _)| *known).collect();
            let what = phrase("lesson-need-unknown").with("need", name.value);
            table.report(name.span, what, phrase("lesson-known-help").with("known", known.join(", ")));
        }
    }
    needs
}

fn ports(table: &mut Table<'_, '_>, key: &mut Key) {
    for (name, span, value) in table.named("ports") {
        check_name(table, &name, &span);
        let Some(port) = table.as_number(value, 1, 65535) else { continue };
        let Ok(port) = u16::try_from(port.value) else { continue };
        if key.ports.values().any(|other| other.value == port) {
            let what = phrase("lesson-port-twice").with("port", port.to_string());
            table.report(value.span(), what, phrase("lesson-port-twice-help"));
        }
        key.ports.insert(name, Placed { value: port, span });
    }
}

fn values(table: &mut Table<'_, '_>, key: &mut Key) {
    for (name, span, value) in table.named("values") {
        check_name(table, &name, &span);
        let Some(text) = table.as_text(value) else { continue };
        if let Some(source) = value_source(&text.value) {
            key.values.insert(name, Placed { value: source, span });
        } else {
            let what = phrase("lesson-value-source").with("source", text.value);
            table.report(text.span, what, phrase("lesson-value-source-help"));
        }
    }
}

fn check_name(table: &mut Table<'_, '_>, name: &str, span: &std::ops::Range<usize>) {
    if !is_name(name) {
        table.report(span.clone(), phrase("lesson-name").with("name", name), phrase("lesson-name-help"));
    }
}

fn value_source(text: &str) -> Option<ValueSource> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(match words.as_slice() {
        ["ip", container, network] => {
            ValueSource::Ip { container: (*container).to_owned(), network: (*network).to_owned() }
        }
        ["gateway", network] => ValueSource::Gateway((*network).to_owned()),
        ["subnet", network] => ValueSource::Subnet((*network).to_owned()),
        ["id", container] => ValueSource::Id((*container).to_owned()),
        _ => return None,
    })
}
