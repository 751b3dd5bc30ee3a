//! Views, drawn and read back.

mod buttons;
mod check;
mod editor;
mod find;
mod folds;
mod messages;
mod network;
mod picture;
mod plain;
mod properties;
mod questions;
mod reading;
mod selection;
mod stage;
mod sweep;
mod teach;
mod whole;

use crate::app::{Notice, Pane, Tone};
use crate::i18n::{Lang, phrase};
use crate::ui::{Frames, Look, Theme};
use picture::picture;
use stage::{begun, draw, draw_with, failed, fresh, langs, lesson, passed};

const SMALL: (u16, u16) = (60, 16);
const NARROW: (u16, u16) = (80, 24);
const WIDE: (u16, u16) = (110, 30);
const LARGE: (u16, u16) = (160, 45);

/// Holds the picture of a model against its snapshot, in both languages.
fn snapshot(name: &str, size: (u16, u16), model: impl Fn(&Lang) -> crate::app::Model) {
    for lang in langs() {
        let (buffer, cursor, _) = draw(&model(&lang));
        insta::assert_snapshot!(format!("{name}_{}x{}_{lang}", size.0, size.1), picture(&buffer, cursor));
    }
}

#[test]
fn what_has_passed_stands_while_it_is_judged_again() {
    let last_rows = |model: &crate::app::Model| {
        let (buffer, _, _) = draw(model);
        let picture = picture(&buffer, None);
        picture.lines().filter(|line| line.contains("Enter: ")).map(str::to_owned).collect::<Vec<_>>()
    };
    let lang: Lang = "en".parse().expect("a language");
    let mut model = passed(&lang, NARROW);
    let before = last_rows(&model);
    assert!(before.iter().any(|row| row.contains("Passed")), "{before:?}");
    lesson(&mut model).judging = true;
    assert_eq!(last_rows(&model), before, "Enter leads on, and the verdict says so");
    lesson(&mut model).result.verdict = crate::check::Verdict::NotRun;
    let judged = last_rows(&model);
    assert!(!judged.iter().any(|row| row.contains("Passed")), "{judged:?}");
}

#[test]
fn prompt_and_verdict_line() {
    snapshot("long_notice", NARROW, |lang| {
        let mut model = begun(lang, NARROW);
        model.notice = Some(Notice { tone: Tone::Warning, phrase: phrase("app-confirm-reset") });
        model
    });
    snapshot("typing", NARROW, |lang| {
        let mut model = begun(lang, NARROW);
        model.prompt.set("docker run -it -d ");
        model
    });
    snapshot("long_line", NARROW, |lang| {
        let mut model = begun(lang, NARROW);
        model.prompt.set(&format!("docker exec alpine_01 echo {}", "長い行".repeat(20)));
        model
    });
    snapshot("long_line_from_its_middle", NARROW, |lang| {
        let mut model = begun(lang, NARROW);
        model.prompt.set(&format!("docker exec alpine_01 echo {}", "長い行".repeat(40)));
        (0..60).for_each(|_| model.prompt.left());
        model
    });
    snapshot("completion", NARROW, |lang| {
        let mut model = begun(lang, NARROW);
        model.prompt.set("/h");
        let candidate = |text: &str, about| crate::app::prompt::Candidate::of(text, phrase(about));
        model.prompt.completion = Some(crate::app::prompt::Completion {
            range: 0..2,
            typed: "/h".to_owned(),
            candidates: vec![candidate("/hint", "app-command-hint"), candidate("/help", "app-command-help")],
            selected: Some(0),
        });
        model
    });
}

