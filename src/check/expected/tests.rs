//! Matching, alignment, and when an interrupt is due.

use proptest::prelude::*;

use super::*;
use crate::lesson::{Kind, Line, Piece};

fn text(text: &str) -> Line {
    Line::Text(vec![Piece::Literal(text.to_owned())])
}

fn expected(lines: Vec<Line>) -> Expected {
    Expected { lines, exit: 0 }
}

fn run(lines: &[&str]) -> TaskRun {
    TaskRun { lines: lines.iter().map(|&line| line.to_owned()).collect(), exit: Some(0), interrupted: false }
}

fn matches(lines: Vec<Line>, printed: &[&str]) -> bool {
    compare(&expected(lines), &run(printed), &Values::default()).matches()
}

fn ping() -> Expected {
    let reply = Line::Text(vec![
        Piece::Literal("64 bytes from ".into()),
        Piece::Value { kind: Kind::Ip, name: None },
        Piece::Literal(": seq=0".into()),
    ]);
    expected(vec![text("PING x"), reply, Line::Any, Line::Interrupt, text("--- statistics ---"), Line::Any])
}

#[test]
fn nothing_expected_takes_anything_and_still_asks_for_the_exit_code() {
    assert!(matches(vec![], &[]));
    assert!(matches(vec![], &["a", "b"]));
    let mut failed = run(&["a"]);
    failed.exit = Some(1);
    let comparison = compare(&Expected::default(), &failed, &Values::default());
    assert!(comparison.output_matches);
    assert_eq!(comparison.exit_differs, Some((0, 1)));
    assert_eq!(comparison.rows.len(), 1);
}

#[test]
fn any_lines_are_zero_or_more_and_go_back_as_far_as_they_must() {
    let lines = || vec![Line::Any, text("a"), text("b"), Line::Any, text("c")];
    assert!(matches(lines(), &["a", "b", "c"]));
    assert!(matches(lines(), &["a", "a", "b", "x", "c", "c"]));
    assert!(!matches(lines(), &["a", "x", "b", "c"]));
    assert!(!matches(lines(), &["a", "b", "c", "d"]));
    assert!(matches(vec![Line::Any], &[]));
}

#[test]
fn blank_lines_count_only_where_they_are_expected() {
    assert!(matches(vec![text("a")], &["a", "", " "]));
    assert!(matches(vec![text("a"), text("")], &["a"]));
    assert!(matches(vec![text("a"), text("b")], &["", "a", "", "b"]), "the echo of an Enter");
    assert!(!matches(vec![text("a"), text(""), text("b")], &["a", "b"]));
}

#[test]
fn an_interrupt_matches_its_echo_wherever_the_terminal_put_it() {
    let lines = || vec![text("before"), Line::Interrupt, text("after")];
    for printed in [
        &["before", "after"][..],
        &["before", "^C", "after"],
        &["before^C", "after"],
        &["before", "^Cafter"],
        &["before", "", "after"],
        &["before", "^C^C", "after"],
    ] {
        assert!(matches(lines(), printed), "{printed:?}");
    }
    assert!(!matches(lines(), &["before", "^D", "after"]));
    assert!(!matches(vec![text("before"), text("after")], &["before^C", "after"]));
}

#[test]
fn the_interrupt_is_due_once_all_before_it_has_matched() {
    let mut watch = Watch::new(&[ping()], &Values::default());
    assert_eq!(watch.progress(), Progress::Pending);
    watch.line("PING x");
    assert_eq!(watch.progress(), Progress::Pending);
    watch.line("64 bytes from 10.0.0.2: seq=0");
    watch.line("64 bytes from 10.0.0.2: seq=1");
    assert_eq!(watch.progress(), Progress::InterruptNow);
    watch.interrupted();
    assert_eq!(watch.progress(), Progress::Pending);
    watch.line("^C");
    watch.line("--- statistics ---");
    assert_eq!(watch.progress(), Progress::Complete);
}

#[test]
fn an_interrupt_that_was_due_stays_due_when_more_follows() {
    let lines = expected(vec![text("ready"), Line::Interrupt, text("bye")]);
    let mut watch = Watch::new(&[lines], &Values::default());
    watch.line("ready");
    watch.line("something else");
    assert_eq!(watch.progress(), Progress::InterruptNow);
    watch.interrupted();
    assert_eq!(watch.progress(), Progress::Diverged);
}

#[test]
fn the_alternative_that_fits_best_is_shown() {
    let docker = expected(vec![text("one"), text("two")]);
    let podman = expected(vec![text("eins"), text("zwei")]);
    let comparison = compare_best(&[docker.clone(), podman], &run(&["eins", "zwei"]), &Values::default());
    assert!(comparison.matches());
    let neither = compare_best(&[docker], &run(&["one", "zwei"]), &Values::default());
    assert_eq!(neither.rows.iter().filter(|row| row.matches).count(), 1);
}

#[test]
fn a_line_that_differs_shows_where() {
    let comparison = compare(&ping(), &run(&["PING x", "64 bytes from 10.0.0.2: seq=7"]), &Values::default());
    assert!(!comparison.output_matches);
    let row = &comparison.rows[1];
    assert!(!row.matches);
    assert_eq!(
        row.expected.as_deref().unwrap(),
        [
            Segment::Same("64 bytes from ".into()),
            Segment::Varies("[IP]".into()),
            Segment::Same(": seq=".into()),
            Segment::Differs("0".into()),
        ]
    );
    assert_eq!(row.actual.as_deref().unwrap()[3], Segment::Differs("7".into()));
    // The statistics never came.
    assert!(comparison.rows.iter().any(|row| !row.matches && row.actual.is_none()));
}

