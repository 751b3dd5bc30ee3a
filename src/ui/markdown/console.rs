//! `console` blocks: commands to run, each with how it stands.

use std::ops::Range;

use ratatui::style::Style;

use super::{Page, inline};
use crate::app::tasks::expects_exit;
use crate::lesson::Console;
use crate::text::{Span, sanitize};
use crate::ui::code::{Language, pieces};
use crate::ui::row::{Row, Run, hanging};

/// The commands of a block: the current one marked, those that have run ticked.
pub(super) fn console(page: &Page<'_>, commands: &[Console], cols: usize) -> Vec<Row> {
    let fill = page.context.look.theme.block;
    let mut rows: Vec<Row> = commands.iter().flat_map(|command| one(page, command, cols)).collect();
    for row in &mut rows {
        row.fill = Some(fill);
    }
    rows
}

fn one(page: &Page<'_>, command: &Console, cols: usize) -> Vec<Row> {
    let theme = &page.context.look.theme;
    let current = command.task == page.context.task;
    let mut rows = Vec::new();
    for comment in &command.comments {
        let text = Span::new(sanitize(comment.trim_start()), theme.dim);
        rows.extend(hanging(&[plain("  "), Span::new("# ", theme.dim)], &[text], cols));
    }
    let whole = command.lines.join("\n");
    let base = if current { theme.strong } else { Style::new() };
    let pieces = pieces(Some(Language::Shell), &whole, base, theme);
    let mut start = 0;
    for (index, line) in command.lines.iter().enumerate() {
        let prompt = if index == 0 { "$ " } else { "> " };
        let mark = if index == 0 { mark(page, command.task) } else { plain("  ") };
        let runs: Vec<Run> = within(&pieces, start..start + line.len())
            .flat_map(|(span, style)| inline::with_values(page, &whole[span], style))
            .collect();
        start += line.len() + 1;
        let mut lines = hanging(&[mark, Span::new(prompt, theme.dim)], &runs, cols);
        for row in &mut lines {
            row.current = current;
        }
        rows.extend(lines);
    }
    rows
}

/// The pieces of a text, as far as they lie in a part of it.
fn within(
    pieces: &[(Range<usize>, Style)],
    part: Range<usize>,
) -> impl Iterator<Item = (Range<usize>, Style)> {
    pieces.iter().filter_map(move |(span, style)| {
        let shared = span.start.max(part.start)..span.end.min(part.end);
        (!shared.is_empty()).then_some((shared, *style))
    })
}

/// The sign in front of a command.
fn mark(page: &Page<'_>, task: usize) -> Run {
    let theme = &page.context.look.theme;
    let step = page.context.step;
    let state = page.context.tasks.get(task);
    let expects = |exit| step.tasks.get(task).is_none_or(|task| expects_exit(task, Some(exit)));
    match state.and_then(|state| Some((state, state.run.as_ref()?.exit?))) {
        _ if task == page.context.task => Span::new("▶ ", theme.accent),
        None => plain("  "),
        Some((state, _)) if state.as_expected => Span::new("✓ ", theme.good),
        // As in the check: where there are goals, output that differs is said, not judged.
        Some((_, exit)) if expects(exit) && !step.is_decided_by_tasks() => Span::new("~ ", theme.warning),
        Some(_) => Span::new("✗ ", theme.bad),
    }
}

fn plain(text: &str) -> Run {
    Span::new(text, Style::new())
}
