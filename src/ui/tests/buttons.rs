//! What is written on the screen to be clicked does what it says.

use std::sync::Arc;

use crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Rect;

use super::stage::{attached, begun, draw, langs, passed, ready};
use super::{LARGE, NARROW, SMALL, WIDE};
use crate::app::button::Press;
use crate::app::commands::Action;
use crate::app::links::{Target, links};
use crate::app::{Effect, Model, Msg, Overlay, Pane, Screen, palette, update};

const SIZES: [(u16, u16); 4] = [SMALL, NARROW, WIDE, LARGE];

fn measure(model: &mut Model) {
    let (_, _, measured) = draw(model);
    update(model, Msg::Measured(measured));
}

/// Where the button with that press is; it is on the screen, and nothing else can be clicked there.
fn find(model: &mut Model, wanted: impl Fn(&Press) -> bool) -> Option<Rect> {
    measure(model);
    let screen = Rect::new(0, 0, model.size.0, model.size.1);
    let button = model.measured.buttons.iter().find(|button| wanted(&button.press))?;
    assert!(!button.area.is_empty() && screen.intersection(button.area) == button.area, "{button:?}");
    Some(button.area)
}

fn mouse(model: &mut Model, kind: MouseEventKind, (column, row): (u16, u16)) -> Vec<Effect> {
    update(model, Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
}

fn click(model: &mut Model, at: (u16, u16)) -> Vec<Effect> {
    let mut effects = mouse(model, MouseEventKind::Down(MouseButton::Left), at);
    effects.extend(mouse(model, MouseEventKind::Up(MouseButton::Left), at));
    measure(model);
    effects
}

/// Clicks on the last column of a button.
fn click_on(model: &mut Model, wanted: impl Fn(&Press) -> bool) -> Vec<Effect> {
    let area = find(model, wanted).expect("it is drawn");
    click(model, (area.right() - 1, area.bottom() - 1))
}

fn is_key(press: &Press) -> bool {
    matches!(press, Press::Key(_))
}

#[test]
fn what_enter_does_is_done_by_a_click_on_it() {
    for size in SIZES {
        for lang in langs() {
            let mut model = begun(&lang, size);
            let effects = click_on(&mut model, is_key);
            assert!(effects.iter().any(|effect| matches!(effect, Effect::Run { .. })), "{size:?}");
            let mut model = passed(&lang, size);
            let step = |model: &Model| match &model.screen {
                Screen::Lesson(lesson) => lesson.step,
                Screen::Start(_) => panic!("no lesson is open"),
            };
            let before = step(&model);
            click_on(&mut model, is_key);
            assert_eq!(step(&model), before + 1);
        }
    }
}

#[test]
fn a_terminal_is_left_and_its_line_interrupted_by_clicks() {
    for size in SIZES {
        let mut model = attached(&langs()[0], size);
        click_on(&mut model, is_key);
        assert!(model.running.as_ref().is_some_and(|running| !running.attached));
        // An interrupt does not end a shell.
        click_on(&mut model, is_key);
        assert!(model.running.as_ref().is_some_and(|running| running.attached));
        click_on(&mut model, is_key);
        if let Some(running) = &mut model.running {
            running.interactive = false;
        }
        let effects = click_on(&mut model, is_key);
        assert!(effects.contains(&Effect::Interrupt));
    }
}

#[test]
fn a_lesson_is_selected_by_one_click_and_opened_by_another() {
    for size in SIZES {
        let mut model = ready(&langs()[1], size);
        let last = |press: &Press| matches!(press, Press::Entry(index) if *index > 0);
        let Some(area) = find(&mut model, last) else { continue };
        assert!(click(&mut model, area.as_position().into()).is_empty());
        assert!(matches!(&model.screen, Screen::Start(start) if start.selected > 0));
        // What has been selected may have moved others.
        let area = find(&mut model, last).expect("it is drawn");
        let effects = click(&mut model, area.as_position().into());
        assert!(effects.iter().any(|effect| matches!(effect, Effect::Open { .. })), "{size:?}");
    }
}

#[test]
fn a_tab_is_shown_when_its_name_is_clicked() {
    for size in [SMALL, NARROW] {
        let mut model = begun(&langs()[0], size);
        for pane in [Pane::Check, Pane::Network, Pane::Output] {
            click_on(&mut model, |press| *press == Press::Tab(pane));
            assert!(matches!(&model.screen, Screen::Lesson(lesson) if lesson.tab == pane), "{pane:?}");
        }
    }
}

#[test]
fn the_header_leads_to_steps_commands_and_the_other_language() {
    for size in SIZES {
        let mut model = begun(&langs()[0], size);
        let before = model.lang.clone();
        click_on(&mut model, |press| *press == Press::Command(Action::Lang));
        assert_ne!(model.lang, before);
        click_on(&mut model, |press| *press == Press::Command(Action::Goto));
        click_on(&mut model, |press| *press == Press::Entry(1));
        assert!(matches!(&model.screen, Screen::Lesson(lesson) if lesson.step == 1), "{size:?}");
        click_on(&mut model, |press| *press == Press::Palette);
        let first = palette::found(&model, "")[0].action;
        assert_eq!(first, Action::Next);
        click_on(&mut model, |press| *press == Press::Entry(0));
        assert!(
            model.overlay.is_none() && matches!(&model.screen, Screen::Lesson(lesson) if lesson.step == 2)
        );
        mouse(&mut model, MouseEventKind::Down(MouseButton::Right), (4, 4));
        assert!(matches!(model.overlay, Some(Overlay::Palette { .. })));
    }
}

#[test]
fn what_lies_over_the_screen_stays_until_its_edge_or_the_screen_is_clicked() {
    for size in SIZES {
        let mut model = begun(&langs()[0], size);
        for outside in [false, true] {
            model.overlay = Some(Overlay::Help { scroll: 0 });
            let sheet = find(&mut model, |press| *press == Press::Stay).expect("the sheet");
            click(&mut model, (sheet.x + 3, sheet.y + 2));
            assert!(model.overlay.is_some());
            if outside {
                click(&mut model, (0, 0));
            } else {
                click_on(&mut model, is_key);
            }
            assert!(model.overlay.is_none(), "{size:?}");
        }
    }
}

#[test]
fn links_are_followed_by_a_click_and_marked_by_a_drag() {
    let mut seen = 0;
    for size in SIZES {
        for lang in langs() {
            let mut model = begun(&lang, size);
            // The lesson as it is built in: it has links to words.
            let mut course = crate::lesson::load();
            course.lessons.retain(|lesson| lesson.id == "link");
            model.course = Arc::new(course);
            let all = links(&model, None);
            for (index, link) in all.iter().enumerate() {
                let Target::Word(wanted) = &link.target else { continue };
                let Some(area) = find(&mut model, |press| *press == Press::Link(index)) else { continue };
                mouse(&mut model, MouseEventKind::Down(MouseButton::Left), (area.x, area.y));
                mouse(&mut model, MouseEventKind::Drag(MouseButton::Left), (area.x + 1, area.y));
                mouse(&mut model, MouseEventKind::Up(MouseButton::Left), (area.x + 1, area.y));
                assert!(model.overlay.is_none(), "it was marked");
                model.selection = None;
                click(&mut model, (area.x, area.y));
                let shown =
                    matches!(&model.overlay, Some(Overlay::Word { id: Some(id), .. }) if id == wanted);
                assert!(shown, "{size:?} {link:?}");
                model.overlay = None;
                seen += 1;
            }
        }
    }
    assert!(seen > 0, "the lesson links to the glossary");
}
