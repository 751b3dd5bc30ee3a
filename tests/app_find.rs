//! `/find`, through `update` alone: which keys go on, what ends it, what is said.

mod app_driver;

use app_driver::Driver;
use crossterm::event::KeyCode;
use netdojo::app::find::{Place, Spot};
use netdojo::app::{Measure, Measured, Msg, Overlay, Pane};

/// A pane of 100 rows of which ten are in sight, as the view would measure it, and what it would find.
fn looked(driver: &mut Driver, spots: &[Spot]) {
    let first = driver.lesson().scroll.get(&driver.lesson().focus).copied().unwrap_or(0);
    let measure = Measure { rows: 100, shown: 10, first, ..Measure::default() };
    let found = driver.model.find.due.map(|_| spots.to_vec());
    let panes = Pane::ALL.map(|pane| (pane, measure)).into();
    driver.send(Msg::Measured(Measured { panes, overlay: measure, found, ..Measured::default() }));
}

fn number(driver: &Driver) -> (usize, usize) {
    (driver.model.find.number, driver.model.find.count)
}

const SPOTS: [Spot; 3] = [(4, 0), (30, 7), (80, 2)];

fn found() -> Driver {
    let mut driver = Driver::in_lesson();
    driver.line("/find docker");
    looked(&mut driver, &SPOTS);
    driver
}

#[test]
fn n_goes_on_and_the_pane_follows() {
    let mut driver = found();
    assert_eq!(number(&driver), (1, 3));
    assert_eq!(driver.lesson().scroll[&Pane::Lesson], 0, "it was in sight");
    for (key, at, first) in
        [('n', 2, 27), ('n', 3, 77), ('n', 1, 1), ('N', 3, 77), ('ｎ', 1, 1), ('Ｎ', 3, 77)]
    {
        driver.press(KeyCode::Char(key));
        looked(&mut driver, &SPOTS);
        assert_eq!((number(&driver).0, driver.lesson().scroll[&Pane::Lesson]), (at, first), "{key}");
        assert_eq!(driver.model.prompt.text, "", "{key} is not typed");
    }
    assert_eq!(driver.notice(), Some("app-find-around"));
    for _ in 0..2 {
        driver.press(KeyCode::Char('n'));
    }
    looked(&mut driver, &SPOTS);
    assert_eq!(number(&driver).0, 2, "keys that come before the view has looked count each");
}

#[test]
fn typing_anything_else_ends_it() {
    let mut driver = found();
    driver.type_text("docker network ls");
    assert_eq!(driver.model.prompt.text, "docker network ls", "an n within a line is typed");
    assert!(!driver.model.find.on);
    driver.control('u');
    driver.type_text("n");
    assert_eq!(driver.model.prompt.text, "n");
}

#[test]
fn escape_ends_it_and_find_alone_takes_it_up() {
    let mut driver = found();
    driver.press(KeyCode::Esc);
    assert!(!driver.model.find.on && driver.model.overlay.is_none());
    driver.press(KeyCode::Esc);
    assert!(driver.model.overlay.is_some(), "the palette comes with the next one");
    driver.press(KeyCode::Esc);
    driver.line("/find");
    looked(&mut driver, &SPOTS);
    assert_eq!(number(&driver), (2, 3));
}

#[test]
fn it_goes_on_in_the_pane_that_is_focused() {
    let mut driver = found();
    driver.press(KeyCode::F(3));
    driver.press(KeyCode::Char('n'));
    assert_eq!(driver.model.find.place, Some(Place::Pane(driver.lesson().focus)));
    looked(&mut driver, &[(3, 0)]);
    assert_eq!(number(&driver), (1, 1));
}

#[test]
fn what_is_not_there_is_said() {
    let mut driver = Driver::in_lesson();
    driver.line("/find");
    assert_eq!(driver.notice(), Some("app-find-what"));
    driver.line("／ｆｉｎｄ　nobody");
    looked(&mut driver, &[]);
    assert_eq!(driver.notice(), Some("app-find-nothing"));
    driver.type_text("n");
    assert_eq!(driver.model.prompt.text, "n", "there is nothing to go on to");
    let mut start = Driver::new();
    start.line("/find docker");
    assert_eq!(start.notice(), Some("app-find-nowhere"));
}

#[test]
fn another_step_is_another_text() {
    let mut driver = found();
    driver.line("/next");
    assert!(!driver.model.find.on);
    driver.line("/find");
    looked(&mut driver, &SPOTS);
    assert_eq!(number(&driver), (1, 3), "it begins anew");
}

#[test]
fn an_overlay_has_a_search_of_its_own() {
    let mut driver = Driver::in_lesson();
    driver.press(KeyCode::F(1));
    driver.type_text("/nq");
    assert_eq!((driver.model.find.word.as_str(), driver.model.find.due), ("nq", Some(0)));
    driver.press(KeyCode::Backspace);
    looked(&mut driver, &SPOTS);
    driver.enter();
    for (key, first) in [('n', 27), ('n', 77), ('N', 27)] {
        driver.press(KeyCode::Char(key));
        let measure = Measure { rows: 100, shown: 10, ..Measure::default() };
        let found = Some(SPOTS.to_vec());
        driver.send(Msg::Measured(Measured { overlay: measure, found, ..Measured::default() }));
        assert_eq!(driver.model.overlay, Some(Overlay::Help { scroll: first }));
    }
    driver.press(KeyCode::Esc);
    assert!(driver.model.overlay.is_some() && !driver.model.find.on);
    driver.type_text("/x");
    driver.press(KeyCode::Esc);
    driver.press(KeyCode::Esc);
    assert!(driver.model.overlay.is_none());
}
