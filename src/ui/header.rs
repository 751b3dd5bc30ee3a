//! The first row: where the learner is, which engine answers, in which language.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::row::{Row, Run};
use super::{Look, paint};
use crate::app::button::{Button, Press};
use crate::app::commands::Action;
use crate::app::teach::projects;
use crate::app::{Measured, Model, Screen};
use crate::i18n::phrase;
use crate::network::{Connection, EngineInfo, Product};
use crate::text::{Span, count_bar, sanitize, width};

/// Columns of a screen on which there is room for the time.
const ROOMY: usize = 100;

/// Columns of the bar for the lesson.
const BAR: usize = 8;

/// Draws the header. What there is no room for goes in this order: the clock, the bar, the engine's version, its name,
/// the title. Nothing is cut: half a title says less than none.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, model: &Model, look: &Look, measured: &mut Measured) {
    let theme = &look.theme;
    let cols = usize::from(area.width);
    let language = Span::new(format!(" {} ", look.word("ui-language")), Style::new());
    let brand = Span::new(" netdojo ", theme.brand);
    let left_beside = |right: &[Run], titled: bool| {
        let room = cols.saturating_sub(Row::from(right.to_vec()).width() + 1 + width(&brand.text));
        let place = place(model, look, room, titled);
        (Row::from(place.clone()).width() <= room).then(|| [vec![brand.clone()], place].concat())
    };
    let engines = engines(model, look);
    let rights: Vec<Vec<Run>> = engines.iter().map(|engine| right(model, look, engine, &language)).collect();
    let titled = rights.iter().find_map(|right| Some((left_beside(right, true)?, right.clone())));
    let untitled = || rights.iter().find_map(|right| Some((left_beside(right, false)?, right.clone())));
    // How we stand with the engine is worth more than where we are.
    let nameless = || (vec![brand.clone()], rights.last().cloned().unwrap_or_default());
    let (left, right) = titled.or_else(untitled).unwrap_or_else(nameless);
    let gap = cols.saturating_sub(Row::from(left.clone()).width() + Row::from(right.clone()).width());
    measured.buttons.extend(buttons(area, model, &left, &right, &language));
    let mut runs = left;
    runs.push(Span::new(" ".repeat(gap), Style::new()));
    runs.extend(right);
    paint::row(buffer, area, &Row { runs, fill: Some(theme.bar), ..Row::default() });
}

/// What stands at the right edge.
fn right(model: &Model, look: &Look, engine: &Run, language: &Run) -> Vec<Run> {
    if projects(model) && model.connection.is_ready() {
        // The room need not know what answers, as long as it does.
        return Vec::new();
    }
    let recording = model.recording.as_ref();
    let recording =
        recording.map(|_| Span::new(format!(" ● {} ", look.word("ui-recording")), look.theme.bad));
    let roomy = !model.clock.is_empty() && usize::from(model.size.0) >= ROOMY;
    let clock = roomy.then(|| Span::new(format!(" {} ", model.clock), look.theme.dim));
    recording.into_iter().chain([engine.clone(), language.clone()]).chain(clock).collect()
}

/// What can be clicked: the name leads to all commands, the step to all steps, the language to the other one.
fn buttons(area: Rect, model: &Model, left: &[Run], right: &[Run], language: &Run) -> Vec<Button> {
    let narrow = |cols: usize| u16::try_from(cols).unwrap_or(u16::MAX);
    let cols = |runs: &[Run]| Row::from(runs.to_vec()).width();
    let button = |x: usize, run: &Run, press| {
        let place = Rect { x: area.x.saturating_add(narrow(x)), width: narrow(width(&run.text)), ..area };
        Button { area: place.intersection(area), press }
    };
    let mut out = Vec::new();
    if let [brand, step, ..] = left {
        out.push(button(0, brand, Press::Palette));
        if matches!(model.screen, Screen::Lesson(_)) {
            out.push(button(width(&brand.text), step, Press::Command(Action::Goto)));
        }
    }
    if let Some(at) = right.iter().position(|run| run.text == language.text) {
        let x = usize::from(area.width).saturating_sub(cols(&right[at..]));
        out.push(button(x, language, Press::Command(Action::Lang)));
    }
    out
}

/// The lesson, where it is to be `titled`, and the step; and a bar where the `room` is enough.
fn place(model: &Model, look: &Look, room: usize, titled: bool) -> Vec<Run> {
    let theme = &look.theme;
    let Screen::Lesson(at) = &model.screen else {
        return vec![Span::new(format!(" {}", look.word("ui-lessons")), theme.strong)];
    };
    let Some(lesson) = model.course.lessons.get(at.lesson) else { return Vec::new() };
    let title = lesson.prose_in(&model.lang).map_or(lesson.id.as_str(), |prose| prose.title.as_str());
    let step = phrase("ui-step").with("number", at.step + 1).with("count", lesson.steps.len());
    let mut runs = vec![Span::new(format!(" {}", look.say(&step)), Style::new())];
    if titled {
        runs.push(Span::new(format!("  {}", sanitize(title)), theme.strong));
    }
    if Row::from(runs.clone()).width() + 1 + BAR <= room {
        let (done, all) = (model.progress.done(lesson), lesson.steps.len());
        runs.insert(
            1,
            Span::new(
                format!(" {}", count_bar(done, all, BAR)),
                theme.accent.remove_modifier(Modifier::REVERSED),
            ),
        );
    }
    runs
}

/// The engine and how we stand with it, told by a sign and a word; while all is well, shorter as well.
fn engines(model: &Model, look: &Look) -> Vec<Run> {
    let theme = &look.theme;
    let run = |sign: &str, text: &str, style| Span::new(format!("{sign} {text} "), style);
    match &model.connection {
        Connection::Connecting => vec![run("○", &look.word("ui-engine-connecting"), theme.dim)],
        Connection::Ready(info) => vec![
            run("●", &name(info), theme.good),
            run("●", product(info), theme.good),
            Span::new("● ", theme.good),
        ],
        Connection::Lost { info, .. } => [name(info), product(info).to_owned()]
            .map(|engine| look.say(&phrase("ui-engine-lost").with("engine", engine)))
            .map(|text| run("✗", &text, theme.bad))
            .into(),
        Connection::Absent { .. } => vec![run("✗", &look.word("ui-engine-absent"), theme.bad)],
    }
}

/// An engine's product and version.
pub(super) fn name(info: &EngineInfo) -> String {
    format!("{} {}", product(info), sanitize(&info.version))
}

fn product(info: &EngineInfo) -> &'static str {
    match info.product {
        Product::Docker => "Docker",
        Product::Podman => "Podman",
    }
}
