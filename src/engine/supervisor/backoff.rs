//! The pauses between attempts to reach an engine.

use std::time::Duration;

/// The first pause.
const FIRST: Duration = Duration::from_millis(200);

/// The longest pause.
const LONGEST: Duration = Duration::from_secs(10);

/// A connection that lasted this long was a good one: the next loss begins with short pauses again.
const GOOD: Duration = Duration::from_secs(5);

/// Pauses that double from 0.2 to 10 seconds, each a little off, so that many programs that lost the
/// same engine do not come back in step.
#[derive(Debug)]
pub struct Backoff {
    pause: Duration,
}

impl Default for Backoff {
    fn default() -> Self {
        Self { pause: FIRST }
    }
}

impl Backoff {
    /// The next pause: three to five quarters of a time that doubles.
    pub fn next(&mut self) -> Duration {
        let pause = self.pause;
        self.pause = (pause * 2).min(LONGEST);
        pause.mul_f64(fastrand::f64().mul_add(0.5, 0.75))
    }

    /// Takes note that a connection lasted for `time`.
    pub fn lasted(&mut self, time: Duration) {
        if time >= GOOD {
            self.pause = FIRST;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_limit_and_begin_anew_after_a_good_connection() {
        let mut backoff = Backoff::default();
        let pauses: Vec<Duration> = (0..10).map(|_| backoff.next()).collect();
        assert!(pauses[0] >= FIRST * 3 / 4 && pauses[0] <= FIRST * 5 / 4, "{pauses:?}");
        assert!(pauses[9] >= LONGEST * 3 / 4 && pauses[9] <= LONGEST * 5 / 4, "{pauses:?}");
        backoff.lasted(Duration::from_secs(1));
        assert!(backoff.next() > Duration::from_secs(7));
        backoff.lasted(GOOD);
        assert!(backoff.next() <= FIRST * 5 / 4);
    }
}
