//! What keys, pasted text and the mouse do in the built-in editor.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::super::keys::{is_command, is_control, is_enter, typed};
use super::super::paste::cut;
use super::super::scroll::NOTCH;
use super::super::{commands, say};
use super::{close, leave, reveal, save};
use crate::app::commands::Action;
use crate::app::editor::{Editor, Mode};
use crate::app::{Effect, Model, Tone, layout};
use crate::i18n::phrase;

/// So much pasted text is taken at all.
const PASTED: usize = 1024 * 1024;

/// A key was pressed in the editor.
pub(in crate::app::update) fn key(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) {
    let Some(editor) = &mut model.editor else { return };
    match editor.mode {
        _ if key.code == KeyCode::F(2) => return commands::run(model, out, Action::Lang, ""),
        _ if key.code == KeyCode::F(1) => return commands::run(model, out, Action::Help, ""),
        Mode::AskUnsaved => ask_unsaved(model, out, key),
        Mode::AskChanged => ask_changed(model, out, key),
        Mode::Search { from, .. } => search(editor, key, from),
        Mode::Edit if is_control(key, 's') => save(model, out, false),
        Mode::Edit if is_control(key, 'q') || key.code == KeyCode::Esc => leave(model, out),
        Mode::Edit if is_control(key, 'c') => say(model, Tone::Info, phrase("app-edit-how-to-leave")),
        Mode::Edit => {
            let rows = isize::try_from(layout::editor(model.size).text.height).unwrap_or(1);
            edit(editor, key, (rows - 1).max(1));
        }
    }
    reveal(model);
}

/// The letter of a key, small, for an answer.
fn letter(key: KeyEvent) -> Option<char> {
    typed(key)?.to_lowercase().next()
}

fn ask_unsaved(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) {
    let Some(editor) = &mut model.editor else { return };
    match (key.code, letter(key)) {
        (_, Some('s' | 'y')) => save(model, out, true),
        _ if is_control(key, 's') => save(model, out, true),
        (_, Some('d')) => close(model, out),
        (KeyCode::Esc, _) | (_, Some('b')) => editor.mode = Mode::Edit,
        _ if is_control(key, 'c') || is_control(key, 'g') => editor.mode = Mode::Edit,
        _ => {}
    }
}

fn ask_changed(model: &mut Model, out: &mut Vec<Effect>, key: KeyEvent) {
    let Some(editor) = &mut model.editor else { return };
    match (key.code, letter(key)) {
        (_, Some('o')) => {
            let leaving = editor.leaving;
            editor.on_disk = editor.theirs.take();
            save(model, out, leaving);
        }
        (_, Some('r')) => {
            let again = Editor::new(editor.lesson, editor.path.clone(), editor.theirs.take());
            let (line, column) = (editor.buffer.line(), editor.buffer.cursor_column());
            **editor = again;
            editor.buffer.go_to(line, column);
        }
        (KeyCode::Esc, _) | (_, Some('b')) => (editor.mode, editor.leaving) = (Mode::Edit, false),
        _ if is_control(key, 'c') || is_control(key, 'g') => {
            (editor.mode, editor.leaving) = (Mode::Edit, false);
        }
        _ => {}
    }
}

fn search(editor: &mut Editor, key: KeyEvent, from: usize) {
    let cursor = editor.buffer.cursor();
    match key.code {
        KeyCode::Esc => editor.mode = Mode::Edit,
        _ if is_control(key, 'c') || is_control(key, 'g') => {
            editor.buffer.go(from);
            editor.mode = Mode::Edit;
        }
        KeyCode::F(3) if key.modifiers.contains(KeyModifiers::SHIFT) => find_back(editor),
        KeyCode::Up => find_back(editor),
        KeyCode::F(3) | KeyCode::Down => find(editor, cursor + 1),
        _ if is_enter(key) || is_control(key, 'f') => find(editor, cursor + 1),
        KeyCode::Backspace => {
            editor.query.pop();
            find(editor, from);
        }
        _ if is_control(key, 'u') => {
            editor.query.clear();
            find(editor, from);
        }
        KeyCode::Char(c) if !is_command(key) => {
            editor.query.push(c);
            find(editor, from);
        }
        _ => {}
    }
}

