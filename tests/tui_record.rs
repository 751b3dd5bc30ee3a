//! The session recorded, the screen as a picture, the report from within: files that a learner takes along.

mod pty;
mod stage;

use std::path::Path;

use netdojo::text::{Size, Terminal};
use pty::{Pty, key, say};
use serde_json::Value;

/// The lines of a recording: its header and its events.
fn read(path: &Path) -> (Value, Vec<(f64, String, String)>) {
    let text = std::fs::read_to_string(path).expect("the recording");
    let mut lines = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
    let header = lines.next().expect("a header");
    assert_eq!(header["version"], 2);
    let events = lines.map(|line| serde_json::from_value(line).expect("an event"));
    (header, events.collect())
}

/// A terminal onto which the events are played, up to the one that gives the player's own screen back.
fn play(header: &Value, events: &[(f64, String, String)]) -> Terminal {
    let number = |text: &str| text.parse::<u16>().expect("a number");
    let side = |name: &str| number(&header[name].to_string());
    let mut terminal = Terminal::new(Size { cols: side("width"), rows: side("height") });
    for (_, kind, data) in events {
        match kind.as_str() {
            "r" => {
                let (cols, rows) = data.split_once('x').expect("a size");
                terminal = Terminal::new(Size { cols: number(cols), rows: number(rows) });
            }
            _ => terminal.feed(data.as_bytes()),
        }
    }
    terminal
}

/// Every cell of the screen: what stands in it and how it looks.
fn cells(terminal: &Terminal) -> Vec<String> {
    let rows = terminal.total_rows();
    let first = rows.saturating_sub(usize::from(terminal.size().rows));
    (first..rows)
        .flat_map(|row| terminal.row(row).map(|cell| format!("{cell:?}")).collect::<Vec<_>>())
        .collect()
}

fn ends_well(path: &Path) {
    let (header, events) = read(path);
    assert!(events.is_sorted_by(|one, other| one.0 <= other.0));
    let (_, _, last) = events.last().expect("an end");
    assert!(last.ends_with("\x1b[?1049l"), "{last:?}");
    assert!(!play(&header, &events).is_alternate_screen());
    let whole: String = events.iter().map(|(_, _, data)| data.as_str()).collect();
    for modes in ["\x1b[?1000h", "\x1b[?2004h", "\x1b]52;"] {
        assert!(!whole.contains(modes), "{modes:?} would change the player's terminal");
    }
}

/// What was recorded once it is what the screen shows: the engine may have changed meanwhile, and that is drawn, too.
fn recorded_as_shown(pty: &mut Pty, file: &std::path::Path) -> Vec<(f64, String, String)> {
    let began = std::time::Instant::now();
    loop {
        let shown = pty.drawn(cells);
        let (header, events) = read(file);
        if cells(&play(&header, &events)) == shown {
            return events;
        }
        assert!(began.elapsed().as_secs() < 20, "{}", pty.screen());
    }
}

#[test]
fn a_recording_shows_what_the_screen_showed() {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("session.cast");
    let args = ["--record", file.to_str().expect("a path")];
    let mut pty = Pty::start(100, 30, home.path(), &[("NETDOJO_LANG", "ja")], &args);
    pty.see(&say("ja", "ui-start-tagline"));
    pty.see(&say("ja", "ui-recording"));
    pty.line("echo コンテナ e\u{301}");
    pty.see("$ echo コンテナ");
    pty.resize(90, 26);
    pty.keys("/he");
    pty.see("❯ /he");
    let events = recorded_as_shown(&mut pty, &file);
    assert!(events.iter().any(|(_, kind, data)| kind == "r" && data == "90x26"));
    pty.keys(key::CTRL_U);
    pty.leave();
    ends_well(&file);

    // What is there is never written over.
    let ended = Pty::start(80, 24, home.path(), &[], &args).ended();
    assert_eq!(ended.code, 2);
    assert!(ended.screen.contains("session.cast"), "{}", ended.screen);
}

#[test]
fn a_recording_is_closed_by_a_signal_and_begins_with_a_whole_screen() {
    let home = tempfile::tempdir().expect("a folder");
    let mut pty = Pty::start(100, 30, home.path(), &[], &[]);
    pty.see(&say("en", "ui-start-tagline"));
    assert_eq!(std::fs::read_dir(home.path()).expect("a folder").count(), 2, "no file unless asked for");
    pty.line("/record in-between.cast");
    pty.see("Recording to");
    let file = home.path().join("in-between.cast");
    recorded_as_shown(&mut pty, &file);
    pty.signal("TERM");
    assert_eq!(pty.ended().code, 143);
    ends_well(&file);
}

#[test]
fn the_screen_is_written_as_a_picture_and_never_over_another() {
    let home = tempfile::tempdir().expect("a folder");
    let mut pty = Pty::start(100, 30, home.path(), &[], &[]);
    let title = "Connecting containers";
    pty.see(title);
    pty.line("/shot here.svg");
    pty.see("The picture of the screen is in");
    let first = std::fs::read_to_string(home.path().join("here.svg")).expect("the picture");
    assert!(first.starts_with("<svg") && first.contains("netdojo") && !first.contains("/shot"), "{first}");
    pty.line("/shot here.svg");
    pty.see("exists already");
    assert_eq!(std::fs::read_to_string(home.path().join("here.svg")).expect("the picture"), first);
    pty.line("/report mine.md");
    pty.see("The report is in");
    let report = std::fs::read_to_string(home.path().join("mine.md")).expect("the report");
    assert!(report.contains(&say("en", "report-empty")), "{report}");
    pty.line("/report /nowhere/at-all.html");
    pty.see("the folder for it does not exist");
    pty.leave();
}
