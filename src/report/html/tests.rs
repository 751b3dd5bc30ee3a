use proptest::prelude::*;

use super::super::document::Printed;
use super::*;
use crate::report::stage;
use crate::text::{CellStyle, Piece};

/// The tags in their order, each closed where it was opened.
fn is_well_formed(page: &str) -> Result<(), String> {
    let body = page.split_once("</style>").ok_or("no style")?.1;
    let mut open = vec!["html", "head"];
    for tag in body.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').ok_or_else(|| format!("no end: {tag}"))?;
        let name = tag.split([' ', '>']).next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(closed) if open.last() == Some(&closed) => drop(open.pop()),
            Some(closed) => return Err(format!("</{closed}> within {open:?}")),
            None if matches!(name, "br" | "hr") => {}
            None => open.push(name),
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("left open: {open:?}")) }
}

#[test]
fn it_is_one_sound_page_that_needs_nothing_else() {
    for lang in crate::i18n::available() {
        let page = html(&stage::document(&lang));
        assert_eq!(is_well_formed(&page), Ok(()));
        assert!(page.contains(&format!("<html lang=\"{lang}\">")));
        for outside in ["<script", "<link", "<img", "@import", "url(", " src="] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert_eq!(page.matches("<h1").count(), 1);
        assert!(page.contains("<main>") && page.contains("<header>"));
    }
}

proptest! {
    #[test]
    fn whatever_was_typed_and_printed_is_text(line in any::<String>(), printed in any::<String>(), bold in any::<bool>()) {
        let mut document = stage::document(&crate::i18n::available()[0]);
        let style = CellStyle { bold, ..CellStyle::default() };
        let output = vec![Printed::Line(vec![Piece { text: printed, style }]), Printed::Omitted(line.clone())];
        let command = Item::Command { line: line.clone(), output, remark: Some(line.clone()) };
        document.title.clone_from(&line);
        document.chapters[0].attempts[0].steps[0].items = vec![command];
        let page = html(&document);
        prop_assert_eq!(is_well_formed(&page), Ok(()));
        prop_assert!(!page.contains("<script"));
    }
}
