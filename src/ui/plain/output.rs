//! What a line prints, read off an emulated terminal line by line: nothing else of it reaches the learner's terminal.

use crate::text::{Size, Terminal, width};

/// Rows above which what has been told is forgotten.
const ROWS: usize = 300;

/// Rows kept: more than one piece of output adds to what may be there already.
const SCROLLBACK: usize = 2_000;

/// Bytes of output taken in at a time. Even if each begins a row, none is lost before it has been told.
const PIECE: usize = 1_024;

/// The longest that a line may grow before it is told in parts.
const LONGEST: usize = 8_192;

/// The output of one line.
#[derive(Debug)]
pub(super) struct Printed {
    terminal: Terminal,
    /// Whether it comes from a terminal, with newlines that go down only.
    raw: bool,
    /// Lines of the terminal that have been told.
    told: usize,
    /// What has been told of the line that is not whole yet.
    begun: String,
    /// Whether that line was ended on the learner's terminal, by their own Enter.
    ended: bool,
}

impl Printed {
    /// The output of a line on a terminal of that size.
    pub fn new(size: Size, raw: bool) -> Self {
        let terminal = Terminal::with_scrollback(size, SCROLLBACK);
        Self { terminal, raw, told: 0, begun: String::new(), ended: false }
    }

    /// The terminal has another size.
    pub fn resize(&mut self, size: Size) {
        self.terminal.resize(size);
    }

    /// Whether a program draws on a screen of its own, of which lines tell nothing.
    pub fn is_full_screen(&self) -> bool {
        self.terminal.is_alternate_screen()
    }

    /// Takes what was printed; gives what is new, whose last line may still go on.
    pub fn feed(&mut self, bytes: &[u8]) -> String {
        let mut out = String::new();
        for piece in bytes.chunks(PIECE) {
            if self.raw {
                self.terminal.feed(piece);
            } else {
                self.terminal.feed_lines(piece);
            }
            // Whoever asks its terminal something is answered by the model's own.
            self.terminal.take_replies();
            self.tell(&mut out);
        }
        out
    }

    /// Somebody has typed a line: the container prints it too, and it is not to be told twice.
    pub fn typed(&mut self, line: &str) {
        // Without a terminal nobody prints it but the program itself, and that is its answer.
        if !self.raw {
            return;
        }
        self.begun.push_str(line);
        self.ended = true;
    }

    /// There will be no more: gives what has not been told.
    pub fn end(&mut self) -> String {
        let mut out = String::new();
        let lines = self.terminal.logical_lines();
        if !self.is_full_screen()
            && let Some(last) = lines.get(self.told)
        {
            self.whole(last, &mut out);
        }
        out
    }

    fn tell(&mut self, out: &mut String) {
        if self.is_full_screen() {
            return;
        }
        let lines = self.terminal.logical_lines();
        let cursor = self.terminal.cursor();
        let goes_on = cursor.col > 0 && !lines.is_empty();
        let whole = lines.len() - usize::from(goes_on);
        // A program that goes back to lines above changes what has been told already.
        self.told = self.told.min(whole);
        for line in &lines[self.told..whole] {
            self.whole(line, out);
        }
        self.told = whole;
        if let Some(last) = lines.last().filter(|_| goes_on) {
            // Blanks behind a prompt are part of it.
            let missing = usize::from(cursor.col).saturating_sub(width(last));
            self.part(&format!("{last}{}", " ".repeat(missing)), out);
        }
        self.forget(lines.last().filter(|_| goes_on));
    }

    /// A line that will not change any more.
    fn whole(&mut self, line: &str, out: &mut String) {
        let begun = std::mem::take(&mut self.begun);
        let ended = std::mem::take(&mut self.ended);
        if begun.is_empty() && !ended {
            out.push_str(line);
        } else if let Some(rest) = line.strip_prefix(begun.as_str()).filter(|rest| !ended || !rest.is_empty())
        {
            out.push_str(rest);
        } else if begun.trim_end().starts_with(line) {
            // All of it has been told, blanks at its end aside.
            if ended {
                return;
            }
        } else {
            // It is another line than it was.
            if !ended {
                out.push('\n');
            }
            out.push_str(line);
        }
        out.push('\n');
    }

