//! Whatever happens in whatever order: no panic, nothing out of range, nothing runs that nobody asked for.

mod app_driver;

use std::path::Path;
use std::sync::{Arc, LazyLock};

use app_driver::{Driver, engine, held, lesson_of_edits, passed, snapshot};
use crossterm::event::{
    KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};
use netdojo::app::offer::{ghost, offer};
use netdojo::app::{
    Effect, Made, Measure, Measured, Model, Msg, Notice, Opened, Outcome, Overlay, Pane, Progress, Saved,
    Screen, Tone, layout, palette, update,
};
use netdojo::check::{StepResult, Verdict};
use netdojo::i18n::{Phrase, phrase};
use netdojo::lesson::{self, Course, Values};
use netdojo::network::Connection;
use netdojo::runtime::lessons;
use proptest::prelude::*;
use proptest::sample::select;
use unicode_segmentation::UnicodeSegmentation;

/// The lesson `link`, one with predictions, a challenge and a glossary, and one with edits; read once.
static COURSE: LazyLock<Arc<Course>> = LazyLock::new(|| Arc::new(course()));

fn course() -> Course {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let mut course = lesson::course(&lessons::files(Some(&folder)).expect("a folder"));
    course.lessons.extend(lesson::load().lessons.into_iter().filter(|lesson| lesson.id == "link"));
    course.lessons.push(lesson_of_edits());
    assert_eq!(course.lessons.len(), 3);
    course
}

/// Something that happens; answers name how old the request is that they answer.
#[derive(Debug, Clone)]
enum Event {
    Msg(Msg),
    Typed(&'static str),
    Output(u64, Vec<u8>),
    Ended(u64, Outcome),
    Cleared(u64),
    Progressed(u64, String),
    Judged(u64, Verdict),
    Opened { age: u64, taken: bool, lacking: bool },
    Reset(u64, bool),
    FileOpened(u64, bool),
    FileSaved(u64, Saved),
    Edits(u64, Vec<bool>),
    EditMade(u64, Result<Vec<bool>, Phrase>),
}

fn key() -> impl Strategy<Value = KeyEvent> {
    let code = prop_oneof![
        3 => Just(KeyCode::Enter),
        6 => select(vec![' ', '/', '／', 'a', 'q', '1', '3', 'あ', '　', '\u{3099}', '👨', '\u{200d}', '\'', '|'])
            .prop_map(KeyCode::Char),
        6 => select("abcdefghijklmnprtuwyz_]57".chars().collect::<Vec<_>>()).prop_map(KeyCode::Char),
        4 => select(vec![
            KeyCode::Tab, KeyCode::BackTab, KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right,
            KeyCode::Home, KeyCode::End, KeyCode::PageUp, KeyCode::PageDown, KeyCode::Esc,
            KeyCode::Backspace, KeyCode::Delete, KeyCode::F(1), KeyCode::F(2), KeyCode::F(3), KeyCode::F(4),
        ]),
    ];
    (code, held())
        // Leaving ends the run, and most of it is to go on.
        .prop_filter("leaves", |(code, held)| {
            !(*code == KeyCode::Char('d') && *held == KeyModifiers::CONTROL)
        })
        .prop_map(|(code, held)| KeyEvent::new(code, held))
}

fn mouse() -> impl Strategy<Value = MouseEvent> {
    let kind = select(vec![
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Moved,
    ]);
    (kind, 0u16..200, 0u16..60).prop_map(|(kind, column, row)| MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    })
}

fn connection() -> impl Strategy<Value = Connection> {
    let reason = phrase("app-line-lost");
    select(vec![
        Connection::Connecting,
        Connection::Ready(engine()),
        Connection::Ready(engine()),
        Connection::Lost { info: engine(), reason: reason.clone() },
        Connection::Absent { reason },
    ])
}

fn measured() -> impl Strategy<Value = Measured> {
    let letters = (0usize..3, 0usize..900, 0usize..900);
    let measure =
        (0usize..200, 0usize..40, 0usize..300, letters).prop_map(|(rows, shown, first, letters)| {
            let (cols, before, letters) = letters;
            Measure { rows, shown, first, cols, before, letters }
        });
    let found = prop::option::of(prop::collection::vec((0usize..200, 0usize..80), 0..5));
    (prop::collection::vec(measure.clone(), 4), measure, found).prop_map(|(panes, overlay, mut found)| {
        if let Some(spots) = &mut found {
            spots.sort_unstable();
        }
        Measured { panes: Pane::ALL.into_iter().zip(panes).collect(), overlay, found, ..Measured::default() }
    })
}

