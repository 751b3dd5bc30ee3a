//! What can be clicked of rows that were drawn: entries to choose from, links.

use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::row::Row;
use crate::app::button::{Button, Press};
use crate::app::links::Link;
use crate::text::{RowEnd, width};

/// The entries among the rows that stand in `area`, from its top on.
pub(super) fn entries<'a>(
    area: Rect,
    rows: impl IntoIterator<Item = &'a Row>,
) -> impl Iterator<Item = Button> {
    let rows = (area.y..area.bottom()).zip(rows);
    rows.filter_map(move |(y, row)| {
        Some(Button { area: Rect { y, height: 1, ..area }, press: Press::Entry(row.entry?) })
    })
}

/// The `links` among the rows of a text, of which those from `first` on stand in `area`.
///
/// A link is what is underlined and has a link's words: where it was wrapped, each part of it.
pub(super) fn links(area: Rect, rows: &[Row], first: usize, links: &[Link]) -> Vec<Button> {
    let mut finder =
        Finder { area, first, links, words: String::new(), parts: Vec::new(), found: Vec::new() };
    let mut goes_on = false;
    for (index, row) in rows.iter().enumerate() {
        if !goes_on {
            finder.end();
        }
        let aside = if goes_on { row.aside } else { 0 };
        let mut col = 0;
        for (number, run) in row.runs.iter().enumerate() {
            let cols = width(&run.text);
            if number >= aside {
                if run.style.add_modifier.contains(Modifier::UNDERLINED) {
                    finder.words.extend(run.text.chars().filter(|c| !c.is_whitespace()));
                    finder.parts.push((index, col, cols));
                } else if cols > 0 {
                    finder.end();
                }
            }
            col += cols;
        }
        goes_on = row.end != RowEnd::Line;
    }
    finder.end();
    finder.found
}

/// Underlined words while they are gathered.
struct Finder<'a> {
    area: Rect,
    first: usize,
    links: &'a [Link],
    words: String,
    /// Row, column and columns of each part.
    parts: Vec<(usize, usize, usize)>,
    found: Vec<Button>,
}

impl Finder<'_> {
    /// The words are whole: those of a link are buttons.
    fn end(&mut self) {
        let words = std::mem::take(&mut self.words);
        let parts = std::mem::take(&mut self.parts);
        let same = |link: &Link| link.text.chars().filter(|c| !c.is_whitespace()).eq(words.chars());
        let Some(index) = self.links.iter().position(same) else { return };
        let Self { area, first, .. } = *self;
        let buttons = parts.into_iter().filter_map(|(row, col, cols)| {
            let narrow = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
            let y = area.y.saturating_add(narrow(row.checked_sub(first)?));
            let place = Rect { x: area.x.saturating_add(narrow(col)), y, width: narrow(cols), height: 1 };
            let place = place.intersection(area);
            (!place.is_empty()).then_some(Button { area: place, press: Press::Link(index) })
        });
        self.found.extend(buttons);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;
    use crate::app::links::Target;
    use crate::text::Span;
    use crate::ui::row::rows;

    #[test]
    fn a_link_is_found_where_it_stands_also_when_it_was_wrapped() {
        let underlined = Style::new().add_modifier(Modifier::UNDERLINED);
        let plain = |text: &str| Span::new(text, Style::new());
        let text = [
            plain("see "),
            Span::new("user-defined network", underlined),
            plain(" and "),
            Span::new("172.17.0.2", underlined),
        ];
        let rows = rows(&text, 18);
        let link = Link { text: "user-defined network".into(), target: Target::Word("network".into()) };
        let area = Rect::new(5, 2, 18, 4);
        let found = links(area, &rows, 0, std::slice::from_ref(&link));
        let places: Vec<Rect> = found.iter().map(|button| button.area).collect();
        assert_eq!(places, [Rect::new(9, 2, 12, 1), Rect::new(5, 3, 7, 1)]);
        assert!(found.iter().all(|button| button.press == Press::Link(0)), "the address is no link");
        let scrolled = links(area, &rows, 1, std::slice::from_ref(&link));
        assert_eq!(scrolled.iter().map(|button| button.area).collect::<Vec<_>>(), [Rect::new(5, 2, 7, 1)]);
    }
}
