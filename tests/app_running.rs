//! Lines that run, through `update` alone: what they get to read, how they end, and how one leaves meanwhile.

mod app_driver;

use app_driver::{Driver, snapshot};
use crossterm::event::KeyCode;
use netdojo::app::{Effect, Front, Msg, Outcome, Progress};
use netdojo::i18n::phrase;
use netdojo::report::{End, Event};

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
    assert_eq!(driver.notice(), Some("app-detached-shell"));
    driver.type_text("x");
    assert_eq!(driver.model.prompt.text, "x");
    driver.control('5');
    assert_eq!(driver.press(KeyCode::Char('y')), [Effect::Send("y".into())]);
    assert_eq!(driver.send(Msg::Paste("a\nb".into())), [Effect::Send("a\rb".into())]);
}

#[test]
fn ctrl_c_clears_the_prompt_before_it_reaches_what_runs() {
    let mut driver = Driver::in_lesson();
    driver.line("docker exec -it alpine_01 sh");
    driver.control(']');
    assert_eq!(driver.line("docker ps"), [], "a line still runs");
    assert_eq!((driver.notice(), driver.model.prompt.text.as_str()), (Some("app-busy-shell"), "docker ps"));
    assert_eq!(driver.control('c'), []);
    assert_eq!(driver.model.prompt.text, "");
    assert_eq!(driver.control('c'), [Effect::Interrupt]);
    assert_eq!(driver.line("/detach"), [Effect::Detach]);
    driver.end(Outcome::Detached);
    assert_eq!(driver.notice(), Some("app-detached-exec"));

    driver.line("docker exec alpine_01 sleep 100");
    driver.line("docker ps");
    assert_eq!(driver.control('c'), []);
    assert_eq!(driver.model.prompt.text, "");
    assert_eq!(driver.control('c'), [Effect::Detach]);
}

#[test]
fn what_an_interrupt_ends_is_told_from_a_shell() {
    for (line, left, busy) in [
        ("docker exec -it alpine_01 sh", "app-detached-shell", "app-busy-shell"),
        ("docker run -it --rm alpine", "app-detached-shell", "app-busy-shell"),
        ("docker exec -t alpine_01 ping alpine_02", "app-detached-keys", "app-busy-left"),
    ] {
        let mut driver = Driver::in_lesson();
        driver.line(line);
        driver.control(']');
        assert_eq!(driver.notice(), Some(left), "{line}");
        driver.enter();
        assert_eq!(driver.notice(), Some(busy), "{line}");
        driver.end(Outcome::Exited(0));
        assert_eq!(driver.notice(), None, "{line}: it runs no more");
    }
}

#[test]
fn what_another_lesson_printed_is_told_apart() {
    let mut driver = Driver::of(netdojo::lesson::load(), Progress::default()).connected();
    let heads = |driver: &Driver| {
        let lines = driver.model.output.logical_lines();
        lines.into_iter().filter(|line| line.starts_with('#')).collect::<Vec<_>>()
    };
    driver.send(Msg::OpenLesson(0));
    assert_eq!(heads(&driver), [""; 0], "nothing stands above");
    driver.opened();
    driver.line("docker ps");
    driver.print("CONTAINER ID\r\n");
    driver.end(Outcome::Exited(0));
    driver.send(Msg::OpenLesson(0));
    assert_eq!(heads(&driver), [""; 0], "it is the same lesson");
    driver.send(Msg::OpenLesson(1));
    let title = &driver.model.course.lessons[1].prose_in(&driver.model.lang).unwrap().title;
    assert_eq!(heads(&driver), [format!("# {title}")]);
    assert_eq!(driver.model.output.logical_lines()[..3], ["$ docker ps", "CONTAINER ID", ""]);
}

#[test]
fn why_a_line_was_not_run_is_written_below_it() {
    let mut driver = Driver::in_lesson();
    driver.line("docker ps && docker ps");
    let reason = phrase("shell-op-sequence").with("op", "&&");
    driver.end(Outcome::Refused(reason.clone(), 2));
    assert_eq!(driver.notice(), Some("shell-op-sequence"));
    let asked = driver.effects.iter().filter(|effect| **effect == Effect::Explain(reason.clone()));
    assert_eq!(asked.count(), 1);
    driver.send(Msg::Explained("words ".repeat(20)));
    let output = &driver.model.output;
    let lines = output.logical_lines();
    assert_eq!(
        (lines[0].as_str(), lines[1].starts_with("netdojo: words words")),
        ("$ docker ps && docker ps", true)
    );
    assert!(lines.len() > 2 && lines[2].starts_with("words"), "it breaks between words: {lines:?}");
    assert!(output.styled_lines()[2][0].style.fg.is_some(), "it looks like an error");
    assert_eq!(output.cursor().col, 0);
    // What the line printed is what the report shows, and the reason stands beside it.
    let Some(Event::Ended { end: End::Refused { .. }, printed }) = driver.noted.last() else {
        panic!("{:?}", driver.noted)
    };
    assert!(printed.is_empty());

    driver.line("docker exec nosuch ls");
    driver.print("Error response from daemon: No such container: nosuch\n");
    driver.end(Outcome::Exited(1));
    assert!(
        !driver.effects.iter().any(|effect| matches!(effect, Effect::Explain(_))),
        "the engine has said it"
    );

    driver.model.front = Front::Lines { typed: true };
    driver.send(Msg::Line("docker ps && docker ps".into()));
    driver.end(Outcome::Refused(reason, 2));
    assert!(!driver.effects.iter().any(|effect| matches!(effect, Effect::Explain(_))), "it is told once");
}

#[test]
fn what_was_probably_meant_is_said_from_what_exists() {
    let mut driver = Driver::in_lesson();
    driver.send(Msg::Snapshot(snapshot(&["ports-web"])));
    driver.line("docker logs port-web");
    driver.print("Error response from daemon: No such container: port-web\n");
    driver.end(Outcome::Exited(1));
    assert_eq!(driver.notice(), Some("app-refusal-no-container-near"));
    driver.line("docker rm -f port-web");
    driver.print("Error response from daemon: No such container: port-web\n");
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.notice(), Some("app-refusal-no-container-near"), "docker calls that a success");
    driver.line("docker rnu nginx");
    driver.end(Outcome::Exited(1));
    assert_eq!(driver.notice(), Some("app-refusal-unknown-near"));
    driver.line("docker exec ports-web false");
    driver.end(Outcome::Exited(1));
    assert_eq!(driver.notice(), Some("app-exited"));
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
    assert_eq!(driver.notice(), Some("app-detached-exec"));
    assert!(driver.model.running.is_none());
    driver.line("docker run alpine sleep 100");
    driver.control('c');
    driver.end(Outcome::Detached);
    assert_eq!(driver.notice(), Some("app-detached-goes-on"), "its container can be stopped");
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

/// top draws from the first row on, and leaves its cursor wherever it has just drawn.
#[test]
fn what_follows_a_program_that_drew_all_over_begins_below_it() {
    let mut driver = Driver::in_lesson();
    driver.line("docker exec -it alpine_01 top");
    driver.print("\x1b[H\x1b[JMem: 1\r\nPID USER\r\n26 root top\x1b[2;1H");
    driver.end(Outcome::Detached);
    driver.line("docker ps");
    let lines = driver.model.output.logical_lines();
    assert_eq!(lines[lines.len() - 2..], ["26 root top", "$ docker ps"], "{lines:?}");
}
