//! Soft line breaks: a space between words, and nothing between Japanese letters.

use super::inline::Run;
use crate::lesson::Inline;

/// Runs with their soft breaks resolved, runs that look the same joined.
pub(super) fn resolve(runs: Vec<Run>) -> Vec<Inline> {
    let mut inlines: Vec<Inline> = Vec::new();
    let mut soft = false;
    for run in runs {
        match run {
            Run::Soft => soft = true,
            Run::Break => {
                soft = false;
                inlines.push(Inline::Break);
            }
            Run::Text { text, style, link } => {
                let space =
                    std::mem::take(&mut soft) && wants_space(last_char(&inlines), text.chars().next());
                match inlines.last_mut() {
                    Some(Inline::Text { text: before, style: its, link: to })
                        if *its == style && *to == link =>
                    {
                        if space {
                            before.push(' ');
                        }
                        before.push_str(&text);
                    }
                    Some(Inline::Text { text: before, style: its, .. }) if space && !its.code => {
                        before.push(' ');
                        inlines.push(Inline::Text { text, style, link });
                    }
                    _ => {
                        let text = if space && !style.code { format!(" {text}") } else { text };
                        if space && style.code {
                            let plain = crate::lesson::Style::default();
                            inlines.push(Inline::Text { text: " ".into(), style: plain, link: None });
                        }
                        inlines.push(Inline::Text { text, style, link });
                    }
                }
            }
        }
    }
    inlines
}

fn last_char(inlines: &[Inline]) -> Option<char> {
    match inlines.last() {
        Some(Inline::Text { text, .. }) => text.chars().next_back(),
        _ => None,
    }
}

/// Japanese letters need no space between them, and Japanese signs bring their own.
fn wants_space(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    !(is_sign(before) || is_sign(after) || (is_letter(before) && is_letter(after)))
}

/// Kana, ideographs and full-width letters.
fn is_letter(letter: char) -> bool {
    matches!(letter,
        '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}'
        | '\u{ff41}'..='\u{ff5a}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// 、。「」（） and other full-width signs.
fn is_sign(sign: char) -> bool {
    matches!(sign,
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{303f}' | '\u{30fb}' | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
}

#[cfg(test)]
mod tests {
    use super::super::super::problem::Source;
    use super::super::{Sections, plain, read};
    use crate::lesson::Block;

    fn text(markdown: &str) -> String {
        let text = format!("# t\n\n{markdown}\n");
        let document = read(Source { file: "", text: &text }, Sections::Steps, &mut Vec::new());
        match &document.intro[0] {
            Block::Paragraph(inlines) => plain(inlines),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn japanese_is_joined_and_words_are_not() {
        assert_eq!(text("コンテナの\n名前"), "コンテナの名前");
        assert_eq!(text("です。\nDocker は"), "です。Docker は");
        assert_eq!(text("コンテナ\nalpine"), "コンテナ alpine");
        assert_eq!(text("one\ntwo"), "one two");
    }

    #[test]
    fn across_a_change_of_looks() {
        assert_eq!(text("**強調**\nの後"), "強調の後");
        assert_eq!(text("`docker`\nand `run`\n`it`"), "docker and run it");
        assert_eq!(text("a  \nb"), "a b");
    }
}