fn msg() -> impl Strategy<Value = Msg> {
    let names = select(vec![&[][..], &["alpine_01"], &["alpine_01", "alpine_02"], &["x"]]);
    let size = prop_oneof![Just((80, 24)), Just((160, 45)), (0u16..300, 0u16..100)];
    prop_oneof![
        20 => key().prop_map(Msg::Key),
        1 => key().prop_map(|key| Msg::Key(KeyEvent { kind: KeyEventKind::Release, ..key })),
        1 => "[ -~あ\n\r\t\\\\]{0,30}".prop_map(Msg::Paste),
        2 => mouse().prop_map(Msg::Mouse),
        1 => size.prop_map(|(cols, rows)| Msg::Resized(cols, rows)),
        2 => connection().prop_map(Msg::Connection),
        2 => names.prop_map(|names| Msg::Snapshot(snapshot(names))),
        1 => measured().prop_map(Msg::Measured),
        1 => Just(Msg::Notice(Notice { tone: Tone::Info, phrase: phrase("app-busy") })),
        1 => Just(Msg::Values(Values::default())),
        1 => Just(Msg::Minute("12:34".into())),
        1 => Just(Msg::Files(vec!["nginx/Dockerfile".into()])),
    ]
}

fn event() -> impl Strategy<Value = Event> {
    let age = prop_oneof![3 => Just(0u64), 1 => 1u64..5];
    let outcome = select(vec![
        Outcome::Exited(0),
        Outcome::Exited(125),
        Outcome::Detached,
        Outcome::Refused(phrase("app-busy"), 127),
        Outcome::Lost,
    ]);
    let verdict = select(vec![
        Verdict::Passed,
        Verdict::Failed(vec![phrase("app-busy")]),
        Verdict::Unknown(phrase("app-busy")),
        Verdict::Skipped(phrase("app-busy")),
    ]);
    let saved = select(vec![
        Saved::Written("x\n".into()),
        Saved::Written("あ\tb\n".into()),
        Saved::Changed(None),
        Saved::Changed(Some("theirs\r\n".into())),
        Saved::Failed(phrase("app-busy")),
    ]);
    let files = prop::collection::vec(any::<bool>(), 0..4);
    let made = prop_oneof![4 => files.clone().prop_map(Ok), 1 => Just(Err(phrase("app-busy")))];
    prop_oneof![
        20 => msg().prop_map(Event::Msg),
        4 => select(vec![
            "docker exec -it alpine_01 sh", "docker exec -i alpine_01 cat", "docker ps", "/next", "/back", "/solve",
            "/reset", "/lessons", "/hint", "/why", "/check", "/zoom", "/copy output", "edit a.conf", "/detach", "/mouse", "# x", "1", "2", "3", "/predict 1",
            "/predict", "/word", "/word br",
        ])
        .prop_map(Event::Typed),
        2 => (age.clone(), prop::collection::vec(any::<u8>(), 0..40)).prop_map(|(age, bytes)| Event::Output(age, bytes)),
        6 => (age.clone(), outcome).prop_map(|(age, outcome)| Event::Ended(age, outcome)),
        1 => age.clone().prop_map(Event::Cleared),
        1 => (age.clone(), "[a-z]{1,2}").prop_map(|(age, id)| Event::Progressed(age, id)),
        6 => (age.clone(), verdict).prop_map(|(age, verdict)| Event::Judged(age, verdict)),
        3 => (age.clone(), prop::bool::weighted(0.2), prop::bool::weighted(0.1))
            .prop_map(|(age, taken, lacking)| Event::Opened { age, taken, lacking }),
        2 => (age.clone(), any::<bool>()).prop_map(|(age, well)| Event::Reset(age, well)),
        4 => (age.clone(), any::<bool>()).prop_map(|(age, well)| Event::FileOpened(age, well)),
        4 => (age.clone(), saved).prop_map(|(age, saved)| Event::FileSaved(age, saved)),
        3 => (age.clone(), files).prop_map(|(age, made)| Event::Edits(age, made)),
        4 => (age, made).prop_map(|(age, made)| Event::EditMade(age, made)),
    ]
}

