//! The built-in editor through `update`: saving, leaving, searching, pasting.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod app_driver;

use app_driver::edits::{begun, editor, look, open, opening, saving};
use app_driver::{Driver, held};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use netdojo::app::editor::Mode;
use netdojo::app::{Effect, Msg, Opened, Saved, Tone};
use netdojo::check::{StepResult, Verdict};
use netdojo::i18n::phrase;
use proptest::prelude::*;
use proptest::sample::select;

#[test]
fn what_is_not_saved_is_asked_about() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("listen 80;\n"));
    driver.type_text("# ");
    driver.press(KeyCode::Esc);
    assert_eq!(editor(&driver).mode, Mode::AskUnsaved);
    driver.press(KeyCode::Esc);
    assert_eq!(editor(&driver).mode, Mode::Edit);
    driver.control('q');
    driver.press(KeyCode::Char('ｓ'));
    let (generation, _, content) = saving(&driver);
    assert_eq!(content, "# listen 80;\n");
    driver.send(Msg::FileSaved(generation, Saved::Written(content)));
    assert!(driver.model.editor.is_none(), "saved and left");
    open(&mut driver, "edit nginx/a.conf", Some("x\n"));
    driver.type_text("y");
    driver.control('q');
    driver.type_text("d");
    assert!(driver.model.editor.is_none(), "given up");
    assert!(!driver.effects.iter().any(|effect| matches!(effect, Effect::SaveFile { .. })));
}

#[test]
fn what_was_typed_while_the_file_was_being_saved_is_not_lost() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("x\n"));
    driver.type_text("a");
    driver.control('q');
    driver.type_text("s");
    let (generation, _, content) = saving(&driver);
    driver.type_text("b");
    driver.send(Msg::FileSaved(generation, Saved::Written(content)));
    assert_eq!(editor(&driver).buffer.text(), "abx\n");
    assert!(editor(&driver).is_changed());
    assert_eq!(editor(&driver).mode, Mode::AskUnsaved, "leaving was asked for, and there is more to save");
}

#[test]
fn leaving_waits_for_the_save_that_is_under_way() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("x\n"));
    driver.type_text("a");
    driver.control('s');
    let (generation, _, content) = saving(&driver);
    driver.control('q');
    assert_eq!(editor(&driver).mode, Mode::Edit, "all of it is being saved: there is nothing to ask");
    driver.send(Msg::FileSaved(generation, Saved::Written(content)));
    assert!(driver.model.editor.is_none());
    look(&driver);
    assert!(driver.judge().is_some(), "what was written is looked at and judged");

    open(&mut driver, "edit nginx/a.conf", Some("ax\n"));
    driver.type_text("b");
    driver.control('s');
    let (generation, ..) = saving(&driver);
    driver.press(KeyCode::Esc);
    driver.send(Msg::FileSaved(generation, Saved::Failed(phrase("session-edit-fails"))));
    assert!(editor(&driver).is_changed(), "what could not be saved is not thrown away");
    assert_eq!(driver.notice(), Some("session-edit-fails"));
}

#[test]
fn a_file_that_has_changed_meanwhile_is_noticed() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("x\n"));
    driver.type_text("a");
    driver.control('s');
    let (generation, ..) = saving(&driver);
    driver.send(Msg::FileSaved(generation, Saved::Changed(Some("theirs\n".into()))));
    assert_eq!(editor(&driver).mode, Mode::AskChanged);
    driver.type_text("o");
    let (_, before, content) = saving(&driver);
    assert_eq!((before.as_deref(), content.as_str()), (Some("theirs\n"), "ax\n"));
    let generation = editor(&driver).saving.unwrap();
    driver.send(Msg::FileSaved(generation, Saved::Changed(Some("again\n".into()))));
    driver.type_text("r");
    assert_eq!(editor(&driver).buffer.text(), "again\n");
    assert!(!editor(&driver).is_changed());
}

