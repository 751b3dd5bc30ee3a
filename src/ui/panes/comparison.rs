//! Expected beside actual: side by side where there is room, else one below the other.

use ratatui::style::{Modifier, Style};

use crate::app::LessonModel;
use crate::check::{Comparison, Row as Compared, Segment, Stood};
use crate::lesson::{Line, Piece, Task};
use crate::text::{Span, sanitize, width, wrap};
use crate::ui::Look;
use crate::ui::row::{Row, Run, cut, hanging};

/// The least columns for both to stand side by side; then only where no line would be broken.
const WIDE: usize = 60;

/// From this many columns on, they stand side by side even so.
const VERY_WIDE: usize = 110;

/// The rows of a comparison.
pub(super) fn rows(comparison: &Comparison, look: &Look, cols: usize) -> Vec<Row> {
    if comparison.rows.is_empty() {
        return Vec::new();
    }
    let half = cols.saturating_sub(5) / 2;
    if cols >= VERY_WIDE || (cols >= WIDE && widest(comparison) <= half) {
        let mut out = vec![head(look, half)];
        out.extend(comparison.rows.iter().flat_map(|row| beside(row, look, half)));
        return out;
    }
    let mut out = Vec::new();
    if comparison.rows.iter().any(|row| !row.matches) {
        let theme = &look.theme;
        let legend = vec![
            Span::new("- ", theme.bad),
            Span::new(format!("{}  ", look.word("ui-check-expected")), theme.dim),
            Span::new("+ ", theme.good),
            Span::new(look.word("ui-check-actual"), theme.dim),
        ];
        out.push(Row::from(cut(legend, cols)));
    }
    out.extend(comparison.rows.iter().flat_map(|row| below(row, look, cols)));
    out
}

/// Columns of the longest line on either side.
fn widest(comparison: &Comparison) -> usize {
    let sides = comparison.rows.iter().flat_map(|row| [&row.expected, &row.actual]).flatten();
    sides.map(|line| line.iter().map(|part| width(part.text())).sum()).max().unwrap_or(0)
}

fn head(look: &Look, half: usize) -> Row {
    let theme = &look.theme;
    let title = |key| crate::text::pad(&look.word(key), half);
    Row::from(vec![
        Span::new("  ", Style::new()),
        Span::new(title("ui-check-expected"), theme.dim),
        Span::new(" │ ", theme.frame),
        Span::new(title("ui-check-actual"), theme.dim),
    ])
}

/// Both sides in one row, or in as many as the longer of them needs.
fn beside(row: &Compared, look: &Look, half: usize) -> Vec<Row> {
    let theme = &look.theme;
    let side = |segments: &Option<Vec<Segment>>, style| {
        let runs = segments.as_ref().map(|segments| runs(segments, style, look)).unwrap_or_default();
        wrap(&runs, half)
    };
    let (left, right) = (side(&row.expected, theme.bad), side(&row.actual, theme.good));
    let height = left.len().max(right.len());
    (0..height)
        .map(|line| {
            let mut out = vec![if line == 0 { sign(row, look) } else { Span::new("  ", Style::new()) }];
            let part = Row::from(left.get(line).cloned().unwrap_or_default());
            let missing = half.saturating_sub(part.width());
            out.extend(part.runs);
            out.push(Span::new(" ".repeat(missing), Style::new()));
            out.push(Span::new(" │ ", theme.frame));
            out.extend(right.get(line).cloned().unwrap_or_default());
            Row::from(out)
        })
        .collect()
}

