//! A full-screen program in the output pane, through `update` alone: it gets the mouse, pasted text and focus in the
//! way it has asked for, and Ctrl-] leads back.

mod app_driver;

use app_driver::Driver;
use crossterm::event::{KeyCode, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use netdojo::app::layout::{areas, inner};
use netdojo::app::{Effect, Measure, Measured, Msg, Outcome, Pane, Screen};
use netdojo::text::{KeyModes, MouseModes};

/// A shell in a container, whose screen is as it is shown.
fn attached() -> Driver {
    let mut driver = Driver::in_lesson();
    driver.line("docker exec -it alpine_01 sh");
    seen(&mut driver);
    driver
}

/// What the view measures when it draws.
fn seen(driver: &mut Driver) {
    let rows = driver.model.output.total_rows();
    let shown = usize::from(driver.model.output.size().rows);
    let measure = Measure { rows, shown, first: rows - shown, ..Measure::default() };
    driver.send(Msg::Measured(Measured { panes: [(Pane::Output, measure)].into(), ..Measured::default() }));
}

fn mouse(
    driver: &mut Driver,
    kind: MouseEventKind,
    held: KeyModifiers,
    (col, row): (u16, u16),
) -> Vec<Effect> {
    let area = inner(areas(&driver.model).and_then(|areas| areas.output).expect("the output pane"));
    let mouse = MouseEvent { kind, column: area.x + col, row: area.y + row, modifiers: held };
    driver.send(Msg::Mouse(mouse)).to_vec()
}

fn sent(bytes: &str) -> Vec<Effect> {
    vec![Effect::Send(bytes.to_owned().into())]
}

/// A key that went there would stand in what the check compares.
#[test]
fn what_solve_runs_gets_no_keys_unless_they_are_led_there() {
    let mut driver = Driver::in_lesson();
    let Screen::Lesson(lesson) = &mut driver.model.screen else { panic!("a lesson is open") };
    lesson.solving = true;
    driver.line("docker exec -it alpine_01 sh");
    seen(&mut driver);
    let lang = driver.model.lang.clone();
    driver.press(KeyCode::F(2));
    assert_ne!(driver.model.lang, lang, "the key means what it means at the prompt");
    driver.type_text("x");
    assert_eq!((driver.model.prompt.text.as_str(), driver.effects.as_slice()), ("x", [].as_slice()));
    driver.control(']');
    driver.type_text("y");
    assert_eq!(driver.effects, sent("y"));
}

const NONE: KeyModifiers = KeyModifiers::NONE;
const DOWN: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const UP: MouseEventKind = MouseEventKind::Up(MouseButton::Left);
const DRAG: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);

#[test]
fn the_mouse_goes_to_a_program_that_asked_for_it() {
    let mut driver = attached();
    driver.print("\x1b[?1002h\x1b[?1006h");
    assert_eq!(mouse(&mut driver, DOWN, NONE, (4, 2)), sent("\x1b[<0;5;3M"));
    assert_eq!(mouse(&mut driver, DRAG, NONE, (5, 2)), sent("\x1b[<32;6;3M"));
    // What began inside ends inside, wherever the mouse is by then.
    let last = driver.model.output.size();
    let end = format!("\x1b[<0;{};{}m", last.cols, last.rows);
    assert_eq!(mouse(&mut driver, UP, NONE, (150, 90)), sent(&end));
    assert_eq!(mouse(&mut driver, MouseEventKind::ScrollUp, NONE, (0, 0)), sent("\x1b[<64;1;1M"));
    assert!(driver.model.selection.is_none());
    // With Shift, and back at the prompt, it is ours.
    mouse(&mut driver, DOWN, KeyModifiers::SHIFT, (4, 2));
    assert!(driver.model.selection.is_some());
    mouse(&mut driver, UP, KeyModifiers::SHIFT, (4, 2));
    driver.control(']');
    assert_eq!(mouse(&mut driver, MouseEventKind::ScrollUp, NONE, (0, 0)), []);
}

