//! Tables, with columns as wide as they need and cells that wrap where they must.

use ratatui::style::Style;

use super::{Page, inline};
use crate::lesson::Inline;
use crate::text::{Span, width};
use crate::ui::row::{Row, Run, rows};

/// Columns between two columns.
const GAP: usize = 3;

/// The least that a column shrinks to.
const NARROWEST: usize = 6;

/// A table: its head, a line, its rows.
pub(super) fn table(
    page: &Page<'_>,
    head: &[Vec<Inline>],
    body: &[Vec<Vec<Inline>>],
    cols: usize,
) -> Vec<Row> {
    let theme = &page.context.look.theme;
    let columns = head.len();
    let head: Vec<Vec<Run>> = head.iter().map(|cell| inline::runs(page, cell, theme.strong)).collect();
    let body: Vec<Vec<Vec<Run>>> = body
        .iter()
        .map(|row| row.iter().take(columns).map(|cell| inline::runs(page, cell, Style::new())).collect())
        .collect();
    let natural: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = body.iter().filter_map(|row| row.get(column)).chain(head.get(column));
            cells.map(|cell| natural_width(cell)).max().unwrap_or(0)
        })
        .collect();
    let Some(widths) = fit(&natural, cols) else { return one_below_the_other(&head, &body, cols) };
    let mut out = table_row(&head, &widths, theme.frame);
    let line = widths.iter().map(|&width| "─".repeat(width)).collect::<Vec<_>>().join("─┼─");
    out.push(Row::of(line, theme.frame));
    for row in &body {
        out.extend(table_row(row, &widths, theme.frame));
    }
    out
}

fn natural_width(cell: &[Run]) -> usize {
    let text: String = cell.iter().map(|run| run.text.as_str()).collect();
    text.split('\n').map(width).max().unwrap_or(0)
}

/// Widths that fit into `cols`: the widest columns give way first. None where there is no room at all.
fn fit(natural: &[usize], cols: usize) -> Option<Vec<usize>> {
    let room = cols.checked_sub(GAP * natural.len().saturating_sub(1))?;
    let mut widths: Vec<usize> = natural.iter().map(|&width| width.max(1)).collect();
    while widths.iter().sum::<usize>() > room {
        let widest = widths.iter_mut().max()?;
        if *widest <= NARROWEST {
            return None;
        }
        *widest -= 1;
    }
    Some(widths)
}

/// One row of a table, as high as its highest cell.
fn table_row(cells: &[Vec<Run>], widths: &[usize], frame: Style) -> Vec<Row> {
    let cells: Vec<Vec<Row>> = widths
        .iter()
        .enumerate()
        .map(|(column, &width)| rows(cells.get(column).map_or(&[], |c| c), width))
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let mut row = Row::default();
            for (column, (cell, &width)) in cells.iter().zip(widths).enumerate() {
                if column > 0 {
                    row.runs.push(Span::new(" │ ", frame));
                }
                let part = cell.get(line).cloned().unwrap_or_default();
                let missing = width.saturating_sub(part.width());
                row.runs.extend(part.runs);
                row.runs.push(Span::new(" ".repeat(missing), Style::new()));
            }
            row
        })
        .collect()
}

/// A table too wide for its columns: each row as a list of head and cell.
fn one_below_the_other(head: &[Vec<Run>], body: &[Vec<Vec<Run>>], cols: usize) -> Vec<Row> {
    let mut out = Vec::new();
    for (index, row) in body.iter().enumerate() {
        if index > 0 {
            out.push(Row::default());
        }
        for (name, cell) in head.iter().zip(row) {
            let mut runs = name.clone();
            runs.push(Span::new(": ", Style::new()));
            runs.extend(cell.iter().cloned());
            out.extend(rows(&runs, cols));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_columns_give_way() {
        assert_eq!(fit(&[4, 8], 20), Some(vec![4, 8]));
        assert_eq!(fit(&[4, 30, 20], 40), Some(vec![4, 15, 15]));
        assert_eq!(fit(&[30, 30, 30], 20), None);
    }
}