/// What is typed and hidden leaves a sign at that end, and the cursor is always on its own character.
#[test]
fn a_long_line_takes_the_rows_that_it_needs() {
    let text: String =
        (0..60).map(|n| char::from(b'a' + n % 26)).chain("長い行".repeat(20).chars()).collect();
    for back in 0..=text.chars().count() {
        let mut model = begun(&langs()[0], NARROW);
        model.prompt.set(&text);
        (0..back).for_each(|_| model.prompt.left());
        let (buffer, cursor, _) = draw(&model);
        let (x, y) = cursor.unwrap();
        let under = text[model.prompt.cursor..].chars().next().map_or(" ".to_owned(), String::from);
        assert_eq!(buffer[(x, y)].symbol(), under, "{back} from the end");
        let prompt = crate::app::layout::areas(&model).unwrap().prompt;
        let shown = (prompt.y..prompt.bottom()).flat_map(|y| (2..NARROW.0).map(move |x| (x, y)));
        let shown: String = shown.map(|place| buffer[place].symbol()).collect();
        assert_eq!((prompt.height, shown.replace(' ', "")), (3, text.clone()), "{back} from the end");
    }
}

/// More rows than there is room for: the cursor's is in sight.
#[test]
fn of_many_rows_the_cursors_is_in_sight() {
    let mut model = begun(&langs()[0], SMALL);
    model.prompt.set(&(0..9).map(|row| row.to_string()).collect::<Vec<_>>().join("\n"));
    for row in (0..9).rev() {
        let (buffer, cursor, _) = draw(&model);
        let (x, y) = cursor.unwrap();
        assert_eq!(buffer[(x - 1, y)].symbol(), row.to_string());
        model.prompt.row_up(40);
    }
}

/// A hint that has just been asked for is in sight, wherever in the text it stands.
#[test]
fn a_new_hint_is_in_sight() {
    let course = std::sync::Arc::new(crate::lesson::load());
    let mut hints = 0;
    for size in [SMALL, NARROW, WIDE] {
        for step in 0..course.lessons[0].steps.len() {
            let mut model = begun(&langs()[0], size);
            model.course = std::sync::Arc::clone(&course);
            lesson(&mut model).step = step;
            loop {
                let before = lesson(&mut model).hints;
                model.prompt.set("/hint");
                let enter = crossterm::event::KeyEvent::from(crossterm::event::KeyCode::Enter);
                crate::app::update(&mut model, crate::app::Msg::Key(enter));
                if lesson(&mut model).hints == before {
                    break;
                }
                hints += 1;
                let (_, _, measured) = draw(&model);
                let measure = measured.panes[&Pane::Lesson];
                let area = crate::app::layout::areas(&model).unwrap().lesson.unwrap();
                let cols = usize::from(crate::app::layout::inner(area).width);
                let look = stage::look(&model.lang);
                let crate::app::Screen::Lesson(lesson) = &model.screen else { panic!("no lesson is open") };
                let rows = crate::ui::panes::lesson::content(&model, lesson, &look, cols);
                let at = |row: Option<usize>| row.unwrap_or_else(|| panic!("no hint in step {step}"));
                let begin = at(rows.iter().position(|row| row.hint));
                let end = at(rows.iter().rposition(|row| row.hint));
                let shown = measure.first..measure.first + measure.shown;
                assert!(shown.contains(&begin), "{size:?}, step {step}: {begin} in {shown:?}");
                assert!(shown.contains(&end) || end - begin >= measure.shown, "{size:?}, step {step}");
            }
        }
    }
    assert!(hints > 10);
}

#[test]
fn a_screen_that_is_too_small_says_what_it_needs() {
    snapshot("too_small", (40, 10), |lang| fresh(lang, (40, 10)));
}

#[test]
fn without_colours_and_without_unicode_nothing_is_lost() {
    let model = failed(&langs()[0], NARROW);
    let plain = Look::new(&model.lang, Theme::plain(), Frames::Ascii);
    let (buffer, cursor, _) = draw_with(&model, &plain);
    insta::assert_snapshot!("plain_80x24_ja", picture(&buffer, cursor));
    let symbols: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    assert!(!symbols.contains(['─', '│', '▶', '✓', '✗', '…']), "{symbols}");
    let colors = buffer.content.iter().flat_map(|cell| [cell.fg, cell.bg]);
    assert!(colors.into_iter().all(|color| color == ratatui::style::Color::Reset));
}
