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

/// How the program is looked at.
struct View {
    lang: &'static str,
    cols: u16,
    rows: u16,
    /// Whether the terminal's background is light.
    light: bool,
}

impl View {
    const fn dark(lang: &'static str, cols: u16, rows: u16) -> Self {
        Self { lang, cols, rows, light: false }
    }

    fn start(&self, stage: &Stage, args: &[&str]) -> Pty {
        let ground = if self.light { "0;15" } else { "15;0" };
        let env = [("NETDOJO_LANG", self.lang), ("COLORTERM", "truecolor"), ("COLORFGBG", ground)];
        Pty::start(self.cols, self.rows, &stage.home(), &env, args)
    }

    fn say(&self, key: &'static str) -> String {
        Translator::new(&self.lang.parse().expect("a language")).say(&phrase(key))
    }
}

/// Plays `link` until the ping has been answered and stopped. `scene` is called at each moment worth seeing, with
/// how many milliseconds it takes to see it.
fn play(view: &View, mut scene: impl FnMut(&Pty, u32)) {
    let next = view.say("ui-enter-next");
    let stage = Stage::new();
    let mut program = view.start(&stage, &[]);
    program.see("API");
    scene(&program, 2000);
    for line in [
        "docker run -it -d --name alpine_01 alpine",
        "docker run -it -d --name alpine_02 --link alpine_01:other_container alpine",
        "docker ps",
        "docker exec -it alpine_01 ip a s | grep inet",
    ] {
        program.keys(key::ENTER);
        offered(&program, line);
        scene(&program, 2500);
        program.keys(key::ENTER);
        program.wait("the step to pass", |screen| has_passed(screen, &next));
        scene(&program, 2500);
    }
    program.keys(key::ENTER);
    offered(&program, "docker exec -it alpine_02 ping other_container");
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

/// Waits until the line stands at the prompt, or as much of it as there is room for.
fn offered(program: &Pty, line: &str) {
    program.wait(line, |screen| {
        let shown = prompt(screen).trim_start_matches('❯').trim().trim_end_matches('…');
        !shown.is_empty() && line.starts_with(shown)
    });
}

/// The last screen of the play.
fn picture(view: &View) -> String {
    let mut last = String::new();
    play(view, |program, _| last = program.drawn(svg::of_terminal));
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
    let picture = picture(&View::dark("en", 150, 38));
    for word in ["other_container", "172.17.", "packets", "alpine_02"] {
        assert!(picture.contains(word), "{word}");
    }
    keep("lesson-en.svg", &picture);
}

#[test]
fn of_the_wide_screen_in_japanese() {
    let picture = picture(&View::dark("ja", 150, 38));
    for word in ["other_container", "コ", "ping"] {
        assert!(picture.contains(word), "{word}");
    }
    keep("lesson-ja.svg", &picture);
}

#[test]
fn of_the_narrow_screen_in_japanese() {
    let picture = picture(&View::dark("ja", 80, 24));
    assert!(picture.contains("round-trip"), "the output is in sight");
    keep("narrow-ja.svg", &picture);
}

#[test]
fn of_the_wide_screen_on_a_light_ground() {
    let picture = picture(&View { light: true, ..View::dark("en", 150, 38) });
    assert!(picture.contains("#fbfbfa"), "the light theme's ground");
    keep("light-en.svg", &picture);
}

#[test]
fn of_an_instructors_screen() {
    let view = View::dark("en", 150, 38);
    let next = view.say("ui-enter-next");
    let stage = Stage::new();
    let mut program = view.start(&stage, &["teach", "link"]);
    offered(&program, "docker run -it -d --name alpine_01 alpine");
    program.keys(key::ENTER);
    program.wait("the step to pass", |screen| has_passed(screen, &next));
    let picture = program.drawn(svg::of_terminal);
    assert!(
        picture.contains("Link the second container") || picture.contains("min"),
        "the notes are in sight"
    );
    keep("teach-en.svg", &picture);
}

#[test]
fn of_a_lesson_from_its_beginning() {
    let mut film = svg::Film::default();
    play(&View::dark("en", 110, 32), |program, millis| program.drawn(|terminal| film.add(terminal, millis)));
    let film = film.finish().expect("there are screens");
    for word in ["@keyframes", "other_container", "seq=2"] {
        assert!(film.contains(word), "{word}");
    }
    keep("film-en.svg", &film);
}
