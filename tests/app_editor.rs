//! Edits of a lesson through `update`: what is offered, the built-in editor, saving, `/solve`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod app_driver;

use app_driver::{Driver, held, lesson_of_edits, passed};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use netdojo::app::editor::{Editor, Mode};
use netdojo::app::offer::{Offer, ghost, offer};
use netdojo::app::{Effect, Made, Msg, Opened, Outcome, Progress, Saved, Tone};
use netdojo::check::{StepResult, Verdict};
use netdojo::i18n::phrase;
use netdojo::lesson::Course;
use proptest::prelude::*;
use proptest::sample::select;

/// A lesson of edits, opened.
fn begun() -> Driver {
    let course = Course { lessons: vec![lesson_of_edits()], ..Course::default() };
    let mut driver = Driver::of(course, Progress::default()).connected();
    driver.enter();
    let generation = look(&driver);
    driver.opened();
    driver.send(Msg::Edits(generation, vec![false; 2]));
    driver
}

fn made(edit: usize, edits: &[bool]) -> Made {
    Made { edit, edits: edits.to_vec(), kept: None }
}

/// The generation of the look at the files that was asked for last.
fn look(driver: &Driver) -> u64 {
    let asked = driver.effects.iter().find_map(|effect| match effect {
        Effect::LookAtEdits { generation, .. } => Some(*generation),
        _ => None,
    });
    asked.expect("the files are looked at")
}

fn open(driver: &mut Driver, line: &str, content: Option<&str>) {
    driver.line(line);
    let (generation, path) = opening(driver);
    let opened = Opened::Text { path, content: content.map(str::to_owned) };
    driver.send(Msg::FileOpened(generation, Ok(opened)));
}

fn opening(driver: &Driver) -> (u64, String) {
    let asked = driver.effects.iter().find_map(|effect| match effect {
        Effect::OpenFile { generation, path, .. } => Some((*generation, path.clone())),
        _ => None,
    });
    asked.expect("a file is opened")
}

fn editor(driver: &Driver) -> &Editor {
    driver.model.editor.as_ref().expect("the editor is open")
}

/// What is asked to be written: its generation, what was there before, what is to be there.
fn saving(driver: &Driver) -> (u64, Option<String>, String) {
    let asked = driver.effects.iter().find_map(|effect| match effect {
        Effect::SaveFile { generation, before, content, .. } => {
            Some((*generation, before.clone(), content.clone()))
        }
        _ => None,
    });
    asked.expect("the file is written")
}

fn edit_line(driver: &Driver) -> Option<String> {
    match offer(&driver.model) {
        Offer::Edit { line, .. } => Some(line),
        _ => None,
    }
}

#[test]
fn an_edit_is_offered_before_the_task_that_follows_it() {
    let mut driver = begun();
    assert_eq!(ghost(&driver.model).as_deref(), Some("edit nginx/a.conf"));
    driver.enter();
    let (generation, path) = opening(&driver);
    assert_eq!(path, "nginx/a.conf");
    driver.send(Msg::FileOpened(generation, Ok(Opened::Elsewhere)));
    assert!(driver.judge().is_some(), "the step is judged after another editor");
    let looked = look(&driver);
    driver.send(Msg::Edits(looked - 1, vec![true; 2]));
    assert!(edit_line(&driver).is_some(), "an old answer says nothing");
    driver.send(Msg::Edits(looked, vec![true, false]));
    assert!(matches!(offer(&driver.model), Offer::Run { task: 0, .. }));
    driver.enter();
    driver.print("listen 81;\r\n");
    driver.end(Outcome::Exited(0));
    assert_eq!(edit_line(&driver).as_deref(), Some("edit b.conf"), "the edit after the last task");
}

#[test]
fn an_editor_that_fails_may_have_written_before() {
    let mut driver = begun();
    driver.enter();
    let (generation, _) = opening(&driver);
    driver.send(Msg::FileOpened(generation, Err(phrase("runtime-editor-failed"))));
    assert_eq!(driver.notice(), Some("runtime-editor-failed"));
    let looked = look(&driver);
    assert!(driver.judge().is_some(), "the step is judged");
    driver.send(Msg::Edits(looked, vec![true, false]));
    assert!(matches!(offer(&driver.model), Offer::Run { task: 0, .. }));
}

#[test]
fn whoever_leaves_a_file_too_early_is_told() {
    let mut driver = begun();
    open(&mut driver, "edit nginx/a.conf", Some("listen 80;\n"));
    driver.control('q');
    let looked = look(&driver);
    driver.send(Msg::Edits(looked, vec![false; 2]));
    assert_eq!(driver.notice(), Some("app-edit-open"));
    open(&mut driver, "edit other.conf", None);
    driver.control('q');
    let looked = look(&driver);
    driver.send(Msg::Edits(looked, vec![false; 2]));
    assert_eq!(driver.notice(), None, "that file is nobody's business");
    open(&mut driver, "edit nginx/a.conf", Some("listen 81;\n"));
    driver.control('q');
    let looked = look(&driver);
    driver.send(Msg::Edits(looked, vec![true, false]));
    assert_eq!(driver.notice(), None);
}

