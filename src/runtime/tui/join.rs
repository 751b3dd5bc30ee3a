//! Escape sequences that came in pieces, put together again.
//!
//! Over a slow line the ESC that begins the sequence of a key may come by itself, and the rest a moment later. crossterm
//! takes such an ESC for the key, and the rest for letters. Here an Esc waits a moment for what belongs to it. Only the
//! ESC itself needs this: once more of a sequence has come, crossterm waits for its end.

mod sequence;

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// How long an Esc waits for what belongs to it: longer than the parts of a packet are apart, shorter than anybody
/// notices.
pub const PATIENCE: Duration = Duration::from_millis(50);

/// A longer sequence is none.
const LONGEST: usize = 32;

/// Puts sequences together.
#[derive(Debug, Default)]
pub enum Joiner {
    /// Nothing waits.
    #[default]
    Idle,
    /// An Esc came.
    Escape,
    /// An Esc and these characters of a sequence.
    Sequence(String),
    /// Text that is being pasted: crossterm drops its end, as it has not seen its beginning, so that it ends when nothing
    /// more comes.
    Paste(String),
}

impl Joiner {
    /// Whether something waits for what comes within [`PATIENCE`].
    pub fn waits(&self) -> bool {
        !matches!(self, Self::Idle)
    }

    /// Takes an event in; gives what is known to have happened.
    pub fn take(&mut self, event: Event) -> Vec<Event> {
        match std::mem::take(self) {
            Self::Idle if is_escape(&event) => {
                *self = Self::Escape;
                Vec::new()
            }
            Self::Idle => vec![event],
            Self::Escape => self.after_escape(event),
            Self::Sequence(begun) => self.in_sequence(begun, event),
            Self::Paste(mut text) => match pasted(&event) {
                Some(c) => {
                    text.push(c);
                    *self = Self::Paste(text);
                    Vec::new()
                }
                None => [vec![Event::Paste(text)], self.take(event)].concat(),
            },
        }
    }

    /// Nothing came in time: what has waited is what it looked like.
    pub fn give_up(&mut self) -> Vec<Event> {
        match std::mem::take(self) {
            Self::Escape => vec![escape()],
            // Alt and the key. A longer part of a sequence is nothing that anybody has typed.
            Self::Sequence(begun) => begun.parse().ok().map(with_alt).into_iter().collect(),
            Self::Paste(text) => vec![Event::Paste(text)],
            Self::Idle => Vec::new(),
        }
    }

    fn after_escape(&mut self, event: Event) -> Vec<Event> {
        match event {
            _ if is_escape(&event) => {
                *self = Self::Escape;
                vec![escape()]
            }
            Event::Key(KeyEvent { code: KeyCode::Char(c @ ('[' | 'O')), modifiers, .. })
                if types(modifiers) =>
            {
                *self = Self::Sequence(c.into());
                Vec::new()
            }
            Event::Key(mut key) => {
                key.modifiers |= KeyModifiers::ALT;
                vec![Event::Key(key)]
            }
            other => vec![escape(), other],
        }
    }

    fn in_sequence(&mut self, mut begun: String, event: Event) -> Vec<Event> {
        let Event::Key(KeyEvent { code: KeyCode::Char(c @ ' '..='~'), modifiers, .. }) = event else {
            return [begun.parse().ok().map(with_alt).into_iter().collect(), self.take(event)].concat();
        };
        if !types(modifiers) || begun.len() >= LONGEST {
            return self.take(event);
        }
        begun.push(c);
        if begun == "[200~" {
            *self = Self::Paste(String::new());
            return Vec::new();
        }
        if !sequence::is_whole(&begun) {
            *self = Self::Sequence(begun);
            return Vec::new();
        }
        // One that nobody knows is dropped, as crossterm does.
        sequence::event(&begun).into_iter().collect()
    }
}

fn escape() -> Event {
    Event::Key(KeyCode::Esc.into())
}

fn is_escape(event: &Event) -> bool {
    *event == escape()
}

fn with_alt(c: char) -> Event {
    Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT))
}

/// Whether a character that is held with these is typed.
fn types(modifiers: KeyModifiers) -> bool {
    (modifiers - KeyModifiers::SHIFT).is_empty()
}

