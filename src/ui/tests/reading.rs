//! Where somebody reads stays in sight, whatever becomes of the screen.

use super::stage::{begun, draw, lesson};
use super::{LARGE, NARROW, SMALL};
use crate::app::{Model, Msg, Pane, update};
use crate::i18n::Lang;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Draws, and lets the model know what was measured: the first row of the lesson that has something in it.
fn top(model: &mut Model) -> String {
    let (buffer, _, measured) = draw(model);
    update(model, Msg::Measured(measured));
    let area = crate::app::layout::areas(model).unwrap().lesson.unwrap();
    let row = |y| (area.x + 1..area.right()).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (area.y + 1..area.bottom()).map(row).map(|row| row.trim().to_owned()).find(|row| !row.is_empty()).unwrap()
}

fn press(model: &mut Model, key: impl Into<KeyEvent>) {
    update(model, Msg::Key(key.into()));
}

fn scrolled(lang: &str, size: (u16, u16), rows: usize) -> Model {
    let lang: Lang = lang.parse().unwrap();
    let mut model = begun(&lang, size);
    lesson(&mut model).focus = Pane::Lesson;
    top(&mut model);
    for _ in 0..rows {
        press(&mut model, KeyEvent::new(KeyCode::Down, KeyModifiers::SHIFT));
        top(&mut model);
    }
    model
}

#[test]
fn a_pane_that_was_zoomed_shows_what_it_showed() {
    let mut model = scrolled("en", NARROW, 12);
    let before = top(&mut model);
    press(&mut model, KeyCode::F(4));
    let zoomed = top(&mut model);
    press(&mut model, KeyCode::F(4));
    assert_eq!(top(&mut model), before, "zoomed: {zoomed}");
}

#[test]
fn a_screen_of_another_size_begins_with_the_same_words() {
    for rows in 0..20 {
        let mut model = scrolled("en", NARROW, rows);
        let before = top(&mut model);
        for size in [SMALL, LARGE, (61, 20), SMALL, NARROW] {
            update(&mut model, Msg::Resized(size.0, size.1));
            let now = top(&mut model);
            // A longer row may begin before it; and of one that fits wholly all is seen anyway.
            let words = before.split_whitespace().map(|word| word.chars().take(9).collect::<String>());
            let same = words.take(2).any(|word| now.contains(&word));
            assert!(size == LARGE || same, "{rows} {size:?}: {before} / {now}");
        }
        assert_eq!(top(&mut model), before, "{rows}: nothing is lost on the way");
    }
}

#[test]
fn in_another_language_it_is_about_the_same_place() {
    for (rows, through) in [(14, NARROW), (99, LARGE), (9, SMALL)] {
        let mut model = scrolled("en", NARROW, rows);
        let (before, row) = (top(&mut model), model.measured.panes[&Pane::Lesson].first);
        press(&mut model, KeyCode::F(2));
        let other = top(&mut model);
        let there = model.measured.panes[&Pane::Lesson].first;
        assert!(row.abs_diff(there) < 6, "{row} {there}: {other}");
        update(&mut model, Msg::Resized(through.0, through.1));
        top(&mut model);
        press(&mut model, KeyCode::F(2));
        top(&mut model);
        update(&mut model, Msg::Resized(NARROW.0, NARROW.1));
        assert_eq!(top(&mut model), before, "nothing is lost on the way");
    }
}
