//! The built-in editor for the workspace's files: what is edited, what of it is in sight, what it asks.
//!
//! Pure, as the rest of `app`: files are read and written by `runtime`, which answers with messages.

mod buffer;
pub mod columns;

pub use buffer::Buffer;

use super::layout;

/// Columns kept free beside the cursor when a long line scrolls.
const MARGIN: usize = 8;

/// A file while it is edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor {
    /// Index of its lesson.
    pub lesson: usize,
    /// Its path below the workspace.
    pub path: String,
    /// The text.
    pub buffer: Buffer,
    /// What the keys are for.
    pub mode: Mode,
    /// The first line shown, from 0.
    pub top: usize,
    /// The first column shown, from 0.
    pub left: usize,
    /// What was searched for last.
    pub query: String,
    /// The generation of the [`super::Effect::SaveFile`] that is not answered yet.
    pub saving: Option<u64>,
    /// Whether the editor is left once the file is saved.
    pub leaving: bool,
    /// The file as it is on the disk, as far as is known; none where there is none.
    pub on_disk: Option<String>,
    /// What somebody else has made of the file, while it is asked what to do about it; none where it is gone. Not what
    /// may be written over until the learner has said so.
    pub theirs: Option<String>,
    /// The text as it was read or saved last.
    saved: String,
}

/// What the keys are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Editing.
    Edit,
    /// What is searched for is typed.
    Search {
        /// Where the search began, in bytes.
        from: usize,
        /// Whether nothing was found.
        failed: bool,
    },
    /// It is asked what shall become of changes that are not saved.
    AskUnsaved,
    /// It is asked what to do about a file that has been changed meanwhile.
    AskChanged,
}

impl Editor {
    /// The file at `path` below the workspace of `lesson`, with that content; none where it is new.
    pub fn new(lesson: usize, path: String, content: Option<String>) -> Self {
        let text = content.clone().unwrap_or_default();
        Self {
            lesson,
            path,
            buffer: Buffer::new(text.clone()),
            mode: Mode::Edit,
            top: 0,
            left: 0,
            query: String::new(),
            saving: None,
            leaving: false,
            on_disk: content,
            theirs: None,
            saved: text,
        }
    }

    /// Whether there are changes that are not saved.
    pub fn is_changed(&self) -> bool {
        self.buffer.text() != self.saved
    }

    /// Whether the file is not there yet.
    pub fn is_new(&self) -> bool {
        self.on_disk.is_none()
    }

    /// What is to be written: the text with a newline at its end, as every tool expects it. Every line ends as it did in
    /// the file.
    pub fn content(&self) -> String {
        let mut content = self.buffer.text().to_owned();
        if !content.is_empty() && !content.ends_with('\n') {
            content.push_str(self.buffer.line_break(content.len()));
        }
        content
    }

    /// The text `content` has been written.
    pub fn note_saved(&mut self, content: String) {
        // What was typed meanwhile is a change; the newline that was added at the end is none.
        let added = content.strip_prefix(self.buffer.text());
        let same = added.is_some_and(|added| ["", "\n", "\r\n"].contains(&added));
        self.saved = if same { self.buffer.text().to_owned() } else { content.clone() };
        self.on_disk = Some(content);
    }

    /// Columns of the line numbers and the blank behind them.
    pub fn gutter(&self) -> u16 {
        let digits = self.buffer.lines().to_string().len().max(3);
        u16::try_from(digits + 1).unwrap_or(u16::MAX)
    }

    /// Scrolls so that the cursor is in sight on a terminal of that size.
    pub fn reveal(&mut self, size: (u16, u16)) {
        let area = layout::editor(size).text;
        let rows = usize::from(area.height).max(1);
        let cols = usize::from(area.width.saturating_sub(self.gutter())).max(2);
        let (line, column) = (self.buffer.line(), self.buffer.cursor_column());
        self.top = self.top.clamp((line + 1).saturating_sub(rows), line);
        // A wide character under the cursor has to be in sight as a whole, and the signs that more is beyond the edges.
        if column <= self.left && self.left > 0 {
            self.left = column.saturating_sub(MARGIN);
        } else if column + 3 > self.left + cols {
            self.left = column + 3 + MARGIN.min(cols / 2) - cols;
        }
    }

    /// Scrolls by rows, the cursor kept in sight.
    pub fn scroll(&mut self, rows: isize, size: (u16, u16)) {
        let shown = usize::from(layout::editor(size).text.height).max(1);
        let last = self.buffer.lines() - 1;
        self.top = self.top.saturating_add_signed(rows).min(last);
        let line = self.buffer.line();
        let wanted = line.clamp(self.top, (self.top + shown - 1).min(last));
        let by = isize::try_from(wanted).unwrap_or(0) - isize::try_from(line).unwrap_or(0);
        if by != 0 {
            self.buffer.vertical(by);
        }
    }

    /// Moves the cursor to what stands at a column and a row of the screen; whether that is text.
    pub fn click(&mut self, column: u16, row: u16, size: (u16, u16)) -> bool {
        let area = layout::editor(size).text;
        if !area.contains(ratatui::layout::Position::new(column, row)) {
            return false;
        }
        let line = self.top + usize::from(row - area.y);
        let text = column.saturating_sub(area.x + self.gutter());
        self.buffer.go_to(line, self.left + usize::from(text));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_stay_as_they_were_and_the_last_line_ends() {
        let mut editor = Editor::new(0, "f".into(), Some("a\r\nb".into()));
        let lines: Vec<_> = editor.buffer.lines_from(0).map(|(_, line)| line).collect();
        assert_eq!(lines, ["a", "b"], "what ends a line is no part of it");
        assert!(!editor.is_changed());
        editor.buffer.insert("x");
        assert!(editor.is_changed());
        assert_eq!(editor.content(), "xa\r\nb\r\n");
        editor.note_saved(editor.content());
        assert!(!editor.is_changed(), "the newline at the end is no change");
        assert_eq!(Editor::new(0, "f".into(), None).content(), "");
    }

    #[test]
    fn line_ends_of_both_kinds_in_one_file_stay() {
        let content = "a\r\nb\nc\r\n";
        let mut editor = Editor::new(0, "f".into(), Some(content.into()));
        assert_eq!(editor.content(), content);
        editor.buffer.insert("x");
        assert_eq!(editor.content(), format!("x{content}"));
        editor.buffer.undo();
        assert!(!editor.is_changed());
    }

    #[test]
    fn the_cursor_is_in_sight() {
        let text = format!("{}\n{}", "x\n".repeat(100), "長い行".repeat(60));
        let mut editor = Editor::new(0, "f".into(), Some(text));
        let size = (80, 24);
        editor.buffer.bottom();
        editor.reveal(size);
        let area = layout::editor(size).text;
        assert!(editor.top + usize::from(area.height) > editor.buffer.line());
        let cols = usize::from(area.width - editor.gutter());
        assert!((editor.left..editor.left + cols).contains(&editor.buffer.cursor_column()));
        editor.buffer.top();
        editor.reveal(size);
        assert_eq!((editor.top, editor.left), (0, 0));
        editor.scroll(30, size);
        assert_eq!((editor.top, editor.buffer.line()), (30, 30));
        assert!(editor.click(area.x + editor.gutter(), area.y + 2, size));
        assert_eq!(editor.buffer.line(), 32);
        assert!(!editor.click(0, 0, size));
    }
}
