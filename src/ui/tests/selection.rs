//! What is marked with the mouse or the keyboard is what is seen there.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use proptest::prelude::*;

use super::picture::picture;
use super::stage::{attached, draw, langs, look, passed};
use super::{LARGE, NARROW};
use crate::app::layout::{areas, inner};
use crate::app::{Effect, Model, Msg, Pane, update};
use crate::ui::selected;

/// Draws, and tells the model what was measured, as the program does after each frame.
fn drawn(model: &mut Model) {
    let (_, _, measured) = draw(model);
    update(model, Msg::Measured(measured));
}

fn mouse(model: &mut Model, kind: MouseEventKind, column: u16, row: u16) -> Vec<Effect> {
    let effects = update(model, Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }));
    drawn(model);
    effects
}

fn key(model: &mut Model, code: KeyCode) -> Vec<Effect> {
    let effects = update(model, Msg::Key(KeyEvent::from(code)));
    drawn(model);
    effects
}

fn type_line(model: &mut Model, line: &str) {
    line.chars().for_each(|c| drop(key(model, KeyCode::Char(c))));
    key(model, KeyCode::Enter);
}

fn text(model: &Model) -> Option<String> {
    selected(model, &look(&model.lang))
}

/// Drags over a pane's content, from a column and a row of it to others.
fn drag(model: &mut Model, pane: Pane, from: (u16, u16), to: (u16, u16)) -> Vec<Effect> {
    drawn(model);
    let area = inner(areas(model).unwrap().pane(pane).unwrap());
    mouse(model, MouseEventKind::Down(MouseButton::Left), area.x + from.0, area.y + from.1);
    mouse(model, MouseEventKind::Drag(MouseButton::Left), area.x + to.0, area.y + to.1);
    mouse(model, MouseEventKind::Up(MouseButton::Left), area.x + to.0, area.y + to.1)
}

/// A lesson whose output pane shows these bytes alone.
fn showing(size: (u16, u16), bytes: &str) -> Model {
    let mut model = passed(&langs()[1], size);
    super::lesson(&mut model).tab = Pane::Output;
    update(&mut model, Msg::Resized(size.0, size.1));
    model.output.clear();
    model.output.feed(bytes.as_bytes());
    model
}

#[test]
fn a_drag_marks_and_its_end_copies() {
    let mut model = showing(NARROW, "one two three\r\n  four  \r\nfive");
    let effects = drag(&mut model, Pane::Output, (4, 0), (3, 2));
    assert_eq!(effects, [Effect::CopySelection]);
    assert_eq!(text(&model).as_deref(), Some("two three\n  four\nfive"));
    let (buffer, cursor, _) = draw(&model);
    insta::assert_snapshot!("selection_dragged", picture(&buffer, cursor));
    // The next key lets it go, and does what it does.
    key(&mut model, KeyCode::Char('x'));
    assert_eq!((text(&model), model.prompt.text.as_str()), (None, "x"));
}

#[test]
fn a_click_marks_nothing() {
    let mut model = showing(NARROW, "one");
    let effects = drag(&mut model, Pane::Output, (1, 0), (1, 0));
    assert_eq!((effects, text(&model)), (vec![], None));
}

#[test]
fn wide_characters_are_marked_whole() {
    let mut model = showing(NARROW, "コンテナ間通信");
    drag(&mut model, Pane::Output, (3, 0), (6, 0));
    assert_eq!(text(&model).as_deref(), Some("ンテナ"));
}

/// The terminal around it would join them, and what follows would stand elsewhere than it thinks.
#[test]
fn joined_emoji_are_drawn_apart_and_copied_as_they_were() {
    let mut model = showing(NARROW, "👩\u{200d}👧x");
    let (buffer, ..) = draw(&model);
    let area = inner(areas(&model).unwrap().pane(Pane::Output).unwrap());
    let shown = [0, 2, 4].map(|col| buffer[(area.x + col, area.y)].symbol());
    assert_eq!(shown, ["👩", "👧", "x"]);
    drag(&mut model, Pane::Output, (0, 0), (4, 0));
    assert_eq!(text(&model).as_deref(), Some("👩\u{200d}👧x"));
}

