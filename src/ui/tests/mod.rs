//! Views, drawn and read back.

mod picture;
mod properties;
mod stage;

use crate::app::{Notice, Overlay, Pane, Tone};
use crate::i18n::{Lang, phrase};
use crate::network::Connection;
use crate::ui::{Frames, Look, Theme};
use picture::picture;
use stage::{attached, begun, draw, draw_with, failed, fresh, langs, lesson, lost, passed, pulling, ready};

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
fn start_screen() {
    snapshot("start_connecting", NARROW, |lang| fresh(lang, NARROW));
    for size in [SMALL, NARROW, LARGE] {
        snapshot("start", size, |lang| {
            let mut model = ready(lang, size);
            let progress = model.progress.lessons.entry("talk".to_owned()).or_default();
            progress.done.insert("talk".to_owned());
            let course = std::sync::Arc::make_mut(&mut model.course);
            course.broken.push(("broken".to_owned(), Vec::new()));
            model
        });
    }
    snapshot("start_no_engine", NARROW, |lang| {
        let mut model = fresh(lang, NARROW);
        let reason = phrase("engine-no-socket").with("endpoint", stage::engine().endpoint);
        model.connection = Connection::Absent { reason };
        model
    });
}

#[test]
fn lesson_screen() {
    for size in [SMALL, NARROW, WIDE, LARGE] {
        snapshot("begun", size, |lang| begun(lang, size));
        snapshot("failed", size, |lang| failed(lang, size));
    }
    for size in [NARROW, LARGE] {
        snapshot("passed", size, |lang| passed(lang, size));
        snapshot("attached", size, |lang| attached(lang, size));
    }
    snapshot("pulling", NARROW, |lang| pulling(lang, NARROW));
    snapshot("lost", LARGE, |lang| lost(lang, LARGE));
}

#[test]
fn one_pane_on_the_whole_screen() {
    for pane in Pane::ALL {
        let name = format!("zoomed_{pane:?}").to_lowercase();
        snapshot(&name, NARROW, |lang| {
            let mut model = passed(lang, NARROW);
            let lesson = lesson(&mut model);
            (lesson.focus, lesson.zoomed) = (pane, true);
            model
        });
    }
}

#[test]
fn steps_of_other_kinds() {
    for (step, name) in [(1, "edit"), (2, "reading")] {
        snapshot(name, NARROW, |lang| {
            let mut model = begun(lang, NARROW);
            let lesson = lesson(&mut model);
            (lesson.step, lesson.tasks) = (step, Vec::new());
            model
        });
    }
}

#[test]
fn overlays() {
    for size in [SMALL, NARROW] {
        for (name, overlay) in [
            ("help", Overlay::Help { scroll: 0 }),
            ("palette", Overlay::Palette { query: String::new(), selected: 1 }),
            ("why", Overlay::Why { scroll: 0 }),
        ] {
            snapshot(name, size, |lang| {
                let mut model = failed(lang, size);
                model.overlay = Some(overlay.clone());
                model
            });
        }
    }
    snapshot("palette_search", NARROW, |lang| {
        let mut model = failed(lang, NARROW);
        let query = if *lang == "ja" { "ヒント" } else { "hint" };
        model.overlay = Some(Overlay::Palette { query: query.to_owned(), selected: 0 });
        model
    });
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
    snapshot("completion", NARROW, |lang| {
        let mut model = begun(lang, NARROW);
        model.prompt.set("/h");
        let about = |key| Some(phrase(key));
        let candidate = |text: &str, about| crate::app::prompt::Candidate { text: text.to_owned(), about };
        model.prompt.completion = Some(crate::app::prompt::Completion {
            range: 0..2,
            candidates: vec![
                candidate("/hint", about("app-command-hint")),
                candidate("/help", about("app-command-help")),
            ],
            selected: Some(0),
        });
        model
    });
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
