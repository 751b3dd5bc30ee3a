//! A report as one HTML file: no script, nothing from elsewhere, light and dark, fit for paper.

#![allow(clippy::format_push_string, clippy::format_collect, reason = "it reads as what it writes")]

mod blocks;
mod output;

use super::document::{Chapter, Document, Item, Mark, Part, Section, Table};
use blocks::{blocks, escape, inlines};

/// How it looks.
const STYLE: &str = include_str!("style.css");

/// The report as a page.
pub fn html(document: &Document) -> String {
    let lang = escape(&document.lang.to_string());
    let title = escape(&document.title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n<p class=\"quiet\">{}</p>\n</header>\n",
        escape(&document.made)
    );
    if document.chapters.len() > 1 {
        contents(&mut out, document);
    }
    out += "<main>\n";
    table(&mut out, &document.overview);
    if let Some(empty) = &document.empty {
        out += &format!("<p>{}</p>\n", escape(empty));
    }
    for told in &document.chapters {
        chapter(&mut out, told);
    }
    out += "</main>\n</body>\n</html>\n";
    out
}

fn contents(out: &mut String, document: &Document) {
    *out += &format!("<nav aria-label=\"{}\">\n<ul>\n", escape(&document.overview.caption));
    for chapter in &document.chapters {
        let id = escape(&chapter.id);
        *out += &format!("<li><a href=\"#lesson-{id}\">{}</a></li>\n", escape(&chapter.title));
    }
    *out += "</ul>\n</nav>\n";
}

fn chapter(out: &mut String, chapter: &Chapter) {
    let id = format!("lesson-{}", escape(&chapter.id));
    *out += &format!("<section class=\"chapter\" aria-labelledby=\"{id}\">\n");
    *out += &format!("<h2 id=\"{id}\">{}</h2>\n<dl class=\"facts\">\n", escape(&chapter.title));
    for (what, value) in &chapter.facts {
        *out += &format!("<div><dt>{}</dt><dd>{}</dd></div>\n", escape(what), escape(value));
    }
    *out += "</dl>\n";
    for part in &chapter.attempts {
        self::part(out, part);
    }
    if let Some(values) = &chapter.values {
        table(out, values);
    }
    if let Some((title, text)) = &chapter.remember {
        *out += &format!("<div class=\"remember\">\n<h3>{}</h3>\n", escape(title));
        blocks(out, text);
        *out += "</div>\n";
    }
    *out += "</section>\n";
}

fn part(out: &mut String, part: &Part) {
    let level = if let Some(heading) = &part.heading {
        *out += &format!("<h3>{}</h3>\n", escape(heading));
        4
    } else {
        3
    };
    for step in &part.steps {
        section(out, step, level);
    }
}

fn section(out: &mut String, section: &Section, level: u8) {
    *out += &format!("<section class=\"step\">\n<h{level}>{}</h{level}>\n", escape(&section.title));
    *out += &format!("<p class=\"status {}\">", class(section.mark));
    *out += &format!("{} {}</p>\n", sign(section.mark), escape(&section.status));
    for item in &section.items {
        self::item(out, item);
    }
    *out += "</section>\n";
}

fn item(out: &mut String, item: &Item) {
    match item {
        Item::Question { asked, mark, answers } => {
            *out += "<div class=\"asked\">\n";
            if !asked.is_empty() {
                *out += &format!("<p>{}</p>\n", inlines(asked));
            }
            for (index, (label, answer)) in answers.iter().enumerate() {
                let (class, sign) =
                    if index == 0 { (class(*mark), sign(*mark)) } else { ("good", "→".to_owned()) };
                let label = escape(label);
                *out += &format!("<p class=\"{class}\">{sign} <b>{label}</b>: {}</p>\n", inlines(answer));
            }
            *out += "</div>\n";
        }
        Item::Command { line, output, remark } => {
            *out += &format!("<figure>\n<pre class=\"line\"><code>{}</code></pre>\n", escape(line));
            if !output.is_empty() {
                // What is wider than the page is scrolled, by key as well.
                let focus = if output::is_wide(output) { " tabindex=\"0\"" } else { "" };
                *out += &format!("<pre class=\"out\"{focus}>");
                output::lines(out, output);
                *out += "</pre>\n";
            }
            if let Some(remark) = remark {
                *out += &format!("<figcaption>{}</figcaption>\n", escape(remark));
            }
            *out += "</figure>\n";
        }
        Item::Note(said) => *out += &format!("<p class=\"quiet\">{}</p>\n", escape(said)),
        Item::Verdict { mark, said, reasons } => {
            *out += &format!("<div class=\"verdict {}\">\n", class(*mark));
            *out += &format!("<p>{} <b>{}</b></p>\n", sign(*mark), escape(said));
            if !reasons.is_empty() {
                let items: String = reasons.iter().map(|why| format!("<li>{}</li>", escape(why))).collect();
                *out += &format!("<ul>{items}</ul>\n");
            }
            *out += "</div>\n";
        }
    }
}

/// The words beside it say the same.
fn sign(mark: Mark) -> String {
    format!("<span aria-hidden=\"true\">{}</span>", mark.sign())
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Good => "good",
        Mark::Bad => "bad",
        Mark::Neutral => "neutral",
    }
}

fn table(out: &mut String, table: &Table) {
    *out += &format!("<div class=\"scroll\">\n<table>\n<caption>{}</caption>\n", escape(&table.caption));
    let head: String =
        table.head.iter().map(|cell| format!("<th scope=\"col\">{}</th>", escape(cell))).collect();
    *out += &format!("<thead><tr>{head}</tr></thead>\n<tbody>\n");
    for cells in &table.rows {
        let cells: String = cells.iter().map(|cell| format!("<td>{}</td>", escape(cell))).collect();
        *out += &format!("<tr>{cells}</tr>\n");
    }
    *out += "</tbody>\n</table>\n</div>\n";
}

#[cfg(test)]
mod tests;
