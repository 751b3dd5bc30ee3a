//! Edits of workspace files: a `diff path=…` block put into effect.

use super::{Edit, Lesson};
use crate::i18n::{Phrase, phrase};

impl Lesson {
    /// The content of an edit's file after it, if nothing but the lesson's own edits had been done to it: step and edit
    /// by index.
    ///
    /// # Errors
    /// Why the lesson's edits do not apply one after another, or that there is no such edit.
    pub fn edited(&self, step: usize, edit: usize) -> Result<String, Phrase> {
        let steps = self.steps.iter().take(step + 1).enumerate();
        let up_to = |index: usize| if index == step { edit + 1 } else { usize::MAX };
        let edits: Vec<&Edit> =
            steps.flat_map(|(index, step)| step.edits.iter().take(up_to(index))).collect();
        let path = edits.last().map_or("", |last| last.path.as_str());
        let mut content = self.workspace.get(path).and_then(|bytes| String::from_utf8(bytes.clone()).ok());
        for edit in edits.into_iter().filter(|edit| edit.path == path) {
            content = Some(edit.apply(content.as_deref())?);
        }
        content.ok_or_else(|| phrase("lesson-edit-no-file").with("path", path))
    }
}

/// A stretch of a diff: lines as they are, and as they will be.
#[derive(Debug, Default)]
struct Hunk<'a> {
    /// The line of the block at which it begins, from 1.
    line: usize,
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

impl Edit {
    /// The file's content after the edit. `content` is what it holds now, none where there is no such file; a block
    /// of nothing but `+` lines makes one.
    ///
    /// # Errors
    /// Why the edit does not apply, as part of a sentence.
    pub fn apply(&self, content: Option<&str>) -> Result<String, Phrase> {
        let hunks = self.hunks()?;
        if hunks.iter().all(|hunk| hunk.old == hunk.new) {
            return Err(phrase("lesson-edit-empty"));
        }
        let Some(content) = content else {
            return match hunks.as_slice() {
                [only] if only.old.is_empty() => Ok(joined(&only.new)),
                _ => Err(phrase("lesson-edit-no-file").with("path", self.path.as_str())),
            };
        };
        let lines: Vec<&str> = content.lines().collect();
        let mut result: Vec<&str> = Vec::new();
        let mut from = 0;
        for hunk in &hunks {
            let at = place(&hunk.old, &lines, from, same_text).ok_or_else(|| {
                phrase("lesson-edit-no-match").with("line", hunk.line).with("path", self.path.as_str())
            })?;
            result.extend(&lines[from..at]);
            result.extend(&hunk.new);
            from = at + hunk.old.len();
        }
        result.extend(&lines[from..]);
        Ok(joined(&result))
    }

    /// Whether `content` is as the file is to be after the edit: the lines that are to be there stand there,
    /// in their order. Blanks count as one however many there are.
    pub fn is_made(&self, content: &str) -> bool {
        let Ok(hunks) = self.hunks() else { return false };
        let lines: Vec<&str> = content.lines().collect();
        let mut from = 0;
        for hunk in &hunks {
            if hunk.new.is_empty() {
                if place(&hunk.old, &lines, 0, same_words).is_some() {
                    return false;
                }
                continue;
            }
            let Some(at) = place(&hunk.new, &lines, from, same_words) else { return false };
            from = at + hunk.new.len();
        }
        true
    }

    fn hunks(&self) -> Result<Vec<Hunk<'_>>, Phrase> {
        let mut hunks = Vec::new();
        let mut hunk = Hunk { line: 1, ..Hunk::default() };
        for (index, line) in self.diff.lines().enumerate() {
            let (sign, rest) = line.split_at(line.chars().next().map_or(0, char::len_utf8));
            match sign {
                "-" => hunk.old.push(rest),
                "+" => hunk.new.push(rest),
                // Editors take the blank off an empty line.
                " " | "" => {
                    hunk.old.push(rest);
                    hunk.new.push(rest);
                }
                "@" if line.starts_with("@@") => {
                    let next = Hunk { line: index + 2, ..Hunk::default() };
                    hunks.push(std::mem::replace(&mut hunk, next));
                }
                // `\ No newline at end of file`
                "\\" => {}
                _ => return Err(phrase("lesson-edit-bad-line").with("line", index + 1)),
            }
        }
        hunks.push(hunk);
        hunks.retain(|hunk| !(hunk.old.is_empty() && hunk.new.is_empty()));
        Ok(hunks)
    }
}

