//! A lesson from the start screen to its end, through `update` alone.

mod app_driver;

use std::sync::Arc;

use app_driver::{Driver, engine, passed, snapshot};
use crossterm::event::{KeyCode, KeyModifiers, MouseEvent, MouseEventKind};
use netdojo::app::offer::{Offer, ghost, offer};
use netdojo::app::{Effect, Measure, Measured, Msg, Outcome, Pane, Progress, Screen};
use netdojo::check::{StepResult, Verdict};
use netdojo::i18n::phrase;
use netdojo::lesson::{Need, Values};
use netdojo::network::{Connection, Endpoint, EngineInfo};

fn failed() -> StepResult {
    StepResult { verdict: Verdict::Failed(vec![phrase("app-busy")]), ..StepResult::default() }
}

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

#[test]
fn enter_does_nothing_while_a_line_runs_and_keys_typed_ahead_stay() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    assert_eq!(driver.enter(), []);
    assert_eq!(driver.notice(), Some("app-busy"));
    driver.line("docker ps");
    assert_eq!(driver.effects, []);
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.model.prompt.text, "docker ps");
    assert_eq!(driver.run(), None);
}

#[test]
fn keys_go_to_the_container_on_a_terminal() {
    let mut driver = Driver::in_lesson();
    driver.line("docker exec -it alpine_01 sh");
    assert_eq!(driver.press(KeyCode::Char('l')), [Effect::Send("l".into())]);
    assert_eq!(driver.enter(), [Effect::Send("\r".into())]);
    assert_eq!(driver.control('d'), [Effect::Send(vec![4].into())]);
    assert_eq!(driver.press(KeyCode::F(1)), [Effect::Send("\x1bOP".into())]);
    assert_eq!(driver.control('c'), [Effect::Interrupt]);
    assert_eq!(driver.print("\x1b[6n"), [Effect::Send("\x1b[2;1R".into())], "the emulator answers");

    driver.control(']');
    assert_eq!(driver.notice(), Some("app-detached-keys"));
    driver.type_text("x");
    assert_eq!(driver.model.prompt.text, "x");
    assert_eq!(driver.control('c'), [Effect::Interrupt]);
    driver.control('5');
    assert_eq!(driver.press(KeyCode::Char('y')), [Effect::Send("y".into())]);
    assert_eq!(driver.send(Msg::Paste("a\nb".into())), [Effect::Send("a\rb".into())]);
}

#[test]
fn an_endless_task_says_how_to_stop_it() {
    let mut driver = Driver::in_lesson();
    let ping = driver.model.course.lessons[0].steps.iter().position(|step| step.id == "ping").unwrap();
    for _ in 0..ping {
        driver.line("/next");
    }
    driver.enter();
    assert_eq!(driver.notice(), Some("app-until-interrupt"));
    driver.print("PING other_container (172.17.0.2): 56 data bytes\r\n");
    assert_eq!(driver.control('c'), [Effect::Interrupt]);
    driver.print("^C\r\n");
    driver.end(Outcome::Exited(0));
    let run = driver.lesson().tasks[0].run.clone().unwrap();
    assert!(run.interrupted);
    assert_eq!(run.lines, ["PING other_container (172.17.0.2): 56 data bytes", "^C"]);
}

#[test]
fn solve_interrupts_where_the_lesson_does() {
    let mut driver = Driver::in_lesson();
    let ping = driver.model.course.lessons[0].steps.iter().position(|step| step.id == "ping").unwrap();
    for _ in 0..ping {
        driver.line("/next");
    }
    driver.line("/solve");
    assert!(driver.run().is_some());
    driver.print("PING other_container (172.17.0.2): 56 data bytes\r\n");
    let mut sent = Vec::new();
    for seq in 0..4 {
        let line = format!("64 bytes from 172.17.0.2: seq={seq} ttl=64 time=0.067 ms\r\n");
        sent.extend(driver.print(&line).to_vec());
    }
    assert_eq!(sent, [Effect::Interrupt], "once");
}

