//! The mouse as the bytes that a terminal sends for it (xterm's).

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// Which events the program in the terminal has asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum MouseReport {
    /// None.
    #[default]
    Nothing,
    /// Buttons and the wheel (mode 1000).
    Clicks,
    /// Motion with a button down as well (mode 1002).
    Drags,
    /// All motion (mode 1003).
    Motion,
}

/// How the program in the terminal wants the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MouseModes {
    /// Which events it has asked for.
    pub report: MouseReport,
    /// Places as decimal numbers (mode 1006), without a limit.
    pub sgr: bool,
    /// Places as UTF-8 (mode 1005), up to 2015 columns and rows.
    pub utf8: bool,
    /// The wheel comes as arrow keys, as a full-screen program that has asked for no events expects.
    pub wheel_keys: bool,
}

/// The bytes for what the mouse did at a column and a row of the screen, both from 0; empty for what was not asked for.
pub fn encode_mouse(mouse: MouseEvent, (col, row): (u16, u16), modes: MouseModes) -> Vec<u8> {
    let (asked, code) = code(mouse.kind);
    if modes.report < asked {
        return Vec::new();
    }
    let code = code + modifiers(mouse.modifiers);
    let released = matches!(mouse.kind, MouseEventKind::Up(_));
    if modes.sgr {
        let end = if released { 'm' } else { 'M' };
        return format!("\x1b[<{code};{};{}{end}", u32::from(col) + 1, u32::from(row) + 1).into_bytes();
    }
    // Without SGR nobody can say which button came up.
    let code = if released { code | 3 } else { code };
    let mut out = b"\x1b[M".to_vec();
    out.push(32 + code);
    for place in [col, row] {
        let number = u32::from(place) + 33;
        match u8::try_from(number) {
            Ok(byte) if byte < 0x80 || !modes.utf8 => out.push(byte),
            _ if modes.utf8 && number < 0x800 => {
                let c = char::from_u32(number).unwrap_or(' ');
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            // There is no way to say that place.
            _ => return Vec::new(),
        }
    }
    out
}

/// What has to be asked for to get such an event, and its number.
fn code(kind: MouseEventKind) -> (MouseReport, u8) {
    let button = |button| match button {
        MouseButton::Left => 0,
        MouseButton::Middle => 1,
        MouseButton::Right => 2,
    };
    match kind {
        MouseEventKind::Down(pressed) | MouseEventKind::Up(pressed) => (MouseReport::Clicks, button(pressed)),
        MouseEventKind::Drag(held) => (MouseReport::Drags, 32 + button(held)),
        MouseEventKind::Moved => (MouseReport::Motion, 32 + 3),
        MouseEventKind::ScrollUp => (MouseReport::Clicks, 64),
        MouseEventKind::ScrollDown => (MouseReport::Clicks, 65),
        MouseEventKind::ScrollLeft => (MouseReport::Clicks, 66),
        MouseEventKind::ScrollRight => (MouseReport::Clicks, 67),
    }
}

fn modifiers(held: KeyModifiers) -> u8 {
    4 * u8::from(held.contains(KeyModifiers::SHIFT))
        + 8 * u8::from(held.contains(KeyModifiers::ALT))
        + 16 * u8::from(held.contains(KeyModifiers::CONTROL))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LEFT: MouseEventKind = MouseEventKind::Down(MouseButton::Left);

    fn encode(kind: MouseEventKind, at: (u16, u16), modes: MouseModes) -> String {
        let mouse = MouseEvent { kind, column: 0, row: 0, modifiers: KeyModifiers::NONE };
        String::from_utf8_lossy(&encode_mouse(mouse, at, modes)).into_owned()
    }

    #[test]
    fn only_what_was_asked_for_is_sent() {
        let modes = |report| MouseModes { report, sgr: true, ..MouseModes::default() };
        let drag = MouseEventKind::Drag(MouseButton::Left);
        let asked = [
            (LEFT, MouseReport::Clicks, "\x1b[<0;3;2M"),
            (MouseEventKind::Up(MouseButton::Right), MouseReport::Clicks, "\x1b[<2;3;2m"),
            (MouseEventKind::ScrollDown, MouseReport::Clicks, "\x1b[<65;3;2M"),
            (drag, MouseReport::Drags, "\x1b[<32;3;2M"),
            (MouseEventKind::Moved, MouseReport::Motion, "\x1b[<35;3;2M"),
        ];
        for (kind, report, bytes) in asked {
            assert_eq!(encode(kind, (2, 1), modes(report)), bytes);
        }
        assert_eq!(encode(LEFT, (2, 1), modes(MouseReport::Nothing)), "");
        assert_eq!(encode(drag, (2, 1), modes(MouseReport::Clicks)), "");
        assert_eq!(encode(MouseEventKind::Moved, (2, 1), modes(MouseReport::Drags)), "");
    }

    #[test]
    fn older_encodings_say_what_they_can() {
        let old = MouseModes { report: MouseReport::Motion, ..MouseModes::default() };
        assert_eq!(encode(LEFT, (0, 0), old), "\x1b[M !!");
        assert_eq!(encode(MouseEventKind::Up(MouseButton::Right), (0, 0), old), "\x1b[M#!!");
        let far = MouseEvent { kind: LEFT, column: 0, row: 0, modifiers: KeyModifiers::CONTROL };
        assert_eq!(encode_mouse(far, (222, 0), old), b"\x1b[M\x30\xff!");
        assert_eq!(encode(LEFT, (223, 0), old), "");
        let utf8 = MouseModes { utf8: true, ..old };
        assert_eq!(encode(LEFT, (300, 0), utf8), "\x1b[M \u{14d}!");
        assert_eq!(encode(LEFT, (2015, 0), utf8), "");
    }

    proptest! {
        #[test]
        fn any_place_and_any_mode_gives_a_whole_sequence_or_nothing(
            at in (any::<u16>(), any::<u16>()), sgr in any::<bool>(), utf8 in any::<bool>(),
        ) {
            let modes = MouseModes { report: MouseReport::Motion, sgr, utf8, wheel_keys: false };
            let mouse =
                MouseEvent { kind: LEFT, column: 0, row: 0, modifiers: KeyModifiers::all() };
            let bytes = encode_mouse(mouse, at, modes);
            prop_assert!(bytes.is_empty() || bytes.starts_with(b"\x1b["));
            prop_assert!(!sgr || !bytes.is_empty());
        }
    }
}
