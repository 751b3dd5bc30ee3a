//! A table of the key: takes what is asked for, and tells what is wrong, missing or unknown.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Placed;
use crate::i18n::phrase;
use crate::lesson::problem::{Problem, Source};

/// A table that is being read.
pub(super) struct Table<'t, 'p> {
    entries: &'t DeTable<'t>,
    /// Where it stands, for what is missing in it.
    span: Range<usize>,
    /// Its name, as in `step.second.goal`.
    name: String,
    source: Source<'t>,
    problems: &'p mut Vec<Problem>,
    /// Keys that were asked for.
    known: BTreeSet<&'static str>,
}

impl<'t, 'p> Table<'t, 'p> {
    pub fn new(
        entries: &'t DeTable<'t>,
        span: Range<usize>,
        name: impl Into<String>,
        source: Source<'t>,
        problems: &'p mut Vec<Problem>,
    ) -> Self {
        Self { entries, span, name: name.into(), source, problems, known: BTreeSet::new() }
    }

    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// Adds a problem at a place of the key.
    pub fn report(&mut self, span: Range<usize>, what: crate::i18n::Phrase, help: crate::i18n::Phrase) {
        self.problems.push(self.source.problem(span, what).advise(help));
    }

    /// Text that is not empty.
    pub fn text(&mut self, key: &'static str) -> Option<Placed<String>> {
        let value = self.get(key)?;
        self.as_text(value)
    }

    /// Several texts.
    pub fn texts(&mut self, key: &'static str) -> Option<Vec<Placed<String>>> {
        let value = self.get(key)?;
        let DeValue::Array(array) = value.get_ref() else {
            self.wrong_type(value, "lesson-key-type-texts");
            return None;
        };
        Some(array.iter().filter_map(|entry| self.as_text(entry)).collect())
    }

    /// A whole number within bounds.
    pub fn number(&mut self, key: &'static str, least: i64, most: i64) -> Option<Placed<i64>> {
        let value = self.get(key)?;
        self.as_number(value, least, most)
    }

    /// `true` or `false`.
    pub fn truth(&mut self, key: &'static str) -> Option<Placed<bool>> {
        let value = self.get(key)?;
        let DeValue::Boolean(truth) = value.get_ref() else {
            self.wrong_type(value, "lesson-key-type-truth");
            return None;
        };
        Some(Placed { value: *truth, span: value.span() })
    }

    /// A number or a text.
    pub fn number_or_text(&mut self, key: &'static str) -> Option<(Option<i64>, Placed<String>)> {
        let value = self.get(key)?;
        if let DeValue::Integer(_) = value.get_ref() {
            let number = self.as_number(value, i64::MIN, i64::MAX)?;
            return Some((Some(number.value), Placed { value: number.value.to_string(), span: number.span }));
        }
        Some((None, self.as_text(value)?))
    }

    /// The entries of a table whose keys are names that the author chose: name, where the name stands, value.
    pub fn named(&mut self, key: &'static str) -> Vec<(String, Range<usize>, &'t Spanned<DeValue<'t>>)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(value, "lesson-key-type-table");
            return Vec::new();
        };
        table.iter().map(|(name, value)| (name.get_ref().to_string(), name.span(), value)).collect()
    }

    /// The tables of `[[…]]` sections.
    pub fn tables(&mut self, key: &'static str) -> Vec<&'t Spanned<DeValue<'t>>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(array) = value.get_ref() else {
            self.wrong_type(value, "lesson-key-type-tables");
            return Vec::new();
        };
        array.iter().collect()
    }

    /// A value as the table that it should be.
    pub fn inner(&mut self, value: &'t Spanned<DeValue<'t>>, name: String) -> Option<Table<'t, '_>> {
        let DeValue::Table(entries) = value.get_ref() else {
            self.wrong_type(value, "lesson-key-type-table");
            return None;
        };
        Some(Table::new(entries, value.span(), name, self.source, self.problems))
    }

    pub fn as_text(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Placed<String>> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => {
                Some(Placed { value: text.to_string(), span: value.span() })
            }
            _ => {
                self.wrong_type(value, "lesson-key-type-text");
                None
            }
        }
    }

    pub fn as_number(&mut self, value: &Spanned<DeValue<'_>>, least: i64, most: i64) -> Option<Placed<i64>> {
        let DeValue::Integer(digits) = value.get_ref() else {
            self.wrong_type(value, "lesson-key-type-number");
            return None;
        };
        let number = i64::from_str_radix(digits.as_str(), digits.radix()).ok();
        let Some(number) = number.filter(|number| (least..=most).contains(number)) else {
            let what = phrase("lesson-key-range").with("number", digits.as_str());
            // As text, so that no language groups the digits of a port.
            let help = phrase("lesson-key-range-help")
                .with("least", least.to_string())
                .with("most", most.to_string());
            self.report(value.span(), what, help);
            return None;
        };
        Some(Placed { value: number, span: value.span() })
    }

    /// Whether the key is there, well formed or not.
    pub fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    /// Says that a key is missing that must be there.
    pub fn missing(&mut self, key: &'static str) {
        let what = phrase("lesson-key-missing").with("key", key);
        let help = phrase("lesson-key-missing-help").with("key", key);
        self.report(self.span.clone(), what, help);
    }

    /// Says which keys nobody asked for.
    pub fn finish(self) {
        let known: Vec<&str> = self.known.iter().copied().collect();
        for key in self.entries.keys().filter(|key| !self.known.contains(key.get_ref().as_ref())) {
            let what = phrase("lesson-key-unknown").with("key", key.get_ref().as_ref());
            let help = phrase("lesson-key-unknown-help").with("known", known.join(", "));
            self.problems.push(self.source.problem(key.span(), what).advise(help));
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.known.insert(key);
        self.entries.get(key)
    }

    fn wrong_type(&mut self, value: &Spanned<DeValue<'_>>, wanted: &'static str) {
        self.report(value.span(), phrase("lesson-key-type"), phrase(wanted));
    }
}
