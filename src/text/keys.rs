//! Keys as the bytes that a terminal sends for them (xterm's).

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What the program in the terminal has asked keys to be like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "a terminal's modes are independent of each other")]
pub struct KeyModes {
    /// Arrow keys, Home and End come as `ESC O …` (DECCKM).
    pub app_cursor: bool,
    /// Pasted text is put in brackets.
    pub bracketed_paste: bool,
    /// Enter sends CR LF (LNM).
    pub newline: bool,
    /// It is told when the terminal gets the focus and loses it.
    pub focus: bool,
}

/// The bytes that a key sends; empty for one that a terminal does not send.
pub fn encode_key(key: KeyEvent, modes: KeyModes) -> Vec<u8> {
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    match key.code {
        KeyCode::Char(c) => prefixed(alt, &character(c, key.modifiers)),
        KeyCode::Enter if modes.newline => prefixed(alt, b"\r\n"),
        KeyCode::Enter => prefixed(alt, b"\r"),
        KeyCode::Tab => prefixed(alt, b"\t"),
        KeyCode::BackTab => b"\x1b[Z".to_vec(),
        KeyCode::Backspace if key.modifiers.contains(KeyModifiers::CONTROL) => prefixed(alt, b"\x08"),
        KeyCode::Backspace => prefixed(alt, b"\x7f"),
        KeyCode::Esc => prefixed(alt, b"\x1b"),
        KeyCode::Null => vec![0],
        KeyCode::Up => letter(b'A', key.modifiers, modes.app_cursor),
        KeyCode::Down => letter(b'B', key.modifiers, modes.app_cursor),
        KeyCode::Right => letter(b'C', key.modifiers, modes.app_cursor),
        KeyCode::Left => letter(b'D', key.modifiers, modes.app_cursor),
        KeyCode::End => letter(b'F', key.modifiers, modes.app_cursor),
        KeyCode::Home => letter(b'H', key.modifiers, modes.app_cursor),
        KeyCode::Insert => numbered(2, key.modifiers),
        KeyCode::Delete => numbered(3, key.modifiers),
        KeyCode::PageUp => numbered(5, key.modifiers),
        KeyCode::PageDown => numbered(6, key.modifiers),
        KeyCode::F(n @ 1..=4) => letter(b'P' + n - 1, key.modifiers, true),
        KeyCode::F(n @ 5..=12) => numbered(FUNCTION_KEYS[usize::from(n - 5)], key.modifiers),
        _ => Vec::new(),
    }
}

/// The bytes of pasted text: newlines as Enter, in brackets where they were asked for.
pub fn encode_paste(text: &str, modes: KeyModes) -> Vec<u8> {
    let text = text.replace("\r\n", "\r").replace('\n', "\r");
    if modes.bracketed_paste {
        // A closing bracket inside would let the rest be taken for typed keys.
        format!("\x1b[200~{}\x1b[201~", text.replace('\x1b', "")).into_bytes()
    } else {
        text.into_bytes()
    }
}

/// Numbers of F5 to F12.
const FUNCTION_KEYS: [u8; 8] = [15, 17, 18, 19, 20, 21, 23, 24];

fn prefixed(alt: bool, bytes: &[u8]) -> Vec<u8> {
    let mut out = if alt { vec![0x1b] } else { Vec::new() };
    out.extend_from_slice(bytes);
    out
}

fn character(c: char, modifiers: KeyModifiers) -> Vec<u8> {
    if modifiers.contains(KeyModifiers::CONTROL)
        && let Some(byte) = control(c)
    {
        return vec![byte];
    }
    c.to_string().into_bytes()
}

/// The control character of a key, where it has one.
fn control(c: char) -> Option<u8> {
    match c.to_ascii_lowercase() {
        letter @ 'a'..='z' => Some(letter as u8 & 0x1f),
        ' ' | '@' | '2' => Some(0),
        '[' | '3' => Some(0x1b),
        '\\' | '4' => Some(0x1c),
        ']' | '5' => Some(0x1d),
        '^' | '6' => Some(0x1e),
        '_' | '/' | '7' => Some(0x1f),
        '?' | '8' => Some(0x7f),
        _ => None,
    }
}

/// xterm's number for held modifiers, 1 for none.
fn modifier_number(modifiers: KeyModifiers) -> u8 {
    1 + u8::from(modifiers.contains(KeyModifiers::SHIFT))
        + 2 * u8::from(modifiers.contains(KeyModifiers::ALT))
        + 4 * u8::from(modifiers.contains(KeyModifiers::CONTROL))
}

fn letter(last: u8, modifiers: KeyModifiers, application: bool) -> Vec<u8> {
    match modifier_number(modifiers) {
        1 if application => vec![0x1b, b'O', last],
        1 => vec![0x1b, b'[', last],
        n => format!("\x1b[1;{n}{}", char::from(last)).into_bytes(),
    }
}

fn numbered(number: u8, modifiers: KeyModifiers) -> Vec<u8> {
    match modifier_number(modifiers) {
        1 => format!("\x1b[{number}~").into_bytes(),
        n => format!("\x1b[{number};{n}~").into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(code: KeyCode, modifiers: KeyModifiers) -> Vec<u8> {
        encode_key(KeyEvent::new(code, modifiers), KeyModes::default())
    }

    #[test]
    fn keys_send_what_a_shell_expects() {
        let none = KeyModifiers::NONE;
        assert_eq!(encode(KeyCode::Char('あ'), none), "あ".as_bytes());
        assert_eq!(encode(KeyCode::Char('c'), KeyModifiers::CONTROL), [3]);
        assert_eq!(encode(KeyCode::Char(' '), KeyModifiers::CONTROL), [0]);
        assert_eq!(encode(KeyCode::Char('b'), KeyModifiers::ALT), b"\x1bb");
        assert_eq!(encode(KeyCode::Enter, none), b"\r");
        assert_eq!(encode(KeyCode::Backspace, none), b"\x7f");
        assert_eq!(encode(KeyCode::Up, none), b"\x1b[A");
        assert_eq!(encode(KeyCode::Left, KeyModifiers::CONTROL), b"\x1b[1;5D");
        assert_eq!(encode(KeyCode::Delete, none), b"\x1b[3~");
        assert_eq!(encode(KeyCode::F(1), none), b"\x1bOP");
        assert_eq!(encode(KeyCode::F(12), KeyModifiers::SHIFT), b"\x1b[24;2~");
        assert_eq!(encode(KeyCode::CapsLock, none), b"");
    }

    #[test]
    fn modes_change_keys() {
        let modes = KeyModes { app_cursor: true, bracketed_paste: true, newline: true, focus: false };
        let up = KeyEvent::new(KeyCode::Up, KeyModifiers::NONE);
        assert_eq!(encode_key(up, modes), b"\x1bOA");
        assert_eq!(encode_key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE), modes), b"\r\n");
        assert_eq!(encode_paste("a\nb\x1b[201~", modes), b"\x1b[200~a\rb[201~\x1b[201~");
        assert_eq!(encode_paste("a\r\nb", KeyModes::default()), b"a\rb");
    }
}
