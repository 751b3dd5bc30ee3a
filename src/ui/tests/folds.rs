//! What is folded, left out and marked in the network pane, by mouse and by key.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::network::{crowded, english, texts, two_linked};
use super::stage::{draw, langs, look};
use super::{LARGE, NARROW, SMALL, WIDE};
use crate::app::sight::{Block, Depth};
use crate::app::{Model, Msg, Pane, Screen, layout, update};
use crate::text::width;

fn press(model: &mut Model, code: KeyCode) {
    update(model, Msg::Key(KeyEvent::from(code)));
    measure(model);
}

fn line(model: &mut Model, line: &str) {
    model.prompt.set(line);
    press(model, KeyCode::Enter);
}

fn measure(model: &mut Model) {
    let (_, _, measured) = draw(model);
    update(model, Msg::Measured(measured));
}

fn depth(model: &Model, block: &Block) -> Depth {
    let Screen::Lesson(lesson) = &model.screen else { panic!("no lesson is open") };
    lesson.sight.depth(block)
}

fn bridge(model: &Model) -> Block {
    let snapshot = model.snapshot.as_ref().expect("an engine");
    let network = snapshot.networks.values().find(|network| network.default_bridge).expect("a bridge");
    Block::Network(network.id.clone())
}

/// Clicks on a row of the network pane's content.
fn click(model: &mut Model, row: usize) {
    let area = layout::areas(model).unwrap().network.expect("the network pane is shown");
    let first = model.measured.panes[&Pane::Network].first;
    let y = layout::inner(area).y + u16::try_from(row - first).unwrap();
    for kind in [MouseEventKind::Down(MouseButton::Left), MouseEventKind::Up(MouseButton::Left)] {
        let at = MouseEvent { kind, column: area.x + 9, row: y, modifiers: KeyModifiers::NONE };
        update(model, Msg::Mouse(at));
    }
    measure(model);
}

#[test]
fn a_click_on_a_heading_folds_and_unfolds() {
    for size in [NARROW, WIDE, LARGE] {
        let mut model = crowded(&english(), size);
        measure(&mut model);
        let bridge = bridge(&model);
        let row = *model.measured.folds.iter().find(|(_, fold)| fold.block == bridge).unwrap().0;
        for wanted in [Depth::Whole, Depth::Closed, Depth::Usual] {
            click(&mut model, row);
            assert_eq!(depth(&model, &bridge), wanted, "{size:?}");
        }
        // A row that is no heading does nothing.
        click(&mut model, row + 1);
        assert_eq!(depth(&model, &bridge), Depth::Usual);
    }
}

#[test]
fn keys_reach_every_heading_and_fold_it() {
    for size in [SMALL, NARROW, LARGE] {
        let mut model = crowded(&english(), size);
        press(&mut model, KeyCode::F(5));
        let folds: Vec<Block> = {
            let mut blocks: Vec<Block> =
                model.measured.folds.values().map(|fold| fold.block.clone()).collect();
            blocks.dedup();
            blocks
        };
        assert!(folds.len() >= 3, "{folds:?}");
        for (index, block) in folds.iter().enumerate() {
            press(&mut model, KeyCode::Left);
            press(&mut model, KeyCode::Left);
            assert_eq!(depth(&model, block), Depth::Closed, "{size:?}");
            if index + 1 < folds.len() {
                press(&mut model, KeyCode::Down);
            }
        }
        assert!(model.prompt.text.is_empty(), "no key has typed");
        press(&mut model, KeyCode::Char('k'));
        press(&mut model, KeyCode::Char(' '));
        assert_eq!(depth(&model, &folds[folds.len() - 2]), Depth::Usual);
        press(&mut model, KeyCode::Esc);
        press(&mut model, KeyCode::Char('k'));
        assert_eq!(
            (model.prompt.text.as_str(), model.overlay.is_none()),
            ("k", true),
            "the prompt has the keys"
        );
    }
}

#[test]
fn the_heading_under_the_cursor_is_in_sight_and_marked() {
    let mut model = crowded(&english(), SMALL);
    press(&mut model, KeyCode::F(5));
    press(&mut model, KeyCode::Right);
    press(&mut model, KeyCode::Char('a'));
    for _ in 0..300 {
        press(&mut model, KeyCode::Down);
    }
    let (buffer, _, measured) = draw(&model);
    let measure = measured.panes[&Pane::Network];
    let last = *measured.folds.keys().max().unwrap();
    assert!((measure.first..measure.first + measure.shown).contains(&last), "{last} in {measure:?}");
    let area = layout::inner(layout::areas(&model).unwrap().network.unwrap());
    let y = area.y + u16::try_from(last - measure.first).unwrap();
    let selected = crate::ui::Theme::dark().selected;
    assert_eq!(buffer[(area.x + 8, y)].bg, selected.bg.unwrap(), "{last}");
    // Leaving the pane gives the keys back.
    press(&mut model, KeyCode::F(3));
    press(&mut model, KeyCode::Char('x'));
    assert_eq!(model.prompt.text, "x");
}

#[test]
fn a_word_leaves_what_has_it() {
    let mut model = crowded(&english(), LARGE);
    line(&mut model, "/network service-12");
    let rows = texts(&model, 100);
    let shown: Vec<&String> = rows.iter().filter(|row| row.contains('●') || row.contains('○')).collect();
    assert!(shown.len() >= 2 && shown.iter().all(|row| row.contains("service-1")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("containers are left out")), "{rows:#?}");
    assert!(!rows.iter().any(|row| row.contains("Who reaches whom")), "{rows:#?}");

    line(&mut model, "/network ALPINE_02 bridge");
    let rows = texts(&model, 100);
    assert_eq!(rows.iter().filter(|row| row.contains('●')).count(), 1, "{rows:#?}");

    line(&mut model, "/network nobody-is-called-so");
    let rows = texts(&model, 100);
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert!(rows[0].contains("/network"), "{rows:#?}");

    line(&mut model, "/network");
    assert_eq!(texts(&model, 100), texts(&crowded(&english(), LARGE), 100));
}

#[test]
fn the_lesson_alone_and_everything() {
    let mut model = crowded(&english(), LARGE);
    line(&mut model, "/network lesson");
    let rows = texts(&model, 100);
    assert!(!rows.iter().any(|row| row.contains("somebody-elses") || row.contains("tomcat")), "{rows:#?}");
    assert!(rows.iter().any(|row| row.contains("Who reaches whom")), "{rows:#?}");
    line(&mut model, "/network all");
    let rows = texts(&model, 100);
    assert_eq!(rows.iter().filter(|row| row.contains("somebody-elses")).count(), 199, "{rows:#?}");
    assert!(!rows.iter().any(|row| row.contains("left out")), "{rows:#?}");
}

#[test]
fn the_title_says_what_is_left_and_every_row_fits() {
    for lang in langs() {
        for asked in ["all", "lesson", "日本語 alpine_with_a_very_long_name", "alpine"] {
            for size in [SMALL, NARROW, LARGE] {
                let mut model = two_linked(&lang, size);
                line(&mut model, &format!("/network {asked}"));
                let cols = usize::from(layout::areas(&model).unwrap().network.unwrap().width);
                let title = super::super::panes::network::narrowed(&model, &look(&lang));
                assert!(title.is_some_and(|title| width(&title.text) + 22 <= cols), "{lang} {asked}");
                for row in texts(&model, cols - 2) {
                    assert!(width(&row) <= cols - 2, "{row}");
                }
            }
        }
    }
}
