//! What is looked for, found and marked.

use crossterm::event::{KeyCode, KeyEvent};

use super::picture::picture;
use super::stage::{begun, draw, langs, lesson, passed};
use super::{LARGE, NARROW, SMALL};
use crate::app::{Model, Msg, Overlay, Pane, update};
use crate::i18n::Lang;

/// Keys, each with the frames that follow it.
fn press(model: &mut Model, keys: &str) {
    for key in keys.chars() {
        let code = if key == '\n' { KeyCode::Enter } else { KeyCode::Char(key) };
        update(model, Msg::Key(KeyEvent::from(code)));
        let (_, _, measured) = draw(model);
        update(model, Msg::Measured(measured));
    }
}

fn text(model: &Model) -> String {
    let (buffer, _, _) = draw(model);
    picture(&buffer, None).split("── styles").next().unwrap().to_owned()
}

fn shown(name: &str, size: (u16, u16), model: impl Fn(&Lang) -> Model) {
    for lang in langs() {
        let (buffer, cursor, _) = draw(&model(&lang));
        insta::assert_snapshot!(format!("{name}_{}x{}_{lang}", size.0, size.1), picture(&buffer, cursor));
    }
}

#[test]
fn matches_are_marked() {
    for size in [SMALL, NARROW, LARGE] {
        shown("find", size, |lang| {
            let mut model = begun(lang, size);
            let word = if *lang == "ja" { "コンテナ" } else { "container" };
            press(&mut model, &format!("/find {word}\nn"));
            model
        });
    }
    shown("find_in_help", NARROW, |lang| {
        let mut model = begun(lang, NARROW);
        model.overlay = Some(Overlay::Help { scroll: 0 });
        press(&mut model, "/ctrl\nnn");
        model
    });
    shown("find_typed", SMALL, |lang| {
        let mut model = begun(lang, SMALL);
        model.overlay = Some(Overlay::Help { scroll: 0 });
        press(&mut model, "/f4");
        model
    });
}

/// From the oldest row that is kept to the newest, also where a row's end has broken the word.
#[test]
fn the_whole_scrollback_is_searched() {
    let mut model = begun(&langs()[1], NARROW);
    lesson(&mut model).focus = Pane::Output;
    lesson(&mut model).tab = Pane::Output;
    update(&mut model, Msg::Resized(80, 24));
    let cols = usize::from(model.output.size().cols);
    model.output.feed_lines(b"a first needle\n");
    for row in 0..400 {
        model.output.feed_lines(format!("row {row}\n").as_bytes());
    }
    model.output.feed_lines(format!("{}needle\n", "x".repeat(cols - 3)).as_bytes());
    press(&mut model, "/find needle\n");
    assert_eq!((model.find.number, model.find.count), (2, 2), "the one in sight");
    press(&mut model, "n");
    assert_eq!((model.find.number, lesson(&mut model).scroll[&Pane::Output]), (1, 0));
    assert!(text(&model).contains("▶a first needle"), "{}", text(&model));
    press(&mut model, "N");
    assert!(text(&model).contains("▶dle"), "its second half is marked as well: {}", text(&model));
}

/// In every pane and at every width, a word that the lesson's text holds is found as often.
#[test]
fn a_broken_row_hides_nothing() {
    let mut counts = Vec::new();
    for cols in (60..=109).chain(160..=200) {
        let mut model = begun(&langs()[0], (cols, 40));
        press(&mut model, "/find コンテナ\n");
        counts.push(model.find.count);
    }
    assert!(counts[0] > 1 && counts.iter().all(|count| *count == counts[0]), "{counts:?}");
}

#[test]
fn matches_are_seen_without_colours() {
    let mut model = passed(&langs()[0], NARROW);
    press(&mut model, "/find コンテナ\n");
    let look = crate::ui::Look::new(&model.lang, crate::ui::Theme::plain(), crate::ui::Frames::Ascii);
    let (buffer, cursor, _) = super::draw_with(&model, &look);
    insta::assert_snapshot!("find_plain_80x24_ja", picture(&buffer, cursor));
}
