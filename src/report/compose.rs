//! Puts what was done into the reader's words.

use std::time::Duration;

use time::OffsetDateTime;

use super::document::{Chapter, Document, Fact, Item, Mark, Part, Printed, Section, Table};
use super::{Attempt, Command, Deed, End, Judged, StepStory, Story, fill};
use crate::i18n::{Phrase, SavedPhrase, Translator, phrase};
use crate::lesson::{Block, Choice, Inline, Lesson, Prose, Source, StepProse, Values};
use crate::text::{Piece, sanitize};

/// The step whose text a report repeats.
const REMEMBER: &str = "remember";

/// A lesson of the course, for a report.
#[derive(Debug, Clone)]
pub struct Told<'a> {
    /// The lesson.
    pub lesson: &'a Lesson,
    /// What was done in it.
    pub story: Story,
    /// How many of its steps are done.
    pub done: usize,
    /// Whether it has a chapter of its own; the others are in the overview alone.
    pub chapter: bool,
}

/// The report on these lessons, in the translator's language. `made` is the time now, where the reader is.
pub fn document(lessons: &[Told<'_>], translator: &Translator, made: OffsetDateTime) -> Document {
    let writer = Writer { translator, made };
    let chapters: Vec<Chapter> =
        lessons.iter().filter(|told| told.chapter).map(|told| writer.chapter(told)).collect();
    let version = env!("CARGO_PKG_VERSION");
    Document {
        lang: translator.lang().clone(),
        title: writer.word("report-title"),
        made: writer.say(&phrase("report-made").with("at", writer.date(made)).with("version", version)),
        overview: writer.overview(lessons),
        empty: chapters.is_empty().then(|| writer.word("report-empty")),
        chapters,
    }
}

/// Predictions whose result is known: how many were right, of how many.
#[derive(Clone, Copy, Default)]
struct Score {
    right: usize,
    known: usize,
}

struct Writer<'a> {
    translator: &'a Translator,
    made: OffsetDateTime,
}

