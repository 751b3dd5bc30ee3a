//! Bytes that come cut anywhere, as lines.

use super::Flow;
use crate::i18n::{Phrase, phrase};

/// The longest line that is held: what comes after is left out of it.
pub(super) const MAX_LINE: usize = 1 << 20;

/// The line that is still coming.
#[derive(Debug, Default)]
pub(super) struct Lines {
    partial: Vec<u8>,
    /// A line was longer than [`MAX_LINE`].
    cut: bool,
}

impl Lines {
    /// Hands each whole line to `each`, without its newline, until it is done.
    pub(super) fn feed(&mut self, mut bytes: &[u8], mut each: impl FnMut(&[u8]) -> Flow) -> Flow {
        while let Some(end) = memchr::memchr(b'\n', bytes) {
            let (head, tail) = (&bytes[..end], &bytes[end + 1..]);
            let flow = if self.partial.is_empty() && head.len() <= MAX_LINE {
                each(head)
            } else {
                self.keep(head);
                let line = std::mem::take(&mut self.partial);
                let flow = each(&line);
                // The room is kept for the next line.
                self.partial = line;
                self.partial.clear();
                flow
            };
            if flow == Flow::Done {
                return Flow::Done;
            }
            bytes = tail;
        }
        self.keep(bytes);
        Flow::More
    }

    /// Hands over a last line that no newline ended.
    pub(super) fn finish(&mut self, each: impl FnOnce(&[u8])) {
        if !self.partial.is_empty() {
            each(&std::mem::take(&mut self.partial));
        }
    }

    /// What to say of a line that was too long.
    pub(super) fn trouble(&self, program: &'static str) -> Option<Phrase> {
        self.cut.then(|| phrase("shell-filter-long-line").with("name", program).with("bytes", MAX_LINE))
    }

    fn keep(&mut self, bytes: &[u8]) {
        let room = MAX_LINE - self.partial.len();
        self.cut |= bytes.len() > room;
        self.partial.extend_from_slice(&bytes[..bytes.len().min(room)]);
    }
}
