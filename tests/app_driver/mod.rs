//! Drives `update` as `runtime` does, with answers that a test chooses.

#![allow(dead_code, reason = "each test program uses a part of this")]

pub mod edits;
pub mod questions;

use std::sync::{Arc, LazyLock};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use netdojo::app::{Effect, LessonModel, Model, Msg, Outcome, Progress, Screen, update};
use netdojo::check::{StepResult, Verdict};
use netdojo::i18n::phrase;
use netdojo::lesson::{Course, Files, Lesson, Values};
use netdojo::network::{Connection, Container, ContainerState, EngineInfo, Product, Snapshot};
use netdojo::report::Event;
use proptest::prelude::Strategy;
use proptest::sample::select;

/// The lesson that these tests play; read once.
static LINK: LazyLock<Course> = LazyLock::new(|| {
    let mut course = netdojo::lesson::load();
    course.lessons.retain(|lesson| lesson.id == "link");
    assert_eq!(course.lessons.len(), 1, "the lesson that these tests play");
    // Questions are asked once before Enter goes on; they have tests of their own.
    course.lessons.iter_mut().flat_map(|lesson| &mut lesson.steps).for_each(|step| step.questions.clear());
    course
});

/// The model and what it asked for last.
pub struct Driver {
    pub model: Model,
    pub effects: Vec<Effect>,
    /// What was written into the lesson's journal.
    pub noted: Vec<Event>,
}

pub fn engine() -> EngineInfo {
    EngineInfo {
        product: Product::Docker,
        version: "28.5.2".into(),
        api: "1.51".into(),
        endpoint: "unix:///engine.sock".into(),
        id: "engine".into(),
        local: true,
    }
}

pub fn container(name: &str) -> Container {
    Container {
        id: format!("{name:0>64}"),
        name: name.into(),
        state: ContainerState::Running,
        ..Container::default()
    }
}

pub fn snapshot(names: &[&str]) -> Arc<Snapshot> {
    let containers = names.iter().map(|name| (container(name).id, container(name))).collect();
    Arc::new(Snapshot { containers, ..Snapshot::default() })
}

pub fn passed() -> StepResult {
    StepResult { verdict: Verdict::Passed, ..StepResult::default() }
}

pub fn failed() -> StepResult {
    StepResult { verdict: Verdict::Failed(vec![phrase("app-busy")]), ..StepResult::default() }
}

/// What a character key is held with; mostly nothing.
pub fn held() -> impl Strategy<Value = KeyModifiers> {
    select(vec![
        KeyModifiers::NONE,
        KeyModifiers::NONE,
        KeyModifiers::CONTROL,
        KeyModifiers::ALT,
        KeyModifiers::SHIFT,
        KeyModifiers::CONTROL | KeyModifiers::ALT,
    ])
}

const PROSE: &str = "# T\n\n## A\n<!-- step: one -->\n\n\
    ```diff path=nginx/a.conf\n-listen 80;\n+listen 81;\n```\n\n\
    ```console\n$ cat nginx/a.conf\nlisten 81;\n```\n\n\
    ```diff path=b.conf\n+new\n```\n\n\
    ## B\n<!-- step: two -->\n\n```diff path=b.conf\n-new\n+newer\n```\n";

const KEY: &str =
    "format = 1\nimages = []\nminutes = 1\n[[step.two.goal]]\nfile = \"b.conf\"\ncontains = \"newer\"\n";

/// Two steps with edits, one of them before a task.
pub fn lesson_of_edits() -> Lesson {
    let files: Files = [
        ("lesson.toml", KEY),
        ("en.md", PROSE),
        ("ja.md", PROSE),
        ("workspace/nginx/a.conf", "listen 80;\n"),
    ]
    .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
    .into();
    netdojo::lesson::parse("edits", &files).expect("a lesson")
}

impl Driver {
    /// The built-in lesson `link`, alone, on an engine that answers.
    pub fn new() -> Self {
        Self::with(Progress::default())
    }

