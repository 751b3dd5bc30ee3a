//! How far a pull or a build is, in bars; how fast, and how long it will take.

use ratatui::style::Style;

use crate::app::{Model, Speed};
use crate::i18n::{Phrase, phrase};
use crate::text::{Amount, Span, bar, pad, sanitize, width};
use crate::ui::Look;
use crate::ui::row::{Row, cut};

/// Columns of a bar.
const BAR: usize = 20;

/// One row per part that moves, at most `most`; parts that are not done come first.
pub(super) fn rows(model: &Model, look: &Look, cols: usize, most: usize) -> Vec<Row> {
    let Some(running) = &model.running else { return Vec::new() };
    let mut parts: Vec<_> = running.progress.iter().collect();
    parts.sort_by_key(|(_, (_, amount))| is_done(*amount));
    let total = running.speed.map(|speed| total(&speed, look, cols));
    parts.truncate(most.saturating_sub(usize::from(total.is_some())));
    let id_cols = parts.iter().map(|(id, _)| width(id)).max().unwrap_or(0).min(14);
    let action_cols = parts.iter().map(|(_, (action, _))| width(action)).max().unwrap_or(0).min(24);
    let parts = parts.into_iter().map(|(id, (action, amount))| {
        let mut runs = Vec::new();
        if id_cols > 0 {
            runs.push(Span::new(format!("{} ", pad(&sanitize(id), id_cols)), look.theme.dim));
        }
        runs.push(Span::new(format!("{} ", pad(&sanitize(action), action_cols)), Style::new()));
        match *amount {
            Some(Amount::Bytes(done, all)) => {
                if let Some(all) = all.filter(|all| *all > 0) {
                    runs.push(Span::new(format!("{} ", bar(done, all, BAR)), look.theme.accent));
                }
                runs.push(Span::new(sizes(done, all), look.theme.dim));
            }
            // The step that is being done is not done yet.
            Some(Amount::Step(step, count)) => {
                runs.push(Span::new(bar(step.saturating_sub(1), count, BAR), look.theme.accent));
            }
            None => {}
        }
        Row::from(cut(runs, cols))
    });
    total.into_iter().chain(parts).collect()
}

/// All of a download: how much is here, how fast it comes, how long it will take.
fn total(speed: &Speed, look: &Look, cols: usize) -> Row {
    let mut runs = vec![Span::new(format!("{} ", look.word("ui-progress-all")), look.theme.strong)];
    if let Some(all) = speed.all.filter(|all| *all > 0) {
        runs.push(Span::new(format!("{} ", bar(speed.done, all, BAR)), look.theme.accent));
    }
    runs.push(Span::new(sizes(speed.done, speed.all), Style::new()));
    runs.push(Span::new(format!("  {}/s", size(speed.per_second)), look.theme.dim));
    if let Some(left) = left(speed) {
        runs.push(Span::new(format!("  {}", look.say(&left)), look.theme.dim));
    }
    Row::from(cut(runs, cols))
}

/// How long a download still takes, where that can be told.
pub(in crate::ui) fn left(speed: &Speed) -> Option<Phrase> {
    let left = speed.left.filter(|_| speed.per_second > 0)?;
    Some(match left {
        0..=99 => phrase("ui-progress-seconds").with("seconds", usize::try_from(left).unwrap_or(99)),
        _ => phrase("ui-progress-minutes")
            .with("minutes", usize::try_from(left.div_ceil(60)).unwrap_or(usize::MAX)),
    })
}

fn is_done(amount: Option<Amount>) -> bool {
    match amount {
        Some(Amount::Bytes(done, Some(all))) => done >= all,
        Some(Amount::Bytes(_, None) | Amount::Step(..)) => false,
        None => true,
    }
}

fn sizes(done: u64, all: Option<u64>) -> String {
    match all {
        Some(all) => format!("{}/{}", size(done), size(all)),
        None => size(done),
    }
}

/// Bytes as docker prints them: `3.1MB`.
pub(in crate::ui) fn size(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let mut unit = 0;
    let mut scale = 1_u64;
    while bytes / scale >= 1000 && unit + 1 < UNITS.len() {
        scale *= 1000;
        unit += 1;
    }
    let tenths = u128::from(bytes) * 10 / u128::from(scale);
    if unit == 0 { format!("{bytes}B") } else { format!("{}.{}{}", tenths / 10, tenths % 10, UNITS[unit]) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_dockers_do() {
        assert_eq!(size(0), "0B");
        assert_eq!(size(999), "999B");
        assert_eq!(size(3_142_000), "3.1MB");
        assert_eq!(size(u64::MAX), "18446744.0TB");
        assert_eq!(sizes(10, None), "10B");
    }
}