#[test]
fn wrapped_lines_are_one_line() {
    let cols = usize::from(showing(NARROW, "").output.size().cols);
    let long = format!("{}コンテナ tail", "x".repeat(cols - 1));
    let mut model = showing(NARROW, &long);
    drag(&mut model, Pane::Output, (0, 0), (70, 1));
    assert_eq!(text(&model), Some(long));
}

#[test]
fn a_drag_stays_within_its_pane() {
    let mut model = showing(LARGE, "one\r\ntwo");
    drag(&mut model, Pane::Output, (1, 0), (500, 40));
    assert_eq!(text(&model).as_deref(), Some("ne\ntwo"));
    let start = inner(areas(&model).unwrap().pane(Pane::Lesson).unwrap());
    drag(&mut model, Pane::Lesson, (0, 0), (500, 3));
    let text = text(&model).expect("the lesson's text");
    let wide = text.lines().map(crate::text::width).max().unwrap();
    assert!(wide <= usize::from(start.width), "{text}");
    assert!(text.lines().count() > 1 && !text.contains('│'), "{text}");
}

#[test]
fn words_and_lines_are_marked_by_two_and_three_clicks() {
    let words = [
        ("docker run alpine_01 tomcat:9.0", 12, "alpine_01"),
        ("docker run alpine_01 tomcat:9.0", 25, "tomcat:9.0"),
        ("{\"IPAddress\": \"172.17.0.2\"}", 17, "172.17.0.2"),
        ("コンテナの名前解決", 8, "の"),
        ("コンテナの名前解決", 12, "名前解決"),
        ("ブリッジ、ネットワーク。", 12, "ネットワーク"),
    ];
    for (line, col, word) in words {
        let mut model = showing(NARROW, line);
        drawn(&mut model);
        let area = inner(areas(&model).unwrap().output.unwrap());
        for _ in 0..2 {
            mouse(&mut model, MouseEventKind::Down(MouseButton::Left), area.x + col, area.y);
        }
        update(&mut model, Msg::ClickedAgain(2));
        assert_eq!(text(&model).as_deref(), Some(word), "{line}");
        mouse(&mut model, MouseEventKind::Up(MouseButton::Left), area.x + col, area.y);
        mouse(&mut model, MouseEventKind::Down(MouseButton::Left), area.x + col, area.y);
        update(&mut model, Msg::ClickedAgain(3));
        assert_eq!(text(&model).as_deref(), Some(line));
        let effects = mouse(&mut model, MouseEventKind::Up(MouseButton::Left), area.x + col, area.y);
        assert_eq!(effects, [Effect::CopySelection]);
    }
}

#[test]
fn a_wrapped_word_is_one_word() {
    let cols = usize::from(showing(NARROW, "").output.size().cols);
    let id = "0123456789abcdef".repeat(8);
    let mut model = showing(NARROW, &format!("{} {id} x", "-".repeat(cols - 10)));
    drawn(&mut model);
    let area = inner(areas(&model).unwrap().output.unwrap());
    mouse(&mut model, MouseEventKind::Down(MouseButton::Left), area.x + 3, area.y + 1);
    update(&mut model, Msg::ClickedAgain(2));
    assert_eq!(text(&model), Some(id));
}

#[test]
fn the_keyboard_marks_as_well() {
    let mut model = showing(NARROW, "one two\r\nコンテナ間\r\nthree\r\n");
    super::lesson(&mut model).focus = Pane::Output;
    drawn(&mut model);
    type_line(&mut model, "/select");
    let (buffer, cursor, _) = draw(&model);
    insta::assert_snapshot!("selection_by_keyboard", picture(&buffer, cursor));
    // The mark begins at the last line that was printed.
    key(&mut model, KeyCode::Char('k'));
    key(&mut model, KeyCode::Right);
    key(&mut model, KeyCode::Char(' '));
    key(&mut model, KeyCode::Char('l'));
    assert_eq!(text(&model).as_deref(), Some("ンテ"));
    key(&mut model, KeyCode::Char('$'));
    assert_eq!(text(&model).as_deref(), Some("ンテナ間"));
    key(&mut model, KeyCode::Char('h'));
    assert_eq!(text(&model).as_deref(), Some("ンテナ"));
    key(&mut model, KeyCode::Up);
    key(&mut model, KeyCode::Home);
    assert_eq!(text(&model).as_deref(), Some("one two\nコン"));
    key(&mut model, KeyCode::Char('V'));
    assert_eq!(text(&model).as_deref(), Some("one two\nコンテナ間"));
    assert_eq!(key(&mut model, KeyCode::Char('y')), [Effect::CopySelection]);
    assert!(text(&model).is_some(), "it is still there to be read by the effect");
    // Keys are the prompt's again.
    key(&mut model, KeyCode::Char('y'));
    assert_eq!((text(&model), model.prompt.text.as_str()), (None, "y"));
}

