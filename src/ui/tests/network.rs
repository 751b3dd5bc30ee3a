//! The network pane: what belongs to the lesson first, and who reaches whom.

use std::sync::Arc;

use proptest::prelude::*;

use super::stage::{begun, container, engine, langs, lesson, linked, look, snapshot as engine_with, stopped};
use super::{LARGE, NARROW, SMALL, WIDE, snapshot};
use crate::app::{Cast, Model, Pane};
use crate::check::Outcome;
use crate::i18n::{Lang, phrase};
use crate::network::{Connection, Container, ContainerState, Endpoint, Link, Mode, Snapshot};
use crate::ui::panes::network::content;
use crate::ui::row::Row;

/// A container with an id and a host name as engines give them.
fn alpine(name: &str, last: u8, id: &str) -> Container {
    Container { id: format!("{id:0<64}"), hostname: id.to_owned(), ..container(name, last) }
}

fn first() -> Container {
    alpine("alpine_01", 2, "3f9d0c51a7b2")
}

fn second() -> Container {
    linked(alpine("alpine_02", 3, "c08e7a44d913"))
}

/// The ping of the step's reach was not answered.
fn silence() -> Outcome {
    let differs = phrase("check-reach-differs").with("from", "alpine_02").with("to", "other_container");
    Outcome::Fails(
        differs.with("expected", phrase("check-seen-reply")).with("seen", phrase("check-seen-unreachable")),
    )
}

/// It has not been sent.
fn untried() -> Outcome {
    Outcome::Unknown(phrase("check-reach-untried").with("from", "alpine_02").with("to", "other_container"))
}

/// So many containers that are none of the lesson's business, on the default bridge and on another network.
fn crowd(count: u8) -> Vec<Container> {
    let of = |n: u8| {
        let mut one =
            Container { id: format!("{n:0>64}"), ..container(&format!("somebody-elses-service-{n}"), n) };
        if n.is_multiple_of(4) {
            one.endpoints[0].network = "tomcat-network".to_owned();
            one.endpoints[0].network_id = "n4".to_owned();
        }
        one
    };
    (10..).take(usize::from(count)).map(of).collect()
}

/// The step began with `before`; now there is `now`.
fn scene(lang: &Lang, size: (u16, u16), before: &[Container], now: &[Container]) -> Model {
    let mut model = begun(lang, size);
    model.snapshot = Some(Arc::new(engine_with(now)));
    let lesson = lesson(&mut model);
    lesson.baseline = Some(Arc::new(engine_with(before)));
    lesson.tab = Pane::Network;
    model
}

pub fn two_linked(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = scene(lang, size, &[first()], &[first(), second()]);
    lesson(&mut model).result.reaches = vec![Outcome::Holds];
    model
}

fn target_stopped(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = scene(lang, size, &[first(), second()], &[stopped(first()), second()]);
    lesson(&mut model).result.reaches = vec![silence()];
    model
}

fn engine_lost(lang: &Lang, size: (u16, u16)) -> Model {
    let mut model = two_linked(lang, size);
    let reason = phrase("engine-closed").with("endpoint", engine().endpoint);
    model.connection = Connection::Lost { info: engine(), reason };
    model
}

pub fn crowded(lang: &Lang, size: (u16, u16)) -> Model {
    let mut now = crowd(199);
    let before: Vec<Container> = now.iter().cloned().chain([first()]).collect();
    now[3].state = ContainerState::Exited(1);
    now.extend([first(), second(), Container { mode: Mode::Host, ..alpine("apart", 0, "d00d") }]);
    if let Some(apart) = now.last_mut() {
        apart.endpoints.clear();
    }
    scene(lang, size, &before, &now)
}

/// One on each of two networks, two on the default bridge, and one that has just come onto both.
pub fn two_networks(lang: &Lang, size: (u16, u16)) -> Model {
    let place = |last| Endpoint {
        network: "tomcat-network".to_owned(),
        network_id: "n4".to_owned(),
        ipv4: Some([172, 18, 0, last].into()),
        ..Endpoint::default()
    };
    let of_lesson = |mut container: Container, endpoints: Vec<Endpoint>| {
        container.labels = [(crate::lesson::LABEL.to_owned(), "talk".to_owned())].into();
        container.endpoints = endpoints;
        container
    };
    let web = of_lesson(alpine("web", 0, "77aa01c2b3d4"), vec![place(2)]);
    let gate = alpine("gate", 4, "5e5e90f1a2b3");
    let both = [gate.endpoints.clone(), vec![place(3)]].concat();
    let (before, gate) = (of_lesson(gate.clone(), gate.endpoints.clone()), of_lesson(gate, both));
    scene(lang, size, &[first(), second(), web.clone(), before], &[first(), second(), web, gate])
}

