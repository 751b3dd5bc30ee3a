//! Lines that wait to be printed, broken where the terminal ends.

use crate::text::{Span, width, wrap_hanging, wrap_plain};

/// Columns where the terminal's are not known: no line is broken there.
const UNBOUND: usize = usize::MAX / 4;

/// Text on its way to whoever reads it.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// The terminal's columns, where they are known.
    cols: Option<usize>,
    text: String,
    /// Whether what was printed last is a line that has not ended.
    open: bool,
    /// Whether the last line is an empty one, or there is none yet.
    apart: bool,
}

impl Page {
    /// An empty page for a terminal of that many columns; none where that is not known.
    pub fn new(cols: Option<usize>) -> Self {
        Self { cols, apart: true, ..Self::default() }
    }

    /// The terminal has another width.
    pub fn resize(&mut self, cols: Option<usize>) {
        self.cols = cols;
    }

    /// The columns that there are for a line.
    pub fn cols(&self) -> usize {
        self.cols.unwrap_or(UNBOUND)
    }

    /// All that waits; it will have been printed.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// A sentence, on as many rows as it needs.
    pub fn say(&mut self, text: &str) {
        self.rows(wrap_plain(text, self.cols()));
    }

    /// A sentence behind `first`; its other rows are indented as far.
    pub fn item(&mut self, first: &str, text: &str) {
        self.rows(hanging(first, text, self.cols()));
    }

    /// Rows as they are.
    pub fn rows(&mut self, rows: impl IntoIterator<Item = String>) {
        for row in rows {
            self.end_line();
            self.apart = row.is_empty();
            self.text.push_str(&row);
            self.text.push('\n');
        }
    }

    /// An empty line, if there is none already.
    pub fn part(&mut self) {
        self.end_line();
        if !self.apart {
            self.rows([String::new()]);
        }
    }

    /// Text whose line may go on.
    pub fn raw(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        self.open = !text.ends_with('\n');
        self.apart = false;
    }

    /// A sign that a line may be typed, unless it stands there already.
    pub fn prompt(&mut self, sign: &str) {
        if !self.open {
            self.text.push_str(sign);
            self.open = true;
        }
    }

    /// Ends a line that has not ended.
    pub fn end_line(&mut self) {
        if std::mem::take(&mut self.open) {
            self.text.push('\n');
        }
    }

    /// Somebody has ended the line, by typing Enter.
    pub fn ended(&mut self) {
        self.open = false;
        self.apart = false;
    }
}

/// `text` in rows of at most `cols` columns, `first` before the first one and blanks of the same width before the others.
pub(super) fn hanging(first: &str, text: &str, cols: usize) -> Vec<String> {
    let indent = width(first);
    let room = cols.saturating_sub(indent);
    let rows = wrap_hanging(&[Span::new(text, ())], room, room);
    let line = |row: Vec<Span<()>>| row.into_iter().map(|span| span.text).collect::<String>();
    prefixed(rows.into_iter().map(line).collect(), first)
}

/// Rows with `first` before the first one and blanks of the same width before the others; empty ones stay empty.
pub(super) fn prefixed(rows: Vec<String>, first: &str) -> Vec<String> {
    let blanks = " ".repeat(width(first));
    let front = |index| if index == 0 { first } else { blanks.as_str() };
    rows.into_iter()
        .enumerate()
        .map(|(index, row)| format!("{}{row}", front(index)).trim_end().to_owned())
        .collect()
}
