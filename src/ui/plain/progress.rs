//! How far a long piece of work is, in a line now and then: with each tenth of what is known.

use std::collections::BTreeMap;

use crate::app::{Moved, Speed};
use crate::i18n::phrase;
use crate::text::Amount;
use crate::ui::Look;
use crate::ui::panes::progress::{left, size};

/// What has been told of the line that runs.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// By what is done, and the part of the work: bytes done and in all.
    parts: BTreeMap<String, BTreeMap<String, (u64, u64)>>,
    /// By what is done: tenths told.
    tenths: BTreeMap<String, u64>,
}

impl Told {
    /// What is worth a line, from what moves now and how fast.
    pub fn news(
        &mut self,
        progress: &BTreeMap<String, Moved>,
        speed: Option<Speed>,
        look: &Look,
    ) -> Vec<String> {
        for (id, (action, amount)) in progress {
            for (done, all) in self
                .parts
                .iter_mut()
                .filter(|(other, _)| *other != action)
                .filter_map(|(_, parts)| parts.get_mut(id))
            {
                // Something else is done with that part now.
                *done = *all;
            }
            if let Some(Amount::Bytes(done, Some(all))) = *amount
                && all > 0
            {
                self.parts.entry(action.clone()).or_default().insert(id.clone(), (done.min(all), all));
            }
        }
        let mut news = Vec::new();
        for (action, parts) in &self.parts {
            let done: u64 = parts.values().fold(0, |sum, (done, _)| sum.saturating_add(*done));
            let all: u64 = parts.values().fold(0, |sum, (_, all)| sum.saturating_add(*all));
            let percent = u64::try_from(u128::from(done) * 100 / u128::from(all.max(1))).unwrap_or(100);
            let told = self.tenths.get(action).copied();
            if told.is_none_or(|told| percent / 10 > told) {
                self.tenths.insert(action.clone(), percent / 10);
                let said = phrase("plain-progress")
                    .with("action", action.as_str())
                    .with("percent", i64::try_from(percent).unwrap_or(100))
                    .with("done", size(done))
                    .with("all", size(all));
                let left = speed.and_then(|speed| left(&speed)).filter(|_| percent < 100);
                let said = match left {
                    Some(left) => phrase("plain-progress-left").with("progress", said).with("left", left),
                    None => said,
                };
                news.push(look.say(&said));
            }
        }
        news
    }
}
