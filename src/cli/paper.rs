//! What the headless commands print for people: marks, colours and sentences.

use std::io::{self, Write};

use super::look;
use crate::i18n::{Phrase, Translator};
use crate::lesson::Look;

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// As it should be.
    Good,
    /// Not as it should be.
    Bad,
    /// Neither: left out, for information.
    Neutral,
}

/// Something to print on.
#[derive(Debug)]
pub struct Paper<'a> {
    translator: &'a Translator,
    look: Look,
    text: String,
}

impl<'a> Paper<'a> {
    /// A sheet for standard output.
    pub fn new(translator: &'a Translator) -> Self {
        Self::with_look(translator, look::of_stdout())
    }

    /// A sheet that looks so.
    pub fn with_look(translator: &'a Translator, look: Look) -> Self {
        Self { translator, look, text: String::new() }
    }

    /// The phrase in the reader's language.
    pub fn say(&self, phrase: &Phrase) -> String {
        self.translator.say(phrase)
    }

    /// A line, `indent` columns in; more lines of the same text hang below it.
    pub fn line(&mut self, indent: usize, text: &str) {
        for line in text.lines() {
            self.text += &" ".repeat(indent);
            self.text += line;
            self.text.push('\n');
        }
    }

    /// A sentence, `indent` columns in.
    pub fn phrase(&mut self, indent: usize, phrase: &Phrase) {
        let text = self.say(phrase);
        self.line(indent, &text);
    }

    /// A line that begins with a mark.
    pub fn marked(&mut self, indent: usize, mark: Mark, text: &str) {
        let mut lines = text.lines();
        let sign = match (mark, self.look.unicode) {
            (Mark::Good, true) => "✓",
            (Mark::Bad, true) => "✗",
            (Mark::Neutral, true) => "–",
            (Mark::Good, false) => "+",
            (Mark::Bad, false) => "x",
            (Mark::Neutral, false) => "-",
        };
        let sign = self.paint(mark, sign);
        let first = format!("{sign} {}", lines.next().unwrap_or_default());
        self.line(indent, &first);
        lines.for_each(|line| self.line(indent + 2, line));
    }

    /// A sentence that begins with a mark.
    pub fn marked_phrase(&mut self, indent: usize, mark: Mark, phrase: &Phrase) {
        let text = self.say(phrase);
        self.marked(indent, mark, &text);
    }

    /// The text in the mark's colour, where there are colours.
    pub fn paint(&self, mark: Mark, text: &str) -> String {
        let code = match mark {
            Mark::Good => 32,
            Mark::Bad => 31,
            Mark::Neutral => 33,
        };
        if self.look.color { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// The text so far; the sheet is empty afterwards.
    pub fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// Prints what was written so far on standard output.
    pub fn print(&mut self) -> io::Result<()> {
        let text = self.take();
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }
}
