//! What `ps`, `images` and `network ls` have in common: rows in a table, or in a format of one's own.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::failure::Failure;
use super::table::align;
use super::template::{Methods, Template};

/// A field that a format may name, and its heading.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    name: &'static str,
    heading: &'static str,
}

impl Column {
    /// The column of field `name`.
    pub const fn new(name: &'static str, heading: &'static str) -> Self {
        Self { name, heading }
    }
}

/// A listing.
#[derive(Debug)]
pub struct Listing<'a> {
    /// What docker calls a row in its messages.
    pub context: &'static str,
    /// The columns of the table.
    pub columns: &'static [Column],
    /// Those that a flag adds.
    pub extra: &'static [Column],
    /// Every other field.
    pub more: &'static [Column],
    /// `--format`
    pub format: Option<&'a str>,
    /// `-q`
    pub quiet: bool,
    /// Whether a format is tried out before the engine is asked, as `ps` does, which words its slips its own way.
    pub tried_first: bool,
}

/// A thing that is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What `-q` prints.
    pub id: String,
    /// Its fields.
    pub fields: Vec<(&'static str, Value)>,
    /// Its labels.
    pub labels: BTreeMap<String, String>,
}

/// How rows are to be printed.
#[derive(Debug)]
pub enum Format {
    /// As a table with these columns.
    Table(Vec<Column>),
    /// Only ids.
    Ids,
    /// A JSON object each.
    Json,
    /// By a template, under headings where it begins with `table`.
    Template(Box<Template>, bool),
}

impl Listing<'_> {
    /// What `--format` and `-q` ask for.
    ///
    /// # Errors
    /// A template that cannot be read.
    pub fn template(&self) -> Result<Format, Failure> {
        let format = self.format.unwrap_or("table");
        match format {
            _ if self.quiet && (format == "table" || format.is_empty()) => Ok(Format::Ids),
            "table" | "" => Ok(Format::Table([self.columns, self.extra].concat())),
            "json" => Ok(Format::Json),
            format => {
                let whole = format.replace("\\t", "\t").replace("\\n", "\n");
                self.try_out(&whole)?;
                let table = whole.strip_prefix("table").map(str::trim_start);
                let template = Template::parse(table.unwrap_or(&whole)).map_err(slip)?;
                Ok(Format::Template(Box::new(template), table.is_some()))
            }
        }
    }

    /// Renders the format as it was given over a row of nothing.
    fn try_out(&self, format: &str) -> Result<(), Failure> {
        if !self.tried_first {
            return Ok(());
        }
        let failed = |verb: &str, why| Failure::message(format!("failed to {verb} template: {why}"), 1);
        let template = Template::parse(format).map_err(|why| failed("parse", why))?;
        let methods = Methods::of_row(self.context, BTreeMap::new());
        template.render(&self.headings(), &methods).map_err(|why| failed("execute", why))?;
        Ok(())
    }

    /// The whole listing.
    ///
    /// # Errors
    /// A template that names what is not there.
    pub fn render(&self, format: &Format, rows: impl Iterator<Item = Row>) -> Result<String, Failure> {
        let mut text = String::new();
        match format {
            Format::Ids => rows.for_each(|row| text += &(row.id + "\n")),
            Format::Json => {
                for row in rows {
                    text += &(super::template::json(&Value::Object(object(&row))) + "\n");
                }
            }
            Format::Table(columns) => {
                let headings: Vec<&str> = columns.iter().map(|column| column.heading).collect();
                text = headings.join("\t") + "\n";
                for row in rows {
                    let cells: Vec<&str> = columns.iter().map(|column| row.field(column.name)).collect();
                    let _ = writeln!(text, "{}", cells.join("\t"));
                }
                text = align(&text);
            }
            Format::Template(template, table) => {
                if *table {
                    text += &template.render(&self.headings(), &Methods::headings()).map_err(slip)?;
                    text.push('\n');
                }
                for row in rows {
                    let methods = Methods::of_row(self.context, row.labels.clone());
                    let fields = Value::Object(object(&row));
                    text += &template.render(&fields, &methods).map_err(slip)?;
                    text.push('\n');
                }
                if *table {
                    text = align(&text);
                }
            }
        }
        Ok(text)
    }

    /// A row of headings.
    fn headings(&self) -> Value {
        let all = self.columns.iter().chain(self.more);
        Value::Object(
            all.map(|column| (column.name.to_owned(), Value::String(column.heading.to_owned()))).collect(),
        )
    }
}

impl Row {
    fn field(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(key, _)| *key == name)
            .and_then(|(_, text)| text.as_str())
            .unwrap_or_default()
    }
}

fn slip(why: impl std::fmt::Display) -> Failure {
    Failure::message(format!("template parsing error: {why}"), 1)
}

/// The row as JSON, its fields in the order of their names.
fn object(row: &Row) -> Map<String, Value> {
    let mut fields: Vec<_> = row.fields.clone();
    fields.sort_by_key(|(name, _)| *name);
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}
