//! What must hold on every screen, whatever its size.

use proptest::prelude::*;
use ratatui::buffer::CellWidth;

use super::stage::{self, attached, begun, draw_with, failed, fresh, langs, passed, pulling, ready};
use crate::app::offer::Solution;
use crate::app::{LessonModel, Model, Overlay, Pane, Scheme, TaskState};
use crate::check::{StepResult, Verdict};
use crate::i18n::Lang;
use crate::lesson::{Block, Choice, Inline, Lesson, ListItem, Prose, StepProse, Style, Values};
use crate::text::grapheme::boundary;
use crate::text::{RowEnd, may_end_row, may_start_row, width};
use crate::ui::markdown::{self, Context};
use crate::ui::panes::lesson;
use crate::ui::row::Row;
use crate::ui::{Frames, Look};

fn text(row: &Row) -> String {
    row.runs.iter().map(|run| run.text.as_str()).collect()
}

/// Every row fits, and no wide character hangs over the edge.
fn check_rows(rows: &[Row], cols: usize) {
    for row in rows {
        assert!(row.width() <= cols, "{} > {cols}: {:?}", row.width(), text(row));
        assert_eq!(row.width(), width(&text(row)), "{:?}", text(row));
    }
}

/// Where a line goes on in the next row, it was broken between two graphemes and by kinsoku.
fn check_breaks(rows: &[Row], cols: usize) {
    for pair in rows.windows(2).filter(|pair| pair[0].end != RowEnd::Line) {
        let (last, next) = (own_text(&pair[0]), own_text(&pair[1]));
        if pair[0].end == RowEnd::Nothing {
            let joined = format!("{last}{next}");
            assert_eq!(boundary(&joined, last.len()), last.len(), "at {cols}: {last:?} / {next:?}");
        }
        let (Some(end), Some(begin)) =
            (last.trim_end().chars().next_back(), next.trim_start().chars().next())
        else {
            continue;
        };
        let letters: Vec<char> = last.chars().collect();
        if letters.windows(2).all(|two| !may_end_row(two[0]) || !may_start_row(two[1])) {
            // A row of nothing but small kana: there is no place at which it may end.
            continue;
        }
        assert!(may_end_row(end) && may_start_row(begin), "at {cols}: {last:?} / {next:?}");
    }
}

/// What a row says, without what only stands beside it.
fn own_text(row: &Row) -> String {
    row.runs.iter().skip(row.aside).map(|run| run.text.as_str()).collect()
}

fn context<'a>(
    look: &'a Look,
    lesson: &'a Lesson,
    step: usize,
    tasks: &'a [TaskState],
    values: &'a Values,
) -> Context<'a> {
    Context {
        look,
        values,
        step: &lesson.steps[step],
        tasks,
        task: 0,
        edits: &[],
        due: None,
        hints: 99,
        passed: true,
        questions: &[],
        solution: Solution::None,
        result: const {
            &StepResult {
                verdict: Verdict::NotRun,
                goals: Vec::new(),
                reaches: Vec::new(),
                tasks: Vec::new(),
            }
        },
    }
}

/// The cells of tables wherever they stand: their rows stand side by side.
fn cells(blocks: &[Block]) -> Vec<&[Inline]> {
    let mut out: Vec<&[Inline]> = Vec::new();
    for block in blocks {
        match block {
            Block::List { items, .. } => out.extend(items.iter().flat_map(|item| cells(&item.blocks))),
            Block::Alert(_, blocks) | Block::Quote(blocks) => out.extend(cells(blocks)),
            Block::Table { head, rows } => {
                out.extend(head.iter().chain(rows.iter().flatten()).map(Vec::as_slice));
            }
            _ => {}
        }
    }
    out
}

#[test]
fn the_lessons_are_set_well_at_every_width_in_every_language() {
    let built_in = crate::lesson::load();
    assert!(!built_in.lessons.is_empty(), "{:?}", built_in.broken);
    let own = stage::course();
    let lessons: Vec<&Lesson> = built_in.lessons.iter().chain(&own.lessons).collect();
    // Even and odd widths side by side: there is a lot to lay out.
    std::thread::scope(|scope| {
        for first in [20, 21] {
            let lessons = &lessons;
            scope.spawn(move || {
                // No text is wider, whatever the screen.
                for cols in (first..=lesson::WIDEST).step_by(2) {
                    for lesson in lessons {
                        lesson.prose.iter().for_each(|(lang, prose)| is_set_well(lesson, lang, prose, cols));
                    }
                }
            });
        }
    });
}

/// Lays a lesson out, its introduction with its first step, and the cells of its tables alone.
fn is_set_well(lesson: &Lesson, lang: &Lang, prose: &Prose, cols: usize) {
    let look = stage::look(lang);
    let values = Values::default();
    for (index, step) in prose.steps.iter().enumerate() {
        let context = context(&look, lesson, index, &[], &values);
        let intro: &[Block] = if index == 0 { &prose.intro } else { &[] };
        let rows = markdown::layout(intro, step, context, cols);
        check_rows(&rows, cols);
        check_breaks(&rows, cols);
        // A third of the width is the same for three of them.
        if !cols.is_multiple_of(3) {
            continue;
        }
        for inlines in cells(intro).into_iter().chain(cells(&step.blocks)) {
            let alone = StepProse { title: String::new(), blocks: vec![Block::Paragraph(inlines.to_vec())] };
            check_breaks(&markdown::layout(&[], &alone, context, cols / 3), cols / 3);
        }
    }
}

