//! The prompt, through `update` alone: pasting, the ghost, history, completion, the palette, languages.

mod app_driver;

use app_driver::{Driver, engine, snapshot};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use netdojo::app::offer::{Offer, ghost, offer};
use netdojo::app::{Effect, Msg, Outcome, Progress};
use netdojo::i18n::phrase;
use netdojo::network::Connection;

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
fn a_word_of_the_ghost_is_taken_over_by_its_key() {
    for key in [
        KeyEvent::new(KeyCode::Right, KeyModifiers::ALT),
        KeyEvent::new(KeyCode::Right, KeyModifiers::CONTROL),
        KeyEvent::new(KeyCode::Char('f'), KeyModifiers::ALT),
    ] {
        let mut driver = Driver::in_lesson();
        driver.send(Msg::Key(key));
        assert_eq!(driver.model.prompt.text, "docker", "{key:?}");
    }
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

/// What is offered, and the one that is chosen.
fn offered(driver: &Driver) -> (Vec<String>, Option<usize>) {
    let completion = driver.model.prompt.completion.as_ref();
    let texts = completion.map(|one| one.candidates.iter().map(|one| one.text.clone()).collect());
    (texts.unwrap_or_default(), completion.and_then(|one| one.selected))
}

/// A lesson with these containers, the line typed and Tab pressed.
fn completing(containers: &[&str], line: &str) -> Driver {
    let mut driver = Driver::in_lesson();
    driver.send(Msg::Snapshot(snapshot(containers)));
    driver.type_text(line);
    driver.press(KeyCode::Tab);
    driver
}

#[test]
fn typing_narrows_what_is_offered() {
    let mut driver = completing(&["alpine_01", "alpine_02", "box"], "docker exec ");
    assert_eq!(offered(&driver).0, ["alpine_01", "alpine_02", "box"]);
    driver.type_text("a");
    assert_eq!(offered(&driver), (vec!["alpine_01".into(), "alpine_02".into()], None));
    driver.press(KeyCode::Backspace);
    assert_eq!(offered(&driver).0.len(), 3);
    driver.type_text("b");
    assert_eq!(offered(&driver).0, ["box"]);
    driver.press(KeyCode::Tab);
    assert_eq!(driver.model.prompt.text, "docker exec box ");
    let mut driver = completing(&["alpine", "box"], "docker exec ");
    driver.type_text("z");
    assert_eq!(driver.model.prompt.completion, None, "nothing is left");
    driver.press(KeyCode::Backspace);
    assert_eq!(driver.model.prompt.completion, None, "and it does not come back by itself");
    driver.press(KeyCode::Tab);
    driver.press(KeyCode::Backspace);
    assert_eq!(driver.model.prompt.completion, None, "the word has been left behind");
    driver.type_text(" ");
    driver.press(KeyCode::Tab);
    driver.type_text("alpine");
    assert_eq!(driver.model.prompt.completion, None, "the word is whole");
}

#[test]
fn what_is_typed_goes_on_after_the_candidate_that_was_chosen() {
    let mut driver = completing(&["box", "box_2", "boxes"], "docker exec ");
    driver.press(KeyCode::Down);
    assert_eq!((driver.model.prompt.text.as_str(), offered(&driver).1), ("docker exec box", Some(0)));
    driver.type_text("_");
    assert_eq!(driver.model.prompt.text, "docker exec box_");
    assert_eq!(offered(&driver), (vec!["box_2".into()], None));
    driver.press(KeyCode::Down);
    driver.press(KeyCode::Backspace);
    assert_eq!(driver.model.prompt.text, "docker exec box_");
    assert_eq!(offered(&driver), (vec!["box_2".into()], Some(0)), "it is still among them");
    assert_eq!(driver.enter(), []);
    assert_eq!(driver.model.prompt.text, "docker exec box_2", "and Enter takes it");
    driver.type_text(" ls");
    driver.enter();
    assert_eq!(driver.run(), Some("docker exec box_2 ls"));
}

#[test]
fn esc_brings_back_what_was_typed() {
    let mut driver = completing(&["alpine_01", "alpine_02"], "docker exec alp");
    driver.press(KeyCode::Tab);
    driver.press(KeyCode::Tab);
    assert_eq!(driver.model.prompt.text, "docker exec alpine_02");
    driver.press(KeyCode::Esc);
    assert_eq!((driver.model.prompt.text.as_str(), driver.model.prompt.cursor), ("docker exec alp", 15));
    assert_eq!((driver.model.prompt.completion.clone(), driver.model.overlay.clone()), (None, None));
    driver.control('u');
    driver.type_text("/b");
    driver.press(KeyCode::Up);
    driver.press(KeyCode::Esc);
    assert_eq!(driver.model.prompt.text, "/b");
}

#[test]
fn where_there_is_nothing_to_complete_it_is_said() {
    let mut driver = completing(&[], "docker exec -it ");
    assert_eq!(driver.notice(), Some("shell-nothing-running"));
    driver.type_text("z");
    assert_eq!(driver.notice(), None);
    driver.control('u');
    driver.type_text("docker ps --zzz");
    driver.press(KeyCode::Tab);
    assert_eq!(driver.notice(), Some("shell-nothing-begins"));
    assert_eq!(driver.model.prompt.text, "docker ps --zzz");
}

#[test]
fn the_palette_finds_commands_in_either_language() {
    let mut driver = Driver::in_lesson();
    for query in ["zoom", "拡大", "全画面", "full screen"] {
        driver.press(KeyCode::Esc);
        driver.type_text(query);
        driver.enter();
        assert!(driver.lesson().zoomed, "{query}");
        driver.press(KeyCode::F(4));
        assert!(!driver.lesson().zoomed);
    }
}

#[test]
fn the_palette_puts_a_command_that_needs_an_argument_into_the_prompt() {
    let mut driver = Driver::in_lesson();
    driver.type_text("docker ps");
    driver.press(KeyCode::Esc);
    driver.type_text("find");
    driver.enter();
    assert_eq!((driver.model.overlay.clone(), driver.notice()), (None, None));
    assert_eq!((driver.model.prompt.text.as_str(), driver.model.prompt.cursor), ("/find ", 6));
    driver.control('z');
    assert_eq!(driver.model.prompt.text, "docker ps", "what was typed can be had back");
    driver.control('u');
    driver.press(KeyCode::Esc);
    driver.type_text("goto");
    driver.enter();
    assert!(driver.model.overlay.is_some() && driver.model.prompt.text.is_empty(), "it has a list");
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
fn a_line_that_is_not_whole_goes_on_in_the_next_row() {
    let mut driver = Driver::in_lesson();
    driver.type_text("docker ps \\");
    assert_eq!(driver.enter(), []);
    driver.type_text("  -a |");
    assert_eq!(driver.enter(), []);
    driver.type_text("grep 'x");
    assert_eq!(driver.enter(), []);
    assert_eq!(driver.notice(), Some("app-quote-open"));
    driver.type_text("y'");
    driver.enter();
    assert_eq!(driver.run(), Some("docker ps -a |\ngrep 'x\ny'"));
    driver.end(Outcome::Exited(0));
    driver.press(KeyCode::Up);
    assert_eq!(driver.model.prompt.text, "docker ps -a |\ngrep 'x\ny'");
}

#[test]
fn an_empty_row_ends_a_line_with_an_open_quote() {
    let mut driver = Driver::in_lesson();
    driver.type_text("echo 'x");
    assert_eq!(driver.enter(), []);
    driver.enter();
    assert_eq!(driver.run(), Some("echo 'x"), "which then says what is wrong");
}

#[test]
fn alt_enter_opens_a_row_as_a_shell_would_read_it() {
    let mut driver = Driver::in_lesson();
    driver.type_text("docker ps");
    driver.send(Msg::Key(KeyEvent::new(KeyCode::Enter, KeyModifiers::ALT)));
    driver.type_text("-a");
    assert_eq!(driver.model.prompt.text, "docker ps \\\n-a");
    driver.press(KeyCode::Up);
    assert_eq!(driver.model.prompt.cursor, 2, "the row above, not the history");
    driver.enter();
    assert_eq!(driver.run(), Some("docker ps -a"));
}

#[test]
fn a_paste_that_is_too_long_says_so() {
    let mut driver = Driver::in_lesson();
    driver.send(Msg::Paste("docker ps\n".repeat(500)));
    assert_eq!(driver.notice(), Some("app-pasted-cut"));
    assert_eq!(driver.model.prompt.pasted.len(), 100);
    driver.control('c');
    driver.send(Msg::Paste("x".repeat(100_000)));
    assert_eq!(driver.notice(), Some("app-pasted-cut"));
    assert_eq!(driver.model.prompt.text.len(), 64 * 1024);
}
