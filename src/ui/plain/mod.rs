//! The program line by line: what is new of the model in words, for screen readers and for terminals that can do no
//! more. No colours, no cursor that moves.

mod answers;
mod check;
mod offer;
mod output;
mod page;
mod progress;
mod prose;
mod start;
mod step;

use crate::app::{Bringing, Model, Notice, Overlay, Pane, Screen, Tone};
use crate::check::Verdict;
use crate::i18n::{Lang, Phrase, phrase};
use crate::network::Connection;
use crate::text::{Size, sanitize};
use crate::ui::Look;
use output::Printed;
use page::Page;

/// Tells what happens in the program, and remembers what it has told.
#[derive(Debug)]
pub struct Narrator {
    page: Page,
    told: Told,
    printed: Option<Printed>,
    /// Whether a line was read since Enter's next meaning was told.
    answering: bool,
    /// The line that was read last, where the learner sees it on their terminal.
    typed: Option<String>,
}

/// What has been told.
#[derive(Debug, Default)]
struct Told {
    lang: Option<Lang>,
    place: Option<Place>,
    connection: Option<Connection>,
    /// The generation of the line whose beginning was told.
    running: Option<u64>,
    full_screen: bool,
    notice: Option<Notice>,
    overlay: Option<Overlay>,
    asked: Option<Pane>,
    obstacles: Vec<Phrase>,
    step: step::Told,
    verdict: Verdict,
    judgement: u64,
    /// Whether it was told, since the last line was read, that the step is being checked.
    judging: bool,
    /// Whether what comes out of that is still to be told.
    owed: bool,
    progress: progress::Told,
    /// The line run last while the engine is brought to where a step begins.
    bringing: Option<String>,
    offer: Option<crate::app::offer::Offer>,
}

/// Where the learner is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    Step(u64),
}

impl Narrator {
    /// One that has told nothing yet, for a terminal of that many columns; none where that is not known.
    pub fn new(cols: Option<usize>) -> Self {
        Self { page: Page::new(cols), told: Told::default(), printed: None, answering: true, typed: None }
    }

    /// The terminal has another width.
    pub fn resize(&mut self, cols: Option<usize>, size: Size) {
        self.page.resize(cols);
        if let Some(printed) = &mut self.printed {
            printed.resize(size);
        }
    }

    /// A line was read, which the learner `sees` on their terminal as they typed it. What it asks for is told, also if it
    /// was told before.
    pub fn read(&mut self, line: &str, sees: bool) {
        self.answering = true;
        self.told.notice = None;
        self.told.overlay = None;
        self.told.asked = None;
        self.told.judging = false;
        self.typed = sees.then(|| line.to_owned());
        if !sees {
            return;
        }
        self.page.ended();
        if let Some(printed) = &mut self.printed {
            printed.typed(line);
        }
    }

    /// The running line has printed something.
    pub fn output(&mut self, bytes: &[u8]) {
        if let Some(printed) = &mut self.printed {
            let text = printed.feed(bytes);
            self.page.raw(&text);
        }
    }

    /// A sentence of the runtime's own.
    pub fn say(&mut self, text: &str) {
        self.page.say(text);
    }

    /// The program is left: the last line is ended.
    pub fn leave(&mut self) {
        self.page.end_line();
    }

    /// What is to be printed now.
    pub fn take(&mut self) -> String {
        self.page.take()
    }

    /// Whether the program waits for the learner, and for nothing else.
    pub fn is_settled(model: &Model) -> bool {
        if model.running.is_some() || model.opening_file.is_some() {
            return false;
        }
        match &model.screen {
            Screen::Start(_) => match &model.connection {
                Connection::Connecting => false,
                // Images that are missing are told with the lessons.
                Connection::Ready(_) => model.snapshot.is_some(),
                Connection::Lost { .. } | Connection::Absent { .. } => true,
            },
            Screen::Lesson(lesson) => {
                !(lesson.judging
                    || lesson.solving
                    || lesson.opening.is_some()
                    || lesson.resetting.is_some()
                    || lesson.making.is_some()
                    || lesson.bringing.is_some())
            }
        }
    }

    /// Tells what is new.
    pub fn tell(&mut self, model: &Model, look: &Look) {
        let told = &mut self.told;
        if told.lang.as_ref() != Some(&model.lang) {
            // All of it once more, in the other language.
            told.place = None;
            self.answering |= told.lang.is_some();
            told.lang = Some(model.lang.clone());
        }
        self.ending(model);
        self.begin(model, look);
        self.full_screen(look);
        self.progress(model, look);
        self.notice(model, look);
        self.place(model, look);
        self.engine(model, look);
        self.obstacles(model, look);
        self.step(model, look);
        self.verdict(model, look);
        self.explanation(model, look);
        self.overlay(model, look);
        self.asked(model, look);
        self.offer(model, look);
    }

    /// The end of a line's output.
    fn ending(&mut self, model: &Model) {
        let now = model.running.as_ref().map(|running| running.generation);
        if now != self.told.running
            && let Some(mut printed) = self.printed.take()
        {
            let rest = printed.end();
            self.page.raw(&rest);
            self.page.end_line();
            self.told.running = None;
            self.told.full_screen = false;
            self.answering = true;
        }
    }

