//! Tells each second how long something has been waited for, so that what takes long does not look frozen. While nothing is
//! waited for there is no timer.

use std::time::{Duration, Instant};

/// Counts the seconds of one wait.
#[derive(Debug, Default)]
pub struct Waited {
    since: Option<Instant>,
    told: u64,
}

impl Waited {
    /// When the next second is over, while something is waited for; and whether a wait has ended of which seconds were told.
    pub fn look(&mut self, waiting: bool, now: Instant) -> (Option<Instant>, bool) {
        if !waiting {
            let ended = self.told > 0;
            *self = Self::default();
            return (None, ended);
        }
        let since = *self.since.get_or_insert(now);
        (Some(since + Duration::from_secs(self.told + 1)), false)
    }

    /// A second is over: how many that are.
    pub fn tell(&mut self, now: Instant) -> u64 {
        let seconds = self.since.map_or(0, |since| now.duration_since(since).as_secs());
        self.told = seconds.max(self.told + 1);
        self.told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_told_while_something_is_waited_for() {
        let (mut waited, begin) = (Waited::default(), Instant::now());
        let at = |seconds| begin + Duration::from_secs(seconds);
        assert_eq!(waited.look(false, begin), (None, false));
        assert_eq!(waited.look(true, begin), (Some(at(1)), false));
        assert_eq!(waited.tell(at(1)), 1);
        assert_eq!(waited.look(true, at(1)), (Some(at(2)), false));
        // The program was stopped meanwhile.
        assert_eq!(waited.tell(at(9)), 9);
        assert_eq!(waited.look(true, at(9)), (Some(at(10)), false));
        assert_eq!(waited.look(false, at(9)), (None, true), "what was told is over");
        assert_eq!(waited.look(false, at(9)), (None, false));
        assert_eq!(waited.look(true, at(20)), (Some(at(21)), false), "another begins");
    }
}
