//! The filters of a line, one after the other.

use crate::i18n::Phrase;
use crate::shell::{Filter, FilterState, Flow, ShellError};

/// Filters at work; what one gives, the next takes.
#[derive(Debug)]
pub struct Chain {
    /// Each with whether it wants more.
    filters: Vec<(FilterState, Flow)>,
}

impl Chain {
    /// The filters, in order.
    ///
    /// # Errors
    /// One that cannot be run as written.
    pub fn new(filters: &[Filter]) -> Result<Self, ShellError> {
        let filters = filters.iter().map(|filter| Ok((FilterState::new(filter)?, Flow::More)));
        Ok(Self { filters: filters.collect::<Result<_, ShellError>>()? })
    }

    /// Takes in a piece of output and appends what comes out at the end; says whether more is wanted.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Flow {
        self.feed_from(0, bytes, out);
        // As soon as one has had enough, the ones before it write to nobody.
        if self.filters.iter().any(|(_, flow)| *flow == Flow::Done) { Flow::Done } else { Flow::More }
    }

    /// Nothing more comes: appends what is left and gives the exit code of the last filter.
    pub fn finish(&mut self, out: &mut Vec<u8>) -> i64 {
        let mut code = 0;
        for index in 0..self.filters.len() {
            let mut last = Vec::new();
            code = self.filters[index].0.finish(&mut last);
            self.feed_from(index + 1, &last, out);
        }
        code
    }

    /// What the learner should know of what was left out.
    pub fn trouble(&self) -> Option<Phrase> {
        self.filters.iter().find_map(|(filter, _)| filter.trouble())
    }

    fn feed_from(&mut self, first: usize, bytes: &[u8], out: &mut Vec<u8>) {
        let mut bytes = bytes.to_vec();
        for (filter, flow) in self.filters.iter_mut().skip(first) {
            let mut passed = Vec::new();
            if *flow == Flow::More {
                *flow = filter.feed(&bytes, &mut passed);
            }
            bytes = passed;
        }
        out.extend_from_slice(&bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(filters: &[(&str, &[&str])]) -> Chain {
        let filters: Vec<Filter> = filters
            .iter()
            .map(|(program, args)| Filter {
                program: (*program).into(),
                args: args.iter().map(ToString::to_string).collect(),
            })
            .collect();
        Chain::new(&filters).expect("they are well written")
    }

    #[test]
    fn what_one_gives_the_next_takes() {
        let mut chain = chain(&[("grep", &["a"]), ("sort", &["-r"]), ("head", &["-n", "1"])]);
        let mut out = Vec::new();
        assert_eq!(chain.feed(b"ab\nxy\nac\n", &mut out), Flow::More);
        assert_eq!(chain.finish(&mut out), 0);
        assert_eq!(out, b"ac\n");
    }

    #[test]
    fn the_exit_code_is_the_last_one_s() {
        let mut out = Vec::new();
        let mut found = chain(&[("grep", &["nothing"]), ("wc", &["-l"])]);
        found.feed(b"a\n", &mut out);
        assert_eq!(found.finish(&mut out), 0);
        assert_eq!(out, b"0\n");
        let mut last = chain(&[("head", &["-n", "1"]), ("grep", &["nothing"])]);
        last.feed(b"a\n", &mut out);
        assert_eq!(last.finish(&mut out), 1);
    }

    #[test]
    fn one_that_has_had_enough_ends_the_line() {
        let mut chain = chain(&[("grep", &["y"]), ("head", &["-n", "2"]), ("wc", &["-l"])]);
        let mut out = Vec::new();
        assert_eq!(chain.feed(b"y\ny\ny\n", &mut out), Flow::Done);
        assert_eq!(chain.finish(&mut out), 0);
        assert_eq!(out, b"2\n");
    }
}
