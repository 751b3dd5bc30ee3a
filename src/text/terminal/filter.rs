//! Titles, links, clipboard and device strings, taken out before the emulator sees them, and large
//! numbers made small.
//!
//! The emulator collects such a string until it ends, however long that takes; a container that never
//! ends one would fill the memory. None of them has a meaning here. And it counts to a number such as
//! that of `CSI 65535 b` one by one; no screen is that large.

/// Takes strings and large numbers out of a stream of bytes that is cut anywhere.
#[derive(Debug, Default)]
pub(super) struct Filter {
    state: State,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Ordinary output.
    #[default]
    Ground,
    /// After an ESC that was held back.
    Escape,
    /// Inside a control sequence, and how many more digits its current number may have.
    Control { digits: u8, most: u8 },
    /// Inside a string.
    String,
    /// After an ESC inside a string.
    StringEscape,
}

const ESC: u8 = 0x1b;
const CAN: u8 = 0x18;
const SUB: u8 = 0x1a;
const BEL: u8 = 0x07;

impl Filter {
    /// Hands what may pass of `bytes` to `emit`, in pieces and in order.
    pub(super) fn pass(&mut self, bytes: &[u8], mut emit: impl FnMut(&[u8])) {
        let mut from = 0;
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            match self.state {
                State::Ground => {
                    let Some(skipped) = bytes[at..].iter().position(|&b| b == ESC) else { break };
                    at += skipped;
                    emit(&bytes[from..at]);
                    self.state = State::Escape;
                }
                State::Escape => {
                    self.state = escape(byte);
                    if self.state != State::String {
                        emit(&[ESC]);
                    }
                    from = at;
                }
                State::Control { .. } => {
                    let (state, keep) = control(self.state, byte);
                    if !keep {
                        emit(&bytes[from..at]);
                        from = at + 1;
                    }
                    self.state = state;
                }
                State::String if byte == ESC => self.state = State::StringEscape,
                State::String if matches!(byte, BEL | CAN | SUB) => {
                    from = at + 1;
                    self.state = State::Ground;
                }
                State::String => {}
                State::StringEscape if byte == b'\\' => {
                    from = at + 1;
                    self.state = State::Ground;
                }
                State::StringEscape => {
                    // Anything else ends the string too, and is an escape of its own.
                    self.state = State::Escape;
                    continue;
                }
            }
            at += 1;
        }
        if matches!(self.state, State::Ground | State::Control { .. }) {
            emit(&bytes[from..]);
        }
    }
}

/// The state after an ESC and `byte`.
fn escape(byte: u8) -> State {
    match byte {
        b']' | b'P' | b'X' | b'^' | b'_' => State::String,
        b'[' => State::Control { digits: 3, most: 3 },
        ESC => State::Escape,
        _ => State::Ground,
    }
}

/// The state after `byte` in a control sequence, and whether the byte may pass.
fn control(state: State, byte: u8) -> (State, bool) {
    let State::Control { digits, most } = state else { return (state, true) };
    match byte {
        b'0'..=b'9' => (State::Control { digits: digits.saturating_sub(1), most }, digits > 0),
        // Private modes have numbers of four digits.
        b'?' => (State::Control { digits: 4, most: 4 }, true),
        b';' | b':' => (State::Control { digits: most, most }, true),
        ESC => (State::Escape, false),
        b'@'..=b'~' | CAN | SUB => (State::Ground, true),
        _ => (state, true),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pass(pieces: &[&[u8]]) -> String {
        let mut filter = Filter::default();
        let mut out = Vec::new();
        for piece in pieces {
            filter.pass(piece, |bytes| out.extend_from_slice(bytes));
        }
        String::from_utf8_lossy(&out).into_owned()
    }

    #[test]
    fn numbers_have_three_digits_and_those_of_modes_four() {
        assert_eq!(
            pass(&[b"\x1b[65535;65535bx12345\x1b[?1049h\x1b[?20261h"]),
            "\x1b[655;655bx12345\x1b[?1049h\x1b[?2026h"
        );
        assert_eq!(pass(&[b"\x1b[12", b"345", b"6b7890\x1b[1\x1b[2mx"]), "\x1b[123b7890\x1b[1\x1b[2mx");
    }

    #[test]
    fn strings_go_and_the_rest_stays() {
        assert_eq!(pass(&[b"a\x1b]0;title\x07b"]), "ab");
        assert_eq!(pass(&[b"a\x1b]8;;u\x1b\\b\x1b[1mc"]), "ab\x1b[1mc");
        assert_eq!(pass(&[b"a\x1bPq#0\x1b[2Jb"]), "a\x1b[2Jb");
        assert_eq!(pass(&[b"\x1b\x1b]x\x07\x1b(0q"]), "\x1b\x1b(0q");
        assert_eq!(pass(&[b"a\x1b", b"]x", b"y\x1b", b"\\b"]), "ab");
    }

    proptest! {
        #[test]
        fn where_it_is_cut_makes_no_difference(
            bytes in proptest::collection::vec(prop_oneof![Just(ESC), Just(b']'), Just(b'\\'), Just(7), Just(b'['), Just(b'1'), any::<u8>()], 0..40),
            cut in 0_usize..40,
        ) {
            let cut = cut.min(bytes.len());
            prop_assert_eq!(pass(&[&bytes]), pass(&[&bytes[..cut], &bytes[cut..]]));
        }
    }
}
