//! Minutes spent, and minutes planned.

use std::collections::BTreeMap;

use crate::lesson::{Lesson, Step};

/// Minutes in a day.
const DAY: u16 = 24 * 60;

/// The minutes spent on each step, counted when the minute changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pace {
    /// By lesson and step.
    spent: BTreeMap<(usize, usize), u16>,
    /// The minute of the day at which was counted last.
    counted: Option<u16>,
}

impl Pace {
    /// The time of day has changed to `clock` (`HH:MM`); the minutes since the last time are spent `at` that lesson and
    /// step, or nowhere.
    pub fn tick(&mut self, clock: &str, at: Option<(usize, usize)>) {
        let now = minute_of(clock);
        if let (Some(before), Some(now), Some(at)) = (self.counted, now, at) {
            let spent = self.spent.entry(at).or_default();
            *spent = spent.saturating_add((now + DAY - before) % DAY);
        }
        self.counted = now;
    }

    /// Minutes spent on a step.
    pub fn step(&self, lesson: usize, step: usize) -> u16 {
        self.spent.get(&(lesson, step)).copied().unwrap_or(0)
    }

    /// Minutes spent in a lesson.
    pub fn lesson(&self, lesson: usize) -> u16 {
        self.spent.range((lesson, 0)..=(lesson, usize::MAX)).map(|(_, minutes)| minutes).sum()
    }

    /// Minutes spent in all lessons.
    pub fn course(&self) -> u16 {
        self.spent.values().sum()
    }
}

fn minute_of(clock: &str) -> Option<u16> {
    let (hours, minutes) = clock.split_once(':')?;
    let minute = hours.parse::<u16>().ok()? * 60 + minutes.parse::<u16>().ok()?;
    (minute < DAY).then_some(minute)
}

/// The lesson's minutes spread over its steps, by how much there is to do in each: at which minute each step ends.
pub fn plan(lesson: &Lesson) -> Vec<u16> {
    // To read a step takes as long as to run a command.
    let weight = |step: &Step| 1 + step.tasks.len() + step.edits.len() + step.questions.len();
    let all: usize = lesson.steps.iter().map(weight).sum();
    let mut until = 0;
    let ends = lesson.steps.iter().map(|step| {
        until += weight(step);
        let minutes = (usize::from(lesson.minutes) * until + all / 2) / all.max(1);
        u16::try_from(minutes).unwrap_or(u16::MAX)
    });
    ends.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_count_where_they_are_spent() {
        let mut pace = Pace::default();
        pace.tick("23:58", Some((0, 0)));
        assert_eq!(pace.course(), 0, "it has just begun");
        pace.tick("23:59", Some((0, 0)));
        pace.tick("00:02", Some((0, 1)));
        pace.tick("00:03", None);
        pace.tick("00:05", Some((1, 0)));
        assert_eq!((pace.step(0, 0), pace.step(0, 1), pace.lesson(0)), (1, 3, 4));
        assert_eq!((pace.lesson(1), pace.course()), (2, 6));
    }

    #[test]
    fn a_clock_that_cannot_be_read_counts_nothing() {
        let mut pace = Pace::default();
        for clock in ["10:00", "", "99:99", "x", "10:07"] {
            pace.tick(clock, Some((0, 0)));
        }
        assert_eq!(pace.course(), 0);
    }

    #[test]
    fn the_plan_ends_with_the_lesson() {
        let course = crate::lesson::load();
        for lesson in &course.lessons {
            let plan = plan(lesson);
            assert!(plan.is_sorted(), "{plan:?}");
            assert_eq!((plan.len(), plan.last()), (lesson.steps.len(), Some(&lesson.minutes)));
        }
    }
}