/// The messages that an event means now, and whether they answer a request that is no longer waited for.
fn messages(model: &Model, event: Event) -> (Vec<Msg>, bool) {
    let lesson = match &model.screen {
        Screen::Lesson(lesson) => Some(lesson),
        Screen::Start(_) => None,
    };
    let line = model.running.as_ref().map(|running| running.generation);
    let judgement = lesson.filter(|lesson| lesson.judging).map(|lesson| lesson.judgement);
    let opening = lesson.and_then(|lesson| lesson.opening);
    let resetting = lesson.and_then(|lesson| lesson.resetting);
    // Generations grow, so that one that is older than what is waited for is nobody's.
    let generation = |waited: Option<u64>, age: u64| match (waited, age) {
        (Some(waited), 0) => (waited, false),
        (Some(waited), age) => (waited.saturating_sub(age), true),
        (None, _) => (model.generation, true),
    };
    let some = |yes: bool| if yes { vec![phrase("app-busy")] } else { Vec::new() };
    let ((generation, stale), answer): (_, Box<dyn Fn(u64) -> Msg>) = match event {
        Event::Msg(msg) => return (vec![msg], false),
        Event::Typed(text) => {
            let key = |code| Msg::Key(KeyEvent::new(code, KeyModifiers::NONE));
            let typed = text.chars().map(KeyCode::Char).chain([KeyCode::Enter]).map(key).collect();
            return (typed, false);
        }
        Event::Output(age, bytes) => {
            (generation(line, age), Box::new(move |g| Msg::Output(g, bytes.clone().into())))
        }
        Event::Ended(age, outcome) => {
            (generation(line, age), Box::new(move |g| Msg::Ended(g, outcome.clone())))
        }
        Event::Cleared(age) => (generation(line, age), Box::new(Msg::Cleared)),
        Event::Progressed(age, id) => {
            (generation(line, age), Box::new(move |g| Msg::Progressed(g, id.clone(), "Pulling".into(), None)))
        }
        Event::Judged(age, verdict) => {
            let result = StepResult { verdict, ..passed() };
            (generation(judgement, age), Box::new(move |g| Msg::Judged(g, Box::new(result.clone()))))
        }
        Event::Opened { age, taken, lacking } => (
            generation(opening, age),
            Box::new(move |generation| Msg::Opened {
                generation,
                taken: some(taken),
                lacking: some(lacking),
                values: Values::default(),
            }),
        ),
        Event::Reset(age, well) => {
            let result = if well { Ok(()) } else { Err(phrase("app-busy")) };
            (generation(resetting, age), Box::new(move |g| Msg::Reset(g, result.clone())))
        }
        Event::FileOpened(age, well) => {
            let text = Opened::Text { path: "a.conf".into(), content: Some("あ\tb\n".into()) };
            let result = if well { Ok(text) } else { Err(phrase("app-busy")) };
            (generation(model.opening_file, age), Box::new(move |g| Msg::FileOpened(g, result.clone())))
        }
        Event::FileSaved(age, saved) => {
            let saving = model.editor.as_ref().and_then(|editor| editor.saving);
            (generation(saving, age), Box::new(move |g| Msg::FileSaved(g, saved.clone())))
        }
        Event::Edits(age, made) => {
            let looking = lesson.map(|lesson| lesson.looking).filter(|looking| *looking > 0);
            (generation(looking, age), Box::new(move |g| Msg::Edits(g, made.clone())))
        }
        Event::EditMade(age, made) => {
            let making = lesson.and_then(|lesson| lesson.making);
            (
                generation(making, age),
                Box::new(move |g| {
                    Msg::EditMade(g, made.clone().map(|edits| Made { edits, ..Made::default() }))
                }),
            )
        }
    };
    (vec![answer(generation)], stale)
}

/// Whether a place in a text is one at which a grapheme begins, or the text's end.
fn is_boundary(text: &str, at: usize) -> bool {
    at == text.len() || text.grapheme_indices(true).any(|(begin, _)| begin == at)
}