    /// A line that may go on, or be written over. Only what continues what was told can be told now.
    fn part(&mut self, line: &str, out: &mut String) {
        if self.ended {
            return;
        }
        if let Some(rest) = line.strip_prefix(self.begun.as_str()) {
            out.push_str(rest);
            line.clone_into(&mut self.begun);
        }
    }

    /// Forgets what has been told, so that there is always room for what comes.
    fn forget(&mut self, last: Option<&String>) {
        if self.terminal.total_rows() < ROWS {
            return;
        }
        self.terminal.clear();
        self.told = 0;
        match last {
            Some(last) if last.len() < LONGEST => self.terminal.feed(last.as_bytes()),
            _ => {
                self.begun.clear();
                self.ended = false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn printed() -> Printed {
        Printed::new(Size { cols: 20, rows: 5 }, true)
    }

    #[test]
    fn lines_are_told_as_they_come_and_parts_of_them_too() {
        let mut printed = printed();
        assert_eq!(printed.feed(b"one\r\ntw"), "one\ntw");
        assert_eq!(printed.feed(b"o\r\n"), "o\n");
        assert_eq!(printed.feed(b"\r\nthree"), "\nthree");
        assert_eq!(printed.end(), "\n");
        assert_eq!(printed.feed(b""), "");
    }

    #[test]
    fn a_line_that_is_written_over_is_told_once_it_is_whole() {
        let mut printed = printed();
        assert_eq!(printed.feed(b"10%"), "10%");
        assert_eq!(printed.feed(b"\r20%"), "");
        assert_eq!(printed.feed(b"\r100%\r\n"), "\n100%\n");
    }

    #[test]
    fn what_was_typed_is_not_told_again() {
        let mut printed = printed();
        assert_eq!(printed.feed(b"/ # "), "/ # ");
        printed.typed("ls");
        assert_eq!(printed.feed(b"ls\r\n"), "");
        assert_eq!(printed.feed(b"bin\r\n/ # "), "bin\n/ # ");
        printed.typed("secret");
        assert_eq!(printed.feed(b"\r\nok\r\n"), "ok\n");
    }

    #[test]
    fn colours_and_movements_are_gone() {
        let mut printed = printed();
        assert_eq!(
            printed.feed(b"\x1b[31mred\x1b[0m\x1b]0;t\x07\r\n\x1b[2J\x1b[Hx\r\n").replace('\n', " "),
            "red x "
        );
    }

    #[test]
    fn a_full_screen_is_not_told() {
        let mut printed = printed();
        assert_eq!(printed.feed(b"\x1b[?1049h\x1b[Htop\r\n"), "");
        assert!(printed.is_full_screen());
        assert_eq!(printed.feed(b"\x1b[?1049lback\r\n"), "back\n");
    }

    #[test]
    fn a_flood_is_told_whole() {
        let mut printed = Printed::new(Size { cols: 80, rows: 24 }, false);
        let flood: String = (0..5_000).flat_map(|number| [number.to_string(), "\n".to_owned()]).collect();
        assert_eq!(printed.feed(flood.as_bytes()), flood);
        let long = "x".repeat(100_000) + "\n";
        let told = printed.feed(long.as_bytes());
        assert_eq!(told.replace('\n', "").len(), 100_000);
    }

    proptest! {
        /// Whatever is printed, and wherever it is cut: no control character but the newline is told.
        #[test]
        fn nothing_moves_the_cursor(pieces in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..20)) {
            let mut printed = printed();
            let mut told: String = pieces.iter().map(|piece| printed.feed(piece)).collect();
            told.push_str(&printed.end());
            prop_assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{told:?}");
        }

        /// Plain lines come out as they went in, wherever they are cut.
        #[test]
        fn plain_lines_stay_as_they_are(lines in prop::collection::vec("[a-z]{0,30}", 0..30), cut in 1_usize..40) {
            let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
            let mut printed = Printed::new(Size { cols: 20, rows: 5 }, false);
            let mut told: String = text.as_bytes().chunks(cut).map(|piece| printed.feed(piece)).collect();
            told.push_str(&printed.end());
            prop_assert_eq!(told, text);
        }
    }
}
