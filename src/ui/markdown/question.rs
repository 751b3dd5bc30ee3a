//! Questions: answers to choose from, each with its key; once it is known, prediction and result side by side.

use ratatui::style::Style;

use super::Page;
use crate::app::questions::Standing;
use crate::i18n::phrase;
use crate::lesson::Choice;
use crate::text::{RowEnd, Span, width};
use crate::ui::row::{Row, Run, prefixed, rows};

/// From this many columns on there is room for two columns of text.
const ABREAST: usize = 48;

/// The answers to the question with that index.
pub(super) fn question(page: &Page<'_>, index: usize, choices: &[Choice], cols: usize) -> Vec<Row> {
    let standing = page.context.questions.get(index).copied().unwrap_or_default();
    let right = page.context.step.questions.get(index).map(|question| question.right);
    let mut out = match right.and_then(|right| Some((right, choices.get(right)?))) {
        Some((right, choice)) if standing.revealed => {
            let predicted = standing.predicted.and_then(|chosen| Some((chosen, choices.get(chosen)?)));
            revealed(page, predicted, (right, choice), cols)
        }
        _ => asked(page, standing, choices, cols),
    };
    for row in &mut out {
        row.question = standing.followed;
    }
    out
}

/// The answers in a list, the chosen one marked; what to press, while it can be answered.
fn asked(page: &Page<'_>, standing: Standing, choices: &[Choice], cols: usize) -> Vec<Row> {
    let look = page.context.look;
    let theme = &look.theme;
    let mut out = Vec::new();
    for (index, choice) in choices.iter().enumerate() {
        let chosen = standing.predicted == Some(index);
        let (mark, style) = if chosen { ("▶ ", theme.strong) } else { ("  ", Style::new()) };
        let marker = format!("{mark}{}  ", index + 1);
        let key = if chosen || standing.open { theme.accent } else { theme.dim };
        let text = page.paragraph(&choice.text, style, cols.saturating_sub(width(&marker)));
        let mut rows = behind(text, marker, key);
        for row in rows.iter_mut().filter(|_| standing.open) {
            row.answer = Some(index);
        }
        out.extend(rows);
    }
    let said = match standing.predicted {
        Some(chosen) if standing.open => {
            Some(phrase("ui-question-chosen").with("number", chosen + 1).with("last", choices.len()))
        }
        Some(chosen) => Some(phrase("ui-question-kept").with("number", chosen + 1)),
        None if standing.open => Some(phrase("ui-question-open").with("last", choices.len())),
        None => None,
    };
    if let Some(said) = said {
        let style = if standing.predicted.is_some() { theme.dim } else { theme.accent };
        out.extend(rows(&[Span::new(look.say(&said), style)], cols));
    }
    out
}

/// What was predicted beside what happened, and why.
fn revealed(
    page: &Page<'_>,
    predicted: Option<(usize, &Choice)>,
    right: (usize, &Choice),
    cols: usize,
) -> Vec<Row> {
    let look = page.context.look;
    let theme = &look.theme;
    let well = predicted.is_some_and(|(chosen, _)| chosen == right.0);
    let (sign, key, style) = match predicted {
        None => ("– ", "ui-question-none", theme.dim),
        Some(_) if well => ("✓ ", "ui-question-well", theme.good),
        Some(_) => ("× ", "ui-question-otherwise", theme.warning),
    };
    let room = if cols < ABREAST { cols } else { (cols - 3) / 2 };
    let column = |sign: &str, key, style, choice: Option<(usize, &Choice)>| {
        let mut out = rows(&[Span::new(format!("{sign}{}", look.word(key)), style)], room);
        if let Some((index, choice)) = choice {
            let marker = format!("{}  ", index + 1);
            let text = page.paragraph(&choice.text, Style::new(), room.saturating_sub(width(&marker)));
            out.extend(behind(text, marker, theme.dim));
        }
        out
    };
    let left = column(sign, key, style, predicted);
    let happened = column("● ", "ui-question-happened", theme.accent, Some(right));
    let mut out =
        if cols < ABREAST { [left, happened].concat() } else { abreast(left, happened, room, theme.frame) };
    if let Some((chosen, choice)) = predicted.filter(|_| !well) {
        let kind = Span::new(look.word("ui-question-kind"), theme.dim);
        out.push(Row::default());
        out.extend(rows(&[kind], cols));
        // Two reasons, each with the number of its answer.
        for (index, reason) in [(chosen, &choice.reason), (right.0, &right.1.reason)] {
            let marker = format!("{}  ", index + 1);
            let text = page.blocks(reason, cols.saturating_sub(width(&marker)));
            out.extend(behind(text, marker, theme.dim));
        }
    } else if !right.1.reason.is_empty() {
        out.push(Row::default());
        out.extend(page.blocks(&right.1.reason, cols));
    }
    out
}

/// Two columns of `room` columns each, with a line between them.
fn abreast(left: Vec<Row>, right: Vec<Row>, room: usize, line: Style) -> Vec<Row> {
    let height = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    (0..height)
        .map(|_| {
            let mut row = left.next().unwrap_or_default();
            let gap = room.saturating_sub(row.width());
            row.runs.push(Span::new(" ".repeat(gap), Style::new()));
            row.runs.push(Span::new(" │ ", line));
            row.runs.extend(right.next().unwrap_or_default().runs);
            // What goes on in the next row of a column does not follow on this one.
            row.end = RowEnd::Line;
            row
        })
        .collect()
}

/// Rows behind a marker, the later ones indented as far.
fn behind(rows: Vec<Row>, marker: String, style: Style) -> Vec<Row> {
    let indent: Run = Span::new(" ".repeat(width(&marker)), Style::new());
    prefixed(rows, &Span::new(marker, style), &indent)
}
