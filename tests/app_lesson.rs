//! A lesson from the start screen to its end, through `update` alone.

mod app_driver;

use std::sync::Arc;

use app_driver::{Driver, engine, failed, passed, snapshot};
use netdojo::app::offer::{Offer, ghost, offer};
use netdojo::app::{Effect, Msg, Outcome, Overlay, Progress, Screen};
use netdojo::check::Verdict;
use netdojo::lesson::{Need, Values};
use netdojo::network::{Connection, Endpoint, EngineInfo};

#[test]
fn enter_alone_goes_from_the_list_to_the_end() {
    let mut driver = Driver::in_lesson();
    let steps = driver.model.course.lessons[0].steps.clone();
    for (index, step) in steps.iter().enumerate() {
        assert_eq!(driver.lesson().step, index);
        if step.is_reading() {
            assert_eq!(offer(&driver.model), Offer::Read);
            driver.enter();
            continue;
        }
        assert_eq!(driver.lesson().result.verdict, Verdict::NotRun, "nothing is judged before it was tried");
        for task in &step.tasks {
            driver.enter();
            let line = driver.lesson().values.fill(&task.line);
            assert_eq!(driver.run(), Some(line.as_str()));
            driver.print("whatever it prints\r\n");
            let exit = task.expected.first().map_or(0, |expected| expected.exit);
            driver.end(Outcome::Exited(exit));
        }
        let runs: Vec<_> = driver.lesson().tasks.iter().map(|task| task.run.clone().unwrap()).collect();
        assert!(runs.iter().all(|run| run.lines == ["whatever it prints"]));
        while driver.lesson().judging {
            driver.judged(passed());
        }
        let last = index + 1 == steps.len();
        assert_eq!(offer(&driver.model), if last { Offer::Finish } else { Offer::Next });
        driver.enter();
    }
    assert!(matches!(driver.model.screen, Screen::Start(_)));
    assert_eq!(driver.notice(), Some("app-lesson-finished"));
    let id = &driver.model.course.lessons[0].id;
    assert_eq!(driver.model.progress.lessons[id].done.len(), steps.len());
    assert_eq!(driver.model.progress.lessons[id].at, None, "next time it begins at the first step");
}

#[test]
fn the_end_of_the_course_is_celebrated_once() {
    let mut driver = Driver::in_lesson();
    std::sync::Arc::make_mut(&mut driver.model.course).lessons.truncate(1);
    let lesson = driver.model.course.lessons[0].clone();
    let kept = driver.model.progress.lessons.entry(lesson.id.clone()).or_default();
    kept.done = lesson.steps.iter().map(|step| step.id.clone()).collect();
    let to_its_end = |driver: &mut Driver| {
        driver.line(&format!("/goto {}", lesson.steps.len()));
        driver.line("/next");
    };
    to_its_end(&mut driver);
    assert!(matches!(driver.model.screen, Screen::Start(_)));
    assert!(matches!(driver.model.overlay, Some(Overlay::Finished { .. })), "{:?}", driver.model.overlay);
    assert!(driver.model.progress.celebrated);
    driver.enter();
    assert_eq!(driver.model.overlay, None);
    driver.enter();
    to_its_end(&mut driver);
    assert!(matches!(driver.model.screen, Screen::Start(_)));
    assert_eq!(driver.model.overlay, None, "once");
}

#[test]
fn the_lesson_is_resumed_where_it_was_left() {
    let mut driver = Driver::in_lesson();
    driver.line("/next");
    let at = driver.model.course.lessons[0].steps[1].id.clone();
    let kept = driver.model.progress.clone();
    let mut driver = Driver::with(kept);
    driver.enter();
    assert_eq!(driver.lesson().step, 1);
    assert_eq!(driver.model.progress.lessons.values().next().unwrap().at.as_ref(), Some(&at));
}

#[test]
fn a_step_that_had_passed_is_judged_at_once_and_lets_go_on() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    driver.end(Outcome::Exited(0));
    driver.judged(passed());
    driver.enter();
    driver.line("/back");
    driver.judged(passed());
    assert_eq!(offer(&driver.model), Offer::Next);
    driver.line("/back");
    assert_eq!(driver.notice(), Some("app-first-step"));
}

