//! The panes, through `update` alone: what is shown, how far it is scrolled, how much is kept.

mod app_driver;

use app_driver::{Driver, passed};
use crossterm::event::{KeyCode, KeyModifiers, MouseEvent, MouseEventKind};
use netdojo::app::{Effect, Follow, Measure, Measured, Msg, Outcome, Pane};

#[test]
fn the_output_pane_is_shown_and_fitted() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    assert_eq!(driver.lesson().tab, Pane::Output);
    let effects = driver.send(Msg::Resized(160, 45)).to_vec();
    let size = driver.model.output.size();
    assert_eq!(effects, [Effect::ResizeOutput(size.cols, size.rows)]);
    assert_eq!(driver.model.running.as_ref().unwrap().capture.size(), size);
}

#[test]
fn a_flood_is_captured_up_to_a_limit() {
    let mut driver = Driver::in_lesson();
    driver.line("docker exec alpine_01 yes");
    let chunk = "y\n".repeat(64 * 1024);
    for _ in 0..20 {
        driver.print(&chunk);
    }
    assert_eq!(driver.model.running.as_ref().unwrap().captured, 1 << 20);
}

fn measured(rows: usize, first: usize) -> Msg {
    let measure = Measure { rows, shown: 10, first, cols: 80, ..Measure::default() };
    Msg::Measured(Measured {
        panes: Pane::ALL.map(|pane| (pane, measure)).into(),
        overlay: measure,
        ..Measured::default()
    })
}

#[test]
fn scrolling_ends_where_the_content_does() {
    let mut driver = Driver::in_lesson();
    let at = |driver: &Driver| driver.lesson().scroll.get(&Pane::Lesson).copied();
    assert_eq!(at(&driver), Some(0), "a step is read from its beginning");
    driver.send(measured(25, 0));
    for first in [9, 15, 15] {
        driver.press(KeyCode::PageDown);
        assert_eq!(at(&driver), Some(first));
    }
    driver.send(measured(25, 15));
    driver.send(measured(12, 2));
    assert_eq!(at(&driver), Some(15), "the content has become shorter, and may become longer again");
    driver.press(KeyCode::PageUp);
    assert_eq!(at(&driver), Some(0), "it goes on from what is seen");
}

#[test]
fn the_output_follows_its_tail_unless_it_was_scrolled() {
    let mut driver = Driver::in_lesson();
    let at = |driver: &Driver| driver.lesson().scroll.get(&Pane::Output).copied();
    driver.send(measured(100, 90));
    let wheel = |kind| {
        let area = netdojo::app::layout::areas(&driver.model).unwrap();
        let (column, row) = area.output.map_or((5, 25), |output| (output.x + 2, output.y + 2));
        Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
    };
    let (up, down) = (wheel(MouseEventKind::ScrollUp), wheel(MouseEventKind::ScrollDown));
    driver.press(KeyCode::F(3));
    driver.press(KeyCode::F(3));
    assert_eq!((driver.lesson().focus, driver.lesson().tab), (Pane::Output, Pane::Output));
    driver.send(up);
    assert_eq!(at(&driver), Some(87));
    driver.send(down);
    assert_eq!(at(&driver), None, "at its end it follows again");
}

#[test]
fn the_explanation_comes_into_sight_when_the_step_has_passed() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    driver.send(measured(25, 12));
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.lesson().scroll[&Pane::Lesson], 12, "it stays where the command was");
    driver.judged(passed());
    assert_eq!(driver.lesson().follow, Follow::Explanation);
    assert!(!driver.lesson().scroll.contains_key(&Pane::Lesson), "nothing keeps the pane from it");
}

#[test]
fn hints_come_one_at_a_time() {
    let mut driver = Driver::in_lesson();
    driver.line("/hint");
    assert_eq!((driver.lesson().hints, driver.notice()), (1, Some("app-hint")));
    while driver.notice() == Some("app-hint") {
        driver.line("/hint");
    }
    assert_eq!(driver.notice(), Some("app-no-more-hints"));
}

#[test]
fn on_a_narrow_screen_the_focus_goes_to_the_output_that_hides_its_pane() {
    let mut driver = Driver::in_lesson();
    driver.send(Msg::Resized(80, 24));
    while driver.lesson().focus != Pane::Check {
        driver.press(KeyCode::F(3));
    }
    driver.enter();
    assert_eq!((driver.lesson().tab, driver.lesson().focus), (Pane::Output, Pane::Output));
    // Where both are seen, it stays.
    let mut driver = Driver::in_lesson();
    driver.send(Msg::Resized(160, 45));
    while driver.lesson().focus != Pane::Check {
        driver.press(KeyCode::F(3));
    }
    driver.enter();
    assert_eq!(driver.lesson().focus, Pane::Check);
}
