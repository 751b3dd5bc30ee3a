//! Screens one after another, as one picture that moves by itself wherever an SVG is shown.
//!
//! A row is in the file once for each way it looks, however many screens show it so. Where movement is not
//! wanted (`prefers-reduced-motion`) or not known, the last screen stands still.

use std::fmt::Write;

use ratatui::buffer::Buffer;

use super::{begin, ground_of, panes, row};
use crate::text::Terminal;
use crate::ui::Theme;

/// Screens in a row that show something, by their indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shown {
    from: usize,
    /// The first that does not.
    to: usize,
}

/// Screens with how long each of them stands.
#[derive(Debug, Default)]
pub struct Film {
    screens: Vec<(Buffer, u32)>,
}

impl Film {
    /// Adds what stands on the terminal, for so many milliseconds. All terminals of a film have one size.
    pub fn add(&mut self, terminal: &Terminal, millis: u32) {
        self.push(panes::output::screen(terminal, &Theme::dark()), millis);
    }

    fn push(&mut self, screen: Buffer, millis: u32) {
        debug_assert!(self.screens.iter().all(|(known, _)| known.area == screen.area));
        self.screens.push((screen, millis));
    }

    /// The film as an SVG that begins again at its end; none without a screen.
    pub fn finish(&self) -> Option<String> {
        let (first, _) = self.screens.first()?;
        let ground = ground_of(first);
        let mut svg = begin(first.area, ground);
        let mut scenes: Vec<Vec<Shown>> = Vec::new();
        let mut rows = String::new();
        for y in first.area.y..first.area.bottom() {
            for (drawn, shown) in self.looks(y, ground) {
                let scene = scenes.iter().position(|known| *known == shown).unwrap_or_else(|| {
                    scenes.push(shown);
                    scenes.len() - 1
                });
                // Writing into a string cannot fail.
                let _ = write!(rows, "<g class=\"s{scene}\">\n{drawn}</g>\n");
            }
        }
        svg.push_str(&self.style(&scenes));
        svg.push_str(&rows);
        svg.push_str("</svg>\n");
        Some(svg)
    }

    /// The ways a row looks, and the screens that show it so.
    fn looks(&self, y: u16, ground: u32) -> Vec<(String, Vec<Shown>)> {
        let mut looks: Vec<(String, Vec<Shown>)> = Vec::new();
        for (index, (screen, _)) in self.screens.iter().enumerate() {
            let mut drawn = String::new();
            row(&mut drawn, screen, y, ground);
            if drawn.is_empty() {
                continue;
            }
            match looks.iter_mut().find(|look| look.0 == drawn) {
                Some((_, shown)) => match shown.last_mut() {
                    Some(last) if last.to == index => last.to += 1,
                    _ => shown.push(Shown { from: index, to: index + 1 }),
                },
                None => looks.push((drawn, vec![Shown { from: index, to: index + 1 }])),
            }
        }
        looks
    }

    /// When each scene is seen.
    fn style(&self, scenes: &[Vec<Shown>]) -> String {
        let count = self.screens.len();
        let begins: Vec<u32> = std::iter::once(0)
            .chain(self.screens.iter().scan(0, |at, (_, millis)| {
                *at += millis;
                Some(*at)
            }))
            .collect();
        let whole = begins[count].max(1);
        let at = |screen: usize| 100.0 * f64::from(begins[screen]) / f64::from(whole);
        let mut style = String::from("<style>\n");
        for (scene, shown) in scenes.iter().enumerate() {
            if *shown == [Shown { from: 0, to: count }] {
                continue;
            }
            let stays = shown.last().is_some_and(|last| last.to == count);
            let still = if stays { "visible" } else { "hidden" };
            let _ = write!(
                style,
                ".s{scene}{{visibility:{still};animation:k{scene} {whole}ms step-end infinite}}@keyframes k{scene}{{"
            );
            if shown.first().is_none_or(|first| first.from > 0) {
                style.push_str("0%{visibility:hidden}");
            }
            for shown in shown {
                let _ = write!(style, "{:.3}%{{visibility:visible}}", at(shown.from));
                if shown.to < count {
                    let _ = write!(style, "{:.3}%{{visibility:hidden}}", at(shown.to));
                }
            }
            let _ = writeln!(style, "100%{{visibility:{still}}}}}");
        }
        style.push_str("@media (prefers-reduced-motion:reduce){g{animation:none!important}}\n</style>\n");
        style
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn screen(rows: [&str; 2]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
        for (y, row) in (0..).zip(rows) {
            buffer.set_string(0, y, row, Style::new());
        }
        buffer
    }

    fn film(screens: &[([&str; 2], u32)]) -> String {
        let mut film = Film::default();
        for (rows, millis) in screens {
            film.push(screen(*rows), *millis);
        }
        film.finish().expect("there are screens")
    }

    #[test]
    fn a_row_stands_there_once_for_each_way_it_looks() {
        let svg = film(&[(["title", "one"], 1000), (["title", "two"], 2000), (["title", "one"], 1000)]);
        for (text, count) in [(">title<", 1), (">one<", 1), (">two<", 1)] {
            assert_eq!(svg.matches(text).count(), count, "{text} in {svg}");
        }
        assert!(!svg.contains(".s0{"), "what all screens show does not move: {svg}");
        let one = "{visibility:visible;animation:k1 4000ms step-end infinite}@keyframes k1{0.000%{visibility:visible}\
                   25.000%{visibility:hidden}75.000%{visibility:visible}100%{visibility:visible}}";
        assert!(svg.contains(one), "{svg}");
        let two = "{visibility:hidden;animation:k2 4000ms step-end infinite}@keyframes k2{0%{visibility:hidden}\
                   25.000%{visibility:visible}75.000%{visibility:hidden}100%{visibility:hidden}}";
        assert!(svg.contains(two), "{svg}");
    }

    #[test]
    fn an_empty_film_is_none() {
        assert_eq!(Film::default().finish(), None);
    }
}