fn inline() -> impl Strategy<Value = Inline> {
    let text = prop_oneof![
        5 => "[あ-んア-ン漢字通信]{1,12}[、。」）！？ー]?",
        3 => "[a-zA-Z0-9_./:-]{1,30} ?",
        2 => "「[あ-ん]{1,6}」",
        1 => prop_oneof![Just("👩‍👩‍👧".to_owned()), Just("ｶﾞ".to_owned()), Just("[IP:first]".to_owned())],
    ];
    let style = (any::<bool>(), any::<bool>(), any::<bool>());
    prop_oneof![
        20 => (text, style).prop_map(|(text, (strong, emphasis, code))| Inline::Text {
            text,
            style: Style { strong, emphasis, code, strike: false },
            link: None,
        }),
        1 => Just(Inline::Break),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    let inlines = || proptest::collection::vec(inline(), 0..12);
    let leaf = prop_oneof![
        inlines().prop_map(Block::Paragraph),
        (3_u8..6, inlines()).prop_map(|(level, inlines)| Block::Heading(level, inlines)),
        ".{0,120}".prop_map(|text| Block::Code("text".to_owned(), text)),
        (1_usize..5)
            .prop_flat_map(move |columns| {
                let row =
                    move || proptest::collection::vec(proptest::collection::vec(inline(), 0..6), columns);
                (row(), proptest::collection::vec(row(), 0..4))
            })
            .prop_map(|(head, rows)| Block::Table { head, rows }),
        Just(Block::Rule),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        let blocks = || proptest::collection::vec(inner.clone(), 0..4);
        prop_oneof![
            blocks().prop_map(Block::Quote),
            (prop::collection::vec(inline(), 0..12), blocks())
                .prop_map(|(text, reason)| Block::Question(0, vec![Choice { text, reason }; 2])),
            blocks().prop_map(|blocks| Block::Alert(crate::lesson::AlertKind::Tip, blocks)),
            (proptest::option::of(0_u64..200), proptest::collection::vec(blocks(), 0..4)).prop_map(
                |(start, items)| {
                    let items = items.into_iter().map(|blocks| ListItem { checked: None, blocks }).collect();
                    Block::List { start, items }
                }
            ),
        ]
    })
}

fn scene() -> impl Strategy<Value = fn(&crate::i18n::Lang, (u16, u16)) -> Model> {
    prop::sample::select(vec![fresh, ready, begun, passed, failed, attached, pulling])
}

fn scheme() -> impl Strategy<Value = Scheme> {
    prop::sample::select(Scheme::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_fits_its_pane(
        blocks in proptest::collection::vec(block(), 0..6),
        cols in 20_usize..=200,
        scheme in scheme(),
    ) {
        let course = stage::course();
        let look = stage::dressed(&langs()[0], scheme, Frames::Unicode);
        let values = Values { named: [("first".to_owned(), "172.17.0.2".to_owned())].into(), ..Values::default() };
        let prose = StepProse { title: "見出し".to_owned(), blocks };
        let context = context(&look, &course.lessons[0], 0, &[], &values);
        let rows = markdown::layout(&[], &prose, context, cols);
        check_rows(&rows, cols);
        check_breaks(&rows, cols);
        prop_assert_eq!(markdown::layout(&[], &prose, context, cols), rows, "laid out again");
    }

    /// No cell's character reaches over the screen's edge or over the next cell's character.
    #[test]
    fn no_screen_cuts_a_wide_character(
        scene in scene(),
        cols in 20_u16..300,
        rows in 5_u16..90,
        japanese in any::<bool>(),
        over in 0_usize..5,
        zoom in proptest::option::of(prop::sample::select(Pane::ALL.to_vec())),
        scroll in 0_usize..60,
        typed in "(docker |exec |-it|'|\"|#|[|]|あ|ｶﾞ|\\PC){0,30}",
        back in 0_usize..30,
        scheme in scheme(),
        ascii in any::<bool>(),
    ) {
        let lang = &langs()[usize::from(!japanese)];
        let mut model = scene(lang, (cols, rows));
        model.prompt.set(&typed);
        (0..back).for_each(|_| model.prompt.left());
        model.overlay = match over {
            0 => Some(Overlay::Help { scroll }),
            1 => Some(Overlay::Why { scroll }),
            2 => Some(Overlay::Palette { query: String::new(), selected: scroll % 17 }),
            _ => None,
        };
        if matches!(model.screen, crate::app::Screen::Lesson(_)) {
            let lesson: &mut LessonModel = stage::lesson(&mut model);
            (lesson.zoomed, lesson.focus) = (zoom.is_some(), zoom.unwrap_or(Pane::Lesson));
            lesson.scroll = Pane::ALL.map(|pane| (pane, scroll)).into();
        }
        let (buffer, cursor, measured) = draw_with(&model, &stage::dressed(lang, scheme, if ascii { Frames::Ascii } else { Frames::Unicode }));
        for y in 0..rows {
            let mut x = 0;
            while x < cols {
                let wide = buffer[(x, y)].symbol().cell_width().max(1);
                prop_assert!(x + wide <= cols, "{:?} at {},{}", buffer[(x, y)].symbol(), x, y);
                for half in x + 1..x + wide {
                    prop_assert_eq!(buffer[(half, y)].symbol(), " ");
                }
                x += wide;
            }
        }
        if let Some((x, y)) = cursor {
            prop_assert!(x < cols && y < rows);
        }
        for measure in measured.panes.values().chain([&measured.overlay]) {
            prop_assert!(measure.first <= measure.last_first());
        }
    }
}
