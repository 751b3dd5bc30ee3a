//! Runs of text within a block: their looks, links and line breaks.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::block::is_inline;
use super::comment::{Comment, comment, is_comment};
use super::{Reader, seam};
use crate::i18n::phrase;
use crate::lesson::{Inline, Style};

/// What is open around the text that is being read.
#[derive(Default)]
struct Open {
    strong: usize,
    emphasis: usize,
    strike: usize,
    links: Vec<String>,
}

/// A run of text, before it is known what its soft breaks become.
pub(super) enum Run {
    Text { text: String, style: Style, link: Option<String> },
    Soft,
    Break,
}

impl Reader<'_> {
    /// Text up to the next thing that is none.
    pub(super) fn inlines(&mut self) -> Vec<Inline> {
        let mut runs = Vec::new();
        let mut open = Open::default();
        let mut stars = Vec::new();
        while let Some((event, span)) = self.events.get(self.at).cloned() {
            match event {
                Event::Text(text) => {
                    unescaped_stars(self.source.text, span, &mut stars);
                    push(&mut runs, &text, open.style(false), open.links.last());
                }
                Event::Code(code) => push(&mut runs, &code, open.style(true), open.links.last()),
                Event::SoftBreak => runs.push(Run::Soft),
                Event::HardBreak => runs.push(Run::Break),
                Event::TaskListMarker(checked) => self.checked = Some(checked),
                Event::InlineHtml(html) | Event::Html(html) => self.inline_html(&html, span),
                Event::Start(tag) if is_inline(&tag) => self.open(tag, span, &mut open),
                Event::End(tag) if is_inline_end(tag) => open.close(tag),
                _ => break,
            }
            self.at += 1;
        }
        self.remark_stars(&stars);
        seam::resolve(runs)
    }

    fn open(&mut self, tag: Tag<'_>, span: Range<usize>, open: &mut Open) {
        match tag {
            Tag::Strong => open.strong += 1,
            Tag::Emphasis => open.emphasis += 1,
            Tag::Strikethrough => open.strike += 1,
            Tag::Link { dest_url, .. } => {
                self.document.links.push((dest_url.to_string(), span));
                open.links.push(dest_url.into_string());
            }
            Tag::Image { dest_url, .. } => {
                open.links.push(dest_url.into_string());
                let problem = self.source.problem(span, phrase("lesson-picture"));
                self.document.remarks.push(problem.help("lesson-picture-help"));
            }
            _ => {}
        }
    }

    fn inline_html(&mut self, html: &str, span: Range<usize>) {
        if comment(html) == Some(Comment::Other) {
            return;
        }
        let problem = self.source.problem(span, phrase("lesson-html").with("html", html.trim()));
        let help = if is_comment(html) { "lesson-html-comment-help" } else { "lesson-html-help" };
        self.problems.push(problem.help(help));
    }

    /// Signs of emphasis that became text: they stand against letters, so they were meant to be emphasis.
    fn remark_stars(&mut self, stars: &[usize]) {
        for group in stars.chunk_by(|one, next| one + 1 == *next) {
            let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
            let (before, after) = (&self.source.text[..*first], &self.source.text[last + 1..]);
            let apart = before.chars().next_back().is_none_or(char::is_whitespace)
                && after.chars().next().is_none_or(char::is_whitespace);
            let sign = &self.source.text[*first..=*last];
            if apart || sign == "~" {
                continue;
            }
            let escaped = sign.replace('*', "\\*").replace('~', "\\~");
            let problem =
                self.source.problem(*first..last + 1, phrase("lesson-emphasis-open").with("sign", sign));
            self.document
                .remarks
                .push(problem.advise(phrase("lesson-emphasis-open-help").with("escaped", escaped)));
        }
    }
}

impl Open {
    fn style(&self, code: bool) -> Style {
        Style { strong: self.strong > 0, emphasis: self.emphasis > 0, strike: self.strike > 0, code }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strikethrough => self.strike = self.strike.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => drop(self.links.pop()),
            _ => {}
        }
    }
}

/// Adds text, to the run before it where it looks the same.
fn push(runs: &mut Vec<Run>, more: &str, style: Style, link: Option<&String>) {
    if let Some(Run::Text { text, style: last, link: to }) = runs.last_mut()
        && *last == style
        && to.as_ref() == link
    {
        text.push_str(more);
        return;
    }
    runs.push(Run::Text { text: more.to_owned(), style, link: link.cloned() });
}

/// Where `*` and `~` stand in the source of a text without a `\` before them.
fn unescaped_stars(source: &str, span: Range<usize>, stars: &mut Vec<usize>) {
    let escaped = source[..span.start].ends_with('\\');
    let found = source[span.clone()].bytes().enumerate().filter(|(_, byte)| matches!(byte, b'*' | b'~'));
    stars.extend(found.filter(|(at, _)| *at > 0 || !escaped).map(|(at, _)| span.start + at));
}

fn is_inline_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}
