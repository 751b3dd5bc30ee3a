//! Double and triple clicks: terminals tell of single ones only.

use std::time::{Duration, Instant};

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

/// The longest time between two clicks that belong together.
const TOGETHER: Duration = Duration::from_millis(400);

/// Counts clicks that follow one another at the same place.
#[derive(Debug, Default)]
pub struct Clicks {
    last: Option<(Instant, (u16, u16), u8)>,
}

impl Clicks {
    /// The how manieth click this is, from 2 to 3; none for a first one, and for what is no click.
    pub fn count(&mut self, mouse: MouseEvent, now: Instant) -> Option<u8> {
        let MouseEventKind::Down(button) = mouse.kind else { return None };
        let at = (mouse.column, mouse.row);
        let count = match self.last {
            Some((before, place, count))
                if button == MouseButton::Left && place == at && now.duration_since(before) <= TOGETHER =>
            {
                count % 3 + 1
            }
            _ => 1,
        };
        self.last = (button == MouseButton::Left).then_some((now, at, count));
        (count > 1).then_some(count)
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyModifiers;

    use super::*;

    fn down(button: MouseButton, column: u16) -> MouseEvent {
        MouseEvent { kind: MouseEventKind::Down(button), column, row: 1, modifiers: KeyModifiers::NONE }
    }

    #[test]
    fn clicks_at_one_place_and_soon_after_one_another_count() {
        let mut clicks = Clicks::default();
        let start = Instant::now();
        let left = down(MouseButton::Left, 5);
        let mut after =
            |mouse, milliseconds| clicks.count(mouse, start + Duration::from_millis(milliseconds));
        assert_eq!(after(left, 0), None);
        assert_eq!(after(left, 100), Some(2));
        assert_eq!(after(left, 200), Some(3));
        assert_eq!(after(left, 300), None, "the fourth is a first one again");
        assert_eq!(after(left, 1300), None, "too late");
        assert_eq!(after(down(MouseButton::Left, 6), 1400), None, "elsewhere");
        assert_eq!(after(down(MouseButton::Right, 6), 1450), None);
        assert_eq!(after(down(MouseButton::Left, 6), 1500), None, "another button came between");
    }
}
