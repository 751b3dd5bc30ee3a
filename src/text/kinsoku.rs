//! Kinsoku: what must not begin or end a row of Japanese text.
//!
//! The line breaking algorithm (UAX 14, strict) covers most of it; what it leaves open, such as the
//! full-width tilde, is listed here, so that the rule holds as Japanese readers know it. ASCII is left to
//! the algorithm: `./nginx` and `.env` may well begin a row after a blank.

/// Closing brackets, full stops, commas, small kana, marks of length and repetition, …
const NOT_AT_START: &str = "、。，．・：；？！‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー–〜～゠…‥\
    ）］｝」』】〕〉》〙〗〟”’｠\
    ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ\
    ｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ％‰℃";

/// Opening brackets.
const NOT_AT_END: &str = "（［｛「『【〔〈《〘〖〝“‘｟｢";

/// Whether a row may begin with this character.
pub fn may_start_row(first: char) -> bool {
    !NOT_AT_START.contains(first)
}

/// Whether a row may end with this character.
pub fn may_end_row(last: char) -> bool {
    !NOT_AT_END.contains(last)
}
