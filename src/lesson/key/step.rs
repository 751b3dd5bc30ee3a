//! What the key says of one step.

use super::table::Table;
use super::{Alternative, Placed, StepKey, goal, header, reach};
use crate::i18n::phrase;
use crate::lesson::Expected;

pub(super) fn read(mut table: Table<'_, '_>) -> StepKey {
    let mut step = StepKey { needs: header::needs(&mut table), ..StepKey::default() };
    step.looks = table.truth("looks").filter(|looks| looks.value).map(|looks| looks.span);
    let name = table.name().to_owned();
    for value in table.tables("goal") {
        if let Some(inner) = table.inner(value, format!("{name}.goal")) {
            step.goals.extend(goal::read(inner));
        }
    }
    for value in table.tables("reach") {
        if let Some(inner) = table.inner(value, format!("{name}.reach")) {
            step.reaches.extend(reach::read(inner));
        }
    }
    for value in table.tables("alternative") {
        if let Some(inner) = table.inner(value, format!("{name}.alternative")) {
            step.alternatives.extend(alternative(inner));
        }
    }
    table.finish();
    step
}

fn alternative(mut table: Table<'_, '_>) -> Option<Placed<Alternative>> {
    let task = table.number("task", 1, 999);
    if task.is_none() && !table.has("task") {
        table.missing("task");
    }
    let text = table.text("expected");
    if text.is_none() && !table.has("expected") {
        table.missing("expected");
    }
    let expected = text.and_then(|text| match Expected::from_text(&text.value) {
        Ok(expected) => Some(expected),
        Err(problems) => {
            for problem in problems {
                let help = problem.help.unwrap_or_else(|| phrase("lesson-toml-help"));
                table.report(text.span.clone(), problem.what, help);
            }
            None
        }
    });
    let placed = task.zip(expected).and_then(|(task, expected)| {
        let number = usize::try_from(task.value).ok()?;
        Some(Placed { value: Alternative { task: number, expected }, span: task.span })
    });
    table.finish();
    placed
}
