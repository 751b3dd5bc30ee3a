//! How fast a download is, and how long it will take: from what the engine tells of each layer, and when.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use crate::app::Speed;
use crate::docker::Progress;
use crate::text::Amount;

/// What the engine calls a layer whose bytes are on their way.
const DOWNLOADING: &str = "Downloading";

/// What it calls one of which it does not say yet how large it is.
const WAITING: [&str; 2] = ["Waiting", "Pulling fs layer"];

/// The speed is that of the last few seconds: long enough to be steady, short enough to be true.
const WINDOW: Duration = Duration::from_secs(5);

/// The least time over which a speed says anything.
const LEAST: Duration = Duration::from_millis(500);

/// A download as it goes on.
#[derive(Debug, Default)]
pub struct Pace {
    /// By layer: bytes done, and in all.
    layers: BTreeMap<String, (u64, Option<u64>)>,
    /// Layers whose size is not known yet.
    waiting: BTreeSet<String>,
    /// Bytes done in all, by when.
    marks: VecDeque<(Duration, u64)>,
}

impl Pace {
    /// Takes in what has moved, `at` after the beginning; the speed, once it can be told.
    pub fn note(&mut self, at: Duration, progress: &Progress) -> Option<Speed> {
        let Progress { id, action, amount } = progress;
        if WAITING.contains(&action.as_str()) {
            self.waiting.insert(id.clone());
            return None;
        }
        self.waiting.remove(id);
        if let Some(Amount::Bytes(done, all)) = amount.filter(|_| action == DOWNLOADING) {
            self.layers.insert(id.clone(), (done, all));
        } else {
            // Whatever comes after it: all of it is here.
            let (done, all) = self.layers.get_mut(id)?;
            *done = all.unwrap_or(*done);
        }
        self.speed(at)
    }

    fn speed(&mut self, at: Duration) -> Option<Speed> {
        let done = self.layers.values().fold(0_u64, |sum, layer| sum.saturating_add(layer.0));
        let known = self.waiting.is_empty();
        let all = self.layers.values().try_fold(0_u64, |sum, layer| Some(sum.saturating_add(layer.1?)));
        let all = all.filter(|_| known);
        while self.marks.len() > 1 && self.marks.get(1).is_some_and(|mark| mark.0 + WINDOW < at) {
            self.marks.pop_front();
        }
        let (since, before) = *self.marks.front().unwrap_or(&(at, done));
        self.marks.push_back((at, done));
        let took = at.saturating_sub(since);
        if took < LEAST {
            return None;
        }
        let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        let per_second = done.saturating_sub(before).saturating_mul(1000) / millis;
        let left = all.and_then(|all| all.saturating_sub(done).checked_div(per_second));
        Some(Speed { done, all, per_second, left })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moved(id: &str, action: &str, bytes: Option<(u64, Option<u64>)>) -> Progress {
        let amount = bytes.map(|(done, all)| Amount::Bytes(done, all));
        Progress { id: id.to_owned(), action: action.to_owned(), amount }
    }

    const fn secs(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn the_rest_is_known_once_every_layer_has_said_how_large_it_is() {
        let mut pace = Pace::default();
        assert_eq!(pace.note(secs(0), &moved("a", "Pulling fs layer", None)), None);
        assert_eq!(pace.note(secs(0), &moved("b", "Waiting", None)), None);
        assert_eq!(pace.note(secs(0), &moved("a", DOWNLOADING, Some((0, Some(4000))))), None, "too soon");
        let speed = pace.note(secs(1), &moved("a", DOWNLOADING, Some((1000, Some(4000)))));
        assert_eq!(speed, Some(Speed { done: 1000, all: None, per_second: 1000, left: None }));
        let speed = pace.note(secs(2), &moved("b", DOWNLOADING, Some((1000, Some(2000)))));
        assert_eq!(speed, Some(Speed { done: 2000, all: Some(6000), per_second: 1000, left: Some(4) }));
    }

    #[test]
    fn a_layer_that_is_here_counts_whole() {
        let mut pace = Pace::default();
        pace.note(secs(0), &moved("a", DOWNLOADING, Some((0, Some(100)))));
        let speed = pace.note(secs(1), &moved("a", "Download complete", None)).expect("a speed");
        assert_eq!((speed.done, speed.left), (100, Some(0)));
        assert_eq!(pace.note(secs(1), &moved("z", "Already exists", None)), None, "it never moved");
    }

    #[test]
    fn the_speed_is_that_of_the_last_seconds() {
        let mut pace = Pace::default();
        let mut last = None;
        for second in 0..60 {
            let done = if second < 30 { second * 1_000_000 } else { 30_000_000 + (second - 30) * 1000 };
            last = pace.note(secs(second), &moved("a", DOWNLOADING, Some((done, Some(40_000_000)))));
        }
        assert_eq!(last.expect("a speed").per_second, 1000);
    }

    proptest! {
        #[test]
        fn no_number_is_too_large(
            steps in prop::collection::vec((any::<u64>(), "[ab]", any::<u64>(), any::<Option<u64>>(), any::<bool>()), 0..40)
        ) {
            let mut pace = Pace::default();
            for (at, id, done, all, more) in steps {
                let action = if more { DOWNLOADING } else { "Extracting" };
                pace.note(Duration::from_millis(at >> 1), &moved(&id, action, Some((done, all))));
            }
        }
    }
}
