//! Where everything is on the screen. One place, so that what is drawn, what is clicked and what
//! the emulated terminal believes about its size cannot differ.

use ratatui::layout::{Margin, Rect};

use super::find::takes_keys;
use super::offer::ghost;
use super::sight::has_keys;
use super::teach::projects;
use super::{Model, Pane, Screen, prompt};
use crate::text;

/// The smallest terminal that holds a lesson: columns, rows.
pub const SMALLEST: (u16, u16) = (60, 16);

/// From this many columns on, the panes stand beside the lesson instead of below it.
pub const WIDE: u16 = 110;

/// The most columns of the lesson beside the other panes: its text needs no more, and they do.
pub const LESSON: u16 = 104;
/// Rows that a pane keeps, its title included, however much is said below it.
const PANE: u16 = 3;
/// From this many rows on, a lesson's text leaves room for notes.
const HIGH: u16 = 20;

/// The parts of the screen. A part that is not shown has no area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Areas {
    /// The first row.
    pub header: Rect,
    /// The list of lessons, on the start screen.
    pub list: Option<Rect>,
    /// The lesson, its title row included.
    pub lesson: Option<Rect>,
    /// The network, its title row included.
    pub network: Option<Rect>,
    /// The output, its title row included.
    pub output: Option<Rect>,
    /// The check, its title row included.
    pub check: Option<Rect>,
    /// The instructor's notes, their title row included.
    pub notes: Option<Rect>,
    /// The column between the lesson and the other panes, on a wide screen.
    pub divider: Option<Rect>,
    /// The row above the prompt; several where what is said there needs them.
    pub verdict: Rect,
    /// The last rows: one, and more where what is typed needs them.
    pub prompt: Rect,
    /// Whether the panes stand beside the lesson: if not, the lower pane's title row has the tabs.
    pub wide: bool,
    /// Whether it is laid out for a projector: no frames, and air around the one pane that is shown.
    pub projector: bool,
}

impl Areas {
    /// Where a pane is, its title row included.
    pub fn pane(&self, pane: Pane) -> Option<Rect> {
        match pane {
            Pane::Lesson => self.lesson,
            Pane::Network => self.network,
            Pane::Output => self.output,
            Pane::Check => self.check,
        }
    }

    /// The pane at a column and a row.
    pub fn at(&self, column: u16, row: u16) -> Option<Pane> {
        Pane::ALL.into_iter().find(|&pane| {
            self.pane(pane).is_some_and(|area| area.contains(ratatui::layout::Position::new(column, row)))
        })
    }
}

/// The parts of the built-in editor's screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EditorAreas {
    /// The first row: what is edited.
    pub title: Rect,
    /// Line numbers and text; what is said, and what the keys do, takes the two rows below.
    pub text: Rect,
}

/// Where the built-in editor's parts are on a terminal of that size.
pub fn editor((width, height): (u16, u16)) -> EditorAreas {
    EditorAreas {
        title: Rect { x: 0, y: 0, width, height: height.min(1) },
        text: Rect { x: 0, y: 1, width, height: height.saturating_sub(3) },
    }
}

/// A pane's area for its content: without the title row, and without one column of air on either side.
pub fn inner(pane: Rect) -> Rect {
    Rect {
        x: pane.x.saturating_add(1),
        y: pane.y.saturating_add(1),
        width: pane.width.saturating_sub(2),
        height: pane.height.saturating_sub(1),
    }
}

/// Where everything is, as it was drawn last; none on a terminal smaller than [`SMALLEST`].
pub fn areas(model: &Model) -> Option<Areas> {
    areas_below(model, model.measured.verdict)
}

/// Where everything is with so many rows for the verdict line: as many as it has to say, in the language shown.
pub fn areas_below(model: &Model, verdict: u16) -> Option<Areas> {
    let shown = match &model.screen {
        Screen::Start(start) => Shown::Start { output: start.output },
        Screen::Lesson(lesson) => {
            let zoomed = (lesson.zoomed || projects(model)).then_some(lesson.focus);
            Shown::Lesson { tab: lesson.tab, zoomed }
        }
    };
    let mut areas = place(model.size, Foot { verdict, prompt: prompt_rows(model) }, shown)?;
    if projects(model) {
        make_air(&mut areas);
    } else if model.teach.is_some() {
        make_room_for_notes(&mut areas);
    }
    Some(areas)
}

/// Columns of the sign in front of the prompt's text.
pub const SIGN: u16 = 2;

/// The columns of the prompt's rows, without the sign in front.
pub fn prompt_cols(model: &Model) -> usize {
    usize::from(model.size.0.saturating_sub(SIGN)).max(2)
}