/// The first line at or after `from` at which the `wanted` ones stand; `same` says which lines are alike. Where none are
/// wanted there is no such place.
fn place(wanted: &[&str], lines: &[&str], from: usize, same: fn(&str, &str) -> bool) -> Option<usize> {
    if wanted.is_empty() {
        return None;
    }
    let stands = |window: &[&str]| window.iter().zip(wanted).all(|(line, wanted)| same(line, wanted));
    lines.get(from..)?.windows(wanted.len()).position(stands).map(|offset| from + offset)
}

/// Whether two lines are alike but for blanks at their ends, which nobody sees.
fn same_text(one: &str, other: &str) -> bool {
    one.trim_end() == other.trim_end()
}

/// Whether two lines are alike but for the number of their blanks.
fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn joined(lines: &[&str]) -> String {
    let mut text = lines.join("\n");
    if !lines.is_empty() {
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn apply(content: Option<&str>, diff: &str) -> Result<String, &'static str> {
        let edit = Edit { path: "f".into(), diff: diff.into() };
        edit.apply(content).map_err(|phrase| phrase.key)
    }

    #[test]
    fn lines_are_replaced_where_their_context_stands() {
        let content = "server {\n    listen 80;\n}\nserver {\n    listen 81;\n}\n";
        assert_eq!(
            apply(Some(content), " server {\n-    listen 81;\n+    listen 82;\n }\n").unwrap(),
            content.replace("81", "82")
        );
    }

    #[test]
    fn several_hunks_in_order() {
        assert_eq!(apply(Some("a\nb\nc\nd\n"), "@@ -1 +1 @@\n-a\n+A\n@@\n c\n-d\n").unwrap(), "A\nb\nc\n");
        assert_eq!(apply(Some("a\nb\n"), "-b\n+B\n@@\n-a\n+A\n"), Err("lesson-edit-no-match"));
    }

    #[test]
    fn a_new_file() {
        assert_eq!(apply(None, "+one\n+two\n").unwrap(), "one\ntwo\n");
        assert_eq!(apply(None, " one\n+two\n"), Err("lesson-edit-no-file"));
        assert_eq!(apply(Some("x\n"), "+one\n"), Err("lesson-edit-no-match"));
    }

    #[test]
    fn an_edit_is_made_once_its_lines_stand_there() {
        let made = |content: &str, diff: &str| Edit { path: "f".into(), diff: diff.into() }.is_made(content);
        let diff = " server {\n-    listen 80;\n+    listen 81;\n }\n";
        assert!(!made("server {\n    listen 80;\n}\n", diff));
        assert!(made("server {\n    listen 81;\n}\n", diff));
        assert!(made("a\nserver {\n\tlisten   81;\n}", diff), "blanks are the learner's own");
        assert!(!made("server {\n    listen 81;\n    listen 80;\n}\n", diff));
        assert!(made("b\n", "-a\n") && !made("a\n", "-a\n"));
        assert!(!made("B\nA\n", "-a\n+A\n@@\n-b\n+B\n"), "in their order");
    }

    #[test]
    fn blocks_that_say_nothing_or_nonsense() {
        assert_eq!(apply(Some("a\n"), ""), Err("lesson-edit-empty"));
        assert_eq!(apply(Some("a\n"), " a\n"), Err("lesson-edit-empty"));
        assert_eq!(apply(Some("a\n"), "あ\n"), Err("lesson-edit-bad-line"));
    }

    proptest! {
        #[test]
        fn any_diff_is_applied_or_refused(content in "[ab\n]{0,20}", diff in "([-+ @]{0,2}[ab]{0,2}\n){0,8}") {
            let _ = apply(Some(&content), &diff);
        }

        #[test]
        fn what_was_applied_is_made(content in "[ab\n]{0,20}", old in "[ab]{1,2}", new in "[cd]{1,2}") {
            let edit = Edit { path: "f".into(), diff: format!("-{old}\n+{new}\n") };
            if let Ok(after) = edit.apply(Some(&content)) {
                prop_assert!(edit.is_made(&after));
                prop_assert!(!edit.is_made(&content));
            }
        }
    }
}
