//! In the midst of a step: what is not done yet has not failed, what has been made is not made again, and what is known
//! early is shown early.

mod app_driver;

use app_driver::{Driver, failed, passed, snapshot};
use crossterm::event::KeyCode;
use netdojo::app::offer::{Offer, ghost, offer};
use netdojo::app::{Msg, Outcome, Pane, Screen};
use netdojo::check::{Outcome as Stands, StepResult, Verdict};
use netdojo::i18n::phrase;

/// The step of the lesson `link` that has that id, opened.
fn at(id: &str) -> Driver {
    let mut driver = Driver::in_lesson();
    let step = driver.model.course.lessons[0].steps.iter().position(|step| step.id == id).expect("a step");
    driver.line(&format!("/goto {}", step + 1));
    assert_eq!(driver.lesson().step, step);
    driver
}

/// A judgement by which the first goal holds and the others do not.
fn half(driver: &Driver) -> StepResult {
    let step = &driver.model.course.lessons[0].steps[driver.lesson().step];
    let fails = || Stands::Fails(phrase("app-busy"));
    let goals = (0..step.goals.len()).map(|index| if index == 0 { Stands::Holds } else { fails() }).collect();
    let reaches = step.reaches.iter().map(|_| fails()).collect();
    StepResult { goals, reaches, ..failed() }
}

/// Runs what is offered, as the lesson expects it.
fn run_as_expected(driver: &mut Driver, printed: &str, exit: i64) {
    driver.enter();
    driver.print(printed);
    driver.end(Outcome::Exited(exit));
}

#[test]
fn a_step_in_its_midst_has_not_failed() {
    let mut driver = at("stopped");
    run_as_expected(&mut driver, "alpine_01\r\n", 0);
    let judged = half(&driver);
    driver.judged(judged);
    assert_eq!(driver.lesson().result.verdict, Verdict::NotRun, "its second command is still to run");
    assert!(!driver.lesson().result.goals.iter().any(|goal| matches!(goal, Stands::Fails(_))));
    assert!(driver.lesson().result.goals.contains(&Stands::Pending));
    run_as_expected(&mut driver, "something else\r\n", 1);
    let judged = half(&driver);
    driver.judged(judged);
    assert!(matches!(driver.lesson().result.verdict, Verdict::Failed(_)), "now all has been done");
}

#[test]
fn a_line_of_ones_own_that_does_not_help_has_failed() {
    let mut driver = at("stopped");
    driver.line("docker stop somebody");
    driver.end(Outcome::Exited(1));
    driver.judged(failed());
    assert!(matches!(driver.lesson().result.verdict, Verdict::Failed(_)));
}

#[test]
fn looking_around_and_slips_of_the_fingers_are_no_attempt() {
    let mut driver = at("stopped");
    for line in ["docker ps", "dokcer ps", "docker rnu x", "docker exec alpine_01 ip a"] {
        driver.line(line);
        driver.end(Outcome::Exited(1));
        driver.judged(failed());
        assert_eq!(driver.lesson().result.verdict, Verdict::NotRun, "{line}: nothing has been done yet");
    }
    run_as_expected(&mut driver, "alpine_01\r\n", 0);
    driver.judged(half(&driver));
    driver.line("docker ps");
    driver.end(Outcome::Exited(0));
    driver.judged(half(&driver));
    assert_eq!(driver.lesson().result.verdict, Verdict::NotRun, "it goes on where it was");
}

#[test]
fn whoever_asks_is_told_what_is_missing() {
    for asked in ["/check", "/why"] {
        let mut driver = at("stopped");
        driver.line(asked);
        driver.judged(failed());
        assert!(matches!(driver.lesson().result.verdict, Verdict::Failed(_)), "{asked}");
    }
}

#[test]
fn what_the_state_shows_is_known_before_attempts_have_ended() {
    let mut driver = at("ping");
    driver.line("docker stop alpine_01");
    driver.end(Outcome::Exited(0));
    let generation = driver.lesson().judgement;
    driver.send(Msg::Foreseen(generation, Box::new(half(&driver))));
    assert!(matches!(driver.lesson().result.verdict, Verdict::Failed(_)));
    assert!(driver.lesson().judging, "attempts are still to come");
    driver.judged(passed());
    assert_eq!(driver.lesson().result.verdict, Verdict::Passed);
    // What has passed stands while nothing is found that does not hold.
    driver.line("docker ps");
    driver.end(Outcome::Exited(0));
    let unknown = Verdict::Unknown(phrase("app-judging"));
    let untried = StepResult { verdict: unknown, ..StepResult::default() };
    driver.send(Msg::Foreseen(driver.lesson().judgement, Box::new(untried)));
    assert_eq!(driver.lesson().result.verdict, Verdict::Passed);
    // An answer to an older question changes nothing.
    driver.send(Msg::Foreseen(generation, Box::new(failed())));
    assert_eq!(driver.lesson().result.verdict, Verdict::Passed);
}

