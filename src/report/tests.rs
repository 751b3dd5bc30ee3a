//! What a report says, in both languages.

use super::{html, markdown, stage};
use crate::i18n::available;

#[test]
fn a_report_reads_well_in_every_language() {
    for lang in available() {
        insta::assert_snapshot!(format!("markdown_{lang}"), markdown(&stage::document(&lang)));
    }
}

#[test]
fn a_page_says_the_same() {
    for lang in available() {
        let page = html(&stage::document(&lang));
        let body = page.split_once("<body>").map(|(_, body)| body).unwrap_or_default();
        insta::assert_snapshot!(format!("html_{lang}"), body);
    }
}

#[test]
fn a_page_is_markdown_that_can_be_read_again() {
    for lang in available() {
        let text = markdown(&stage::document(&lang));
        let code = pulldown_cmark::Parser::new(&text)
            .filter(|event| matches!(event, pulldown_cmark::Event::Start(pulldown_cmark::Tag::CodeBlock(_))));
        assert_eq!(code.count(), 4, "one for each command: {text}");
        let html = pulldown_cmark::Parser::new(&text).any(|event| {
            matches!(event, pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_))
        });
        assert!(!html, "nothing is taken for HTML");
    }
}
