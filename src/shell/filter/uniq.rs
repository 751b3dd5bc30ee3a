//! `uniq`: one of lines that are alike and follow each other.

use super::lines::Lines;
use super::options::{Options, switch};
use super::{Flow, Refused};

#[derive(Debug)]
pub(super) struct Uniq {
    pub(super) lines: Lines,
    runs: Runs,
}

#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "one for each switch that the program has")]
struct Runs {
    count: bool,
    repeated: bool,
    unique: bool,
    ignore_case: bool,
    /// The line of the run that is still going on, and how often it has come.
    current: Option<(Vec<u8>, u64)>,
}

impl Uniq {
    pub(super) fn new(args: &[String]) -> Result<Self, Refused> {
        let known = [
            switch('c', "count"),
            switch('d', "repeated"),
            switch('u', "unique"),
            switch('i', "ignore-case"),
        ];
        let options = Options::read("uniq", &known, args, 1)?;
        options.no_files("uniq", 0, 1)?;
        let runs = Runs {
            count: options.on('c'),
            repeated: options.on('d'),
            unique: options.on('u'),
            ignore_case: options.on('i'),
            current: None,
        };
        Ok(Self { lines: Lines::default(), runs })
    }

    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<u8>) -> Flow {
        let runs = &mut self.runs;
        self.lines.feed(bytes, |line| {
            runs.line(line, out);
            Flow::More
        })
    }

    pub(super) fn finish(&mut self, out: &mut Vec<u8>) {
        let runs = &mut self.runs;
        self.lines.finish(|line| runs.line(line, out));
        runs.end(out);
    }
}

impl Runs {
    fn line(&mut self, line: &[u8], out: &mut Vec<u8>) {
        if let Some((current, count)) = &mut self.current {
            let same = if self.ignore_case { current.eq_ignore_ascii_case(line) } else { current == line };
            if same {
                *count += 1;
                return;
            }
        }
        self.end(out);
        self.current = Some((line.to_vec(), 1));
    }

    fn end(&mut self, out: &mut Vec<u8>) {
        let Some((line, count)) = self.current.take() else { return };
        if self.repeated && count == 1 || self.unique && count > 1 {
            return;
        }
        if self.count {
            out.extend(format!("{count:>7} ").into_bytes());
        }
        out.extend(line);
        out.push(b'\n');
    }
}
