//! The order of candidates: what begins as typed, then what resembles it.

use nucleo::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo::{Config, Matcher, Utf32String};

use super::Candidate;

/// The candidates that fit `typed`, best first. Among those that begin with it the order stays.
pub(super) fn best(candidates: Vec<Candidate>, typed: &str) -> Vec<Candidate> {
    let (begin, rest): (Vec<_>, Vec<_>) =
        candidates.into_iter().partition(|candidate| bare(&candidate.text).starts_with(typed));
    // A dash or two resemble every flag, and a long text costs the matcher.
    let letters = typed.trim_start_matches('-').len();
    if letters == 0 || typed.len() > 100 {
        return begin;
    }
    let pattern = Pattern::new(typed, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut alike: Vec<(u32, Candidate)> = rest
        .into_iter()
        .filter_map(|candidate| {
            let text = Utf32String::from(candidate.text.as_str());
            pattern.score(text.slice(..), &mut matcher).map(|score| (score, candidate))
        })
        .collect();
    alike.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    begin.into_iter().chain(alike.into_iter().map(|(_, candidate)| candidate)).collect()
}

/// Without the quote that was put around it: what was typed comes without it, too.
fn bare(text: &str) -> &str {
    text.strip_prefix('\'').unwrap_or(text)
}
