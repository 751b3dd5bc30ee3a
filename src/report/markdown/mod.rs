//! A report as Markdown, which reads well as text and on any forge.

#![allow(clippy::format_push_string, clippy::format_collect, reason = "it reads as what it writes")]

mod blocks;

use super::document::{Chapter, Document, Item, Printed, Section, Table};
use blocks::{escape, fence, inlines};

/// The report as Markdown.
pub fn markdown(document: &Document) -> String {
    let mut out = format!("# {}\n\n{}\n\n", escape(&document.title), escape(&document.made));
    out += &format!("## {}\n\n", escape(&document.overview.caption));
    table(&mut out, &document.overview);
    if let Some(empty) = &document.empty {
        out += &format!("{}\n\n", escape(empty));
    }
    for told in &document.chapters {
        chapter(&mut out, told);
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn chapter(out: &mut String, chapter: &Chapter) {
    *out += &format!("## {}\n\n", escape(&chapter.title));
    for (what, value) in &chapter.facts {
        *out += &format!("- {}: {}\n", escape(what), escape(value));
    }
    out.push('\n');
    for part in &chapter.attempts {
        if let Some(heading) = &part.heading {
            *out += &format!("### {}\n\n", escape(heading));
        }
        let level = if part.heading.is_some() { "####" } else { "###" };
        for step in &part.steps {
            section(out, step, level);
        }
    }
    if let Some(values) = &chapter.values {
        *out += &format!("### {}\n\n", escape(&values.caption));
        table(out, values);
    }
    if let Some((title, text)) = &chapter.remember {
        *out += &format!("### {}\n\n", escape(title));
        blocks::blocks(out, text);
    }
}

fn section(out: &mut String, section: &Section, level: &str) {
    *out += &format!("{level} {}\n\n", escape(&section.title));
    *out += &format!("{} {}\n\n", section.mark.sign(), escape(&section.status));
    for item in &section.items {
        self::item(out, item);
    }
}

fn item(out: &mut String, item: &Item) {
    match item {
        Item::Question { asked, mark, answers } => {
            if !asked.is_empty() {
                *out += &format!("{}\n\n", inlines(asked));
            }
            for (index, (label, answer)) in answers.iter().enumerate() {
                let sign = if index == 0 { mark.sign() } else { "→" };
                *out += &format!("- {sign} {}: {}\n", escape(label), inlines(answer));
            }
            out.push('\n');
        }
        Item::Command { line, output, remark } => {
            let mut text = format!("$ {line}\n");
            for line in output {
                match line {
                    Printed::Line(pieces) => text.extend(pieces.iter().map(|piece| piece.text.as_str())),
                    Printed::Omitted(said) => text += said,
                }
                text.push('\n');
            }
            fence(out, "console", &text);
            if let Some(remark) = remark {
                *out += &format!("{}\n\n", escape(remark));
            }
        }
        Item::Note(said) => *out += &format!("{}\n\n", escape(said)),
        Item::Verdict { mark, said, reasons } => {
            *out += &format!("{} {}\n\n", mark.sign(), escape(said));
            for reason in reasons {
                *out += &format!("- {}\n", escape(reason));
            }
            if !reasons.is_empty() {
                out.push('\n');
            }
        }
    }
}

fn table(out: &mut String, table: &Table) {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    *out += &row(&table.head);
    *out += &format!("|{}\n", " --- |".repeat(table.head.len()));
    for cells in &table.rows {
        *out += &row(cells);
    }
    out.push('\n');
}
