//! Colours on a terminal: chosen, kept, and suited to what the terminal says of itself.

mod pty;

use pty::{Pty, key};

/// A light ground, as the program asks the terminal for it.
const LIGHT: &str = "48;2;251;251;250";
/// A dark one.
const DARK: &str = "48;2;20;24;31";

fn start(home: &std::path::Path, env: &[(&str, &str)]) -> Pty {
    Pty::start(80, 24, home, env, &["--lang", "en"])
}

#[test]
fn the_terminal_is_asked_and_its_answer_is_no_key() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = start(home.path(), &[("COLORTERM", "truecolor")]);
    pty.see("Lessons");
    // Typed before the answer has come: nothing waits for it.
    pty.keys("/he");
    pty.see("❯ /he");
    pty.keys("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    pty.keys("lp");
    pty.see("❯ /help");
    pty.keys(key::CTRL_U);
    pty.keys(key::CTRL_D);
    let raw = pty.ended().raw;
    let (asked, dark, light) = (raw.find("\x1b]11;?"), raw.find(DARK), raw.find(LIGHT));
    assert!(asked < dark && dark < light && light.is_some(), "{asked:?} {dark:?} {light:?}");
}

#[test]
fn a_terminal_without_colours_of_its_own_is_not_asked() {
    let home = tempfile::tempdir().unwrap();
    for env in [("COLORTERM", ""), ("NO_COLOR", "1")] {
        let mut pty = start(home.path(), &[env]);
        pty.see("Lessons");
        pty.keys(key::CTRL_D);
        let raw = pty.ended().raw;
        assert!(!raw.contains("\x1b]11;") && !raw.contains("48;2;"), "{env:?}");
    }
}

#[test]
fn gnu_screen_gets_what_it_can_bear() {
    let home = tempfile::tempdir().unwrap();
    let screen = [("COLORTERM", "truecolor"), ("STY", "1234.pts-0.host")];
    let mut pty = start(home.path(), &screen);
    pty.see("Lessons");
    pty.keys(key::CTRL_D);
    // 24-bit colours it takes for others, and with the mouse it holds back an Esc.
    let raw = pty.ended().raw;
    assert!(!raw.contains("48;2;") && !raw.contains("\x1b[?1000h"));
    let mut pty = start(home.path(), &screen);
    pty.see("Lessons");
    pty.line("/mouse");
    pty.see("The wheel scrolls");
    pty.keys(key::CTRL_D);
    assert!(pty.ended().raw.contains("\x1b[?1000h"), "it may be asked for");
}

#[test]
fn what_is_chosen_is_shown_at_once_and_kept() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = start(home.path(), &[]);
    pty.see("Lessons");
    pty.line("/theme nosuch");
    pty.see("There is no colour scheme “nosuch”");
    pty.line("/theme");
    pty.see("▶ 1  auto");
    pty.keys("\x1b[B\x1b[B");
    pty.see("▶ 3  light");
    pty.keys(key::ENTER);
    pty.see("Dark text on a light background");
    pty.keys(key::CTRL_D);
    assert!(pty.ended().raw.contains(LIGHT));
    let mut pty = start(home.path(), &[]);
    pty.see("Lessons");
    pty.keys(key::CTRL_D);
    let raw = pty.ended().raw;
    assert!(raw.contains(LIGHT) && !raw.contains(DARK), "it is kept");
    let mut pty = start(home.path(), &[("NO_COLOR", "1")]);
    pty.see("Lessons");
    pty.keys(key::CTRL_D);
    assert!(!pty.ended().raw.contains("48;2;"), "no colour is no colour");
}

/// Whatever `TERM` says, the screen is drawn and given back.
#[test]
fn a_wrong_name_of_the_terminal_is_survived() {
    let home = tempfile::tempdir().unwrap();
    for term in ["", "nosuch-terminal", "vt100", "linux", "screen", "xterm-ghostty"] {
        let mut pty = start(home.path(), &[("TERM", term)]);
        pty.see("Lessons");
        pty.keys(key::CTRL_D);
        let ended = pty.ended();
        assert_eq!((ended.code, ended.modes_restored, ended.alternate), (0, true, false), "{term}");
    }
}

#[test]
fn ascii_may_be_asked_for_where_the_locale_has_more() {
    let home = tempfile::tempdir().unwrap();
    let mut pty = Pty::start(110, 30, home.path(), &[("LC_ALL", "C.UTF-8")], &["--lang", "en", "--ascii"]);
    let shown = pty.see("Lessons");
    assert!(shown.is_ascii(), "{shown}");
    pty.keys(key::CTRL_D);
    assert_eq!(pty.ended().code, 0);
}