#[test]
fn a_foreign_line_stands_alone_beside_those_that_match() {
    let lines = expected(vec![text("alpha one"), text("beta two")]);
    let comparison =
        compare(&lines, &run(&["alpha one", "warning: whatever", "beta two"]), &Values::default());
    let shape: Vec<_> = comparison
        .rows
        .iter()
        .map(|row| (row.expected.is_some(), row.actual.is_some(), row.matches))
        .collect();
    assert_eq!(shape, [(true, true, true), (false, true, false), (true, true, true)]);
}

#[test]
fn rows_of_a_match_hold_every_line_once_in_order() {
    let printed = ["PING x", "64 bytes from ::1: seq=0", "64 bytes", "^C", "--- statistics ---"];
    let comparison = compare(&ping(), &run(&printed), &Values::default());
    assert!(comparison.matches());
    assert_eq!(actual_of(&comparison), printed);
    let any = &comparison.rows[2];
    assert_eq!(any.expected.as_deref().unwrap(), [Segment::Varies("...".into())]);
    assert_eq!(any.actual.as_deref().unwrap(), [Segment::Varies("64 bytes".into())]);
}

#[test]
fn ten_thousand_lines_are_compared_in_time_that_is_bounded() {
    // Every line could be every rule: a backtracking matcher would not come back.
    let mut lines: Vec<Line> = Vec::new();
    for _ in 0..40 {
        lines.extend([
            Line::Any,
            Line::Text(vec![Piece::Anything, Piece::Literal("a".into()), Piece::Anything]),
        ]);
    }
    lines.push(text("never"));
    let printed = vec!["aaaaaaaaaaaaaaaa"; 10_000];
    let comparison = compare(&expected(lines), &run(&printed), &Values::default());
    assert!(!comparison.output_matches);
    assert_eq!(actual_of(&comparison).len(), 10_000);
}

fn actual_of(comparison: &Comparison) -> Vec<String> {
    let text = |segments: &Vec<Segment>| segments.iter().map(Segment::text).collect::<String>();
    comparison.rows.iter().filter_map(|row| row.actual.as_ref().map(text)).collect()
}

fn any_piece() -> impl Strategy<Value = Piece> {
    let kind = prop_oneof![
        Just(Kind::Id),
        Just(Kind::Ip),
        Just(Kind::Port),
        Just(Kind::Number),
        Just(Kind::Millis),
        Just(Kind::Size),
        Just(Kind::Date),
        Just(Kind::Age),
    ];
    prop_oneof![
        3 => "[ -~あ\t]{0,8}".prop_map(Piece::Literal),
        1 => Just(Piece::Anything),
        1 => (kind, prop::option::of("[a-c]")).prop_map(|(kind, name)| Piece::Value { kind, name }),
    ]
}

fn any_line() -> impl Strategy<Value = Line> {
    prop_oneof![
        1 => Just(Line::Any),
        1 => Just(Line::Interrupt),
        4 => prop::collection::vec(any_piece(), 0..5).prop_map(Line::Text),
    ]
}

fn values() -> impl Strategy<Value = Values> {
    (
        prop::collection::btree_map("[a-c]", "[ -~]{0,6}", 0..3),
        prop::collection::btree_map(0..200_u16, 0..200_u16, 0..3),
    )
        .prop_map(|(named, ports)| Values { named, ports })
}

proptest! {
    #[test]
    fn text_matches_itself(lines in prop::collection::vec("[^\r\n]{1,30}", 1..8)) {
        let run = TaskRun { lines: lines.clone(), exit: Some(0), interrupted: false };
        let script = expected(lines.iter().map(|line| text(line)).collect());
        prop_assert!(compare(&script, &run, &Values::default()).matches());
    }

    #[test]
    fn any_lines_anywhere_change_nothing(
        lines in prop::collection::vec("[a-c ]{0,3}", 1..8),
        at in prop::collection::vec(0_usize..9, 0..4),
    ) {
        let run = TaskRun { lines: lines.clone(), exit: Some(0), interrupted: false };
        let mut script: Vec<Line> = lines.iter().map(|line| text(line)).collect();
        for at in at {
            script.insert(at.min(script.len()), Line::Any);
        }
        prop_assert!(compare(&expected(script), &run, &Values::default()).matches());
    }

    #[test]
    fn nothing_panics_and_no_printed_line_is_lost(
        script in prop::collection::vec(any_line(), 0..8),
        lines in prop::collection::vec("([ -~あé\t]|\\^C|[0-9.:]){0,12}", 0..12),
        values in values(),
    ) {
        let run = TaskRun { lines: lines.clone(), exit: None, interrupted: false };
        let expected = expected(script);
        let comparison = compare(&expected, &run, &values);
        prop_assert_eq!(actual_of(&comparison), lines.clone());
        prop_assert_eq!(comparison.output_matches, comparison.rows.iter().all(|row| row.matches));
        // Following the lines one by one comes to the same end.
        let script = Script::new(&expected, &values);
        let end = lines.iter().fold(script.start(), |states, line| script.next(&states, line));
        prop_assert_eq!(comparison.output_matches, script.is_complete(&end));
    }

    #[test]
    fn a_value_that_is_known_matches_itself(name in "[a-c]", value in "[!-~][ -~]{0,20}") {
        let piece = Piece::Value { kind: Kind::Ip, name: Some(name.clone()) };
        let script = expected(vec![Line::Text(vec![Piece::Literal("x ".into()), piece, Piece::Anything])]);
        let values = Values { named: [(name, value.clone())].into(), ..Values::default() };
        let run = TaskRun { lines: vec![format!("x {value} y")], exit: Some(0), interrupted: false };
        prop_assert!(compare(&script, &run, &values).matches());
    }
}
