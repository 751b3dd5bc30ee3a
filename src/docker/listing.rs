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
}

/// A thing that is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What `-q` prints.
    pub id: String,
    /// Its fields.
    pub fields: Vec<(&'static str, String)>,
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
                let table = format.strip_prefix("table").map(str::trim_start);
                let text = table.unwrap_or(format).replace("\\t", "\t").replace("\\n", "\n");
                let template = Template::parse(&text)
                    .map_err(|error| Failure::message(format!("template parsing error: {error}"), 1))?;
                Ok(Format::Template(Box::new(template), table.is_some()))
            }
        }
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
                    text += &(super::template::json(&Value::Object(self.object(&row))) + "\n");
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
                let failed = |error| Failure::message(format!("failed to execute template: {error}"), 1);
                if *table {
                    text += &template.render(&self.headings(), &Methods::headings()).map_err(failed)?;
                    text.push('\n');
                }
                for row in rows {
                    let methods = Methods::of_row(self.context, row.labels.clone());
                    let fields = Value::Object(self.object(&row));
                    text += &template.render(&fields, &methods).map_err(failed)?;
                    text.push('\n');
                }
                if *table {
                    text = align(&text);
                }
            }
        }
        Ok(text)
    }

    /// The row as JSON, its fields in the order of their names.
    fn object(&self, row: &Row) -> Map<String, Value> {
        let mut fields: Vec<_> = row.fields.clone();
        fields.sort_unstable();
        fields.into_iter().map(|(name, text)| (name.to_owned(), Value::String(text))).collect()
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
        self.fields.iter().find(|(key, _)| *key == name).map_or("", |(_, text)| text)
    }
}