#[test]
fn a_line_of_ones_own_counts_when_it_does_the_same() {
    let mut driver = Driver::in_lesson();
    driver.line("docker run  --name=alpine_01 -itd alpine");
    assert_eq!(driver.model.running.as_ref().unwrap().task, Some(0));
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.lesson().task, 1);
}

#[test]
fn another_line_does_not_move_the_ghost_but_is_judged() {
    let mut driver = Driver::in_lesson();
    let before = ghost(&driver.model);
    driver.line("docker ps");
    assert_eq!(driver.run(), Some("docker ps"));
    driver.end(Outcome::Exited(0));
    assert!(driver.judge().is_some());
    driver.judged(failed());
    assert_eq!(ghost(&driver.model), before);
}

#[test]
fn what_was_made_by_another_way_is_not_offered_to_be_made_again() {
    let mut driver = Driver::in_lesson();
    driver.line("docker create -it --name alpine_01 alpine");
    driver.end(Outcome::Exited(0));
    driver.send(Msg::Snapshot(snapshot(&["alpine_01"])));
    driver.judged(passed());
    let offered = ghost(&driver.model);
    assert!(offered.as_ref().is_none_or(|line| !line.contains("docker run")), "{offered:?}");
}

#[test]
fn a_step_that_holds_already_keeps_its_commands_when_another_line_only_looks() {
    let mut driver = Driver::in_lesson();
    let before = ghost(&driver.model);
    assert!(before.is_some());
    driver.line("docker ps");
    driver.end(Outcome::Exited(0));
    driver.judged(passed());
    assert_eq!(ghost(&driver.model), before);
}

#[test]
fn a_step_left_before_its_last_command_is_not_done() {
    let mut driver = Driver::in_lesson();
    let lesson = driver.model.course.lessons[0].clone();
    let (index, step) = lesson
        .steps
        .iter()
        .enumerate()
        .find(|(_, step)| step.tasks.len() == 2 && !step.goals.is_empty())
        .unwrap();
    driver.line(&format!("/goto {}", index + 1));
    driver.enter();
    driver.end(Outcome::Exited(step.tasks[0].expected.first().map_or(0, |expected| expected.exit)));
    driver.judged(passed());
    assert!(matches!(offer(&driver.model), Offer::Run { task: 1, .. }), "{:?}", offer(&driver.model));
    assert!(!driver.model.progress.lessons[&lesson.id].done.contains(&step.id));
    let mut again = Driver::with(driver.model.progress.clone());
    again.enter();
    again.opened();
    assert_eq!(again.lesson().step, index);
    assert_eq!(again.lesson().result.verdict, Verdict::NotRun);
    driver.line("/next");
    assert!(driver.model.progress.lessons[&lesson.id].done.contains(&step.id), "who goes on keeps it");
}

#[test]
fn a_task_that_failed_is_offered_again_until_the_goals_hold() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    driver.print("docker: Error response from daemon: Conflict.\n");
    driver.end(Outcome::Exited(125));
    assert_eq!(driver.notice(), Some("app-exited"));
    driver.judged(failed());
    assert!(matches!(offer(&driver.model), Offer::Run { task: 0, .. }));
    driver.enter();
    driver.end(Outcome::Exited(125));
    driver.judged(passed());
    assert_eq!(offer(&driver.model), Offer::Next, "what was typed does not matter");
}

#[test]
fn a_refusal_is_explained_and_asking_for_the_verdict_leaves_no_word_behind() {
    let mut driver = Driver::in_lesson();
    driver.line("docker exec alpine_09 ls");
    driver.print("Error response from daemon: No such container: alpine_09\n");
    driver.end(Outcome::Exited(1));
    assert_eq!(driver.notice(), Some("app-refusal-no-container"));
    driver.judged(failed());
    assert_eq!(driver.notice(), Some("app-refusal-no-container"), "the verdict does not hide it");
    driver.line("/check");
    assert_eq!(driver.notice(), Some("app-judging"));
    driver.judged(failed());
    assert_eq!(driver.notice(), None);
}