#[test]
fn a_step_of_edits_alone_passes_by_its_goals() {
    let mut driver = begun();
    driver.line("/next");
    let generation = look(&driver);
    driver.send(Msg::Edits(generation, vec![false]));
    assert_eq!(edit_line(&driver).as_deref(), Some("edit b.conf"));
    open(&mut driver, "edit b.conf", Some("new\n"));
    driver.control('k');
    driver.type_text("newer");
    driver.control('s');
    let (generation, before, content) = saving(&driver);
    assert_eq!((before.as_deref(), content.as_str()), (Some("new\n"), "newer\n"));
    driver.send(Msg::FileSaved(generation, Saved::Written(content)));
    assert!(driver.judge().is_some(), "saving has the step judged");
    driver.judged(passed());
    assert_eq!(driver.notice(), Some("app-edit-saved"));
    driver.control('q');
    assert!(driver.model.editor.is_none(), "there is nothing left to save");
    assert_eq!(offer(&driver.model), Offer::Finish);
}

#[test]
fn solve_makes_edits_and_runs_tasks_in_their_order() {
    let mut driver = begun();
    driver.line("/solve");
    let making = |driver: &Driver| {
        let asked = driver.effects.iter().find_map(|effect| match effect {
            Effect::MakeEdit { generation, edit, .. } => Some((*generation, *edit)),
            _ => None,
        });
        asked.expect("an edit is made")
    };
    let (generation, edit) = making(&driver);
    assert_eq!(edit, 0);
    let old = driver.lesson().looking;
    driver.send(Msg::EditMade(generation, Ok(made(0, &[true, false]))));
    assert_eq!(driver.run(), Some("cat nginx/a.conf"));
    driver.send(Msg::Edits(old, vec![false; 2]));
    assert_eq!(driver.lesson().edits, [true, false], "a look from before says nothing any more");
    driver.print("listen 81;\r\n");
    driver.end(Outcome::Exited(0));
    let (generation, edit) = making(&driver);
    assert_eq!(edit, 1);
    driver.send(Msg::EditMade(generation, Ok(made(1, &[true; 2]))));
    assert!(!driver.lesson().solving);
    assert_eq!(driver.lesson().edits, [true, true]);
    assert!(driver.lesson().judging || driver.lesson().judge_again);
}

/// What counts as made may be what is in the way: the goals of a file may hold although it says nonsense.
#[test]
fn solve_makes_the_edits_anew_where_all_has_run_in_vain() {
    let mut driver = begun();
    driver.send(Msg::Edits(driver.lesson().looking, vec![true; 2]));
    driver.enter();
    driver.print("listen 81;\r\n");
    driver.end(Outcome::Exited(0));
    driver.judged(StepResult { verdict: Verdict::Failed(vec![phrase("app-busy")]), ..passed() });
    assert_eq!(offer(&driver.model), Offer::Check);
    driver.line("/solve");
    let asked = driver.effects.iter().any(|effect| matches!(effect, Effect::MakeEdit { edit: 0, .. }));
    assert!(asked && driver.lesson().edits == [false, false], "{:?}", driver.effects);
}

#[test]
fn what_has_been_made_is_seen_from_the_files() {
    let mut driver = begun();
    driver.line("/solve");
    let generation = driver.lesson().making.unwrap();
    // The other one has been made as well.
    driver.send(Msg::EditMade(generation, Ok(made(0, &[false, true]))));
    assert_eq!(
        driver.lesson().edits,
        [true, true],
        "what was made for the learner counts, whatever it looks like"
    );
}

#[test]
fn a_file_that_was_written_anew_is_told_and_commands_run_with_it() {
    let mut driver = begun();
    driver.send(Msg::Edits(driver.lesson().looking, vec![true, false]));
    driver.enter();
    driver.print("listen 81;\r\n");
    driver.end(Outcome::Exited(0));
    assert!(driver.lesson().tasks[0].run.is_some());
    driver.line("/solve");
    let generation = driver.lesson().making.unwrap();
    let kept = Some(("nginx/a.conf".to_owned(), "nginx/a.conf.kept-1".to_owned()));
    driver.send(Msg::EditMade(generation, Ok(Made { kept, ..made(0, &[true, false]) })));
    assert_eq!((driver.notice(), driver.run()), (Some("app-edit-anew"), Some("cat nginx/a.conf")));
}

#[test]
fn an_edit_that_cannot_be_made_ends_solving_and_says_why() {
    let mut driver = begun();
    driver.line("/solve");
    let generation = driver.lesson().making.unwrap();
    driver.send(Msg::EditMade(generation, Err(phrase("session-edit-fails"))));
    assert_eq!(driver.notice(), Some("session-edit-fails"));
    assert!(!driver.lesson().solving && driver.run().is_none());
}

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