/// The character that a key stands for in pasted text.
fn pasted(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code, modifiers, .. }) = event else { return None };
    match code {
        KeyCode::Char(c) if types(*modifiers) => Some(*c),
        KeyCode::Char('j') if *modifiers == KeyModifiers::CONTROL => Some('\n'),
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
    use proptest::prelude::*;

    use super::*;
    use crate::text::{KeyModes, MouseModes, MouseReport, encode_key, encode_mouse};

    /// What crossterm makes of bytes whose first ESC came alone.
    fn in_pieces(bytes: &[u8]) -> Vec<Event> {
        let text = std::str::from_utf8(bytes).expect("a sequence is ASCII");
        text.chars()
            .map(|c| match c {
                '\x1b' => escape(),
                '\r' => Event::Key(KeyCode::Enter.into()),
                c if c.is_uppercase() => Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::SHIFT)),
                c => Event::Key(KeyCode::Char(c).into()),
            })
            .collect()
    }

    fn joined(bytes: &[u8]) -> Vec<Event> {
        let mut joiner = Joiner::default();
        let mut out: Vec<Event> = in_pieces(bytes).into_iter().flat_map(|event| joiner.take(event)).collect();
        out.extend(joiner.give_up());
        out
    }

    #[test]
    fn an_esc_alone_is_one_and_text_stays() {
        assert_eq!(joined(b"\x1b"), [escape()]);
        assert_eq!(joined(b"\x1b\x1b"), [escape(), escape()]);
        assert_eq!(joined(b"ab"), in_pieces(b"ab"));
        assert_eq!(joined(b"\x1bb"), [with_alt('b')]);
        assert_eq!(joined(b"\x1b["), [with_alt('[')]);
        assert_eq!(joined(b"\x1bO"), [with_alt('O')]);
        let mut joiner = Joiner::default();
        assert_eq!(joiner.take(escape()), []);
        assert!(joiner.waits());
        assert_eq!(joiner.take(Event::Resize(80, 24)), [escape(), Event::Resize(80, 24)]);
        assert!(!joiner.waits());
    }

    #[test]
    fn pasted_text_runs_no_line() {
        assert_eq!(joined(b"\x1b[200~one\rtwo"), [Event::Paste("one\ntwo".into())]);
        assert_eq!(joined(b"\x1b[201~"), [], "what crossterm does not know");
    }

    #[test]
    fn focus_and_the_mouse_come_whole() {
        assert_eq!(joined(b"\x1b[I\x1b[O"), [Event::FocusGained, Event::FocusLost]);
    }

    fn keys() -> impl Strategy<Value = KeyEvent> {
        let code = prop::sample::select(vec![
            KeyCode::Up,
            KeyCode::Down,
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::Home,
            KeyCode::End,
            KeyCode::Insert,
            KeyCode::Delete,
            KeyCode::PageUp,
            KeyCode::PageDown,
            KeyCode::F(1),
            KeyCode::F(4),
            KeyCode::F(5),
            KeyCode::F(12),
        ]);
        (code, 0u8..8).prop_map(|(code, bits)| {
            let held = [KeyModifiers::SHIFT, KeyModifiers::CONTROL, KeyModifiers::ALT];
            let chosen = held.into_iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
            KeyEvent::new(code, chosen.map(|(_, modifier)| modifier).collect())
        })
    }

    fn mouse() -> impl Strategy<Value = MouseEvent> {
        let button = prop::sample::select(vec![MouseButton::Left, MouseButton::Middle, MouseButton::Right]);
        let kind = (button, 0u8..8).prop_map(|(button, kind)| match kind {
            0 => MouseEventKind::Down(button),
            1 => MouseEventKind::Up(button),
            2 => MouseEventKind::Drag(button),
            3 => MouseEventKind::Moved,
            4 => MouseEventKind::ScrollUp,
            5 => MouseEventKind::ScrollDown,
            6 => MouseEventKind::ScrollLeft,
            _ => MouseEventKind::ScrollRight,
        });
        (kind, 0u16..500, 0u16..500, any::<bool>()).prop_map(|(kind, column, row, shift)| {
            let modifiers = if shift { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
            MouseEvent { kind, column, row, modifiers }
        })
    }

    proptest! {
        #[test]
        fn a_key_in_pieces_is_that_key(key in keys(), app_cursor in any::<bool>()) {
            let modes = KeyModes { app_cursor, ..KeyModes::default() };
            prop_assert_eq!(joined(&encode_key(key, modes)), [Event::Key(key)]);
        }

        #[test]
        fn the_mouse_in_pieces_is_what_it_did(mouse in mouse()) {
            let modes = MouseModes { report: MouseReport::Motion, sgr: true, ..MouseModes::default() };
            let bytes = encode_mouse(mouse, (mouse.column, mouse.row), modes);
            prop_assert_eq!(joined(&bytes), [Event::Mouse(mouse)]);
        }

        /// Whatever comes: nothing panics, and in the end nothing waits.
        #[test]
        fn any_keys(text in "[\x1b\\[O<;0-9A-Za-z~\r]{0,60}") {
            let mut joiner = Joiner::default();
            for event in in_pieces(text.as_bytes()) {
                joiner.take(event);
            }
            joiner.give_up();
            prop_assert!(!joiner.waits());
        }
    }
}