/// The built-in course, with this as its first task.
fn with_first_task(line: &str) -> Driver {
    let mut driver = Driver::without_engine(Progress::default());
    let mut course = (*driver.model.course).clone();
    course.lessons[0].steps[0].tasks[0].line = line.into();
    driver.model.course = Arc::new(course);
    let mut driver = driver.connected();
    driver.enter();
    let generation = driver.lesson().opening.expect("a lesson that is being opened");
    driver.send(Msg::Opened { generation, taken: vec![], lacking: vec![], values: Values::default() });
    driver
}

fn on_bridge(address: &str) -> Msg {
    let mut snapshot = (*snapshot(&["alpine_01"])).clone();
    for container in snapshot.containers.values_mut() {
        let ipv4 = address.parse().ok();
        container.endpoints.push(Endpoint { network: "bridge".into(), ipv4, ..Endpoint::default() });
    }
    Msg::Snapshot(Arc::new(snapshot))
}

#[test]
fn a_line_waits_for_its_value_and_follows_it() {
    let mut driver = with_first_task("docker exec alpine_02 ping -c 1 [IP:first]");
    assert_eq!(offer(&driver.model), Offer::Waiting { missing: vec!["first".into()] });
    assert_eq!(driver.enter(), []);
    assert_eq!(driver.notice(), Some("app-waiting-values"));
    for address in ["172.17.0.2", "172.17.0.9"] {
        driver.send(on_bridge(address));
        let line = format!("docker exec alpine_02 ping -c 1 {address}");
        assert_eq!(offer(&driver.model), Offer::Run { task: 0, line });
    }
}

#[test]
fn solve_waits_for_a_value_and_then_goes_on_unless_it_is_called_off() {
    let mut driver = with_first_task("docker exec alpine_02 ping -c 1 [IP:first]");
    driver.line("/solve");
    driver.send(on_bridge("172.17.0.2"));
    assert_eq!(driver.run(), Some("docker exec alpine_02 ping -c 1 172.17.0.2"));

    let mut driver = with_first_task("docker exec alpine_02 ping -c 1 [IP:first]");
    driver.line("/solve");
    driver.control('c');
    driver.send(on_bridge("172.17.0.2"));
    assert_eq!(driver.run(), None);
}

#[test]
fn solve_runs_a_step_again_that_did_not_pass() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    driver.end(Outcome::Exited(0));
    driver.judged(failed());
    assert_eq!(offer(&driver.model), Offer::Check);
    driver.line("/solve");
    assert!(driver.run().is_some());
}

#[test]
fn an_exit_code_that_is_expected_is_said_to_be() {
    let mut driver = Driver::in_lesson();
    let step = driver.model.course.lessons[0].steps.iter().position(|step| step.id == "one-way").unwrap();
    for _ in 0..step {
        driver.line("/next");
    }
    driver.enter();
    driver.print("ping: bad address 'alpine_02'\r\n");
    driver.end(Outcome::Exited(1));
    assert_eq!(driver.notice(), Some("app-exited-expected"));
    driver.model.prompt.set(&driver.model.course.lessons[0].steps[step].tasks[0].line.clone());
    driver.enter();
    driver.print("Something else went wrong.\r\n");
    driver.end(Outcome::Exited(1));
    assert_eq!(driver.notice(), Some("app-exited"), "the same code, and another reason");
}

#[test]
fn a_step_of_which_the_engine_lacks_something_is_skipped() {
    let mut driver = Driver::without_engine(Progress::default());
    let mut course = (*driver.model.course).clone();
    course.lessons[0].steps[1].needs.push(Need::LocalPorts);
    driver.model.course = Arc::new(course);
    driver.send(Msg::Connection(Connection::Ready(EngineInfo { local: false, ..engine() })));
    driver.send(Msg::Snapshot(snapshot(&[])));
    driver.enter();
    driver.opened();
    assert_eq!(driver.lesson().result.verdict, Verdict::NotRun);
    driver.line("/next");
    assert!(matches!(driver.lesson().result.verdict, Verdict::Skipped(_)));
    driver.line("docker ps");
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.judge(), None);
}

#[test]
fn being_asked_to_end_saves_and_quits() {
    let mut driver = Driver::in_lesson();
    let effects = driver.send(Msg::Terminate).to_vec();
    assert!(matches!(effects[..], [Effect::Note { .. }, Effect::Save(_), Effect::Quit]), "{effects:?}");
}
