//! Full-width ASCII made half-width, for a prompt at which an input method was left on.

use std::borrow::Cow;

/// `text` with full-width ASCII and U+3000 folded outside quotes; owned where something changed.
///
/// Full-width quotes fold as well and then quote. Folding looks only backwards, so a cursor at byte
/// `at` is at `fold(&text[..at]).len()` afterwards.
pub fn fold(text: &str) -> Cow<'_, str> {
    if !text.contains(is_wide_ascii) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut quote: Option<char> = None;
    let mut escaped = false;
    for c in text.chars() {
        let narrow = narrow(c);
        if escaped {
            escaped = false;
            out.push(if quote.is_none() { narrow } else { c });
            continue;
        }
        match quote {
            // A quote ends with what it began with, typed wide or not.
            Some(open) if narrow == open => {
                quote = None;
                out.push(narrow);
            }
            Some(open) => {
                escaped = c == '\\' && open == '"';
                out.push(c);
            }
            None => {
                quote = matches!(narrow, '"' | '\'').then_some(narrow);
                escaped = narrow == '\\';
                out.push(narrow);
            }
        }
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

fn is_wide_ascii(c: char) -> bool {
    matches!(c, '\u{3000}' | '\u{ff01}'..='\u{ff5e}')
}

/// The half-width character in place of a full-width one.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds_outside_quotes_only() {
        assert_eq!(fold("ｄｏｃｋｅｒ　ｐｓ　－ａ"), "docker ps -a");
        assert_eq!(fold("／ｈｅｌｐ"), "/help");
        assert_eq!(fold("echo '全角　ＡＢＣ' ＡＢＣ"), "echo '全角　ＡＢＣ' ABC");
        assert_eq!(fold("echo ＂Ａ＂　Ｂ"), "echo \"Ａ\" B");
        assert_eq!(fold(r#"echo "Ａ\"Ｂ" Ｃ"#), r#"echo "Ａ\"Ｂ" C"#);
    }

    #[test]
    fn says_whether_anything_changed() {
        assert!(matches!(fold("docker ps"), Cow::Borrowed(_)));
        assert!(matches!(fold("'ＡＢＣ' かな"), Cow::Borrowed(_)));
        assert!(matches!(fold("ｄocker"), Cow::Owned(_)));
    }

    proptest! {
        #[test]
        fn a_cursor_can_be_carried_over(text in "[ａ-ｚ　'\"＂\\\\a-c あ]{0,20}", cut in 0_usize..20) {
            let at = text.char_indices().nth(cut).map_or(text.len(), |(at, _)| at);
            prop_assert!(fold(&text).starts_with(&*fold(&text[..at])));
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), &*folded);
        }
    }
}