/// The rows that the prompt takes. It grows with what stands there, up to a quarter of the screen.
fn prompt_rows(model: &Model) -> u16 {
    let speaks = model.running.as_ref().is_some_and(|running| running.attached)
        || model.selection.is_some_and(|selection| selection.is_by_keyboard())
        || has_keys(model);
    if speaks {
        return 1;
    }
    // What is searched for, and what keys do, stands above what was found or is offered.
    let label = usize::from(model.prompt.search.is_some() || takes_keys(model));
    let text = format!("{}{}", model.prompt.text, ghost(model).unwrap_or_default());
    let rows = if text.is_empty() { 1 } else { prompt::rows(&text, prompt_cols(model)).len() + label };
    u16::try_from(rows).unwrap_or(u16::MAX).min(model.size.1 / 4).max(1)
}

/// Air around the one pane that is shown: two columns on either side, a row above and below.
fn make_air(areas: &mut Areas) {
    areas.projector = true;
    for area in [&mut areas.lesson, &mut areas.network, &mut areas.output, &mut areas.check] {
        *area = area.map(|area| area.inner(Margin::new(2, 1)));
    }
}

/// The notes take the lower part of the lesson's or the list's area, where it is high enough for both.
fn make_room_for_notes(areas: &mut Areas) {
    let Some(above) = areas.lesson.as_mut().or(areas.list.as_mut()) else { return };
    if above.height >= HIGH {
        let (rest, notes) = split_rows(*above, above.height - above.height / 4);
        *above = rest;
        areas.notes = Some(notes);
    }
}

/// The emulated terminal's size: that of the output pane as it is, or would be if it were the tab; without panes, of the
/// terminal itself.
pub fn output_size(model: &Model) -> text::Size {
    if model.front.is_lines() {
        return text::Size { cols: model.size.0.max(2), rows: model.size.1.max(1) };
    }
    let shown = match &model.screen {
        Screen::Start(_) => Shown::Start { output: true },
        Screen::Lesson(lesson) => {
            let alone = projects(model) || lesson.zoomed && lesson.focus == Pane::Output;
            let zoomed = alone.then_some(Pane::Output);
            Shown::Lesson { tab: Pane::Output, zoomed }
        }
    };
    let size = (model.size.0.max(SMALLEST.0), model.size.1.max(SMALLEST.1));
    let mut areas = place(size, Foot::default(), shown).unwrap_or_default();
    if projects(model) {
        make_air(&mut areas);
    }
    let area = areas.output.map(inner).unwrap_or_default();
    text::Size { cols: area.width.max(2), rows: area.height.max(1) }
}

/// What the body has to hold.
#[derive(Debug, Clone, Copy)]
enum Shown {
    /// The lessons, and the output below them once something has been run there.
    Start { output: bool },
    /// A lesson.
    Lesson { tab: Pane, zoomed: Option<Pane> },
}

/// The rows below the body that are asked for.
#[derive(Debug, Clone, Copy, Default)]
struct Foot {
    /// Of the verdict line; it gets one, and more only as far as each pane keeps [`PANE`].
    verdict: u16,
    /// Of the prompt; at least one.
    prompt: u16,
}

fn place((width, height): (u16, u16), foot: Foot, shown: Shown) -> Option<Areas> {
    if width < SMALLEST.0 || height < SMALLEST.1 {
        return None;
    }
    let prompt = foot.prompt.max(1);
    let room = height - 1 - prompt;
    let wide = width >= WIDE;
    let panes = if wide { 3 } else { 2 };
    let verdict = foot.verdict.min(room.saturating_sub(panes * PANE)).max(1);
    let rows = |y, height| Rect { x: 0, y, width, height };
    let body = rows(1, room - verdict);
    let mut areas = Areas {
        header: rows(0, 1),
        verdict: rows(body.bottom(), verdict),
        prompt: rows(body.bottom() + verdict, prompt),
        wide,
        ..Areas::default()
    };
    match shown {
        Shown::Start { output: false } => areas.list = Some(body),
        Shown::Start { output: true } => {
            let (list, output) = split_rows(body, body.height / 2);
            areas.list = Some(list);
            areas.output = Some(output);
        }
        Shown::Lesson { zoomed: Some(pane), .. } => set(&mut areas, pane, body),
        Shown::Lesson { tab, zoomed: None } if !areas.wide => {
            let (lesson, below) = split_rows(body, body.height.div_ceil(2));
            areas.lesson = Some(lesson);
            set(&mut areas, tab, below);
        }
        Shown::Lesson { zoomed: None, .. } => beside(&mut areas, body),
    }
    Some(areas)
}