#[test]
fn older_output_is_not_the_programs_screen() {
    let mut driver = attached();
    driver.print(&"line\r\n".repeat(100));
    driver.print("\x1b[?1000h\x1b[?1006h");
    seen(&mut driver);
    assert_eq!(mouse(&mut driver, DOWN, NONE, (0, 0)), sent("\x1b[<0;1;1M"));
    mouse(&mut driver, UP, NONE, (0, 0));
    let measure = driver.model.measured.panes[&Pane::Output];
    driver.send(Msg::Measured(Measured {
        panes: [(Pane::Output, Measure { first: measure.first - 2, ..measure })].into(),
        ..Measured::default()
    }));
    assert_eq!(mouse(&mut driver, DOWN, NONE, (0, 1)), []);
    mouse(&mut driver, UP, NONE, (0, 1));
    assert_eq!(mouse(&mut driver, DOWN, NONE, (0, 2)), sent("\x1b[<0;1;1M"));
}

#[test]
fn the_wheel_is_arrow_keys_on_a_full_screen_that_did_not_ask() {
    let mut driver = attached();
    assert_eq!(mouse(&mut driver, MouseEventKind::ScrollDown, NONE, (0, 0)), []);
    driver.print("\x1b[?1049h");
    assert_eq!(mouse(&mut driver, MouseEventKind::ScrollDown, NONE, (0, 0)), sent("\x1b[B\x1b[B\x1b[B"));
    driver.print("\x1b[?1h");
    assert_eq!(mouse(&mut driver, MouseEventKind::ScrollUp, NONE, (0, 0)), sent("\x1bOA\x1bOA\x1bOA"));
    assert_eq!(driver.press(KeyCode::Up), sent("\x1bOA"));
}

#[test]
fn focus_is_told_where_it_was_asked_for() {
    let mut driver = attached();
    assert_eq!(driver.send(Msg::Focused(false)), []);
    driver.print("\x1b[?1004h");
    assert_eq!(driver.send(Msg::Focused(false)), sent("\x1b[O"));
    assert_eq!(driver.send(Msg::Focused(true)), sent("\x1b[I"));
    assert_eq!(driver.control(']'), sent("\x1b[O"), "the prompt has the keys");
    assert_eq!(driver.send(Msg::Focused(true)), []);
    assert_eq!(driver.control(']'), sent("\x1b[I"));
}

#[test]
fn much_pasted_text_is_asked_about() {
    let mut driver = attached();
    driver.print("\x1b[?2004h");
    assert_eq!(driver.send(Msg::Paste("a\nb".into())), sent("\x1b[200~a\rb\x1b[201~"));
    let much = "0123456789abcdef\n".repeat(60_000);
    for (key, code, notice) in [
        (false, KeyCode::Esc, "app-paste-dropped"),
        (true, KeyCode::Char(']'), "app-paste-dropped"),
        (false, KeyCode::Char('x'), "app-paste-dropped"),
    ] {
        assert_eq!(driver.send(Msg::Paste(much.clone())), []);
        assert_eq!(driver.notice(), Some("app-confirm-paste"));
        let effects = match (key, code) {
            (true, KeyCode::Char(c)) => driver.control(c).to_vec(),
            _ => driver.press(code).to_vec(),
        };
        assert_eq!((effects, driver.notice()), (vec![], Some(notice)));
    }
    driver.send(Msg::Paste(much.clone()));
    assert_eq!(driver.enter(), sent(&format!("\x1b[200~{}\x1b[201~", much.replace('\n', "\r"))));
    assert_eq!(driver.press(KeyCode::Char('x')), sent("x"));
    assert_eq!(driver.send(Msg::Paste("x".repeat(9 << 20))), []);
    assert_eq!(driver.notice(), Some("app-paste-too-large"));
    assert_eq!(driver.press(KeyCode::Char('x')), sent("x"));
}

#[test]
fn what_a_program_asked_for_ends_with_it() {
    let mut driver = attached();
    driver.print("before\r\n");
    driver.print("\x1b[?1049h\x1b[?1;25;1003;1006;1004;2004h\x1b[?25l\x1b[?7;1007l\x1b[?6h\x1b[2;3r\x1b(0\x1b[4h\x1b[3g");
    driver.end(Outcome::Exited(0));
    let output = &mut driver.model.output;
    assert!(!output.is_alternate_screen() && output.cursor().visible);
    assert_eq!(output.key_modes(), KeyModes::default());
    assert_eq!(output.mouse_modes(), MouseModes::default());
    output.feed(b"lqk\rab\tc\r\n");
    output.feed("x".repeat(usize::from(output.size().cols) + 1).as_bytes());
    let lines = output.logical_lines();
    let wrapped = "x".repeat(usize::from(output.size().cols) + 1);
    assert_eq!(lines[lines.len() - 3..], ["before".to_owned(), "abk     c".to_owned(), wrapped]);
}