#[test]
fn solve_stops_at_the_first_failure() {
    let mut driver = Driver::in_lesson();
    driver.line("/solve");
    assert!(driver.run().is_some());
    driver.end(Outcome::Exited(1));
    assert_eq!(driver.run(), None);
    assert!(!driver.lesson().solving);
}

#[test]
fn without_a_terminal_ctrl_c_leaves_and_says_that_it_goes_on() {
    let mut driver = Driver::in_lesson();
    driver.line("docker exec alpine_01 sleep 100");
    assert_eq!(driver.control('c'), [Effect::Detach]);
    assert_eq!(driver.control('c'), [], "once is enough");
    driver.end(Outcome::Detached);
    assert_eq!(driver.notice(), Some("app-detached-goes-on"));
    assert!(driver.model.running.is_none());
}

#[test]
fn what_reads_without_a_terminal_gets_lines_and_the_end() {
    let mut driver = Driver::in_lesson();
    driver.line("docker exec -i alpine_01 cat");
    assert_eq!(driver.line("hello"), [Effect::Send("hello\n".into())]);
    assert_eq!(driver.control('d'), [Effect::Eof]);
}

#[test]
fn leaving_while_something_runs_is_asked_for_twice() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    assert_eq!(driver.control('d'), []);
    assert_eq!(driver.notice(), Some("app-confirm-quit"));
    driver.type_text("x");
    driver.press(KeyCode::Backspace);
    assert_eq!(driver.control('d'), [], "anything else in between calls it off");
    assert_eq!(driver.control('d').last(), Some(&Effect::Quit));
    assert!(driver.model.quitting);
    assert_eq!(driver.enter(), []);
}

#[test]
fn slash_quit_leaves_and_so_does_a_full_width_one() {
    let mut driver = Driver::new();
    assert_eq!(driver.line("/quit").last(), Some(&Effect::Quit));
    let mut driver = Driver::in_lesson();
    assert_eq!(driver.line("／ｑｕｉｔ").last(), Some(&Effect::Quit));
}

#[test]
fn full_width_letters_are_folded_and_that_is_said() {
    let mut driver = Driver::in_lesson();
    driver.line("ｄｏｃｋｅｒ　ｐｓ");
    assert_eq!(driver.run(), Some("docker ps"));
    assert_eq!(driver.notice(), Some("app-folded"));
}

#[test]
fn a_lost_engine_makes_verdicts_unknown_and_never_failed() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    driver.end(Outcome::Exited(0));
    let asked = driver.judge().unwrap();
    driver.judged(passed());
    driver.line("docker ps");
    let reason = phrase("app-line-lost");
    driver.send(Msg::Connection(Connection::Lost { info: engine(), reason: reason.clone() }));
    driver.end(Outcome::Lost);
    assert_eq!(driver.judge(), None);
    assert_eq!(driver.notice(), Some("app-line-lost"));
    assert_eq!(driver.lesson().result.verdict, Verdict::Unknown(reason));
    driver.send(Msg::Judged(asked, Box::new(failed())));
    assert!(matches!(driver.lesson().result.verdict, Verdict::Unknown(_)), "an old answer changes nothing");

    driver.send(Msg::Connection(Connection::Ready(engine())));
    driver.opened();
    assert!(driver.judge().is_some(), "it is judged anew");
}

#[test]
fn taken_names_keep_the_lesson_from_running_until_they_are_free() {
    let mut driver = Driver::new();
    driver.enter();
    let Some(Effect::Open { generation, .. }) =
        driver.effects.iter().find(|e| matches!(e, Effect::Open { .. }))
    else {
        panic!("the engine is looked at")
    };
    let taken = vec![phrase("app-busy")];
    let opened = Msg::Opened {
        generation: *generation,
        taken: taken.clone(),
        lacking: vec![],
        values: Values::default(),
    };
    driver.send(opened);
    assert_eq!(offer(&driver.model), Offer::Blocked(taken[0].clone()));
    assert_eq!(driver.enter(), []);
    let line = driver.model.course.lessons[0].steps[0].tasks[0].line.clone();
    assert_eq!(driver.line(&line), [], "typing it is no way around");
    driver.control('u');
    driver.line("docker ps");
    assert_eq!(driver.run(), Some("docker ps"));
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.judge(), None, "somebody else's containers must not pass a step");

    driver.send(Msg::Snapshot(snapshot(&["other"])));
    driver.opened();
    assert_eq!(driver.notice(), Some("app-names-free"));
    assert!(matches!(offer(&driver.model), Offer::Run { .. }));
}

