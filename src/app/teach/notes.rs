//! The notes that a lesson has for whoever teaches it.

use crate::lesson::{Block, Prose};

/// The notes of a step, paragraph by paragraph; with the first one's those of the whole lesson before them.
pub fn notes(prose: &Prose, step: usize) -> Vec<String> {
    let intro = if step == 0 { &prose.intro[..] } else { &[] };
    let step = prose.steps.get(step).map_or(&[][..], |step| &step.blocks);
    let mut out = Vec::new();
    collect(intro, &mut out);
    collect(step, &mut out);
    out
}

fn collect(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Notes(text) => out.extend(paragraphs(text)),
            Block::Alert(_, blocks) | Block::Quote(blocks) => collect(blocks, out),
            _ => {}
        }
    }
}

/// The paragraphs of a text, each in one line. A blank line ends one, and so does an item of a list.
fn paragraphs(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for line in text.lines().map(str::trim) {
        let ends = line.is_empty() || line.starts_with(['-', '*']);
        match out.last_mut().filter(|last| !ends && !last.is_empty()) {
            Some(last) => {
                // Japanese goes on without a space.
                let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
                if is_word(last.chars().last()) || is_word(line.chars().next()) {
                    last.push(' ');
                }
                last.push_str(line);
            }
            None => out.push(line.to_owned()),
        }
    }
    out.retain(|paragraph| !paragraph.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lesson_has_notes_in_every_language() {
        for lesson in &crate::lesson::load().lessons {
            for (lang, prose) in &lesson.prose {
                let count = |step| notes(prose, step).len();
                assert!((0..lesson.steps.len()).map(count).sum::<usize>() > 0, "{} {lang}", lesson.id);
            }
        }
    }

    #[test]
    fn lines_are_joined_as_their_language_does() {
        assert_eq!(paragraphs("Ask them\nfirst.\n\nThen show."), ["Ask them first.", "Then show."]);
        assert_eq!(paragraphs("先に\n聞いてみる。\n- `ls` を\n使う"), ["先に聞いてみる。", "- `ls` を使う"]);
        assert!(paragraphs(" \n").is_empty());
    }
}
