//! A whole lesson by the mouse alone, in the terminal program on the real engine: no key is pressed from the start
//! screen to the end.

mod pty;
mod stage;

use netdojo::i18n::{Lang, Translator, phrase};
use netdojo::text::{Terminal, width};
use pty::{Pty, say};
use stage::Stage;

/// Where `text` stands on the screen, the last place if there are several: column and row from 1.
fn place(terminal: &Terminal, text: &str) -> Option<(usize, usize)> {
    let rows = usize::from(terminal.size().rows);
    let first = terminal.total_rows() - rows;
    (0..rows).rev().find_map(|row| {
        let line: String = terminal.row(first + row).map(|cell| cell.symbol()).collect();
        let at = line.rfind(text)?;
        Some((width(&line[..at]) + 1, row + 1))
    })
}

/// Clicks on a text that is or comes on the screen.
fn click(pty: &mut Pty, text: &str) {
    pty.see(text);
    let (column, row) = pty.drawn(|terminal| place(terminal, text)).expect("it is on the screen");
    pty.keys(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
}

/// What is written on the verdict line, where Enter's meaning stands.
fn verdict(screen: &str) -> &str {
    screen.lines().rev().nth(1).unwrap_or_default()
}

fn play(lang: &str, cols: u16, rows: u16) {
    let stage = Stage::new();
    let translator = Translator::new(&lang.parse::<Lang>().expect("a language"));
    let asks = ["app-predict-first", "app-answer-first"].map(|key| {
        let said = translator.say(&phrase(key).with("last", 9_usize));
        said.split('9').next().unwrap_or_default().to_owned()
    });
    let [open, run, next, read, finish] =
        ["ui-enter-open", "ui-enter-run", "ui-enter-next", "ui-enter-read", "ui-enter-finish"]
            .map(|key| say(lang, key));
    let (leave, interrupt) = (say(lang, "ui-enter-attached"), say(lang, "ui-enter-running"));
    let mut pty = Pty::start(cols, rows, &stage.home(), &[("NETDOJO_LANG", lang)], &[]);
    pty.see("API");
    click(&mut pty, &open);
    let lessons = say(lang, "ui-start-tagline");
    pty.wait("the lesson", |screen| !screen.contains(&lessons));
    loop {
        let screen = pty.wait("something to click", |screen| {
            let line = verdict(screen);
            screen.contains(&lessons)
                || [&run, &next, &read, &finish].iter().any(|words| line.contains(words.as_str()))
                || asks.iter().any(|words| screen.contains(words.as_str()))
                || line.contains(&leave) && screen.contains("seq=2")
        });
        let line = verdict(&screen);
        if screen.contains(&lessons) {
            break;
        }
        if asks.iter().any(|words| screen.contains(words.as_str())) {
            click(&mut pty, " 1  ");
            pty.wait("the answer", |screen| !asks.iter().any(|words| screen.contains(words.as_str())));
        } else if line.contains(&leave) {
            click(&mut pty, &leave);
            click(&mut pty, &interrupt);
            pty.see("packets received");
        } else {
            let words = [&run, &next, &read, &finish].into_iter().find(|words| line.contains(words.as_str()));
            let words = words.expect("one of them");
            let ends = |screen: &str| {
                let mut lines = screen.lines();
                (lines.next().map(str::to_owned), lines.next_back().map(str::to_owned))
            };
            // A verdict may also change by itself, and a second click would reach what the first one has begun.
            let before = ends(&screen);
            click(&mut pty, words);
            pty.wait("an answer to the click", |screen| {
                !verdict(screen).contains(words.as_str()) || ends(screen) != before
            });
        }
    }
    // It is the only lesson of the course, and so the end of that is said. A click beside the sheet closes it.
    let end = say(lang, "ui-finished-title");
    pty.see(&end);
    click(&mut pty, "netdojo");
    pty.wait("the lessons alone", |screen| !screen.contains(&end));
    // The commands, and with the wheel around to the last of them.
    click(&mut pty, "netdojo");
    pty.see(&say(lang, "ui-palette-title"));
    pty.keys("\x1b[<64;20;10M");
    pty.see("/quit");
    click(&mut pty, "/quit");
    let ended = pty.ended();
    assert_eq!(ended.code, 0);
    assert!(ended.modes_restored && !ended.alternate);
    stage.has_nothing_left();
}

#[test]
fn in_japanese_on_a_small_screen() {
    play("ja", 80, 24);
}

#[test]
fn in_english_on_a_wide_screen() {
    play("en", 160, 45);
}
