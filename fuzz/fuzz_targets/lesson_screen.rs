//! Any Markdown as a lesson's text on the screen, at any size, in any colours: laid out twice alike.

#![no_main]

use std::sync::Arc;

use libfuzzer_sys::fuzz_target;
use netdojo::app::{Effect, Model, Msg, Pane, Progress, Scheme, Screen, update};
use netdojo::i18n::available;
use netdojo::lesson::{Course, Files, Values, parse};
use netdojo::text::{Span, width, wrap_rows};
use netdojo::ui::{Frames, Look, Theme, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;

/// The lesson with this text in its only step, open.
fn opened(text: &str, size: (u16, u16)) -> Option<Model> {
    let prose = format!("# T\n\n## T\n<!-- step: one -->\n\n{text}\n");
    let key = "format = 1\nimages = [\"alpine\"]\nminutes = 1\n";
    let files: Files = [("en.md", prose.as_str()), ("ja.md", prose.as_str()), ("lesson.toml", key)]
        .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()))
        .into();
    let course = Course { lessons: vec![parse("link", &files).ok()?], ..Course::default() };
    let langs = available();
    let lang = langs[usize::from(size.0 % 2)].clone();
    let mut model = Model::new(Arc::new(course), Progress::default(), langs, lang, size);
    let effects = update(&mut model, Msg::OpenLesson(0));
    let generation = effects.iter().find_map(|effect| match effect {
        Effect::Open { generation, .. } => Some(*generation),
        _ => None,
    });
    let answer = |generation| Msg::Opened {
        generation,
        taken: Vec::new(),
        lacking: Vec::new(),
        values: Values::default(),
    };
    update(&mut model, answer(generation?));
    if let Screen::Lesson(lesson) = &mut model.screen {
        lesson.zoomed = size.1.is_multiple_of(2);
        lesson.focus = Pane::Lesson;
    }
    Some(model)
}

fn draw(model: &Model, look: &Look) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(model.size.0, model.size.1)).expect("a terminal");
    terminal.draw(|frame| drop(view(frame, model, look))).expect("it draws");
    terminal.backend().buffer().clone()
}

fuzz_target!(|input: (u8, u8, u8, &str)| {
    let (cols, rows, colours, text) = input;
    let room = usize::from(cols).max(2);
    for (row, _) in wrap_rows(&[Span::new(text, ())], room) {
        let text: String = row.into_iter().map(|run| run.text).collect();
        assert!(width(&text) <= room || text.graphemes(true).count() == 1, "{text:?} in {room}");
    }
    let Some(model) = opened(text, (u16::from(cols).max(60), u16::from(rows).max(16))) else { return };
    let scheme = Scheme::ALL[usize::from(colours) % Scheme::ALL.len()];
    let frames = if colours > 127 { Frames::Ascii } else { Frames::Unicode };
    let look = Look::new(&model.lang, Theme::of(scheme).unwrap_or_else(Theme::dark), frames);
    assert_eq!(draw(&model, &look), draw(&model, &look));
});
