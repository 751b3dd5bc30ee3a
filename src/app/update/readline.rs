//! Readline's keys at the prompt.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::keys::{is_command, is_control};
use crate::app::{Model, layout};

/// Edits the prompt's text, or moves in it.
pub(super) fn edit(model: &mut Model, key: KeyEvent) {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    match key.code {
        KeyCode::Char(c) if is_command(key) && control => with_control(model, c, key.modifiers),
        KeyCode::Char(c) if is_command(key) => with_alt(model, c),
        KeyCode::Char(c) => model.prompt.insert(c.encode_utf8(&mut [0; 4])),
        KeyCode::Backspace if alt || control => model.prompt.kill_word_left(),
        KeyCode::Backspace => model.prompt.backspace(),
        KeyCode::Delete if alt || control => model.prompt.kill_word_right(),
        KeyCode::Delete => model.prompt.delete(),
        KeyCode::Left if alt || control => model.prompt.word_left(),
        KeyCode::Left => model.prompt.left(),
        KeyCode::Right if alt || control => model.prompt.word_right(),
        KeyCode::Right => model.prompt.right(),
        KeyCode::Home if control => model.prompt.place(0),
        KeyCode::Home => model.prompt.home(),
        KeyCode::End if control => model.prompt.place(usize::MAX),
        KeyCode::End => model.prompt.end(),
        KeyCode::Up => up(model),
        KeyCode::Down => down(model),
        _ => {}
    }
}

/// Whether a key takes the character before the cursor away.
pub(super) fn is_backspace(key: KeyEvent) -> bool {
    let held = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    (key.code == KeyCode::Backspace && !held) || is_control(key, 'h')
}

/// Whether a key goes to the end of the word.
pub(super) fn is_word_right(key: KeyEvent) -> bool {
    let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    match key.code {
        KeyCode::Char(c) => held == KeyModifiers::ALT && c.eq_ignore_ascii_case(&'f'),
        KeyCode::Right => !held.is_empty(),
        _ => false,
    }
}

fn with_control(model: &mut Model, letter: char, held: KeyModifiers) {
    let history = &model.progress.history;
    let prompt = &mut model.prompt;
    match letter.to_ascii_lowercase() {
        'a' => prompt.home(),
        'b' => prompt.left(),
        'd' => prompt.delete(),
        'e' => prompt.end(),
        'f' => prompt.right(),
        'h' => prompt.backspace(),
        'k' => prompt.kill_to_end(),
        'n' => down(model),
        'p' => up(model),
        'r' => prompt.search_older(history),
        't' => prompt.transpose(),
        'u' => prompt.kill_to_start(),
        'w' => prompt.kill_blank_word(),
        'y' => prompt.yank(),
        // Terminals with a newer keyboard protocol tell these two apart.
        'z' if held.contains(KeyModifiers::SHIFT) => prompt.redo(),
        // The same control character, as older and newer keyboard protocols name it.
        '_' | '/' | '7' | 'z' => prompt.undo(),
        _ => {}
    }
}

fn with_alt(model: &mut Model, letter: char) {
    let history = &model.progress.history;
    let prompt = &mut model.prompt;
    match letter.to_ascii_lowercase() {
        'b' => prompt.word_left(),
        'c' => prompt.capitalize_word(),
        'd' => prompt.kill_word_right(),
        'f' => prompt.word_right(),
        'l' => prompt.lowercase_word(),
        'r' => prompt.revert(),
        't' => prompt.transpose_words(),
        'u' => prompt.uppercase_word(),
        'y' => prompt.yank_earlier(),
        '.' | '_' => prompt.last_word(history),
        '/' => prompt.redo(),
        '\\' => prompt.remove_blanks(),
        '<' => prompt.oldest(history),
        '>' => prompt.latest(),
        _ => {}
    }
}

/// A row up; from the first one, to the line before in the history.
fn up(model: &mut Model) {
    if !model.prompt.row_up(layout::prompt_cols(model)) {
        model.prompt.older(&model.progress.history);
    }
}

fn down(model: &mut Model) {
    if !model.prompt.row_down(layout::prompt_cols(model)) {
        model.prompt.newer(&model.progress.history);
    }
}