impl Writer<'_> {
    fn say(&self, phrase: &Phrase) -> String {
        sanitize(&self.translator.say(phrase)).into_owned()
    }

    fn word(&self, key: &'static str) -> String {
        self.say(&phrase(key))
    }

    /// What was said then; what this version cannot say any more is left out.
    fn recall(&self, saved: &SavedPhrase) -> Option<String> {
        Some(sanitize(&self.translator.recall(saved)?).into_owned())
    }

    fn prose<'l>(&self, lesson: &'l Lesson) -> Option<&'l Prose> {
        lesson.prose_in(self.translator.lang())
    }

    fn title(&self, lesson: &Lesson) -> String {
        sanitize(self.prose(lesson).map_or(&lesson.id, |prose| &prose.title)).into_owned()
    }

    fn overview(&self, lessons: &[Told<'_>]) -> Table {
        let row = |told: &Told<'_>| {
            let spent = told.story.attempts.iter().map(|attempt| attempt.spent).sum();
            let when = told.story.attempts.iter().rev().find_map(|attempt| attempt.ended);
            vec![
                self.title(told.lesson),
                format!("{}/{}", told.done, told.lesson.steps.len()),
                if told.story.attempts.is_empty() { "–".to_owned() } else { self.duration(spent) },
                when.map_or_else(|| "–".to_owned(), |when| self.date(when)),
            ]
        };
        let head = ["report-lesson", "report-steps", "report-time", "report-last"];
        Table {
            caption: self.word("report-overview"),
            head: head.map(|key| self.word(key)).into(),
            rows: lessons.iter().map(row).collect(),
        }
    }

    fn chapter(&self, told: &Told<'_>) -> Chapter {
        let lesson = told.lesson;
        let attempts = &told.story.attempts;
        let several = attempts.len() > 1;
        let values = attempts.last().map(values).unwrap_or_default();
        let parts = attempts.iter().zip(1_usize..).map(|(attempt, number)| Part {
            heading: several.then(|| self.attempt(attempt, number)),
            steps: self.sections(lesson, attempt),
        });
        Chapter {
            id: lesson.id.clone(),
            title: self.title(lesson),
            facts: self.facts(told),
            attempts: parts.collect(),
            values: self.values(lesson, &values),
            remember: self.remember(lesson, &values),
        }
    }

    fn facts(&self, told: &Told<'_>) -> Vec<Fact> {
        let attempts = &told.story.attempts;
        let done = phrase("report-of").with("some", told.done).with("all", told.lesson.steps.len());
        let mut facts = vec![(self.word("report-steps"), self.say(&done))];
        if attempts.is_empty() {
            facts.push((self.word("report-commands"), self.word("report-nothing-kept")));
            return facts;
        }
        let steps = || attempts.iter().flat_map(|attempt| attempt.steps.values());
        let is_command = |deed: &&Deed| matches!(deed, Deed::Command(_));
        let commands = steps().flat_map(|step| &step.deeds).filter(is_command).count();
        facts.push((self.word("report-commands"), commands.to_string()));
        let score = score(told.lesson, attempts);
        if score.known > 0 {
            let right = phrase("report-of").with("some", score.right).with("all", score.known);
            facts.push((self.word("report-predictions"), self.say(&right)));
        }
        let spent = attempts.iter().map(|attempt| attempt.spent).sum();
        facts.push((self.word("report-time"), self.duration(spent)));
        if let Some(began) = attempts.iter().find_map(|attempt| attempt.began) {
            facts.push((self.word("report-began"), self.date(began)));
        }
        facts
    }

    fn attempt(&self, attempt: &Attempt, number: usize) -> String {
        let heading = phrase("report-attempt").with("number", number);
        let began = attempt.began.map(|began| self.date(began)).unwrap_or_default();
        self.say(&heading.with("at", began))
    }

    /// The steps in which something was done, in the lesson's order; then those that the lesson has no more.
    fn sections(&self, lesson: &Lesson, attempt: &Attempt) -> Vec<Section> {
        let titles = self.prose(lesson).map(|prose| prose.steps.as_slice()).unwrap_or_default();
        let known = lesson.steps.iter().zip(titles).zip(1_usize..).filter_map(|((step, prose), number)| {
            let story = attempt.steps.get(&step.id).filter(|story| !story.is_empty())?;
            // Its text stands at the end.
            if step.id == REMEMBER && story.deeds.is_empty() && story.predictions.is_empty() {
                return None;
            }
            let title = format!("{number}. {}", sanitize(&prose.title));
            Some(self.section(title, story, self.questions(step, prose, story, attempt)))
        });
        let gone = attempt
            .steps
            .iter()
            .filter(|(id, story)| !story.is_empty() && lesson.steps.iter().all(|step| step.id != **id));
        let gone = gone.map(|(id, story)| self.section(sanitize(id).into_owned(), story, Vec::new()));
        known.chain(gone).collect()
    }

    fn section(&self, title: String, story: &StepStory, questions: Vec<Item>) -> Section {
        let (mark, status) = match &story.judged {
            Some(Judged::Passed) => (Mark::Good, "report-passed"),
            Some(Judged::Read) => (Mark::Good, "report-read"),
            Some(Judged::Skipped { .. }) => (Mark::Neutral, "report-skipped"),
            Some(Judged::Failed { .. }) => (Mark::Bad, "report-not-passed"),
            Some(Judged::Unknown { .. }) | None => (Mark::Neutral, "report-not-judged"),
        };
        let mut status = self.word(status);
        if story.spent >= Duration::from_secs(60) {
            status = format!("{status} · {}", self.duration(story.spent));
        }
        let mut items = questions;
        if story.solved {
            items.push(Item::Note(self.word("report-solved")));
        }
        items.extend(story.deeds.iter().map(|deed| self.deed(deed)));
        Section { title, mark, status, items }
    }

    fn deed(&self, deed: &Deed) -> Item {
        match deed {
            Deed::Command(command) => self.command(command),
            Deed::Edited(path) => Item::Note(self.say(&phrase("report-edited").with("path", path.as_str()))),
            Deed::Judged(judged) => self.verdict(judged),
        }
    }

    fn verdict(&self, judged: &Judged) -> Item {
        let (mark, key, reasons) = match judged {
            Judged::Passed => (Mark::Good, "report-passed", &[][..]),
            Judged::Read => (Mark::Good, "report-read", &[][..]),
            Judged::Failed { reasons } => (Mark::Bad, "report-not-yet", reasons.as_slice()),
            Judged::Unknown { reason } => (Mark::Neutral, "report-not-judged", std::slice::from_ref(reason)),
            Judged::Skipped { reason } => (Mark::Neutral, "report-skipped", std::slice::from_ref(reason)),
        };
        let reasons = reasons.iter().filter_map(|reason| self.recall(reason)).collect();
        Item::Verdict { mark, said: self.word(key), reasons }
    }

    fn command(&self, command: &Command) -> Item {
        let printed = &command.printed;
        let mut output: Vec<Printed> = printed.head.iter().map(|line| Printed::Line(clean(line))).collect();
        if printed.omitted > 0 {
            let omitted = phrase("report-omitted").with("count", printed.omitted);
            output.push(Printed::Omitted(self.say(&omitted)));
        }
        output.extend(printed.tail.iter().map(|line| Printed::Line(clean(line))));
        if printed.cut {
            output.push(Printed::Omitted(self.word("report-cut")));
        }
        let remark = match &command.end {
            Some(End::Exited { code: 0 }) => None,
            Some(End::Exited { code }) => Some(self.say(&phrase("report-exit").with("code", *code))),
            Some(End::Refused { reason, .. }) => self.recall(reason),
            Some(End::Detached) => Some(self.word("report-detached")),
            Some(End::Lost) => Some(self.word("report-lost")),
            None => Some(self.word("report-no-end")),
        };
        Item::Command { line: sanitize(&command.line).replace('\n', " "), output, remark }
    }

    /// The questions that were answered.
    fn questions(
        &self,
        step: &crate::lesson::Step,
        prose: &StepProse,
        story: &StepStory,
        attempt: &Attempt,
    ) -> Vec<Item> {
        let values = values(attempt);
        let asked = prose.blocks.iter().enumerate().filter_map(|(at, block)| {
            let Block::Question(index, choices) = block else { return None };
            let answer = *story.predictions.get(index)?;
            let question = step.questions.get(*index)?;
            let asked = match at.checked_sub(1).map(|before| &prose.blocks[before]) {
                Some(Block::Paragraph(text)) => fill::inlines(text, &values),
                _ => Vec::new(),
            };
            let known = is_known(story, question.tasks.is_empty());
            let right = answer == question.right;
            let text = |index: usize| choices.get(index).map(|choice| choice_text(choice, &values));
            let mut answers = vec![(self.word("report-predicted"), text(answer)?)];
            if known && !right {
                answers.push((self.word("report-right"), text(question.right)?));
            }
            let mark = match (known, right) {
                (false, _) => Mark::Neutral,
                (true, true) => Mark::Good,
                (true, false) => Mark::Bad,
            };
            Some(Item::Question { asked, mark, answers })
        });
        asked.collect()
    }

    fn values(&self, lesson: &Lesson, values: &Values) -> Option<Table> {
        let named = values.named.iter().filter_map(|(name, value)| {
            let what = match lesson.values.get(name)? {
                Source::Ip { container, network } => phrase("report-value-ip")
                    .with("container", container.as_str())
                    .with("network", network.as_str()),
                Source::Gateway(network) => phrase("report-value-gateway").with("network", network.as_str()),
                Source::Subnet(network) => phrase("report-value-subnet").with("network", network.as_str()),
                Source::Id(container) => phrase("report-value-id").with("container", container.as_str()),
            };
            Some(vec![self.say(&what), sanitize(value).into_owned()])
        });
        let ports = values.ports.iter().filter(|(port, other)| port != other).map(|(port, other)| {
            let what = phrase("report-value-port").with("port", port.to_string());
            vec![self.say(&what), other.to_string()]
        });
        let rows: Vec<Vec<String>> = named.chain(ports).collect();
        let head = ["report-value-what", "report-value"].map(|key| self.word(key)).into();
        (!rows.is_empty()).then(|| Table { caption: self.word("report-values"), head, rows })
    }

    fn remember(&self, lesson: &Lesson, values: &Values) -> Option<(String, Vec<Block>)> {
        let index = lesson.steps.iter().position(|step| step.id == REMEMBER)?;
        let step = self.prose(lesson)?.steps.get(index)?;
        Some((sanitize(&step.title).into_owned(), fill::blocks(&step.blocks, values)))
    }

    fn duration(&self, spent: Duration) -> String {
        match usize::try_from(spent.as_secs() / 60).unwrap_or(usize::MAX) {
            0 => self.word("report-under-a-minute"),
            minutes if minutes < 60 => self.say(&phrase("report-minutes").with("minutes", minutes)),
            minutes => {
                let hours = phrase("report-hours").with("hours", minutes / 60).with("minutes", minutes % 60);
                self.say(&hours)
            }
        }
    }

    /// A day and a time of day, where the reader is.
    fn date(&self, at: OffsetDateTime) -> String {
        let at = at.to_offset(self.made.offset());
        let (year, month, day) = at.to_calendar_date();
        format!("{year}-{:02}-{day:02} {:02}:{:02}", u8::from(month), at.hour(), at.minute())
    }
}

