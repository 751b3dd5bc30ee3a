//! Blocks of a lesson's text as Markdown again.

#![allow(clippy::format_push_string, clippy::format_collect, reason = "it reads as what it writes")]

use crate::lesson::{Block, Inline, ListItem};

/// Text in which no sign means anything, on one line.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        // Within a word it marks nothing.
        let in_word = c == '_'
            && text[..at].ends_with(char::is_alphanumeric)
            && text[at + 1..].starts_with(char::is_alphanumeric);
        let marks =
            matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&' | '~' | '#') && !in_word;
        let begins = matches!(c, '-' | '+' | '=') && text[..at].trim().is_empty();
        if c == '\n' {
            out.push(' ');
            continue;
        }
        if marks || begins {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A code block that nothing in it ends.
pub(super) fn fence(out: &mut String, lang: &str, text: &str) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let marks = "`".repeat(longest.max(2) + 1);
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    *out += &format!("{marks}{lang}\n{text}{end}{marks}\n\n");
}

/// Running text.
pub(super) fn inlines(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Break => out += "  \n",
            Inline::Text { text, style, link } => {
                let said = if style.code { code(text) } else { marked(text, style.strong, style.emphasis) };
                match link {
                    Some(url) => out += &format!("[{said}](<{}>)", url.replace(['<', '>', '\n'], "")),
                    None => out += &said,
                }
            }
        }
    }
    out
}

fn marked(text: &str, strong: bool, emphasis: bool) -> String {
    let marks = format!("{}{}", if strong { "**" } else { "" }, if emphasis { "*" } else { "" });
    let back: String = marks.chars().rev().collect();
    format!("{marks}{}{back}", escape(text))
}

fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let marks = "`".repeat(longest + 1);
    let room = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{marks}{room}{}{room}{marks}", text.replace('\n', " "))
}

/// Blocks, each followed by an empty line.
pub(super) fn blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        self::block(out, block);
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => *out += &format!("{}\n\n", inlines(text)),
        Block::Heading(level, text) => {
            *out += &format!("{} {}\n\n", "#".repeat(usize::from(*level).clamp(4, 6)), inlines(text));
        }
        Block::List { start, items } => list(out, *start, items),
        Block::Table { head, rows } => {
            let row = |cells: &[Vec<Inline>]| {
                let cells: Vec<String> =
                    cells.iter().map(|cell| inlines(cell).replace("  \n", " ")).collect();
                format!("| {} |\n", cells.join(" | "))
            };
            *out += &row(head);
            *out += &format!("|{}\n", " --- |".repeat(head.len()));
            for cells in rows {
                *out += &row(cells);
            }
            out.push('\n');
        }
        Block::Alert(kind, within) => quoted(out, &format!("[!{}]\n", kind.name()), within),
        Block::Quote(within) => quoted(out, "", within),
        Block::Code(lang, text) => fence(out, lang, text),
        Block::Rule => *out += "---\n\n",
        // A report repeats none of these.
        Block::Console(_) | Block::Edit(_) | Block::Question(..) | Block::Notes(_) => {}
    }
}

fn list(out: &mut String, start: Option<u64>, items: &[ListItem]) {
    for (item, number) in items.iter().zip(start.unwrap_or(1)..) {
        let mark = start.map_or_else(|| "- ".to_owned(), |_| format!("{number}. "));
        let tick = item.checked.map_or("", |on| if on { "[x] " } else { "[ ] " });
        let mut text = String::new();
        blocks(&mut text, &item.blocks);
        let indent = " ".repeat(mark.len());
        for (index, line) in text.trim_end().lines().enumerate() {
            match (index, line) {
                (0, line) => *out += &format!("{mark}{tick}{line}\n"),
                (_, "") => out.push('\n'),
                (_, line) => *out += &format!("{indent}{line}\n"),
            }
        }
    }
    out.push('\n');
}

fn quoted(out: &mut String, first: &str, within: &[Block]) {
    let mut text = first.to_owned();
    blocks(&mut text, within);
    for line in text.trim_end().lines() {
        *out += format!("> {line}").trim_end();
        out.push('\n');
    }
    out.push('\n');
}
