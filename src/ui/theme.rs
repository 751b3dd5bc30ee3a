//! Colours, by what they mean. Nothing is told by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::app::Scheme;

/// How many colours a theme may use for what containers print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// All of them.
    Full,
    /// The terminal's own sixteen.
    Sixteen,
    /// None at all.
    None,
}

/// A style for everything that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The screen itself.
    pub base: Style,
    /// What matters less.
    pub dim: Style,
    /// What matters more.
    pub strong: Style,
    /// Headings, the focused pane, the current command.
    pub accent: Style,
    /// As it should be.
    pub good: Style,
    /// Not as it should be.
    pub bad: Style,
    /// Wants attention.
    pub warning: Style,
    /// The header.
    pub bar: Style,
    /// The name of the program in the header.
    pub brand: Style,
    /// Lines and titles of panes without focus.
    pub frame: Style,
    /// `code` in a sentence.
    pub code: Style,
    /// A block of code.
    pub block: Style,
    /// A value that is the learner's own.
    pub value: Style,
    /// The command that Enter would run.
    pub ghost: Style,
    /// The entry under the cursor.
    pub selected: Style,
    /// What lies over the screen.
    pub overlay: Style,
    /// Colours for what containers print.
    pub depth: Depth,
    /// Whether the background is light.
    pub light: bool,
}

impl Theme {
    /// Light text on a dark ground.
    pub fn dark() -> Self {
        let rgb = |hex: u32| Color::from_u32(hex);
        Self::colored(&Palette {
            ground: rgb(0x0014_181f),
            raised: rgb(0x001d_232c),
            bar: rgb(0x0024_2c38),
            text: rgb(0x00d5_dbe3),
            dim: rgb(0x008a_95a5),
            frame: rgb(0x005b_697b),
            accent: rgb(0x005f_b3f9),
            good: rgb(0x006c_c97f),
            bad: rgb(0x00f3_7b73),
            warning: rgb(0x00e3_b457),
            value: rgb(0x00c3_9bf0),
            code: rgb(0x0087_d0c8),
            light: false,
        })
    }

    /// Dark text on a light ground.
    pub fn light() -> Self {
        let rgb = |hex: u32| Color::from_u32(hex);
        Self::colored(&Palette {
            ground: rgb(0x00fb_fbfa),
            raised: rgb(0x00ef_f1f3),
            bar: rgb(0x00e0_e5ea),
            text: rgb(0x0022_2a33),
            dim: rgb(0x0058_626d),
            frame: rgb(0x0087_929d),
            accent: rgb(0x0008_5fb8),
            good: rgb(0x0017_6b2f),
            bad: rgb(0x00b8_2b23),
            warning: rgb(0x0080_5300),
            value: rgb(0x0076_3cb8),
            code: rgb(0x0005_655f),
            light: true,
        })
    }

    /// White and few bright colours on black: every text has a contrast of 7 and more.
    pub fn contrast() -> Self {
        let rgb = |hex: u32| Color::from_u32(hex);
        Self::colored(&Palette {
            ground: rgb(0x0000_0000),
            raised: rgb(0x0010_1010),
            bar: rgb(0x0026_2626),
            text: rgb(0x00ff_ffff),
            dim: rgb(0x00c8_c8c8),
            frame: rgb(0x00a8_a8a8),
            accent: rgb(0x0000_e5ff),
            good: rgb(0x005c_ff5c),
            bad: rgb(0x00ff_9a9a),
            warning: rgb(0x00ff_e03c),
            value: rgb(0x00f0_b4ff),
            code: rgb(0x0096_ffe6),
            light: false,
        })
    }

    /// The colours of a choice; none where they are to suit the terminal.
    pub fn of(scheme: Scheme) -> Option<Self> {
        match scheme {
            Scheme::Auto => None,
            Scheme::Dark => Some(Self::dark()),
            Scheme::Light => Some(Self::light()),
            Scheme::Contrast => Some(Self::contrast()),
            Scheme::Sixteen => Some(Self::sixteen()),
            Scheme::None => Some(Self::plain()),
        }
    }

