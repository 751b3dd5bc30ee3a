//! A lesson's journal, folded into what was done in which step.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::{End, Entry, Event, Judged, Printed};

/// The longest time between two entries that counts as spent on the lesson.
const PAUSE: Duration = Duration::from_secs(10 * 60);

/// What was done in a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Story {
    /// From the first time to the last; each but the first began with `/reset`.
    pub attempts: Vec<Attempt>,
}

/// What was done from one beginning of a lesson to the next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attempt {
    /// When it began, where the journal says so.
    pub began: Option<OffsetDateTime>,
    /// When something was last done in it.
    pub ended: Option<OffsetDateTime>,
    /// The time spent on it, long pauses left out.
    pub spent: Duration,
    /// By step id: those that were shown.
    pub steps: BTreeMap<String, StepStory>,
    /// The learner's own values as they were last known, by name in the answer key.
    pub values: BTreeMap<String, String>,
    /// Ports of the lesson, and those used in their place.
    pub ports: Vec<(u16, u16)>,
}

/// What was done in a step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StepStory {
    /// In order.
    pub deeds: Vec<Deed>,
    /// How the step stands: passed once it has passed.
    pub judged: Option<Judged>,
    /// The last answer to each question that was answered, from 0.
    pub predictions: BTreeMap<usize, usize>,
    /// Whether the rest of the step was left to `/solve`.
    pub solved: bool,
    /// The time spent on it, long pauses left out.
    pub spent: Duration,
}

/// Something that was done in a step, or came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// A line was run.
    Command(Command),
    /// A file was brought to what the step wants: its path.
    Edited(String),
    /// The step stood otherwise then.
    Judged(Judged),
}

/// A line that was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// As it ran.
    pub line: String,
    /// How it ended; none where nothing tells.
    pub end: Option<End>,
    /// What it printed.
    pub printed: Printed,
}

impl Attempt {
    /// Whether anything was done in it that is worth telling.
    pub fn is_empty(&self) -> bool {
        self.steps.values().all(StepStory::is_empty)
    }

    fn in_step(&mut self, id: &str) -> &mut StepStory {
        self.steps.entry(id.to_owned()).or_default()
    }
}

impl StepStory {
    /// Whether nothing was done in it.
    pub fn is_empty(&self) -> bool {
        self.deeds.is_empty() && self.predictions.is_empty() && self.judged.is_none()
    }
}

/// Tells the story of the entries, which are in the order in which they were written.
pub fn tell(entries: &[Entry]) -> Story {
    let mut teller = Teller { story: Story { attempts: vec![Attempt::default()] }, ..Teller::default() };
    for entry in entries {
        teller.take(entry);
    }
    teller.story.attempts.retain(|attempt| !attempt.is_empty());
    teller.story
}

#[derive(Default)]
struct Teller {
    story: Story,
    /// By run of the program: where it is.
    runs: HashMap<String, Run>,
}

/// What one run of the program is at.
#[derive(Default)]
struct Run {
    /// When it wrote last.
    last: Option<OffsetDateTime>,
    /// The step that it shows.
    step: Option<String>,
    /// Where the line is that runs: step, index into its deeds.
    line: Option<(String, usize)>,
}

impl Teller {
    fn take(&mut self, entry: &Entry) {
        let at = OffsetDateTime::parse(&entry.at, &Rfc3339).ok();
        if entry.event == Event::Reset {
            self.count(&entry.by, at);
            self.runs.values_mut().for_each(|run| (run.step, run.line) = (None, None));
            self.story.attempts.push(Attempt { began: at, ..Attempt::default() });
            return;
        }
        self.count(&entry.by, at);
        self.tell(&entry.by, &entry.event);
    }

    /// Counts the time since the run's last entry.
    fn count(&mut self, by: &str, at: Option<OffsetDateTime>) {
        let run = self.runs.entry(by.to_owned()).or_default();
        let since = run.last.zip(at).and_then(|(last, at)| Duration::try_from(at - last).ok());
        run.last = at.or(run.last);
        let Some(attempt) = self.story.attempts.last_mut() else { return };
        attempt.began = attempt.began.or(at);
        attempt.ended = at.or(attempt.ended);
        let spent = since.unwrap_or_default().min(PAUSE);
        attempt.spent += spent;
        if let Some(step) = run.step.as_ref().and_then(|step| attempt.steps.get_mut(step)) {
            step.spent += spent;
        }
    }

    fn tell(&mut self, by: &str, event: &Event) {
        let Some(attempt) = self.story.attempts.last_mut() else { return };
        let run = self.runs.entry(by.to_owned()).or_default();
        match event {
            Event::Step { step } => {
                attempt.in_step(step);
                run.step = Some(step.clone());
            }
            Event::Line { step, line } => {
                let story = attempt.in_step(step);
                run.line = Some((step.clone(), story.deeds.len()));
                let command = Command { line: line.clone(), end: None, printed: Printed::default() };
                story.deeds.push(Deed::Command(command));
            }
            Event::Ended { end, printed } => {
                let Some((step, index)) = run.line.take() else { return };
                if let Some(Deed::Command(command)) = attempt.in_step(&step).deeds.get_mut(index) {
                    command.end = Some(end.clone());
                    command.printed = printed.clone();
                }
            }
            Event::Judged { step, judged } => attempt.in_step(step).judge(judged),
            Event::Predicted { step, question, answer } => {
                attempt.in_step(step).predictions.insert(*question, *answer);
            }
            Event::Solved { step } => attempt.in_step(step).solved = true,
            Event::Edited { step, path } => {
                let deed = Deed::Edited(path.clone());
                let story = attempt.in_step(step);
                if !story.deeds.contains(&deed) {
                    story.deeds.push(deed);
                }
            }
            Event::Values { named, ports } => {
                attempt.values.extend(named.iter().map(|(name, value)| (name.clone(), value.clone())));
                attempt.ports.clone_from(ports);
            }
            Event::Left => run.step = None,
            Event::Reset => {}
        }
    }
}