/// One row where both sides match, else the expected one above the actual one.
fn below(row: &Compared, look: &Look, cols: usize) -> Vec<Row> {
    let theme = &look.theme;
    if row.matches {
        let segments = row.actual.as_ref().or(row.expected.as_ref());
        let mut runs = segments.map(|segments| runs(segments, Style::new(), look)).unwrap_or_default();
        let room = cols.saturating_sub(2 + Row::from(runs.clone()).width());
        let stood = stood(row, look, room);
        let beside = stood.as_ref().is_some_and(|stood| width(&stood.text) <= room);
        runs.extend(stood.clone().filter(|_| beside));
        let mut out = hanging(&[Span::new("  ", Style::new())], &runs, cols);
        if let Some(stood) = stood.filter(|_| !beside) {
            out.extend(hanging(&[Span::new("  ", Style::new())], &[stood], cols));
        }
        return out;
    }
    let mut out = Vec::new();
    if let Some(expected) = &row.expected {
        out.extend(hanging(&[Span::new("- ", theme.bad)], &runs(expected, theme.bad, look), cols));
    }
    if let Some(actual) = &row.actual {
        out.extend(hanging(&[Span::new("+ ", theme.good)], &runs(actual, theme.good, look), cols));
    }
    out
}

/// Behind a line, which wildcards it matched: with what each stood for, where there is `room` for that.
fn stood(row: &Compared, look: &Look, room: usize) -> Option<Run> {
    let whole = matches!(&row.actual.as_deref(), Some([Segment::Varies(_)]));
    let named = |with_text: bool| {
        let one = |stood: &Stood| match stood.text.trim() {
            text if !text.is_empty() && with_text => format!("{} {}", stood.wildcard, sanitize(text)),
            _ => stood.wildcard.clone(),
        };
        format!("  ← {}", row.stood.iter().map(one).collect::<Vec<_>>().join("  "))
    };
    let full = named(true);
    let text = if whole || width(&full) > room { named(false) } else { full };
    Some(Span::new(text, look.theme.dim)).filter(|_| !row.stood.is_empty())
}

/// How the two sides of a row compare, in a sign.
fn sign(row: &Compared, look: &Look) -> Run {
    let theme = &look.theme;
    match (&row.expected, &row.actual) {
        _ if row.matches => Span::new("  ", Style::new()),
        (Some(_), None) => Span::new("- ", theme.bad),
        (None, Some(_)) => Span::new("+ ", theme.good),
        _ => Span::new("~ ", theme.warning),
    }
}

/// A line with its differences marked and what may vary dimmed.
fn runs(segments: &[Segment], differs: Style, look: &Look) -> Vec<Run> {
    segments
        .iter()
        .map(|segment| {
            let style = match segment {
                Segment::Same(_) => Style::new(),
                Segment::Differs(_) => differs.add_modifier(Modifier::UNDERLINED),
                Segment::Varies(_) => look.theme.dim,
            };
            Span::new(sanitize(segment.text()), style)
        })
        .collect()
}

/// What a task that has not run yet is expected to print.
pub(super) fn expected(task: &Task, lesson: &LessonModel, look: &Look, cols: usize) -> Vec<Row> {
    let Some(expected) = task.expected.first().filter(|expected| !expected.lines.is_empty()) else {
        return Vec::new();
    };
    let theme = &look.theme;
    let mut out = vec![Row::of(format!("  {}", look.word("ui-check-expected")), theme.dim)];
    for line in &expected.lines {
        let runs = match line {
            Line::Any => vec![Span::new("...", theme.dim)],
            Line::Interrupt => vec![Span::new("^C", theme.accent)],
            Line::Text(pieces) => pieces.iter().map(|piece| self::piece(piece, lesson, look)).collect(),
        };
        out.extend(hanging(&[Span::new("  ", Style::new())], &runs, cols));
    }
    out
}

fn piece(piece: &Piece, lesson: &LessonModel, look: &Look) -> Run {
    let theme = &look.theme;
    match piece {
        Piece::Literal(text) => Span::new(sanitize(text), Style::new()),
        Piece::Anything => Span::new("[..]", theme.dim),
        Piece::Value { name: Some(name), .. } if lesson.values.named.contains_key(name) => {
            Span::new(sanitize(&lesson.values.named[name]), theme.value)
        }
        Piece::Value { kind, name: None } => Span::new(format!("[{}]", kind.name()), theme.dim),
        Piece::Value { name: Some(name), .. } => Span::new(format!("‹{name}›"), theme.value),
    }
}