#[test]
fn network_pane() {
    for size in [NARROW, WIDE, LARGE] {
        snapshot("network_empty", size, |lang| scene(lang, size, &[], &[]));
        snapshot("network_one", size, |lang| scene(lang, size, &[], &[first()]));
        snapshot("network_linked", size, |lang| two_linked(lang, size));
        snapshot("network_stopped", size, |lang| target_stopped(lang, size));
        snapshot("network_lost", size, |lang| engine_lost(lang, size));
        snapshot("network_grid", size, |lang| two_networks(lang, size));
        snapshot("network_crowd", size, |lang| crowded(lang, size));
    }
}

/// The pane's rows as text, in English.
pub fn texts(model: &Model, cols: usize) -> Vec<String> {
    let crate::app::Screen::Lesson(lesson) = &model.screen else { panic!("no lesson is open") };
    let look = look(&model.lang);
    let text = |row: &Row| row.runs.iter().map(|run| run.text.as_str()).collect::<String>();
    content(model, lesson, &look, cols).iter().map(text).collect()
}

pub fn english() -> Lang {
    langs()[1].clone()
}

/// The row that says how one container reaches another.
fn row(model: &Model, from: &str, to: &str) -> String {
    let start = format!("{from} → {to}");
    let rows = texts(model, 150);
    rows.iter().find(|row| row.contains(&start)).cloned().unwrap_or_else(|| panic!("{start}: {rows:#?}"))
}

#[test]
fn names_go_one_way_and_addresses_both() {
    let model = two_linked(&english(), LARGE);
    assert_eq!(
        row(&model, "alpine_02", "alpine_01"),
        "+ ✓ alpine_02 → alpine_01  other_container, alpine_01, 3f9d0c51a7b2  172.17.0.2"
    );
    assert_eq!(
        row(&model, "alpine_01", "alpine_02"),
        "+   alpine_01 → alpine_02  no name (by address 172.17.0.3)"
    );
}

#[test]
fn what_changed_between_two_is_marked() {
    let lang = english();
    let unlinked = alpine("alpine_02", 3, "c08e7a44d913");
    let same = scene(&lang, LARGE, &[first(), second()], &[first(), second()]);
    assert!(row(&same, "alpine_02", "alpine_01").starts_with("    alpine_02"));
    let link_lost = scene(&lang, LARGE, &[first(), second()], &[first(), unlinked]);
    assert_eq!(
        row(&link_lost, "alpine_02", "alpine_01"),
        "~   alpine_02 → alpine_01  no name (by address 172.17.0.2)"
    );
    assert!(row(&link_lost, "alpine_01", "alpine_02").starts_with("    "));
    let gone = scene(&lang, LARGE, &[first(), second()], &[first()]);
    assert_eq!(row(&gone, "alpine_02", "alpine_01"), "-   alpine_02 → alpine_01  gone");
    let stopped = target_stopped(&lang, LARGE);
    assert!(row(&stopped, "alpine_02", "alpine_01").ends_with("For the same reason as above."));
    assert!(
        row(&stopped, "alpine_01", "alpine_02").starts_with("~ ✗ alpine_01 → alpine_02  not reachable  ")
    );
}

#[test]
fn what_a_container_was_before_is_said() {
    let lang = english();
    let has = |model: &Model, said: &str| {
        let rows = texts(model, 100);
        assert!(rows.iter().any(|row| row.trim() == said), "{said}: {rows:#?}");
    };
    has(&target_stopped(&lang, LARGE), "before: running  172.17.0.2");
    has(&scene(&lang, LARGE, &[first()], &[alpine("alpine_01", 7, "3f9d0c51a7b2")]), "before: 172.17.0.2");
    let again = Container { started_at: "2026-11-24T03:50:39Z".to_owned(), ..first() };
    has(&scene(&lang, LARGE, &[first()], &[again]), "started again in this step");
    let relinked =
        scene(&lang, LARGE, &[first(), alpine("alpine_02", 3, "c08e7a44d913")], &[first(), second()]);
    assert!(texts(&relinked, 100).iter().any(|row| row.starts_with("~   ● alpine_02")), "its link is new");
}

