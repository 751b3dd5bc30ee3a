//! Matches of what is looked for: where they are, and their marks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use super::row::{Row, Run};
use super::{Look, paint};
use crate::app::find::{Find, Place, Spot};
use crate::app::{Measured, Model, Pane};
use crate::i18n::phrase;
use crate::text::{Finder, Found, Needle, RowEnd, Span, Terminal, sanitize, truncate, width};

/// Columns of the word that a note shows.
const WORD_COLS: usize = 16;

/// Rows above the first one in sight in which a match may begin that reaches into it.
const ABOVE: usize = 20;

/// Matches in a pane's rows.
fn in_rows(rows: &[Row], needle: &Needle) -> Vec<Found> {
    let mut finder = Finder::new(needle);
    for (index, row) in rows.iter().enumerate() {
        let goes_on = index > 0 && rows[index - 1].end != RowEnd::Line;
        let aside = if goes_on { row.aside } else { 0 };
        let mut col = 0;
        for (number, run) in row.runs.iter().enumerate() {
            for grapheme in run.text.graphemes(true) {
                let cols = width(grapheme);
                if number >= aside {
                    finder.push(grapheme, (index, col), cols);
                }
                col += cols;
            }
        }
        match row.end {
            RowEnd::Line => finder.end_line(),
            RowEnd::Blank => finder.push(" ", (index, col), 0),
            RowEnd::Nothing => {}
        }
    }
    finder.found()
}

/// Matches that are in sight: in so many rows from `first` on.
fn in_sight(terminal: &Terminal, needle: &Needle, first: usize, shown: usize) -> Vec<Found> {
    let mut from = first;
    while from > first.saturating_sub(ABOVE) && terminal.goes_on(from - 1) {
        from -= 1;
    }
    in_terminal_rows(terminal, needle, from, (first + shown).min(terminal.total_rows()))
}

fn in_terminal_rows(terminal: &Terminal, needle: &Needle, from: usize, to: usize) -> Vec<Found> {
    let mut finder = Finder::new(needle);
    for row in from..to {
        let mut col = 0;
        for cell in terminal.row(row) {
            let cols = usize::from(cell.cols);
            if cell.marks.is_empty() {
                finder.push(cell.c.encode_utf8(&mut [0; 4]), (row, col), cols);
            } else {
                finder.push(&cell.symbol(), (row, col), cols);
            }
            col += cols;
        }
        if !terminal.goes_on(row) {
            finder.end_line();
        }
    }
    finder.found()
}

/// Looks for what is looked for in that place, in rows of which `first` is the first in sight, and marks it.
pub(super) fn in_content(
    buffer: &mut Buffer,
    area: Rect,
    model: &Model,
    place: Place,
    (content, first): (&[Row], usize),
    look: &Look,
    measured: &mut Measured,
) {
    let Some(needle) = model.find.needle(place) else { return };
    let found = in_rows(content, &needle);
    mark(buffer, area, first, &found, model.find.at, look);
    if model.find.looks_in(place) {
        measured.found = Some(found.iter().map(Found::start).collect());
    }
}

/// The same in what was printed.
pub(super) fn in_output(
    buffer: &mut Buffer,
    area: Rect,
    model: &Model,
    first: usize,
    look: &Look,
    measured: &mut Measured,
) {
    let place = Place::Pane(Pane::Output);
    let Some(needle) = model.find.needle(place) else { return };
    let found = in_sight(&model.output, &needle, first, usize::from(area.height));
    mark(buffer, area, first, &found, model.find.at, look);
    if model.find.looks_in(place) {
        let all = in_terminal_rows(&model.output, &needle, 0, model.output.total_rows());
        measured.found = Some(all.iter().map(Found::start).collect());
    }
}

/// How far the search has come, and what its keys do; shorter, for where there is less room.
pub(super) fn notes(find: &Find, look: &Look) -> Vec<Run> {
    said(find, look).map(|text| Span::new(text, look.theme.warning)).to_vec()
}

/// The longest of these that has room in `cols` columns.
pub(super) fn note(find: &Find, cols: usize, look: &Look) -> String {
    let [long, keys, number] = said(find, look);
    [long, keys].into_iter().find(|text| width(text) <= cols).unwrap_or(number)
}

fn said(find: &Find, look: &Look) -> [String; 3] {
    let word = truncate(&sanitize(&find.word), WORD_COLS).into_owned();
    let how_far = |key| phrase(key).with("number", find.number).with("count", find.count);
    [
        look.say(&how_far("ui-find-word").with("word", word)),
        look.say(&how_far("ui-find-keys")),
        look.say(&how_far("ui-find-number")),
    ]
}

/// Marks what is in sight of `found` in `area`, whose first row is `first`; the match reached stands out, with a sign
/// beside its row.
fn mark(buffer: &mut Buffer, area: Rect, first: usize, found: &[Found], at: Option<Spot>, look: &Look) {
    for one in found {
        let here = at == Some(one.start());
        let style = if here { look.theme.reached() } else { look.theme.found() };
        for (row, cols) in &one.parts {
            let Some(y) = row.checked_sub(first).and_then(|row| u16::try_from(row).ok()) else { continue };
            if y >= area.height {
                continue;
            }
            let narrow = |cols: usize| u16::try_from(cols).unwrap_or(u16::MAX);
            let part = Rect {
                x: area.x.saturating_add(narrow(cols.start)),
                y: area.y + y,
                width: narrow(cols.len()),
                height: 1,
            };
            buffer.set_style(part.intersection(area), style);
            if here && let Some(x) = area.x.checked_sub(1) {
                paint::row(buffer, Rect { x, width: 1, ..part }, &Row::of("▶", look.theme.accent));
            }
        }
    }
}