#[test]
fn what_the_engine_lacks_skips_steps() {
    let mut driver = Driver::new();
    driver.enter();
    let generation = driver.model.generation;
    let lacking = vec![phrase("app-busy")];
    driver.send(Msg::Opened {
        generation,
        taken: vec![],
        lacking: lacking.clone(),
        values: Values::default(),
    });
    assert_eq!(driver.lesson().result.verdict, Verdict::Skipped(lacking[0].clone()));
    assert_eq!(offer(&driver.model), Offer::Next);
    driver.enter();
    assert_eq!(driver.lesson().result.verdict, Verdict::Skipped(lacking[0].clone()));
}

#[test]
fn reset_is_asked_for_and_begins_anew() {
    let mut driver = Driver::in_lesson();
    driver.line("/next");
    driver.line("/reset");
    assert_eq!(driver.notice(), Some("app-confirm-reset"));
    driver.press(KeyCode::Left);
    driver.enter();
    assert!(driver.run().is_some(), "another key called it off");
    driver.end(Outcome::Exited(0));

    driver.line("/reset");
    let Some(&Effect::Reset { generation, .. }) = driver.enter().first() else { panic!("it is reset") };
    assert!(matches!(offer(&driver.model), Offer::Blocked(_)));
    driver.send(Msg::Reset(generation, Ok(())));
    driver.opened();
    assert_eq!((driver.lesson().step, &driver.lesson().result.verdict), (0, &Verdict::NotRun));
}

#[test]
fn a_change_that_the_step_is_about_is_judged_and_one_judgement_at_a_time() {
    let mut driver = Driver::in_lesson();
    driver.send(Msg::Snapshot(snapshot(&["nothing_to_do_with_it"])));
    assert_eq!(driver.judge(), None);
    driver.send(Msg::Snapshot(snapshot(&["alpine_01"])));
    let first = driver.judge().unwrap();
    driver.send(Msg::Snapshot(snapshot(&[])));
    assert_eq!(driver.judge(), None, "one is under way");
    driver.send(Msg::Judged(first, Box::new(failed())));
    assert!(driver.judge().is_some(), "and is repeated, as something happened meanwhile");
}

#[test]
fn pasted_lines_wait_for_enter_one_by_one() {
    let mut driver = Driver::in_lesson();
    assert_eq!(driver.send(Msg::Paste("docker ps\ndocker images\n".into())), []);
    assert_eq!(driver.notice(), Some("app-pasted"));
    driver.enter();
    assert_eq!(driver.run(), Some("docker ps"));
    assert_eq!(driver.model.prompt.text, "docker images");
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.run(), None);
    driver.enter();
    assert_eq!(driver.run(), Some("docker images"));
}

#[test]
fn the_ghost_is_taken_over_for_editing() {
    let mut driver = Driver::in_lesson();
    let line = driver.model.course.lessons[0].steps[0].tasks[0].line.clone();
    driver.press(KeyCode::Tab);
    assert_eq!(driver.model.prompt.text, line);
    driver.control('u');
    driver.type_text("docker r");
    assert_eq!(ghost(&driver.model).as_deref(), line.strip_prefix("docker r"));
    driver.press(KeyCode::Right);
    assert_eq!(driver.model.prompt.text, line);
}

#[test]
fn history_is_kept() {
    let mut driver = Driver::in_lesson();
    driver.line("docker ps");
    assert!(driver.effects.iter().any(|effect| matches!(effect, Effect::Save(_))));
    driver.end(Outcome::Exited(0));
    driver.press(KeyCode::Up);
    assert_eq!(driver.model.prompt.text, "docker ps");
}

