//! What an instructor sees.

use super::stage::{begun, langs, lesson, passed, ready, teaching};
use super::{LARGE, NARROW, snapshot};
use crate::app::teach::{Point, page};
use crate::app::{Bringing, Headway, List, Overlay, Pane};
use crate::i18n::{Lang, Translator, phrase};
use crate::ui::{Frames, Look, Theme, notes};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

#[test]
fn notes_below_the_lesson() {
    snapshot("teach", LARGE, |lang| teaching(passed(lang, LARGE)));
    snapshot("teach_start", LARGE, |lang| teaching(ready(lang, LARGE)));
}

#[test]
fn on_a_projector() {
    snapshot("teach_projector", NARROW, |lang| teaching(begun(lang, NARROW)));
    snapshot("teach_pointer", NARROW, |lang| {
        let mut model = teaching(passed(lang, NARROW));
        lesson(&mut model).focus = Pane::Output;
        model.teach.as_mut().unwrap().point = Some(Point { pane: Pane::Output, row: 2 });
        model
    });
}

#[test]
fn a_blank_screen_shows_nothing() {
    let lang: Lang = "en".parse().unwrap();
    let mut model = teaching(passed(&lang, NARROW));
    model.teach.as_mut().unwrap().blank = true;
    let (buffer, cursor, _) = super::draw(&model);
    assert!(buffer.content.iter().all(|cell| cell.symbol() == " "));
    assert_eq!(cursor, None);
}

#[test]
fn the_engine_is_being_prepared() {
    snapshot("teach_preparing", NARROW, |lang| {
        let mut model = begun(lang, NARROW);
        let line = "docker run -d --name alpine_01 alpine".to_owned();
        let headway = Headway::Working { done: 2, count: 5, step: 0, line };
        lesson(&mut model).bringing =
            Some(Bringing { generation: 1, to: 0, headway: Some(headway), asked: true, stopping: false });
        model
    });
}

#[test]
fn lists_over_the_screen() {
    for (name, overlay) in
        [("steps", Overlay::List { of: List::Jump, selected: 1 }), ("notes", Overlay::Notes { scroll: 0 })]
    {
        snapshot(&format!("teach_{name}"), NARROW, |lang| {
            let mut model = teaching(begun(lang, NARROW));
            model.overlay = Some(overlay.clone());
            model
        });
    }
}

#[test]
fn notes_on_a_terminal_of_their_own() {
    for lang in langs() {
        let look = Look::new(&lang, Theme::dark(), Frames::Unicode);
        let page = page(&teaching(passed(&lang, NARROW)), &Translator::new(&lang));
        for (name, page) in [("follow", Some(&page)), ("follow_nobody", None)] {
            let mut terminal = Terminal::new(TestBackend::new(60, 16)).unwrap();
            terminal
                .draw(|frame| {
                    notes(frame, page, &look, 0);
                })
                .unwrap();
            let picture = super::picture(terminal.backend().buffer(), None);
            insta::assert_snapshot!(format!("teach_{name}_60x16_{lang}"), picture);
        }
        assert_ne!(look.translator.say(&phrase("teach-nobody")), "teach-nobody");
    }
}
