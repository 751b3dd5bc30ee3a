//! `netdojo teach` on a pseudo-terminal and the real engine: jumps, catching up, stopping midway, notes on a second
//! terminal.

mod pty;
mod stage;

use std::path::Path;
use std::time::Duration;

use netdojo::i18n::{Lang, Translator, phrase};
use pty::{Pty, key, say};
use stage::Stage;

/// What is waited for when images are built and Tomcat starts.
const PATIENCE: Duration = Duration::from_secs(180);

fn start(home: &Path, lang: &str, args: &[&str]) -> Pty {
    let lessons = concat!(env!("CARGO_MANIFEST_DIR"), "/lessons");
    Pty::start(160, 45, home, &[("NETDOJO_LANG", lang), ("NETDOJO_LESSONS", lessons)], args)
}

fn translator(lang: &str) -> Translator {
    Translator::new(&lang.parse::<Lang>().expect("a language"))
}

/// Waits until the engine is at the beginning of that step, and Enter leads on from there.
fn brought(pty: &Pty, lang: &str, step: usize) {
    let said = translator(lang).say(&phrase("app-brought").with("step", step));
    pty.wait_for(&said, PATIENCE, |screen| screen.contains(&said));
    let ready =
        ["ui-enter-run", "ui-enter-read", "ui-enter-next", "ui-enter-finish"].map(|key| say(lang, key));
    pty.wait("what Enter does", |screen| ready.iter().any(|does| screen.contains(does)));
}

/// Runs a line, and waits until it has said so and is over.
fn run(pty: &mut Pty, lang: &str, line: &str, says: &str) {
    pty.line(line);
    let running = say(lang, "ui-verdict-running");
    pty.wait(says, |screen| screen.contains(says) && !screen.contains(&format!("▶ {running}")));
}

/// Waits until the lesson's first screen can be worked with.
fn opened(pty: &Pty, lang: &str) {
    pty.see(&say(lang, "ui-enter-run"));
}

#[test]
fn a_jump_brings_the_engine_to_the_middle_of_a_lesson() {
    let stage = Stage::new();
    let mut pty = start(&stage.home(), "en", &["teach", "link"]);
    opened(&pty, "en");
    pty.line("/jump stopped");
    brought(&pty, "en", 9);
    run(&mut pty, "en", "docker ps --format '{{.Names}} runs'", "alpine_01 runs");
    run(&mut pty, "en", "docker exec alpine_02 ping -c 1 other_container", "1 packets received");
    // Back, where the second one is not there yet, and forward to where both are gone.
    pty.line("/jump 2");
    brought(&pty, "en", 2);
    run(&mut pty, "en", "docker inspect alpine_02", "No such object: alpine_02");
    pty.line("/jump 13");
    brought(&pty, "en", 13);
    run(&mut pty, "en", "docker inspect alpine_01", "No such object: alpine_01");
    pty.leave();
}

#[test]
fn a_jump_is_stopped_midway_and_gone_on_with() {
    let stage = Stage::new();
    let mut pty = start(&stage.home(), "ja", &["teach", "proxy"]);
    opened(&pty, "ja");
    pty.line("/jump 6");
    pty.see(&say("ja", "ui-verdict-preparing"));
    // It can be read meanwhile, and nothing else is begun.
    pty.see(&translator("ja").say(&phrase("ui-step").with("number", 6_usize).with("count", 8_usize)));
    pty.keys(key::CTRL_C);
    let stopped = say("ja", "app-bringing-stopped-early");
    let within = translator("ja").say(&phrase("app-bringing-stopped").with("step", 9_usize));
    let within = within.split('9').next().unwrap_or_default().trim().to_owned();
    pty.wait("what stands now", |screen| screen.contains(&stopped) || screen.contains(&within));
    pty.line("/jump 6");
    brought(&pty, "ja", 6);
    // What the step expects stands on the screen before it has run: something else is asked for.
    let asks = "curl -s -o /dev/null -w '%{http_code} came' http://127.0.0.1:10080/tomcat/";
    run(&mut pty, "ja", asks, "200 came");
    pty.leave();
}

#[test]
fn a_learner_who_fell_behind_catches_up() {
    let stage = Stage::new();
    let mut pty = start(&stage.home(), "en", &[]);
    pty.see(&say("en", "ui-enter-open"));
    pty.line("2");
    opened(&pty, "en");
    pty.line("/jump 5");
    pty.see(&translator("en").say(&phrase("app-only-teaching").with("name", "jump")));
    pty.line("/catchup 5");
    // Nothing was made, so nothing is asked.
    brought(&pty, "en", 5);
    run(&mut pty, "en", "docker stop -t 1 alpine_01", "exited (137)");
    pty.line("/catchup");
    let asked = translator("en").say(&phrase("app-confirm-catchup").with("step", 5_usize));
    let begin: String = asked.chars().take(40).collect();
    pty.see(&begin);
    pty.keys(key::ENTER);
    brought(&pty, "en", 5);
    run(&mut pty, "en", "docker exec alpine_02 ping -c 1 other_container", "1 packets received");
    pty.leave();
}

#[test]
fn notes_follow_on_other_terminals_and_leave_nothing_behind() {
    let stage = Stage::new();
    let home = stage.home();
    let nobody = |lang| say(lang, "teach-nobody");
    let mut english = start(&home, "en", &["teach", "--notes"]);
    english.see(&nobody("en"));
    let mut teach = start(&home, "ja", &["teach", "link"]);
    opened(&teach, "ja");
    let mut japanese = start(&home, "ja", &["teach", "--notes"]);
    english.see("Start a container with a link");
    teach.line("/jump 2");
    brought(&teach, "ja", 2);
    english.see("Step 2/13");
    japanese.see("ステップ 2/13");
    // The verdict comes over as well.
    teach.keys(key::ENTER);
    english.see(&say("en", "teach-passed"));
    teach.leave();
    english.see(&nobody("en"));
    let again = start(&home, "en", &["teach", "--ascii", "proxy"]);
    english.see("A proxy in front of Tomcat");
    assert!(!again.screen().contains('│'), "ASCII was asked for");
    japanese.see("Tomcat");
    again.leave();
    english.keys("q");
    japanese.keys("q");
    for follower in [english, japanese] {
        assert_eq!(follower.ended().code, 0);
    }
    let left: Vec<_> =
        std::fs::read_dir(home.join("netdojo/state")).expect("the state's folder").flatten().collect();
    let sockets = left.iter().filter(|entry| entry.path().extension().is_some_and(|end| end == "sock"));
    assert_eq!(sockets.count(), 0, "{left:?}");
}
