//! What must hold on every screen, whatever its size.

use proptest::prelude::*;
use ratatui::buffer::CellWidth;

use super::stage::{attached, begun, draw, failed, fresh, langs, lesson, passed, pulling, ready};
use crate::app::offer::Solution;
use crate::app::{LessonModel, Model, Overlay, Pane, TaskState};
use crate::i18n::Lang;
use crate::lesson::{Block, Choice, Inline, Lesson, ListItem, Prose, StepProse, Style, Values};
use crate::text::{may_end_row, may_start_row, width};
use crate::ui::markdown::{self, Context};
use crate::ui::row::Row;
use crate::ui::{Frames, Look, Theme};

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

/// No row of running text begins or ends against kinsoku. `rows` are those of one paragraph.
fn check_kinsoku(rows: &[Row], cols: usize) {
    for pair in rows.windows(2) {
        let (last, next) = (text(&pair[0]), text(&pair[1]));
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
    }
}

/// Paragraphs wherever they stand, for kinsoku is about running text.
fn paragraphs(blocks: &[Block]) -> Vec<&[Inline]> {
    let mut out: Vec<&[Inline]> = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => out.push(inlines),
            Block::List { items, .. } => out.extend(items.iter().flat_map(|item| paragraphs(&item.blocks))),
            Block::Alert(_, blocks) | Block::Quote(blocks) => out.extend(paragraphs(blocks)),
            Block::Question(_, choices) => out.extend(choices.iter().map(|choice| choice.text.as_slice())),
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
    let own = super::stage::course();
    let lessons: Vec<&Lesson> = built_in.lessons.iter().chain(&own.lessons).collect();
    // Even and odd widths side by side: there is a lot to lay out.
    std::thread::scope(|scope| {
        for first in [20, 21] {
            let lessons = &lessons;
            scope.spawn(move || {
                for cols in (first..=200).step_by(2) {
                    for lesson in lessons {
                        lesson.prose.iter().for_each(|(lang, prose)| is_set_well(lesson, lang, prose, cols));
                    }
                }
            });
        }
    });
}

/// Lays a lesson out, its introduction with its first step, and every paragraph alone.
fn is_set_well(lesson: &Lesson, lang: &Lang, prose: &Prose, cols: usize) {
    let look = Look::new(lang, Theme::dark(), Frames::Unicode);
    let values = Values::default();
    for (index, step) in prose.steps.iter().enumerate() {
        let context = context(&look, lesson, index, &[], &values);
        let intro: &[Block] = if index == 0 { &prose.intro } else { &[] };
        check_rows(&markdown::layout(intro, step, context, cols), cols);
        for inlines in paragraphs(intro).into_iter().chain(paragraphs(&step.blocks)) {
            let alone = StepProse { title: String::new(), blocks: vec![Block::Paragraph(inlines.to_vec())] };
            let rows = markdown::layout(&[], &alone, context, cols);
            check_rows(&rows, cols);
            check_kinsoku(&rows[2.min(rows.len())..], cols);
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_fits_its_pane(blocks in proptest::collection::vec(block(), 0..6), cols in 20_usize..=200) {
        let course = super::stage::course();
        let look = Look::new(&langs()[0], Theme::dark(), Frames::Unicode);
        let values = Values { named: [("first".to_owned(), "172.17.0.2".to_owned())].into(), ..Values::default() };
        let prose = StepProse { title: "見出し".to_owned(), blocks };
        let context = context(&look, &course.lessons[0], 0, &[], &values);
        check_rows(&markdown::layout(&[], &prose, context, cols), cols);
    }

    #[test]
    fn paragraphs_keep_kinsoku(inlines in proptest::collection::vec(inline(), 0..30), cols in 20_usize..=200) {
        let course = super::stage::course();
        let look = Look::new(&langs()[0], Theme::dark(), Frames::Unicode);
        let values = Values::default();
        // Where the author breaks a row, it is the author's row.
        let inlines = inlines.into_iter().filter(|inline| *inline != Inline::Break).collect();
        let prose = StepProse { title: String::new(), blocks: vec![Block::Paragraph(inlines)] };
        let context = context(&look, &course.lessons[0], 0, &[], &values);
        let rows = markdown::layout(&[], &prose, context, cols);
        let rows = &rows[2.min(rows.len())..];
        check_rows(rows, cols);
        check_kinsoku(rows, cols);
    }

    /// No cell's character reaches over the screen's edge or over the next cell's character.
    #[test]
    fn no_screen_cuts_a_wide_character(
        scene in scene(),
        cols in 20_u16..200,
        rows in 5_u16..60,
        japanese in any::<bool>(),
        over in 0_usize..5,
        zoom in proptest::option::of(prop::sample::select(Pane::ALL.to_vec())),
        scroll in 0_usize..60,
        typed in "(docker |exec |-it|'|\"|#|[|]|あ|ｶﾞ|\\PC){0,30}",
        back in 0_usize..30,
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
            let lesson: &mut LessonModel = lesson(&mut model);
            (lesson.zoomed, lesson.focus) = (zoom.is_some(), zoom.unwrap_or(Pane::Lesson));
            lesson.scroll = Pane::ALL.map(|pane| (pane, scroll)).into();
        }
        let (buffer, cursor, measured) = draw(&model);
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
