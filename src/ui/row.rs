//! Rows of styled text, laid out and ready to be drawn.

use ratatui::style::Style;

use crate::app::sight::Fold;
use crate::text::{self, RowEnd, Span};

/// A run of text in one style.
pub type Run = Span<Style>;

/// One row of a pane.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "what a pane keeps in sight may be several of them")]
pub struct Row {
    /// Its runs from left to right.
    pub runs: Vec<Run>,
    /// What the whole row lies on, up to the pane's right edge.
    pub fill: Option<Style>,
    /// Whether it belongs to the current command, which the pane keeps in sight.
    pub current: bool,
    /// Whether it belongs to the hint shown last, which the pane keeps in sight while it is new.
    pub hint: bool,
    /// Whether it belongs to what explains the step.
    pub explanation: bool,
    /// Whether it belongs to a question that the pane keeps in sight.
    pub question: bool,
    /// The answer to the open question that it belongs to, from 0.
    pub answer: Option<usize>,
    /// The entry to choose that it belongs to, from 0.
    pub entry: Option<usize>,
    /// What it folds and unfolds.
    pub fold: Option<Fold>,
    /// How many of its first runs are no part of what it says: indents, bars.
    pub aside: usize,
    /// What comes between it and the next row.
    pub end: RowEnd,
    /// What it is the first row of: who is told it in words does not see what stands where.
    pub thing: Option<Thing>,
}

/// Something on the engine that rows are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A network that containers are on.
    Network,
    /// A network that none is on.
    EmptyNetwork,
    /// Several such networks.
    EmptyNetworks,
    /// A container.
    Container,
}

impl Row {
    /// A row of one run.
    pub fn of(text: impl Into<String>, style: Style) -> Self {
        Self::from(vec![Span::new(text, style)])
    }

    /// Its width in columns.
    pub fn width(&self) -> usize {
        self.runs.iter().map(|run| text::width(&run.text)).sum()
    }

    /// The letters and digits of what it says: as many whatever the columns in which that is laid out.
    pub fn letters(&self) -> usize {
        let said = self.runs.iter().skip(self.aside);
        said.flat_map(|run| run.text.chars()).filter(|c| c.is_alphanumeric()).count()
    }

    /// The same row with a run in front.
    pub fn prefixed(mut self, run: Run) -> Self {
        self.runs.insert(0, run);
        self.aside += 1;
        self
    }
}

/// These rows, the first of them as the beginning of something.
pub fn begin(mut rows: Vec<Row>, thing: Option<Thing>) -> Vec<Row> {
    if let Some(first) = rows.first_mut() {
        first.thing = thing;
    }
    rows
}

impl From<Vec<Run>> for Row {
    fn from(runs: Vec<Run>) -> Self {
        Self { runs, ..Self::default() }
    }
}

/// `runs` broken into rows of at most `cols` columns.
pub fn rows(runs: &[Run], cols: usize) -> Vec<Row> {
    text::wrap_rows(runs, cols).into_iter().map(|(runs, end)| Row { end, ..Row::from(runs) }).collect()
}

/// `runs` broken into rows of at most `cols` columns, with `first` before the first one and blanks of
/// the same width before the others.
pub fn hanging(first: &[Run], runs: &[Run], cols: usize) -> Vec<Row> {
    let indent: usize = first.iter().map(|run| text::width(&run.text)).sum();
    let room = cols.saturating_sub(indent);
    let mut rows = rows(runs, room);
    for (index, row) in rows.iter_mut().enumerate() {
        if index == 0 {
            row.runs.splice(0..0, first.iter().cloned());
        } else {
            row.runs.insert(0, Span::new(" ".repeat(indent), Style::new()));
            row.aside += 1;
        }
    }
    rows
}

/// `rows` with `first` before the first one and `rest` before the others.
pub fn prefixed(rows: Vec<Row>, first: &Run, rest: &Run) -> Vec<Row> {
    rows.into_iter()
        .enumerate()
        .map(|(index, row)| row.prefixed(if index == 0 { first.clone() } else { rest.clone() }))
        .collect()
}

/// One row of a left and a right part, the right one against the right edge of `cols` columns; the
/// left one is cut where there is not enough room, the right one goes where there is none.
pub fn apart(left: Vec<Run>, right: Vec<Run>, cols: usize) -> Row {
    let right_cols = Row::from(right.clone()).width();
    let left_room = if right_cols + 12 > cols { cols } else { cols.saturating_sub(right_cols + 1) };
    let mut row = Row::from(cut(left, left_room));
    if left_room < cols && right_cols > 0 {
        let gap = cols.saturating_sub(row.width() + right_cols);
        row.runs.push(Span::new(" ".repeat(gap), Style::new()));
        row.runs.extend(right);
    }
    row
}

/// `runs` in at most `cols` columns, ended with `…` where something is left out.
pub fn cut(runs: Vec<Run>, cols: usize) -> Vec<Run> {
    let total: usize = runs.iter().map(|run| text::width(&run.text)).sum();
    if total <= cols {
        return runs;
    }
    let mut left = cols;
    let mut kept = Vec::new();
    for mut run in runs {
        let width = text::width(&run.text);
        if width < left {
            left -= width;
            kept.push(run);
            continue;
        }
        // One column more than there is forces the sign that something is missing.
        run.text = text::truncate(&format!("{}  ", run.text), left).into_owned();
        kept.push(run);
        break;
    }
    kept
}
