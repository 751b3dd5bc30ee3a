//! When to draw: only when something changed, and no more often than a screen can show.

use std::time::{Duration, Instant};

/// The shortest time between two frames.
const PAUSE: Duration = Duration::from_millis(10);

/// The same where a key is answered, which people feel; keys that come together are answered together.
const ANSWER: Duration = Duration::from_millis(2);

/// Knows whether a frame is wanted and when the next may be drawn.
#[derive(Debug, Default)]
pub struct Frames {
    /// How long after the last frame the next is wanted; none while nothing changed.
    wanted: Option<Duration>,
    last: Option<Instant>,
}

impl Frames {
    /// Something changed that the screen shows.
    pub fn want(&mut self) {
        self.wanted.get_or_insert(PAUSE);
    }

    /// A key was pressed, whose effect is wanted at once.
    pub fn answer(&mut self) {
        self.wanted = Some(ANSWER);
    }

    /// When the next frame is to be drawn; none while nothing changed. The first frame after a
    /// quiet time is due at once.
    pub fn due(&self, now: Instant) -> Option<Instant> {
        self.wanted.map(|pause| self.last.map_or(now, |last| now.max(last + pause)))
    }

    /// A frame was drawn.
    pub fn drawn(&mut self, now: Instant) {
        self.wanted = None;
        self.last = Some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_drawn_while_nothing_changed() {
        let mut frames = Frames::default();
        let now = Instant::now();
        assert_eq!(frames.due(now), None);
        frames.want();
        assert_eq!(frames.due(now), Some(now));
        frames.drawn(now);
        assert_eq!(frames.due(now + PAUSE), None);
    }

    #[test]
    fn a_flood_is_capped_and_a_key_after_a_pause_is_not() {
        let mut frames = Frames::default();
        let start = Instant::now();
        frames.want();
        frames.drawn(start);
        frames.want();
        let soon = start + Duration::from_millis(1);
        assert_eq!(frames.due(soon), Some(start + PAUSE));
        frames.answer();
        frames.want();
        assert_eq!(frames.due(soon), Some(start + ANSWER), "a key is not kept waiting by it");
        let later = start + Duration::from_secs(1);
        assert_eq!(frames.due(later), Some(later));
    }
}
