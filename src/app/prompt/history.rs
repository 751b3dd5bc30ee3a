//! The history: up and down among lines that begin as what was typed, and Ctrl-R.

use super::Prompt;
use crate::text::grapheme;

/// So many lines are kept.
pub const KEPT: usize = 1000;

/// A search backwards through the history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// What is searched for; the line found is the prompt's text.
    pub query: String,
    /// Whether nothing was found.
    pub failed: bool,
    /// The line found, as an index into the history.
    at: Option<usize>,
    /// The text and the cursor to go back to.
    before: (String, usize),
}

/// Where Up and Down are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Browsing {
    /// The line shown, as an index into the history.
    at: usize,
    /// What had been typed: lines shown begin with it, and Down ends at it.
    typed: String,
}

/// Adds a line to a history: not twice in a row, and the oldest go beyond `KEPT`.
pub fn push(history: &mut Vec<String>, line: &str) {
    if history.last().is_none_or(|last| last != line) {
        history.push(line.to_owned());
    }
    let beyond = history.len().saturating_sub(KEPT);
    history.drain(..beyond);
}

/// Where the last place of `query` in `line` ends. Only where it has a capital letter, letters are to be the same.
fn place_in(line: &str, query: &str) -> Option<usize> {
    let exactly = query.chars().any(char::is_uppercase);
    let found = if exactly {
        line.rfind(query)
    } else {
        line.to_ascii_lowercase().rfind(&query.to_ascii_lowercase())
    };
    found.map(|at| at + query.len())
}

impl Prompt {
    /// The line before in the history that begins with what was typed.
    pub fn older(&mut self, history: &[String]) {
        let (end, typed) = match &self.browsing {
            Some(browsing) => (browsing.at, browsing.typed.clone()),
            None => (history.len(), self.text.clone()),
        };
        let end = end.min(history.len());
        let found = history[..end].iter().rposition(|line| line.starts_with(&typed) && *line != self.text);
        if let Some(at) = found {
            self.show(&history[at], Browsing { at, typed });
        }
    }

    /// The line after in the history that begins with what was typed; at the end, what was typed.
    pub fn newer(&mut self, history: &[String]) {
        let Some(Browsing { at, typed }) = self.browsing.clone() else { return };
        let start = (at + 1).min(history.len());
        let found = history[start..].iter().position(|line| line.starts_with(&typed) && *line != self.text);
        match found {
            Some(offset) => self.show(&history[start + offset], Browsing { at: start + offset, typed }),
            None => self.set(&typed),
        }
    }

    /// The first line of the history.
    pub fn oldest(&mut self, history: &[String]) {
        if let Some(line) = history.first() {
            let typed = self.browsing.take().map_or_else(|| self.text.clone(), |browsing| browsing.typed);
            self.show(line, Browsing { at: 0, typed });
        }
    }

    /// Back to what had been typed before the history was gone through.
    pub fn latest(&mut self) {
        if let Some(Browsing { typed, .. }) = self.browsing.take() {
            self.set(&typed);
        }
    }

    /// Begins a search, or goes on to an older line that has the query in it.
    pub fn search_older(&mut self, history: &[String]) {
        match &self.search {
            None => {
                self.search = Some(Search { before: (self.text.clone(), self.cursor), ..Search::default() });
                self.completion = None;
            }
            Some(search) => {
                let end = search.at.unwrap_or(history.len());
                self.look(history, end);
            }
        }
    }

    /// Goes back to a newer line that has the query in it.
    pub fn search_newer(&mut self, history: &[String]) {
        let Some(Search { at: Some(at), query, .. }) = &self.search else { return };
        let newer = history.get(at + 1..).unwrap_or_default();
        let found = newer.iter().position(|line| place_in(line, query).is_some());
        let found = found.map(|offset| at + 1 + offset);
        self.found(history, found);
    }

    /// Clears what is searched for.
    pub fn search_anew(&mut self, history: &[String]) {
        if let Some(search) = &mut self.search {
            search.query.clear();
            search.at = None;
            self.look(history, history.len());
        }
    }

    /// Adds to what is searched for.
    pub fn search_for(&mut self, more: &str, history: &[String]) {
        if let Some(search) = &mut self.search {
            search.query.extend(more.chars().filter(|c| !c.is_control()));
            let end = search.at.map_or(history.len(), |at| at + 1);
            self.look(history, end);
        }
    }

    /// Takes the last letter off what is searched for, and searches from the newest line again.
    pub fn search_shorter(&mut self, history: &[String]) {
        if let Some(search) = &mut self.search {
            search.query.truncate(grapheme::before(&search.query, search.query.len()));
            search.at = None;
            self.look(history, history.len());
        }
    }

