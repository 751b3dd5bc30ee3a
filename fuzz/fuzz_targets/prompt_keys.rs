//! Any keys, pastes and sizes, as they reach the program with a lesson open: the prompt stays a text with a cursor in it.

#![no_main]

use std::sync::{Arc, LazyLock};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;
use netdojo::app::{Effect, Model, Msg, Progress, update};
use netdojo::i18n::available;
use netdojo::lesson::{self, Course, Values};

static COURSE: LazyLock<Arc<Course>> = LazyLock::new(|| Arc::new(lesson::load()));

/// What reaches the program.
#[derive(Debug, Arbitrary)]
enum Event<'a> {
    Typed(char, u8),
    Key(u8, u8),
    Paste(&'a str),
    Size(u8, u8),
}

const KEYS: [KeyCode; 17] = [
    KeyCode::Enter,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Esc,
    KeyCode::Backspace,
    KeyCode::Delete,
    KeyCode::F(1),
    KeyCode::F(4),
    KeyCode::F(5),
];

fn held(bits: u8) -> KeyModifiers {
    match bits % 8 {
        0 => KeyModifiers::CONTROL,
        1 => KeyModifiers::ALT,
        2 => KeyModifiers::SHIFT,
        _ => KeyModifiers::NONE,
    }
}

fuzz_target!(|events: Vec<Event<'_>>| {
    let langs = available();
    let lang = langs[events.len() % 2].clone();
    let mut model = Model::new(COURSE.clone(), Progress::default(), langs, lang, (80, 24));
    let mut generation = None;
    let opening = [Msg::OpenLesson(1)];
    let messages = events.into_iter().map(|event| match event {
        Event::Typed(letter, bits) => Msg::Key(KeyEvent::new(KeyCode::Char(letter), held(bits))),
        Event::Key(code, bits) => Msg::Key(KeyEvent::new(KEYS[usize::from(code) % KEYS.len()], held(bits))),
        Event::Paste(text) => Msg::Paste(text.to_owned()),
        Event::Size(cols, rows) => Msg::Resized(u16::from(cols), u16::from(rows)),
    });
    for message in opening.into_iter().chain(messages) {
        let effects = update(&mut model, message);
        for effect in &effects {
            if let Effect::Open { generation: asked, .. } = effect {
                generation = Some(*asked);
            }
        }
        if let Some(generation) = generation.take() {
            let (taken, lacking, values) = (Vec::new(), Vec::new(), Values::default());
            update(&mut model, Msg::Opened { generation, taken, lacking, values });
        }
        assert!(model.prompt.text.is_char_boundary(model.prompt.cursor));
    }
});