/// How many predictions were right.
fn score(lesson: &Lesson, attempts: &[Attempt]) -> Score {
    let mut score = Score::default();
    for (id, step) in attempts.iter().flat_map(|attempt| &attempt.steps) {
        let Some(place) = lesson.steps.iter().find(|step| step.id == *id) else { continue };
        for (question, answer) in &step.predictions {
            let Some(question) = place.questions.get(*question) else { continue };
            if is_known(step, question.tasks.is_empty()) {
                score.known += 1;
                score.right += usize::from(question.right == *answer);
            }
        }
    }
    score
}

/// Whether it is known how it is: before, the right answer is not told.
fn is_known(story: &StepStory, at_once: bool) -> bool {
    at_once || story.judged.as_ref().is_some_and(Judged::is_done)
}

fn values(attempt: &Attempt) -> Values {
    Values { named: attempt.values.clone(), ports: attempt.ports.iter().copied().collect() }
}

fn choice_text(choice: &Choice, values: &Values) -> Vec<Inline> {
    fill::inlines(&choice.text, values)
}

/// A journal is a file like any other: what is in it is made harmless before it is shown.
fn clean(line: &[Piece]) -> Vec<Piece> {
    let piece = |piece: &Piece| Piece { text: sanitize(&piece.text).replace('\n', " "), style: piece.style };
    line.iter().map(piece).collect()
}