#[test]
fn a_lesson_is_opened_by_number() {
    let mut driver = Driver::new();
    driver.line("99");
    assert_eq!(driver.notice(), Some("app-no-such-lesson"));
    driver.line("1");
    assert_eq!(driver.lesson().lesson, 0);
}

#[test]
fn without_an_engine_a_lesson_can_be_read() {
    let mut driver = Driver::without_engine(Progress::default());
    let reason = phrase("app-line-lost");
    driver.send(Msg::Connection(Connection::Absent { reason: reason.clone() }));
    driver.enter();
    assert_eq!(offer(&driver.model), Offer::Blocked(reason));
    assert_eq!(driver.enter(), []);
    driver.send(Msg::Connection(Connection::Ready(engine())));
    driver.opened();
    assert!(matches!(offer(&driver.model), Offer::Run { .. }));
}

#[test]
fn slash_commands_are_completed_while_they_are_typed() {
    let mut driver = Driver::in_lesson();
    driver.type_text("/ba");
    let offered = driver.model.prompt.completion.clone().unwrap();
    assert_eq!(offered.candidates[0].text, "/back");
    driver.press(KeyCode::Tab);
    assert_eq!(driver.model.prompt.text, "/back ");
    driver.control('u');
    driver.type_text("／");
    driver.press(KeyCode::Down);
    driver.press(KeyCode::Down);
    assert_eq!(driver.model.prompt.text, "/back");
    driver.press(KeyCode::Esc);
    assert_eq!(driver.model.prompt.completion, None);
    assert_eq!(driver.model.overlay, None);
}

#[test]
fn tab_completes_words_from_what_exists() {
    let mut driver = Driver::in_lesson();
    driver.send(Msg::Snapshot(snapshot(&["alpine_01", "alpine_02"])));
    driver.type_text("ｄｏｃｋｅｒ　ex");
    driver.press(KeyCode::Tab);
    assert_eq!(driver.model.prompt.text, "docker exec ", "what is folded is seen to be");
    driver.type_text("alp");
    driver.press(KeyCode::Tab);
    assert_eq!(driver.model.prompt.text, "docker exec alpine_0");
    let chosen = |driver: &Driver| driver.model.prompt.completion.as_ref().unwrap().selected;
    assert_eq!(chosen(&driver), None);
    driver.press(KeyCode::Tab);
    driver.press(KeyCode::Tab);
    assert_eq!((driver.model.prompt.text.as_str(), chosen(&driver)), ("docker exec alpine_02", Some(1)));
    driver.press(KeyCode::BackTab);
    assert_eq!(driver.model.prompt.text, "docker exec alpine_01");
    assert_eq!(driver.enter(), [], "Enter takes the candidate, and runs nothing");
    driver.type_text(" ls");
    assert_eq!(driver.model.prompt.completion, None);
    driver.enter();
    assert_eq!(driver.run(), Some("docker exec alpine_01 ls"));
}

#[test]
fn the_palette_finds_commands_in_either_language() {
    let mut driver = Driver::in_lesson();
    for query in ["zoom", "広げる", "whole screen"] {
        driver.press(KeyCode::Esc);
        driver.type_text(query);
        driver.enter();
        assert!(driver.lesson().zoomed, "{query}");
        driver.press(KeyCode::F(4));
        assert!(!driver.lesson().zoomed);
    }
}

#[test]
fn the_language_changes_in_place_and_is_kept() {
    let mut driver = Driver::in_lesson();
    let before = driver.model.lang.clone();
    driver.press(KeyCode::F(2));
    assert_ne!(driver.model.lang, before);
    assert_eq!(driver.model.progress.lang, Some(driver.model.lang.to_string()));
    driver.line(&format!("/lang {before}"));
    assert_eq!(driver.model.lang, before);
    driver.line("/lang xx");
    assert_eq!(driver.notice(), Some("app-no-such-language"));
}

#[test]
fn the_output_pane_is_shown_and_fitted() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    assert_eq!(driver.lesson().tab, Pane::Output);
    let effects = driver.send(Msg::Resized(160, 45)).to_vec();
    let size = driver.model.output.size();
    assert_eq!(effects, [Effect::ResizeOutput(size.cols, size.rows)]);
    assert_eq!(driver.model.running.as_ref().unwrap().capture.size(), size);
}

