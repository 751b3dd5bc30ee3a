//! When to draw: only when something changed, and no more often than a screen can show.

use std::time::{Duration, Instant};

/// The shortest time between two frames, so short that a key which comes right after one is still
/// answered within 16 ms.
const PAUSE: Duration = Duration::from_millis(10);

/// Knows whether a frame is wanted and when the next may be drawn.
#[derive(Debug, Default)]
pub struct Frames {
    wanted: bool,
    last: Option<Instant>,
}

impl Frames {
    /// Something changed that the screen shows.
    pub fn want(&mut self) {
        self.wanted = true;
    }

    /// When the next frame is to be drawn; none while nothing changed. The first frame after a
    /// quiet time is due at once, so that a key is answered without a pause.
    pub fn due(&self, now: Instant) -> Option<Instant> {
        self.wanted.then(|| self.last.map_or(now, |last| now.max(last + PAUSE)))
    }

    /// A frame was drawn.
    pub fn drawn(&mut self, now: Instant) {
        self.wanted = false;
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
        let later = start + Duration::from_secs(1);
        assert_eq!(frames.due(later), Some(later));
    }
}
