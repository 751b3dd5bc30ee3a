//! The first row: where the learner is, which engine answers, in which language.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::row::{Row, Run, cut};
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

/// Draws the header. What there is no room for goes in this order: the clock, the bar, the title.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, model: &Model, look: &Look, measured: &mut Measured) {
    let theme = &look.theme;
    let cols = usize::from(area.width);
    let engine = engine(model, look);
    let language = Span::new(format!(" {} ", look.word("ui-language")), Style::new());
    let clock = Span::new(format!(" {} ", model.clock), theme.dim);
    let recording =
        model.recording.iter().map(|_| Span::new(format!(" ● {} ", look.word("ui-recording")), theme.bad));
    let mut right: Vec<Run> = recording.chain([engine, language.clone()]).collect();
    if !model.clock.is_empty() && cols >= ROOMY {
        right.push(clock);
    }
    if projects(model) && model.connection.is_ready() {
        // The room need not know what answers, as long as it does.
        right.clear();
    }
    let right_cols = Row::from(right.clone()).width();
    let mut left = vec![Span::new(" netdojo ", theme.brand)];
    let room = cols.saturating_sub(right_cols + 1 + Row::from(left.clone()).width());
    left.extend(place(model, look, room));
    let left = cut(left, cols.saturating_sub(right_cols + 1));
    let gap = cols.saturating_sub(Row::from(left.clone()).width() + right_cols);
    measured.buttons.extend(buttons(area, model, &left, &right, &language));
    let mut runs = left;
    runs.push(Span::new(" ".repeat(gap), Style::new()));
    runs.extend(right);
    paint::row(buffer, area, &Row { runs, fill: Some(theme.bar), ..Row::default() });
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

/// The lesson and the step, and a bar where it takes nothing of the title's `room`.
fn place(model: &Model, look: &Look, room: usize) -> Vec<Run> {
    let theme = &look.theme;
    let Screen::Lesson(at) = &model.screen else {
        return vec![Span::new(format!(" {}", look.word("ui-lessons")), theme.strong)];
    };
    let Some(lesson) = model.course.lessons.get(at.lesson) else { return Vec::new() };
    let title = lesson.prose_in(&model.lang).map_or(lesson.id.as_str(), |prose| prose.title.as_str());
    let step = phrase("ui-step").with("number", at.step + 1).with("count", lesson.steps.len());
    let mut runs = vec![
        Span::new(format!(" {}", look.say(&step)), Style::new()),
        Span::new(format!("  {}", sanitize(title)), theme.strong),
    ];
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

/// The engine and how we stand with it, told by a sign and a word.
fn engine(model: &Model, look: &Look) -> Run {
    let theme = &look.theme;
    let (sign, style, text) = match &model.connection {
        Connection::Connecting => ("○", theme.dim, look.word("ui-engine-connecting")),
        Connection::Ready(info) => ("●", theme.good, name(info)),
        Connection::Lost { info, .. } => {
            ("✗", theme.bad, look.say(&phrase("ui-engine-lost").with("engine", name(info))))
        }
        Connection::Absent { .. } => ("✗", theme.bad, look.word("ui-engine-absent")),
    };
    Span::new(format!("{sign} {text} "), style)
}

/// An engine's product and version.
pub(super) fn name(info: &EngineInfo) -> String {
    let product = match info.product {
        Product::Docker => "Docker",
        Product::Podman => "Podman",
    };
    format!("{product} {}", sanitize(&info.version))
}