    /// The terminal's own colours, for terminals with sixteen of them.
    pub fn sixteen() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self {
            base: Style::reset(),
            dim: Style::new().add_modifier(Modifier::DIM),
            strong: bold,
            accent: bold.fg(Color::Cyan),
            good: bold.fg(Color::Green),
            bad: bold.fg(Color::Red),
            warning: bold.fg(Color::Yellow),
            bar: Style::new().add_modifier(Modifier::REVERSED),
            brand: bold.add_modifier(Modifier::REVERSED),
            frame: Style::new().add_modifier(Modifier::DIM),
            code: Style::new().fg(Color::Cyan),
            block: Style::new(),
            value: Style::new().fg(Color::Magenta).add_modifier(Modifier::UNDERLINED),
            ghost: Style::new().add_modifier(Modifier::DIM),
            selected: Style::new().add_modifier(Modifier::REVERSED),
            overlay: Style::reset(),
            depth: Depth::Sixteen,
            light: false,
        }
    }

    /// No colour at all (`NO_COLOR`).
    pub fn plain() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self {
            accent: bold,
            good: bold,
            bad: bold,
            warning: bold,
            code: bold,
            value: Style::new().add_modifier(Modifier::UNDERLINED),
            depth: Depth::None,
            ..Self::sixteen()
        }
    }

    /// What was looked for and is there.
    pub(super) fn found(&self) -> Style {
        self.warning.add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// The match that has been reached.
    pub(super) fn reached(&self) -> Style {
        self.selected.add_modifier(Modifier::BOLD)
    }

    /// What wants attention, where it is a whole sentence: bold text is hard to read.
    pub(super) fn warning_text(&self) -> Style {
        self.warning.remove_modifier(Modifier::BOLD)
    }

    /// The theme that suits an environment: `NO_COLOR`, `STY`, `COLORTERM` and `COLORFGBG`, as `variable` gives them.
    pub fn suited(variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        if set("NO_COLOR").is_some() {
            return Self::plain();
        }
        let is_full = |value: String| value.contains("truecolor") || value.contains("24bit");
        // GNU screen passes on what the terminal around it can do, but up to version 4 it takes 24-bit colours for
        // something else.
        if set("STY").is_some() || !set("COLORTERM").is_some_and(is_full) {
            return Self::sixteen();
        }
        // `foreground;background`, as rxvt, Konsole and others set it: 7 and 15 are white.
        match set("COLORFGBG").as_deref().and_then(|value| value.rsplit(';').next()) {
            Some("7" | "15") => Self::light(),
            _ => Self::dark(),
        }
    }

    fn colored(palette: &Palette) -> Self {
        let on_ground = Style::new().fg(palette.text).bg(palette.ground);
        let text = |color| Style::new().fg(color);
        Self {
            base: on_ground,
            dim: text(palette.dim),
            strong: Style::new().add_modifier(Modifier::BOLD),
            accent: text(palette.accent).add_modifier(Modifier::BOLD),
            good: text(palette.good).add_modifier(Modifier::BOLD),
            bad: text(palette.bad).add_modifier(Modifier::BOLD),
            warning: text(palette.warning).add_modifier(Modifier::BOLD),
            bar: text(palette.text).bg(palette.bar),
            brand: Style::new().fg(palette.ground).bg(palette.accent).add_modifier(Modifier::BOLD),
            frame: text(palette.frame),
            code: text(palette.code),
            block: Style::new().bg(palette.raised),
            value: text(palette.value).add_modifier(Modifier::UNDERLINED),
            ghost: text(palette.dim).add_modifier(Modifier::ITALIC),
            selected: Style::new().fg(palette.ground).bg(palette.accent),
            overlay: text(palette.text).bg(palette.raised),
            depth: Depth::Full,
            light: palette.light,
        }
    }
}

/// The colours of a theme that has its own.
struct Palette {
    ground: Color,
    raised: Color,
    bar: Color,
    text: Color,
    dim: Color,
    frame: Color,
    accent: Color,
    good: Color,
    bad: Color,
    warning: Color,
    value: Color,
    code: Color,
    light: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides() {
        let suited = |set: &[(&str, &str)]| {
            Theme::suited(|name| {
                set.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
            })
        };
        let full = ("COLORTERM", "truecolor");
        assert_eq!(suited(&[full]), Theme::dark());
        assert_eq!(suited(&[("COLORTERM", "24bit"), ("COLORFGBG", "0;15")]), Theme::light());
        assert_eq!(suited(&[]), Theme::sixteen());
        assert_eq!(suited(&[full, ("STY", "12.pts-0.host")]), Theme::sixteen());
        assert_eq!(suited(&[full, ("NO_COLOR", "1")]), Theme::plain());
        assert_eq!(suited(&[("NO_COLOR", "")]), Theme::sixteen());
    }

    /// As WCAG 2 computes it.
    fn luminance(color: Color) -> f64 {
        let Color::Rgb(r, g, b) = color else { panic!("{color:?} is none of our own") };
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(one: Color, other: Color) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_every_ground() {
        for (theme, least) in [(Theme::dark(), 4.5), (Theme::light(), 4.5), (Theme::contrast(), 7.0)] {
            let bg = |style: Style| style.bg.expect("a ground");
            let grounds = [bg(theme.base), bg(theme.overlay), bg(theme.block), bg(theme.bar)];
            let texts = [
                theme.base,
                theme.dim,
                theme.accent,
                theme.good,
                theme.bad,
                theme.warning,
                theme.code,
                theme.value,
                theme.ghost,
                theme.bar,
                theme.overlay,
            ];
            for text in texts {
                for ground in grounds {
                    let found = contrast(text.fg.expect("a colour"), ground);
                    assert!(found >= least, "{text:?} on {ground:?}: {found:.2}");
                }
            }
            for style in [theme.selected, theme.brand] {
                let found = contrast(style.fg.expect("a colour"), bg(style));
                assert!(found >= least, "{style:?}: {found:.2}");
            }
            // What is no text: 3 is enough.
            let found = contrast(theme.frame.fg.expect("a colour"), bg(theme.base));
            assert!(found >= 3.0, "{:?}: {found:.2}", theme.frame);
        }
    }

    #[test]
    fn no_color_means_none() {
        let theme = Theme::plain();
        let styles =
            [theme.dim, theme.accent, theme.good, theme.bad, theme.code, theme.value, theme.selected];
        for style in styles {
            assert_eq!((style.fg, style.bg), (None, None));
        }
    }
}
