//! Steps, links or colours to choose from.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{WIDEST, area, boxed};
use crate::app::links::{Target, links};
use crate::app::outline::headings;
use crate::app::teach::plan;
use crate::app::{List, Measured, Model, Scheme, Screen};
use crate::i18n::phrase;
use crate::text::{Span, sanitize, width};
use crate::ui::row::{Run, cut, hanging};
use crate::ui::{Look, buttons, paint};

/// Draws the entries, the one under the cursor in sight.
pub(super) fn draw(
    buffer: &mut Buffer,
    screen: Rect,
    model: &Model,
    of: &List,
    selected: usize,
    look: &Look,
    measured: &mut Measured,
) {
    let cols = usize::from(area(screen, WIDEST, usize::MAX).width);
    let (title, entries) = match of {
        List::Steps => ("ui-steps-title", steps(model, look)),
        List::Jump => ("teach-steps-title", with_minutes(model, look)),
        List::Themes => ("ui-themes-title", themes(look)),
        List::Links(_) => ("ui-links-title", addresses(model, of, look)),
    };
    let number_cols = entries.len().to_string().len();
    let mut rows = Vec::new();
    let mut at = 0..0;
    for (index, entry) in entries.into_iter().enumerate() {
        let here = index == selected;
        let mark = if here { "▶" } else { " " };
        let first = Span::new(format!("{mark} {:>number_cols$}  ", index + 1), look.theme.dim);
        let mut lines = hanging(&[first], &entry, cols);
        for line in &mut lines {
            line.entry = Some(index);
        }
        if here {
            at = rows.len()..rows.len() + lines.len();
            for line in &mut lines {
                line.fill = Some(look.theme.selected);
                line.runs.iter_mut().for_each(|run| run.style = look.theme.selected);
            }
        }
        rows.extend(lines);
    }
    let inner = area(screen, WIDEST, rows.len());
    let shown = usize::from(inner.height);
    let first = at.end.saturating_sub(shown).min(at.start);
    boxed(buffer, inner, &look.word(title), &look.word("ui-list-keys"), look, measured);
    let rows = &rows[first.min(rows.len())..];
    paint::rows(buffer, inner, rows);
    measured.buttons.extend(buttons::entries(inner, rows));
}

fn themes(look: &Look) -> Vec<Vec<Run>> {
    let entry = |scheme: Scheme| {
        let name = Span::new(format!("{:<10}", scheme.name()), look.theme.strong);
        vec![name, Span::new(look.say(&scheme.about()), Style::new())]
    };
    Scheme::ALL.into_iter().map(entry).collect()
}

fn steps(model: &Model, look: &Look) -> Vec<Vec<Run>> {
    let Screen::Lesson(lesson) = &model.screen else { return Vec::new() };
    let entry = |(index, heading): (usize, &crate::app::outline::Heading)| {
        let (sign, style) = if heading.done { ("✓ ", look.theme.good) } else { ("○ ", look.theme.dim) };
        let mut runs = vec![Span::new(sign, style), Span::new(sanitize(&heading.title), Style::new())];
        if index == lesson.step {
            runs.push(Span::new(format!("  {}", look.word("ui-steps-here")), look.theme.dim));
        }
        runs
    };
    headings(model, lesson).iter().enumerate().map(entry).collect()
}

/// The steps, each with the minute in which it begins.
fn with_minutes(model: &Model, look: &Look) -> Vec<Vec<Run>> {
    let Screen::Lesson(at) = &model.screen else { return Vec::new() };
    let Some(lesson) = model.course.lessons.get(at.lesson) else { return Vec::new() };
    let begins = std::iter::once(0).chain(plan(lesson));
    let entry = |(mut runs, minute): (Vec<Run>, u16)| {
        let minutes = look.say(&phrase("teach-begins").with("minutes", usize::from(minute)));
        runs.push(Span::new(format!("  {minutes}"), look.theme.dim));
        runs
    };
    steps(model, look).into_iter().zip(begins).map(entry).collect()
}

fn addresses(model: &Model, of: &List, look: &Look) -> Vec<Vec<Run>> {
    let List::Links(word) = of else { return Vec::new() };
    let entry = |link: crate::app::links::Link| {
        let text = sanitize(&link.text).into_owned();
        let target = match link.target {
            Target::Word(id) => format!("/word {id}"),
            Target::Url(url) if url == link.text => String::new(),
            Target::Url(url) => url,
        };
        let room = usize::from(WIDEST).saturating_sub(width(&text) + 10).max(20);
        let target = cut(vec![Span::new(format!("  {}", sanitize(&target)), look.theme.dim)], room);
        [vec![Span::new(text, Style::new())], target].concat()
    };
    links(model, word.as_deref()).into_iter().map(entry).collect()
}
