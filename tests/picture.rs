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

/// Plays `link` until the ping has been answered and stopped. `scene` is called at each moment worth seeing, with
/// how many milliseconds it takes to see it.
fn play(lang: &str, cols: u16, rows: u16, mut scene: impl FnMut(&Pty, u32)) {
    let next = Translator::new(&lang.parse().expect("a language")).say(&phrase("ui-enter-next"));
    let stage = Stage::new();
    let mut program = Pty::start(cols, rows, &stage.home(), &[("NETDOJO_LANG", lang)], &[]);
    program.see("API");
    scene(&program, 2000);
    for line in [
        "docker run -it -d --name alpine_01 alpine",
        "docker run -it -d --name alpine_02 --link alpine_01:other_container alpine",
        "docker ps",
        "docker exec -it alpine_01 ip a s | grep inet",
    ] {
        program.keys(key::ENTER);
        program.wait(line, |screen| prompt(screen).contains(line));
        scene(&program, 2500);
        program.keys(key::ENTER);
        program.wait("the step to pass", |screen| has_passed(screen, &next));
        scene(&program, 2500);
    }
    program.keys(key::ENTER);
    program.wait("the ping", |screen| prompt(screen).contains("ping other_container"));
    scene(&program, 2500);
    program.keys(key::ENTER);
    for answer in ["seq=0", "seq=1", "seq=2"] {
        program.see(answer);
        scene(&program, 1000);
    }
    program.keys(key::CTRL_C);
    program.see("round-trip");
    program.wait("the step to pass", |screen| has_passed(screen, &next));
    scene(&program, 5000);
}

/// The last screen of the play.
fn picture(lang: &str, cols: u16, rows: u16) -> String {
    let mut last = String::new();
    play(lang, cols, rows, |program, _| last = program.drawn(svg::of_terminal));
    last
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

#[test]
fn of_a_lesson_from_its_beginning() {
    let mut film = svg::Film::default();
    play("en", 110, 32, |program, millis| program.drawn(|terminal| film.add(terminal, millis)));
    let film = film.finish().expect("there are screens");
    for word in ["@keyframes", "other_container", "seq=2"] {
        assert!(film.contains(word), "{word}");
    }
    keep("film-en.svg", &film);
}