/// The lesson on the left; network, output and check over one another on the right.
fn beside(areas: &mut Areas, body: Rect) {
    let left = (body.width / 2).min(LESSON);
    areas.lesson = Some(Rect { width: left, ..body });
    areas.divider = Some(Rect { x: left, width: 1, ..body });
    let right = Rect { x: left + 1, width: body.width - left - 1, ..body };
    let (network, rest) = split_rows(right, right.height * 3 / 8);
    let (output, check) = split_rows(rest, rest.height * 4 / 7);
    areas.network = Some(network);
    areas.output = Some(output);
    areas.check = Some(check);
}

fn split_rows(area: Rect, upper: u16) -> (Rect, Rect) {
    let upper = upper.min(area.height);
    (Rect { height: upper, ..area }, Rect { y: area.y + upper, height: area.height - upper, ..area })
}

fn set(areas: &mut Areas, pane: Pane, area: Rect) {
    match pane {
        Pane::Lesson => areas.lesson = Some(area),
        Pane::Network => areas.network = Some(area),
        Pane::Output => areas.output = Some(area),
        Pane::Check => areas.check = Some(area),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown() -> impl Strategy<Value = Shown> {
        let pane = prop::sample::select(Pane::ALL.to_vec());
        let tab = prop::sample::select(vec![Pane::Network, Pane::Output, Pane::Check]);
        prop_oneof![
            any::<bool>().prop_map(|output| Shown::Start { output }),
            (tab, prop::option::of(pane)).prop_map(|(tab, zoomed)| Shown::Lesson { tab, zoomed }),
        ]
    }

    fn parts(areas: &Areas) -> Vec<Rect> {
        [Some(areas.header), Some(areas.verdict), Some(areas.prompt), areas.list, areas.divider]
            .into_iter()
            .chain(Pane::ALL.map(|pane| areas.pane(pane)))
            .flatten()
            .collect()
    }

    proptest! {
        /// The parts cover the screen exactly: no cell twice, none left over, none outside.
        #[test]
        fn parts_cover_the_screen(width in 0u16..400, height in 0u16..200, prompt in 1u16..5, verdict in 0u16..40, shown in shown()) {
            let Some(areas) = place((width, height), Foot { verdict, prompt }, shown) else {
                prop_assert!(width < SMALLEST.0 || height < SMALLEST.1);
                return Ok(());
            };
            let parts = parts(&areas);
            let screen = Rect::new(0, 0, width, height);
            let cells: u32 = parts.iter().map(|part| u32::from(part.width) * u32::from(part.height)).sum();
            prop_assert_eq!(cells, u32::from(width) * u32::from(height));
            for (index, part) in parts.iter().enumerate() {
                prop_assert_eq!(part.intersection(screen), *part);
                prop_assert!(part.width > 0 && part.height > 0);
                for other in &parts[index + 1..] {
                    prop_assert!(part.intersection(*other).is_empty());
                }
            }
        }

        /// Every pane that is shown has room for its title and at least two rows of content.
        #[test]
        fn panes_have_room(width in SMALLEST.0..400, height in SMALLEST.1..200, prompt in 1u16..5, verdict in 0u16..40, shown in shown()) {
            let areas = place((width, height), Foot { verdict, prompt }, shown).unwrap();
            for area in Pane::ALL.into_iter().filter_map(|pane| areas.pane(pane)) {
                prop_assert!(inner(area).height >= 2 && inner(area).width >= 20, "{area:?}");
            }
        }
    }

    #[test]
    fn a_narrow_screen_has_the_lesson_above_one_pane() {
        let areas =
            place((80, 24), Foot::default(), Shown::Lesson { tab: Pane::Output, zoomed: None }).unwrap();
        assert_eq!(areas.lesson, Some(Rect::new(0, 1, 80, 11)));
        assert_eq!(areas.output, Some(Rect::new(0, 12, 80, 10)));
        assert_eq!((areas.network, areas.check, areas.wide), (None, None, false));
        assert_eq!(areas.at(5, 12), Some(Pane::Output));
        assert_eq!(areas.at(5, 0), None);
    }

    #[test]
    fn a_wide_screen_has_all_four() {
        let areas =
            place((160, 45), Foot::default(), Shown::Lesson { tab: Pane::Network, zoomed: None }).unwrap();
        assert_eq!(areas.lesson, Some(Rect::new(0, 1, 80, 42)));
        assert_eq!(areas.network, Some(Rect::new(81, 1, 79, 15)));
        assert_eq!(areas.output, Some(Rect::new(81, 16, 79, 15)));
        assert_eq!(areas.check, Some(Rect::new(81, 31, 79, 12)));
    }

    #[test]
    fn a_small_screen_has_nothing() {
        assert_eq!(place((59, 24), Foot::default(), Shown::Start { output: false }), None);
        assert_eq!(place((80, 15), Foot::default(), Shown::Start { output: false }), None);
    }
}