#[test]
fn without_a_beginning_the_line_is_copied() {
    let mut model = showing(NARROW, "one two\r\n");
    super::lesson(&mut model).focus = Pane::Output;
    drawn(&mut model);
    type_line(&mut model, "/select");
    assert_eq!(key(&mut model, KeyCode::Enter), [Effect::CopySelection]);
    assert_eq!(text(&model).as_deref(), Some("one two"));
}

#[test]
fn esc_leaves_and_the_output_follows_again() {
    let many = "line\r\n".repeat(100);
    let mut model = showing(NARROW, &many);
    super::lesson(&mut model).focus = Pane::Output;
    drawn(&mut model);
    type_line(&mut model, "/select");
    key(&mut model, KeyCode::Char('g'));
    assert_eq!(super::lesson(&mut model).scroll.get(&Pane::Output), Some(&0));
    // What is printed meanwhile moves nothing.
    model.output.feed(b"more\r\n");
    drawn(&mut model);
    assert_eq!(super::lesson(&mut model).scroll.get(&Pane::Output), Some(&0));
    key(&mut model, KeyCode::Esc);
    assert_eq!(super::lesson(&mut model).scroll.get(&Pane::Output), None);
    assert!(model.selection.is_none() && model.overlay.is_none());
}

#[test]
fn keys_for_a_container_do_not_go_there_while_marking() {
    let mut model = attached(&langs()[0], NARROW);
    drawn(&mut model);
    update(&mut model, Msg::Key(KeyEvent::new(KeyCode::Char(']'), KeyModifiers::CONTROL)));
    drawn(&mut model);
    type_line(&mut model, "/select");
    let (buffer, cursor, _) = draw(&model);
    insta::assert_snapshot!("selection_while_running", picture(&buffer, cursor));
    assert_eq!(key(&mut model, KeyCode::Char('k')), []);
    // Ctrl-] goes straight back into the container.
    update(&mut model, Msg::Key(KeyEvent::new(KeyCode::Char(']'), KeyModifiers::CONTROL)));
    assert!(model.selection.is_none() && model.running.as_ref().unwrap().attached);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is dragged over: what is marked is a part of what the terminal holds, and nothing is halved.
    #[test]
    fn any_drag_marks_a_part_of_what_was_printed(
        lines in proptest::collection::vec("[a-z あ-ん漢字ｶﾞ]{0,120}", 1..30),
        from in (0u16..200, 0u16..60),
        to in (0u16..200, 0u16..60),
        clicks in 1u8..4,
    ) {
        let mut model = showing(NARROW, &lines.join("\r\n"));
        drawn(&mut model);
        let kind = MouseEventKind::Down(MouseButton::Left);
        mouse(&mut model, kind, from.0, from.1);
        if clicks > 1 {
            update(&mut model, Msg::ClickedAgain(clicks));
        }
        mouse(&mut model, MouseEventKind::Drag(MouseButton::Left), to.0, to.1);
        if let Some(selection) = model.selection.filter(|selection| selection.pane == Pane::Output)
            && let Some(marked) = text(&model)
        {
            let all = model.output.logical_lines();
            for line in marked.lines() {
                prop_assert!(all.iter().any(|whole| whole.contains(line)), "{line:?} of {selection:?}");
            }
        }
    }
}