/// Goes to where the query stands at or after byte `at`.
fn find(editor: &mut Editor, at: usize) {
    let found = editor.buffer.find(&editor.query, at);
    arrive(editor, found);
}

fn find_back(editor: &mut Editor) {
    let found = editor.buffer.find_back(&editor.query, editor.buffer.cursor());
    arrive(editor, found);
}

fn arrive(editor: &mut Editor, found: Option<usize>) {
    if let Some(at) = found {
        editor.buffer.go(at);
    }
    if let Mode::Search { failed, .. } = &mut editor.mode {
        *failed = found.is_none() && !editor.query.is_empty();
    }
}

/// Keys that edit or move; `page` are the rows of a page.
fn edit(editor: &mut Editor, key: KeyEvent, page: isize) {
    let buffer = &mut editor.buffer;
    let word = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Char(c) if is_command(key) && control => match c.to_ascii_lowercase() {
            'a' => buffer.home(),
            'b' => buffer.left(),
            'd' => buffer.delete(),
            'e' => buffer.end(),
            'f' => {
                let from = buffer.cursor();
                editor.query.clear();
                editor.mode = Mode::Search { from, failed: false };
            }
            'h' => buffer.backspace(),
            'j' | 'm' => buffer.newline(),
            'k' => buffer.delete_to_end(),
            'n' => buffer.vertical(1),
            'p' => buffer.vertical(-1),
            'w' => buffer.delete_word(),
            'y' => drop(buffer.redo()),
            // The same control character, as older and newer keyboard protocols name it.
            'z' | '_' | '/' | '7' => drop(buffer.undo()),
            _ => {}
        },
        KeyCode::Char(_) if is_command(key) => {}
        KeyCode::Char(c) => buffer.insert(c.encode_utf8(&mut [0; 4])),
        KeyCode::Enter => buffer.newline(),
        KeyCode::Tab => buffer.tab(),
        KeyCode::Backspace if word => buffer.delete_word(),
        KeyCode::Backspace => buffer.backspace(),
        KeyCode::Delete => buffer.delete(),
        KeyCode::Left if word => buffer.left_by_word(),
        KeyCode::Left => buffer.left(),
        KeyCode::Right if word => buffer.right_by_word(),
        KeyCode::Right => buffer.right(),
        KeyCode::Up => buffer.vertical(-1),
        KeyCode::Down => buffer.vertical(1),
        KeyCode::PageUp => buffer.vertical(-page),
        KeyCode::PageDown => buffer.vertical(page),
        KeyCode::Home if word => buffer.top(),
        KeyCode::Home => buffer.home(),
        KeyCode::End if word => buffer.bottom(),
        KeyCode::End => buffer.end(),
        KeyCode::F(3) if key.modifiers.contains(KeyModifiers::SHIFT) => find_back(editor),
        KeyCode::F(3) => {
            let next = buffer.cursor() + 1;
            find(editor, next);
        }
        _ => {}
    }
}

/// Text was pasted into the editor, several lines and all.
pub(in crate::app::update) fn paste(model: &mut Model, pasted: &str) {
    let Some(editor) = &mut model.editor else { return };
    let text = cut(pasted, PASTED).replace("\r\n", "\n").replace('\r', "\n");
    match editor.mode {
        Mode::Edit => {
            let text: String = text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
            editor.buffer.paste(&text);
        }
        Mode::Search { from, .. } => {
            editor.query.extend(text.chars().filter(|c| !c.is_control()));
            find(editor, from);
        }
        Mode::AskUnsaved | Mode::AskChanged => {}
    }
    reveal(model);
}

/// The mouse did something over the editor.
pub(in crate::app::update) fn mouse(model: &mut Model, mouse: MouseEvent) {
    let size = model.size;
    let Some(editor) = &mut model.editor else { return };
    match mouse.kind {
        MouseEventKind::ScrollUp => editor.scroll(-NOTCH, size),
        MouseEventKind::ScrollDown => editor.scroll(NOTCH, size),
        MouseEventKind::Down(MouseButton::Left)
            if matches!(editor.mode, Mode::Edit | Mode::Search { .. })
                && editor.click(mouse.column, mouse.row, size) =>
        {
            editor.mode = Mode::Edit;
        }
        _ => {}
    }
    reveal(model);
}