/// What must hold at any time.
fn check(model: &Model) -> Result<(), TestCaseError> {
    let prompt = &model.prompt;
    prop_assert!(is_boundary(&prompt.text, prompt.cursor), "{:?} at {}", prompt.text, prompt.cursor);
    if let Some(editor) = &model.editor {
        let (text, cursor) = (editor.buffer.text(), editor.buffer.cursor());
        prop_assert!(is_boundary(text, cursor), "{text:?} at {cursor}");
    }
    prop_assert!(!prompt.text.contains(|c: char| c.is_control() && c != '\n'));
    if let Some(completion) = &prompt.completion {
        prop_assert!(prompt.text.get(completion.range.clone()).is_some());
        prop_assert!(completion.selected.is_none_or(|selected| selected < completion.candidates.len()));
    }
    match &model.screen {
        Screen::Start(start) => prop_assert!(start.selected < model.course.lessons.len()),
        Screen::Lesson(lesson) => {
            let step = &model.course.lessons[lesson.lesson].steps[lesson.step];
            prop_assert_eq!(lesson.tasks.len(), step.tasks.len());
            prop_assert_eq!(lesson.edits.len(), step.edits.len());
            prop_assert!(lesson.task <= lesson.tasks.len());
            prop_assert!(lesson.tab != Pane::Lesson);
            prop_assert!(model.connection.is_ready() || !lesson.judging);
            prop_assert!(model.connection.is_ready() || !matches!(lesson.result.verdict, Verdict::Failed(_)));
        }
    }
    if let Some(Overlay::Palette { query, selected }) = &model.overlay {
        prop_assert!(*selected == 0 || *selected < palette::found(model, query).len());
    }
    if let Some(running) = &model.running {
        prop_assert!(running.terminal || !running.attached);
        prop_assert_eq!(running.capture.size(), model.output.size());
    }
    prop_assert_eq!(model.output.size(), layout::output_size(model));
    prop_assert!(model.progress.history.len() <= 1000);
    let _ = (offer(model), ghost(model), layout::areas(model));
    Ok(())
}

/// All that may change; the course is most of the model, and nothing changes it.
fn shown(model: &mut Model) -> String {
    let course = std::mem::take(&mut model.course);
    let shown = format!("{model:?}");
    model.course = course;
    shown
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_happens_breaks_it(events in prop::collection::vec(event(), 1..120)) {
        let mut driver = Driver::of(Arc::clone(&COURSE), Progress::default()).connected();
        let mut last_run = 0;
        for event in events {
            let (messages, stale) = messages(&driver.model, event);
            let before = stale.then(|| shown(&mut driver.model));
            for msg in messages {
                let running = driver.model.running.as_ref().map(|running| running.generation);
                let asked = matches!(&msg, Msg::Key(_) | Msg::Ended(..) | Msg::Values(_) | Msg::Snapshot(_) | Msg::EditMade(..));
                let saving = driver.model.editor.as_ref().and_then(|editor| editor.saving);
                let effects = update(&mut driver.model, msg.clone());
                let runs: Vec<u64> = effects
                    .iter()
                    .filter_map(|effect| match effect {
                        Effect::Run { generation, .. } => Some(*generation),
                        _ => None,
                    })
                    .collect();
                prop_assert!(runs.len() <= 1);
                if let [run] = runs[..] {
                    prop_assert!(asked, "{msg:?} runs a line");
                    prop_assert!(running.is_none() || matches!(msg, Msg::Ended(..)), "one line at a time");
                    prop_assert!(run > last_run);
                    last_run = run;
                    prop_assert_eq!(driver.model.running.as_ref().map(|running| running.generation), Some(run));
                }
                let input = effects.iter().any(|effect| matches!(effect, Effect::Send(_) | Effect::Interrupt));
                prop_assert!(!input || running.is_some(), "input for a line that runs");
                let left = saving.is_some() && driver.model.editor.is_none();
                prop_assert!(!left || matches!(msg, Msg::FileSaved(..)), "{msg:?} leaves what is being saved");
                check(&driver.model)?;
            }
            if let Some(before) = before {
                prop_assert_eq!(before, shown(&mut driver.model), "a stale answer changes nothing");
            }
        }
    }
}
