//! Whether an answer came out as it must, and how many did.

use std::fmt;

use netdojo::check::Verdict;
use netdojo::i18n::{Phrase, Translator};

/// How an answer must come out.
#[derive(Debug)]
pub enum Wanted<'a> {
    /// The step passes.
    Passed,
    /// It fails, and each of these texts stands in a reason.
    Failed(&'a [String]),
    /// It does not pass.
    Open,
}

impl fmt::Display for Wanted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Passed => "right",
            Self::Failed(_) => "wrong",
            Self::Open => "idle",
        })
    }
}

/// How it did come out.
#[derive(Debug)]
pub enum Judgement {
    AsWanted,
    /// This engine cannot do what the step needs.
    LeftOut(String),
    /// Otherwise, and how.
    Deviates(String),
}

/// Compares a verdict, or why there is none, with what is wanted.
pub fn of(verdict: Result<&Verdict, &Phrase>, wanted: &Wanted<'_>, english: &Translator) -> Judgement {
    let verdict = match verdict {
        Ok(verdict) => verdict,
        Err(reason) => return Judgement::Deviates(english.say(reason)),
    };
    match (verdict, wanted) {
        (Verdict::Skipped(reason), _) => Judgement::LeftOut(english.say(reason)),
        (Verdict::Passed, Wanted::Passed) | (Verdict::Failed(_) | Verdict::NotRun, Wanted::Open) => {
            Judgement::AsWanted
        }
        (Verdict::Passed, Wanted::Failed(_) | Wanted::Open) => Judgement::Deviates("it passed".to_owned()),
        (Verdict::Failed(reasons), wanted) => {
            let said: Vec<String> = reasons.iter().map(|reason| english.say(reason)).collect();
            failed(&said, wanted)
        }
        (Verdict::Unknown(reason), _) => Judgement::Deviates(english.say(reason)),
        (Verdict::Read | Verdict::NotRun, _) => Judgement::Deviates("there was nothing to judge".to_owned()),
    }
}

fn failed(said: &[String], wanted: &Wanted<'_>) -> Judgement {
    let all = said.join("\n    ");
    let Wanted::Failed(texts) = wanted else { return Judgement::Deviates(format!("it failed: {all}")) };
    match texts.iter().find(|text| !said.iter().any(|reason| reason.contains(text.as_str()))) {
        None => Judgement::AsWanted,
        Some(text) => Judgement::Deviates(format!("it failed without saying “{text}”, but: {all}")),
    }
}

/// How many came out how.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    pub as_wanted: usize,
    pub deviating: usize,
    pub left_out: usize,
}

impl Count {
    /// Counts one more.
    pub fn note(&mut self, judgement: &Judgement) {
        match judgement {
            Judgement::AsWanted => self.as_wanted += 1,
            Judgement::LeftOut(_) => self.left_out += 1,
            Judgement::Deviates(_) => self.deviating += 1,
        }
    }

    /// Counts those of another lesson.
    pub fn add(&mut self, other: Self) {
        self.as_wanted += other.as_wanted;
        self.deviating += other.deviating;
        self.left_out += other.left_out;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ran = self.as_wanted + self.deviating;
        write!(f, "{ran} ran, {} as they must, {} otherwise", self.as_wanted, self.deviating)?;
        if self.left_out > 0 { write!(f, ", {} left out", self.left_out) } else { Ok(()) }
    }
}
