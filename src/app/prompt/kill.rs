//! What is cut and put back, as readline does: cuts in a row join, and earlier ones can be had as well.

use super::{Last, Prompt};
use crate::text::grapheme;

/// So many cuts are kept.
const KEPT: usize = 20;

impl Prompt {
    /// Cuts what is behind the cursor in its line; at the line's end the newline.
    pub fn kill_to_end(&mut self) {
        let end = self.line_end();
        let end = if end == self.cursor { grapheme::after(&self.text, end) } else { end };
        self.kill(self.cursor, end);
    }

    /// Cuts what is before the cursor in its line; at the line's beginning the newline.
    pub fn kill_to_start(&mut self) {
        let start = self.line_start();
        let start = if start == self.cursor { grapheme::before(&self.text, start) } else { start };
        self.kill(start, self.cursor);
    }

    /// Cuts back to a blank (Ctrl-W).
    pub fn kill_blank_word(&mut self) {
        let start = grapheme::word_start(&self.text, self.cursor, |c| !c.is_whitespace());
        self.kill(start, self.cursor);
    }

    /// Cuts back to the beginning of the word.
    pub fn kill_word_left(&mut self) {
        self.kill(self.word_start(), self.cursor);
    }

    /// Cuts up to the end of the word.
    pub fn kill_word_right(&mut self) {
        self.kill(self.cursor, self.word_end());
    }

    /// Puts back what was cut last.
    pub fn yank(&mut self) {
        let Some(cut) = self.cuts.last().cloned() else { return };
        let start = self.cursor;
        self.replace(start..start, &cut);
        self.last = Last::PutBack { range: start..start + cut.len(), back: 0 };
    }

    /// Directly after a cut was put back: the one before it, around at the end (Alt-Y).
    pub fn yank_earlier(&mut self) {
        let Last::PutBack { range, back } = self.last.clone() else { return };
        let back = (back + 1) % self.cuts.len().max(1);
        let Some(cut) = self.cuts.iter().rev().nth(back).cloned() else { return };
        let start = range.start;
        self.replace(range, &cut);
        self.last = Last::PutBack { range: start..start + cut.len(), back };
    }

    fn kill(&mut self, start: usize, end: usize) {
        if start == end {
            return;
        }
        let cut = self.text[start..end].to_owned();
        match self.cuts.last_mut().filter(|_| self.last == Last::Cut) {
            Some(last) if end == self.cursor => last.insert_str(0, &cut),
            Some(last) => last.push_str(&cut),
            None => {
                if self.cuts.len() == KEPT {
                    self.cuts.remove(0);
                }
                self.cuts.push(cut);
            }
        }
        self.replace(start..end, "");
        self.last = Last::Cut;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_and_puts_back() {
        let mut prompt = Prompt::of("docker run --name alpine_01");
        prompt.kill_word_left();
        assert_eq!(prompt.text, "docker run --name alpine_");
        prompt.end();
        prompt.kill_blank_word();
        assert_eq!(prompt.text, "docker run --name ");
        prompt.yank();
        assert_eq!(prompt.text, "docker run --name alpine_");
        prompt.home();
        prompt.kill_word_right();
        assert_eq!(prompt.text, " run --name alpine_");
        prompt.end();
        prompt.yank();
        assert_eq!(prompt.text, " run --name alpine_docker");
        prompt.yank_earlier();
        assert_eq!(prompt.text, " run --name alpine_alpine_");
        prompt.yank_earlier();
        assert_eq!(prompt.text, " run --name alpine_01");
        prompt.yank_earlier();
        assert_eq!(prompt.text, " run --name alpine_docker");
    }

    #[test]
    fn cuts_in_a_row_join() {
        let mut prompt = Prompt::of("docker run -it alpine sh");
        prompt.kill_blank_word();
        prompt.kill_blank_word();
        assert_eq!(prompt.text, "docker run -it ");
        prompt.yank();
        assert_eq!(prompt.text, "docker run -it alpine sh");
        prompt.home();
        prompt.kill_word_right();
        prompt.kill_word_right();
        prompt.end();
        prompt.yank();
        assert_eq!(prompt.text, " -it alpine shdocker run");
    }

    #[test]
    fn a_line_is_cut_and_then_its_newline() {
        let mut prompt = Prompt::of("one\ntwo");
        prompt.place(1);
        prompt.kill_to_end();
        assert_eq!(prompt.text, "o\ntwo");
        prompt.kill_to_end();
        assert_eq!(prompt.text, "otwo");
        prompt.undo();
        prompt.place(3);
        prompt.kill_to_start();
        assert_eq!(prompt.text, "o\nwo");
        prompt.kill_to_start();
        assert_eq!(prompt.text, "owo");
    }
}