    /// The beginning of a line, unless the learner has it before their eyes.
    fn begin(&mut self, model: &Model, look: &Look) {
        let Some(running) = model.running.as_ref() else { return };
        if self.told.running == Some(running.generation) {
            return;
        }
        self.told.running = Some(running.generation);
        self.told.progress = progress::Told::default();
        self.printed = Some(Printed::new(model.output.size(), running.raw));
        if self.typed.take().is_none_or(|typed| typed.trim() != running.line) {
            self.page.rows([format!("$ {}", sanitize(&running.line))]);
        }
        if running.attached && running.task.is_none() {
            self.page.say(&look.word("plain-attached"));
        }
    }

    /// A program that draws on a screen of its own cannot be told in lines.
    fn full_screen(&mut self, look: &Look) {
        let now = self.printed.as_ref().is_some_and(Printed::is_full_screen);
        if now && !self.told.full_screen {
            self.page.say(&look.word("plain-full-screen"));
        }
        self.told.full_screen = now;
    }

    fn progress(&mut self, model: &Model, look: &Look) {
        if let Some(running) = &model.running {
            for line in self.told.progress.news(&running.progress, running.speed, look) {
                self.page.say(&line);
            }
        }
        let Screen::Lesson(lesson) = &model.screen else { return };
        let bringing = lesson.bringing.as_ref();
        let now = bringing.and_then(Bringing::stands).map(|(_, line)| line).filter(|line| !line.is_empty());
        if let Some(line) = now.filter(|line| self.told.bringing.as_deref() != Some(*line)) {
            self.told.bringing = Some(line.to_owned());
            self.page.rows([format!("$ {}", sanitize(line))]);
        }
        if bringing.is_none() && self.told.bringing.take().is_some() {
            self.answering = true;
        }
    }

    fn notice(&mut self, model: &Model, look: &Look) {
        if self.told.notice == model.notice {
            return;
        }
        self.told.notice.clone_from(&model.notice);
        let Some(notice) = &model.notice else { return };
        if notice.phrase.key == "app-judging" {
            // That it is being checked is not said twice.
            (self.told.judging, self.told.owed) = (true, true);
        }
        // The hint itself is told.
        if notice.phrase.key == "app-hint" {
            return;
        }
        let said = look.say(&notice.phrase);
        match notice.tone {
            Tone::Info | Tone::Good => self.page.say(&said),
            Tone::Warning => self.page.say(&look.say(&phrase("plain-warning").with("text", said))),
            Tone::Bad => self.page.say(&look.say(&phrase("plain-bad").with("text", said))),
        }
    }

    /// The lessons, or the step's text, where the learner has come to it.
    fn place(&mut self, model: &Model, look: &Look) {
        let place = match &model.screen {
            Screen::Start(_) if self.told.place.is_none() && !Self::is_settled(model) && !self.answered() => {
                return;
            }
            Screen::Start(_) => Place::Start,
            Screen::Lesson(lesson) if lesson.opening.is_some() => return,
            Screen::Lesson(lesson) => Place::Step(lesson.visit),
        };
        if self.told.place == Some(place) {
            return;
        }
        self.told.place = Some(place);
        self.answering = true;
        match &model.screen {
            Screen::Start(_) => {
                self.told.obstacles.clear();
                start::tell(&mut self.page, model, look);
            }
            Screen::Lesson(lesson) => {
                self.told.step = step::tell(&mut self.page, model, lesson, look);
                self.told.verdict = lesson.result.verdict.clone();
                self.told.judgement = lesson.judgement;
            }
        }
    }

    /// Whether something was read since the program began.
    fn answered(&self) -> bool {
        self.typed.is_some()
    }

    /// The engine, where how we stand with it is another than before.
    fn engine(&mut self, model: &Model, look: &Look) {
        let now = &model.connection;
        if self.told.connection.as_ref() == Some(now) {
            return;
        }
        let before = self.told.connection.replace(now.clone());
        // The lessons are told with it.
        if matches!(model.screen, Screen::Start(_)) && self.told.place.is_none() {
            if *now == Connection::Connecting {
                self.page.say(&look.word("ui-engine-connecting"));
            }
            return;
        }
        let same =
            before.is_some_and(|before| before.is_ready() && now.is_ready() && before.info() == now.info());
        if !same {
            self.page.say(&start::engine(now, look));
        }
    }

    /// What is in the way of the lesson as a whole.
    fn obstacles(&mut self, model: &Model, look: &Look) {
        let Screen::Lesson(lesson) = &model.screen else { return };
        let now: Vec<Phrase> = lesson.taken.iter().chain(&lesson.lacking).cloned().collect();
        for obstacle in now.iter().filter(|obstacle| !self.told.obstacles.contains(obstacle)) {
            self.page.say(&look.say(&phrase("plain-warning").with("text", obstacle.clone())));
        }
        self.told.obstacles = now;
    }

    /// Whether the place that is told is where the learner is.
    fn is_there(&self, model: &Model) -> bool {
        match &model.screen {
            Screen::Start(_) => self.told.place == Some(Place::Start),
            Screen::Lesson(lesson) => self.told.place == Some(Place::Step(lesson.visit)),
        }
    }
}
