//! The built-in editor, drawn and read back.

use proptest::prelude::*;

use super::stage::{begun, draw, langs, lesson};
use super::{LARGE, NARROW, SMALL, snapshot};
use crate::app::editor::{Editor, Mode};
use crate::app::{Model, Notice, Tone};
use crate::i18n::{Lang, phrase};

pub const TEXT: &str = "# nginx から tomcat へ\nserver {\n    listen 80;\n\n\tlocation /tomcat/ {\n\t\tproxy_pass http://tomcat-1:8080/;\n\t}\n}\n";

pub fn editing(lang: &Lang, size: (u16, u16), text: &str, change: impl Fn(&mut Editor)) -> Model {
    let mut model = begun(lang, size);
    let mut editor = Editor::new(0, "nginx/files/tomcat.conf".to_owned(), Some(text.to_owned()));
    change(&mut editor);
    editor.reveal(size);
    model.editor = Some(Box::new(editor));
    model
}

#[test]
fn screen() {
    for size in [SMALL, NARROW, LARGE] {
        snapshot("editor", size, |lang| {
            editing(lang, size, TEXT, |editor| {
                editor.buffer.go_to(5, 20);
                editor.buffer.insert("名前");
            })
        });
    }
    snapshot("editor_saved", NARROW, |lang| {
        let mut model = editing(lang, NARROW, TEXT, |_| {});
        let phrase = phrase("app-edit-saved").with("path", "nginx/files/tomcat.conf");
        model.notice = Some(Notice { tone: Tone::Good, phrase });
        model
    });
}

#[test]
fn searches_and_questions() {
    for (name, query, failed) in
        [("editor_search", "tomcat", false), ("editor_not_found", "見つからない", true)]
    {
        snapshot(name, NARROW, |lang| {
            editing(lang, NARROW, TEXT, |editor| {
                query.clone_into(&mut editor.query);
                editor.mode = Mode::Search { from: 0, failed };
                editor.buffer.go(TEXT.find("tomcat-1").unwrap());
            })
        });
    }
    for (name, mode) in [("editor_unsaved", Mode::AskUnsaved), ("editor_changed", Mode::AskChanged)] {
        snapshot(name, NARROW, |lang| {
            editing(lang, NARROW, TEXT, |editor| {
                editor.buffer.insert("x");
                editor.mode = mode;
            })
        });
    }
}

#[test]
fn a_long_line_scrolls_sideways() {
    snapshot("editor_long_line", NARROW, |lang| {
        editing(
            lang,
            NARROW,
            &format!("{}\nshort\n{}\n", "長い行".repeat(40), "abc ".repeat(60)),
            |editor| {
                editor.buffer.go_to(0, 130);
            },
        )
    });
}

/// The edit that comes next is marked, and one that has been made is ticked.
#[test]
fn edits_in_the_lesson() {
    for (name, made) in [("edit_due", false), ("edit_made", true)] {
        snapshot(name, NARROW, |lang| {
            let mut model = begun(lang, NARROW);
            let lesson = lesson(&mut model);
            (lesson.step, lesson.tasks, lesson.edits) = (1, Vec::new(), vec![made]);
            model
        });
    }
}

proptest! {
    /// The cursor stands on the character that it is at, however long and wide the line is.
    #[test]
    fn the_cursor_is_on_its_character(line in "[abあ\tx]{0,120}", column in 0usize..300) {
        let model = editing(&langs()[0], NARROW, &line, |editor| editor.buffer.go_to(0, column));
        let (buffer, cursor, _) = draw(&model);
        let editor = model.editor.as_ref().unwrap();
        let (x, y) = cursor.expect("the cursor is shown");
        let under = editor.buffer.text()[editor.buffer.cursor()..].chars().next();
        let shown = buffer[(x, y)].symbol();
        match under {
            None | Some('\t' | '\n') => prop_assert_eq!(shown, " "),
            Some(c) => prop_assert_eq!(shown, c.to_string()),
        }
    }
}
