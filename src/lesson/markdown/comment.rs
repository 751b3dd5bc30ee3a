//! HTML comments: a step's id, and the instructor's notes. Other HTML has no place in a lesson.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{Reader, first_line};
use crate::i18n::phrase;
use crate::lesson::Block;

/// What a comment says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Comment {
    /// `<!-- step: id -->`
    Step(String),
    /// `<!-- word: id -->`
    Word(String),
    /// `<!-- notes: … -->`
    Notes(String),
    /// Anything else; not for the reader.
    Other,
}

impl Reader<'_> {
    /// The comment that stands next, and where.
    pub(super) fn peek_comment(&self) -> Option<(Comment, Range<usize>)> {
        let Some((Event::Start(Tag::HtmlBlock), span)) = self.events.get(self.at) else { return None };
        let html = self.source.text[span.clone()].trim_end();
        Some((comment(html)?, span.start..span.start + html.len()))
    }

    /// Moves behind a block of HTML.
    pub(super) fn skip_html(&mut self) {
        self.skip();
    }

    pub(super) fn html_block(&mut self) -> Option<Block> {
        let span = self.events.get(self.at)?.1.clone();
        let found = self.peek_comment();
        self.skip_html();
        match found {
            Some((Comment::Notes(notes), _)) => return Some(Block::Notes(notes)),
            Some((Comment::Other, _)) => {}
            Some((Comment::Step(_), at)) => {
                let problem = self.source.problem(at, phrase("lesson-step-misplaced"));
                self.problems.push(problem.help("lesson-step-misplaced-help"));
            }
            Some((Comment::Word(_), at)) => {
                let problem = self.source.problem(at, phrase("lesson-word-misplaced"));
                self.problems.push(problem.help("lesson-word-misplaced-help"));
            }
            None => {
                let line = first_line(self.source.text, span);
                let html = self.source.text[line.clone()].to_owned();
                let help =
                    if html.starts_with("<!--") { "lesson-html-comment-help" } else { "lesson-html-help" };
                self.problems
                    .push(self.source.problem(line, phrase("lesson-html").with("html", html)).help(help));
            }
        }
        None
    }
}

/// Whether the HTML is one comment and nothing else.
pub(super) fn is_comment(html: &str) -> bool {
    let html = html.trim();
    html.starts_with("<!--") && html.find("-->") == Some(html.len().saturating_sub(3))
}

/// What a comment says; none where the HTML is not one comment and nothing else.
pub(super) fn comment(html: &str) -> Option<Comment> {
    if !is_comment(html) {
        return None;
    }
    let inner = html.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    Some(if let Some(id) = inner.strip_prefix("step:") {
        Comment::Step(id.trim().to_owned())
    } else if let Some(id) = inner.strip_prefix("word:") {
        Comment::Word(id.trim().to_owned())
    } else if let Some(notes) = inner.strip_prefix("notes:") {
        Comment::Notes(notes.trim().to_owned())
    } else {
        Comment::Other
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_comments() {
        assert_eq!(comment("<!-- step: one-way -->"), Some(Comment::Step("one-way".into())));
        assert_eq!(comment("<!-- word: port -->"), Some(Comment::Word("port".into())));
        assert_eq!(comment("<!-- notes: ask\nthem -->\n"), Some(Comment::Notes("ask\nthem".into())));
        assert_eq!(comment("<!-- todo -->"), Some(Comment::Other));
        assert_eq!(comment("<!-- a --> text"), None);
        assert_eq!(comment("<!-->"), None);
        assert_eq!(comment("<br>"), None);
    }
}