#[test]
fn going_back_to_editing_allows_nobodys_change_to_be_written_over() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("x\n"));
    driver.type_text("a");
    for back in [KeyCode::Esc, KeyCode::Char('b')] {
        driver.control('s');
        let (generation, before, _) = saving(&driver);
        assert_eq!(before.as_deref(), Some("x\n"), "what was read must still be there");
        driver.send(Msg::FileSaved(generation, Saved::Changed(Some("theirs\n".into()))));
        assert_eq!(editor(&driver).mode, Mode::AskChanged, "it is asked each time");
        driver.press(back);
        assert_eq!(editor(&driver).mode, Mode::Edit);
        assert_eq!(editor(&driver).buffer.text(), "ax\n");
    }
}

#[test]
fn searching_goes_on_and_comes_back() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("one\ntwo one\nあ one\n"));
    driver.control('f');
    driver.type_text("ONE");
    assert!(matches!(editor(&driver).mode, Mode::Search { failed: true, .. }), "capitals that are not there");
    for _ in 0..3 {
        driver.press(KeyCode::Backspace);
    }
    driver.type_text("one");
    let line = |driver: &Driver| editor(driver).buffer.line();
    assert_eq!(line(&driver), 0);
    driver.enter();
    assert_eq!(line(&driver), 1);
    driver.press(KeyCode::F(3));
    assert_eq!(line(&driver), 2);
    driver.enter();
    assert_eq!(line(&driver), 0, "around at the end");
    for (letter, at) in [('j', 1), ('m', 2), ('j', 0)] {
        driver.control(letter);
        assert_eq!(line(&driver), at, "Ctrl-{letter} is Enter");
    }
    driver.press(KeyCode::Up);
    assert_eq!(line(&driver), 2);
    driver.press(KeyCode::Esc);
    assert_eq!(editor(&driver).mode, Mode::Edit);
    assert_eq!(line(&driver), 2);
    driver.press(KeyCode::F(3));
    assert_eq!(line(&driver), 0, "F3 goes on without the search's line");
}

#[test]
fn what_alt_gr_types_is_no_command() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("x\n"));
    for letter in ['s', 'q', 'f'] {
        let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
        driver.send(Msg::Key(KeyEvent::new(KeyCode::Char(letter), held)));
    }
    assert_eq!(editor(&driver).buffer.text(), "sqfx\n");
}

#[test]
fn several_lines_are_pasted_as_they_are() {
    let mut driver = begun();
    open(&mut driver, "edit new.conf", None);
    assert!(editor(&driver).is_new());
    driver.send(Msg::Paste("server {\r\n\tlisten 80;\r}\u{1b}".into()));
    assert_eq!(editor(&driver).buffer.text(), "server {\n\tlisten 80;\n}");
    driver.control('z');
    assert_eq!(editor(&driver).buffer.text(), "");
    driver.control('y');
    assert_eq!(editor(&driver).buffer.lines(), 3);
}

#[test]
fn a_file_that_cannot_be_edited_is_refused_and_nothing_opens() {
    let mut driver = begun();
    driver.line("edit picture.png");
    let (generation, _) = opening(&driver);
    driver.send(Msg::FileOpened(generation - 1, Ok(Opened::Text { path: "x".into(), content: None })));
    assert!(driver.model.editor.is_none(), "an old answer opens nothing");
    driver.send(Msg::FileOpened(generation, Err(phrase("session-no-text").with("path", "picture.png"))));
    assert!(driver.model.editor.is_none());
    assert_eq!(driver.model.notice.as_ref().unwrap().tone, Tone::Bad);
    let mut driver = Driver::new();
    driver.line("edit a.conf");
    assert_eq!(driver.notice(), Some("app-edit-only-in-lesson"));
}

#[test]
fn the_engine_may_change_while_a_file_is_edited() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("x\n"));
    driver.send(Msg::Snapshot(app_driver::snapshot(&["a"])));
    driver.send(Msg::Judged(1, Box::new(StepResult { verdict: Verdict::Passed, ..StepResult::default() })));
    driver.send(Msg::Resized(60, 16));
    driver.type_text("1");
    assert_eq!(editor(&driver).buffer.text(), "1x\n", "keys are the editor's, not the prompt's");
    assert_eq!(driver.model.prompt.text, "");
}