    /// Ends the search with the line found.
    pub fn search_accept(&mut self) {
        if let Some(search) = self.search.take()
            && search.at.is_some()
        {
            let found = std::mem::replace(&mut self.text, search.before.0);
            self.cursor = search.before.1;
            self.set(&found);
        }
    }

    /// Ends the search with what was there before.
    pub fn search_cancel(&mut self) {
        if let Some(search) = self.search.take() {
            (self.text, self.cursor) = search.before;
        }
    }

    fn look(&mut self, history: &[String], end: usize) {
        let Some(search) = &mut self.search else { return };
        if search.query.is_empty() {
            search.failed = false;
            (self.text, self.cursor) = search.before.clone();
            return;
        }
        let end = end.min(history.len());
        let found = history[..end].iter().rposition(|line| place_in(line, &search.query).is_some());
        self.found(history, found);
    }

    /// Shows the line found, the cursor behind the query in it.
    fn found(&mut self, history: &[String], found: Option<usize>) {
        let Some(search) = &mut self.search else { return };
        search.failed = found.is_none();
        if let Some(at) = found {
            search.at = Some(at);
            self.text.clone_from(&history[at]);
            let end = place_in(&self.text, &search.query).unwrap_or(self.text.len());
            self.cursor = grapheme::boundary(&self.text, end);
        }
    }

    fn show(&mut self, line: &str, browsing: Browsing) {
        self.set(line);
        self.browsing = Some(browsing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn history() -> Vec<String> {
        ["docker ps", "docker images", "ls", "docker ps"].map(str::to_owned).to_vec()
    }

    #[test]
    fn up_and_down_among_lines_that_begin_alike() {
        let history = history();
        let mut prompt = Prompt::default();
        prompt.insert("docker");
        prompt.older(&history);
        assert_eq!(prompt.text, "docker ps");
        prompt.older(&history);
        assert_eq!(prompt.text, "docker images");
        prompt.older(&history);
        assert_eq!(prompt.text, "docker ps");
        prompt.older(&history);
        assert_eq!(prompt.text, "docker ps");
        prompt.newer(&history);
        assert_eq!(prompt.text, "docker images");
        prompt.newer(&history);
        prompt.newer(&history);
        assert_eq!(prompt.text, "docker");
        prompt.newer(&history);
        assert_eq!(prompt.text, "docker");
    }

    #[test]
    fn an_edit_begins_anew() {
        let history = history();
        let mut prompt = Prompt::default();
        prompt.older(&history);
        prompt.insert(" -a");
        prompt.older(&history);
        assert_eq!(prompt.text, "docker ps -a");
        prompt.newer(&history);
        assert_eq!(prompt.text, "docker ps -a");
    }

    #[test]
    fn searches_backwards() {
        let history = history();
        let mut prompt = Prompt::default();
        prompt.insert("typed");
        prompt.search_older(&history);
        prompt.search_for("p", &history);
        prompt.search_for("s", &history);
        assert_eq!(prompt.text, "docker ps");
        prompt.search_older(&history);
        assert_eq!(prompt.search.as_ref().and_then(|search| search.at), Some(0));
        prompt.search_newer(&history);
        assert_eq!(prompt.search.as_ref().and_then(|search| search.at), Some(3));
        prompt.search_older(&history);
        prompt.search_for("x", &history);
        assert!(prompt.search.as_ref().is_some_and(|search| search.failed));
        prompt.search_shorter(&history);
        assert_eq!(prompt.text, "docker ps");
        prompt.search_cancel();
        assert_eq!((prompt.text.as_str(), prompt.cursor), ("typed", 5));

        prompt.search_older(&history);
        prompt.search_for("ls", &history);
        prompt.search_accept();
        assert_eq!(prompt.text, "ls");
        prompt.undo();
        assert_eq!(prompt.text, "typed");
    }

    #[test]
    fn a_shrunk_history_is_no_trouble() {
        let mut prompt = Prompt::default();
        prompt.older(&history());
        prompt.older(&history());
        prompt.newer(&[]);
        assert_eq!(prompt.text, "");
        prompt.older(&history());
        prompt.older(&[]);
    }

    #[test]
    fn keeps_no_line_twice_in_a_row_and_not_too_many() {
        let mut lines = Vec::new();
        for number in 0..KEPT + 5 {
            push(&mut lines, &number.to_string());
            push(&mut lines, &number.to_string());
        }
        assert_eq!((lines.len(), lines[0].as_str()), (KEPT, "5"));
    }
}