/// Attempts that were made before and after a change say nothing together.
#[test]
fn a_step_does_not_pass_by_attempts_of_different_moments() {
    let mut driver = at("second");
    driver.send(Msg::Snapshot(snapshot(&["alpine_01", "alpine_02"])));
    assert!(driver.lesson().judging && !driver.lesson().judge_again);
    let first = driver.lesson().judgement;
    driver.send(Msg::Snapshot(snapshot(&["alpine_01"])));
    assert!(driver.lesson().judge_again);
    driver.judged(passed());
    assert!(!matches!(driver.lesson().result.verdict, Verdict::Passed));
    assert!(driver.lesson().judging && driver.lesson().judgement > first, "it is judged once more");
    driver.judged(passed());
    assert_eq!(driver.lesson().result.verdict, Verdict::Passed);
}

#[test]
fn what_is_there_already_is_not_offered_again() {
    let mut driver = Driver::in_lesson();
    driver.send(Msg::Snapshot(snapshot(&["alpine_01"])));
    driver.line("/lessons");
    driver.enter();
    driver.opened();
    assert_eq!(offer(&driver.model), Offer::Check, "all that the step's commands make is there");
    driver.line("/next");
    let line = ghost(&driver.model).expect("the next one is not there");
    assert!(line.contains("--name alpine_02"), "{line}");
}

#[test]
fn the_reason_takes_the_place_of_an_exit_code() {
    let mut driver = at("ping");
    driver.line("docker ps nonsense");
    driver.end(Outcome::Exited(1));
    assert_eq!(driver.notice(), Some("app-exited"));
    driver.judged(failed());
    assert_eq!(driver.notice(), None);
}

#[test]
fn that_a_command_runs_is_not_said_after_its_end() {
    let mut driver = at("ping");
    driver.line("docker ps");
    driver.line("docker ps");
    assert_eq!(driver.notice(), Some("app-busy"));
    driver.end(Outcome::Exited(0));
    assert_eq!(driver.notice(), None);
}

#[test]
fn going_where_one_is_keeps_what_was_done() {
    let mut driver = at("stopped");
    run_as_expected(&mut driver, "alpine_01\r\n", 0);
    driver.judged(failed());
    let here = driver.lesson().step + 1;
    driver.line(&format!("/goto {here}"));
    assert!(driver.lesson().tasks[0].run.is_some());
    assert_eq!(driver.lesson().scroll.get(&Pane::Lesson), Some(&0), "its text is read from the beginning");
}

#[test]
fn esc_says_no_and_nothing_else() {
    let mut driver = at("ping");
    driver.line("/reset");
    assert!(driver.model.confirm.is_some());
    driver.press(KeyCode::Esc);
    assert!(driver.model.confirm.is_none() && driver.model.overlay.is_none());
    driver.press(KeyCode::Esc);
    assert!(driver.model.overlay.is_some(), "the palette");
}

#[test]
fn a_slip_in_a_command_s_name_is_understood() {
    let mut driver = at("ping");
    driver.line("/zoomm");
    assert_eq!(driver.notice(), Some("app-no-such-command-but"));
    driver.line("/nonsense");
    assert_eq!(driver.notice(), Some("app-no-such-command"));
}

#[test]
fn home_and_end_lead_to_the_ends_of_the_list() {
    let mut driver = Driver::of(netdojo::lesson::load(), netdojo::app::Progress::default()).connected();
    let last = driver.model.course.lessons.len() - 1;
    let selected = |driver: &Driver| match &driver.model.screen {
        Screen::Start(start) => start.selected,
        Screen::Lesson(_) => panic!("the list is shown"),
    };
    driver.press(KeyCode::End);
    assert_eq!(selected(&driver), last);
    driver.press(KeyCode::Down);
    assert_eq!(selected(&driver), last);
    driver.press(KeyCode::Home);
    assert_eq!(selected(&driver), 0);
}

#[test]
fn what_explains_a_step_waits_for_its_commands() {
    use netdojo::app::offer::{current_step, is_explained};
    let mut driver = at("stopped");
    driver.send(Msg::Snapshot(snapshot(&[])));
    run_as_expected(&mut driver, "alpine_01\r\n", 0);
    driver.judged(passed());
    let explained = |driver: &Driver| {
        current_step(&driver.model, driver.lesson()).is_some_and(|step| is_explained(step, driver.lesson()))
    };
    assert!(!explained(&driver), "its second command is to show what the first has done");
    run_as_expected(&mut driver, "Error response from daemon: Cannot link\r\n", 1);
    driver.judged(passed());
    assert!(explained(&driver));
}

#[test]
fn the_palette_takes_a_command_with_its_argument() {
    use netdojo::app::{Overlay, Scheme};
    let mut driver = at("ping");
    driver.press(KeyCode::Esc);
    driver.type_text("/theme light");
    driver.enter();
    assert!(driver.model.overlay.is_none());
    assert_eq!(Scheme::shown(&driver.model), Scheme::Light);
    driver.press(KeyCode::Esc);
    driver.type_text("nothing is called so");
    driver.enter();
    assert!(matches!(&driver.model.overlay, Some(Overlay::Palette { .. })), "what was typed stays");
}
