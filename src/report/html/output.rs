//! What a line printed as HTML: its colours are kept, made legible on light and on dark ground.

#![allow(clippy::format_push_string, clippy::format_collect, reason = "it reads as what it writes")]

use super::blocks::escape;
use crate::report::document::Printed;
use crate::text::{CellStyle, Piece};

/// The grounds on which outputs stand: `--raised` of the style sheet, light and dark.
const LIGHT: u32 = 0x00f3_f5f8;
const DARK: u32 = 0x001d_232c;

/// The text's own colour where a cell has a ground of its own: `--text` of the style sheet.
const TEXT: u32 = 0x00d5_dbe3;

/// The contrast that text must have with its ground.
const CONTRAST: f64 = 4.5;

/// Columns that a phone shows.
const NARROW: usize = 40;

/// Whether some page may be too narrow for it.
pub(super) fn is_wide(lines: &[Printed]) -> bool {
    let columns = |line: &Printed| match line {
        Printed::Line(pieces) => pieces.iter().map(|piece| crate::text::width(&piece.text)).sum(),
        Printed::Omitted(_) => 0,
    };
    lines.iter().map(columns).max().is_some_and(|most| most > NARROW)
}

/// The lines of an output.
pub(super) fn lines(out: &mut String, lines: &[Printed]) {
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        match line {
            Printed::Line(pieces) => pieces.iter().for_each(|piece| self::piece(out, piece)),
            Printed::Omitted(said) => *out += &format!("<span class=\"d i\">{}</span>", escape(said)),
        }
    }
}

fn piece(out: &mut String, piece: &Piece) {
    if piece.style.hidden {
        return;
    }
    let text = escape(&piece.text);
    let classes = classes(piece.style);
    let style = colors(piece.style);
    if classes.is_empty() && style.is_empty() {
        *out += &text;
        return;
    }
    let class = if classes.is_empty() { String::new() } else { format!(" class=\"{classes}\"") };
    let style = if style.is_empty() { String::new() } else { format!(" style=\"{style}\"") };
    *out += &format!("<span{class}{style}>{text}</span>");
}

fn classes(style: CellStyle) -> String {
    let plain = style.fg.is_none() && style.bg.is_none() && !style.inverse;
    let all = [
        (style.fg.is_some() && style.bg.is_none() && !style.inverse, "c"),
        (style.bold, "b"),
        (style.italic, "i"),
        (style.underline, "u"),
        (style.strike, "s"),
        (style.dim && plain, "d"),
    ];
    all.iter().filter(|(on, _)| *on).map(|(_, class)| *class).collect::<Vec<_>>().join(" ")
}

/// On a ground of its own, text and ground as they are; else a colour for each of the page's grounds.
fn colors(style: CellStyle) -> String {
    if style.bg.is_some() || style.inverse {
        let text = style.fg.map_or(TEXT, crate::text::Color::rgb);
        let ground = style.bg.map_or(DARK, crate::text::Color::rgb);
        let (text, ground) = if style.inverse { (ground, text) } else { (text, ground) };
        return format!("color:{};background:{}", hex(legible(text, ground)), hex(ground));
    }
    style.fg.map_or_else(String::new, |fg| {
        let (light, dark) = (legible(fg.rgb(), LIGHT), legible(fg.rgb(), DARK));
        format!("--on-light:{};--on-dark:{}", hex(light), hex(dark))
    })
}

/// The colour, moved towards black or white until it can be read on that ground.
fn legible(color: u32, ground: u32) -> u32 {
    let end = if luminance(ground) > 0.18 { 0x0000_0000 } else { 0x00ff_ffff };
    (0..=20)
        .map(|part| mix(color, end, f64::from(part) / 20.0))
        .find(|mixed| contrast(*mixed, ground) >= CONTRAST)
        .unwrap_or(end)
}

fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of WCAG.
fn luminance(color: u32) -> f64 {
    let [_, r, g, b] = color.to_be_bytes().map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn mix(color: u32, end: u32, part: f64) -> u32 {
    let (from, to) = (color.to_be_bytes(), end.to_be_bytes());
    let mut mixed = [0; 4];
    for (index, value) in mixed.iter_mut().enumerate() {
        let between = f64::from(from[index]) * (1.0 - part) + f64::from(to[index]) * part;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
        let between = between.round() as u8;
        *value = between;
    }
    u32::from_be_bytes(mixed)
}

fn hex(color: u32) -> String {
    format!("#{color:06x}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        for ground in [LIGHT, DARK, TEXT] {
            assert!(super::super::STYLE.contains(&hex(ground)), "{}", hex(ground));
        }
    }

    proptest! {
        #[test]
        fn every_colour_can_be_read_on_every_ground(color in 0_u32..0x0100_0000, ground in 0_u32..0x0100_0000) {
            for ground in [ground, LIGHT, DARK] {
                prop_assert!(contrast(legible(color, ground), ground) >= CONTRAST);
            }
        }
    }
}