#[test]
fn on_a_terminal_that_is_too_small_one_saves_and_leaves_and_changes_nothing() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("x\n"));
    driver.type_text("a");
    driver.send(Msg::Resized(40, 10));
    driver.control('d');
    driver.control('c');
    driver.type_text("b");
    driver.press(KeyCode::Esc);
    assert_eq!((editor(&driver).buffer.text(), editor(&driver).mode), ("ax\n", Mode::Edit));
    driver.control('s');
    let (generation, _, content) = saving(&driver);
    driver.send(Msg::FileSaved(generation, Saved::Written(content)));
    driver.control('q');
    assert!(driver.model.editor.is_none());
}

fn key() -> impl Strategy<Value = KeyEvent> {
    let code = prop_oneof![
        6 => select(vec!['a', ' ', 's', 'd', 'o', 'r', 'あ', '\u{3099}', '👨', '\u{200d}', 'ｓ'])
            .prop_map(KeyCode::Char),
        4 => select("abdefhjkmnpquwyz_7".chars().collect::<Vec<_>>()).prop_map(KeyCode::Char),
        6 => select(vec![
            KeyCode::Enter, KeyCode::Tab, KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right, KeyCode::Home,
            KeyCode::End, KeyCode::PageUp, KeyCode::PageDown, KeyCode::Esc, KeyCode::Backspace, KeyCode::Delete,
            KeyCode::F(1), KeyCode::F(2), KeyCode::F(3),
        ]),
    ];
    (code, held()).prop_map(|(code, held)| KeyEvent::new(code, held))
}

proptest! {
    /// Whatever keys are pressed: the cursor is in sight, and nothing is written that nobody asked for.
    #[test]
    fn any_keys_leave_the_cursor_in_sight(
        keys in prop::collection::vec(key(), 0..80),
        clicks in prop::collection::vec((0u16..80, 0u16..24), 0..5),
    ) {
        let mut driver = begun();
        open(&mut driver, "edit nginx/a.conf", Some("\tlisten 80;\n長い行👨\u{200d}x\n"));
        let clicks = clicks.into_iter().map(|(column, row)| Msg::Mouse(MouseEvent {
            kind: MouseEventKind::Down(MouseButton::Left), column, row, modifiers: KeyModifiers::NONE,
        }));
        for msg in keys.into_iter().map(Msg::Key).chain(clicks) {
            let asked = editor(&driver).mode;
            let ctrl_s = KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL);
            let saves = matches!(msg, Msg::Key(key) if key == ctrl_s);
            driver.send(msg);
            let written = driver.effects.iter().any(|effect| matches!(effect, Effect::SaveFile { .. }));
            prop_assert!(!written || saves || matches!(asked, Mode::AskUnsaved | Mode::AskChanged));
            let Some(editor) = &driver.model.editor else { return Ok(()) };
            let area = netdojo::app::layout::editor(driver.model.size).text;
            let row = editor.buffer.line().checked_sub(editor.top);
            prop_assert!(row.is_some_and(|row| row < usize::from(area.height)));
            let column = editor.buffer.cursor_column().checked_sub(editor.left);
            prop_assert!(column.is_some_and(|column| column < usize::from(area.width - editor.gutter())));
            prop_assert!(driver.run().is_none());
        }
    }
}

#[test]
fn the_help_lies_over_the_editor_and_has_the_keys_meanwhile() {
    let mut driver = begun();
    open(&mut driver, "edit b.conf", None);
    driver.press(KeyCode::F(1));
    assert!(matches!(driver.model.overlay, Some(netdojo::app::Overlay::Help { .. })));
    driver.press(KeyCode::Char('x'));
    driver.press(KeyCode::Esc);
    assert!(driver.model.overlay.is_none());
    let text = |driver: &Driver| driver.model.editor.as_ref().map(|editor| editor.buffer.text().to_owned());
    assert_eq!(text(&driver).as_deref(), Some(""), "what was typed over the help is not in the file");
    driver.press(KeyCode::Char('x'));
    assert_eq!(text(&driver).as_deref(), Some("x"));
}