#[test]
fn nothing_of_a_containers_row_is_cut_where_there_are_58_columns() {
    let mut long = alpine("a-container-of-the-lesson-01", 200, "c08e7a44d913");
    long.image = "my-registry/my-nginx:1.27".to_owned();
    long.state = ContainerState::Exited(137);
    long.labels = [(crate::lesson::LABEL.to_owned(), "talk".to_owned())].into();
    let rows = texts(&scene(&english(), SMALL, &[], &[long]), 58);
    for part in ["172.17.0.200", "exited (137)", "new", "my-registry/my-nginx:1.27"] {
        assert!(rows.iter().any(|row| row.contains(part)), "{part}: {rows:#?}");
    }
}

#[test]
fn an_attempt_is_the_truth() {
    let said = "Tried for real, alpine_01 did not answer";
    let mut model = two_linked(&english(), LARGE);
    lesson(&mut model).result.reaches = vec![silence()];
    assert!(row(&model, "alpine_02", "alpine_01").starts_with("+ ! "));
    assert!(texts(&model, 150).iter().any(|row| row.contains(said)));
    // While the next judgement is under way, the last attempt may be of another time.
    lesson(&mut model).judging = true;
    assert!(row(&model, "alpine_02", "alpine_01").starts_with("+   "));
    assert!(!texts(&model, 150).iter().any(|row| row.contains(said)));
    lesson(&mut model).judging = false;
    lesson(&mut model).result.reaches = vec![untried()];
    assert!(row(&model, "alpine_02", "alpine_01").starts_with("+   "));

    // The model says no, the attempt says yes: over a link to a container that the engine calls stopped.
    let mut model = target_stopped(&english(), LARGE);
    lesson(&mut model).result.reaches = vec![Outcome::Holds];
    assert!(row(&model, "alpine_02", "alpine_01").starts_with("~ ! "));
    assert!(texts(&model, 150).iter().any(|row| row.contains("Tried for real, alpine_01 did answer")));
}

#[test]
fn what_the_engine_does_not_tell_is_a_question() {
    let mut asker = second();
    asker.links = vec![Link { target: "ALPINE_01".to_owned(), alias: "x".to_owned() }];
    let mut other = first();
    other.name = "ALPINE_01".to_owned();
    let mut third = alpine("alpine_01", 4, "0123456789ab");
    third.endpoints[0].ipv4 = None;
    let model = scene(&english(), LARGE, &[], &[asker, other, third]);
    assert!(
        row(&model, "alpine_02", "alpine_01").starts_with("+ ? "),
        "{}",
        row(&model, "alpine_02", "alpine_01")
    );
}

#[test]
fn others_are_folded_but_for_what_changed() {
    let rows = texts(&crowded(&english(), LARGE), 100);
    let at = |start: &str| {
        let found =
            rows.iter().position(|row| row.trim_start_matches(['+', '~', '▾', ' ']).starts_with(start));
        found.unwrap_or_else(|| panic!("{start}: {rows:#?}"))
    };
    assert!(rows[at("bridge")].ends_with("148 other containers"), "{rows:#?}");
    assert!(rows[at("tomcat-network")].ends_with("50 containers"), "{rows:#?}");
    assert!(at("bridge") < at("● alpine_01") && at("● alpine_02") < at("○ somebody-elses-service-13"));
    assert!(at("Who reaches whom") < at("tomcat-network"));
    assert!(at("tomcat-network") < at("Containers without"));
    assert_eq!(rows.iter().filter(|row| row.contains("somebody-elses")).count(), 1, "{rows:#?}");
    assert!(rows.len() < 20);
}

#[test]
fn while_the_lesson_has_none_a_few_others_are_shown() {
    let lang = english();
    let model = scene(&lang, LARGE, &crowd(3), &crowd(3));
    let rows = texts(&model, 100);
    assert_eq!(rows.iter().filter(|row| row.contains("somebody-elses")).count(), 3, "{rows:#?}");
    assert!(rows.contains(&"There are no containers of this lesson yet.".to_owned()));
    let rows = texts(&scene(&lang, LARGE, &crowd(200), &crowd(200)), 100);
    assert!(rows.iter().any(|row| row.ends_with("144 other containers")), "{rows:#?}");
    assert!(rows.len() < 25, "{rows:#?}");
}

