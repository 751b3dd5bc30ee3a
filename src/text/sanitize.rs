//! Text from elsewhere, made harmless: what a container, an engine or a file says may hold escapes.

use std::borrow::Cow;

/// `text` fit to be drawn: escape sequences taken out, other control characters shown as `^X`, marks
/// that reorder or hide text dropped. Newlines stay, a tab becomes a blank, `\r\n` a newline.
pub fn sanitize(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| needs_care(c) && c != '\n') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => out.push('\n'),
            '\t' => out.push(' '),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\u{1b}' => skip_escape(&mut chars),
            '\u{9b}' => skip_control_sequence(&mut chars),
            '\0'..='\u{1f}' | '\u{7f}' => {
                out.push('^');
                out.push(char::from(u8::try_from(u32::from(c)).unwrap_or(0) ^ 0x40));
            }
            _ if needs_care(c) => {}
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn needs_care(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

type Chars<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// Skips what follows an ESC.
fn skip_escape(chars: &mut Chars<'_>) {
    match chars.peek() {
        Some('[') => {
            chars.next();
            skip_control_sequence(chars);
        }
        Some(']' | 'P' | 'X' | '^' | '_') => {
            chars.next();
            skip_string(chars);
        }
        Some(' '..='/') => {
            while chars.next_if(|c| matches!(c, ' '..='/')).is_some() {}
            chars.next_if(|c| matches!(c, '0'..='~'));
        }
        Some('0'..='~') => {
            chars.next();
        }
        _ => {}
    }
}

/// Skips parameters and the final letter of a control sequence.
fn skip_control_sequence(chars: &mut Chars<'_>) {
    while chars.next_if(|c| matches!(c, ' '..='?')).is_some() {}
    chars.next_if(|c| matches!(c, '@'..='~'));
}

/// Skips a title, a link or the like up to its terminator; without one, up to the end of the line.
fn skip_string(chars: &mut Chars<'_>) {
    while let Some(c) = chars.next_if(|&c| c != '\n') {
        match c {
            '\u{7}' | '\u{9c}' => return,
            '\u{1b}' => {
                chars.next_if_eq(&'\\');
                return;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn harmless_text_is_left_alone() {
        assert!(matches!(sanitize("コンテナ alpine_01\n2 行目"), Cow::Borrowed(_)));
    }

    #[test]
    fn escapes_go_and_controls_show() {
        assert_eq!(sanitize("\u{1b}[31mred\u{1b}[0m"), "red");
        assert_eq!(sanitize("a\u{1b}]0;title\u{7}b"), "ab");
        assert_eq!(sanitize("a\u{1b}]8;;http://x\u{1b}\\b"), "ab");
        assert_eq!(sanitize("a\u{8}b\u{7f}\r\nc\rd"), "a^Hb^?\nc^Md");
        assert_eq!(sanitize("\u{9b}2Jx\u{1b}(By\u{1b}cz"), "xyz");
        assert_eq!(sanitize("file\u{202e}txt.exe"), "filetxt.exe");
        assert_eq!(sanitize("a\tb"), "a b");
    }

    proptest! {
        #[test]
        fn nothing_that_moves_a_cursor_is_left(text in any::<String>()) {
            let clean = sanitize(&text);
            prop_assert!(clean.chars().all(|c| c == '\n' || !needs_care(c)), "{:?}", clean);
        }
    }
}