#[test]
fn a_flood_is_captured_up_to_a_limit() {
    let mut driver = Driver::in_lesson();
    driver.line("docker exec alpine_01 yes");
    let chunk = "y\n".repeat(64 * 1024);
    for _ in 0..20 {
        driver.print(&chunk);
    }
    assert_eq!(driver.model.running.as_ref().unwrap().captured, 1 << 20);
}

/// The built-in course, with this as its first task.
fn with_first_task(line: &str) -> Driver {
    let mut driver = Driver::without_engine(Progress::default());
    let mut course = (*driver.model.course).clone();
    course.lessons[0].steps[0].tasks[0].line = line.into();
    driver.model.course = Arc::new(course);
    let mut driver = driver.connected();
    driver.enter();
    let generation = driver.model.generation;
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
    driver.end(Outcome::Exited(1));
    assert_eq!(driver.notice(), Some("app-exited-expected"));
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

fn measured(rows: usize, first: usize) -> Msg {
    let measure = Measure { rows, shown: 10, first };
    Msg::Measured(Measured { panes: Pane::ALL.map(|pane| (pane, measure)).into(), overlay: measure })
}

#[test]
fn scrolling_ends_where_the_content_does() {
    let mut driver = Driver::in_lesson();
    let at = |driver: &Driver| driver.lesson().scroll.get(&Pane::Lesson).copied();
    assert_eq!(at(&driver), Some(0), "a step is read from its beginning");
    driver.send(measured(25, 0));
    for first in [9, 15, 15] {
        driver.press(KeyCode::PageDown);
        assert_eq!(at(&driver), Some(first));
    }
    driver.send(measured(12, 15));
    assert_eq!(at(&driver), Some(2), "the content has become shorter");
    driver.press(KeyCode::PageUp);
    assert_eq!(at(&driver), Some(0));
}

#[test]
fn the_output_follows_its_tail_unless_it_was_scrolled() {
    let mut driver = Driver::in_lesson();
    let at = |driver: &Driver| driver.lesson().scroll.get(&Pane::Output).copied();
    driver.send(measured(100, 90));
    let wheel = |kind| {
        let area = netdojo::app::layout::areas(&driver.model).unwrap();
        let (column, row) = area.output.map_or((5, 25), |output| (output.x + 2, output.y + 2));
        Msg::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
    };
    let (up, down) = (wheel(MouseEventKind::ScrollUp), wheel(MouseEventKind::ScrollDown));
    driver.press(KeyCode::F(3));
    driver.press(KeyCode::F(3));
    assert_eq!((driver.lesson().focus, driver.lesson().tab), (Pane::Output, Pane::Output));
    driver.send(up);
    assert_eq!(at(&driver), Some(87));
    driver.send(down);
    assert_eq!(at(&driver), None, "at its end it follows again");
}

#[test]
fn the_explanation_comes_into_sight_when_the_step_has_passed() {
    let mut driver = Driver::in_lesson();
    driver.enter();
    driver.send(measured(25, 12));
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.lesson().scroll[&Pane::Lesson], 12, "it stays where the command was");
    driver.judged(passed());
    driver.send(measured(30, 20));
    assert_eq!(driver.lesson().scroll[&Pane::Lesson], 20);
}

#[test]
fn hints_come_one_at_a_time() {
    let mut driver = Driver::in_lesson();
    driver.line("/hint");
    assert_eq!((driver.lesson().hints, driver.notice()), (1, Some("app-hint")));
    while driver.notice() == Some("app-hint") {
        driver.line("/hint");
    }
    assert_eq!(driver.notice(), Some("app-no-more-hints"));
}

#[test]
fn being_asked_to_end_saves_and_quits() {
    let mut driver = Driver::in_lesson();
    let effects = driver.send(Msg::Terminate).to_vec();
    assert!(matches!(effects[..], [Effect::Save(_), Effect::Quit]));
}
