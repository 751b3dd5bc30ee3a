//! Signs and lines, and what stands for them on terminals without Unicode.

use ratatui::buffer::Buffer;

/// Which signs a terminal can show in one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Frames {
    /// Lines, ticks and arrows.
    #[default]
    Unicode,
    /// ASCII instead of them: for terminals without Unicode, and for those that draw lines and arrows
    /// two columns wide.
    Ascii,
}

/// Every sign that the views use, and what takes its place.
const SIGNS: [(&str, &str); 40] = [
    ("–", "-"),
    ("×", "x"),
    ("↑", "^"),
    ("↓", "v"),
    ("‹", "<"),
    ("›", ">"),
    ("“", "\""),
    ("”", "\""),
    ("’", "'"),
    ("─", "-"),
    ("│", "|"),
    ("┌", "+"),
    ("┐", "+"),
    ("└", "+"),
    ("┘", "+"),
    ("├", "+"),
    ("┤", "+"),
    ("┬", "+"),
    ("┴", "+"),
    ("┼", "+"),
    ("━", "="),
    ("█", "#"),
    ("░", "."),
    ("▌", "|"),
    ("▶", ">"),
    ("◀", "<"),
    ("▾", "v"),
    ("▸", ">"),
    ("→", ">"),
    ("←", "<"),
    ("✓", "v"),
    ("✗", "x"),
    ("●", "*"),
    ("○", "o"),
    ("◆", "n"),
    ("◇", "a"),
    ("•", "*"),
    ("·", "."),
    ("…", "~"),
    ("❯", ">"),
];

impl Frames {
    /// The signs that suit an environment: the values of `LC_ALL`, `LC_CTYPE` and `LANG`, the first
    /// one that is set counting, and `TERM`.
    pub fn suited(locales: [Option<&str>; 3], term: Option<&str>) -> Self {
        let locale = locales.into_iter().flatten().find(|value| !value.is_empty()).unwrap_or_default();
        let locale = locale.to_ascii_lowercase();
        let unicode = locale.contains("utf-8") || locale.contains("utf8");
        if unicode && term != Some("linux") { Self::Unicode } else { Self::Ascii }
    }

    /// Puts the signs of this set in place of those that the views drew.
    pub(super) fn apply(self, buffer: &mut Buffer) {
        if self == Self::Unicode {
            return;
        }
        for cell in &mut buffer.content {
            if let Some((_, plain)) = SIGNS.iter().find(|(sign, _)| *sign == cell.symbol()) {
                cell.set_symbol(plain);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn every_sign_is_one_column_and_so_is_its_stand_in() {
        for (sign, plain) in SIGNS {
            assert_eq!((width(sign), width(plain)), (1, 1), "{sign}");
            assert!(plain.is_ascii());
        }
    }

    #[test]
    fn the_environment_decides() {
        assert_eq!(Frames::suited([None, None, Some("ja_JP.UTF-8")], Some("xterm")), Frames::Unicode);
        assert_eq!(Frames::suited([Some("C"), None, Some("ja_JP.UTF-8")], None), Frames::Ascii);
        assert_eq!(Frames::suited([None, None, Some("en_US.utf8")], Some("linux")), Frames::Ascii);
    }
}
