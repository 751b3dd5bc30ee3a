//! The time of day on the screen: it changes once a minute, and nothing wakes up in between.

use std::time::Duration;

use time::{OffsetDateTime, UtcOffset};

/// Tells the local time of day.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    offset: UtcOffset,
}

impl Clock {
    /// A clock for the local time zone. To be made before any other thread runs: the system's
    /// time zone may not be read safely beside them, and UTC takes its place.
    pub fn local() -> Self {
        Self { offset: UtcOffset::current_local_offset().unwrap_or(UtcOffset::UTC) }
    }

    /// The time now, in the local time zone.
    pub fn now(self) -> OffsetDateTime {
        OffsetDateTime::now_utc().to_offset(self.offset)
    }

    /// The time of day as `HH:MM`.
    pub fn text(self) -> String {
        let now = self.now();
        format!("{:02}:{:02}", now.hour(), now.minute())
    }

    /// Waits until the minute changes.
    pub async fn minute(self) {
        tokio::time::sleep(until_minute(OffsetDateTime::now_utc())).await;
    }
}

/// How long the minute still lasts. A little more than that, as timers may fire early.
fn until_minute(now: OffsetDateTime) -> Duration {
    let into = Duration::new(u64::from(now.second()), now.nanosecond());
    Duration::from_secs(60).saturating_sub(into) + Duration::from_millis(5)
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn the_wait_ends_just_after_the_minute() {
        let wait = until_minute(datetime!(2026-01-01 10:20:59.9 UTC));
        assert_eq!(wait, Duration::from_millis(105));
        let wait = until_minute(datetime!(2026-01-01 10:20:00 UTC));
        assert_eq!(wait, Duration::from_millis(60_005));
    }
}