impl StepStory {
    fn judge(&mut self, judged: &Judged) {
        let done = self.judged.as_ref().is_some_and(Judged::is_done);
        // What has passed stays so: looking at it again later, when things are tidied away, undoes nothing.
        if !done {
            self.judged = Some(judged.clone());
        }
        let last = self.deeds.iter().rev().find_map(|deed| match deed {
            Deed::Judged(judged) => Some(judged),
            _ => None,
        });
        // A step that is only looked at is judged as well; that belongs to nothing that was done.
        if last != Some(judged) && matches!(self.deeds.last(), Some(Deed::Command(_) | Deed::Edited(_))) {
            self.deeds.push(Deed::Judged(judged.clone()));
        } else if let Some(Deed::Judged(last)) = self.deeds.last_mut() {
            *last = judged.clone();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{SavedPhrase, phrase};

    fn entries(events: &[(u32, &str, Event)]) -> Vec<Entry> {
        let entry = |(second, by, event): &(u32, &str, Event)| Entry {
            at: format!("2026-01-01T{:02}:{:02}:{:02}Z", second / 3600, second / 60 % 60, second % 60),
            by: (*by).to_owned(),
            event: event.clone(),
        };
        events.iter().map(entry).collect()
    }

    fn step(id: &str) -> Event {
        Event::Step { step: id.into() }
    }

    fn line(id: &str, line: &str) -> Event {
        Event::Line { step: id.into(), line: line.into() }
    }

    fn ended(code: i64) -> Event {
        Event::Ended { end: End::Exited { code }, printed: Printed::default() }
    }

    fn judged(id: &str, judged: Judged) -> Event {
        Event::Judged { step: id.into(), judged }
    }

    fn failed() -> Judged {
        Judged::Failed { reasons: vec![SavedPhrase::from(&phrase("check-engine-lost"))] }
    }

    fn command(line: &str, code: Option<i64>) -> Deed {
        let end = code.map(|code| End::Exited { code });
        Deed::Command(Command { line: line.into(), end, printed: Printed::default() })
    }

    #[test]
    fn commands_and_verdicts_stand_in_their_steps_in_order() {
        let story = tell(&entries(&[
            (0, "a", step("one")),
            (10, "a", line("one", "docker run")),
            (12, "a", ended(125)),
            (13, "a", judged("one", failed())),
            (20, "a", line("one", "docker start")),
            (22, "a", ended(0)),
            (23, "a", judged("one", Judged::Passed)),
            (30, "a", step("two")),
            (31, "a", line("two", "docker ps")),
        ]));
        let attempt = &story.attempts[0];
        let one = &attempt.steps["one"];
        assert_eq!(
            one.deeds,
            [
                command("docker run", Some(125)),
                Deed::Judged(failed()),
                command("docker start", Some(0)),
                Deed::Judged(Judged::Passed),
            ]
        );
        assert_eq!(one.judged, Some(Judged::Passed));
        assert_eq!(one.spent, Duration::from_secs(30));
        assert_eq!(attempt.spent, Duration::from_secs(31));
        assert_eq!(attempt.steps["two"].deeds, [command("docker ps", None)], "it was cut off");
    }

    #[test]
    fn what_has_passed_is_not_undone_by_coming_back() {
        let story = tell(&entries(&[
            (0, "a", step("one")),
            (1, "a", line("one", "x")),
            (2, "a", ended(0)),
            (3, "a", judged("one", Judged::Passed)),
            (4, "a", step("two")),
            (5, "a", step("one")),
            (6, "a", judged("one", failed())),
        ]));
        let one = &story.attempts[0].steps["one"];
        assert_eq!(one.judged, Some(Judged::Passed));
        assert_eq!(one.deeds.len(), 2);
        assert!(story.attempts[0].steps["two"].is_empty());
    }

    #[test]
    fn a_reset_begins_a_new_attempt_and_loses_nothing() {
        let story = tell(&entries(&[
            (0, "a", step("one")),
            (1, "a", line("one", "x")),
            (2, "a", ended(0)),
            (60, "a", Event::Reset),
            (61, "a", step("one")),
            (62, "a", line("one", "y")),
            (63, "a", Event::Left),
        ]));
        let lines: Vec<_> = story.attempts.iter().map(|attempt| attempt.steps["one"].deeds.clone()).collect();
        assert_eq!(lines, [[command("x", Some(0))], [command("y", None)]]);
        assert_eq!(story.attempts[1].spent, Duration::from_secs(3));
    }

    #[test]
    fn two_programs_at_once_are_told_apart_and_pauses_do_not_count() {
        let story = tell(&entries(&[
            (0, "a", line("one", "x")),
            (1, "b", line("one", "y")),
            (2, "a", ended(1)),
            (3, "b", ended(2)),
            (7200, "a", step("two")),
        ]));
        let attempt = &story.attempts[0];
        assert_eq!(attempt.steps["one"].deeds, [command("x", Some(1)), command("y", Some(2))]);
        assert_eq!(attempt.spent, Duration::from_secs(2 + 2) + PAUSE);
    }

    #[test]
    fn of_nothing_there_is_nothing_to_tell() {
        assert_eq!(tell(&[]), Story::default());
        assert_eq!(tell(&entries(&[(0, "a", step("one")), (5, "a", Event::Left)])), Story::default());
    }
}
