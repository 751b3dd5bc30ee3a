//! Blocks of a lesson's text as HTML.

#![allow(clippy::format_push_string, clippy::format_collect, reason = "it reads as what it writes")]

use crate::lesson::{Block, Inline, ListItem};

/// Text that is nothing but text, also within quotes.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            c => out.push(c),
        }
    }
    out
}

/// Running text.
pub(super) fn inlines(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        let Inline::Text { text, style, link } = inline else {
            out += "<br>";
            continue;
        };
        let mut said = escape(text);
        for (on, tag) in
            [(style.code, "code"), (style.emphasis, "em"), (style.strong, "strong"), (style.strike, "s")]
        {
            if on {
                said = format!("<{tag}>{said}</{tag}>");
            }
        }
        match link {
            Some(url) => out += &format!("<a href=\"{}\">{said}</a>", escape(url)),
            None => out += &said,
        }
    }
    out
}

/// Blocks.
pub(super) fn blocks(out: &mut String, blocks: &[Block]) {
    for block in blocks {
        self::block(out, block);
    }
}

fn block(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => *out += &format!("<p>{}</p>\n", inlines(text)),
        Block::Heading(level, text) => {
            let level = (*level).clamp(4, 6);
            *out += &format!("<h{level}>{}</h{level}>\n", inlines(text));
        }
        Block::List { start, items } => list(out, *start, items),
        Block::Table { head, rows } => {
            let row = |cells: &[Vec<Inline>], tag: &str| {
                let cells: String =
                    cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", inlines(cell))).collect();
                format!("<tr>{cells}</tr>\n")
            };
            *out +=
                &format!("<div class=\"scroll\">\n<table>\n<thead>{}</thead>\n<tbody>\n", row(head, "th"));
            for cells in rows {
                *out += &row(cells, "td");
            }
            *out += "</tbody>\n</table>\n</div>\n";
        }
        Block::Alert(_, within) => around(out, "<div class=\"alert\">\n", within, "</div>\n"),
        Block::Quote(within) => around(out, "<blockquote>\n", within, "</blockquote>\n"),
        Block::Code(_, text) => *out += &format!("<pre><code>{}</code></pre>\n", escape(text)),
        Block::Rule => *out += "<hr>\n",
        // A report repeats none of these.
        Block::Console(_) | Block::Edit(_) | Block::Question(..) | Block::Notes(_) => {}
    }
}

fn around(out: &mut String, open: &str, within: &[Block], close: &str) {
    *out += open;
    blocks(out, within);
    *out += close;
}

fn list(out: &mut String, start: Option<u64>, items: &[ListItem]) {
    let (open, close) = match start {
        Some(1) => ("<ol>\n".to_owned(), "</ol>\n"),
        Some(first) => (format!("<ol start=\"{first}\">\n"), "</ol>\n"),
        None => ("<ul>\n".to_owned(), "</ul>\n"),
    };
    *out += &open;
    for item in items {
        *out += "<li>";
        *out += item.checked.map_or("", |on| if on { "☑ " } else { "☐ " });
        match item.blocks.as_slice() {
            // An item of one sentence stands close to the next.
            [Block::Paragraph(text)] => *out += &inlines(text),
            within => blocks(out, within),
        }
        *out += "</li>\n";
    }
    *out += close;
}
