//! The reach matrix as a grid: at a glance, before the ways are told one by one.

use super::change::Change;
use super::scene::Scene;
use super::ways::{Way, blanks, way};
use crate::text::{Span, pad, sanitize, width};
use crate::ui::row::{Row, Run, cut, hanging};

/// With fewer containers the pairs say it all.
const LEAST: usize = 3;

/// With more, nobody finds a cell by its numbers.
const MOST: usize = 12;

/// Columns of a cell: its sign, how it has changed, a blank.
const CELL_COLS: usize = 3;

/// Columns before the names: an indent, and a number of two digits.
const BEFORE: usize = 7;

/// A row for each of these containers that asks, a column for each that is asked for, and what the signs mean; nothing
/// where there is not enough or too much to be seen in it.
pub(super) fn grid(scene: &Scene<'_>, names: &[&str]) -> Vec<Row> {
    let cells = names.len() * CELL_COLS;
    let widest = names.iter().map(|name| width(&sanitize(name))).max().unwrap_or(0);
    let corner = scene.look.word("ui-network-grid");
    let name_cols = widest.min(scene.name_cols).max(width(&corner)) + 2;
    if !(LEAST..=MOST).contains(&names.len()) || BEFORE + name_cols + cells > scene.cols {
        return Vec::new();
    }
    let theme = &scene.look.theme;
    let mut head = vec![blanks(BEFORE), Span::new(pad(&corner, name_cols), theme.dim)];
    head.extend((1..=names.len()).map(|number| Span::new(format!("{number:<CELL_COLS$}"), theme.dim)));
    let mut out = vec![Row::from(cut(head, scene.cols))];
    let mut met = Vec::new();
    for (number, from) in (1..).zip(names) {
        let mut row = vec![
            Span::new(format!("{number:>width$} ", width = BEFORE - 1), theme.dim),
            Span::new(pad(&sanitize(from), name_cols), theme.strong),
        ];
        for to in names {
            row.extend(cell(scene, from, to, &mut met));
        }
        out.push(Row::from(cut(row, scene.cols)));
    }
    out.extend(legend(scene, &met));
    out
}

/// What a sign says of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Named,
    Nameless,
    Broken,
    Unknown,
}

impl Sign {
    const ALL: [Self; 4] = [Self::Named, Self::Nameless, Self::Broken, Self::Unknown];

    fn of(way: &Way) -> Self {
        match way {
            Way::Named { .. } => Self::Named,
            Way::Nameless { .. } => Self::Nameless,
            Way::Broken(_) => Self::Broken,
            Way::Unknown(_) => Self::Unknown,
        }
    }

    fn run(self, scene: &Scene<'_>) -> Run {
        let theme = &scene.look.theme;
        match self {
            Self::Named => Span::new("◆", theme.good),
            Self::Nameless => Span::new("◇", theme.warning),
            Self::Broken => Span::new("✗", theme.bad),
            Self::Unknown => Span::new("?", theme.warning),
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Self::Named => "ui-network-grid-named",
            Self::Nameless => "ui-network-grid-nameless",
            Self::Broken => "ui-network-broken",
            Self::Unknown => "ui-network-grid-unknown",
        }
    }
}

/// The sign of a way, and whether it was another when the step began. A container that is gone reaches nobody.
fn cell(scene: &Scene<'_>, from: &str, to: &str, met: &mut Vec<Sign>) -> [Run; 2] {
    if from == to {
        return [Span::new("·", scene.look.theme.dim), blanks(CELL_COLS - 1)];
    }
    let sign = |snapshot| way(snapshot, from, to).map(|way| Sign::of(&way));
    let (before, now) = (sign(scene.before), sign(scene.now));
    let Some(sign) = now else {
        return [blanks(1), blanks(CELL_COLS - 1)];
    };
    met.push(sign);
    [sign.run(scene), Change::between(before.as_ref(), now.as_ref()).sign(scene.look)]
}

/// What those signs mean that stand in the grid.
fn legend(scene: &Scene<'_>, met: &[Sign]) -> Vec<Row> {
    let mut said = Vec::new();
    for sign in Sign::ALL.into_iter().filter(|sign| met.contains(sign)) {
        if !said.is_empty() {
            said.push(blanks(2));
        }
        said.push(sign.run(scene));
        said.push(Span::new(format!(" {}", scene.look.word(sign.meaning())), scene.look.theme.dim));
    }
    hanging(&[blanks(BEFORE)], &said, scene.cols)
}
