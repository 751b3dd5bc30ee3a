//! The README's pictures: the program itself, driven on the real engine, its screen drawn as an SVG.
//!
//! `make picture` keeps them in `docs/`; otherwise they are only looked at.

mod pty;
mod stage;

use std::path::Path;

use netdojo::i18n::{Translator, phrase};
use netdojo::ui::svg;
use pty::{Pty, key};
use stage::Stage;

/// Plays `link` until the ping has been answered and stopped, and draws that screen.
fn picture(lang: &str, cols: u16, rows: u16) -> String {
    let next = Translator::new(&lang.parse().expect("a language")).say(&phrase("ui-enter-next"));
    let stage = Stage::new();
    let mut program = Pty::start(cols, rows, &stage.home(), &[("NETDOJO_LANG", lang)], &[]);
    program.see("API");
    for line in [
        "docker run -it -d --name alpine_01 alpine",
        "docker run -it -d --name alpine_02 --link alpine_01:other_container alpine",
        "docker ps",
        "docker exec -it alpine_01 ip a s | grep inet",
    ] {
        program.keys(key::ENTER);
        program.wait(line, |screen| prompt(screen).contains(line));
        program.keys(key::ENTER);
        program.wait("the step to pass", |screen| has_passed(screen, &next));
    }
    program.keys(key::ENTER);
    program.wait("the ping", |screen| prompt(screen).contains("ping other_container"));
    program.keys(key::ENTER);
    program.see("seq=2");
    program.keys(key::CTRL_C);
    program.see("round-trip");
    program.wait("the step to pass", |screen| has_passed(screen, &next));
    program.drawn(svg::of_terminal)
}

/// Whether the verdict line above the prompt says so, and that Enter goes on: goals may hold before
/// their line has ended.
fn has_passed(screen: &str, next: &str) -> bool {
    let verdict = screen.lines().rev().nth(1).unwrap_or_default();
    verdict.starts_with(" ✓ ") && verdict.trim_end().ends_with(next)
}

/// The last line of the screen.
fn prompt(screen: &str) -> &str {
    screen.lines().last().unwrap_or_default()
}

fn keep(name: &str, picture: &str) {
    if let Some(folder) = std::env::var_os("NETDOJO_PICTURES") {
        std::fs::write(Path::new(&folder).join(name), picture).expect("the picture is kept");
    }
}

#[test]
fn of_the_wide_screen_in_english() {
    let picture = picture("en", 150, 38);
    for word in ["other_container", "172.17.", "packets", "alpine_02"] {
        assert!(picture.contains(word), "{word}");
    }
    keep("lesson-en.svg", &picture);
}

#[test]
fn of_the_wide_screen_in_japanese() {
    let picture = picture("ja", 150, 38);
    for word in ["other_container", "コ", "ping"] {
        assert!(picture.contains(word), "{word}");
    }
    keep("lesson-ja.svg", &picture);
}