#[test]
fn more_containers_than_a_few_do_not_fill_the_pane_with_pairs() {
    let mut model = begun(&english(), LARGE);
    let labelled = |n: u8| {
        let labels = [(crate::lesson::LABEL.to_owned(), "talk".to_owned())].into();
        Container { labels, ..alpine(&format!("c{n}"), n, &format!("{n:0>12}")) }
    };
    model.snapshot = Some(Arc::new(engine_with(&(2..8).map(labelled).collect::<Vec<_>>())));
    let now = model.snapshot.clone();
    lesson(&mut model).baseline = now;
    let rows = texts(&model, 100);
    assert_eq!(rows.iter().filter(|row| row.contains(" → c")).count(), 12, "{rows:#?}");
    assert!(rows.contains(&"    18 more pairs".to_owned()), "{rows:#?}");
}

#[test]
fn the_grid_shows_who_reaches_whom_and_what_is_new_of_it() {
    let model = two_networks(&english(), LARGE);
    let shown = texts(&model, 100);
    let at = shown.iter().position(|row| row.contains("from ↓  to →")).expect("the grid");
    let expected = [
        "       from ↓  to →  1  2  3  4",
        "     1 alpine_01     ·  ◇  ◇  ✗",
        "     2 alpine_02     ◆  ·  ◇  ✗",
        "     3 gate          ◇  ◇  ·  ◆~",
        "     4 web           ✗  ✗  ◆~ ·",
        "       ◆ by name  ◇ by address only  ✗ not reachable",
    ];
    let shown: Vec<&str> = shown[at..at + expected.len()].iter().map(|row| row.trim_end()).collect();
    assert_eq!(shown, expected);
    // Where it has no room, the pairs say it.
    assert!(!texts(&model, 30).iter().any(|row| row.contains("from ↓")));
}

fn any_container() -> impl Strategy<Value = Container> {
    let name = prop::sample::select(vec![
        "alpine_01",
        "alpine_02",
        "alpine_03",
        "a-name-that-is-much-longer-than-any-pane-has-room-for-it-beside-the-rest",
        "日本語の名前",
    ]);
    let state = prop::sample::select(vec![
        ContainerState::Running,
        ContainerState::Paused,
        ContainerState::Exited(137),
        ContainerState::Created,
    ]);
    let mode = prop_oneof![
        4 => Just(Mode::Own),
        1 => Just(Mode::Host),
        1 => Just(Mode::None),
        1 => Just(Mode::Container("alpine_01".to_owned())),
    ];
    (name, state, mode, 0_usize..4, any::<bool>(), 0_u8..4).prop_map(|(name, state, mode, on, link, n)| {
        let mut one = Container { state, mode, ..alpine(name, n, &format!("{n:0>12}")) };
        one.endpoints.truncate(on);
        if on > 1 {
            let network = if on == 2 { "tomcat-network" } else { "nowhere" };
            let ipv6 = Some("2001:db8:1234:5678:9abc:def0:1234:5678".parse().unwrap());
            let network_id = String::new();
            one.endpoints.push(Endpoint {
                network: network.to_owned(),
                network_id,
                ipv6,
                ..Endpoint::default()
            });
        }
        if link { linked(one) } else { one }
    })
}

fn any_engine() -> impl Strategy<Value = Snapshot> {
    prop::collection::vec(any_container(), 0..6).prop_map(|containers| engine_with(&containers))
}

proptest! {
    #[test]
    fn every_row_fits(
        before in any_engine(),
        now in any_engine(),
        cols in 20_usize..200,
        japanese in any::<bool>(),
        outcome in prop::sample::select(vec![
            Outcome::Holds,
            silence(),
            untried(),
        ]),
    ) {
        let mut model = begun(&langs()[usize::from(!japanese)], NARROW);
        model.snapshot = Some(Arc::new(now));
        let lesson = lesson(&mut model);
        lesson.baseline = Some(Arc::new(before));
        lesson.result.reaches = vec![outcome];
        for row in texts(&model, cols) {
            prop_assert!(crate::text::width(&row) <= cols, "{row:?}");
        }
    }
}

#[test]
fn the_cast_of_the_lesson_on_the_stage_is_known() {
    let course = super::stage::course();
    let cast = Cast::of(&course.lessons[0]);
    assert!(cast.has(&first()) && cast.has(&second()) && !cast.has(&container("test_container", 9)));
}
