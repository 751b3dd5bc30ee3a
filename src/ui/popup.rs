//! What may stand at the cursor, in a list above the prompt.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::prompt::first_row;
use super::row::{Row, cut, hanging};
use super::{Look, paint};
use crate::app::prompt::{Completion, row_of, rows};
use crate::app::{Model, layout};
use crate::text::{Span, pad, sanitize, width};

/// Candidates shown at once.
const MOST: usize = 8;

/// Columns of the widest candidate that is shown whole.
const WIDEST: usize = 40;

/// Draws the list of completions, where one is offered.
pub(super) fn draw(buffer: &mut Buffer, prompt: Rect, model: &Model, look: &Look) {
    let Some(completion) = model.prompt.completion.as_ref().filter(|c| !c.candidates.is_empty()) else {
        return;
    };
    let count = completion.candidates.len();
    let names: Vec<String> = completion.candidates.iter().map(|c| sanitize(&c.text).into_owned()).collect();
    let name_cols = names.iter().map(|name| width(name)).max().unwrap_or(0).min(WIDEST);
    let whole = whole(completion, name_cols, usize::from(prompt.width), look);
    // A row says how many more there are.
    let room = usize::from(prompt.y.saturating_sub(1)).saturating_sub(whole.len() + 1);
    let shown = count.min(MOST).min(room);
    let selected = completion.selected.unwrap_or(0).min(count - 1);
    let first = (selected + 1).saturating_sub(shown);
    let all: Vec<Row> = (0..count)
        .map(|index| row(completion, &names[index], index, name_cols, prompt.width, look))
        .collect();
    // As wide as the widest of all, so that the list does not jump while one goes through it.
    let cols = all.iter().chain(&whole).map(Row::width).max().unwrap_or(0);
    let mut rows: Vec<Row> = all.into_iter().skip(first).take(shown).collect();
    rows.extend(whole);
    let more = count - shown;
    if more > 0 {
        rows.push(Row::of(format!(" +{more} "), look.theme.dim));
    }
    let area = place(prompt, completion.range.start.min(model.prompt.text.len()), model, cols, rows.len());
    paint::clear(buffer, area, look.theme.overlay);
    paint::rows(buffer, area, &rows);
}

/// A candidate and what it is.
fn row(completion: &Completion, name: &str, index: usize, name_cols: usize, cols: u16, look: &Look) -> Row {
    let is_selected = completion.selected == Some(index);
    let (name_style, about_style) =
        if is_selected { (look.theme.selected, look.theme.selected) } else { (Style::new(), look.theme.dim) };
    let mut runs = vec![Span::new(format!(" {} ", pad(name, name_cols)), name_style)];
    if let Some(about) = &completion.candidates[index].about {
        runs.push(Span::new(format!(" {} ", look.say(about)), about_style));
    }
    let fill = is_selected.then_some(look.theme.selected);
    Row { runs: cut(runs, usize::from(cols)), fill, ..Row::default() }
}

/// The description of the chosen candidate in rows of its own, where there are some that have no room in theirs: as many
/// rows as the longest needs, whichever is chosen.
fn whole(completion: &Completion, name_cols: usize, cols: usize, look: &Look) -> Vec<Row> {
    let Some(chosen) = completion.selected else { return Vec::new() };
    let described = |index: usize| -> Vec<Row> {
        let about = completion.candidates.get(index).and_then(|candidate| candidate.about.as_ref());
        let about = about.map(|about| look.say(about)).filter(|about| name_cols + width(about) + 4 > cols);
        let runs = |about| vec![Span::new(about, look.theme.dim)];
        about.map_or_else(Vec::new, |about| {
            hanging(&[Span::new(" ", Style::new())], &runs(about), cols.saturating_sub(1))
        })
    };
    let longest = (0..completion.candidates.len()).map(|index| described(index).len()).max().unwrap_or(0);
    let mut rows = described(chosen);
    rows.resize(longest, Row::default());
    rows
}

/// Where the list goes: above the row in which what it completes begins, as far left as it must.
fn place(prompt: Rect, start: usize, model: &Model, cols: usize, height: usize) -> Rect {
    let text = &model.prompt.text;
    let all = rows(text, layout::prompt_cols(model));
    let first = first_row(&all, row_of(&all, model.prompt.cursor), prompt);
    let row = row_of(&all, start).max(first);
    let narrow = |cols: usize| u16::try_from(cols).unwrap_or(u16::MAX);
    let before = text.get(all[row].start..start).unwrap_or_default();
    let wanted = prompt.x.saturating_add(1).saturating_add(narrow(width(before)));
    let width = narrow(cols).min(prompt.width);
    let y = prompt.y + narrow(row - first).min(prompt.height.saturating_sub(1));
    let height = narrow(height);
    Rect { x: wanted.min(prompt.right() - width), y: y.saturating_sub(height), width, height }
}