    pub fn with(progress: Progress) -> Self {
        Self::without_engine(progress).connected()
    }

    pub fn without_engine(progress: Progress) -> Self {
        Self::of(LINK.clone(), progress)
    }

    /// Any course, before an engine has answered.
    pub fn of(course: impl Into<Arc<Course>>, progress: Progress) -> Self {
        let course = course.into();
        let langs = netdojo::i18n::available();
        let lang = langs[0].clone();
        Self {
            model: Model::new(course, progress, langs, lang, (100, 30)),
            effects: Vec::new(),
            noted: Vec::new(),
        }
    }

    /// An engine has answered, on which there is nothing.
    pub fn connected(mut self) -> Self {
        self.send(Msg::Connection(Connection::Ready(engine())));
        self.send(Msg::Snapshot(snapshot(&[])));
        self
    }

    pub fn send(&mut self, msg: Msg) -> &[Effect] {
        self.effects = update(&mut self.model, msg);
        let noted = self.effects.iter().filter_map(|effect| match effect {
            Effect::Note { event, .. } => Some((**event).clone()),
            _ => None,
        });
        self.noted.extend(noted);
        &self.effects
    }

    pub fn press(&mut self, code: KeyCode) -> &[Effect] {
        self.send(Msg::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    pub fn control(&mut self, letter: char) -> &[Effect] {
        self.send(Msg::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)))
    }

    pub fn enter(&mut self) -> &[Effect] {
        self.press(KeyCode::Enter)
    }

    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            self.press(KeyCode::Char(c));
        }
    }

    /// Types a line and Enter.
    pub fn line(&mut self, text: &str) -> &[Effect] {
        self.type_text(text);
        self.enter()
    }

    /// Answers the `Open` among the last effects: nothing is taken or lacking, and every value is known.
    pub fn opened(&mut self) {
        let asked = self.effects.iter().find_map(|effect| match effect {
            Effect::Open { generation, .. } => Some(*generation),
            _ => None,
        });
        let generation = asked.expect("a lesson is being opened");
        let mut values = Values::default();
        for (name, number) in self.model.course.lessons[self.lesson().lesson].values.keys().zip(2..) {
            values.named.insert(name.clone(), format!("172.17.0.{number}"));
        }
        self.send(Msg::Opened { generation, taken: Vec::new(), lacking: Vec::new(), values });
    }

    /// Opens the first lesson from the start screen.
    pub fn in_lesson() -> Self {
        let mut driver = Self::new();
        driver.enter();
        driver.opened();
        driver
    }

    pub fn lesson(&self) -> &LessonModel {
        match &self.model.screen {
            Screen::Lesson(lesson) => lesson,
            Screen::Start(_) => panic!("no lesson is open"),
        }
    }

    /// The line that was asked to be run last.
    pub fn run(&self) -> Option<&str> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Run { line, .. } => Some(line.as_str()),
            _ => None,
        })
    }

    pub fn judge(&self) -> Option<u64> {
        self.effects.iter().find_map(|effect| match effect {
            Effect::Judge { generation, .. } => Some(*generation),
            _ => None,
        })
    }

    pub fn print(&mut self, text: &str) -> &[Effect] {
        let generation = self.model.running.as_ref().expect("a line runs").generation;
        self.send(Msg::Output(generation, text.to_owned().into()))
    }

    pub fn end(&mut self, outcome: Outcome) -> &[Effect] {
        let generation = self.model.running.as_ref().expect("a line runs").generation;
        self.send(Msg::Ended(generation, outcome))
    }

    /// The judgement under way comes out as this.
    pub fn judged(&mut self, result: StepResult) -> &[Effect] {
        assert!(self.lesson().judging, "a judgement was asked for");
        let generation = self.lesson().judgement;
        self.send(Msg::Judged(generation, Box::new(result)))
    }

    pub fn notice(&self) -> Option<&'static str> {
        self.model.notice.as_ref().map(|notice| notice.phrase.key)
    }
}
