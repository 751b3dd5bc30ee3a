//! The program behind a line with 200 ms of delay each way, over which every byte comes by itself: what is typed shows
//! after the delay, nothing waits for a round trip, and no sequence that was torn is taken for Esc.

mod pty;

use std::time::{Duration, Instant};

use pty::{Pty, key, say};

/// How long each byte is on its way, there and back.
const DELAY: Duration = Duration::from_millis(200);

fn start(home: &std::path::Path) -> Pty {
    let pty = Pty::far(DELAY, 80, 24, home);
    pty.see(&say("en", "ui-start-tagline"));
    pty
}

#[test]
fn what_is_typed_shows_after_the_delay_and_waits_for_no_answer() {
    let home = tempfile::tempdir().expect("a folder");
    let mut pty = start(home.path());
    let typed = "docker run -it --name far alpine";
    let begun = Instant::now();
    typed.chars().for_each(|c| pty.keys(&c.to_string()));
    pty.see(typed);
    let took = begun.elapsed();
    assert!(took >= 2 * DELAY, "the line is slow: {took:?}");
    // With a round trip for each key it would be half a minute.
    assert!(took < 10 * DELAY, "{took:?}");
    pty.keys(key::CTRL_U);
    pty.leave();
}

#[test]
fn torn_sequences_are_the_keys_that_were_pressed() {
    let home = tempfile::tempdir().expect("a folder");
    let mut pty = start(home.path());
    pty.keys("one three\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1bOD two\x1b[H+\x1b[3~\x1bf!");
    pty.see("❯ +ne! two three");
    assert!(!pty.screen().contains(&say("en", "ui-palette-title")));
    pty.keys(key::CTRL_U);
    pty.keys("\x0b\x1b[200~echo a\recho b\r\x1b[201~");
    let screen = pty.see("echo a");
    assert!(!screen.contains("$ echo"), "what is pasted runs no line by itself\n{screen}");
    pty.keys(key::CTRL_C);
    pty.wait("an empty prompt", |screen| !screen.contains("echo a"));
    // The program's name in the header, clicked on.
    pty.keys("\x1b[<0;4;1M\x1b[<0;4;1m");
    pty.see(&say("en", "ui-palette-title"));
    // An Esc that nothing follows is one.
    pty.keys(key::ESC);
    pty.wait("the screen below", |screen| !screen.contains(&say("en", "ui-palette-title")));
    pty.keys(key::ESC);
    pty.see(&say("en", "ui-palette-title"));
    pty.keys(key::ESC);
    pty.wait("the screen below", |screen| !screen.contains(&say("en", "ui-palette-title")));
    pty.leave();
}
