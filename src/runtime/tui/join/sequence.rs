//! The control sequences in which xterm and its kin tell of keys, the mouse and focus.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Whether a sequence, without its ESC, has come to its end.
pub fn is_whole(sequence: &str) -> bool {
    match sequence.as_bytes() {
        [b'O', _] => true,
        [b'[', .., last] if sequence.len() > 2 || *last != b'[' => (b'@'..=b'~').contains(last),
        _ => false,
    }
}

/// What a whole sequence, without its ESC, tells; none for one that is not known.
pub fn event(sequence: &str) -> Option<Event> {
    let last = sequence.chars().next_back()?;
    let inside = sequence.get(1..sequence.len() - 1)?;
    if let Some(place) = inside.strip_prefix('<') {
        return mouse(place, last);
    }
    let mut numbers = inside.split(';').map(str::parse::<u16>);
    let first = numbers.next().and_then(Result::ok);
    let held = numbers.next().and_then(Result::ok).map_or(KeyModifiers::NONE, modifiers);
    let code = match last {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'F' => KeyCode::End,
        'H' => KeyCode::Home,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'R' => KeyCode::F(3),
        'S' => KeyCode::F(4),
        'Z' => return Some(Event::Key(KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT))),
        'I' if inside.is_empty() => return Some(Event::FocusGained),
        'O' if inside.is_empty() => return Some(Event::FocusLost),
        '~' => numbered(first?)?,
        _ => return None,
    };
    Some(Event::Key(KeyEvent::new(code, held)))
}

/// The key with a number, as VT220 and xterm count them.
fn numbered(number: u16) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(u8::try_from(number - 10).ok()?),
        17..=21 => KeyCode::F(u8::try_from(number - 11).ok()?),
        23 | 24 => KeyCode::F(u8::try_from(number - 12).ok()?),
        _ => return None,
    })
}

/// What is held: one more than xterm's bits.
fn modifiers(number: u16) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    held([(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)], bits)
}

fn held(bits: [(u16, KeyModifiers); 3], number: u16) -> KeyModifiers {
    bits.into_iter().filter(|(bit, _)| number & bit != 0).map(|(_, modifier)| modifier).collect()
}

/// `CODE;COLUMN;ROW`, both from 1; `m` at its end for a button that came up.
fn mouse(place: &str, last: char) -> Option<Event> {
    let numbers: Vec<u16> = place.split(';').map(|number| number.parse().ok()).collect::<Option<_>>()?;
    let [code, column, row] = numbers[..] else { return None };
    let moves = code & 32 != 0;
    let number = code & 3 | (code & 0xc0) >> 4;
    let button = match number {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (number, moves, last) {
        (0..=2, true, 'M') => MouseEventKind::Drag(button),
        (0..=2, false, 'M') => MouseEventKind::Down(button),
        (0..=2, false, 'm') => MouseEventKind::Up(button),
        (3, true, 'M') => MouseEventKind::Moved,
        (4, false, 'M') => MouseEventKind::ScrollUp,
        (5, false, 'M') => MouseEventKind::ScrollDown,
        (6, false, 'M') => MouseEventKind::ScrollLeft,
        (7, false, 'M') => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let modifiers =
        held([(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)], code);
    Some(Event::Mouse(MouseEvent {
        kind,
        column: column.saturating_sub(1),
        row: row.saturating_sub(1),
        modifiers,
    }))
}
