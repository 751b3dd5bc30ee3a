//! Every screen and every overlay, in both languages, at sizes from the smallest to a wall.

use super::picture::picture;
use super::stage::{
    attached, begun, draw, failed, fresh, langs, lesson, lost, passed, pulling, ready, teaching,
};
use super::{editor, network, questions};
use crate::app::prompt::{Candidate, Completion};
use crate::app::{Bringing, Headway, List, Model, Notice, Overlay, Pane, Tone};
use crate::i18n::{Lang, phrase};
use crate::network::Connection;

const SIZES: [(u16, u16); 5] = [(60, 16), (80, 24), (110, 30), (160, 45), (250, 70)];

/// What is to be seen: a name, and the model in that state.
type Scene = (&'static str, fn(&Lang, (u16, u16)) -> Model);

/// The screens.
const SCREENS: [Scene; 25] = [
    ("start", |lang, size| {
        let mut model = ready(lang, size);
        model.progress.lessons.entry("talk".to_owned()).or_default().done.insert("talk".to_owned());
        std::sync::Arc::make_mut(&mut model.course).broken.push(("broken".to_owned(), Vec::new()));
        model
    }),
    ("start_connecting", fresh),
    ("start_no_engine", |lang, size| {
        let mut model = fresh(lang, size);
        let reason = phrase("engine-no-socket").with("endpoint", super::stage::engine().endpoint);
        model.connection = Connection::Absent { reason };
        model
    }),
    ("begun", begun),
    ("passed", passed),
    ("failed", failed),
    ("attached", attached),
    ("pulling", pulling),
    ("lost", lost),
    ("zoomed_lesson", |lang, size| zoomed(passed(lang, size), Pane::Lesson)),
    ("zoomed_network", |lang, size| zoomed(passed(lang, size), Pane::Network)),
    ("zoomed_output", |lang, size| zoomed(passed(lang, size), Pane::Output)),
    ("zoomed_check", |lang, size| zoomed(failed(lang, size), Pane::Check)),
    ("network_crowd", network::crowded),
    ("network_grid", network::two_networks),
    ("step_edit", |lang, size| at_step(begun(lang, size), 1)),
    ("step_reading", |lang, size| at_step(begun(lang, size), 2)),
    ("question", questions::asked),
    ("question_revealed", |lang, size| {
        let mut model = questions::asked(lang, size);
        questions::press(&mut model, "1");
        questions::answered(&mut model);
        model.notice = None;
        model
    }),
    ("challenge", |lang, size| {
        let mut model = questions::asked(lang, size);
        questions::press(&mut model, "/next\n");
        model
    }),
    ("bringing", |lang, size| {
        let mut model = begun(lang, size);
        let line = "docker run -d --name alpine_01 alpine".to_owned();
        let headway = Headway::Working { done: 2, count: 5, step: 0, line };
        lesson(&mut model).bringing =
            Some(Bringing { generation: 1, to: 0, headway: Some(headway), asked: true, stopping: false });
        model
    }),
    ("teach_start", |lang, size| teaching(ready(lang, size))),
    ("teach", |lang, size| teaching(passed(lang, size))),
    ("editor", |lang, size| editor::editing(lang, size, editor::TEXT, |_| {})),
    ("notice", |lang, size| {
        let mut model = begun(lang, size);
        model.notice = Some(Notice { tone: Tone::Warning, phrase: phrase("app-confirm-reset") });
        model
    }),
];

/// What lies over them.
const OVERLAYS: [Scene; 13] = [
    ("help", |lang, size| under(failed(lang, size), Overlay::Help { scroll: 0 })),
    ("palette", |lang, size| {
        under(failed(lang, size), Overlay::Palette { query: String::new(), selected: 1 })
    }),
    ("palette_search", |lang, size| {
        let query = if *lang == "ja" { "ヒント" } else { "hint" };
        under(failed(lang, size), Overlay::Palette { query: query.to_owned(), selected: 0 })
    }),
    ("why", |lang, size| under(failed(lang, size), Overlay::Why { scroll: 0 })),
    ("finished", |lang, size| {
        let mut model = ready(lang, size);
        let lessons = std::sync::Arc::clone(&model.course).lessons.clone();
        for lesson in &lessons {
            let kept = model.progress.lessons.entry(lesson.id.clone()).or_default();
            kept.done = lesson.steps.iter().map(|step| step.id.clone()).collect();
        }
        under(model, Overlay::Finished { scroll: 0 })
    }),
    ("themes", |lang, size| under(begun(lang, size), Overlay::List { of: List::Themes, selected: 2 })),
    ("steps", |lang, size| over(questions::asked(lang, size), "/goto\n")),
    ("links", |lang, size| over(questions::asked(lang, size), "/links\n")),
    ("words", |lang, size| over(questions::asked(lang, size), "/word\n")),
    ("word", |lang, size| over(questions::asked(lang, size), "/word bridge\n")),
    ("notes", |lang, size| under(teaching(begun(lang, size)), Overlay::Notes { scroll: 0 })),
    ("jump", |lang, size| under(teaching(begun(lang, size)), Overlay::List { of: List::Jump, selected: 1 })),
    ("completion", |lang, size| {
        let mut model = begun(lang, size);
        model.prompt.set("/h");
        let candidate = |text: &str, about| Candidate::of(text, phrase(about));
        model.prompt.completion = Some(Completion {
            range: 0..2,
            typed: "/h".to_owned(),
            candidates: vec![candidate("/hint", "app-command-hint"), candidate("/help", "app-command-help")],
            selected: Some(0),
        });
        model
    }),
];

fn zoomed(mut model: Model, pane: Pane) -> Model {
    let lesson = lesson(&mut model);
    (lesson.focus, lesson.zoomed) = (pane, true);
    if pane != Pane::Lesson {
        lesson.tab = pane;
    }
    model
}

fn at_step(mut model: Model, step: usize) -> Model {
    let lesson = lesson(&mut model);
    (lesson.step, lesson.tasks) = (step, Vec::new());
    model
}

fn under(mut model: Model, overlay: Overlay) -> Model {
    model.overlay = Some(overlay);
    model
}

fn over(mut model: Model, keys: &str) -> Model {
    questions::press(&mut model, keys);
    model
}

/// One snapshot for each scene and language holds all sizes, so that it is looked through in one go.
fn sweep(scenes: &[Scene]) {
    for (name, scene) in scenes {
        for lang in langs() {
            let sizes = SIZES.map(|size| {
                let (buffer, cursor, _) = draw(&scene(&lang, size));
                assert_eq!((buffer.area.width, buffer.area.height), size);
                format!("══ {}×{}\n{}", size.0, size.1, picture(&buffer, cursor))
            });
            insta::assert_snapshot!(format!("{name}_{lang}"), sizes.concat());
        }
    }
}

#[test]
fn screens() {
    sweep(&SCREENS);
}

#[test]
fn overlays() {
    sweep(&OVERLAYS);
}
