//! What an instructor reads: in the notes strip, and on a second terminal.

use serde::{Deserialize, Serialize};

use super::{notes, plan};
use crate::app::{Headway, LessonModel, Model, Screen};
use crate::check::Verdict;
use crate::i18n::{Phrase, Translator, phrase};

/// What an instructor reads, said in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Page {
    /// The lesson's title.
    pub lesson: String,
    /// The step: which of how many, and its title.
    pub step: String,
    /// What comes after it.
    pub next: String,
    /// The notes, one paragraph each.
    pub notes: Vec<String>,
    /// Minutes spent and planned.
    pub pace: String,
    /// Whether more have been spent than were planned up to here.
    pub late: bool,
    /// How the step stands, and why.
    pub verdict: String,
    /// How that is meant.
    pub mood: Mood,
    /// The time of day.
    pub clock: String,
}

/// How a step stands, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Mood {
    /// Nothing is decided.
    #[default]
    Open,
    /// It has passed.
    Good,
    /// It has failed.
    Bad,
}

/// What an instructor reads now.
pub fn page(model: &Model, translator: &Translator) -> Page {
    let mut page = match &model.screen {
        Screen::Start(start) => at_start(model, start.selected, translator),
        Screen::Lesson(lesson) => in_lesson(model, lesson, translator),
    };
    page.clock.clone_from(&model.clock);
    page
}

/// On the list: what is about to be opened, and the minutes of all lessons.
fn at_start(model: &Model, selected: usize, translator: &Translator) -> Page {
    let say = |phrase: Phrase| translator.say(&phrase);
    let planned: usize = model.course.lessons.iter().map(|lesson| usize::from(lesson.minutes)).sum();
    let spent = model.teach.as_ref().map_or(0, |teach| teach.pace.course());
    let lesson = model.course.lessons.get(selected);
    let prose = lesson.and_then(|lesson| lesson.prose_in(translator.lang()));
    let title = prose.map_or("", |prose| prose.title.as_str());
    Page {
        lesson: say(phrase("teach-lessons")),
        next: say(phrase("teach-next").with("title", title)),
        notes: prose.map(|prose| notes(prose, 0)).unwrap_or_default(),
        pace: say(phrase("teach-pace-course").with("spent", usize::from(spent)).with("planned", planned)),
        ..Page::default()
    }
}

fn in_lesson(model: &Model, at: &LessonModel, translator: &Translator) -> Page {
    let say = |phrase: Phrase| translator.say(&phrase);
    let Some(lesson) = model.course.lessons.get(at.lesson) else { return Page::default() };
    let Some(prose) = lesson.prose_in(translator.lang()) else { return Page::default() };
    let title = |step: usize| prose.steps.get(step).map_or("", |step| step.title.as_str());
    let step = phrase("teach-step")
        .with("number", at.step + 1)
        .with("count", lesson.steps.len())
        .with("title", title(at.step));
    let next = if at.step + 1 < lesson.steps.len() {
        phrase("teach-next").with("title", title(at.step + 1))
    } else {
        phrase("teach-last-step")
    };
    let (pace, late) = pace(model, at);
    let (verdict, mood) = standing(at);
    Page {
        lesson: prose.title.clone(),
        step: say(step),
        next: say(next),
        notes: notes(prose, at.step),
        pace: say(pace),
        late,
        verdict: say(verdict),
        mood,
        clock: String::new(),
    }
}

/// Minutes spent against plan, and whether more were spent than up to the end of this step.
fn pace(model: &Model, at: &LessonModel) -> (Phrase, bool) {
    let ends = model.course.lessons.get(at.lesson).map(plan).unwrap_or_default();
    let end = |step: usize| ends.get(step).copied().unwrap_or(0);
    let before = at.step.checked_sub(1).map_or(0, end);
    let (in_step, in_lesson) = model
        .teach
        .as_ref()
        .map_or((0, 0), |teach| (teach.pace.step(at.lesson, at.step), teach.pace.lesson(at.lesson)));
    let late = in_lesson.saturating_sub(end(at.step));
    let minutes = |minutes: u16| usize::from(minutes);
    let key = if late > 0 { "teach-pace-late" } else { "teach-pace" };
    let mut said = phrase(key)
        .with("step", minutes(in_step))
        .with("of-step", minutes((end(at.step) - before.min(end(at.step))).max(1)))
        .with("lesson", minutes(in_lesson))
        .with("of-lesson", minutes(end(ends.len().saturating_sub(1))));
    if late > 0 {
        said = said.with("late", minutes(late));
    }
    (said, late > 0)
}

/// How the step stands, and why.
fn standing(at: &LessonModel) -> (Phrase, Mood) {
    if let Some(bringing) = &at.bringing {
        return (bringing.headway.as_ref().map_or_else(|| phrase("app-bringing"), headway), Mood::Open);
    }
    match &at.result.verdict {
        Verdict::Passed => (phrase("teach-passed"), Mood::Good),
        Verdict::Read => (phrase("teach-read"), Mood::Good),
        Verdict::NotRun => (phrase("teach-not-run"), Mood::Open),
        Verdict::Failed(reasons) => {
            let reason = reasons.first().cloned().unwrap_or_else(|| phrase("teach-not-run"));
            (phrase("teach-failed").with("reason", reason), Mood::Bad)
        }
        Verdict::Unknown(reason) | Verdict::Skipped(reason) => (reason.clone(), Mood::Open),
    }
}

/// How far the engine has been brought.
pub fn headway(headway: &Headway) -> Phrase {
    match headway {
        Headway::Removing => phrase("app-bringing-removing"),
        Headway::Working { done, count, step, line } => phrase("app-bringing-working")
            .with("done", *done)
            .with("count", *count)
            .with("step", step + 1)
            .with("line", line.as_str()),
        Headway::Waiting { step } => phrase("app-bringing-waiting").with("step", step + 1),
    }
}
